//! Texts → one corpus for each of the site's languages, every name in them resolved.

use super::glossaries;
use super::read::Site;
use super::reports::Reports;
use crate::compose::original;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::corpus::*;
use crate::model::date::Date;
use crate::model::gist::TermPlace;
use crate::model::glossary::Glossary;
use crate::model::ids::{ClauseId, ConferenceId, DelegationId, Eid, Lang};
use crate::model::instrument::Draft;
use crate::model::manuscript::*;
use crate::model::source::{SourcePath, Span};
use crate::recognise::{self, Context, Declared, InstrumentNames, Instruments, Lexicon, Settled};
use crate::{audit, compose};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One corpus for each language, the first language's first.
pub fn editions(resolver: &Resolver, reports: &Reports, copies: &[SourcePath]) -> Outcome<Vec<Corpus>> {
    let mut findings = Vec::new();
    let resolved = resolver.all(&mut findings);
    let one = |lang| edition(lang, (&resolved, reports, copies), resolver);
    let editions = resolver.site.site.languages.iter().map(one).collect();
    Outcome::new(editions, findings)
}

/// What each conference declares.
pub fn declared(site: &Site, findings: &mut Vec<Diagnostic>) -> BTreeMap<ConferenceId, Declared> {
    let mut declared = BTreeMap::new();
    for languages in site.texts.values() {
        let matter = |text: &Manuscript| match &text.kind {
            Kind::Conference(matter) => Some((text.path.clone(), matter.clone())),
            _ => None,
        };
        let mut all = languages.values().filter_map(matter).collect::<Vec<_>>();
        let Some(first) = all.iter().position(|(path, _)| original(path) == *path) else { continue };
        let (path, own) = all.swap_remove(first);
        findings.extend(all.iter().flat_map(|(path, other)| recognise::untranslatable(path, other, &own)));
        findings.extend(own.issues.iter().flat_map(|issue| audit::concerned(&path, &issue.clauses, &site.book)));
        let others: Vec<&ConferenceMatter> = all.iter().map(|(_, matter)| matter).collect();
        let outcome = recognise::conference(&path, &own, &others, &site.book);
        findings.extend(outcome.findings);
        declared.insert(own.id, outcome.value);
    }
    declared
}

/// Terms of glossaries that no report uses.
pub fn unused_terms(site: &Site, reports: &Reports) -> Vec<Diagnostic> {
    let mut uses: BTreeMap<&ConferenceId, Vec<&[TermPlace]>> = BTreeMap::new();
    for report in reports.shown.values().flat_map(BTreeMap::values) {
        uses.entry(&report.head.conference).or_default().push(report.terms.as_slice());
    }
    let unused = |(id, glossary)| glossaries::unused(glossary, uses.get(id).map_or(&[], Vec::as_slice));
    site.glossaries.iter().flat_map(unused).collect()
}

/// The words of every text that is no report, with what they mean.
type AllResolved = BTreeMap<SourcePath, Words>;

/// Resolves words, knowing what there is.
pub struct Resolver<'a> {
    pub site: &'a Site,
    pub declared: BTreeMap<ConferenceId, Declared>,
    lexicons: BTreeMap<Lang, Lexicon>,
    names: InstrumentNames,
}

impl<'a> Resolver<'a> {
    pub fn new(site: &'a Site) -> Outcome<Self> {
        let mut findings = Vec::new();
        let lexicons = site.site.languages.par_iter().map(|lang| (lang.clone(), Lexicon::new(&site.registry, lang)));
        let lexicons = lexicons.collect();
        let declared = declared(site, &mut findings);
        let names = InstrumentNames::new(&site.registry.instruments);
        Outcome::new(Self { site, declared, lexicons, names }, findings)
    }
}

impl Resolver<'_> {
    /// Resolves every text, in parallel.
    fn all(&self, findings: &mut Vec<Diagnostic>) -> AllResolved {
        let texts: Vec<&Manuscript> = self.site.texts.values().flat_map(BTreeMap::values).collect();
        let outcomes: Vec<Outcome<Words>> = texts.par_iter().map(|text| self.one(text)).collect();
        let mut resolved = AllResolved::new();
        for (text, outcome) in texts.iter().zip(outcomes) {
            findings.extend(outcome.findings);
            resolved.insert(text.path.clone(), outcome.value);
        }
        resolved
    }

    fn one(&self, text: &Manuscript) -> Outcome<Words> {
        let nothing = Declared::default();
        let own;
        let declared = match &text.kind {
            Kind::Conference(matter) => self.declared.get(&matter.id),
            Kind::Instrument(InstrumentMatter { id, .. }) | Kind::AboutClause { instrument: id, .. } => {
                own = Declared { instruments: vec![id.clone()], issues: Vec::new() };
                Some(&own)
            }
            Kind::Report(_) | Kind::Draft(_) | Kind::AboutDelegation { .. } | Kind::Plain(_) => None,
        };
        let context = self.context(&text.lang, declared.unwrap_or(&nothing));
        let nothing_settled = Settled { ignore: &[], countries: Vec::new() };
        let found = recognise::prose_mentions(text, &nothing_settled, &context);
        let mut findings = found.findings;
        findings.extend(audit::clauses(&text.path, &found.mentions, &self.site.book));
        let words = Words {
            path: text.path.clone(),
            lang: text.lang.clone(),
            prose: Arc::new(text.prose.clone()),
            mentions: found.mentions,
            links: recognise::page_links(text),
            ids: text.ids.clone(),
            aliases: text.aliases.clone(),
            withheld: text.withheld.draft,
        };
        Outcome::new(words, findings)
    }

    /// What words of a text in a language can mean.
    pub fn context<'c>(&'c self, lang: &Lang, declared: &'c Declared) -> Context<'c> {
        Context {
            registry: &self.site.registry,
            lexicon: &self.lexicons[lang],
            instruments: Instruments {
                home: &declared.instruments,
                names: &self.names,
                book: &self.site.book,
                day: None,
            },
            declared,
            stances: &self.site.site.stances,
        }
    }
}

