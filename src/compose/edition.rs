//! What all pages of an edition share, whatever reports they are about: names, addresses, ways from links to pages, and
//! cards of reports and rows of statements, each made once.

use super::backlinks::Backlinks;
use super::collation::Collation;
use super::naming::{Naming, clause_pages, delegation_pages, on_issues, totals};
use super::places::{Places, original};
use super::routes::Routes;
use super::said::Order;
use crate::model::corpus::{Conference, Corpus, Instrument, Words};
use crate::model::date::Date;
use crate::model::digest::{Digest, Digested};
use crate::model::gist::{Gist, Tally, Texts};
use crate::model::ids::{ClauseId, ConferenceId, DelegationId, InstrumentId, Lang, Route};
use crate::model::instrument::Draft;
use crate::model::manuscript::{LinkUse, PhotoMatter};
use crate::model::page::*;
use crate::model::prose::{NodeKind, Prose, Tag};
use crate::model::report::{Mention, Place, Report, Statement, Target};
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Outfit;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text, and what was found in it.
#[derive(Clone)]
pub struct Resolved<'a> {
    pub path: &'a str,
    pub prose: Digested<Prose>,
    pub mentions: &'a [Mention],
    pub links: &'a [LinkUse],
    /// The day whose draft its clauses are numbered by; the newest without one.
    pub day: Option<Date>,
}

impl<'a> Resolved<'a> {
    /// `digest` is that of the whole report, which is known.
    pub fn of(report: &'a Report, digest: Digest) -> Self {
        let day = Some(report.head.numbers_day);
        let prose = Digested::shared(Arc::clone(&report.prose), digest);
        Self { path: &report.head.path, prose, mentions: &report.mentions, links: &report.links, day }
    }
}

pub struct Edition<'a> {
    pub corpus: Corpus,
    pub texts: &'a dyn Texts,
    pub routes: Routes,
    pub places: Places,
    /// The order of names.
    pub collation: Collation,
    pub head: Digested<SiteHead>,
    /// How often the reports have to do with each delegation and clause.
    pub totals: BTreeMap<Target, Tally>,
    /// These reports.
    pub(super) naming: BTreeMap<Target, Naming>,
    /// Clauses and delegations that have a page of their own.
    pub clause_pages: BTreeSet<ClauseId>,
    pub delegation_pages: BTreeSet<DelegationId>,
    /// By a conference's id its place in the corpus, and those of its reports.
    conferences: BTreeMap<ConferenceId, (usize, Range<usize>)>,
    /// By a clause the places of the reports in which something was said on an issue that concerns it.
    pub(super) on_issues: OnceLock<BTreeMap<ClauseId, Vec<usize>>>,
    /// By a report's place in the corpus, the digest of the languages that it is in.
    languages: OnceLock<Vec<Digest>>,
    pub(super) delegation_links: OnceLock<BTreeMap<DelegationId, Link>>,
    /// By a report's place in the corpus.
    pub(super) cards: Vec<OnceLock<Digested<ReportCard>>>,
    pub(super) rows: Vec<OnceLock<Vec<Digested<StatementRow>>>>,
    pub(super) order: OnceLock<Order>,
    pub(super) backlinks: OnceLock<Backlinks>,
    pub(super) drafts: BTreeMap<InstrumentId, OnceLock<Vec<Digested<LinkedProse>>>>,
}

impl<'a> Edition<'a> {
    pub fn new(corpus: Corpus, texts: &'a dyn Texts, outfit: &Outfit) -> Self {
        let routes = Routes::new(&corpus.site, &corpus.lang);
        let places = Places::new(&corpus, &routes);
        let head = Digested::of(super::frame::site_head(&corpus, &routes, outfit));
        let (totals, naming) = totals(&corpus);
        let conferences = corpus.conferences.iter().enumerate();
        let conferences = conferences.map(|(at, one)| (one.id.clone(), (at, reports_of(&corpus, &one.id)))).collect();
        Self {
            texts,
            routes,
            places,
            collation: Collation::of(corpus.lang.as_str()),
            head,
            clause_pages: clause_pages(&corpus, &totals),
            delegation_pages: delegation_pages(&corpus, &totals),
            totals,
            naming,
            conferences,
            on_issues: OnceLock::new(),
            languages: OnceLock::new(),
            delegation_links: OnceLock::new(),
            cards: corpus.reports.iter().map(|_| OnceLock::new()).collect(),
            rows: corpus.reports.iter().map(|_| OnceLock::new()).collect(),
            order: OnceLock::new(),
            backlinks: OnceLock::new(),
            drafts: corpus.instruments.iter().map(|one| (one.id.clone(), OnceLock::new())).collect(),
            corpus,
        }
    }

    /// The order of all subjects.
    pub fn order(&self) -> &Order {
        self.order.get_or_init(|| super::said::order(self))
    }

    /// The references to the report at a place of the corpus.
    pub fn referring(&self, at: usize) -> &[(usize, usize)] {
        let all = self.backlinks.get_or_init(|| super::backlinks::backlinks(self));
        all.get(&at).map_or(&[], Vec::as_slice)
    }

    /// How often the edition speaks of a clause.
    pub fn total(&self, id: &ClauseId) -> Tally {
        self.totals.get(&Target::Clause(id.clone())).copied().unwrap_or_default()
    }

