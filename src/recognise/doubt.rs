//! What a name means where it stands: a delegation, a person of that name, a place, a word.
//!
//! Only the name's own paragraph is asked, so a text means the same read whole or in pieces. What stays open is a
//! guess: it says which reading is taken, and the author has the last word.

use super::around::{self, Beside};
use super::delegations::Lexicon;
use super::doubt_words::*;
use super::names::Found;
use crate::model::delegation::NameCase;
use crate::model::ids::DelegationId;
use crate::model::report::Doubt;
use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A name and what it means; nobody where it is no delegation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub target: Option<DelegationId>,
    /// Why that is only a guess.
    pub doubt: Option<Doubt>,
}

/// What a name is taken for at first sight, before the rest of the paragraph is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sight {
    /// No delegation, surely.
    Other,
    Person,
    State,
    /// Capitals may have made a name of a word.
    Capitals(DelegationId),
    One(DelegationId),
    Several(Vec<DelegationId>),
}

impl Sight {
    fn one(&self) -> Option<&DelegationId> {
        match self {
            Self::One(id) => Some(id),
            _ => None,
        }
    }
}

/// Every name in a paragraph's text, with its meaning.
pub fn read(lexicon: &Lexicon, text: &str) -> Vec<Reading> {
    let found = lexicon.find(text);
    let looks: Vec<Look> = (0..found.len()).map(|at| Look::at(text, &found, at)).collect();
    let sights: Vec<Sight> = looks.iter().map(|look| look.sight(lexicon)).collect();
    let surface = |at: usize| &text[found[at].range.clone()];
    let those = |wanted: Sight| -> BTreeSet<&str> {
        (0..found.len()).filter(|at| sights[*at] == wanted).map(surface).collect()
    };
    let (persons, states) = (those(Sight::Person), those(Sight::State));
    // What follows is asked of a paragraph once, and only where a name needs it.
    //
    // "Georgian" beside "Georgia" shows that the country is spoken of.
    let names = LazyCell::new(|| {
        let mut names: BTreeMap<&DelegationId, BTreeSet<&str>> = BTreeMap::new();
        for (at, id) in sights.iter().enumerate().filter_map(|(at, sight)| Some((at, sight.one()?))) {
            names.entry(id).or_default().insert(surface(at));
        }
        names
    });
    let states_spoken_of = LazyCell::new(|| speaks_of_states(text));
    let state_city = LazyCell::new(|| names_a_city_of_the_state(text));
    let capitals = LazyCell::new(|| capitals(text));
    let mut readings = Vec::with_capacity(found.len());
    for (at, sight) in sights.iter().enumerate() {
        let look = &looks[at];
        let strong = || look.is_strong(&sights) || sight.one().is_some_and(|id| names[id].len() > 1);
        let (target, doubt) = match sight {
            Sight::Other | Sight::Person | Sight::State => (None, None),
            Sight::Capitals(id) => (None, Some(Doubt::Capitals(id.clone()))),
            Sight::One(id) if persons.contains(surface(at)) && !strong() => (None, Some(Doubt::Person(id.clone()))),
            Sight::One(id) if states.contains(surface(at)) && !strong() => (None, Some(Doubt::State(id.clone()))),
            Sight::One(id) if look.doubts("state") && (*states_spoken_of || *state_city) && !strong() => {
                let taken = (!*state_city).then(|| id.clone());
                (taken, Some(Doubt::State(id.clone())))
            }
            Sight::One(id) => (Some(id.clone()), None),
            Sight::Several(candidates) => several(candidates, &capitals, &names),
        };
        if target.is_some() || doubt.is_some() {
            readings.push(Reading { range: found[at].range.clone(), target, doubt });
        }
    }
    readings
}

