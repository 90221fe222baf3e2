//! Mentions in context, by conference and day; a page per year where they would not fit on one.

use super::desk::Desk;
use super::frame::frame;
use super::reading::{head, made};
use super::routes;
use crate::model::ids::Route;
use crate::model::indexes::Entries;
use crate::model::page::*;
use crate::model::view::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Mentions that one page holds; with more, the page shows the newest and each year has its own.
pub const PAGE: usize = 200;
/// Mentions that a page with year pages shows itself.
const SHOWN: usize = 50;

/// What of the mentions a page shows, and what goes to the years.
pub struct Shown {
    pub rows: Vec<Arc<MentionEntryRow>>,
    /// Links to the years' pages, newest first.
    pub years: Vec<Counted>,
    pub by_year: BTreeMap<i16, (Route, Vec<Arc<MentionEntryRow>>)>,
}

/// Cuts a delegation's or clause's mentions to what its page at `route` can hold.
pub fn shown(desk: &Desk, route: &Route, entries: &Entries) -> Shown {
    let rows: Vec<_> = entries.mentions.iter().map(|entry| desk.mention(entry)).collect();
    if rows.len() <= PAGE {
        return Shown { rows, years: Vec::new(), by_year: BTreeMap::new() };
    }
    let mut by_year: BTreeMap<i16, (Route, Vec<_>)> = BTreeMap::new();
    for row in &rows {
        let year = row.date.year();
        let slot = by_year.entry(year).or_insert_with(|| (routes::year(route, year), Vec::new()));
        slot.1.push(row.clone());
    }
    let years = by_year.iter().rev().map(|(year, (route, rows))| Counted {
        href: desk.href(route),
        text: year.to_string(),
        note: None,
        count: rows.len(),
    });
    let years = years.collect();
    let mut newest = rows;
    newest.sort_by_key(|row| std::cmp::Reverse(row.date));
    newest.truncate(SHOWN);
    newest.sort_by_key(|row| row.date);
    Shown { rows: newest, years, by_year }
}

/// The pages of single years; `shown` is what the page that they belong to shows.
pub fn year_pages(desk: &Desk, of: &Link, crumbs: Vec<Link>, shown: Shown) -> Vec<Page> {
    let page = |(year, (route, rows)): (i16, (Route, Vec<_>))| {
        let head = head(desk, &route, &format!("{}, {year}", of.text), crumbs.clone());
        let parts = YearParts { of: of.clone(), year, mentions: rows, years: shown.years.clone() };
        made(head, Parts::Year(parts))
    };
    shown.by_year.into_iter().map(page).collect()
}

/// Rows under their conferences, newest first, and within these under their reports in the order of days.
pub fn grouped(rows: &[Arc<MentionEntryRow>]) -> Vec<MentionConference> {
    let mut conferences: Vec<MentionConference> = Vec::new();
    for row in rows {
        let known = conferences.iter().position(|c| c.conference == row.conference);
        let at = known.unwrap_or_else(|| {
            conferences.push(MentionConference { conference: row.conference.clone(), days: Vec::new(), count: 0 });
            conferences.len() - 1
        });
        let conference = &mut conferences[at];
        conference.count += 1;
        match conference.days.last_mut().filter(|day| day.report == row.report) {
            Some(day) => day.mentions.push(row.row.clone()),
            None => conference.days.push(MentionDay {
                date: row.date,
                report: row.report.clone(),
                mentions: vec![row.row.clone()],
            }),
        }
    }
    conferences.sort_by_key(|c| std::cmp::Reverse(c.days.last().map(|day| day.date)));
    conferences
}

pub fn year_view(head: &PageHead, parts: &YearParts) -> View {
    View::Year(YearView {
        frame: frame(head),
        of: parts.of.clone(),
        year: parts.year,
        mentions: grouped(&parts.mentions),
        count: parts.mentions.len(),
        years: parts.years.clone(),
    })
}
