//! What pages are made of, part by part, each known by a digest. A shelf whose parts are those of its record need not be
//! listed; a page whose parts are those of its record need not be rendered.

use super::read::Site;
use crate::compose::{self, Edition, Shelf};
use crate::model::corpus::{Conference, Words};
use crate::model::digest::Digest;
use crate::model::ids::{ConferenceId, Lang, Route};
use crate::model::manuscript::{Kind, Manuscript};
use crate::model::page::{Ingredients, Page};
use crate::model::report::Target;
use crate::model::source::{SourcePath, SourceSet};
use crate::model::theme::Theme;
use crate::render::{self, FEED};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One part of what a shelf or a page is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum KeyPart {
    /// What all pages share: the site, the registry, titles, drafts of instruments, who and what has a page.
    Frame,
    /// The theme: its templates and words.
    Theme,
    /// The reports in the shelf's window, without their texts.
    Reports,
    /// The texts of these reports.
    Texts,
    /// The texts that are the shelf's own: of a conference's page, a plain page, above a country's index.
    Own,
    /// The pictures that its texts show.
    Pictures,
    /// Later reports that refer to the shelf's.
    References,
    /// How often clauses, delegations and conferences are spoken of in all reports.
    Totals,
    /// All that a page shows.
    Ingredients,
    /// A page's template with all that it reaches.
    Template,
    /// The words of a page's language.
    Words,
}

impl KeyPart {
    pub const ALL: [Self; 11] = [
        Self::Frame,
        Self::Theme,
        Self::Reports,
        Self::Texts,
        Self::Own,
        Self::Pictures,
        Self::References,
        Self::Totals,
        Self::Ingredients,
        Self::Template,
        Self::Words,
    ];

    /// What it is called where an author asks why a page was rendered.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Frame => "what all pages share",
            Self::Theme => "the theme",
            Self::Reports => "what reports say of it",
            Self::Texts => "the texts of reports",
            Self::Own => "its own texts",
            Self::Pictures => "its pictures",
            Self::References => "who refers to it",
            Self::Totals => "counts over all reports",
            Self::Ingredients => "what it shows",
            Self::Template => "its template",
            Self::Words => "the theme's words",
        }
    }
}

/// Digests by the parts that they stand for.
pub type Key = BTreeMap<KeyPart, Digest>;

/// The theme, as far as keys need it.
pub struct Look {
    whole: Digest,
    templates: BTreeMap<String, Digest>,
    words: BTreeMap<Lang, Digest>,
}

impl Look {
    pub fn of(theme: &Theme, languages: &[Lang]) -> Self {
        let templates = render::closures(theme);
        let words: BTreeMap<Lang, Digest> =
            languages.iter().map(|lang| (lang.clone(), render::words_digest(theme, lang))).collect();
        let whole = Digest::all(templates.values().chain(words.values()).copied());
        Self { whole, templates, words }
    }
}

/// All but reports and theme, as far as keys need it.
pub struct Settled<'a> {
    /// What all pages share of it.
    shared: Digest,
    /// By the path of each text that is no report.
    texts: BTreeMap<&'a SourcePath, Digest>,
    /// What each conference's glossary says.
    glossaries: BTreeMap<&'a ConferenceId, Digest>,
}

impl<'a> Settled<'a> {
    pub fn of(site: &'a Site, sources: &SourceSet) -> Self {
        let all = site.texts.values().flat_map(BTreeMap::values);
        let texts = all.filter(|text| !matches!(text.kind, Kind::Report(_)));
        let texts = texts.map(|text| (&text.path, Digest::of_value(text))).collect();
        let glossaries = site.glossaries.iter().map(|(id, terms)| (id, Digest::of_value(terms))).collect();
        Self { shared: shared(site, sources), texts, glossaries }
    }
}

/// Makes keys for the shelves and pages of a whole site.
pub struct Keys<'a> {
    editions: &'a [Edition<'a>],
    settled: &'a Settled<'a>,
    look: &'a Look,
    frame: Digest,
    without: Option<KeyPart>,
}

impl<'a> Keys<'a> {
    /// Keys that leave a part out, if one is named.
    pub fn new(
        editions: &'a [Edition<'a>],
        (settled, look): (&'a Settled<'a>, &'a Look),
        without: Option<KeyPart>,
    ) -> Self {
        let pages = |edition: &Edition| {
            Digest::of_value(&(&edition.delegation_pages, &edition.clause_pages, edition.head.digest()))
        };
        let frame = Digest::all([settled.shared].into_iter().chain(editions.iter().map(pages)));
        Self { editions, settled, look, frame, without }
    }

