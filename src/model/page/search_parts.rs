//! What the search page and the files that its script asks for are made of.

use super::*;
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Gist;
use crate::model::search::Slice;

#[derive(Clone, Debug, Serialize)]
pub struct SearchParts {
    /// The address of the index.
    pub index: String,
    pub stances: Vec<StanceOption>,
    /// The edition's conferences, newest first, as ways in; the newest where there are many.
    pub conferences: Vec<Link>,
}

/// A report, of which no more than its head is shown.
#[derive(Clone, Debug, Serialize)]
pub struct HeadParts {
    /// Known by its head and statements, so that nothing need be made for a page that stands.
    pub report: Digested<Gist>,
    /// What its conference is called.
    pub conference: String,
    /// The address of the edition's front page.
    pub home: String,
    /// Whether the text is in another language than the page.
    pub foreign: bool,
}

/// A file for the search page's script.
#[derive(Clone, Debug, Serialize)]
pub enum SearchFile {
    Index(SearchIndex),
    Names(SearchNames),
    Conferences(Vec<SearchName>),
    Days(Vec<(Date, usize)>),
    /// What results show of some reports.
    Heads(Vec<HeadParts>),
    /// The words between two cuts: a file's bytes are made of slices of blocks.
    Words {
        stamp: u32,
        slices: Digested<Vec<Slice>>,
    },
}