/// The site in one language.
fn edition(lang: &Lang, all: (&AllResolved, &Reports, &[SourcePath]), resolver: &Resolver) -> Corpus {
    let (resolved, reports, copies) = all;
    let site = resolver.site;
    let first = site.site.default_lang();
    let mut corpus = Corpus {
        lang: lang.clone(),
        site: site.site.clone(),
        registry: site.registry.clone(),
        conferences: Vec::new(),
        reports: Vec::new(),
        instruments: Vec::new(),
        pages: Vec::new(),
        delegation_words: BTreeMap::new(),
        clause_words: BTreeMap::new(),
        languages: reports.languages.clone(),
        assets: copies.to_vec(),
    };
    let in_language = |languages: &BTreeMap<Lang, _>| languages.get(lang).or_else(|| languages.get(first)).cloned();
    corpus.reports = reports.shown.values().filter_map(in_language).collect();
    for (path, languages) in &site.texts {
        let Some(text) = languages.get(lang).or_else(|| languages.get(first)) else { continue };
        corpus.languages.insert(path.clone(), languages.keys().cloned().collect());
        if let Some(words) = resolved.get(&text.path) {
            let original = languages.get(first).unwrap_or(text);
            place(&mut corpus, Text { path, text, words: words.clone(), original }, site, resolver);
        }
    }
    corpus.conferences.sort_by_key(|c| (std::cmp::Reverse(c.start), c.id.clone()));
    corpus.reports.sort_by_key(|report| {
        let head = &report.head;
        (head.conference.clone(), head.date, head.session, head.stem.clone())
    });
    corpus.pages.sort_by_key(|page| (page.order, page.stem.clone()));
    corpus
}

/// A text that is not a report, with its original where it is a translation.
struct Text<'a> {
    path: &'a SourcePath,
    text: &'a Manuscript,
    words: Words,
    original: &'a Manuscript,
}

/// Puts a text where the corpus keeps its kind.
fn place(corpus: &mut Corpus, text: Text, site: &Site, resolver: &Resolver) {
    let Text { path, text, words, original } = text;
    let extra = text.extra.clone();
    match (&text.kind, &original.kind) {
        (Kind::Conference(own), Kind::Conference(first)) => {
            let declared = resolver.declared.get(&first.id).cloned().unwrap_or_default();
            let glossary = site.glossaries.get(&first.id).cloned().unwrap_or_default();
            let own = conference(path, (own, first), words, (declared, extra));
            corpus.conferences.push(Conference { glossary, ..own });
        }
        (Kind::Instrument(own), Kind::Instrument(first)) => corpus.instruments.push(Instrument {
            id: first.id.clone(),
            original: path.clone(),
            words,
            title: own.title.clone(),
            note: own.note.clone().or_else(|| first.note.clone()),
            drafts: drafts(site, &corpus.lang, first),
            compare: first.compare.iter().map(|[one, other]| ordered(one.value, other.value)).collect(),
            extra,
        }),
        (Kind::Plain(own), Kind::Plain(first)) => corpus.pages.push(PlainPage {
            original: path.clone(),
            stem: own.stem.clone(),
            words,
            title: own.title.clone(),
            summary: own.summary.clone(),
            order: own.order.or(first.order).unwrap_or_default(),
            menu: own.menu.or(first.menu).unwrap_or_default(),
            extra,
        }),
        (Kind::AboutDelegation { id, summary }, _) => {
            let id = DelegationId::read(id).filter(|id| site.registry.delegations.contains_key(id));
            corpus.delegation_words.extend(id.map(|id| (id, OwnWords { words, summary: summary.clone() })));
        }
        (Kind::AboutClause { instrument, eid, summary }, _) => {
            let eid = Eid::read(eid).filter(|eid| site.book.accepts(instrument, eid));
            let id = eid.map(|eid| site.book.identity(ClauseId { instrument: instrument.clone(), eid }, None));
            corpus.clause_words.extend(id.map(|id| (id, OwnWords { words, summary: summary.clone() })));
        }
        _ => {}
    }
}

