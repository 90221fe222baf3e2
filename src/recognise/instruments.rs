//! Which instrument a text speaks of beside a citation: by name, by what it is called for short, by "its".

use super::around;
use super::clause_words::*;
use crate::model::delegation::InstrumentName;
use crate::model::ids::InstrumentId;
use std::collections::{BTreeMap, BTreeSet};

/// How much of a text before a citation is asked.
const WINDOW: usize = 200;

/// All names of instruments, by the word that they begin with and by the one that they end with.
#[derive(Default)]
pub struct InstrumentNames {
    by_first: BTreeMap<String, Vec<(String, InstrumentId)>>,
    by_last: BTreeMap<String, Vec<(String, InstrumentId)>>,
    /// Names in a script without spaces.
    unspaced: Vec<(String, InstrumentId)>,
    /// Whether a name begins with a small letter: a site's own may.
    small: bool,
    /// The words of all of an instrument's names, in small letters.
    words: BTreeMap<InstrumentId, BTreeSet<String>>,
}

/// What is named beside a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    Known(InstrumentId),
    /// The conference's own: "the draft treaty".
    Home,
    /// Some other writing, which nobody here knows.
    Stranger,
    Nothing,
}

fn words_of(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

impl InstrumentNames {
    pub fn new(instruments: &[InstrumentName]) -> Self {
        let mut all = Self::default();
        for instrument in instruments {
            for name in instrument.names.iter().map(|name| name.replace('’', "'")) {
                all.small |= name.starts_with(|c: char| c.is_ascii_lowercase());
                let entry = (name.clone(), instrument.id.clone());
                let (Some(first), Some(last)) = (words_of(&name).next(), words_of(&name).last()) else { continue };
                if name.starts_with(is_unspaced) {
                    all.unspaced.push(entry.clone());
                }
                all.by_first.entry(first.to_owned()).or_default().push(entry.clone());
                all.by_last.entry(last.to_owned()).or_default().push(entry);
                let words = all.words.entry(instrument.id.clone()).or_default();
                words.extend(words_of(&name).map(str::to_lowercase));
            }
        }
        for entries in all.by_first.values_mut().chain(all.by_last.values_mut()).chain([&mut all.unspaced]) {
            entries.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        }
        all
    }

    /// The longest name that `text` begins with, and its length.
    fn at_start(&self, text: &str) -> Option<(&InstrumentId, usize)> {
        // All names begin with a capital, but for some in scripts that have none.
        if text.starts_with(|c: char| c.is_ascii_lowercase()) && !self.small {
            return None;
        }
        let first = words_of(text).next()?;
        let closes = |length: usize| !text[length..].starts_with(char::is_alphanumeric);
        let entries = self.by_first.get(first).into_iter().flatten();
        let spaced = entries.filter_map(|(name, id)| prefix_length(text, name).map(|length| (id, length)));
        spaced.filter(|(_, length)| closes(*length)).max_by_key(|(_, length)| *length)
    }

    /// The longest name that `text` ends with.
    fn at_end(&self, text: &str) -> Option<&InstrumentId> {
        if text.ends_with(is_unspaced) {
            return self.unspaced.iter().find(|(name, _)| text.ends_with(name.as_str())).map(|(_, id)| id);
        }
        let last = text.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty())?;
        let fits = |name: &str| {
            let start = text.len().checked_sub(name.len()).filter(|start| text.is_char_boundary(*start));
            start.is_some_and(|start| text[start..] == *name && !text[..start].ends_with(char::is_alphanumeric))
        };
        self.by_last.get(last)?.iter().find(|(name, _)| fits(name)).map(|(_, id)| id)
    }

    /// The last instrument that is named in `text`.
    fn last_in(&self, text: &str) -> Option<&InstrumentId> {
        let mut found = None;
        let mut free_from = 0;
        let mut inside = false;
        for (at, letter) in text.char_indices() {
            let begins = letter.is_alphanumeric() && !inside;
            inside = letter.is_alphanumeric();
            if begins
                && at >= free_from
                && let Some((id, length)) = self.at_start(&text[at..])
            {
                found = Some(id);
                free_from = at + length;
            }
        }
        found
    }

    /// Whether an instrument is called by such a word; true for one whose names nobody knows.
    fn is_called(&self, id: &InstrumentId, word: &str) -> bool {
        self.words.get(id).is_none_or(|words| words.contains(word))
    }

    /// Whether a word of an instrument's names is such a one.
    pub fn has_word(&self, id: &InstrumentId, is_it: impl Fn(&str) -> bool) -> bool {
        self.words.get(id).is_some_and(|words| words.iter().any(|word| is_it(word)))
    }

    /// What stands behind a citation: `of the UN Charter`, `VCLT`, `of the draft treaty`, `of the Constitution`.
    pub fn behind(&self, text: &str, end: usize, home: &[InstrumentId]) -> Named {
        let after = &text[end..];
        let after = skip_comma(skip_title(after));
        let mut rest = after.trim_start();
        let gap = rest.len() < after.len() || rest.starts_with(is_unspaced);
        let mut linked = false;
        for _ in 0..5 {
            let word = rest.split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).next().unwrap_or_default();
            if !LINKS.holds(word) {
                break;
            }
            rest = rest[word.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\'' | '’'));
            linked = true;
        }
        if !gap && !linked {
            return Named::Nothing;
        }
        if let Some((id, _)) = self.at_start(rest) {
            return Named::Known(id.clone());
        }
        if !linked {
            return Named::Nothing;
        }
        self.phrase(rest, (text, end), home)
    }

    /// An instrument called only by its kind, or some other writing.
    fn phrase(&self, rest: &str, place: (&str, usize), home: &[InstrumentId]) -> Named {
        let mut qualified: Vec<String> = Vec::new();
        let mut kind = None;
        let mut window = rest;
        for _ in 0..7 {
            // Behind the kind only another kind goes on: "draft rules", "treaty text".
            let end = window
                .find(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '.'))
                .unwrap_or(window.len());
            // "U.S." is a word; a full stop alone ends the sentence.
            let initials = window[..end].trim_end_matches('.').contains('.');
            let end = if initials { end } else { window[..end].find('.').unwrap_or(end) };
            let word = window[..end].to_lowercase();
            let word = word.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            if word.is_empty() || STOPS.holds(&word) {
                break;
            }
            if OTHER_KINDS.holds(&word) {
                let own = home.iter().any(|id| self.words.get(id).is_some_and(|words| words.contains(&word)));
                return if own { Named::Home } else { Named::Stranger };
            }
            if TREATY_KINDS.holds(&word) || HOME_KINDS.holds(&word) {
                kind = Some(word);
            } else if kind.is_some() {
                break;
            } else if !PLAIN_QUALIFIERS.holds(&word) {
                qualified.push(word);
            }
            let next = window[end..].trim_start();
            // Only a space joins the words of a name.
            if next.len() == window[end..].len() || !window[end..].starts_with(char::is_whitespace) {
                break;
            }
            window = next;
        }
        let Some(kind) = kind else { return Named::Nothing };
        let homely = |id: &InstrumentId| qualified.iter().all(|word| self.is_called(id, word));
        if !qualified.is_empty() {
            return if home.iter().any(homely) { Named::Home } else { Named::Stranger };
        }
        self.by_kind(&kind, place, home)
    }

    /// "the Charter", "the Convention", "the draft".
    fn by_kind(&self, kind: &str, place: (&str, usize), home: &[InstrumentId]) -> Named {
        let (text, end) = place;
        if matches!(kind, "charter" | "charte" | "carta" | "الميثاق" | "устава") {
            let own = home.iter().any(|id| self.words.get(id).is_some_and(|words| words.contains(kind)));
            return if own {
                Named::Home
            } else {
                InstrumentId::read("un-charter").map_or(Named::Stranger, Named::Known)
            };
        }
        let known = home.iter().any(|id| self.words.contains_key(id));
        let called = home.iter().any(|id| self.is_called(id, kind));
        if HOME_KINDS.holds(kind) || known && called {
            return Named::Home;
        }
        let before = self.last_in(window(text, end)).filter(|id| self.is_called(id, kind) && !home.contains(id));
        match before {
            Some(id) => Named::Known(id.clone()),
            None if called || kind == "treaty" => Named::Home,
            None => Named::Stranger,
        }
    }

    /// What stands before a citation: `the UN Charter's`, `under the NPT,`, `the TPNW and its`.
    pub fn ahead(&self, text: &str, start: usize) -> Named {
        let before = &text[..start];
        let head =
            before.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | '《' | '》' | '«' | '“'));
        let word = around::before(text, start);
        if let Some(word) = word.filter(|word| word.is_adjacent() && word.is(&POSSESSIVES)) {
            return self.in_sentence(&text[..word.range.start]);
        }
        let common =
            head.strip_suffix(" common").or_else(|| head.strip_suffix(" in")).or_else(|| head.strip_suffix(" en"));
        let head = common.unwrap_or(head).trim_end();
        let bare = head.strip_suffix("'s").or_else(|| head.strip_suffix("’s")).unwrap_or(head);
        let bare = bare.strip_suffix(['\'', '’']).unwrap_or(bare);
        if let Some(id) = self.at_end(bare) {
            return Named::Known(id.clone());
        }
        if !before.trim_end().ends_with(',') {
            return Named::Nothing;
        }
        let sentence = sentence_before(text, start);
        let opens = sentence.split_whitespace().next().unwrap_or_default().to_lowercase();
        let trimmed = sentence.trim_end();
        if trimmed.ends_with(',') && LEADS.holds(&opens) && trimmed.matches(',').count() == 1 {
            return self.in_sentence(&text[..start]);
        }
        Named::Nothing
    }

    /// The instrument that the sentence so far has named last, or some other writing in it.
    fn in_sentence(&self, before: &str) -> Named {
        let sentence = sentence_before(before, before.len());
        if let Some(id) = self.last_in(sentence) {
            return Named::Known(id.clone());
        }
        let foreign = |word: &str| OTHER_KINDS.holds(word) || is_treaty_name(word);
        if words_of(sentence).any(foreign) { Named::Stranger } else { Named::Nothing }
    }
}

