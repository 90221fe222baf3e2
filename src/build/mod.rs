//! The pipeline, start to end: the only place that knows all stages. `(sources, memory) → (changes, findings, memory)`,
//! where the world has the memory and takes the changes.

mod bare;
mod drafts;
mod editions;
mod explain;
mod folders;
mod glossaries;
mod inspect;
mod keys;
mod links;
mod pages;
mod passages;
mod read;
mod record;
mod redirects;
mod reports;
mod search;
mod texts;
mod theme;
mod whole;
mod world;

pub use explain::{Explanation, explain};
pub use inspect::{Hints, Inspection, inspect};
pub use keys::KeyPart;
pub use passages::{PassageLine, passage_lines, report_at};
pub use read::{Site, read};
pub use reports::is_report;
pub use world::{RecordKey, RecordKind, Stage, World};

use crate::compose::{self, Edition, Lister, Shelf};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::corpus::Corpus;
use crate::model::date::Instant;
use crate::model::gist::Texts;
use crate::model::ids::InstrumentId;
use crate::model::lineage::Lineage;
use crate::model::manuscript::Drafts;
use crate::model::page::Page;
use crate::model::report::Target;
use crate::model::source::SourceSet;
use crate::model::view::View;
use crate::render::Engine;
use bare::Bare;
use editions::Resolver;
use keys::{Keys, Look};
use pages::{Course, Workshop};
use reports::Reader;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use texts::Recalled;
use whole::Beside;

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
    /// The next moment at which a text is released or expires, so that the same sources make another site.
    pub until: Option<Instant>,
}

/// What was made, in numbers.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    let world = Bare::holding();
    let Outcome { value: mut built, findings } = make(sources, options, &world);
    built.artifacts = world.artifacts();
    Outcome::new(built, findings)
}

/// All of a build but what it makes: what is wrong, and what there is in numbers.
pub fn check(sources: &SourceSet, options: &Options) -> Outcome<Built> {
    make(sources, options, &Bare::dropping())
}

/// All pages of the site with what their templates may see, rendered or not.
pub fn pages(sources: &SourceSet, options: &Options) -> Vec<(Page, View)> {
    let viewed = |workshop: &Workshop, _: Beside| {
        let pages = whole::pages(workshop).into_iter();
        let view = |page: Page| {
            let view = compose::compose(&page, workshop.texts);
            (page, view)
        };
        Outcome::new(pages.map(view).collect(), Vec::new())
    };
    in_workshop(sources, options, (&Bare::dropping(), viewed)).value.0
}

/// What reports say, in each language, with the way to their texts.
pub fn editions<T>(
    sources: &SourceSet,
    options: &Options,
    then: impl FnOnce(&[Corpus], &dyn Texts) -> T,
) -> Outcome<T> {
    let then = |workshop: &Workshop, _: Beside| {
        let corpora: Vec<Corpus> = workshop.editions.iter().map(|edition| edition.corpus.clone()).collect();
        Outcome::new(then(&corpora, workshop.texts), Vec::new())
    };
    let Outcome { value, findings } = in_workshop(sources, options, (&Bare::dropping(), then));
    Outcome::new(value.0, findings)
}

/// Builds what earlier builds left to do. What is made goes to the world, which must not let it stand with any error among
/// the findings.
pub fn make(sources: &SourceSet, options: &Options, world: &dyn World) -> Outcome<Built> {
    let Outcome { value: (whole, mut built), findings } = in_workshop(sources, options, (world, whole::whole));
    (built.summary.pages, built.summary.rendered) = whole;
    Outcome::new(built, tidy(findings))
}

/// Reads all there is, and then does something with all that pages are made with.
fn in_workshop<T>(
    sources: &SourceSet,
    options: &Options,
    (world, then): (&dyn World, impl FnOnce(&Workshop, Beside) -> Outcome<T>),
) -> Outcome<(T, Built)> {
    world.stage(Stage::Parse, 0, 0);
    let Outcome { value: site, mut findings } = read(sources, options);
    let texts = site.texts.values().map(BTreeMap::len).sum();
    world.stage(Stage::Parse, texts, texts);
    let theme = theme::assemble(sources, &site.site);
    findings.extend(theme.findings);
    let resolver = Resolver::new(&site);
    findings.extend(resolver.findings);
    let reader = Reader::new(&site, &resolver.value, (sources, options), world);
    let reports = reader.all();
    findings.extend(reports.findings);
    let (reports, texts) = (reports.value, Recalled { reader });
    findings.extend(folders::homeless(sources, &reports));
    let copies = read::assets(sources, &site, &reports);
    let corpora = editions::editions(&resolver.value, &reports, &copies);
    findings.extend(corpora.findings);
    findings.extend(editions::strangers(&site));
    let (theme, languages) = (theme.value, &site.site.languages);
    let assets = theme::assets(&theme, &site.site);
    let editions: Vec<Edition> =
        corpora.value.iter().map(|corpus| Edition::new(corpus, &texts, &assets.names)).collect();
    let shelves: BTreeSet<Shelf> = editions.iter().flat_map(Edition::shelves).collect();
    let workshop = Workshop {
        site: &site.site,
        theme: &theme,
        editions: &editions,
        listers: editions.iter().map(Lister::new).collect(),
        keys: Keys::new(&site, &editions, sources, Look::of(&theme, languages)).without(world.forgets()),
        texts: &texts,
        world,
        engine: Engine::new(&theme, languages),
        course: Course::default(),
        shelves: shelves.into_iter().collect(),
    };
    let old = editions::aliases(&site, &reports);
    let done = then(&workshop, Beside { old, copies, assets: assets.artifacts });
    findings.extend(done.findings);
    let base = site.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
    let moments = site.moments.iter().chain(&reports.moments);
    let until = moments.filter(|moment| **moment > options.now).min().copied();
    let summary = Summary { withheld: reports.withheld, ..summary(&editions) };
    let built = Built { artifacts: Vec::new(), summary, lineages: site.book.lineages.clone(), base, until };
    Outcome::new((done.value, built), findings)
}

/// What the first language's edition holds, in numbers.
fn summary(editions: &[Edition]) -> Summary {
    let mut summary = Summary::default();
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
