//! Text → folded words, as a reader's browser folds what is typed (`search.js` in the theme does the same, and a test
//! holds both to one list): without case, accents and vowel signs, the Arabic article taken off, Chinese and Japanese in
//! pairs of characters, since nothing parts their words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of a word that count; what is longer is found by its beginning.
const LONGEST: usize = 32;

/// Gives each word of a text.
pub fn words(text: &str, take: &mut dyn FnMut(&str)) {
    let mut folded = String::new();
    for token in text.split(|letter: char| !is_inside(letter)).filter(|token| !token.is_empty()) {
        folded.clear();
        if token.is_ascii() {
            folded.push_str(&token[..token.len().min(LONGEST)]);
            folded.make_ascii_lowercase();
            take(&folded);
        } else {
            folded.extend(fold(token).nfc());
            runs(&folded, take);
        }
    }
}

/// What a word goes on with: letters, digits, their marks, and what joins letters or hyphenates them unseen.
fn is_inside(letter: char) -> bool {
    if letter.is_ascii() {
        return letter.is_ascii_alphanumeric();
    }
    letter.is_alphanumeric() || is_combining_mark(letter) || matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// A token's letters one by one, taken apart and made small.
fn fold(token: &str) -> impl Iterator<Item = char> {
    let letters = token.nfkd().filter(|letter| letter.is_alphanumeric() || is_combining_mark(*letter));
    letters.filter(|letter| !is_dropped(*letter)).flat_map(char::to_lowercase).map(|letter| match letter {
        'ς' => 'σ',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    })
}

/// Accents of European letters, Hebrew points, Arabic vowel signs and the stroke that stretches Arabic words.
fn is_dropped(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{8d3}'..='\u{8ff}')
}

/// Parts a token where it changes between Chinese or Japanese and other letters: `第6条`.
fn runs(token: &str, take: &mut dyn FnMut(&str)) {
    let mut rest = token;
    while let Some(first) = rest.chars().next() {
        let is_paired = is_paired(first);
        let end = rest.find(|letter| self::is_paired(letter) != is_paired).unwrap_or(rest.len());
        let (run, behind) = rest.split_at(end);
        if is_paired {
            pairs(run, take);
        } else {
            take(bare(run));
        }
        rest = behind;
    }
}

fn is_paired(letter: char) -> bool {
    matches!(letter, '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Each two characters that stand together, and the last by itself: so that each single one begins something.
fn pairs(run: &str, take: &mut dyn FnMut(&str)) {
    let mut starts = run.char_indices().map(|(at, _)| at);
    let mut first = starts.next().unwrap_or_default();
    for second in starts {
        let end = run[second..].chars().next().map_or(run.len(), |letter| second + letter.len_utf8());
        take(&run[first..end]);
        first = second;
    }
    take(&run[first..]);
}

/// What stands before an Arabic word: *and*, *in*, *like*, *for* and the article, written together with it.
const JOINED: [&str; 6] = ["وال", "بال", "كال", "فال", "ال", "لل"];

/// A word without them, where enough of it is left; as long as a word may be.
fn bare(word: &str) -> &str {
    let is_arabic = word.starts_with(|first: char| ('\u{600}'..='\u{6ff}').contains(&first));
    let has = |word: &str, least: usize| word.chars().count() >= least;
    let without = |(before, least): (&str, usize)| word.strip_prefix(before).filter(|rest| has(rest, least));
    let joined = JOINED.into_iter().map(|before| (before, 2)).chain([("و", 3)]);
    let word = if is_arabic { joined.into_iter().find_map(without).unwrap_or(word) } else { word };
    let end = word.char_indices().nth(LONGEST).map_or(word.len(), |(at, _)| at);
    &word[..end]
}

#[cfg(test)]
mod tests {
    use super::words;

    /// What `tests/web/search.mjs` holds the browser's folding to.
    const FOLDED: &str = include_str!("../../tests/web/folded.tsv");

    #[test]
    fn words_are_folded_as_the_list_has_them() {
        let mut tried = 0;
        for line in FOLDED.lines() {
            let (text, wanted) = line.split_once('\t').expect("a text and its words");
            let mut found = Vec::new();
            words(text, &mut |word| found.push(word.to_owned()));
            assert_eq!(found.join(" "), wanted, "{text}");
            tried += 1;
        }
        assert!(tried > 25, "{tried} texts");
    }
}
