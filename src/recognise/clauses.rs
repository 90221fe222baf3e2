//! Clauses in prose: of which instrument a citation speaks, of which clause a paragraph by itself is a part.
//!
//! Only the citation's own paragraph is asked, so a text means the same read whole or in pieces.

use super::around;
use super::clause_words::*;
use super::draft_names;
use super::instruments::{InstrumentNames, Named, sentence_before};
use crate::model::date::Date;
use crate::model::ids::{ClauseId, ClausePath as Path, Eid, InstrumentId};
use crate::model::lineage::ClauseBook;
use crate::model::manuscript::{Citation, CitationKind};
use crate::model::numeral::{roman, to_roman};
use crate::model::report::Doubt;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What a citation can mean here.
pub struct Instruments<'a> {
    /// The conference's own, in its order.
    pub home: &'a [InstrumentId],
    /// Names of the site's instruments and of well-known others.
    pub names: &'a InstrumentNames,
    pub book: &'a ClauseBook,
    /// The day whose draft the numbers follow; the newest without one.
    pub day: Option<Date>,
}

/// The clauses that a citation means; none when it speaks of a writing that nobody here knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClauseReading {
    pub clauses: Vec<ClauseId>,
    pub doubt: Option<Doubt>,
}

/// A document named so many words before a paragraph is likely the one that it is of.
const NEAR_DOCUMENT: usize = 8;

/// What the citations of a paragraph have named so far.
#[derive(Default)]
struct Memory<'a> {
    /// The instrument and the clauses named last, and where; none after a citation of some other writing.
    last: Option<(InstrumentId, Cow<'a, [Path]>)>,
    end: usize,
    /// The date of the draft that was named beside it.
    day: Option<Date>,
    /// Heads such as Article 51 that were said to be another instrument's.
    foreign: BTreeMap<&'a (&'static str, String), InstrumentId>,
}

