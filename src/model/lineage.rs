//! Clauses through all drafts of an instrument: an eId follows each draft's numbering, a lasting one stays.

use super::date::Date;
use super::ids::{ClauseId, Eid, InstrumentId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Which clauses of an instrument's drafts are one and the same.
///
/// A clause's lasting eId is its number in the newest draft. What that draft does not have keeps its last number, with
/// the date of the draft that had it last: `art_7__para_6-2012-07-26`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Lineage {
    /// Newest first.
    pub drafts: Vec<DraftNumbers>,
    /// How the drafts were joined, in their order.
    pub joins: Vec<Join>,
}

/// The numbers of one draft's clauses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftNumbers {
    pub date: Date,
    lasting: BTreeMap<Eid, Eid>,
    numbers: BTreeMap<Eid, Eid>,
}

/// Two neighbouring versions of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    pub newer: (Date, Eid),
    pub older: (Date, Eid),
    pub by: JoinedBy,
    /// In hundredths.
    pub sure: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum JoinedBy {
    /// The draft's `was` says so.
    Author,
    /// Headings, with some help of the words.
    Heading,
    Words,
    /// Within one article the number alone: the words are others.
    Number,
}

impl Join {
    /// Whether a number stayed as it was for so good reasons that nobody needs to look.
    pub fn is_plain(&self) -> bool {
        self.newer.1 == self.older.1 && self.by != JoinedBy::Number || self.by == JoinedBy::Author
    }
}

impl DraftNumbers {
    /// From each clause's eId in the draft to its lasting one.
    pub fn new(date: Date, lasting: BTreeMap<Eid, Eid>) -> Self {
        let numbers = lasting.iter().map(|(eid, lasting)| (lasting.clone(), eid.clone())).collect();
        Self { date, lasting, numbers }
    }
}

impl Lineage {
    /// The drafts in the order in which a text of some day means them: the one current then, older ones from there
    /// back, and then those to come. Without a day, newest first.
    fn as_of(&self, day: Option<Date>) -> impl Iterator<Item = &DraftNumbers> {
        let current = day.map_or(0, |day| self.drafts.partition_point(|draft| draft.date > day));
        self.drafts[current..].iter().chain(self.drafts[..current].iter().rev())
    }

    /// The clause that a number meant on a day.
    pub fn lasting(&self, eid: &Eid, day: Option<Date>) -> Option<&Eid> {
        self.as_of(day).find_map(|draft| draft.lasting.get(eid))
    }

    /// The clause of a number in the draft of one date.
    pub fn in_draft(&self, date: Date, eid: &Eid) -> Option<&Eid> {
        self.drafts.iter().find(|draft| draft.date == date)?.lasting.get(eid)
    }

    /// Whether a draft has the clause of a lasting eId.
    fn has(&self, lasting: &Eid) -> bool {
        self.drafts.iter().any(|draft| draft.numbers.contains_key(lasting))
    }
}

/// Which clauses each instrument has, in any draft; an instrument without drafts accepts all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClauseBook {
    pub instruments: BTreeMap<InstrumentId, BTreeSet<Eid>>,
    pub lineages: BTreeMap<InstrumentId, Lineage>,
}

impl ClauseBook {
    /// Whether a citation of this clause can be right: true for all of an instrument without drafts.
    pub fn accepts(&self, instrument: &InstrumentId, eid: &Eid) -> bool {
        let Some(eids) = self.instruments.get(instrument).filter(|eids| !eids.is_empty()) else { return true };
        let lasts = || self.lineages.get(instrument).is_some_and(|lineage| lineage.has(eid));
        eids.contains(eid) || lasts()
    }

    /// The clause that a number of an instrument meant on a day; the number itself where no draft has it.
    pub fn identity(&self, id: ClauseId, day: Option<Date>) -> ClauseId {
        let lasting = self.lineages.get(&id.instrument).and_then(|lineage| lineage.lasting(&id.eid, day)).cloned();
        match lasting {
            Some(eid) => ClauseId { instrument: id.instrument, eid },
            None => id,
        }
    }
}
