//! The pipeline, start to end: the only place that knows all stages. `(sources, memory) → (changes, findings, memory)`,
//! where the world has the memory and takes the changes.

mod bare;
mod blocks;
mod drafts;
mod editions;
mod explain;
mod folders;
mod follow;
mod glossaries;
mod inspect;
mod keys;
mod links;
mod pages;
mod passages;
mod pictures;
mod prepared;
mod read;
mod record;
mod redirects;
mod reports;
mod search;
mod texts;
mod theme;
mod untranslated;
mod whole;
mod world;

pub use explain::{Explanation, explain};
pub use follow::{Ended, Next, follow};
pub use inspect::{Hints, Inspection, inspect};
pub use keys::KeyPart;
pub use passages::{PassageLine, passage_lines, report_at};
pub use read::{Site, base_url, read};
pub use reports::is_report;
pub use theme::{Listed as ListedTheme, Trial, known as known_themes, listed as themes, trial as try_theme};
pub use untranslated::{Unnamed, Untranslated, untranslated};
pub use world::{RecordKey, RecordKind, Stage, World};

use crate::compose;
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::Artifact;
use crate::model::corpus::Corpus;
use crate::model::date::Instant;
use crate::model::gist::Texts;
use crate::model::ids::InstrumentId;
use crate::model::lineage::Lineage;
use crate::model::manuscript::Drafts;
use crate::model::page::Page;
use crate::model::source::SourceSet;
use crate::model::view::View;
pub use crate::picture::measure;
use crate::render::Engine;
use bare::Bare;
pub use bare::Files;
use pages::Workshop;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
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

/// All of a build but what it makes: what is wrong, and what there is in numbers. `files` gives the bytes of pictures,
/// to see whether they can be shown.
pub fn check(sources: &SourceSet, options: &Options, files: Files) -> Outcome<Built> {
    make(sources, options, &Bare::reading(files))
}

/// All pages of the site with what their templates may see, rendered or not.
pub fn pages(sources: &SourceSet, options: &Options) -> Vec<(Page, View)> {
    let viewed = |workshop: &Workshop, _: &Beside| {
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
    let then = |workshop: &Workshop, _: &Beside| {
        let corpora: Vec<Corpus> = workshop.editions.iter().map(|edition| edition.corpus.clone()).collect();
        Outcome::new(then(&corpora, workshop.texts), Vec::new())
    };
    let Outcome { value, findings } = in_workshop(sources, options, (&Bare::dropping(), then));
    Outcome::new(value.0, findings)
}

/// Builds what earlier builds left to do. What is made goes to the world, which must not let it stand with any error among
/// the findings.
pub fn make(sources: &SourceSet, options: &Options, world: &dyn World) -> Outcome<Built> {
    let whole = |workshop: &Workshop, beside: &Beside| {
        let outcome = whole::whole(workshop, beside, None);
        outcome.value.keep(world);
        outcome
    };
    let Outcome { value: (whole, mut built), findings } = in_workshop(sources, options, (world, whole));
    (built.summary.pages, built.summary.rendered) = (whole.pages, whole.rendered);
    Outcome::new(built, tidy(findings))
}

/// Reads all there is, and then does something with all that pages are made with.
fn in_workshop<T>(
    sources: &SourceSet,
    options: &Options,
    (world, then): (&dyn World, impl FnOnce(&Workshop, &Beside) -> Outcome<T>),
) -> Outcome<(T, Built)> {
    prepared::prepared(sources, options, world, |prepared| {
        let engine = Engine::new(&prepared.theme.theme, prepared.languages());
        let done = then(&prepared.workshop(&engine), &prepared.beside);
        let findings = prepared.findings().chain(done.findings).collect();
        Outcome::new((done.value, prepared.built()), findings)
    })
}

/// Findings in the order of files and lines, each once.
fn tidy(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort();
    findings.dedup();
    findings
}