impl Instruments<'_> {
    /// The meaning of each of a paragraph's citations, in their order.
    pub fn read(&self, text: &str, citations: &[&Citation]) -> Vec<ClauseReading> {
        let mut memory = Memory::default();
        let mut readings = Vec::with_capacity(citations.len());
        for citation in citations {
            let reading = match citation.kind {
                CitationKind::Part => self.part(text, citation, &mut memory),
                CitationKind::Whole | CitationKind::Weak => self.whole(text, citation, &mut memory),
            };
            memory.end = citation.range.end;
            readings.push(reading.unwrap_or_default());
        }
        readings
    }

    fn whole<'a>(&self, text: &str, citation: &'a Citation, memory: &mut Memory<'a>) -> Option<ClauseReading> {
        let named = match self.names.behind(text, citation.range.end, self.home) {
            Named::Nothing => self.names.ahead(text, citation.range.start),
            named => named,
        };
        let head = citation.clauses.first()?.first()?;
        let explicit = named != Named::Nothing;
        let instrument = match named {
            Named::Known(id) => Some(id),
            Named::Home => self.own(citation),
            Named::Stranger => None,
            Named::Nothing => self.implied(citation, head, memory),
        };
        memory.last = None;
        let instrument = instrument?;
        if explicit && !self.home.contains(&instrument) {
            memory.foreign.insert(head, instrument.clone());
        } else if explicit {
            memory.foreign.remove(head);
        }
        let weak = citation.kind == CitationKind::Weak && !explicit;
        if weak && !citation.clauses.iter().all(|path| self.has(&instrument, path) || self.may_have(&instrument, path))
        {
            return None;
        }
        if !explicit && citation.clauses.len() == 1 && self.is_organisation(text, citation) {
            return None;
        }
        let doubt = (!explicit && self.is_organisations_number(citation, &instrument)).then_some(Doubt::Organisation);
        memory.last = Some((instrument.clone(), Cow::Borrowed(&citation.clauses)));
        let day = self.named_day(text, citation, &instrument);
        memory.day = day;
        let clauses = if doubt.is_some() { Vec::new() } else { self.ids(&instrument, &citation.clauses, day) };
        Some(ClauseReading { clauses, doubt })
    }

    /// A citation that names no instrument: the conference's own, unless the number was just said to be another's.
    fn implied(&self, citation: &Citation, head: &(&'static str, String), memory: &Memory) -> Option<InstrumentId> {
        let own = self.own(citation);
        let foreign = memory.foreign.get(head);
        let lacks = own
            .as_ref()
            .is_some_and(|own| self.drafted(own).is_none() || !citation.clauses.iter().all(|path| self.has(own, path)));
        foreign.filter(|_| lacks).cloned().or(own)
    }

    /// A paragraph by itself: of the clause that was named last.
    fn part(&self, text: &str, citation: &Citation, memory: &mut Memory) -> Option<ClauseReading> {
        let own =
            around::before(text, citation.range.start).is_some_and(|word| word.is_adjacent() && word.is(&POSSESSIVES));
        match self.names.behind(text, citation.range.end, self.home) {
            Named::Known(id) if !own => {
                return Some(ClauseReading { clauses: self.ids(&id, &citation.clauses, None), doubt: None });
            }
            Named::Stranger => return None,
            _ if self.is_of_something(text, citation) => return None,
            _ => {}
        }
        let since = &text[memory.end.min(citation.range.start)..citation.range.start];
        if self.speaks_of_preamble(since) {
            let instrument = self.home.first()?.clone();
            let recital = |path: &Path| vec![("recs", "1".to_owned()), ("rec", path[0].1.clone())];
            let paths: Vec<Path> = citation.clauses.iter().map(recital).collect();
            return Some(ClauseReading {
                clauses: self.ids(&instrument, &paths, self.named_day(text, citation, &instrument)),
                doubt: None,
            });
        }
        let Some((instrument, before)) = &memory.last else { return self.operative(citation) };
        let sentence = sentence_before(text, citation.range.start);
        let new = if sentence.len() < since.len() { sentence } else { since };
        let words = || new.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        if !own && words().take(NEAR_DOCUMENT).any(|word| DOCUMENTS.holds(word)) {
            return None;
        }
        let other_document = !own && words().any(|word| DOCUMENTS.holds(word));
        let outer = before.last()?;
        let paths: Vec<Path> = citation.clauses.iter().map(|part| carried(outer, part)).collect();
        let heads: BTreeSet<_> = before.iter().map(|path| &path[0]).collect();
        let known = paths.iter().all(|path| self.accepts(instrument, path));
        let doubt = (heads.len() > 1 || !known || other_document).then_some(Doubt::CarriedOver);
        let day = self.named_day(text, citation, instrument).or(memory.day);
        let clauses = if known { self.ids(instrument, &paths, day) } else { Vec::new() };
        if known {
            memory.last = Some((instrument.clone(), Cow::Owned(paths)));
        }
        Some(ClauseReading { clauses, doubt })
    }

    /// Where no clause was named: an operative paragraph, if the conference's text is made of such.
    fn operative(&self, citation: &Citation) -> Option<ClauseReading> {
        let fits = |id: &&InstrumentId| {
            citation.clauses.iter().all(|path| self.has(id, path)) || self.is_made_of_paragraphs(id)
        };
        let home = self.home.iter().find(fits)?;
        Some(ClauseReading { clauses: self.ids(home, &citation.clauses, None), doubt: None })
    }

    /// "paragraph 40 of the note": of something that is no clause; "of the article" is one.
    fn is_of_something(&self, text: &str, citation: &Citation) -> bool {
        let Some(of) = around::after(text, citation.range.end).filter(|word| word.is_adjacent()) else { return false };
        if !of.is_any(&["of", "de", "du", "del", "in"]) {
            return false;
        }
        let mut next = around::after(text, of.range.end);
        for _ in 0..2 {
            let skip =
                next.as_ref().is_some_and(|word| word.is_any(&["the", "this", "that", "same", "la", "le", "el"]));
            next = if skip { next.and_then(|word| around::after(text, word.range.end)) } else { next };
        }
        next.is_some_and(|word| !word.is_any(&["article", "artículo", "provision"]) && !word.is(&HOME_KINDS))
    }

    fn speaks_of_preamble(&self, since: &str) -> bool {
        let is_preamble = |word: &str| {
            matches!(
                word.to_lowercase().as_str(),
                "preamble" | "préambule" | "preámbulo" | "преамбуле" | "преамбулы" | "الديباجة"
            )
        };
        since.split(|c: char| !c.is_alphanumeric()).any(is_preamble)
    }

    /// The organisations Article 19 and Article 36, by what they do and who comes from them.
    fn is_organisation(&self, text: &str, citation: &Citation) -> bool {
        if !is_organisations_number(citation) {
            return false;
        }
        let range = &citation.range;
        let after = around::after(text, range.end);
        let shouted = citation.surface.starts_with("ARTICLE") && {
            let small = |word: Option<around::Beside>| word.is_some_and(|word| word.word.contains(char::is_lowercase));
            small(around::before(text, range.start)) || small(after.clone())
        };
        let speaks = after.as_ref().is_some_and(|word| word.is_adjacent() && word.is(&SPEAKING));
        let described = after
            .as_ref()
            .filter(|word| word.gap.trim() == "," && word.is_any(&["the", "a", "an"]))
            .is_some_and(|word| {
                let clause = text[word.range.end..].split([',', '.', ';']).next().unwrap_or_default();
                clause.split(|c: char| !c.is_alphabetic()).take(8).any(|word| MEMBERS.holds(word))
            });
        let sent = around::before(text, range.start).filter(|word| word.is_adjacent() && word.is(&OF_ORGANISATION));
        let sent = sent.and_then(|word| Some((word.word, around::before(text, word.range.start)?))).is_some_and(
            |(of, who)| {
                who.is(&MEMBERS) && who.is_adjacent() || of == "from" && who.gap.trim() == "," && who.is_title_case()
            },
        );
        let called = after.as_ref().is_some_and(|word| {
            let on = around::after(text, word.range.end);
            word.is_adjacent() && word.is_any(&["called", "calls", "calling"]) && on.is_some_and(|on| on.word == "on")
        });
        let is_one =
            after.as_ref().filter(|word| word.is_adjacent() && word.is_any(&["is", "was"])).is_some_and(|word| {
                let kind =
                    around::after(text, word.range.end).and_then(|article| around::after(text, article.range.end));
                kind.is_some_and(|kind| kind.is(&MEMBERS))
            });
        let introduced = around::before(text, range.start)
            .is_some_and(|word| word.is_adjacent() && word.without_article().is(&MEMBERS));
        let example = around::before(text, range.start).is_some_and(|word| {
            let before = sentence_before(text, word.range.start);
            let near = before.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3);
            word.is_adjacent() && word.is(&INCLUDING) && near.into_iter().any(|word| MEMBERS.holds(word))
        });
        shouted
            || example
            || speaks
            || described
            || sent
            || called
            || is_one
            || introduced
            || self.is_listed_with_organisations(text, range)
    }

    /// "Amnesty International, Article 36 and Oxfam".
    fn is_listed_with_organisations(&self, text: &str, range: &std::ops::Range<usize>) -> bool {
        let joint = |word: &around::Beside| matches!(word.gap.trim(), "," | "" | "&") && !word.is_any(&["and"]);
        let and = |word: &around::Beside| word.is_adjacent() && word.is_any(&["and", "et", "y"]);
        let before = around::before(text, range.start);
        let behind =
            before.as_ref().filter(|word| and(word)).and_then(|word| around::before(text, word.range.start)).or(before);
        let after = around::after(text, range.end);
        let ahead =
            after.as_ref().filter(|word| and(word)).and_then(|word| around::after(text, word.range.end)).or(after);
        let named = |word: Option<around::Beside>| word.is_some_and(|word| joint(&word) && word.is(&ORGANISATIONS));
        named(behind) || named(ahead)
    }

    /// Whether the number can only be an organisation's, for the conference's drafts have no such article.
    fn is_organisations_number(&self, citation: &Citation, instrument: &InstrumentId) -> bool {
        is_organisations_number(citation) && !self.accepts(instrument, &citation.clauses[0])
    }

    /// The conference's instrument that has all that is cited, or its first.
    fn own(&self, citation: &Citation) -> Option<InstrumentId> {
        let has_all = |id: &&InstrumentId| citation.clauses.iter().all(|path| self.accepts(id, path));
        self.home.iter().find(has_all).or(self.home.first()).cloned()
    }

    fn accepts(&self, instrument: &InstrumentId, path: &Path) -> bool {
        self.numbered(instrument, path).is_some_and(|eid| self.book.accepts(instrument, &eid))
    }

    /// The clauses of an instrument that its drafts have; nothing where no draft is known.
    fn drafted(&self, instrument: &InstrumentId) -> Option<&BTreeSet<Eid>> {
        self.book.instruments.get(instrument).filter(|eids| !eids.is_empty())
    }

    /// Whether a draft of the instrument has such a clause.
    fn has(&self, instrument: &InstrumentId, path: &Path) -> bool {
        let eids = self.drafted(instrument);
        eids.is_some_and(|eids| self.numbered(instrument, path).is_some_and(|eid| eids.contains(&eid)))
    }

    /// A resolution or decision that no draft is known of: what it is can only be read from its name.
    fn is_made_of_paragraphs(&self, instrument: &InstrumentId) -> bool {
        let kind = |word: &str| {
            matches!(word, "resolution" | "decision" | "résolution" | "décision" | "resolución" | "decisión")
        };
        let named = || instrument.as_str().split('-').any(kind) || self.names.has_word(instrument, kind);
        self.drafted(instrument).is_none() && named()
    }

    /// Whether an instrument that no draft is known of may have such a part: a chapter with a roman number is no
    /// chapter of a book.
    fn may_have(&self, instrument: &InstrumentId, path: &Path) -> bool {
        let (name, number) = &path[0];
        let roman = *name == "chp" && number.bytes().all(|letter| letter.is_ascii_uppercase());
        roman && self.drafted(instrument).is_none()
    }

    /// The date of the draft that is named beside a citation.
    fn named_day(&self, text: &str, citation: &Citation, instrument: &InstrumentId) -> Option<Date> {
        let lineage = self.book.lineages.get(instrument)?;
        draft_names::of_citation(text, &citation.range, lineage)
    }

    /// Clauses by the numbers of a day, or of the report's own.
    fn ids(&self, instrument: &InstrumentId, paths: &[Path], day: Option<Date>) -> Vec<ClauseId> {
        let eids = paths.iter().filter_map(|path| self.numbered(instrument, path));
        let id = |eid| self.book.identity(ClauseId { instrument: instrument.clone(), eid }, day.or(self.day));
        eids.map(id).collect()
    }

    /// The eId of a path, the head's number as the instrument prints it: `VI` where its drafts have it so.
    fn numbered(&self, instrument: &InstrumentId, path: &Path) -> Option<Eid> {
        let written = eid_of(path)?;
        let Some(eids) = self.drafted(instrument) else { return Some(written) };
        let (name, number) = &path[0];
        let there = |number: &str| eids.contains(format!("{name}_{number}").as_str());
        if eids.contains(&written) || there(number) {
            return Some(written);
        }
        let arabic = roman(number).map(|value| value.to_string());
        let other = [number.parse().ok().and_then(to_roman), arabic, Some(number.to_uppercase())];
        match other.into_iter().flatten().find(|other| there(other)) {
            Some(number) => eid_of(&[&[(*name, number)], &path[1..]].concat()),
            None => Some(written),
        }
    }
}

fn is_organisations_number(citation: &Citation) -> bool {
    let [path] = citation.clauses.as_slice() else { return false };
    let whole = path.len() == 1 && path[0].0 == "art" && matches!(path[0].1.as_str(), "19" | "36");
    let surface = citation.surface.to_lowercase();
    whole && (surface.starts_with("article ") || surface.starts_with("artículo "))
}

/// A part of the clause that was named before: paragraphs of its article, sub-paragraphs of its paragraph.
fn carried(outer: &Path, part: &Path) -> Path {
    let level = |name: &str| match name {
        "para" | "rec" => 1,
        "subpara" => 2,
        "point" => 3,
        _ => 0,
    };
    let first = part.first().map_or(1, |(name, _)| level(name));
    let mut path: Path = outer.iter().take_while(|(name, _)| level(name) < first).cloned().collect();
    path.extend(part.iter().cloned());
    path
}

/// `art_6__para_2` from the parts of a citation.
pub fn eid_of(path: &[(&'static str, String)]) -> Option<Eid> {
    let mut text = String::with_capacity(24);
    for (name, number) in path {
        if !text.is_empty() {
            text.push_str("__");
        }
        text.push_str(name);
        text.push('_');
        text.push_str(number);
    }
    Eid::read(&text)
}
