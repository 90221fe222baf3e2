//! Decides what stands for a page where a link to it is shared: a report's photo if it is large enough, else a card that is
//! drawn for it.

use super::desk::Desk;
use super::routes;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::view::*;
use std::collections::BTreeMap;

/// The size that networks show without cutting.
pub const SIZE: (u32, u32) = (1200, 630);

/// A photo of fewer pixels across is shown as a stamp, if at all.
const LEAST: u32 = 600;

/// Speakers on a card.
const SPEAKERS: usize = 6;

/// How networks write the languages that they know by one territory.
const LOCALES: [(&str, &str); 6] =
    [("en", "en_US"), ("fr", "fr_FR"), ("es", "es_ES"), ("ar", "ar_AR"), ("ru", "ru_RU"), ("zh", "zh_CN")];

pub fn locale(lang: &str) -> Option<&'static str> {
    LOCALES.iter().find(|(tag, _)| *tag == lang).map(|(_, locale)| *locale)
}

/// What stands for a report: none where the site does not say where it will stand, since addresses must be whole.
pub fn image(desk: &Desk, card: &ReportCard, route: &Route) -> Option<SocialImage> {
    let origin = desk.head.origin.as_ref()?;
    let is_raster = |src: &str| [".jpg", ".jpeg", ".png"].iter().any(|ending| src.ends_with(ending));
    let photo = card.photo.as_ref().filter(|photo| is_raster(&photo.src));
    if let Some((photo, width, height)) = photo.and_then(|photo| Some((photo, photo.width?, photo.height?)))
        && width >= LEAST
    {
        let url = if photo.src.starts_with('/') { format!("{origin}{}", photo.src) } else { photo.src.clone() };
        return Some(SocialImage { url, width, height, alt: photo.alt.clone() });
    }
    let card_url = || format!("{origin}{}", desk.href(&routes::card(route)));
    let alt = || format!("{} · {}", card.title, desk.head.title);
    desk.corpus.site.social_cards.then(|| SocialImage { url: card_url(), width: SIZE.0, height: SIZE.1, alt: alt() })
}

/// The cards' own files, beside the reports that they stand for.
pub fn pages(desk: &Desk, pages: &[Page]) -> Vec<Page> {
    pages.iter().filter_map(|page| file(desk, page)).collect()
}

fn file(desk: &Desk, page: &Page) -> Option<Page> {
    let Ingredients::Framed(head, Parts::Report(parts)) = &page.ingredients else { return None };
    let route = routes::card(&page.route);
    let is_own = head.image.as_ref().is_some_and(|image| image.url.ends_with(route.as_str()));
    let card = &parts.card;
    is_own.then(|| {
        let view = CardView {
            lang: head.site.lang.clone(),
            dir: head.site.dir,
            site: head.site.title.clone(),
            title: card.title.clone(),
            title_dir: card.dir.unwrap_or(head.site.dir),
            conference: card.conference.text.clone(),
            date: card.date,
            statements: card.statements,
            speakers: speakers(desk, page),
        };
        Page::made(route, Ingredients::Card(Box::new(view)))
    })
}

/// Who took most positions in a report: names with their codes.
fn speakers(desk: &Desk, page: &Page) -> Vec<(String, String)> {
    let report = desk.reports.iter().find(|report| Some(&report.head.path) == page.source.as_ref());
    let mut counts = BTreeMap::new();
    let statements = report.into_iter().flat_map(|report| &report.statements);
    for statement in statements.filter(|statement| statement.voice.is_position()) {
        statement.holders().into_iter().for_each(|id| *counts.entry(id).or_insert(0_usize) += 1);
    }
    let named = counts.into_iter().map(|(id, count)| (count, desk.delegation_link(id).text, id));
    let mut named: Vec<_> = named.collect();
    named.sort_by_cached_key(|(count, name, _)| desk.collation.by_count(*count, name));
    named.into_iter().take(SPEAKERS).map(|(_, name, id)| (name, id.to_string())).collect()
}