fn conference(
    path: &SourcePath,
    matter: (&ConferenceMatter, &ConferenceMatter),
    words: Words,
    rest: (Declared, crate::model::value::Value),
) -> Conference {
    let (own, first) = matter;
    let (declared, extra) = rest;
    let issues = declared.issues.iter().map(|issue| {
        let titles = [&own.issues, &first.issues].map(|issues| issues.iter().find(|i| i.id == issue.id));
        let title = titles.into_iter().flatten().next().map_or_else(String::new, |found| found.title.clone());
        Issue { id: issue.id.clone(), title, clauses: issue.clauses.clone() }
    });
    Conference {
        id: first.id.clone(),
        original: path.clone(),
        words,
        title: own.title.clone(),
        short: own.short.clone().or_else(|| first.short.clone()),
        place: own.place.clone().or_else(|| first.place.clone()),
        start: own.start.or(first.start),
        end: own.end.or(first.end),
        summary: own.summary.clone().or_else(|| first.summary.clone()),
        photo: own.photo.clone().or_else(|| first.photo.clone()),
        instruments: declared.instruments.clone(),
        issues: issues.collect(),
        glossary: Glossary::default(),
        extra,
    }
}

/// Two dates, the older first.
fn ordered(one: Date, other: Date) -> [Date; 2] {
    [one.min(other), one.max(other)]
}

/// An instrument's drafts in a language, newest first.
fn drafts(site: &Site, lang: &Lang, instrument: &InstrumentMatter) -> Vec<Arc<Draft>> {
    let in_language = |languages: &BTreeMap<Lang, Arc<Draft>>| {
        languages.get(lang).or_else(|| languages.get(site.site.default_lang())).cloned()
    };
    let mut drafts: Vec<Arc<Draft>> =
        site.drafts.values().filter_map(in_language).filter(|draft| draft.instrument == instrument.id).collect();
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.date));
    drafts
}

/// Files about a delegation or a clause that does not exist, folders of drafts without an instrument, and drafts to
/// compare that there are not.
pub fn strangers(site: &Site) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let instruments: BTreeSet<&str> = site.instruments.iter().map(|id| id.as_str()).collect();
    let unknown_instrument = |path: &SourcePath, id: &str| {
        let near = diag::nearest(id, instruments.iter().copied());
        diag::unknown_instrument((path, Span::default()), id, near)
    };
    for text in site.texts.values().flat_map(BTreeMap::values) {
        match &text.kind {
            Kind::AboutDelegation { id, .. } => {
                let known = DelegationId::read(id).is_some_and(|id| site.registry.delegations.contains_key(&id));
                if !known {
                    let codes = site.registry.delegations.keys().map(DelegationId::as_str);
                    let near = diag::nearest(id, codes);
                    findings.push(diag::unknown_country((&text.path, Span::default()), id, near));
                }
            }
            Kind::AboutClause { instrument, eid, .. } if instruments.contains(instrument.as_str()) => {
                let known = Eid::read(eid).is_some_and(|eid| site.book.accepts(instrument, &eid));
                if !known {
                    let eids = site.book.instruments.get(instrument);
                    let near = eids.and_then(|eids| diag::nearest(eid, eids.iter().map(Eid::as_str)));
                    let word = format!("`{eid}`");
                    findings.push(diag::unknown_clause(
                        (&text.path, Span::default()),
                        &word,
                        instrument.as_str(),
                        near,
                    ));
                }
            }
            Kind::AboutClause { instrument: id, .. } | Kind::Draft(DraftMatter { instrument: id, .. })
                if !instruments.contains(id.as_str()) =>
            {
                findings.push(unknown_instrument(&text.path, id.as_str()));
            }
            Kind::Instrument(matter) => {
                let dates = site.draft_dates.get(&matter.id);
                let known = dates.into_iter().flatten().copied().collect::<Vec<_>>();
                findings.extend(audit::comparisons(&text.path, &matter.compare, &known));
            }
            _ => {}
        }
    }
    findings
}

/// A route for an old address, with the place where the author wrote it.
pub type Alias = (crate::model::ids::Route, SourcePath, Span);

/// Old addresses of all texts, and those that cannot be one.
pub fn aliases(site: &Site, reports: &Reports) -> Vec<Alias> {
    let alias = |(path, written): (&SourcePath, &Written<String>)| {
        compose::alias(&written.value).map(|route| (route, path.clone(), written.span))
    };
    let texts = site.texts.values().flat_map(BTreeMap::values);
    let own = texts.flat_map(|text| text.aliases.iter().map(|written| (&text.path, written)));
    let heads = reports.shown.values().flat_map(BTreeMap::values).map(|report| &report.head);
    let of_reports = heads.flat_map(|head| head.aliases.iter().map(|written| (&head.path, written)));
    own.chain(of_reports).filter_map(alias).collect()
}
