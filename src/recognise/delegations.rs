//! Delegations in prose: all their names in one pass, longest first, at the borders of words.

use super::fold::{Folded, fold};
use crate::diag::nearest;
use crate::model::delegation::{NameCase, Registry};
use crate::model::ids::{DelegationId, Lang};
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Letters that Arabic joins to the word they go before.
const ARABIC_PREFIXES: [&str; 6] = ["و", "ف", "ب", "ك", "ل", "لل"];

/// All names of one language, ready to be found.
pub struct Lexicon {
    automaton: Option<AhoCorasick>,
    /// What each of the automaton's patterns names; none for what only looks like a delegation.
    targets: Vec<Option<DelegationId>>,
    /// Folded names of every language, for words that stand alone: in front matter, in links.
    by_name: BTreeMap<String, DelegationId>,
    alpha2: BTreeMap<String, DelegationId>,
    /// Names in this language, for "did you mean".
    known: Vec<String>,
    codes: Vec<DelegationId>,
    unspaced: bool,
    arabic: bool,
}

/// A name found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// None for a phrase that is not a delegation.
    pub id: Option<DelegationId>,
}

impl Lexicon {
    pub fn new(registry: &Registry, lang: &Lang) -> Self {
        let mut patterns: BTreeMap<String, Option<DelegationId>> = BTreeMap::new();
        let mut by_name = BTreeMap::new();
        for name in &registry.names {
            let text = fold(&name.text);
            if let Some(id) = &name.target {
                by_name.entry(text.clone()).or_insert_with(|| id.clone());
            }
            if name.lang.as_ref().is_some_and(|own| own.primary() != lang.primary()) {
                continue;
            }
            for form in forms(&text, name.case) {
                patterns.insert(form, name.target.clone());
            }
        }
        let delegations = registry.delegations.values();
        let alpha2 = delegations.filter_map(|d| Some((d.alpha2.clone()?, d.id.clone()))).collect();
        let in_capitals = |name: &str| name.len() > 3 && !name.contains(char::is_lowercase);
        let offered = patterns.iter().filter(|(name, id)| id.is_some() && !in_capitals(name));
        let known = offered.map(|(name, _)| name.clone()).collect();
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(patterns.keys()).ok();
        Self {
            automaton,
            targets: patterns.into_values().collect(),
            by_name,
            alpha2,
            known,
            codes: registry.delegations.keys().cloned().collect(),
            unspaced: matches!(lang.primary(), "zh" | "ja"),
            arabic: lang.primary() == "ar",
        }
    }

    /// Every name in `text`, in its order: of names that overlap the leftmost, of these the longest.
    pub fn find(&self, text: &str) -> Vec<Found> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let folded = Folded::new(text);
        let mut matches: Vec<(usize, usize, usize)> = automaton
            .find_overlapping_iter(&folded.text)
            .map(|found| (found.start(), found.end(), found.pattern().as_usize()))
            .filter(|(start, end, _)| self.stands_alone(&folded.text, *start, *end))
            .collect();
        matches.sort_unstable_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let mut found = Vec::new();
        let mut free_from = 0;
        for (start, end, pattern) in matches {
            if start >= free_from {
                found.push(Found { range: folded.back(start, end), id: self.targets[pattern].clone() });
                free_from = end;
            }
        }
        found
    }

    /// Whether no letter or digit runs into the name from either side.
    fn stands_alone(&self, text: &str, start: usize, end: usize) -> bool {
        if self.unspaced {
            return true;
        }
        let after = text[end..].chars().next();
        let before = &text[..start];
        let open = |letter: Option<char>| letter.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        let prefixed = || {
            self.arabic
                && ARABIC_PREFIXES
                    .iter()
                    .any(|prefix| before.strip_suffix(prefix).is_some_and(|rest| open(rest.chars().next_back())))
        };
        open(after) && (open(before.chars().next_back()) || prefixed())
    }

    /// The delegation that a word by itself names: a code, or a name in any language.
    pub fn resolve(&self, word: &str) -> Option<DelegationId> {
        let word = word.trim();
        let code = DelegationId::read(word).filter(|id| self.codes.binary_search(id).is_ok());
        let bare = || word.strip_prefix("the ").or_else(|| word.strip_prefix("The ")).unwrap_or(word);
        code.or_else(|| self.alpha2.get(word).cloned()).or_else(|| self.by_name.get(&fold(bare())).cloned())
    }

    /// The known name or code that `word` most likely is a slip of.
    pub fn nearest(&self, word: &str) -> Option<&str> {
        if word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) {
            return nearest(word, self.codes.iter().map(DelegationId::as_str));
        }
        nearest(word, self.known.iter().filter(|name| name.len() > 3).map(String::as_str))
    }
}

/// The ways in which a name may be written.
fn forms(name: &str, case: NameCase) -> Vec<String> {
    let mut forms = vec![name.to_owned()];
    match case {
        NameCase::Abbreviation => {}
        // Capitals of bulletin style; short words in capitals are abbreviations of something else.
        NameCase::Name if name.chars().filter(|c| c.is_alphabetic()).count() > 3 => forms.push(name.to_uppercase()),
        NameCase::Name => {}
        NameCase::Adjective => {
            let mut letters = name.chars();
            forms.extend(letters.next().map(|first| first.to_uppercase().chain(letters).collect()));
        }
    }
    forms
}
