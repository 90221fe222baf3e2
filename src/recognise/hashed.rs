//! A table of folded names, found while their letters are read: by a hash of the letters so far, asked where a word
//! ends. Each name's beginnings that end with a word are in it too, so that a text which goes on otherwise is left
//! after one word. `build.rs` makes the program's tables, a site's own names make one more.

/// The letters read so far.
#[derive(Clone, Copy)]
pub struct Trail(u64);

impl Trail {
    pub fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub fn step(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    pub fn feed(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.step(*byte));
    }

    /// Where a table is asked first, and by what the letters are known there. Who asks compares the letters themselves.
    fn place(self) -> (usize, u32) {
        let mixed = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        ((mixed & 0xffff_ffff) as usize, ((mixed >> 32) as u32).max(1))
    }
}

/// What a table knows of some letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The entries of that name: the first, and how many; none where it is only a beginning.
    pub first: usize,
    pub many: usize,
    /// Whether a longer name begins so.
    pub goes_on: bool,
}

impl Known {
    fn pack(self) -> u32 {
        assert!(self.first < 1 << 24 && self.many < 1 << 7, "more names than a table has room for");
        (self.first as u32) << 8 | (self.many as u32) << 1 | u32::from(self.goes_on)
    }

    fn unpack(bits: u32) -> Self {
        Self { first: (bits >> 8) as usize, many: (bits >> 1 & 0x7f) as usize, goes_on: bits & 1 == 1 }
    }
}

/// A slot: by what its letters are known, 0 where it is free; and what is known of them.
pub type Slot = (u32, u32);

/// What `slots` know of the letters read.
pub fn find(slots: &[Slot], trail: Trail) -> Option<Known> {
    let (start, check) = trail.place();
    let mut at = start & slots.len().checked_sub(1)?;
    loop {
        match slots[at] {
            (0, _) => return None,
            (known, bits) if known == check => return Some(Known::unpack(bits)),
            _ => at = (at + 1) & (slots.len() - 1),
        }
    }
}

/// A table of names in folded letters, each with its first entry and how many it has. As many slots as a power of two,
/// at least twice those taken.
pub fn build<'a>(names: impl Iterator<Item = (&'a str, usize, usize)>) -> Vec<Slot> {
    let mut all: Vec<(Trail, Known)> = Vec::new();
    for (name, first, many) in names {
        let mut trail = Trail::new();
        let mut letters = name.chars().peekable();
        while let Some(letter) = letters.next() {
            trail.feed(letter.encode_utf8(&mut [0; 4]).as_bytes());
            match letters.peek() {
                Some(next) if ends_word(letter, *next) => {
                    all.push((trail, Known { goes_on: true, ..Known::default() }))
                }
                Some(_) => {}
                None => all.push((trail, Known { first, many, goes_on: false })),
            }
        }
    }
    let mut slots = vec![(0, 0); (all.len() * 2).next_power_of_two()];
    for (trail, known) in all {
        let (start, check) = trail.place();
        let mut at = start & (slots.len() - 1);
        while slots[at].0 != 0 && slots[at].0 != check {
            at = (at + 1) & (slots.len() - 1);
        }
        slots[at] = (check, slots[at].1 | known.pack());
    }
    slots
}

/// Whether a name may end between two letters: behind a word's last one, behind each Chinese character.
#[inline]
pub fn ends_word(letter: char, next: char) -> bool {
    let unspaced = |letter: char| matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    !next.is_alphanumeric() || unspaced(letter) || unspaced(next)
}

#[cfg(test)]
mod tests {
    use super::{Known, Trail, build, find};

    #[test]
    fn names_are_found_with_their_beginnings() {
        let slots = build([("chad", 3, 1), ("south sudan", 4, 2), ("南苏丹", 6, 1)].into_iter());
        let known = |text: &str| {
            let mut trail = Trail::new();
            trail.feed(text.as_bytes());
            find(&slots, trail)
        };
        assert_eq!(known("chad"), Some(Known { first: 3, many: 1, goes_on: false }));
        assert_eq!(known("south"), Some(Known { first: 0, many: 0, goes_on: true }));
        assert_eq!(known("南苏"), Some(Known { first: 0, many: 0, goes_on: true }));
        assert_eq!(known("south sudan"), Some(Known { first: 4, many: 2, goes_on: false }));
        assert_eq!(known("sou"), None);
        assert_eq!(find(&build(std::iter::empty()), Trail::new()), None);
    }
}
