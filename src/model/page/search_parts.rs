//! What the search page and the files that its script asks for are made of.

use super::*;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::search::Slice;

#[derive(Clone, Debug, Serialize)]
pub struct SearchParts {
    /// The address of the index.
    pub index: String,
    pub stances: Vec<StanceOption>,
    /// The edition's conferences, newest first, as ways in; the newest where there are many.
    pub conferences: Vec<Link>,
}

/// A file for the search page's script.
#[derive(Clone, Debug, Serialize)]
pub enum SearchFile {
    Index(SearchIndex),
    Names(SearchNames),
    Conferences(Vec<SearchName>),
    Days(Vec<(Date, usize)>),
    /// What results show of some reports.
    Heads(Vec<Digested<ReportCard>>),
    /// The words between two cuts: a file's bytes are made of slices of blocks.
    Words {
        stamp: u32,
        slices: Digested<Vec<Slice>>,
    },
}
