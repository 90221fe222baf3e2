//! Which reports belong to which day.

use crate::model::corpus::Corpus;
use crate::model::date::Date;
use crate::model::ids::ConferenceId;
use std::collections::BTreeMap;

pub fn days(corpus: &Corpus) -> BTreeMap<(ConferenceId, Date), Vec<usize>> {
    let mut days: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, report) in corpus.reports.iter().enumerate() {
        days.entry((report.head.conference.clone(), report.head.date)).or_default().push(at);
    }
    days
}
