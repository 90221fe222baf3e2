//! A site that was read, and all that its pages are made with: read once, and renewed where reports or the theme change.

use super::editions::{self, Resolver};
use super::keys::{Keys, Look, Settled};
use super::pages::{Course, Workshop};
use super::read::{self, Site};
use super::reports::{Reader, Reports};
use super::texts::Recalled;
use super::theme::{self, Dressed};
use super::whole::Beside;
use super::world::{Stage, World};
use super::{Built, Options, Summary, folders};
use crate::compose::{Edition, Lister, Shelf};
use crate::diag::{Diagnostic, Outcome, has_errors};
use crate::model::ids::Lang;
use crate::model::report::Target;
use crate::model::source::{SourcePath, SourceSet};
use crate::model::theme::Theme;
use crate::render::Engine;
use std::collections::{BTreeMap, BTreeSet};

/// All that pages are made with.
pub struct Prepared<'a> {
    pub site: &'a Site,
    pub options: &'a Options,
    pub world: &'a dyn World,
    pub texts: &'a Recalled<'a>,
    pub theme: Dress,
    pub editions: Vec<Edition<'a>>,
    pub reports: Reports,
    pub beside: Beside,
    settled: Settled<'a>,
    shelves: Vec<Shelf>,
    /// What is wrong, whatever reports say.
    wrong: Vec<Diagnostic>,
    /// Terms that no report uses.
    pub unused: Vec<Diagnostic>,
    /// Reports that could be read once and cannot be read now.
    pub unread: BTreeSet<SourcePath>,
}

/// A theme, as pages are made with it.
pub struct Dress {
    pub theme: Theme,
    look: Look,
    wrong: Vec<Diagnostic>,
}

impl Dress {
    /// The site's theme, and what pages are told of it.
    fn of(sources: &SourceSet, site: &Site) -> (Self, Dressed) {
        let Outcome { value: theme, findings: mut wrong } = theme::of_site(sources, &site.site);
        let dressed = theme::dressed(sources, &site.site, &theme);
        wrong.extend(dressed.findings);
        let look = Look::of(&theme, &site.site.languages);
        (Self { look, theme, wrong }, dressed.value)
    }
}

/// Reads a site, and then does something with all that its pages are made with.
pub fn prepared<T>(sources: &SourceSet, options: &Options, world: &dyn World, then: impl FnOnce(Prepared) -> T) -> T {
    world.stage(Stage::Parse, 0, 0);
    let read = read::read(sources, options);
    let (site, mut wrong) = (read.value, read.findings);
    let texts = site.texts.values().map(BTreeMap::len).sum();
    world.stage(Stage::Parse, texts, texts);
    let (theme, Dressed { outfit, artifacts: assets }) = Dress::of(sources, &site);
    let resolver = Resolver::new(&site);
    wrong.extend(resolver.findings);
    let reader = Reader::new(&site, &resolver.value, (sources, options), world);
    let reports = reader.all();
    wrong.extend(reports.findings);
    let (reports, texts) = (reports.value, Recalled { reader });
    wrong.extend(folders::homeless(sources, &reports));
    let copies = read::assets(sources, &site, &reports);
    let corpora = editions::editions(&resolver.value, &reports, &copies);
    wrong.extend(corpora.findings);
    wrong.extend(editions::strangers(&site));
    let editions: Vec<Edition> =
        corpora.value.into_iter().map(|corpus| Edition::new(corpus, &texts, &outfit)).collect();
    let old = editions::aliases(&site, &reports);
    let shelves: BTreeSet<Shelf> = editions.iter().flat_map(Edition::shelves).collect();
    then(Prepared {
        site: &site,
        options,
        world,
        texts: &texts,
        theme,
        unused: editions::unused_terms(&site, &reports),
        editions,
        reports,
        beside: Beside { old, copies, assets },
        settled: Settled::of(&site, sources),
        shelves: shelves.into_iter().collect(),
        wrong,
        unread: BTreeSet::new(),
    })
}

impl Prepared<'_> {
    pub fn languages(&self) -> &[Lang] {
        &self.site.site.languages
    }

    /// With an engine for the theme.
    pub fn workshop<'w>(&'w self, engine: &'w Engine<'w>) -> Workshop<'w> {
        // What is known to be wrong lets nothing stand: then the last good pages are looked at, and not those to come.
        let is_wrong = has_errors(&self.findings().collect::<Vec<_>>());
        Workshop {
            wanted: if is_wrong { BTreeSet::new() } else { self.world.wanted() },
            site: &self.site.site,
            theme: &self.theme.theme,
            editions: &self.editions,
            listers: self.editions.iter().map(Lister::new).collect(),
            keys: Keys::new(&self.editions, (&self.settled, &self.theme.look), self.world.forgets()),
            texts: self.texts,
            world: self.world,
            engine,
            course: Course::default(),
            shelves: &self.shelves,
        }
    }

    /// All that is wrong but what pages show.
    pub fn findings(&self) -> impl Iterator<Item = Diagnostic> {
        let own = self.wrong.iter().chain(&self.theme.wrong).chain(&self.unused).cloned();
        own.chain(self.reports.findings())
    }

    /// What was read, in numbers and moments.
    pub fn built(&self) -> Built {
        let base = self.site.site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone());
        let moments = self.site.moments.iter().chain(&self.reports.moments);
        let until = moments.filter(|moment| **moment > self.options.now).min().copied();
        let summary = Summary { withheld: self.reports.withheld, ..summary(&self.editions) };
        Built { artifacts: Vec::new(), summary, lineages: self.site.book.lineages.clone(), base, until }
    }

    /// Looks at the theme again, which alone is other than it was; gives its assets.
    pub fn dress(&mut self, sources: &SourceSet) {
        let (theme, Dressed { outfit, artifacts }) = Dress::of(sources, self.site);
        self.editions.iter_mut().for_each(|edition| edition.dress(&outfit));
        (self.theme, self.beside.assets) = (theme, artifacts);
    }

    /// Whether the same shelves are there as before; lists them anew where they are not.
    pub fn recount(&mut self) {
        let shelves: BTreeSet<Shelf> = self.editions.iter().flat_map(Edition::shelves).collect();
        if !shelves.iter().eq(&self.shelves) {
            self.shelves = shelves.into_iter().collect();
        }
    }
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
