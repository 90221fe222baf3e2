//! Which clauses of an instrument's drafts are one and the same, whatever their numbers: by the author's word, else by
//! headings and words. Each draft is held against the newest version of every clause that the older ones have had, so a
//! clause that one draft leaves out is known again in the next.

use super::likeness::{Likeness, Pair, pairs};
use crate::model::date::Date;
use crate::model::ids::Eid;
use crate::model::instrument::{Clause, Draft};
use crate::model::lineage::{DraftNumbers, Join, JoinedBy, Lineage};
use std::collections::{BTreeMap, BTreeSet};

/// What an author says of a draft's clauses: the eId here, and the one it had before; none for a new clause.
pub type Was = BTreeMap<Eid, Option<Eid>>;

/// So much alike two articles must be, of 1, to be taken for one.
const ALIKE: f64 = 0.45;
/// A paragraph within an article that is known again.
const PART_ALIKE: f64 = 0.3;
/// Words that went into another article altogether.
const MOVED_ALIKE: f64 = 0.6;

/// Joins the clauses of an instrument's drafts, which come oldest first, each with what its author says.
pub fn lineage(drafts: &[(&Draft, &Was)]) -> Lineage {
    let mut tracks = Tracks::default();
    for (at, (draft, was)) in drafts.iter().enumerate() {
        Joiner { tracks: &mut tracks, drafts, at, draft, taken: BTreeMap::new() }.join(was);
    }
    tracks.finish(drafts)
}

/// One clause through all drafts: where each has it.
struct Track {
    /// Draft and place among its clauses, oldest first.
    versions: Vec<(usize, usize)>,
}

#[derive(Default)]
struct Tracks {
    all: Vec<Track>,
    /// By draft, then by place of the clause: its track.
    of: Vec<Vec<usize>>,
    joins: Vec<Join>,
}

/// Joins one draft to the tracks so far.
struct Joiner<'a> {
    tracks: &'a mut Tracks,
    drafts: &'a [(&'a Draft, &'a Was)],
    at: usize,
    draft: &'a Draft,
    /// Place in this draft → track, and how that is known.
    taken: BTreeMap<usize, (usize, JoinedBy, f64)>,
}