    fn cut(&self, mut key: Key) -> Key {
        key.retain(|part, _| Some(*part) != self.without);
        key
    }

    /// The whole theme.
    pub fn theme(&self) -> Digest {
        self.look.whole
    }

    /// What a shelf's pages are made of.
    pub fn shelf(&self, shelf: &Shelf) -> Key {
        let mut parts = Key::from([(KeyPart::Frame, self.frame), (KeyPart::Theme, self.look.whole)]);
        let mut add = |part: KeyPart, of: &dyn Fn(&Edition, &[usize]) -> Digest, windows: &[Cow<[usize]>]| {
            let digests = self.editions.iter().zip(windows).map(|(edition, window)| of(edition, window));
            parts.insert(part, Digest::all(digests));
        };
        let windows: Vec<Cow<[usize]>> = self.editions.iter().map(|edition| edition.window(shelf)).collect();
        add(KeyPart::Reports, &|edition, window| reports(edition, shelf, window), &windows);
        add(KeyPart::Own, &|edition, _| self.own(edition, shelf), &windows);
        if self.editions.iter().any(|edition| !edition.corpus.pictures.is_empty()) {
            add(KeyPart::Pictures, &|edition, window| pictures(edition, shelf, window), &windows);
        }
        let shows_texts = matches!(shelf, Shelf::Site | Shelf::Conference(_) | Shelf::Search);
        if shows_texts {
            add(KeyPart::Texts, &|edition, window| self.texts(edition, window), &windows);
        }
        match shelf {
            Shelf::Conference(_) => add(KeyPart::References, &references, &windows),
            Shelf::Site => add(KeyPart::Totals, &|edition, _| totals(edition, |_| true), &windows),
            Shelf::Instrument(id) => {
                let own = |target: &Target| matches!(target, Target::Clause(clause) if clause.instrument == *id);
                add(KeyPart::Totals, &|edition, _| totals(edition, own), &windows);
            }
            Shelf::Delegation(_) | Shelf::Clause(_) | Shelf::Search => {}
        }
        self.cut(parts)
    }

    /// What a page is made of.
    pub fn page(&self, page: &Page) -> Key {
        let (template, lang) = match &page.ingredients {
            Ingredients::Framed(head, parts) => (parts.template(), head.site.lang.as_str()),
            Ingredients::Feed(feed) => (FEED, feed.lang.as_str()),
            Ingredients::Card(card) => {
                let words = self.look.words.get(card.lang.as_str()).copied().unwrap_or_default();
                let ingredients = Digest::of_value(&page.ingredients);
                return self.cut(Key::from([(KeyPart::Ingredients, ingredients), (KeyPart::Words, words)]));
            }
            Ingredients::Map(_)
            | Ingredients::Sitemap(_)
            | Ingredients::SitemapIndex(_)
            | Ingredients::Robots(_)
            | Ingredients::Search(_) => {
                return Key::from([(KeyPart::Ingredients, Digest::of_value(&page.ingredients))]);
            }
        };
        self.cut(Key::from([
            (KeyPart::Ingredients, Digest::of_value(&page.ingredients)),
            (KeyPart::Template, self.look.templates.get(template).copied().unwrap_or_default()),
            (KeyPart::Words, self.look.words.get(lang).copied().unwrap_or_default()),
        ]))
    }

    /// Texts of reports, the languages that there are of each, and the terms that are explained in them.
    fn texts(&self, edition: &Edition, window: &[usize]) -> Digest {
        let of = |at: &usize| {
            let report = &edition.corpus.reports[*at];
            let glossary = self.settled.glossaries.get(&report.head.conference).copied().unwrap_or_default();
            [report.text, edition.languages_at(*at), glossary]
        };
        Digest::all(window.iter().flat_map(of))
    }

    fn own(&self, edition: &Edition, shelf: &Shelf) -> Digest {
        let digests =
            own_words(edition, shelf).into_iter().filter_map(|words| self.settled.texts.get(&words.path).copied());
        let languages = own_words(edition, shelf).into_iter().map(|words| languages(edition, &words.path));
        let glossary = match shelf {
            Shelf::Conference(id) => self.settled.glossaries.get(id).copied().unwrap_or_default(),
            _ => Digest::default(),
        };
        Digest::all(digests.chain(languages).chain([glossary]))
    }
}

