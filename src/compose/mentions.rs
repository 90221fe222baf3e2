//! Mentions in context, by conference and day.

use super::desk::Desk;
use super::years::{self, Year};
use crate::model::ids::Route;
use crate::model::indexes::Entries;
use crate::model::page::*;
use crate::model::view::*;
use std::sync::Arc;

/// Mentions that one page holds, and the elements of HTML that they may take; with more, the page shows the newest
/// and each year has its own.
pub const PAGE: usize = 200;
const ELEMENTS: usize = 1_000;
/// Mentions that a clause's page with years shows itself.
const SHOWN: usize = 50;

/// What of the mentions a page shows, and what goes to the years.
pub struct Shown {
    pub rows: Vec<Arc<MentionEntryRow>>,
    /// Links to the years' pages, newest first.
    pub years: Vec<Counted>,
    pub by_year: Vec<Year>,
}

/// Cuts a clause's mentions to what its page at `route` can hold.
pub fn shown(desk: &Desk, route: &Route, entries: &Entries) -> Shown {
    let rows: Vec<_> = entries.mentions.iter().map(|entry| desk.mention(entry)).collect();
    let mut lines: Vec<Line> = rows.iter().cloned().map(Line::Mention).collect();
    if rows.len() <= PAGE && years::weight(&lines) <= ELEMENTS {
        return Shown { rows, years: Vec::new(), by_year: Vec::new() };
    }
    lines.sort_by_key(Line::date);
    let by_year = years::cut(route, lines);
    let mut newest = rows;
    newest.sort_by_key(|row| std::cmp::Reverse(row.date));
    newest.truncate(SHOWN);
    newest.sort_by_key(|row| row.date);
    Shown { rows: newest, years: years::links(desk, &by_year), by_year }
}

/// The pages of single years of the page that `crumbs` end in.
pub fn year_pages(desk: &Desk, crumbs: &[Link], shown: Shown) -> Vec<Page> {
    years::pages(desk, crumbs, &Arc::from([]), shown.by_year)
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
