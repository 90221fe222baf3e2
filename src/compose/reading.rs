//! Pages read from top to bottom: home, conference, day, plain pages, 404.

use super::desk::Desk;
use super::edition::Edition;
use super::frame::frame;
use super::map;
use super::prose::{Numbers, whole};
use super::report::{headings, photo_link};
use crate::model::corpus::{Conference, PlainPage};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};

/// Reports on the front page, and lines of its two lists.
const NEWEST: usize = 10;
const TOP: usize = 12;

/// The front page, that for addresses that lead nowhere, and plain pages.
pub fn site_pages(desk: &Desk) -> Vec<Page> {
    let mut pages = vec![home(desk), not_found(desk)];
    pages.extend(desk.corpus.pages.iter().map(|page| plain(desk, page)));
    pages
}

/// A conference's page, and those of its days.
pub fn conference_pages(desk: &Desk, conference: &Conference) -> Vec<Page> {
    let mut pages = vec![self::conference(desk, conference)];
    pages.extend(days(desk, conference));
    pages
}

/// A page that no file stands for.
pub fn made(head: PageHead, parts: Parts) -> Page {
    Page::made(head.route.clone(), Ingredients::Framed(head, parts))
}

/// A page's head without a title of its own.
pub fn head(edition: &Edition, route: &Route, title: &str, crumbs: Vec<Link>) -> PageHead {
    PageHead {
        site: edition.head.clone(),
        title: title.to_owned(),
        description: None,
        route: route.clone(),
        crumbs,
        translations: Vec::new(),
        languages: None,
        withheld: false,
        repeats: None,
    }
}

fn home(desk: &Desk) -> Page {
    let route = desk.routes.home();
    let mut newest: Vec<_> = desk.cards.iter().enumerate().collect();
    newest.sort_by_key(|(at, card)| std::cmp::Reverse((card.date, *at)));
    let spoken = desk.spoken_in_all();
    let articles = spoken.clauses.iter().filter(|(id, _)| id.eid.parent().is_none());
    let articles: BTreeMap<_, _> = articles.map(|(id, count)| (id.clone(), *count)).collect();
    let parts = HomeParts {
        newest: newest.into_iter().take(NEWEST).map(|(_, card)| card.clone()).collect(),
        conferences: desk.corpus.conferences.iter().map(|conference| card(desk, conference)).collect(),
        delegations: desk.speakers(&spoken.delegations, TOP),
        clauses: desk.named_clauses(&articles, TOP),
    };
    let mut head = head(desk, &route, "", Vec::new());
    head.description = desk.head.tagline.clone();
    made(head, Parts::Home(parts))
}

fn not_found(desk: &Desk) -> Page {
    let route = desk.routes.not_found();
    let head = head(desk, &route, "", Vec::new());
    made(head, Parts::NotFound)
}

/// The days on which the desk's reports are.
pub fn dates_of(desk: &Desk) -> BTreeSet<Date> {
    desk.cards.iter().map(|card| card.date).collect()
}

fn card(edition: &Edition, conference: &Conference) -> ConferenceCard {
    let reports = edition.reports_of(conference);
    ConferenceCard {
        href: edition.href(&edition.routes.conference(&conference.id)),
        title: conference.title.clone(),
        place: conference.place.clone(),
        start: conference.start,
        end: conference.end,
        summary: conference.summary.clone(),
        reports: reports.len(),
        statements: reports.map(|at| edition.corpus.reports[at].positions()).sum(),
    }
}

fn conference(desk: &Desk, conference: &Conference) -> Page {
    let route = desk.routes.conference(&conference.id);
    let reports = 0..desk.reports.len();
    let spoken = desk.spoken_in(reports.clone());
    let mut days: BTreeMap<Date, DayCard> = BTreeMap::new();
    for at in reports {
        let date = desk.cards[at].date;
        let href = desk.href(&desk.routes.day(&conference.id, date));
        let day = days.entry(date).or_insert_with(|| DayCard { href, date, reports: Vec::new() });
        day.reports.push(desk.cards[at].value());
    }
    let issues: Vec<IssueRow> = conference.issues.iter().map(|issue| desk.issue_row(conference, issue)).collect();
    let issue_list = (!issues.is_empty()).then(|| desk.href(&desk.routes.issues(&conference.id)));
    let instruments = conference.instruments.iter().filter_map(|id| desk.corpus.instrument(id));
    let path = &conference.words.path;
    let parts = ConferenceParts {
        card: card(desk, conference),
        photo: conference.photo.as_ref().and_then(|photo| desk.photo(path, photo)),
        body: desk.linked_words(&conference.words),
        foreign: desk.foreign(&conference.words.lang),
        days: days.into_values().collect(),
        delegations: desk.speakers(&spoken.delegations, TOP),
        clauses: desk.named_clauses(&spoken.clauses, TOP),
        issues,
        issue_list,
        instruments: instruments.map(|i| desk.link(&desk.routes.instrument(&i.id), &i.title)).collect(),
        matrix: super::matrix::link(desk, conference),
        print: super::print::link(desk, conference),
        feed: desk.head.origin.is_some().then(|| desk.href(&desk.routes.conference_feed(&conference.id))),
        glossary: (!conference.glossary.terms.is_empty()).then(|| desk.href(&desk.routes.glossary(&conference.id))),
        speakers: map::of_reports(desk, &route),
        extra: conference.extra.clone(),
    };
    let mut head = head(desk, &route, &conference.title, Vec::new());
    head.description.clone_from(&conference.summary);
    head.languages = Some(desk.languages_of(&conference.original));
    let photo = conference.photo.iter().map(|photo| photo_link(&photo.src));
    let links: Vec<_> = conference.words.links.iter().cloned().chain(photo).collect();
    Page {
        route,
        source: Some(path.clone()),
        ingredients: Ingredients::Framed(head, Parts::Conference(Box::new(parts))),
        links: desk.written(path, &links),
        ids: conference.words.ids.clone(),
    }
}

