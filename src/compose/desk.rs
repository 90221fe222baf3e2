//! What the pages of an edition share, made once: cards of reports, rows of statements and mentions, links.

use super::labels::{most_first, reading_order};
use super::places::{Places, original};
use super::routes::Routes;
use crate::model::corpus::{Conference, Corpus, Words};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::ids::{ClauseId, ConferenceId, DelegationId, Lang, Route};
use crate::model::indexes::{Entries, Indexes, MentionEntry, StatementEntry};
use crate::model::manuscript::{LinkUse, PhotoMatter};
use crate::model::page::*;
use crate::model::prose::{NodeKind, Prose, Tag};
use crate::model::report::{Mention, Place, Report, Statement, Target};
use crate::model::source::{SourcePath, Span};
use crate::model::view::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A text, and what was found in it.
#[derive(Clone, Copy)]
pub struct Resolved<'a> {
    pub path: &'a str,
    pub prose: &'a Arc<Prose>,
    pub mentions: &'a [Mention],
    pub links: &'a [LinkUse],
    /// The day whose draft its clauses are numbered by; the newest without one.
    pub day: Option<Date>,
}

impl<'a> Resolved<'a> {
    pub fn of(report: &'a Report) -> Self {
        let day = Some(report.head.numbers_day);
        Self { path: &report.head.path, prose: &report.prose, mentions: &report.mentions, links: &report.links, day }
    }
}

pub struct Desk<'a> {
    pub corpus: &'a Corpus,
    pub indexes: &'a Indexes,
    pub routes: Routes,
    pub places: Places,
    pub head: Digested<SiteHead>,
    conferences: BTreeMap<&'a ConferenceId, &'a Conference>,
    /// By a report's place in the corpus.
    pub cards: Vec<Arc<ReportCard>>,
    pub statements: Vec<Vec<Arc<StatementRow>>>,
    pub spoken: Vec<Spoken>,
    /// Clauses and delegations that have a page of their own.
    pub clause_pages: BTreeSet<ClauseId>,
    pub delegation_pages: BTreeSet<DelegationId>,
}

impl<'a> Desk<'a> {
    pub fn new(corpus: &'a Corpus, indexes: &'a Indexes, assets: &Assets) -> Self {
        let routes = Routes::new(&corpus.site, &corpus.lang);
        let places = Places::new(corpus, &routes);
        let head = Digested::of(super::frame::site_head(corpus, &routes, assets));
        let mut desk = Self {
            corpus,
            indexes,
            routes,
            places,
            head,
            conferences: corpus.conferences.iter().map(|conference| (&conference.id, conference)).collect(),
            cards: Vec::new(),
            statements: Vec::new(),
            spoken: spoken(corpus, indexes),
            clause_pages: clause_pages(corpus, indexes),
            delegation_pages: delegation_pages(corpus, indexes),
        };
        desk.cards = corpus.reports.iter().map(|report| Arc::new(desk.card(report))).collect();
        let rows = |(at, report): (usize, &Arc<Report>)| {
            report.statements.iter().map(|statement| Arc::new(desk.statement_row(at, statement))).collect()
        };
        desk.statements = corpus.reports.iter().enumerate().map(rows).collect();
        desk
    }

