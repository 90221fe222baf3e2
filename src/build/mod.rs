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

use crate::compose::{Edition, Lister};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::date::Instant;
use crate::model::ids::InstrumentId;
use crate::model::lineage::Lineage;
use crate::model::manuscript::Drafts;
use crate::model::report::Target;
use crate::model::source::SourceSet;
use crate::render::Engine;
use bare::Bare;
use keys::{Keys, Look};
use pages::Workshop;

pub use editions::editions;
use std::collections::BTreeMap;
pub use world::{RecordKey, RecordKind, Stage, World};

pub use inspect::{Hints, Inspection, inspect};
pub use read::{Site, read};

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

/// Builds what earlier builds left to do. What is made goes to the world, which must not let it stand with any error among
/// the findings.
pub fn make(sources: &SourceSet, options: &Options, world: &dyn World) -> Outcome<Built> {
    let Outcome { value: site, mut findings } = read(sources, options);
    let theme = theme::assemble(sources, &site.site);
    findings.extend(theme.findings);
    let assets = theme::assets(&theme.value, &site.site);
    let read = editions::editions(&site);
    findings.extend(read.findings);
    findings.extend(editions::strangers(&site));
    let (corpora, texts) = &read.value;
    let editions: Vec<Edition> = corpora.iter().map(|corpus| Edition::new(corpus, texts, &assets.names)).collect();
    let look = Look::of(&theme.value, &site.site.languages);
    let workshop = Workshop {
        site: &site.site,
        theme: &theme.value,
        editions: &editions,
        listers: editions.iter().map(Lister::new).collect(),
        keys: Keys::new(&site, &editions, sources, look),
        texts,
        world,
        engine: Engine::new(&theme.value, &site.site.languages),
    };
    let whole = whole::whole(&workshop, &site, assets.artifacts);
    findings.extend(whole.findings);
    let mut summary = summary(&site, &editions);
    (summary.pages, summary.rendered) = whole.value;
    let base = site.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
    let built = Built { artifacts: Vec::new(), summary, lineages: site.book.lineages, base };
    Outcome::new(built, tidy(findings))
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
