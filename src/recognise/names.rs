//! Names in a text: all in one pass, longest first, at the borders of words, in the letters that their kind allows.

use super::delegations::{Lexicon, Script};
use super::fold::{self, Fold};
use super::hashed::{self, Known, Slot, Trail};
use crate::model::delegation::{NameCase, NameEntry, NameTable};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

/// Small words that Arabic joins to the one they go before.
const ARABIC_PREFIXES: [&str; 11] = ["و", "ف", "ب", "ك", "ل", "وب", "ول", "فب", "بال", "وال", "ال"];

/// Names in one table.
pub struct Layer {
    slots: Cow<'static, [Slot]>,
    entries: Cow<'static, [NameEntry]>,
    /// First bytes of the names that may begin with a small letter.
    small: [bool; 256],
}

/// A name found in a text.
#[derive(Clone, Debug)]
pub struct Found<'a> {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub entry: &'a NameEntry,
}

impl Layer {
    pub fn compiled(table: &'static NameTable) -> Self {
        Self::from_parts(Cow::Borrowed(table.slots), Cow::Borrowed(table.entries))
    }

    /// A layer of names that are known only now.
    pub fn new(entries: Vec<NameEntry>) -> Self {
        let mut by_key: BTreeMap<String, Vec<NameEntry>> = BTreeMap::new();
        for entry in entries {
            by_key.entry(fold::key(&entry.text)).or_default().push(entry);
        }
        let mut at = 0;
        let firsts = by_key.iter().map(|(key, entries)| {
            let first = (key.as_str(), at, entries.len());
            at += entries.len();
            first
        });
        let slots = hashed::build(firsts);
        Self::from_parts(Cow::Owned(slots), Cow::Owned(by_key.into_values().flatten().collect()))
    }

    fn from_parts(slots: Cow<'static, [Slot]>, entries: Cow<'static, [NameEntry]>) -> Self {
        let mut small = [false; 256];
        let may_be_small =
            |entry: &&NameEntry| entry.case == NameCase::Adjective || entry.text.starts_with(char::is_lowercase);
        for entry in entries.iter().filter(may_be_small) {
            let letter = entry.text.chars().next().map_or(0, |letter| {
                let mut bytes = [0; 4];
                letter.to_lowercase().next().unwrap_or(letter).encode_utf8(&mut bytes);
                bytes[0]
            });
            small[usize::from(letter)] = true;
        }
        Self { slots, entries, small }
    }

    pub fn entries(&self) -> impl Iterator<Item = &NameEntry> {
        self.entries.iter()
    }

    /// The entries of one folded name.
    pub fn get(&self, key: &str) -> &[NameEntry] {
        let mut trail = Trail::new();
        trail.feed(key.as_bytes());
        let entries = hashed::find(&self.slots, trail).map_or(&[][..], |known| self.slice(known));
        let is_it = entries.first().is_some_and(|entry| fold::key(&entry.text) == key);
        if is_it { entries } else { &[] }
    }

    fn slice(&self, known: Known) -> &[NameEntry] {
        self.entries.get(known.first..known.first + known.many).unwrap_or_default()
    }

    /// False where surely no name begins: with most small letters none does.
    fn may_hold(&self, text: &str, at: usize) -> bool {
        let first = text.as_bytes()[at];
        let is_small = match first {
            byte if byte.is_ascii() => byte.is_ascii_lowercase(),
            _ => text[at..].chars().next().is_some_and(char::is_lowercase),
        };
        !is_small || self.small[usize::from(first)]
    }

