//! Lists of words that are asked often: most words are in none, and need not be compared with any.

/// Lengths that are told apart; longer words count as this long.
const LENGTHS: usize = 32;
const BITS: usize = 26 * 26 * LENGTHS;

/// Words by first letter, last letter and length. Says "perhaps" of every word in the list and of few others.
pub struct WordFilter([u64; BITS.div_ceil(64)]);

impl WordFilter {
    /// A filter for words in small letters; those that begin or end with other letters than ASCII pass always.
    pub const fn new() -> Self {
        Self([0; BITS.div_ceil(64)])
    }

    pub const fn with(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self = self.and(words[at]);
            at += 1;
        }
        self
    }

    pub const fn and(mut self, word: &str) -> Self {
        if let Some(bit) = bit(word.as_bytes()) {
            self.0[bit / 64] |= 1 << (bit % 64);
        }
        self
    }

    /// False for a word that is surely not in the list, in whatever case.
    pub const fn may_hold(&self, word: &str) -> bool {
        match bit(word.as_bytes()) {
            Some(bit) => self.0[bit / 64] >> (bit % 64) & 1 == 1,
            None => true,
        }
    }
}

impl Default for WordFilter {
    fn default() -> Self {
        Self::new()
    }
}

const fn bit(word: &[u8]) -> Option<usize> {
    if word.is_empty() {
        return None;
    }
    let first = word[0].to_ascii_lowercase();
    let last = word[word.len() - 1].to_ascii_lowercase();
    if !first.is_ascii_lowercase() || !last.is_ascii_lowercase() {
        return None;
    }
    let length = if word.len() < LENGTHS { word.len() } else { LENGTHS - 1 };
    Some((length * 26 + (first - b'a') as usize) * 26 + (last - b'a') as usize)
}

/// A list of words in small letters, with a filter before it.
pub struct WordList {
    words: &'static [&'static str],
    filter: WordFilter,
}

impl WordList {
    pub const fn of(words: &'static [&'static str]) -> Self {
        Self { words, filter: WordFilter::new().with(words) }
    }

    /// Whether the list has the word, in whatever case.
    pub fn holds(&self, word: &str) -> bool {
        if !self.filter.may_hold(word) {
            return false;
        }
        if word.is_ascii() {
            return self.words.iter().any(|known| known.eq_ignore_ascii_case(word));
        }
        let small = word.to_lowercase();
        self.words.contains(&small.as_str())
    }

    /// Whether the list has the word just as it is written.
    pub fn holds_exactly(&self, word: &str) -> bool {
        self.filter.may_hold(word) && self.words.contains(&word)
    }
}

#[cfg(test)]
mod tests {
    use super::WordFilter;

    #[test]
    fn every_word_of_the_list_passes_in_any_case() {
        let filter = WordFilter::new().with(&["article", "párrafo", "§"]);
        assert!(["article", "Article", "ARTICLE", "párrafo", "§", "été"].iter().all(|word| filter.may_hold(word)));
        assert!(!filter.may_hold("treaty") && !filter.may_hold("articles"));
    }
}