fn is_treaty_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && TREATY_KINDS.holds(word)
}

/// `name` at the beginning of `text`, curly apostrophes and wide spaces folded: how many bytes it takes.
fn prefix_length(text: &str, name: &str) -> Option<usize> {
    let mut letters = text.char_indices();
    for wanted in name.chars() {
        let (_, letter) = letters.next()?;
        let letter = match letter {
            '’' => '\'',
            space if space.is_whitespace() => ' ',
            other => other,
        };
        if letter != wanted {
            return None;
        }
    }
    Some(letters.next().map_or(text.len(), |(at, _)| at))
}

/// Behind a title in brackets: `Article 6 (Prohibitions) of the ATT`.
fn skip_title(after: &str) -> &str {
    let Some(inner) = after.trim_start().strip_prefix('(') else { return after };
    match inner.find([')', '(']) {
        Some(end) if end <= 60 && inner[end..].starts_with(')') => &inner[end + 1..],
        _ => after,
    }
}

/// `Article 2, paragraph 4, of the Charter`.
fn skip_comma(after: &str) -> &str {
    let Some(rest) = after.strip_prefix(',') else { return after };
    let word =
        rest.trim_start().split(|c: char| c.is_whitespace() || matches!(c, '\'' | '’')).next().unwrap_or_default();
    if matches!(word, "of" | "de" | "du" | "des" | "del" | "d") { rest } else { after }
}

/// The last bytes before `end`, cut at a character.
fn window(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(WINDOW);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..end]
}

/// The sentence so far.
pub fn sentence_before(text: &str, end: usize) -> &str {
    let window = window(text, end);
    let stop = window.char_indices().rev().find(|(at, letter)| {
        let next = window[at + letter.len_utf8()..].chars().next();
        matches!(letter, '!' | '?' | ';' | ':' | '。') || *letter == '.' && next.is_some_and(char::is_whitespace)
    });
    stop.map_or(window, |(at, letter)| window[at + letter.len_utf8()..].trim_start())
}