/// Of several candidates the one that the paragraph names otherwise, by name or capital; else the likeliest.
fn several(
    candidates: &[DelegationId],
    capitals: &[&str],
    names: &BTreeMap<&DelegationId, BTreeSet<&str>>,
) -> (Option<DelegationId>, Option<Doubt>) {
    let mut named = candidates.iter().filter(|id| capitals.contains(&id.as_str()));
    if let (Some(only), None) = (named.next(), named.next()) {
        return (Some(only.clone()), None);
    }
    let mut named = candidates.iter().filter(|id| names.contains_key(id));
    if let (Some(only), None) = (named.next(), named.next()) {
        return (Some(only.clone()), None);
    }
    (candidates.first().cloned(), Some(Doubt::Several(candidates.to_vec())))
}

/// Whose capitals a paragraph names, of the countries that share a name.
fn capitals(text: &str) -> Vec<&'static str> {
    CAPITALS.iter().filter(|(city, _)| text.contains(city)).map(|(_, country)| *country).collect()
}

fn speaks_of_states(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic());
    words.any(|word| STATES.holds(word) || STATE_OFFICES.holds(word))
        || LONG_STATES.iter().any(|state| text.contains(state))
}

/// Whether a paragraph names a city that is in no country of that name.
fn names_a_city_of_the_state(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.starts_with(char::is_uppercase));
    words.any(|word| GEORGIAN_CITIES.holds(word) && !word.eq_ignore_ascii_case("athens"))
}

/// One name among all that were found, and the words around it.
struct Look<'a> {
    text: &'a str,
    found: &'a [Found<'a>],
    at: usize,
    before: Option<Beside<'a>>,
    after: Option<Beside<'a>>,
}

impl<'a> Look<'a> {
    fn at(text: &'a str, found: &'a [Found<'a>], at: usize) -> Self {
        let Range { start, end } = found[at].range;
        Self { text, found, at, before: around::before(text, start), after: around::after(text, end) }
    }

    fn range(&self) -> &Range<usize> {
        &self.found[self.at].range
    }

    fn surface(&self) -> &'a str {
        &self.text[self.range().clone()]
    }

    fn doubts(&self, what: &str) -> bool {
        let doubt = self.found[self.at].entry.doubt;
        !doubt.is_empty() && doubt.split('|').any(|doubt| doubt == what)
    }

