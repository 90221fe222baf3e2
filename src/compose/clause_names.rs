//! What a clause is called: today, on some day, in one draft; and where its name leads.

use super::edition::Edition;
use super::labels;
use crate::model::date::Date;
use crate::model::ids::{ClauseId, Eid};
use crate::model::instrument::{Clause, Draft};
use crate::model::view::{CitedClause, Link};
use std::sync::Arc;

/// A clause as one draft has it.
type Version<'a> = (&'a Draft, &'a Clause);

impl Edition<'_> {
    pub fn clause_link(&self, id: &ClauseId) -> Link {
        let text = self.clause_label(id);
        let href = if self.clause_pages.contains(id) { self.href(&self.routes.clause(id)) } else { String::new() };
        Link { href, text, current: false }
    }

    /// A clause's name for readers: its number in the newest draft. One that is gone has its last number, with the date
    /// of the draft that had it last.
    pub fn clause_label(&self, id: &ClauseId) -> String {
        let Some((draft, clause)) = self.newest(id) else { return labels::label(&id.eid, &self.corpus.lang) };
        let label = self.label_in(draft, &clause.eid);
        if self.is_newest(draft) { label } else { format!("{label} ({})", draft.date) }
    }

    /// A clause's number in one draft. A heading without a number is known by its words: `Principles(2)`.
    pub fn label_in(&self, draft: &Draft, eid: &Eid) -> String {
        let label = labels::label(eid, &self.corpus.lang);
        let top = std::iter::successors(Some(eid.clone()), Eid::parent).last();
        let named = top.filter(|top| top.as_str().starts_with("sec_")).and_then(|top| {
            let clause = draft.clause(&top).filter(|clause| clause.number.is_none())?;
            let inside = label.strip_prefix(&labels::label(&top, &self.corpus.lang))?;
            Some(format!("{}{inside}", clause.heading.as_ref()?))
        });
        named.unwrap_or(label)
    }

    /// A clause under the number that it had on a day, leading to its text of then, and what it is called now.
    pub fn cited(&self, id: &ClauseId, day: Date) -> CitedClause {
        let link = self.clause_link(id);
        let Some((draft, clause)) = self.version_on(id, day) else {
            return CitedClause { href: link.href, text: link.text, now: None };
        };
        let text = self.label_in(draft, &clause.eid);
        let newest = self.newest(id).filter(|(newest, _)| newest.date != draft.date);
        let href = match newest {
            Some(_) if !link.href.is_empty() => format!("{}#text-{}", link.href, draft.date),
            _ => link.href,
        };
        let now = self.now(id).filter(|now| *now != text);
        CitedClause { href, text, now }
    }

    /// What a clause is called in the newest draft; nothing if that has it no more.
    pub fn now(&self, id: &ClauseId) -> Option<String> {
        let (draft, clause) = self.newest(id).filter(|(draft, _)| self.is_newest(draft))?;
        Some(self.label_in(draft, &clause.eid))
    }

    /// The clause's heading in the newest draft that has it.
    pub fn clause_heading(&self, id: &ClauseId) -> Option<String> {
        self.newest(id).and_then(|(_, clause)| clause.heading.clone())
    }

    /// The clause's heading in the draft that was current on a day: a number keeps the meaning that it had when it was
    /// written.
    pub fn clause_heading_on(&self, id: &ClauseId, day: Date) -> Option<String> {
        self.version_on(id, day).and_then(|(_, clause)| clause.heading.clone())
    }

    fn drafts(&self, id: &ClauseId) -> &[Arc<Draft>] {
        self.corpus.instrument(&id.instrument).map_or(&[], |instrument| &instrument.drafts)
    }

    fn is_newest(&self, draft: &Draft) -> bool {
        let instrument = self.corpus.instrument(&draft.instrument);
        instrument.and_then(|instrument| instrument.drafts.first()).is_some_and(|newest| newest.date == draft.date)
    }

    /// The clause in the newest draft that has it.
    fn newest(&self, id: &ClauseId) -> Option<Version<'_>> {
        self.drafts(id).iter().find_map(|draft| Some((&**draft, draft.lasting(&id.eid)?)))
    }

    /// The clause in the draft that was current on a day; or in an older one, or else in the first that has it.
    fn version_on(&self, id: &ClauseId, day: Date) -> Option<Version<'_>> {
        let drafts = self.drafts(id);
        let current = drafts.partition_point(|draft| draft.date > day);
        let (later, then) = drafts.split_at(current);
        then.iter().chain(later.iter().rev()).find_map(|draft| Some((&**draft, draft.lasting(&id.eid)?)))
    }
}