    /// A conference by its id: each card asks, so it must not be looked for.
    pub fn conference(&self, id: &ConferenceId) -> Option<&'a Conference> {
        self.conferences.get(id).copied()
    }

    pub fn href(&self, route: &Route) -> String {
        self.corpus.site.href(route)
    }

    pub fn link(&self, route: &Route, text: &str) -> Link {
        Link { href: self.href(route), text: text.to_owned(), current: false }
    }

    /// A text's language and direction, where they are not the page's.
    pub fn foreign(&self, lang: &Lang) -> Option<(String, &'static str)> {
        (*lang != self.corpus.lang).then(|| (lang.to_string(), lang.dir()))
    }

    pub fn conference_link(&self, conference: &Conference) -> Link {
        let name = conference.short.as_deref().unwrap_or(&conference.title);
        self.link(&self.routes.conference(&conference.id), name)
    }

    /// A delegation's link; without an address when it has no page.
    pub fn delegation_link(&self, id: &DelegationId) -> Link {
        let text = self.corpus.registry.name(id, &self.corpus.lang).to_owned();
        let delegation = self.corpus.registry.delegations.get(id).filter(|_| self.delegation_pages.contains(id));
        let href = delegation.map_or_else(String::new, |delegation| self.href(&self.routes.delegation(delegation)));
        Link { href, text, current: false }
    }

    pub fn photo(&self, from: &str, photo: &PhotoMatter) -> Option<Photo> {
        let leads = self.places.leads(from, &photo.src.value);
        let src = self.places.href(&leads, &photo.src.value)?;
        Some(Photo { src, alt: photo.alt.clone(), credit: photo.credit.clone() })
    }

    fn card(&self, report: &Report) -> ReportCard {
        let head = &report.head;
        let foreign = self.foreign(&head.lang);
        let conference = self.conference(&head.conference).map(|conference| self.conference_link(conference));
        ReportCard {
            href: self.href(&self.routes.report(&head.conference, &head.stem)),
            title: head.title.clone(),
            date: head.date,
            session: head.session.map(|session| session.as_str().to_owned()),
            summary: head.summary.clone(),
            lang: foreign.as_ref().map(|(lang, _)| lang.clone()),
            dir: foreign.map(|(_, dir)| dir),
            conference: conference.unwrap_or_else(|| self.link(&self.routes.conference(&head.conference), "")),
            photo: head.photo.as_ref().and_then(|photo| self.photo(&head.path, photo)),
            statements: report.statements.iter().filter(|statement| statement.voice.is_position()).count(),
        }
    }

    fn statement_row(&self, at: usize, statement: &Statement) -> StatementRow {
        let report = &self.corpus.reports[at];
        let card = &self.cards[at];
        let stance = statement.stance.as_ref().and_then(|id| {
            let stance = self.corpus.site.stances.iter().find(|stance| stance.id == *id)?;
            let (label, colour) = (stance.label.clone(), stance.colour.clone());
            Some(StanceView { id: id.to_string(), sign: stance.sign.clone(), label, colour })
        });
        StatementRow {
            href: format!("{}#{}", card.href, report.prose.passages[statement.passage].anchor),
            who: statement.who.iter().map(|id| self.delegation_link(id)).collect(),
            on_behalf_of: statement.on_behalf_of.as_ref().map(|id| self.delegation_link(id)),
            except: statement.except.iter().map(|id| self.delegation_link(id)).collect(),
            clauses: statement.clauses.iter().map(|id| self.cited(id, report.head.numbers_day)).collect(),
            issues: statement.issues.iter().map(|id| self.issue_link(&report.head.conference, id)).collect(),
            stance,
            voice: statement.voice.as_str(),
            text: statement.text.clone(),
            date: card.date,
            report: Link { href: card.href.clone(), text: card.title.clone(), current: false },
            lang: card.lang.clone(),
            dir: card.dir,
        }
    }

    /// The statement itself, by ids.
    pub fn said(&self, entry: &StatementEntry) -> &Statement {
        &self.corpus.reports[entry.report].statements[entry.statement]
    }

    pub fn statement(&self, entry: &StatementEntry) -> Arc<StatementRow> {
        self.statements[entry.report][entry.statement].clone()
    }

    pub fn mention(&self, entry: &MentionEntry) -> Arc<MentionEntryRow> {
        let report = &self.corpus.reports[entry.report];
        let card = &self.cards[entry.report];
        let mention = &report.mentions[entry.mention];
        let passage = mention.place.passage().map(|passage| &report.prose.passages[passage]);
        let (before, words, after) = match &mention.place {
            Place::Prose { unit, range, sentence, .. } => {
                let text = &report.prose.units[*unit].text;
                (&text[sentence.start..range.start], &text[range.clone()], &text[range.end..sentence.end])
            }
            Place::Statement { .. } | Place::FrontMatter => ("", mention.surface.as_str(), ""),
        };
        let row = MentionRow {
            href: passage.map_or_else(|| card.href.clone(), |passage| format!("{}#{}", card.href, passage.anchor)),
            before: before.to_owned(),
            words: words.to_owned(),
            after: after.to_owned(),
            part: entry.cited.as_ref().map(|id| self.cited(id, report.head.numbers_day).text),
            listed: mention.place == Place::FrontMatter,
            lang: card.lang.clone(),
            dir: card.dir,
        };
        let report = Link { href: card.href.clone(), text: card.title.clone(), current: false };
        Arc::new(MentionEntryRow { conference: card.conference.clone(), report, date: card.date, row })
    }

    /// Whom and what some reports speak of, taken together.
    pub fn spoken_in(&self, reports: impl IntoIterator<Item = usize>) -> Spoken {
        let mut all = Spoken::default();
        for report in reports {
            let spoken = &self.spoken[report];
            spoken.delegations.iter().for_each(|(id, count)| add(&mut all.delegations, id, *count));
            spoken.clauses.iter().for_each(|(id, count)| add(&mut all.clauses, id, *count));
        }
        all
    }

    /// Delegations by the positions that they took; those that took none are left out.
    pub fn speakers(&self, counts: &BTreeMap<DelegationId, Count>, most: usize) -> Vec<Counted> {
        let spoke = counts.iter().filter(|(_, (positions, _))| *positions > 0);
        let lines = spoke.map(|(id, (positions, _))| counted(*positions, self.delegation_link(id), None));
        first(lines.collect(), most)
    }

    /// Delegations by how often they are spoken of.
    pub fn named_delegations(&self, counts: &BTreeMap<DelegationId, Count>, most: usize) -> Vec<Counted> {
        let lines = counts.iter().map(|(id, (s, m))| counted(s + m, self.delegation_link(id), None));
        first(lines.collect(), most)
    }

    /// Clauses by how often they are spoken of; equals as one reads them.
    pub fn named_clauses(&self, counts: &BTreeMap<ClauseId, Count>, most: usize) -> Vec<Counted> {
        let known = counts.iter().filter(|(id, _)| self.clause_pages.contains(id));
        let mut clauses: Vec<(&ClauseId, usize)> = known.map(|(id, (s, m))| (id, s + m)).collect();
        clauses.sort_by_cached_key(|(id, count)| (Reverse(*count), &id.instrument, reading_order(&id.eid)));
        let line = |(id, count)| counted(count, self.clause_link(id), self.clause_heading(id));
        clauses.into_iter().take(most).map(line).collect()
    }

    /// A text with its links and mentions resolved.
    pub fn linked(&self, text: &Resolved) -> LinkedProse {
        let Resolved { path, prose, mentions, links, day } = *text;
        let mut marks: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
        let mut destinations = BTreeMap::new();
        let explicit = explicit_links(prose);
        for mention in mentions {
            let Some((href, class)) = mention.targets.first().and_then(|target| self.target(target, day)) else {
                continue;
            };
            let Place::Prose { unit, range, .. } = &mention.place else { continue };
            let holds = |span: &Span| span.start <= mention.span.start && mention.span.end <= span.end;
            // Words of an explicit link are a link already.
            let mut linked = explicit.iter().filter(|(_, span)| holds(span)).peekable();
            if linked.peek().is_none() {
                for (node, range) in prose.units[*unit].marks(range) {
                    marks.entry(node).or_default().push(Mark { range, href: href.clone(), class, title: None });
                }
            }
            destinations.extend(linked.map(|(dest, _)| ((*dest).to_owned(), href.clone())));
        }
        for list in marks.values_mut() {
            list.sort_by_key(|mark| mark.range.start);
            list.dedup_by(|next, kept| next.range.start < kept.range.end);
        }
        for link in links {
            let leads = self.places.leads(path, &link.dest);
            destinations.extend(self.places.href(&leads, &link.dest).map(|href| (link.dest.clone(), href)));
        }
        LinkedProse { prose: Arc::clone(prose), destinations, marks }
    }

    pub fn linked_words(&self, words: &Words) -> LinkedProse {
        let Words { path, prose, mentions, links, .. } = words;
        self.linked(&Resolved { path, prose, mentions, links, day: None })
    }

    /// The links of a text, for the audit.
    pub fn written(&self, path: &SourcePath, links: &[LinkUse]) -> Vec<WrittenLink> {
        let written = |link: &LinkUse| WrittenLink {
            path: path.clone(),
            span: link.span,
            dest: link.dest.clone(),
            leads: self.places.leads(path, &link.dest),
        };
        links.iter().map(written).collect()
    }

    fn target(&self, target: &Target, day: Option<Date>) -> Option<(String, &'static str)> {
        let (href, class) = match target {
            Target::Delegation(id) => (self.delegation_link(id).href, "m-country"),
            Target::Clause(id) => {
                (day.map_or_else(|| self.clause_link(id).href, |day| self.cited(id, day).href), "m-clause")
            }
        };
        (!href.is_empty()).then_some((href, class))
    }

    /// Whether a text has a translation into each of the site's languages.
    pub fn languages_of(&self, path: &SourcePath) -> Vec<String> {
        let languages = self.corpus.languages.get(&original(path));
        languages.map_or_else(Vec::new, |languages| languages.iter().map(ToString::to_string).collect())
    }
}

