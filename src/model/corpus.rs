//! All that a site says in one language: every text once, translated where there is a translation.

use super::date::Date;
use super::delegation::Registry;
use super::digest::Digested;
use super::gist::Gist;
use super::glossary::Glossary;
use super::ids::{ClauseId, ConferenceId, DelegationId, InstrumentId, IssueId, Lang};
use super::instrument::Draft;
use super::manuscript::{LinkUse, Menu, PhotoMatter, Written};
use super::prose::Prose;
use super::report::Mention;
use super::site::Site;
use super::source::SourcePath;
use super::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One edition of the site: what readers of one language get. Withheld files are in none.
#[derive(Clone, Debug)]
pub struct Corpus {
    pub lang: Lang,
    pub site: Arc<Site>,
    pub registry: Arc<Registry>,
    /// Newest first.
    pub conferences: Vec<Conference>,
    /// By conference, then day, sitting and file name.
    pub reports: Vec<Digested<Gist>>,
    pub instruments: Vec<Instrument>,
    pub pages: Vec<PlainPage>,
    pub delegation_words: BTreeMap<DelegationId, OwnWords>,
    pub clause_words: BTreeMap<ClauseId, OwnWords>,
    /// The original's path of every text, and the languages it is in.
    pub languages: BTreeMap<SourcePath, BTreeSet<Lang>>,
    /// Files that are copied as they are.
    pub assets: Vec<SourcePath>,
}

/// Markdown that belongs to a page, with its names resolved.
#[derive(Clone, Debug)]
pub struct Words {
    /// Of the file that the words stand in.
    pub path: SourcePath,
    pub lang: Lang,
    pub prose: Arc<Prose>,
    pub mentions: Vec<Mention>,
    pub links: Vec<LinkUse>,
    pub ids: Vec<Written<String>>,
    pub aliases: Vec<Written<String>>,
    /// Whether the words are a draft, which is shown for the author alone.
    pub withheld: bool,
}

#[derive(Clone, Debug)]
pub struct Conference {
    pub id: ConferenceId,
    /// The original's file, whatever language this is.
    pub original: SourcePath,
    pub words: Words,
    pub title: String,
    pub short: Option<String>,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub summary: Option<String>,
    pub photo: Option<PhotoMatter>,
    pub instruments: Vec<InstrumentId>,
    pub issues: Vec<Issue>,
    pub glossary: Glossary,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct Issue {
    pub id: IssueId,
    pub title: String,
    pub clauses: Vec<ClauseId>,
}

#[derive(Clone, Debug)]
pub struct Instrument {
    pub id: InstrumentId,
    pub original: SourcePath,
    pub words: Words,
    pub title: String,
    pub note: Option<String>,
    /// Newest first.
    pub drafts: Vec<Arc<Draft>>,
    /// Pairs of drafts to compare beside the neighbours, by their dates, the older first.
    pub compare: Vec<[Date; 2]>,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct PlainPage {
    pub original: SourcePath,
    pub stem: String,
    pub words: Words,
    pub title: String,
    pub summary: Option<String>,
    pub order: i64,
    pub menu: Menu,
    pub extra: Value,
}

/// An author's own words above an index.
#[derive(Clone, Debug)]
pub struct OwnWords {
    pub words: Words,
    pub summary: Option<String>,
}

impl Corpus {
    pub fn conference(&self, id: &ConferenceId) -> Option<&Conference> {
        self.conferences.iter().find(|conference| conference.id == *id)
    }

    /// Whether there is any text that is shown for the author alone.
    pub fn shows_withheld(&self) -> bool {
        let own = self.conferences.iter().map(|one| &one.words);
        let own = own.chain(self.instruments.iter().map(|one| &one.words));
        let own = own.chain(self.pages.iter().map(|one| &one.words));
        let mut own = own.chain(self.delegation_words.values().chain(self.clause_words.values()).map(|one| &one.words));
        own.any(|words| words.withheld) || self.reports.iter().any(|report| report.head.withheld.draft)
    }

    pub fn instrument(&self, id: &InstrumentId) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.id == *id)
    }
}
