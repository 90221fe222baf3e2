//! Mentions in context, by conference and day.

use crate::model::page::*;
use crate::model::view::*;
use std::sync::Arc;

/// Mentions that one page holds; with more, it shows the newest and each year has its own.
pub const PAGE: usize = 200;

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