/// Links of the form `country:NOR`, with the bytes of the file that they take.
fn explicit_links(prose: &Prose) -> Vec<(&str, Span)> {
    let links = prose.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Open(Tag::Link { dest, .. }) => Some((dest.as_str(), node.span)),
        _ => None,
    });
    links.filter(|(dest, _)| dest.starts_with("country:") || dest.starts_with("clause:")).collect()
}

/// Clauses that have a page: all of the drafts, and for an instrument without drafts all that are cited.
fn clause_pages(corpus: &Corpus, indexes: &Indexes) -> BTreeSet<ClauseId> {
    let mut pages = BTreeSet::new();
    for instrument in &corpus.instruments {
        let clauses = instrument.drafts.iter().flat_map(|draft| &draft.clauses);
        pages.extend(clauses.map(|clause| ClauseId { instrument: instrument.id.clone(), eid: clause.lasting.clone() }));
        if instrument.drafts.is_empty() {
            pages.extend(indexes.clauses.keys().filter(|id| id.instrument == instrument.id).cloned());
        }
    }
    pages.extend(corpus.clause_words.keys().cloned());
    pages
}

/// Delegations that have a page: whoever is named, and whoever a group spoke for.
fn delegation_pages(corpus: &Corpus, indexes: &Indexes) -> BTreeSet<DelegationId> {
    let named = indexes.delegations.keys().chain(indexes.of_groups.keys()).chain(corpus.delegation_words.keys());
    named.filter(|id| corpus.registry.delegations.contains_key(*id)).cloned().collect()
}

