//! The pipeline, start to end: the only place that knows all stages. `(sources, options) → (site, findings)`.

mod drafts;
mod editions;
mod folders;
mod glossaries;
mod inspect;
mod read;
mod render;
mod theme;
mod world;

use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::corpus::Corpus;
use crate::model::date::Instant;
use crate::model::ids::InstrumentId;
use crate::model::lineage::Lineage;
use crate::model::manuscript::Drafts;
use crate::model::source::SourceSet;
use crate::{audit, compose, index};

pub use editions::editions;
use std::collections::BTreeMap;
pub use world::{RecordKey, RecordKind, World};

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
}

/// Builds the site. With any error among the findings the value is not to be written.
pub fn build(sources: &SourceSet, options: &Options) -> Outcome<Built> {
    let Outcome { value: site, mut findings } = read(sources, options);
    let theme = theme::assemble(sources, &site.site);
    findings.extend(theme.findings);
    let assets = theme::assets(&theme.value, &site.site);
    let editions = editions::editions(&site);
    findings.extend(editions.findings);
    findings.extend(editions::strangers(&site));
    let mut summary = Summary { withheld: site.withheld, ..Summary::default() };
    let mut pages = Vec::new();
    for (at, corpus) in editions.value.iter().enumerate() {
        let indexes = index::index(corpus);
        if at == 0 {
            count(&mut summary, corpus, &indexes);
        }
        pages.extend(compose::list(corpus, &indexes, &assets.names));
    }
    compose::join(&mut pages, &site.site);
    let machine = compose::for_all(&pages);
    pages.extend(machine);
    summary.pages = pages.len();
    let copies: Vec<_> = site.assets.iter().map(|path| (compose::asset(path), path.clone())).collect();
    findings.extend(audit::routes(render::claims(&pages, &copies, &editions::aliases(&site))));
    let rendered = render::render(&pages, &site, &theme.value);
    findings.extend(rendered.findings);
    let mut artifacts = rendered.value;
    artifacts.extend(assets.artifacts);
    let base = site.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
    Outcome::new(Built { artifacts, summary, lineages: site.book.lineages, base }, tidy(findings))
}

fn count(summary: &mut Summary, corpus: &Corpus, indexes: &crate::model::indexes::Indexes) {
    summary.reports = corpus.reports.len();
    summary.delegations = indexes.named().len();
    summary.clauses = indexes.clauses.len();
    summary.mentions = corpus.reports.iter().map(|report| report.mentions.len()).sum();
    summary.statements = corpus.reports.iter().map(|report| report.statements.len()).sum();
}

/// Findings in the order of files and lines, each once.
fn tidy(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort();
    findings.dedup();
    findings
}