    fn before(&self) -> Option<Beside<'a>> {
        self.before.clone()
    }

    fn after(&self) -> Option<Beside<'a>> {
        self.after.clone()
    }

    fn sight(&self, lexicon: &Lexicon) -> Sight {
        let mut candidates = lexicon.candidates(self.found[self.at].entry);
        let Some(first) = candidates.next() else { return Sight::Other };
        let is_country = first.is_country();
        if self.doubts("word") && self.is_shouted()
            || self.doubts("question") && self.is_among_capitals()
            || self.doubts("person") && self.is_between_capitals()
        {
            return Sight::Capitals(first);
        }
        if self.is_in_symbol() {
            return Sight::Other;
        }
        if first.as_str() == "KOR" && self.is_before_korea() {
            return Sight::Several(["PRK", "KOR"].into_iter().filter_map(DelegationId::read).collect());
        }
        if is_country
            && (self.is_feature() || self.is_language() || self.is_verb() || self.is_town() || self.is_chapter())
        {
            return Sight::Other;
        }
        if is_country && self.is_person() {
            return Sight::Person;
        }
        if self.doubts("state") && self.is_state() {
            return Sight::State;
        }
        match candidates.next() {
            Some(second) => Sight::Several([first, second].into_iter().chain(candidates).collect()),
            None => Sight::One(first),
        }
    }

    /// "CONTACT US": a short word among capitals, without an article.
    fn is_shouted(&self) -> bool {
        let surface = self.surface();
        let abbreviation = self.found[self.at].entry.case == NameCase::Abbreviation && !surface.contains('.');
        let named = |word: &Beside| self.at > 0 && self.found[self.at - 1].range.end >= word.range.end;
        let shouted = |word: &Beside| word.is_adjacent() && word.is_in_capitals() && word.word != "THE" && !named(word);
        abbreviation && self.before().is_some_and(|word| shouted(&word))
    }

    /// "WHO BLOCKS WHAT?": capitals on either side.
    fn is_among_capitals(&self) -> bool {
        self.is_shouted() || self.after().is_some_and(|word| word.is_adjacent() && word.is_in_capitals())
    }

    /// "INÉS JORDAN ARCE": a speaker's name, where a bulletin puts speakers in capitals.
    fn is_between_capitals(&self) -> bool {
        let named = |range: &Range<usize>| self.found.iter().any(|other| other.range.contains(&range.start));
        let shouted = |word: Beside| word.is_adjacent() && word.is_in_capitals() && !named(&word.range);
        let capitals = !self.surface().contains(char::is_lowercase);
        let small = |word: &Beside| word.is(&OF) || word.is_any(&["the", "and", "for", "from", "to"]);
        capitals
            && self.before().is_some_and(|word| !small(&word) && shouted(word))
            && self.after().is_some_and(shouted)
    }

    /// `UNEP/PP/INC.5/CRP.7`: a document's symbol.
    fn is_in_symbol(&self) -> bool {
        let Some(rest) = self.text[self.range().end..].strip_prefix('/') else { return false };
        let symbol = rest.split(char::is_whitespace).next().unwrap_or_default();
        symbol.contains('/') && symbol.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit())
    }

    /// A misspelt "Democratic People's Republic of Korea" must never become its neighbour.
    fn is_before_korea(&self) -> bool {
        self.before().is_some_and(|word| word.is_close() && word.is(&BEFORE_KOREA))
    }

    /// A canal, a gulf, a paper: something that only bears the name.
    fn is_feature(&self) -> bool {
        let behind =
            |word: &Beside| word.is_adjacent() && (word.is(&FEATURES) && word.is_title_case() || word.is(&CURRENCIES));
        if self.after.as_ref().is_some_and(behind) {
            return true;
        }
        let Some(before) =
            self.before.as_ref().filter(|word| word.is_adjacent() || word.gap.is_empty() || word.gap == "'")
        else {
            return false;
        };
        if before.is(&FEATURES_BEFORE) {
            return before.is_title_case() || before.is_any(&["lac", "lago", "río", "mont", "fleuve"]);
        }
        if !before.is(&OF) {
            return false;
        }
        let mut outer = around::before(self.text, before.range.start);
        if outer.as_ref().is_some_and(|word| word.is_adjacent() && word.is(&OF)) {
            outer = outer.and_then(|word| around::before(self.text, word.range.start));
        }
        outer.is_some_and(|word| word.is_adjacent() && word.is(&FEATURES_OF))
    }

    /// "Lebanon, Kentucky": a town of that name.
    fn is_town(&self) -> bool {
        let state = |word: &Beside| word.gap.starts_with(',') && word.is_title_case() && word.is(&STATES);
        self.after.as_ref().is_some_and(state)
    }

    /// "Oxfam Canada", "Mines Action Canada": an organisation's branch.
    fn is_chapter(&self) -> bool {
        self.before.as_ref().is_some_and(|word| word.is_adjacent() && word.is_title_case() && word.is(&BRANCHED))
    }

    /// "in French", "the Spanish version".
    fn is_language(&self) -> bool {
        if !self.doubts("language") {
            return false;
        }
        let before = self.before().filter(Beside::is_adjacent);
        let into = before.as_ref().is_some_and(|word| word.is(&INTO_LANGUAGE));
        let version = before.is_some_and(|word| word.is(&TEXTS));
        let alone = self.after().is_none_or(|word| !word.is_adjacent() || word.is(&OF_LANGUAGE));
        let of_text = self.after().is_some_and(|word| word.is_adjacent() && word.is(&TEXTS));
        into && alone || version || of_text
    }

    /// "Polish the text" at a sentence's beginning.
    fn is_verb(&self) -> bool {
        let begins = self.before().is_none_or(|word| word.gap.contains(['.', '!', '?', ':']));
        let object = self.after().is_some_and(|word| word.is_adjacent() && word.is(&OBJECTS));
        self.doubts("word") && begins && object
    }

    fn is_person(&self) -> bool {
        let surface = self.surface();
        let one_word = !surface.contains(|c: char| c.is_whitespace() || c == '.');
        let as_name = surface.chars().nth(1).is_some_and(char::is_lowercase);
        if !one_word || !as_name && !self.before().is_some_and(|word| word.is_close() && word.is(&TITLES)) {
            return false;
        }
        let like_person = self.doubts("person");
        if let Some(before) = self.before() {
            let initial = before.word.chars().count() == 1 && before.is_close() && before.gap.starts_with('.');
            let titled = before.is_close() && before.is(&TITLES) && before.word.chars().any(char::is_uppercase)
                || before.is_close() && before.is_any(&["señor", "señora", "monsieur", "madame"]);
            let given = before.is_adjacent() && GIVEN_NAMES.holds_exactly(before.word);
            let office = before.is_close() && before.is_title_case() && before.is(&OFFICES_OF_PERSONS);
            let capital = before.word.chars().all(char::is_uppercase);
            if titled || given || like_person && (office || initial && capital) {
                return true;
            }
        }
        like_person && self.has_surname()
    }

    /// "Chad Smith": a word in title case follows that is no institution and no other name.
    fn has_surname(&self) -> bool {
        let Some(next) = self.after().filter(|next| next.is_adjacent() && next.is_title_case()) else { return false };
        let article = self.before().is_some_and(|word| word.is_adjacent() && word.is_any(&["the", "la", "le", "el"]));
        let named = self.found.get(self.at + 1).is_some_and(|other| other.range.start == next.range.start);
        !article && !named && !next.is(&INSTITUTIONS)
    }

    /// The state of the United States: after one of its cities, an office of it, beside another state.
    fn is_state(&self) -> bool {
        let listed = |word: &Beside| matches!(word.gap.trim(), "," | "" | "and") && word.is(&STATES);
        if let Some(before) = self.before() {
            if before.gap.trim() == "," && before.is(&GEORGIAN_CITIES) || listed(&before) {
                return true;
            }
            let joined = before.is_adjacent() && before.is_any(&["from", "of", "in", "for"]);
            let outer = around::before(self.text, before.range.start).filter(|_| joined);
            if outer.is_some_and(|word| word.is_adjacent() && word.is(&STATE_OFFICES)) {
                return true;
            }
        }
        self.after().is_some_and(|word| word.is_adjacent() && word.is(&STATE_OFFICES) || listed(&word))
    }

    /// Whether the words around show that a State is meant: others in a list with it, an envoy, a position.
    fn is_strong(&self, sights: &[Sight]) -> bool {
        let listed = |other: usize, gap: &str| {
            let joint = matches!(gap.trim(), "," | "and" | ", and" | "or" | "&" | "/" | ";" | "et" | "y" | "with");
            joint && matches!(sights[other], Sight::One(_))
        };
        let behind =
            self.at > 0 && listed(self.at - 1, &self.text[self.found[self.at - 1].range.end..self.range().start]);
        let ahead = self.found.get(self.at + 1);
        let ahead = ahead.is_some_and(|next| listed(self.at + 1, &self.text[self.range().end..next.range.start]));
        let position = self.after().is_some_and(|word| word.is_adjacent() && word.is(&POSITIONS));
        // French and Spanish put an article before countries, and none before persons.
        let article =
            self.before().is_some_and(|word| word.is(&ARTICLES) && (word.is_adjacent() || word.gap.is_empty()));
        let envoy = self.before().filter(|word| word.is_adjacent() && word.is(&OF)).is_some_and(|of| {
            around::before(self.text, of.range.start).is_some_and(|word| word.is_adjacent() && word.is(&ENVOYS))
        });
        behind || ahead || position || envoy || article
    }
}
