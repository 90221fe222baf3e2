//! Decides who is on the world map of a conference or a clause, and in which shade. A country is there by its own
//! positions alone: not by what it said for a group, nor by what an author reads into its conduct.

mod shapes;

use super::desk::Desk;
use super::routes;
use crate::model::ids::{DelegationId, Route};
use crate::model::indexes::StatementEntry;
use crate::model::page::*;
use crate::model::report::Statement;
use crate::model::view::*;
use std::collections::BTreeMap;

/// Countries, and others, that a conference's page lists beside its map.
pub const LISTED: usize = 30;

/// The least number of statements for each shade. The same on all maps, so that two of them can be compared.
const SHADES: [usize; 4] = [1, 2, 4, 10];

/// Who spoke in the reports of the desk, which are those of the conference whose page is at `route`.
pub fn of_reports(desk: &Desk, route: &Route) -> Option<SpeakersParts> {
    let entries = (0..desk.reports.len()).flat_map(|report| {
        let entry = move |statement: &Statement| StatementEntry {
            report,
            statement: statement.number,
            is_position: statement.voice.is_position(),
        };
        desk.reports[report].statements.iter().map(entry)
    });
    of_entries(desk, route, &entries.collect::<Vec<_>>())
}

/// Who made some statements that the page at `route` is about; nothing where no country on the map did.
pub fn of_entries(desk: &Desk, route: &Route, entries: &[StatementEntry]) -> Option<SpeakersParts> {
    let mut by_speaker: BTreeMap<&DelegationId, Vec<&StatementEntry>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| entry.is_position) {
        for id in desk.said(entry).holders() {
            by_speaker.entry(id).or_default().push(entry);
        }
    }
    if by_speaker.is_empty() {
        return None;
    }
    let forms = shapes::all();
    let mut parts = SpeakersParts { src: desk.href(&routes::map(route)), countries: Vec::new(), others: Vec::new() };
    for (id, entries) in by_speaker {
        let link = desk.delegation_link(id);
        let rows = entries.iter().map(|entry| desk.statement(entry));
        match rows.max_by_key(|row| row.date).filter(|_| forms.contains_key(id.as_str())) {
            Some(latest) => parts.countries.push(SpeakerParts {
                id: id.clone(),
                link,
                statements: entries.len(),
                latest: latest.date,
                href: latest.href.clone(),
            }),
            None => parts.others.push(Counted { href: link.href, text: link.text, note: None, count: entries.len() }),
        }
    }
    parts.countries.sort_by_cached_key(|country| desk.collation.by_count(country.statements, &country.link.text));
    desk.collation.most_first(&mut parts.others);
    (!parts.countries.is_empty()).then_some(parts)
}

/// The maps' own files, beside the pages that show them.
pub fn pages(pages: &[Page]) -> Vec<Page> {
    pages.iter().filter_map(file).collect()
}

fn file(page: &Page) -> Option<Page> {
    let Ingredients::Framed(head, parts) = &page.ingredients else { return None };
    let speakers = match parts {
        Parts::Conference(parts) => parts.speakers.as_ref()?,
        Parts::Clause(parts) => parts.speakers.as_ref()?,
        _ => return None,
    };
    let country = |country: &SpeakerParts| (country.id.clone(), country.link.text.clone(), country.statements);
    let parts = MapParts {
        lang: head.site.lang.clone(),
        title: head.title.clone(),
        countries: speakers.countries.iter().map(country).collect(),
    };
    Some(Page::made(routes::map(&page.route), Ingredients::Map(parts)))
}

pub fn file_view(parts: &MapParts) -> View {
    let forms = shapes::all();
    let country = |(id, name, statements): &(DelegationId, String, usize)| {
        let form = forms.get(id.as_str())?.clone();
        Some(MapCountry { title: format!("{name}: {statements}"), shade: shade(*statements), form })
    };
    let mut countries: Vec<MapCountry> = parts.countries.iter().filter_map(country).collect();
    countries.sort_by_key(|country| (matches!(country.form, MapForm::Place { .. }), country.shade));
    View::Map(MapView {
        lang: parts.lang.clone(),
        title: parts.title.clone(),
        width: shapes::WIDTH,
        height: shapes::HEIGHT,
        land: shapes::land(),
        countries,
    })
}

/// What a page shows beside its map: so many countries, and others, at the most.
pub fn view(parts: &SpeakersParts, listed: usize) -> SpeakersView {
    let row = |country: &SpeakerParts| SpeakerRow {
        delegation: country.link.clone(),
        statements: country.statements,
        latest: country.latest,
        href: country.href.clone(),
        shade: shade(country.statements),
    };
    SpeakersView {
        src: parts.src.clone(),
        width: shapes::WIDTH,
        height: shapes::HEIGHT,
        total: parts.countries.len(),
        countries: parts.countries.iter().take(listed).map(row).collect(),
        more: parts.countries.len().saturating_sub(listed),
        shades: shades(&parts.countries),
        others: parts.others.iter().take(listed).cloned().collect(),
        more_others: parts.others.len().saturating_sub(listed),
    }
}

/// The shade for a number of statements: 1 is the lightest.
fn shade(statements: usize) -> usize {
    SHADES.iter().filter(|least| **least <= statements).count()
}

fn shades(countries: &[SpeakerParts]) -> Vec<ShadeRow> {
    let row = |(at, from): (usize, &usize)| {
        let own = shade(*from);
        let countries = countries.iter().filter(|country| shade(country.statements) == own).count();
        ShadeRow { shade: own, from: *from, to: SHADES.get(at + 1).map(|next| next - 1), countries }
    };
    SHADES.iter().enumerate().map(row).filter(|row| row.countries > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::shade;

    #[test]
    fn shades_darken_with_the_number_of_statements() {
        let shades: Vec<usize> = [1, 2, 3, 4, 9, 10, 500].into_iter().map(shade).collect();
        assert_eq!(shades, [1, 2, 2, 3, 3, 4, 4]);
    }
}
