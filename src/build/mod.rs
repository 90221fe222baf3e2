//! The pipeline, start to end: the only place that knows all stages. `(sources, memory) → (changes, findings, memory)`,
//! where the world has the memory and takes the changes.

mod bare;
mod drafts;
mod editions;
mod folders;
mod glossaries;
mod inspect;
mod keys;
mod links;
mod pages;
mod read;
mod record;
mod redirects;
mod texts;
mod theme;
mod whole;
mod world;

pub use editions::editions;
pub use inspect::{Hints, Inspection, inspect};
pub use read::{Site, read};
pub use world::{RecordKey, RecordKind, Stage, World};

use crate::compose::{self, Edition, Lister};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::corpus::Corpus;
use crate::model::date::Instant;
use crate::model::ids::InstrumentId;
use crate::model::lineage::Lineage;
use crate::model::manuscript::Drafts;
use crate::model::page::Page;
use crate::model::report::Target;
use crate::model::source::SourceSet;
use crate::model::theme::Theme;
use crate::model::view::View;
use crate::render::Engine;
use bare::Bare;
use keys::{Keys, Look};
use pages::Workshop;
use std::collections::BTreeMap;
use texts::Held;
use theme::ThemeAssets;

/// What a build does not find in the sources.
#[derive(Clone, Debug)]
pub struct Options {
    /// The moment at which embargoes and expiries are judged.
    pub now: Instant,
    pub drafts: Drafts,
    /// Instead of `base_url` in site.yaml: an address, or nothing but a path for a preview.
    pub base_url: Option<crate::model::site::BaseUrl>,
}

/// A whole site, ready to be written.
#[derive(Clone, Debug, Default)]
pub struct Built {
    pub artifacts: Vec<Artifact>,
    pub summary: Summary,
    /// Which clauses of each instrument's drafts were taken for one.
    pub lineages: BTreeMap<InstrumentId, Lineage>,
    /// The path of the site's base address: empty, or `/att`.
    pub base: String,
}

/// What was made, in numbers.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    pub reports: usize,
    pub withheld: usize,
    pub delegations: usize,
    pub clauses: usize,
    pub mentions: usize,
    pub statements: usize,
    pub pages: usize,
    /// How many of the pages were made anew.
    pub rendered: usize,
}

/// Builds the whole site and holds it, without a memory. With any error among the findings the value is not to be
/// written.
pub fn build(sources: &SourceSet, options: &Options) -> Outcome<Built> {
    let world = Bare::default();
    let Outcome { value: mut built, findings } = make(sources, options, &world);
    built.artifacts = world.artifacts();
    Outcome::new(built, findings)
}

/// All pages of the site with what their templates may see, rendered or not.
pub fn pages(sources: &SourceSet, options: &Options) -> Vec<(Page, View)> {
    let read = Ready::of(sources, options);
    let editions = read.editions();
    let world = Bare::default();
    let workshop = read.workshop(sources, &editions, &world);
    let pages = whole::pages(&workshop);
    pages.into_iter().map(|page| (page.clone(), compose::compose(&page, workshop.texts))).collect()
}

/// Builds what earlier builds left to do. What is made goes to the world, which must not let it stand with any error among
/// the findings.
pub fn make(sources: &SourceSet, options: &Options, world: &dyn World) -> Outcome<Built> {
    let read = Ready::of(sources, options);
    let editions = read.editions();
    let workshop = read.workshop(sources, &editions, world);
    let whole = whole::whole(&workshop, &read.site, read.assets.artifacts.clone());
    let mut summary = summary(&read.site, &editions);
    (summary.pages, summary.rendered) = whole.value;
    let base = read.site.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
    let lineages = read.site.book.lineages.clone();
    let findings = read.findings.iter().cloned().chain(whole.findings).collect();
    Outcome::new(Built { artifacts: Vec::new(), summary, lineages, base }, tidy(findings))
}

/// All that was read, before any page is thought of.
struct Ready {
    site: Site,
    theme: Theme,
    assets: ThemeAssets,
    corpora: Vec<Corpus>,
    texts: Held,
    findings: Vec<Diagnostic>,
}

impl Ready {
    fn of(sources: &SourceSet, options: &Options) -> Self {
        let Outcome { value: site, mut findings } = read(sources, options);
        let theme = theme::assemble(sources, &site.site);
        findings.extend(theme.findings);
        let assets = theme::assets(&theme.value, &site.site);
        let Outcome { value: (corpora, texts), findings: wrong } = editions::editions(&site);
        findings.extend(wrong);
        findings.extend(editions::strangers(&site));
        Self { site, theme: theme.value, assets, corpora, texts, findings }
    }

    fn editions(&self) -> Vec<Edition<'_>> {
        self.corpora.iter().map(|corpus| Edition::new(corpus, &self.texts, &self.assets.names)).collect()
    }

    fn workshop<'a>(&'a self, sources: &SourceSet, editions: &'a [Edition<'a>], world: &'a dyn World) -> Workshop<'a> {
        let languages = &self.site.site.languages;
        Workshop {
            site: &self.site.site,
            theme: &self.theme,
            editions,
            listers: editions.iter().map(Lister::new).collect(),
            keys: Keys::new(&self.site, editions, sources, Look::of(&self.theme, languages)),
            texts: &self.texts,
            world,
            engine: Engine::new(&self.theme, languages),
        }
    }
}

/// What the first language's edition holds, in numbers.
fn summary(site: &Site, editions: &[Edition]) -> Summary {
    let mut summary = Summary { withheld: site.withheld, ..Summary::default() };
    if let Some(edition) = editions.first() {
        let reports = &edition.corpus.reports;
        let named = edition.totals.iter().filter(|(_, tally)| tally.is_named()).map(|(target, _)| target);
        let (delegations, clauses): (Vec<_>, Vec<_>) =
            named.partition(|target| matches!(target, Target::Delegation(_)));
        summary.reports = reports.len();
        summary.delegations = delegations.len();
        summary.clauses = clauses.len();
        summary.mentions = reports.iter().map(|report| report.mentions).sum();
        summary.statements = reports.iter().map(|report| report.statements.len()).sum();
    }
    summary
}

/// Findings in the order of files and lines, each once.
fn tidy(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort();
    findings.dedup();
    findings
}
