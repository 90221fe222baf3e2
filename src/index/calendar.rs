//! Which reports belong to which day.

use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::ids::ConferenceId;
use std::collections::BTreeMap;

pub fn days(reports: &[Digested<Gist>]) -> BTreeMap<(ConferenceId, Date), Vec<usize>> {
    let mut days: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, report) in reports.iter().enumerate() {
        days.entry((report.head.conference.clone(), report.head.date)).or_default().push(at);
    }
    days
}
