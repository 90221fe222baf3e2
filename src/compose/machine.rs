//! Files for machines: feed, sitemap, robots.

use super::desk::{Desk, Resolved};
use super::report::chunks;
use super::routes;
use crate::model::date::Date;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::view::*;

/// Entries that a feed holds.
const ENTRIES: usize = 20;

/// The edition's feed, when the site says where it will stand: entries need whole addresses.
pub fn feed(desk: &Desk) -> Option<Page> {
    let origin = desk.head.origin.clone()?;
    let route = desk.routes.feed();
    let mut newest: Vec<usize> = (0..desk.corpus.reports.len()).collect();
    newest.sort_by_key(|at| std::cmp::Reverse((desk.cards[*at].date, *at)));
    newest.truncate(ENTRIES);
    let item = |at: usize| {
        let report = &desk.corpus.reports[at];
        FeedItem {
            card: desk.cards[at].clone(),
            authors: report.head.authors.clone(),
            lang: report.head.lang.to_string(),
            body: desk.linked(&Resolved::of(report)),
            statements: desk.statements[at].clone(),
        }
    };
    let parts = FeedParts {
        lang: desk.head.lang.clone(),
        title: desk.head.title.clone(),
        subtitle: desk.head.tagline.clone(),
        own_url: format!("{origin}{}", desk.head.feed),
        page_url: format!("{origin}{}", desk.head.home),
        author: desk.head.publisher.clone().unwrap_or_else(|| desk.head.title.clone()),
        entries: newest.into_iter().map(item).collect(),
        origin,
    };
    Some(Page::made(route, Ingredients::Feed(parts)))
}

/// Sitemap and robots for the whole site: `pages` are those of all editions.
pub fn for_all(pages: &[Page]) -> Vec<Page> {
    let urls: Vec<SitemapUrl> = pages.iter().filter_map(sitemap_url).collect();
    let whole = |route: &Route| {
        let head = pages.iter().find_map(|page| page.ingredients.head())?;
        Some(format!("{}{}{route}", head.site.origin.as_ref()?, head.site.base_path))
    };
    let mut files = vec![Page::made(routes::robots(), Ingredients::Robots(whole(&routes::sitemap())))];
    if !urls.is_empty() {
        files.push(Page::made(routes::sitemap(), Ingredients::Sitemap(urls)));
    }
    files
}

fn sitemap_url(page: &Page) -> Option<SitemapUrl> {
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
        Parts::Clause(parts) => parts.mentions.iter().map(|row| row.date).max(),
        Parts::Year(parts) => parts.lines.iter().map(Line::date).max(),
        Parts::Draft(parts) => Some(parts.date),
        Parts::Matrix(parts) => parts.changed,
        _ => None,
    }
}

pub fn feed_view(parts: &FeedParts) -> View {
    let updated = |date: Date| format!("{date}T00:00:00Z");
    let newest = parts.entries.first().map(|item| updated(item.card.date));
    let entry = |item: &FeedItem| FeedEntry {
        url: format!("{}{}", parts.origin, item.card.href),
        title: item.card.title.clone(),
        lang: item.lang.clone(),
        updated: updated(item.card.date),
        authors: item.authors.clone(),
        summary: item.card.summary.clone(),
        content: chunks(&item.body, &item.statements),
    };
    View::Feed(FeedView {
        lang: parts.lang.clone(),
        title: parts.title.clone(),
        subtitle: parts.subtitle.clone(),
        own_url: parts.own_url.clone(),
        page_url: parts.page_url.clone(),
        updated: newest.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
        author: parts.author.clone(),
        origin: parts.origin.clone(),
        entries: parts.entries.iter().map(entry).collect(),
    })
}
