//! Why a page is, or is not, made anew: the answer to `rapporteur explain`. It asks what a build asks, and makes nothing.

use super::Options;
use super::keys::{Key, KeyPart, own_words};
use super::pages::{Workshop, known, language, template};
use super::record::{self, MACHINE, PageRecord, Records};
use super::search::{Asked, Found, search};
use super::whole::Beside;
use super::world::World;
use crate::compose::{Edition, Shelf};
use crate::diag::Outcome;
use crate::model::ids::Route;
use crate::model::page::Page;
use crate::model::source::{SourcePath, SourceSet};
use serde::Serialize;
use std::collections::BTreeSet;

/// What a page is made of, and what the next build would do with it.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    pub route: Route,
    /// The pages that it is listed with, in an author's words: `the delegation NOR`.
    pub shelf: String,
    /// None for files that no template makes.
    pub template: Option<&'static str>,
    /// The file that the page comes from first.
    pub text: Option<SourcePath>,
    /// Other files whose words these pages show.
    pub beside: Vec<SourcePath>,
    /// The reports that these pages are made of, in the page's language.
    pub reports: Vec<SourcePath>,
    pub parts: Vec<Part>,
    /// Whether the next build would make the page anew, and why so in a sentence.
    pub renders: bool,
    pub verdict: String,
}

/// A part of what the page and those listed with it are made of.
#[derive(Clone, Debug, Serialize)]
pub struct Part {
    pub part: &'static str,
    pub state: &'static str,
}

/// Explains the page that `asked` names: its address in any form, the file that it comes from, or its file in the
/// output. Where there is no such page, the nearest addresses that there are.
pub fn explain(
    sources: &SourceSet,
    options: &Options,
    world: &dyn World,
    asked: &str,
) -> Outcome<Result<Explanation, Vec<Route>>> {
    let then = |workshop: &Workshop, _: &Beside| {
        let old = record::recall_all(workshop.world);
        let found = search(workshop, &old, &Asked::new(asked, workshop.site));
        let value = found.map(|found| explanation(workshop, &old, (found, sources)));
        Outcome::new(value, Vec::new())
    };
    let Outcome { value, findings } = super::in_workshop(sources, options, (world, then));
    Outcome::new(value.0, super::tidy(findings))
}

fn explanation(workshop: &Workshop, old: &Records, (found, sources): (Found, &SourceSet)) -> Explanation {
    let Found { shelf, page } = found;
    let known = remembered(workshop, old, (shelf.as_ref(), &page));
    let [now, before] =
        [shelf.as_ref().map(|shelf| workshop.keys.shelf(shelf)), known.as_ref().map(|(_, key)| key.clone())]
            .map(Option::unwrap_or_default);
    let (page_now, shelf_now) = (workshop.keys.page(&page), now);
    let page_before = known.map(|(page, _)| page);
    let reasons = page_before.as_ref().map(|known| reasons((&known.key, &page_now), (&before, &shelf_now)));
    let stands = |known: &PageRecord| workshop.world.stands(&page.route.file()) == Some(known.bytes);
    let verdict = match (&reasons, &page_before) {
        (Some(reasons), Some(known)) if reasons.is_empty() && stands(known) => Verdict::Stands,
        (Some(reasons), Some(_)) if reasons.is_empty() => Verdict::Damaged,
        (Some(reasons), _) => Verdict::Changed(reasons.clone()),
        _ => Verdict::Unknown,
    };
    let all_before = page_before.map(|known| before.into_iter().chain(known.key).collect::<Key>());
    let parts = parts(&shelf_now.into_iter().chain(page_now).collect(), all_before.as_ref());
    let sources = Sources::of(workshop, (shelf.as_ref(), &page), sources);
    Explanation {
        shelf: shelf.as_ref().map_or_else(|| "what is made of all pages, for machines".to_owned(), in_words),
        template: template(&page),
        beside: sources.beside,
        reports: sources.reports,
        parts,
        renders: !matches!(verdict, Verdict::Stands),
        verdict: verdict.sentence(),
        text: page.source,
        route: page.route,
    }
}

/// A page as the last build knew it, and the key of its shelf.
fn remembered(workshop: &Workshop, old: &Records, of: (Option<&Shelf>, &Page)) -> Option<(PageRecord, Key)> {
    let (shelf, page) = of;
    let Some(shelf) = shelf else {
        let known = old.get(MACHINE)?.pages.iter().find(|known| known.route == page.route)?;
        return Some((known.clone(), Key::new()));
    };
    let record = old.get(&shelf.name())?;
    let (known, _) = known(workshop.world, shelf, record)?.remove(&page.route)?;
    Some((known, record.key.clone()))
}

