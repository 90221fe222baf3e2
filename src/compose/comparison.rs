//! What became of each clause between two drafts of an instrument.

use super::differences::{Differences, compare};
use super::wording::{Paragraph, paragraphs};
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, Eid};
use crate::model::instrument::{Clause, Draft, Unsettled};
use crate::model::page::{ClauseWords, LinkedProse};
use crate::model::view::{ChangeKind, ChangeTotals};
use std::collections::BTreeMap;

/// The clause of `there` that is the clause `eid` of `of`, whatever its number.
pub fn counterpart(of: &Draft, there: &Draft, eid: &Eid) -> Option<Eid> {
    there.lasting(&of.clause(eid)?.lasting).map(|clause| clause.eid.clone())
}

/// The clause whose page tells of the clause `eid` of a draft.
pub fn identity(draft: &Draft, eid: &Eid) -> ClauseId {
    let lasting = draft.clause(eid).map_or(eid, |clause| &clause.lasting);
    ClauseId { instrument: draft.instrument.clone(), eid: lasting.clone() }
}

/// A draft and its text, ready to be shown.
#[derive(Clone, Copy)]
pub struct DraftText<'a> {
    pub draft: &'a Draft,
    pub text: &'a Digested<LinkedProse>,
}

/// What became of one clause's own words, or of the words above the first clause: these have no eId.
pub struct Entry {
    pub kind: ChangeKind,
    pub older: Option<Eid>,
    pub newer: Option<Eid>,
    /// Its eId in the older draft, where it was renumbered and not only its parent.
    pub was: Option<Eid>,
    pub heading: Option<String>,
    /// As printed, in the newer draft or if it is gone in the older.
    pub number: Option<String>,
    pub differences: Differences,
    pub before: Unsettled,
    pub now: Unsettled,
}

impl Entry {
    /// False for the words above the first clause.
    pub fn is_clause(&self) -> bool {
        self.newer.is_some() || self.older.is_some()
    }

    /// How deep it stands: 1 for an article.
    pub fn level(&self) -> usize {
        self.newer.as_ref().or(self.older.as_ref()).map_or(1, |eid| eid.parts().count())
    }

    /// Its anchor on the page of a comparison. A number that is gone may now be another clause's.
    pub fn anchor(&self) -> String {
        match (&self.newer, &self.older) {
            (Some(eid), _) => eid.to_string(),
            (None, Some(eid)) => format!("removed-{eid}"),
            (None, None) => "opening".to_owned(),
        }
    }

    /// Whether the other is a part of this clause: by the newer numbers, or if it is gone by the older.
    fn holds(&self, other: &Self) -> bool {
        let (outer, inner) =
            if other.newer.is_some() { (&self.newer, &other.newer) } else { (&self.older, &other.older) };
        let (Some(outer), Some(inner)) = (outer, inner) else { return false };
        inner.as_str().strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with("__"))
    }

    /// Whether a line of this kind can stand for a part to which `other` happened.
    fn covers(&self, other: &Self) -> bool {
        match self.kind {
            ChangeKind::Changed => false,
            // The parts of a renumbered article that keep their place in it.
            ChangeKind::Moved => other.kind == ChangeKind::Unchanged,
            kind => other.kind == kind,
        }
    }
}

/// An article or another clause of the top level with its parts, in the newer draft's order; what is gone stands where
/// it stood.
pub struct Section {
    pub entries: Vec<Entry>,
}

/// A line for the list of what changed: an entry, and how many of those behind it the line stands for as well.
pub struct Standing<'a> {
    pub entry: &'a Entry,
    pub parts: &'a [Entry],
    /// Whether its parts have lines of their own.
    pub alone: bool,
}

impl Section {
    pub fn is_changed(&self) -> bool {
        self.entries.iter().any(|entry| entry.kind != ChangeKind::Unchanged)
    }

    /// The section in as few lines as say what happened, none of them of more than `most` parts.
    pub fn standing(&self, most: usize) -> Vec<Standing<'_>> {
        let mut lines = Vec::new();
        let mut at = 0;
        while let Some(entry) = self.entries.get(at) {
            let behind = &self.entries[at + 1..];
            let parts = &behind[..behind.iter().take_while(|part| entry.holds(part)).count()];
            let uniform = parts.len() <= most && parts.iter().all(|part| entry.covers(part));
            let alone = !parts.is_empty() && !uniform;
            let parts = if alone { &parts[..0] } else { parts };
            lines.push(Standing { entry, parts, alone });
            at += 1 + parts.len();
        }
        lines
    }

    /// The whole section as one line.
    pub fn as_one(&self) -> Option<Standing<'_>> {
        let (entry, parts) = self.entries.split_first()?;
        Some(Standing { entry, parts, alone: false })
    }
}