fn days(desk: &Desk, conference: &Conference) -> Vec<Page> {
    let day = |date| desk.indexes.days.get_key_value(&(conference.id.clone(), date));
    let days: Vec<_> = dates_of(desk).into_iter().filter_map(day).collect();
    let link = |date: &Date| DayLink { href: desk.href(&desk.routes.day(&conference.id, *date)), date: *date };
    let neighbour = |at: Option<usize>| at.and_then(|at| days.get(at)).map(|((_, date), _)| link(date));
    let mut pages = Vec::new();
    for (at, ((_, date), reports)) in days.iter().enumerate() {
        let route = desk.routes.day(&conference.id, *date);
        let spoken = desk.spoken_in(reports.iter().copied());
        let rows = reports.iter().flat_map(|at| desk.statements(*at).iter().cloned());
        let (readings, statements) = rows.partition(|row| row.voice == "author");
        let parts = DayParts {
            date: *date,
            conference: desk.conference_link(conference),
            reports: reports.iter().map(|at| desk.cards[*at].clone()).collect(),
            statements,
            readings,
            moved: desk.moved(conference, *date),
            delegations: desk.named_delegations(&spoken.delegations, usize::MAX),
            clauses: desk.named_clauses(&spoken.clauses, usize::MAX),
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(Some(at + 1)),
        };
        let head = head(desk, &route, &date.to_string(), vec![desk.conference_link(conference)]);
        pages.push(made(head, Parts::Day(Box::new(parts))));
    }
    pages
}

fn plain(desk: &Desk, page: &PlainPage) -> Page {
    let route = desk.routes.plain(&page.stem);
    let parts = PlainParts {
        title: page.title.clone(),
        summary: page.summary.clone(),
        body: desk.linked_words(&page.words),
        foreign: desk.foreign(&page.words.lang),
        extra: page.extra.clone(),
    };
    let mut head = head(desk, &route, &page.title, Vec::new());
    head.description.clone_from(&page.summary);
    head.languages = Some(desk.languages_of(&page.original));
    head.withheld = page.words.withheld;
    Page {
        route,
        source: Some(page.words.path.clone()),
        ingredients: Ingredients::Framed(head, Parts::Plain(parts)),
        links: desk.written(&page.words.path, &page.words.links),
        ids: page.words.ids.clone(),
    }
}

pub fn home_view(head: &PageHead, parts: &HomeParts) -> View {
    View::Home(HomeView {
        frame: frame(head),
        newest: parts.newest.iter().map(Digested::value).collect(),
        conferences: parts.conferences.clone(),
        delegations: parts.delegations.clone(),
        clauses: parts.clauses.clone(),
    })
}

pub fn conference_view(head: &PageHead, parts: &ConferenceParts) -> View {
    View::Conference(Box::new(ConferenceView {
        frame: frame(head),
        card: parts.card.clone(),
        photo: parts.photo.clone(),
        body: whole(&parts.body, Numbers::Headings),
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        days: parts.days.clone(),
        delegations: parts.delegations.clone(),
        clauses: parts.clauses.clone(),
        issues: parts.issues.clone(),
        issue_list: parts.issue_list.clone(),
        instruments: parts.instruments.clone(),
        matrix: parts.matrix.clone(),
        print: parts.print.clone(),
        feed: parts.feed.clone(),
        glossary: parts.glossary.clone(),
        speakers: parts.speakers.as_ref().map(|speakers| map::view(speakers, map::LISTED)),
        extra: parts.extra.clone(),
    }))
}

pub fn day_view(head: &PageHead, parts: &DayParts) -> View {
    View::Day(DayView {
        frame: frame(head),
        date: parts.date,
        conference: parts.conference.clone(),
        reports: parts.reports.iter().map(Digested::value).collect(),
        statements: parts.statements.iter().map(Digested::value).collect(),
        readings: parts.readings.iter().map(Digested::value).collect(),
        moved: parts.moved.clone(),
        delegations: parts.delegations.clone(),
        clauses: parts.clauses.clone(),
        previous: parts.previous.clone(),
        next: parts.next.clone(),
    })
}

pub fn plain_view(head: &PageHead, parts: &PlainParts) -> View {
    View::Plain(PlainView {
        frame: frame(head),
        title: parts.title.clone(),
        summary: parts.summary.clone(),
        body: whole(&parts.body, Numbers::Headings),
        headings: headings(&parts.body.prose),
        original_lang: parts.foreign.as_ref().map(|(lang, _)| lang.clone()),
        original_dir: parts.foreign.as_ref().map(|(_, dir)| *dir),
        extra: parts.extra.clone(),
    })
}
