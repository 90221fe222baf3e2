//! Reports → ways in: who said what on which clause, in what order. Looks at ids and places alone, never at words.

mod calendar;
mod entries;
mod groups;
mod history;
mod stances;

use crate::model::corpus::Corpus;
use crate::model::indexes::Indexes;

/// Indexes all reports of an edition.
pub fn index(corpus: &Corpus) -> Indexes {
    let mut indexes = Indexes { days: calendar::days(corpus), ..Indexes::default() };
    for (at, report) in corpus.reports.iter().enumerate() {
        entries::mentions(&mut indexes, at, report);
        entries::statements(&mut indexes, at, report);
        groups::statements(&mut indexes, &corpus.registry, at, report);
    }
    indexes.stances = stances::stances(corpus);
    indexes.positions = history::positions(&corpus.reports, &indexes.stances);
    indexes.movements = stances::movements(&corpus.reports, &indexes.stances);
    indexes
}
