//! Sitemap and robots for the whole site: which pages crawlers are told of, and in which file.

use super::routes;
use crate::model::date::Date;
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::site::Site;
use crate::model::view::{SitemapPart, SitemapUrl};

/// What one file may hold (sitemaps.org 0.9).
#[derive(Clone, Copy)]
struct Limits {
    urls: usize,
    bytes: usize,
}

const LIMITS: Limits = Limits { urls: 50_000, bytes: 50 * 1024 * 1024 };

/// Sitemap and robots for the whole site: `urls` are those of all pages of all editions.
pub fn for_all(site: &Site, urls: Vec<SitemapUrl>) -> Vec<Page> {
    within(LIMITS, |route| site.url(route), urls)
}

fn within(limits: Limits, whole: impl Fn(&Route) -> Option<String>, urls: Vec<SitemapUrl>) -> Vec<Page> {
    let mut files = vec![Page::made(routes::robots(), Ingredients::Robots(whole(&routes::sitemap())))];
    let mut parts = parts(limits, urls);
    if parts.len() < 2 {
        files.extend(parts.pop().map(|urls| Page::made(routes::sitemap(), Ingredients::Sitemap(urls))));
        return files;
    }
    let mut index = Vec::new();
    for (at, urls) in parts.into_iter().enumerate() {
        let route = routes::sitemap_part(at + 1);
        let lastmod = urls.iter().filter_map(|url| url.lastmod).max();
        index.extend(whole(&route).map(|url| SitemapPart { url, lastmod }));
        files.push(Page::made(route, Ingredients::Sitemap(urls)));
    }
    files.push(Page::made(routes::sitemap(), Ingredients::SitemapIndex(index)));
    files
}

/// The addresses in as many parts as are needed for each to fit in a file.
///
/// An address is in the part that its own digest says, and parts double when one is full: so that a page that comes or
/// goes changes its own part alone, wherever it would stand in an order of all pages.
fn parts(limits: Limits, urls: Vec<SitemapUrl>) -> Vec<Vec<SitemapUrl>> {
    let fits = |part: &Vec<SitemapUrl>| {
        part.len() <= limits.urls && part.iter().map(most_bytes).sum::<usize>() + AROUND <= limits.bytes
    };
    let mut parts = vec![urls];
    // An address that is too long for any file cannot be helped by more of them.
    while !parts.iter().all(fits) && parts.len() < limits.urls {
        let count = parts.len() * 2;
        let mut finer = vec![Vec::new(); count];
        for url in parts.into_iter().flatten() {
            finer[Digest::of(url.url.as_bytes()).share(count)].push(url);
        }
        parts = finer;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Bytes of a file around its addresses, at the most.
const AROUND: usize = 512;

/// Bytes of an address with all that is said of it, at the most: each character that XML gives a meaning takes six.
fn most_bytes(url: &SitemapUrl) -> usize {
    let escaped = |text: &str| text.bytes().map(|byte| if b"&<>'\"".contains(&byte) { 6 } else { 1 }).sum::<usize>();
    let alternates = url.alternates.iter();
    let alternates: usize = alternates.map(|(lang, href)| escaped(lang) + escaped(href) + 64).sum();
    escaped(&url.url) + alternates + 64
}

/// A page as the sitemap has it; none for what is no page, and where nobody knows where the site will stand.
pub fn sitemap_url(page: &Page) -> Option<SitemapUrl> {
    let Ingredients::Framed(head, parts) = &page.ingredients else { return None };
    if matches!(parts, Parts::NotFound | Parts::Search(_)) || head.repeats.is_some() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn url(number: usize) -> SitemapUrl {
        let lastmod = Date::read(&format!("2013-03-{:02}", number % 28 + 1));
        SitemapUrl { url: format!("https://a.example/sub/{number}/"), lastmod, alternates: Vec::new() }
    }

    /// Files by their addresses, and the index.
    fn made(limits: Limits, urls: Vec<SitemapUrl>) -> (BTreeMap<String, Vec<SitemapUrl>>, Option<Vec<SitemapPart>>) {
        let whole = |route: &Route| Some(format!("https://a.example/sub{route}"));
        let (mut files, mut index) = (BTreeMap::new(), None);
        for page in within(limits, whole, urls) {
            match page.ingredients {
                Ingredients::Sitemap(urls) => {
                    files.insert(page.route.to_string(), urls);
                }
                Ingredients::SitemapIndex(parts) => index = Some(parts),
                _ => assert_eq!(page.route.as_str(), "/robots.txt"),
            }
        }
        (files, index)
    }

    #[test]
    fn what_fits_is_one_file_and_what_does_not_is_an_index_of_parts() {
        let limits = Limits { urls: 100, bytes: usize::MAX };
        let (files, index) = made(limits, (0..100).map(url).collect());
        assert_eq!((files.keys().map(String::as_str).collect::<Vec<_>>(), index), (vec!["/sitemap.xml"], None));

        let (files, index) = made(limits, (0..1000).map(url).collect());
        let index = index.expect("an index");
        assert!(files.len() > 10 && files.values().all(|urls| urls.len() <= 100), "{} files", files.len());
        let told: Vec<String> = (1..=files.len()).map(|at| format!("https://a.example/sub/sitemap-{at}.xml")).collect();
        assert_eq!(index.iter().map(|part| part.url.clone()).collect::<Vec<_>>(), told);
        for (at, part) in index.iter().enumerate() {
            let urls = &files[&format!("/sitemap-{}.xml", at + 1)];
            assert_eq!(part.lastmod, urls.iter().filter_map(|url| url.lastmod).max());
        }
        let mut all: Vec<String> = files.into_values().flatten().map(|url| url.url).collect();
        let mut wanted: Vec<String> = (0..1000).map(|number| url(number).url).collect();
        all.sort();
        wanted.sort();
        assert_eq!(all, wanted);
    }

    #[test]
    fn a_page_that_comes_changes_one_part() {
        let limits = Limits { urls: 100, bytes: usize::MAX };
        let (before, _) = made(limits, (0..1000).map(url).collect());
        let (after, _) = made(limits, std::iter::once(url(1000)).chain((0..1000).map(url)).collect());
        assert_eq!(before.len(), after.len());
        assert_eq!(before.iter().filter(|(route, urls)| after.get(*route) != Some(urls)).count(), 1);
    }

    #[test]
    fn a_file_has_no_more_bytes_than_it_may() {
        let language = |at: usize| (format!("l{at}"), format!("https://a.example/{}&?", "long/".repeat(20)));
        let urls: Vec<_> =
            (0..200).map(|at| SitemapUrl { alternates: (0..6).map(language).collect(), ..url(at) }).collect();
        let limits = Limits { urls: 50_000, bytes: 20_000 };
        let (files, _) = made(limits, urls);
        assert!(files.len() > 8, "{} files", files.len());
        for urls in files.into_values() {
            let view = crate::model::view::SitemapView { urls };
            let bytes =
                view.urls.iter().map(|url| serde_json::to_string(url).map_or(0, |json| json.len())).sum::<usize>();
            assert!(bytes < 20_000, "{bytes}");
        }
    }
}