impl Joiner<'_> {
    fn join(mut self, was: &Was) {
        let fresh = self.by_author(was);
        let tops = |clause: &Clause| clause.eid.parent().is_none();
        let old: Vec<usize> = (0..self.tracks.all.len()).filter(|track| tops(self.version(*track).1)).collect();
        let new: Vec<usize> = self.places(|clause| tops(clause), &fresh);
        self.by_likeness(&old, &new, (ALIKE, Likeness::Whole));
        // Articles without headings have nothing but their numbers.
        let bare = |clause: &Clause| clause.heading.is_none();
        let old: Vec<usize> = old.into_iter().filter(|track| bare(self.version(*track).1)).collect();
        let new: Vec<usize> = new.into_iter().filter(|at| bare(&self.draft.clauses[*at])).collect();
        self.by_number(&old, &new);
        self.parts(&fresh);
        let all: Vec<usize> = (0..self.tracks.all.len()).collect();
        let left = self.places(|_| true, &fresh);
        self.by_likeness(&all, &left, (MOVED_ALIKE, Likeness::Words));
        self.finish();
    }

    /// The newest version of a track: its draft, its clause.
    fn version(&self, track: usize) -> (&Draft, &Clause) {
        let (draft, place) = *self.tracks.all[track].versions.last().unwrap_or(&(0, 0));
        let draft = self.drafts[draft].0;
        (draft, &draft.clauses[place])
    }

    /// Places of this draft's clauses that are of some kind and not joined yet.
    fn places(&self, is_it: impl Fn(&Clause) -> bool, fresh: &BTreeSet<usize>) -> Vec<usize> {
        let clauses = self.draft.clauses.iter().enumerate();
        let open = clauses.filter(|(at, clause)| is_it(clause) && !self.taken.contains_key(at) && !fresh.contains(at));
        open.map(|(at, _)| at).collect()
    }

    /// What the author has settled; gives the clauses said to be new.
    fn by_author(&mut self, was: &Was) -> BTreeSet<usize> {
        let mut fresh = BTreeSet::new();
        for (eid, before) in was {
            let Some(place) = self.draft.place(eid) else { continue };
            let Some(before) = before else {
                fresh.insert(place);
                continue;
            };
            // Of two tracks with that number the author means the one that had it last.
            // One clause was one clause: what is said of it twice holds for the first.
            let free = |track: usize| self.taken.values().all(|(taken, ..)| *taken != track);
            let had = |track: &usize| self.version(*track).1.eid == *before && free(*track);
            let newest = |track: &usize| self.tracks.all[*track].versions.last().map(|(draft, _)| *draft);
            if let Some(track) = (0..self.tracks.all.len()).filter(had).max_by_key(newest) {
                self.taken.insert(place, (track, JoinedBy::Author, 1.0));
            }
        }
        fresh
    }

    /// Joins the most alike, then the next, of tracks and places that are free.
    fn by_likeness(&mut self, old: &[usize], new: &[usize], how: (f64, Likeness)) {
        let (least, likeness) = how;
        let gone: BTreeSet<usize> = self.taken.values().map(|(track, ..)| *track).collect();
        let old: Vec<usize> = old.iter().copied().filter(|track| !gone.contains(track)).collect();
        let before: Vec<(&Draft, &Clause)> = old.iter().map(|track| self.version(*track)).collect();
        let now: Vec<(&Draft, &Clause)> = new.iter().map(|at| (self.draft, &self.draft.clauses[*at])).collect();
        for Pair { old: from, new: to, by, sure } in pairs(&before, &now, (likeness, least)) {
            self.taken.insert(new[to], (old[from], by, sure));
        }
    }

    /// The parts of what is joined, level by level, and at last those that kept their number.
    fn parts(&mut self, fresh: &BTreeSet<usize>) {
        let mut children: BTreeMap<Eid, Vec<usize>> = BTreeMap::new();
        for (at, clause) in self.draft.clauses.iter().enumerate() {
            if let Some(parent) = clause.eid.parent() {
                children.entry(parent).or_default().push(at);
            }
        }
        let mut of_track: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for track in 0..self.tracks.all.len() {
            let parent = self.tracks.all[track]
                .versions
                .last()
                .and_then(|(draft, place)| self.tracks.parent(self.drafts, *draft, *place));
            if let Some(parent) = parent {
                of_track.entry(parent).or_default().push(track);
            }
        }
        // Clauses stand behind what they are parts of, so one walk meets every level.
        for at in 0..self.draft.clauses.len() {
            let Some((track, ..)) = self.taken.get(&at).copied() else { continue };
            let (Some(new), Some(old)) = (children.get(&self.draft.clauses[at].eid), of_track.get(&track)) else {
                continue;
            };
            let open: Vec<usize> =
                new.iter().copied().filter(|at| !self.taken.contains_key(at) && !fresh.contains(at)).collect();
            self.by_likeness(old, &open, (PART_ALIKE, Likeness::Words));
            self.by_number(old, &open);
        }
    }

    /// What is left of an article's parts and has the same number as in the draft before is taken for the same, newly
    /// worded. Recitals are not: they come and go, and their numbers move.
    fn by_number(&mut self, old: &[usize], new: &[usize]) {
        let number = |eid: &Eid| eid.parts().last().map(|(name, number)| (name.to_owned(), number.to_owned()));
        let gone: BTreeSet<usize> = self.taken.values().map(|(track, ..)| *track).collect();
        let left = |at: &&usize| !self.taken.contains_key(at) && !self.in_preamble(**at);
        for at in new.iter().filter(left).copied().collect::<Vec<_>>() {
            let own = number(&self.draft.clauses[at].eid);
            let just_before =
                |track: usize| self.tracks.all[track].versions.last().is_some_and(|(draft, _)| draft + 1 == self.at);
            let same = |track: &&usize| {
                !gone.contains(track) && just_before(**track) && number(&self.version(**track).1.eid) == own
            };
            if let Some(track) = old.iter().find(same).copied() {
                self.taken.insert(at, (track, JoinedBy::Number, 0.0));
            }
        }
    }

    fn in_preamble(&self, at: usize) -> bool {
        self.draft.clauses[at].eid.parts().last().is_some_and(|(name, _)| name == "rec")
    }

    fn finish(self) {
        let Self { tracks, drafts, at, draft, taken } = self;
        let mut of = Vec::with_capacity(draft.clauses.len());
        for (place, clause) in draft.clauses.iter().enumerate() {
            let track = match taken.get(&place) {
                Some((track, by, sure)) => {
                    if let Some((before, old)) = tracks.all[*track].versions.last() {
                        let (before, old) = (drafts[*before].0, &drafts[*before].0.clauses[*old]);
                        tracks.joins.push(Join {
                            newer: (draft.date, clause.eid.clone()),
                            older: (before.date, old.eid.clone()),
                            by: *by,
                            sure: (sure * 100.0).round().clamp(0.0, 100.0) as u8,
                        });
                    }
                    *track
                }
                None => {
                    tracks.all.push(Track { versions: Vec::new() });
                    tracks.all.len() - 1
                }
            };
            tracks.all[track].versions.push((at, place));
            of.push(track);
        }
        tracks.of.push(of);
    }
}