/// In which parts two keys differ.
fn differing(old: &Key, new: &Key) -> Vec<KeyPart> {
    KeyPart::ALL.into_iter().filter(|part| old.get(part) != new.get(part)).collect()
}

/// Why a page is not what it was, each pair the old key and the new one: where it shows something else, the parts of its
/// shelf say more than that. None when it is what it was, even if others of its shelf are not.
fn reasons(page: (&Key, &Key), shelf: (&Key, &Key)) -> Vec<KeyPart> {
    let mut own = differing(page.0, page.1);
    let is_theme = own.iter().any(|part| matches!(part, KeyPart::Template | KeyPart::Words));
    let mut behind = differing(shelf.0, shelf.1);
    behind.retain(|part| !(is_theme && *part == KeyPart::Theme));
    if own.contains(&KeyPart::Ingredients) && !behind.is_empty() {
        own.retain(|part| *part != KeyPart::Ingredients);
        own.extend(behind);
        own.sort();
    }
    own
}

fn parts(now: &Key, before: Option<&Key>) -> Vec<Part> {
    let state = |part: KeyPart| match before {
        None => "not remembered",
        Some(before) if before.get(&part) == now.get(&part) => "as it was",
        Some(_) => "other than at the last build",
    };
    let there = |part: &KeyPart| now.contains_key(part) || before.is_some_and(|before| before.contains_key(part));
    KeyPart::ALL.into_iter().filter(there).map(|part| Part { part: part.as_str(), state: state(part) }).collect()
}

enum Verdict {
    Stands,
    Changed(Vec<KeyPart>),
    /// What it is made of is as it was, but its file is not.
    Damaged,
    Unknown,
}

impl Verdict {
    fn sentence(&self) -> String {
        match self {
            Self::Stands => "stands as it was written by the last build".to_owned(),
            Self::Changed(parts) => {
                let names: Vec<&str> = parts.iter().map(|part| part.as_str()).collect();
                let verb = if names.len() == 1 { "is" } else { "are" };
                format!("will be rendered: {} {verb} other than at the last build", listed(&names))
            }
            Self::Damaged => "will be rendered: its file in the output is not as it was left".to_owned(),
            Self::Unknown => "will be rendered: no build remembers it".to_owned(),
        }
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[&str]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

fn in_words(shelf: &Shelf) -> String {
    match shelf {
        Shelf::Site => "the site's own pages".to_owned(),
        Shelf::Conference(id) => format!("the conference {id}"),
        Shelf::Delegation(id) => format!("the delegation {id}"),
        Shelf::Instrument(id) => format!("the instrument {id}"),
        Shelf::Clause(id) => format!("the clause {id}"),
        Shelf::Search => "search".to_owned(),
    }
}

/// The files that a shelf's pages in one language come from.
#[derive(Default)]
struct Sources {
    beside: Vec<SourcePath>,
    reports: Vec<SourcePath>,
}

impl Sources {
    fn of(workshop: &Workshop, of: (Option<&Shelf>, &Page), sources: &SourceSet) -> Self {
        let (Some(shelf), page) = of else { return Self::default() };
        let lang = language(page);
        let is_own = |edition: &&Edition| lang.is_none_or(|lang| edition.corpus.lang.as_str() == lang);
        let (mut beside, mut reports) = (BTreeSet::new(), BTreeSet::new());
        for edition in workshop.editions.iter().filter(is_own) {
            beside.extend(own_words(edition, shelf).into_iter().map(|words| words.path.clone()));
            let window = edition.window(shelf);
            reports.extend(window.iter().map(|at| edition.corpus.reports[*at].head.path.clone()));
        }
        let folder = match shelf {
            Shelf::Conference(id) => Some(format!("content/{id}/glossary.")),
            Shelf::Instrument(id) => Some(format!("content/instruments/{id}/")),
            Shelf::Clause(id) => Some(format!("content/instruments/{}/", id.instrument)),
            Shelf::Site | Shelf::Delegation(_) | Shelf::Search => None,
        };
        let is_inside = |path: &&SourcePath| folder.as_ref().is_some_and(|folder| path.starts_with(folder.as_str()));
        beside.extend(sources.files.keys().filter(is_inside).cloned());
        beside.retain(|path| Some(path) != page.source.as_ref());
        Self { beside: beside.into_iter().collect(), reports: reports.into_iter().collect() }
    }
}
