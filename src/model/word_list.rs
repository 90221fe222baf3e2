//! Lists of words that are asked often, each compiled into a hash table: most words are in none, and need not be
//! compared with any.

/// Places of a table: a power of two, at least twice as many as any list has words.
const SLOTS: usize = 1024;

/// A list of words in small letters, or as they must stand where [`WordList::holds_exactly`] is asked.
pub struct WordList {
    words: &'static [&'static str],
    /// One more than a word's place in the list, at its hash or behind it; 0 where nothing is.
    slots: [u16; SLOTS],
}

impl WordList {
    pub const fn of(words: &'static [&'static str]) -> Self {
        assert!(words.len() * 2 <= SLOTS);
        let mut slots = [0; SLOTS];
        let mut at = 0;
        while at < words.len() {
            let mut slot = first_slot(words[at].as_bytes());
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            at += 1;
            slots[slot] = at as u16;
        }
        Self { words, slots }
    }

    /// Where in the list the word is, in whatever case.
    pub fn place(&self, word: &str) -> Option<usize> {
        if word.is_ascii() {
            return self.find(word, |known| known.eq_ignore_ascii_case(word));
        }
        let small = word.to_lowercase();
        self.find(&small, |known| known == small)
    }

    /// Whether the list has the word, in whatever case.
    pub fn holds(&self, word: &str) -> bool {
        self.place(word).is_some()
    }

    /// Whether the list has the word just as it is written.
    pub fn holds_exactly(&self, word: &str) -> bool {
        self.find(word, |known| known == word).is_some()
    }

    fn find(&self, word: &str, is_it: impl Fn(&str) -> bool) -> Option<usize> {
        let mut slot = first_slot(word.as_bytes());
        loop {
            let place = usize::from(self.slots[slot]).checked_sub(1)?;
            if is_it(self.words[place]) {
                return Some(place);
            }
            slot = (slot + 1) % SLOTS;
        }
    }
}

/// Where the search for a word begins: by its first and last letters, ASCII ones of both cases alike, and its length.
const fn first_slot(word: &[u8]) -> usize {
    let length = word.len();
    let letters = match length {
        0 => 0,
        1..4 => quad([word[0], word[length / 2], word[length - 1], 0]),
        _ => {
            let last = [word[length - 4], word[length - 3], word[length - 2], word[length - 1]];
            quad([word[0], word[1], word[2], word[3]]) | quad(last) << 32
        }
    };
    let mixed = ((letters | 0x2020_2020_2020_2020) ^ length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed >> 54) as usize % SLOTS
}

const fn quad(letters: [u8; 4]) -> u64 {
    u32::from_le_bytes(letters) as u64
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn a_word_is_found_in_any_case_at_its_place() {
        static WORDS: WordList = WordList::of(&["article", "párrafo", "§", "Michael", "art"]);
        assert_eq!(WORDS.place("ARTICLE"), Some(0));
        assert_eq!(WORDS.place("Párrafo"), Some(1));
        assert!(WORDS.holds("§") && WORDS.holds("Art") && !WORDS.holds("arts") && !WORDS.holds(""));
        assert!(WORDS.holds_exactly("Michael") && !WORDS.holds_exactly("MICHAEL"));
    }
}