    /// The reports that have to do with a target.
    pub fn naming(&self, target: &Target) -> Option<&Naming> {
        self.naming.get(target)
    }

    /// Texts of an instrument's drafts, newest first. Names in them lead nowhere: they are law, not what was said.
    pub fn draft_texts(&self, instrument: &Instrument) -> &[Digested<LinkedProse>] {
        let text = |draft: &Arc<Draft>| {
            let (path, prose) = (&draft.path, Digested::found(Arc::clone(&draft.prose)));
            Digested::of(self.linked(Resolved { path, prose, mentions: &[], links: &[], day: None }))
        };
        let drafts = self.drafts.get(&instrument.id);
        drafts.map_or(&[], |texts| texts.get_or_init(|| instrument.drafts.iter().map(text).collect()))
    }

    /// The card of the report at a place of the corpus.
    pub fn card(&self, at: usize) -> &Digested<ReportCard> {
        self.cards[at].get_or_init(|| Digested::of(self.new_card(&self.corpus.reports[at])))
    }

    /// The rows of its statements.
    pub fn rows(&self, at: usize) -> &[Digested<StatementRow>] {
        let report = &self.corpus.reports[at];
        self.rows[at].get_or_init(|| {
            let rows = report.statements.iter().zip(&report.anchors);
            rows.map(|(statement, anchor)| Digested::of(self.row((report, self.card(at)), statement, anchor))).collect()
        })
    }

    /// A conference by its id: each card asks, so it must not be looked for.
    pub fn conference(&self, id: &ConferenceId) -> Option<&Conference> {
        self.conferences.get(id).map(|(at, _)| &self.corpus.conferences[*at])
    }

    /// The places of a conference's reports in the corpus.
    pub fn reports_of(&self, conference: &Conference) -> Range<usize> {
        self.conferences.get(&conference.id).map_or(0..0, |(_, reports)| reports.clone())
    }

    /// The places of the reports in which something was said on an issue that concerns a clause or a part of it, in order.
    pub fn on_issues(&self, id: &ClauseId) -> &[usize] {
        self.on_issues.get_or_init(|| on_issues(self)).get(id).map_or(&[], Vec::as_slice)
    }

    /// The digest of the languages that the report at a place is in.
    pub fn languages_at(&self, at: usize) -> Digest {
        let of = |report: &Digested<Gist>| Digest::of_value(&self.languages_of(&report.head.path));
        self.languages.get_or_init(|| self.corpus.reports.iter().map(of).collect())[at]
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
        let all = || self.corpus.registry.delegations.keys().map(|id| (id.clone(), self.new_link(id))).collect();
        self.delegation_links.get_or_init(all).get(id).map_or_else(|| self.new_link(id), Link::clone)
    }

    fn new_link(&self, id: &DelegationId) -> Link {
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

    fn new_card(&self, report: &Gist) -> ReportCard {
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
            statements: report.positions(),
            withheld: head.withheld.draft,
        }
    }

    fn row(&self, of: (&Gist, &ReportCard), statement: &Statement, anchor: &str) -> StatementRow {
        let (report, card) = of;
        let stance = statement.stance.as_ref().and_then(|id| {
            let stance = self.corpus.site.stances.iter().find(|stance| stance.id == *id)?;
            let (label, colour) = (stance.label(&self.corpus.lang), stance.colour.clone());
            Some(StanceView { id: id.to_string(), sign: stance.sign.clone(), label, colour })
        });
        StatementRow {
            href: format!("{}#{anchor}", card.href),
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
            withheld: card.withheld,
            lang: card.lang.clone(),
            dir: card.dir,
        }
    }

    /// A text with its links and mentions resolved.
    pub fn linked(&self, text: Resolved) -> LinkedProse {
        let Resolved { path, prose, mentions, links, day } = text;
        let mut marks: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
        let mut destinations = BTreeMap::new();
        let explicit = explicit_links(&prose);
        let mut targets: BTreeMap<&Target, Option<(String, &'static str)>> = BTreeMap::new();
        for mention in mentions {
            let Some(target) = mention.targets.first() else { continue };
            let Some((href, class)) = targets.entry(target).or_insert_with(|| self.target(target, day)) else {
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
        LinkedProse { prose, destinations, marks }
    }

    pub fn linked_words(&self, words: &Words) -> LinkedProse {
        let Words { path, prose, mentions, links, .. } = words;
        let prose = Digested::found(Arc::clone(prose));
        self.linked(Resolved { path, prose, mentions, links, day: None })
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

/// The places of a conference's reports in the corpus, which has them in the order of conferences.
fn reports_of(corpus: &Corpus, id: &ConferenceId) -> Range<usize> {
    let start = corpus.reports.partition_point(|report| report.head.conference < *id);
    let count = corpus.reports[start..].partition_point(|report| report.head.conference <= *id);
    start..start + count
}

/// Links of the form `country:NOR`, with the bytes of the file that they take.
fn explicit_links(prose: &Prose) -> Vec<(&str, Span)> {
    let links = prose.nodes.iter().filter_map(|node| match &node.kind {
        NodeKind::Open(Tag::Link { dest, .. }) => Some((dest.as_str(), node.span)),
        _ => None,
    });
    links.filter(|(dest, _)| dest.starts_with("country:") || dest.starts_with("clause:")).collect()
}
