//! Files for machines: feeds, sitemap, robots.

use super::desk::Desk;
use super::reading::dates_of;
use super::report::chunks;
use super::routes;
use crate::model::corpus::Conference;
use crate::model::date::Date;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::site::Site;
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
        let report = desk.text(at);
        let item = ReportItem {
            card: desk.cards[at].clone(),
            authors: report.head.authors.clone(),
            lang: report.head.lang.to_string(),
            body: desk.linked_report(&report),
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

/// Sitemap and robots for the whole site: `urls` are those of all pages of all editions.
pub fn for_all(site: &Site, urls: Vec<SitemapUrl>) -> Vec<Page> {
    let origin = site.base_url.as_ref().map(|base| base.origin.as_str());
    let sitemap = origin.map(|origin| format!("{origin}{}", site.href(&routes::sitemap())));
    let mut files = vec![Page::made(routes::robots(), Ingredients::Robots(sitemap))];
    if !urls.is_empty() {
        files.push(Page::made(routes::sitemap(), Ingredients::Sitemap(urls)));
    }
    files
}

/// A page as the sitemap has it; none for what is no page, and where nobody knows where the site will stand.
pub fn sitemap_url(page: &Page) -> Option<SitemapUrl> {
    let Ingredients::Framed(head, parts) = &page.ingredients else { return None };
    if matches!(parts, Parts::NotFound) {
        return None;
    }
    let url = format!("{}{}{}", head.site.origin.as_ref()?, head.site.base_path, head.route);
    let alternates = head.translations.iter().filter(|t| t.translated);
    let alternates = alternates.filter_map(|t| Some((t.lang.clone(), t.url.clone()?))).collect();
    Some(SitemapUrl { url, lastmod: last_change(parts), alternates })
}

/// The newest day that a page speaks of, so that crawlers come back for what is new.
fn last_change(parts: &Parts) -> Option<Date> {
    match parts {
        Parts::Home(parts) => parts.newest.first().map(|card| card.date),
        Parts::Conference(parts) => parts.days.last().map(|day| day.date),
        Parts::Day(parts) => Some(parts.date),
        Parts::Report(parts) => {
            let corrected = parts.corrections.iter().map(|correction| correction.date).max();
            corrected.max(Some(parts.card.date))
        }
        Parts::Delegation(parts) => parts.lines.iter().map(Line::date).max(),
        Parts::Clause(parts) => {
            let via = parts.via_issues.iter().flat_map(|via| &via.statements);
            // Where a page is cut it keeps the newest.
            parts.lines.iter().map(Line::date).chain(via.map(|row| row.date)).max()
        }
        Parts::Issues(parts) => parts.newest,
        Parts::Issue(parts) => parts.statements.iter().map(|(_, row)| row.date).max(),
        Parts::Glossary(parts) => parts.terms.iter().flat_map(|term| &term.uses).map(|used| used.date).max(),
        Parts::Compare(parts) => Some(parts.shared.newer.date),
        Parts::Year(parts) => parts.lines.iter().map(Line::date).max(),
        Parts::Draft(parts) => Some(parts.date),
        Parts::Matrix(parts) => parts.changed,
        _ => None,
    }
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
