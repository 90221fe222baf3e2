//! Feeds.

use super::desk::Desk;
use super::reading::dates_of;
use super::report::chunks;
use crate::model::corpus::Conference;
use crate::model::date::Date;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::view::*;

/// Entries that a feed holds.
pub const ENTRIES: usize = 20;

/// The edition's feed, when the site says where it will stand: entries need whole addresses.
pub fn feed(desk: &Desk) -> Option<Page> {
    let head = &desk.head;
    head.origin.as_ref()?;
    let words = Words { title: &head.title, subtitle: head.tagline.as_deref(), page: &head.home };
    feed_page(desk, desk.routes.feed(), words, reports(desk))
}

/// A conference's feed: its reports, and what moved on each of its days.
pub fn conference_feed(desk: &Desk, conference: &Conference) -> Option<Page> {
    desk.head.origin.as_ref()?;
    let mut items = reports(desk);
    let moved = |date| desk.indexes.movements.get_key_value(&(conference.id.clone(), date));
    let days = dates_of(desk).into_iter().filter_map(moved).map(|(day, _)| day);
    items.extend(days.map(|(id, date)| {
        let href = format!("{}#moved", desk.href(&desk.routes.day(id, *date)));
        // After the day's reports, for it sums them up.
        ((*date, usize::MAX), FeedItem::Moved { href, date: *date, moved: desk.moved(conference, *date) })
    }));
    let page = desk.href(&desk.routes.conference(&conference.id));
    let words = Words { title: &conference.title, subtitle: conference.summary.as_deref(), page: &page };
    feed_page(desk, desk.routes.conference_feed(&conference.id), words, items)
}

/// What a feed says of itself, and the page it belongs to.
struct Words<'a> {
    title: &'a str,
    subtitle: Option<&'a str>,
    page: &'a str,
}

/// An entry with its place in time.
type Dated = ((Date, usize), FeedItem);

/// The desk's reports as entries, the newest.
fn reports(desk: &Desk) -> Vec<Dated> {
    let item = |at: usize| {
        let head = &desk.reports[at].head;
        let item = ReportItem {
            card: desk.cards[at].clone(),
            authors: head.authors.clone(),
            lang: head.lang.to_string(),
            body: desk.body(at, |at| desk.text(at)),
            statements: desk.statements(at).to_vec(),
        };
        ((desk.cards[at].date, at), FeedItem::Report(Box::new(item)))
    };
    let mut newest: Vec<usize> = (0..desk.reports.len()).collect();
    newest.sort_by_key(|at| std::cmp::Reverse((desk.cards[*at].date, *at)));
    newest.into_iter().take(ENTRIES).map(item).collect()
}

fn feed_page(desk: &Desk, route: Route, words: Words, mut items: Vec<Dated>) -> Option<Page> {
    let origin = desk.head.origin.clone()?;
    items.sort_by_key(|(when, _)| std::cmp::Reverse(*when));
    let parts = FeedParts {
        lang: desk.head.lang.clone(),
        title: words.title.to_owned(),
        subtitle: words.subtitle.map(str::to_owned),
        own_url: format!("{origin}{}", desk.href(&route)),
        page_url: format!("{origin}{}", words.page),
        author: desk.head.publisher.clone().unwrap_or_else(|| desk.head.title.clone()),
        entries: items.into_iter().take(ENTRIES).map(|(_, item)| item).collect(),
        origin,
    };
    Some(Page::made(route, Ingredients::Feed(parts)))
}

pub fn feed_view(parts: &FeedParts) -> View {
    let newest = parts.entries.first().map(|item| match item {
        FeedItem::Report(report) => moment(report.card.date),
        FeedItem::Moved { date, .. } => moment(*date),
    });
    View::Feed(FeedView {
        lang: parts.lang.clone(),
        title: parts.title.clone(),
        subtitle: parts.subtitle.clone(),
        own_url: parts.own_url.clone(),
        page_url: parts.page_url.clone(),
        updated: newest.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
        author: parts.author.clone(),
        origin: parts.origin.clone(),
        entries: parts.entries.iter().map(|item| entry(parts, item)).collect(),
    })
}

/// A day's first moment, as feeds write it.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}

fn entry(feed: &FeedParts, item: &FeedItem) -> FeedEntry {
    match item {
        FeedItem::Report(report) => FeedEntry {
            url: format!("{}{}", feed.origin, report.card.href),
            title: FeedTitle::Own(report.card.title.clone()),
            lang: report.lang.clone(),
            updated: moment(report.card.date),
            authors: report.authors.clone(),
            summary: report.card.summary.clone(),
            content: chunks(&report.body, &report.statements),
        },
        FeedItem::Moved { href, date, moved } => FeedEntry {
            url: format!("{}{href}", feed.origin),
            title: FeedTitle::Moved(*date),
            lang: feed.lang.clone(),
            updated: moment(*date),
            authors: Vec::new(),
            summary: None,
            content: vec![Chunk::Moved(moved.clone())],
        },
    }
}