impl Standing<'_> {
    pub fn each(&self) -> impl Iterator<Item = &Entry> {
        std::iter::once(self.entry).chain(self.parts)
    }

    /// What happened to all of it: that of the entry itself, or `changed` where different things happened.
    pub fn kind(&self) -> ChangeKind {
        let uniform = self.parts.iter().all(|part| self.entry.covers(part));
        if uniform { self.entry.kind } else { ChangeKind::Changed }
    }
}

/// Compares two drafts clause by clause.
pub fn sections(older: DraftText, newer: DraftText) -> Vec<Section> {
    let pairs = Pairs::new(older.draft, newer.draft);
    let mut ordered = Ordered::default();
    ordered.sections.entry((0, 0)).or_default().extend(opening(older, newer).map(|entry| ((0, 0), entry)));
    for (at, clause) in newer.draft.clauses.iter().enumerate() {
        let before = pairs.older_of[at].map(|from| &older.draft.clauses[from]);
        let entry = entry((older, before), (newer, Some(clause)), pairs.is_renumbered(older, newer, at));
        ordered.sections.entry((pairs.section_of[at] + 1, 0)).or_default().insert((at, 0), entry);
    }
    for (at, clause) in older.draft.clauses.iter().enumerate() {
        match pairs.newer_of[at] {
            Some(to) => ordered.passed(pairs.section_of[to], to, clause.eid.parent().is_none()),
            None => {
                let entry = entry((older, Some(clause)), (newer, None), false);
                ordered.removed(at, entry, pairs.home(older.draft, at));
            }
        }
    }
    let sections = ordered.sections.into_values().map(|entries| entries.into_values().collect());
    sections.map(|entries| Section { entries }).filter(|section| !section.entries.is_empty()).collect()
}

/// Which clauses of two drafts are the same, by their places in the drafts.
struct Pairs {
    newer_of: Vec<Option<usize>>,
    older_of: Vec<Option<usize>>,
    /// The section of each clause of the newer draft.
    section_of: Vec<usize>,
}

impl Pairs {
    fn new(older: &Draft, newer: &Draft) -> Self {
        let places: BTreeMap<&Eid, usize> =
            newer.clauses.iter().enumerate().rev().map(|(at, clause)| (&clause.eid, at)).collect();
        let mut older_of = vec![None; newer.clauses.len()];
        let mut newer_of = vec![None; older.clauses.len()];
        for (from, clause) in older.clauses.iter().enumerate() {
            let to = counterpart(older, newer, &clause.eid).and_then(|eid| places.get(&eid).copied());
            if let Some(to) = to.filter(|to| older_of[*to].is_none()) {
                (newer_of[from], older_of[to]) = (Some(to), Some(from));
            }
        }
        let mut section = 0;
        let mut section_of = Vec::new();
        for (at, clause) in newer.clauses.iter().enumerate() {
            let begins = at > 0 && root(&clause.eid) != root(&newer.clauses[at - 1].eid);
            section += usize::from(begins);
            section_of.push(section);
        }
        Self { newer_of, older_of, section_of }
    }

    /// Whether a clause of the newer draft has another number than before, and not for its parent's sake alone.
    fn is_renumbered(&self, older: DraftText, newer: DraftText, at: usize) -> bool {
        let Some(from) = self.older_of[at] else { return false };
        let (was, is) = (&older.draft.clauses[from].eid, &newer.draft.clauses[at].eid);
        let follows = || {
            let up = counterpart(older.draft, newer.draft, &was.parent()?)?;
            Some(Some(up) == is.parent() && was.parts().last() == is.parts().last())
        };
        was != is && follows() != Some(true)
    }

    /// Where the clause of the top level is now that a clause which is gone was a part of.
    fn home(&self, older: &Draft, at: usize) -> Home {
        let eid = &older.clauses[at].eid;
        let is_root = |other: &Clause| other.eid.as_str() == root(eid);
        let old_root = eid.parent().and_then(|_| older.clauses.iter().position(is_root));
        let here = old_root.and_then(|root| self.newer_of[root]);
        here.map_or(Home::Gone(old_root.unwrap_or(at)), |root| Home::Here { section: self.section_of[root], root })
    }
}

/// Where a clause's article is: in the newer draft, or by its place in the older.
enum Home {
    Here { section: usize, root: usize },
    Gone(usize),
}

fn root(eid: &Eid) -> &str {
    eid.as_str().split("__").next().unwrap_or_default()
}

