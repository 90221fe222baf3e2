//! A conference's glossary: its page, and the first uses of its terms in reports.

use super::desk::Desk;
use super::edition::{Edition, Resolved};
use super::frame::frame;
use super::reading::{head, made};
use crate::model::corpus::Conference;
use crate::model::digest::Digest;
use crate::model::glossary::Term;
use crate::model::page::*;
use crate::model::report::Report;
use crate::model::view::*;
use std::sync::Arc;

/// Uses of a term that the page shows.
const USES: usize = 12;

/// A conference's glossary, if it has one.
pub fn page(desk: &Desk, conference: &Conference) -> Option<Page> {
    let terms = conference.glossary.terms.iter().enumerate();
    let mut rows: Vec<TermRow> = terms.filter_map(|term| row(desk, term)).collect();
    rows.sort_by_cached_key(|row| (desk.collation.key(&row.term), row.anchor.clone()));
    let route = desk.routes.glossary(&conference.id);
    let parts =
        GlossaryParts { conference: desk.conference_link(conference), terms: rows.into_iter().map(Arc::new).collect() };
    let page_head = head(desk, &route, "", vec![desk.conference_link(conference)]);
    (!conference.glossary.terms.is_empty()).then(|| made(page_head, Parts::Glossary(parts)))
}

fn row(desk: &Desk, term: (usize, &Term)) -> Option<TermRow> {
    let (at, term) = term;
    let (lang, words) = term.in_language(&desk.corpus.lang, desk.corpus.site.default_lang())?;
    let foreign = desk.foreign(lang);
    let mut uses = Vec::new();
    for (report, card) in desk.reports.iter().zip(&desk.cards) {
        let own = report.terms.iter().filter(|found| found.term == at);
        uses.extend(own.map(|found| TermUseRow {
            href: format!("{}#{}", card.href, found.anchor),
            date: card.date,
            title: card.title.clone(),
            lang: card.lang.clone(),
            dir: card.dir,
        }));
    }
    let reports = uses.len();
    uses.truncate(USES);
    Some(TermRow {
        anchor: term.anchor.clone(),
        term: words.term.clone(),
        full: words.full.clone(),
        meaning: words.meaning.clone(),
        aliases: words.aliases.clone(),
        lang: foreign.as_ref().map(|(lang, _)| lang.clone()),
        dir: foreign.map(|(_, dir)| dir),
        uses,
        reports,
    })
}

impl Edition<'_> {
    /// A report's text with its links, mentions and first uses of terms resolved.
    /// `digest` is the report's own.
    pub fn linked_report(&self, report: &Report, digest: Digest) -> LinkedProse {
        let mut linked = self.linked(Resolved::of(report, digest));
        let Some(conference) = self.conference(&report.head.conference) else { return linked };
        let page = self.href(&self.routes.glossary(&conference.id));
        for found in &report.terms {
            let term = &conference.glossary.terms[found.term];
            let Some((_, words)) = term.in_language(&report.head.lang, self.corpus.site.default_lang()) else {
                continue;
            };
            let mut pieces = report.prose.units[found.unit].marks(&found.range).into_iter().peekable();
            while let Some((node, range)) = pieces.next() {
                // A term that markup cuts is explained once, behind its end.
                let title = pieces.peek().is_none().then(|| words.full.clone());
                let mark = Mark { range, href: format!("{page}#{}", term.anchor), class: "m-term", title };
                linked.marks.entry(node).or_default().push(mark);
            }
        }
        linked.marks.values_mut().for_each(|marks| marks.sort_by_key(|mark| mark.range.start));
        linked
    }
}

pub fn view(head: &PageHead, parts: &GlossaryParts) -> View {
    View::Glossary(GlossaryView {
        frame: frame(head),
        conference: parts.conference.clone(),
        terms: parts.terms.clone(),
    })
}