fn counted(count: usize, link: Link, note: Option<String>) -> Counted {
    Counted { href: link.href, text: link.text, note, count }
}

/// The first lines of a list, the most first.
fn first(mut lines: Vec<Counted>, most: usize) -> Vec<Counted> {
    most_first(&mut lines);
    lines.truncate(most);
    lines
}

/// How often something is spoken of: positions taken, and mentions.
pub type Count = (usize, usize);

/// Whom and what one report speaks of, and how often.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    pub delegations: BTreeMap<DelegationId, Count>,
    pub clauses: BTreeMap<ClauseId, Count>,
}

/// Counts for each report, from the indexes.
fn spoken(corpus: &Corpus, indexes: &Indexes) -> Vec<Spoken> {
    let mut spoken = vec![Spoken::default(); corpus.reports.len()];
    for (id, entries) in &indexes.delegations {
        each(entries, |report, count| add(&mut spoken[report].delegations, id, count));
    }
    // Who speaks for a group, or is excepted from its words, is spoken of there and takes no position of its own.
    for (id, of_groups) in &indexes.of_groups {
        of_groups.named().for_each(|seen| add(&mut spoken[seen.entry.report].delegations, id, (0, 1)));
    }
    for (id, entries) in &indexes.clauses {
        each(entries, |report, count| add(&mut spoken[report].clauses, id, count));
    }
    spoken
}

fn each(entries: &Entries, mut take: impl FnMut(usize, Count)) {
    entries.mentions.iter().for_each(|entry| take(entry.report, (0, 1)));
    entries.statements.iter().filter(|entry| entry.is_position).for_each(|entry| take(entry.report, (1, 0)));
}

fn add<K: Ord + Clone>(counts: &mut BTreeMap<K, Count>, key: &K, more: Count) {
    let count = counts.entry(key.clone()).or_default();
    *count = (count.0 + more.0, count.1 + more.1);
}