/// Entries under their sections, both in reading order: by the newer draft, and behind the same clause by the older.
#[derive(Default)]
struct Ordered {
    sections: BTreeMap<(usize, usize), BTreeMap<(usize, usize), Entry>>,
    /// The section behind which a clause of the top level that is gone stood.
    section: usize,
    /// The newer place of the last clause that both drafts have, with its section.
    last: Option<(usize, usize)>,
    /// The sections of clauses of the top level that are gone, by the place of these.
    gone: BTreeMap<usize, (usize, usize)>,
}

impl Ordered {
    fn passed(&mut self, section: usize, at: usize, is_top: bool) {
        self.last = Some((section, at));
        if is_top {
            self.section = section + 1;
        }
    }

    /// Puts in a clause that is gone, by its place in the older draft.
    fn removed(&mut self, at: usize, entry: Entry, home: Home) {
        match home {
            Home::Here { section, root } => {
                let behind = self.last.filter(|(last, _)| *last == section).map_or(root, |(_, at)| at);
                self.sections.entry((section + 1, 0)).or_default().insert((behind, at + 1), entry);
            }
            Home::Gone(root) => {
                let section = self.section;
                let key = *self.gone.entry(root).or_insert((section, at + 1));
                self.sections.entry(key).or_default().insert((at, 0), entry);
            }
        }
    }
}

/// The words above the first clause, if either draft has some.
fn opening(older: DraftText, newer: DraftText) -> Option<Entry> {
    let intro = |side: DraftText| {
        let words = ClauseWords { text: side.text.clone(), nodes: vec![side.draft.intro.clone()], skip: 0 };
        own_words(None, &words)
    };
    let (before, now) = (intro(older), intro(newer));
    let differences = compare(&before, &now);
    let kind = match (before.is_empty(), now.is_empty()) {
        (true, true) => return None,
        (true, false) => ChangeKind::Added,
        (false, true) => ChangeKind::Removed,
        _ if differences.is_same() => ChangeKind::Unchanged,
        _ => ChangeKind::Changed,
    };
    Some(Entry {
        kind,
        older: None,
        newer: None,
        was: None,
        heading: None,
        number: None,
        differences,
        before: older.draft.outside,
        now: newer.draft.outside,
    })
}

type Side<'a> = (DraftText<'a>, Option<&'a Clause>);

fn entry(older: Side, newer: Side, renumbered: bool) -> Entry {
    let words = |(side, clause): Side| clause.map(|clause| clause_words(side, clause)).unwrap_or_default();
    let differences = compare(&words(older), &words(newer));
    let (before, now) = (older.1, newer.1);
    let kind = match (before, now) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ if !differences.is_same() => ChangeKind::Changed,
        _ if renumbered => ChangeKind::Moved,
        _ => ChangeKind::Unchanged,
    };
    let eid = |clause: Option<&Clause>| clause.map(|clause| clause.eid.clone());
    let unsettled = |clause: Option<&Clause>| clause.map(|clause| clause.unsettled).unwrap_or_default();
    Entry {
        kind,
        older: eid(before),
        newer: eid(now),
        was: eid(before).filter(|_| renumbered),
        heading: now.or(before).and_then(|clause| clause.heading.clone()),
        number: now.or(before).and_then(|clause| clause.number.clone()),
        differences,
        before: unsettled(before),
        now: unsettled(now),
    }
}

fn clause_words(side: DraftText, clause: &Clause) -> Vec<Paragraph> {
    let words = ClauseWords { text: side.text.clone(), nodes: clause.nodes.clone(), skip: clause.skip };
    own_words(clause.heading.as_deref(), &words)
}

/// A heading and the paragraphs below it.
fn own_words(heading: Option<&str>, words: &ClauseWords) -> Vec<Paragraph> {
    let texts = heading.map(str::to_owned).into_iter().chain(paragraphs(words));
    texts.map(|text| Paragraph { number: None, level: 0, text }).collect()
}

/// What changed in all, in numbers.
pub fn totals(sections: &[Section]) -> ChangeTotals {
    let mut totals = ChangeTotals::default();
    for entry in sections.iter().flat_map(|section| &section.entries) {
        totals.inserted += entry.differences.inserted;
        totals.deleted += entry.differences.deleted;
        totals.before = totals.before + entry.before;
        totals.now = totals.now + entry.now;
        let clauses = usize::from(entry.is_clause());
        match entry.kind {
            ChangeKind::Added => totals.added += clauses,
            ChangeKind::Removed => totals.removed += clauses,
            ChangeKind::Moved => totals.moved += clauses,
            ChangeKind::Changed => totals.changed += clauses,
            ChangeKind::Unchanged => totals.unchanged += clauses,
        }
    }
    totals
}
