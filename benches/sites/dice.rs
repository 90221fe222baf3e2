//! Chance that is always the same: the n-th throw of a pair of dice follows from their name and n alone, so a report
//! reads the same in a corpus of any size.

/// Dice with a name of two numbers, and how often they were thrown.
pub struct Dice {
    name: u64,
    thrown: u64,
}

impl Dice {
    /// The dice of one thing, such as report 17: `kind` tells conferences, reports and drafts apart.
    pub fn new(kind: u64, number: usize) -> Self {
        Self { name: mix(mix(kind) ^ number as u64), thrown: 0 }
    }

    /// A number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        self.thrown += 1;
        let thrown = mix(self.name.wrapping_add(self.thrown.wrapping_mul(0x9e37_79b9_7f4a_7c15)));
        usize::try_from(thrown >> 33).unwrap_or_default() % sides.max(1)
    }

    /// A number from `least` to `most`.
    pub fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// A number below `sides` that is often a low one: a few speak much, and many little.
    pub fn low(&mut self, sides: usize) -> usize {
        self.below(sides).min(self.below(sides))
    }

    /// True once in so many throws.
    pub fn once_in(&mut self, throws: usize) -> bool {
        self.below(throws) == 0
    }

    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
fn mix(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}