impl Tracks {
    /// The track of what a clause is a part of.
    fn parent(&self, drafts: &[(&Draft, &Was)], draft: usize, place: usize) -> Option<usize> {
        let draft_text = drafts[draft].0;
        let at = draft_text.place(&draft_text.clauses[place].eid.parent()?)?;
        self.of.get(draft)?.get(at).copied()
    }

    /// Gives every track its lasting eId: its number in the newest draft; for what that draft does not have, the last
    /// number it had, below what it was a part of, and the date of that draft, so that no citation can mean it by chance.
    fn finish(self, drafts: &[(&Draft, &Was)]) -> Lineage {
        let newest = drafts.len().saturating_sub(1);
        let mut lasting: Vec<Option<Eid>> = vec![None; self.all.len()];
        // A parent's newest version is never older than its part's; so newest drafts first, in their order.
        let mut order: Vec<(usize, usize, usize)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(track, all)| all.versions.last().map(|(draft, place)| (newest - draft, *place, track)))
            .collect();
        order.sort_unstable();
        for (age, place, track) in order {
            let draft = drafts[newest - age].0;
            let eid = &draft.clauses[place].eid;
            let own = || {
                let above = self.parent(drafts, newest - age, place).and_then(|parent| lasting[parent].clone());
                dated(above.as_ref(), eid, draft.date)
            };
            let id = if age == 0 { Some(eid.clone()) } else { own() };
            lasting[track] = id.or_else(|| Some(eid.clone()));
        }
        let numbers = |(at, (draft, _)): (usize, &(&Draft, &Was))| {
            let clauses = draft.clauses.iter().zip(&self.of[at]);
            let pairs = clauses.filter_map(|(clause, track)| Some((clause.eid.clone(), lasting[*track].clone()?)));
            DraftNumbers::new(draft.date, pairs.collect())
        };
        let mut drafts: Vec<DraftNumbers> = drafts.iter().enumerate().map(numbers).collect();
        drafts.reverse();
        Lineage { drafts, joins: self.joins }
    }
}

/// `art_7__para_6-2012-07-26`: below the parent's lasting id the last number, and when it was the last.
fn dated(above: Option<&Eid>, eid: &Eid, date: Date) -> Option<Eid> {
    let part = eid.as_str().rsplit("__").next().unwrap_or_default();
    let number = if part.contains('_') { format!("{part}-{date}") } else { format!("{part}_1-{date}") };
    Eid::read(&above.map_or_else(|| number.clone(), |above| format!("{above}__{number}")))
}