    /// Every name that `text` has at `at`, shortest first: where it ends, and its entries.
    fn walk(&self, text: &str, at: usize, ends: &mut Vec<(usize, Known)>) {
        let mut trail = Trail::new();
        let bytes = text.as_bytes();
        let mut at = at;
        while let Some(byte) = bytes.get(at) {
            let last = match byte {
                byte if in_ascii_word(*byte) => {
                    let word = bytes[at..].iter().take_while(|byte| in_ascii_word(**byte));
                    at += word.map(|byte| trail.step(byte.to_ascii_lowercase())).count();
                    'a'
                }
                b'\'' | b'-' | b'.' => {
                    trail.step(*byte);
                    at += 1;
                    char::from(*byte)
                }
                _ => {
                    let (length, fold) = letter(&text[at..]);
                    at += length;
                    match fold {
                        Fold::Nothing => continue,
                        Fold::And => trail.feed(b"and"),
                        Fold::Space => trail.step(b' '),
                        Fold::Letter(letter) => trail.feed(letter.encode_utf8(&mut [0; 4]).as_bytes()),
                    }
                    if let Fold::Letter(letter) = fold { letter } else { ' ' }
                }
            };
            let goes_on = match ends_word(&text[at..], last) {
                Ends::No => continue,
                // `&` may part two names as well as stand in one.
                Ends::Perhaps => true,
                Ends::Yes => false,
            };
            let known = hashed::find(&self.slots, trail);
            if let Some(known) = known.filter(|known| known.many > 0) {
                ends.push((at, known));
            }
            if !goes_on && !known.is_some_and(|known| known.goes_on) {
                return;
            }
        }
    }
}

/// What the first letter of `rest` counts as, and how many bytes it takes; all spaces in a row are one.
fn letter(rest: &str) -> (usize, Fold) {
    let letter = rest.chars().next().unwrap_or(' ');
    match fold::fold(letter) {
        Fold::Space => (rest.len() - rest.trim_start().len(), Fold::Space),
        other => (letter.len_utf8(), other),
    }
}

enum Ends {
    Yes,
    No,
    Perhaps,
}

/// Whether a name may end between a letter and `rest`.
fn ends_word(rest: &str, last: char) -> Ends {
    let ends = |yes: bool| if yes { Ends::Yes } else { Ends::No };
    if let Some(next) = rest.as_bytes().first().filter(|next| next.is_ascii()) {
        return match next {
            b'&' => Ends::Perhaps,
            _ => ends(!in_ascii_word(*next) || hashed::ends_word(last, 'a')),
        };
    }
    match rest.chars().find(|letter| fold::fold(*letter) != Fold::Nothing) {
        Some('&' | '＆') => Ends::Perhaps,
        next => ends(next.is_none_or(|next| hashed::ends_word(last, next))),
    }
}

impl Lexicon {
    /// Every name in `text`, in its order: of names that overlap the leftmost, of these the longest.
    pub fn find(&self, text: &str) -> Vec<Found<'_>> {
        if !has_marks(text) || is_nfc(text) {
            return self.find_composed(text);
        }
        let (composed, origin) = compose(text);
        let mut found = self.find_composed(&composed);
        for name in &mut found {
            name.range = origin[name.range.start]..origin[name.range.end];
        }
        found
    }

    fn find_composed(&self, text: &str) -> Vec<Found<'_>> {
        let mut found: Vec<Found> = Vec::new();
        let mut ends = Vec::new();
        let bytes = text.as_bytes();
        let unspaced = self.script == Script::Unspaced;
        let mut open = true;
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let (end, in_word) = match byte {
                byte if in_ascii_word(*byte) => {
                    (at + bytes[at..].iter().take_while(|byte| in_ascii_word(**byte)).count(), true)
                }
                byte if byte.is_ascii() => (at + 1, false),
                _ => {
                    let letter = text[at..].chars().next().unwrap_or(' ');
                    let silent = fold::fold(letter) == Fold::Nothing;
                    (at + letter.len_utf8(), if silent { !open } else { letter.is_alphanumeric() })
                }
            };
            if in_word
                && open
                && let Some(name) = self.longest(text, at, &mut ends)
            {
                at = name.range.end;
                found.push(name);
                open = unspaced;
                continue;
            }
            open = !in_word || unspaced;
            at = end;
        }
        found
    }

    /// The longest name at the beginning of a word.
    fn longest<'a>(&'a self, text: &str, at: usize, ends: &mut Vec<(usize, Known)>) -> Option<Found<'a>> {
        let here = self.longest_at(text, at, ends);
        if here.is_some() || self.script != Script::Prefixed {
            return here;
        }
        let word = &text[at..];
        let prefixes = ARABIC_PREFIXES.iter().filter_map(|prefix| word.strip_prefix(prefix));
        prefixes.map(|rest| text.len() - rest.len()).find_map(|start| self.longest_at(text, start, ends))
    }

    fn longest_at<'a>(&'a self, text: &str, at: usize, ends: &mut Vec<(usize, Known)>) -> Option<Found<'a>> {
        let mut best: Option<Found> = None;
        for layer in self.layers.iter().filter(|layer| layer.may_hold(text, at)) {
            ends.clear();
            layer.walk(text, at, ends);
            for (end, value) in ends.iter().rev() {
                if best.as_ref().is_some_and(|best| best.range.end >= *end) {
                    break;
                }
                if !self.closes(text, *end) {
                    continue;
                }
                let surface = &text[at..*end];
                let fits = |entry: &&NameEntry| is_cased(entry, surface) && !self.is_disabled(entry);
                if let Some(entry) = layer.slice(*value).iter().find(fits) {
                    best = Some(Found { range: at..*end, entry });
                    break;
                }
            }
        }
        best
    }

    /// Whether a word ends at `end`: no letter or digit follows.
    fn closes(&self, text: &str, end: usize) -> bool {
        let ascii = text.as_bytes()[end - 1].is_ascii();
        if let Some(next) = text.as_bytes().get(end).filter(|next| next.is_ascii()) {
            return !in_ascii_word(*next) && *next != b'$' || self.script == Script::Unspaced && !ascii;
        }
        if self.script == Script::Unspaced && !ascii {
            return true;
        }
        let next = text[end..].chars().find(|letter| fold::fold(*letter) != Fold::Nothing);
        next.is_none_or(|letter| !letter.is_alphanumeric() && !matches!(letter, '_' | '$' | '€' | '£'))
            || self.script == Script::Unspaced && next.is_some_and(|letter| !letter.is_ascii())
    }
}