/// The texts that a shelf's pages show beside reports.
pub fn own_words<'a>(edition: &'a Edition, shelf: &Shelf) -> Vec<&'a Words> {
    let corpus = &edition.corpus;
    match shelf {
        Shelf::Site => corpus.pages.iter().map(|page| &page.words).collect(),
        Shelf::Conference(id) => edition.conference(id).into_iter().map(|own| &own.words).collect(),
        Shelf::Delegation(id) => corpus.delegation_words.get(id).into_iter().map(|own| &own.words).collect(),
        Shelf::Instrument(id) => corpus.instrument(id).into_iter().map(|own| &own.words).collect(),
        Shelf::Clause(id) => corpus.clause_words.get(id).into_iter().map(|own| &own.words).collect(),
        Shelf::Search => Vec::new(),
    }
}

/// The reports in a shelf's window: for a delegation or a clause, what they say and what they have listed under it.
fn reports(edition: &Edition, shelf: &Shelf, window: &[usize]) -> Digest {
    let target = match shelf {
        Shelf::Delegation(id) => Target::Delegation(id.clone()),
        Shelf::Clause(id) => Target::Clause(id.clone()),
        Shelf::Site | Shelf::Conference(_) | Shelf::Instrument(_) | Shelf::Search => {
            return Digest::all(window.iter().map(|at| edition.corpus.reports[*at].digest()));
        }
    };
    let naming = edition.naming(&target);
    let named = naming.into_iter().flat_map(|naming| naming.reports.iter().zip(&naming.listed));
    let mut named = named.peekable();
    Digest::all(window.iter().flat_map(|at| {
        // The window has more reports, and all of these, in the same order.
        let listed = named.next_if(|(report, _)| *report == at).map_or_else(Digest::default, |(_, listed)| *listed);
        [edition.corpus.reports[*at].said, listed]
    }))
}

/// The pictures of a shelf's own texts, and of the reports whose cards and texts it shows.
fn pictures(edition: &Edition, shelf: &Shelf, window: &[usize]) -> Digest {
    let corpus = &edition.corpus;
    let photo = match shelf {
        Shelf::Conference(id) => edition.conference(id).and_then(|own| Some((&own.words.path, own.photo.as_ref()?))),
        _ => None,
    };
    let photo = photo.map(|(path, photo)| (path, photo.src.value.as_str()));
    let own = own_words(edition, shelf).into_iter();
    let own = own.flat_map(|words| words.prose.pictures().map(|(dest, _)| (&words.path, dest)));
    let shows_reports = matches!(shelf, Shelf::Site | Shelf::Conference(_));
    let reports = window.iter().filter(|_| shows_reports).map(|at| &corpus.reports[*at]);
    let of_reports =
        reports.flat_map(|report| report.pictures.iter().map(|shown| (&report.head.path, shown.value.as_str())));
    let shown = photo.into_iter().chain(own).chain(of_reports);
    let routes = shown.filter_map(|(path, dest)| compose::picture_route(path, dest));
    Digest::all(routes.filter_map(|route| corpus.pictures.get(&route)).map(Digest::of_value))
}

fn languages(edition: &Edition, path: &SourcePath) -> Digest {
    Digest::of_value(&edition.languages_of(path))
}

fn references(edition: &Edition, window: &[usize]) -> Digest {
    let referring = window.iter().flat_map(|at| edition.referring(*at));
    let of = |(from, number): &(usize, usize)| [edition.corpus.reports[*from].digest(), Digest::number(*number)];
    Digest::all(referring.flat_map(of))
}

/// How often some targets are spoken of, and how much each conference has to say.
fn totals(edition: &Edition, is_wanted: impl Fn(&Target) -> bool) -> Digest {
    let totals: Vec<_> = edition.totals.iter().filter(|(target, _)| is_wanted(target)).collect();
    let count = |conference: &Conference| {
        let reports = edition.reports_of(conference);
        (reports.len(), reports.map(|at| edition.corpus.reports[at].positions()).sum::<usize>())
    };
    let conferences: Vec<_> = edition.corpus.conferences.iter().map(count).collect();
    Digest::of_value(&(totals, conferences))
}

/// What all pages share, but for what follows from reports.
fn shared(site: &Site, sources: &SourceSet) -> Digest {
    let files = ["content/site.yaml", "content/delegations.yaml"].map(|path| sources.text(path).map(|text| &**text));
    let base = site.site.base_url.as_ref().map(|base| site.site.href(&Route::new("/")) + &base.origin);
    let kind = |text: &Manuscript| match &text.kind {
        Kind::Report(_) => None,
        Kind::Draft(_) => Some(Digest::of_value(&(&text.path, sources.text(&text.path).map(|text| &**text)))),
        kind => Some(Digest::of_value(&(&text.path, &text.lang, kind))),
    };
    let kinds: Vec<Digest> = site.texts.values().flat_map(BTreeMap::values).filter_map(kind).collect();
    Digest::of_value(&(files, base, &site.instruments, kinds))
}