fn in_ascii_word(byte: u8) -> bool {
    IN_ASCII_WORD[usize::from(byte)]
}

static IN_ASCII_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = (byte as u8).is_ascii_alphanumeric() || byte as u8 == b'_';
        byte += 1;
    }
    table
};

/// Whether the words of a text have the capitals that the name asks for.
fn is_cased(entry: &NameEntry, surface: &str) -> bool {
    if *entry.text == *surface {
        return true;
    }
    // The table knows names by their hashes alone.
    if fold::key(&entry.text) != fold::key(surface) {
        return false;
    }
    match entry.case {
        NameCase::Adjective => true,
        NameCase::Abbreviation => false,
        NameCase::Name => {
            let short = entry.text.chars().filter(|c| c.is_alphabetic()).count() <= 3;
            let capitals = |word: &str| !word.contains(char::is_lowercase);
            // Short words in capitals are abbreviations of something else.
            if short && capitals(surface) && !capitals(&entry.text) {
                return false;
            }
            let parts = |c: char| c.is_whitespace() || c == '-' || c == '‑';
            let mut written = surface.split(parts).filter(|word| !word.is_empty());
            entry.text.split(parts).all(|wanted| {
                let word = written.next().unwrap_or(wanted);
                let small = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_none_or(char::is_lowercase);
                let shouted = wanted.chars().count() > 1 && capitals(wanted);
                small(wanted) || !small(word) && (!shouted || capitals(word))
            })
        }
    }
}

/// Whether a text may have letters apart from their marks: the first bytes of combining marks stand in it.
fn has_marks(text: &str) -> bool {
    // By the chunk and without an early end, so that the compiler can compare many bytes at once.
    let holds = |chunk: &[u8]| chunk.iter().fold(false, |any, byte| any | matches!(byte, 0xcc | 0xcd | 0xd9));
    text.as_bytes().chunks(64).any(holds)
}

/// The text with its letters composed, and for each byte, and one past the end, the byte that it came from.
fn compose(text: &str) -> (String, Vec<usize>) {
    let mut composed = String::with_capacity(text.len());
    let mut origin = Vec::with_capacity(text.len() + 1);
    for (at, cluster) in text.grapheme_indices(true) {
        for letter in cluster.nfc() {
            composed.push(letter);
            origin.extend(std::iter::repeat_n(at, letter.len_utf8()));
        }
    }
    origin.push(text.len());
    (composed, origin)
}
