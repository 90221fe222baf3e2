//! The search page, and the files that its script asks for.

use super::parts::{Frame, Link};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::search::Slice;
use serde::Serialize;

/// `search.html`: where readers search. Without a script it says how to browse.
#[derive(Clone, Debug, Serialize)]
pub struct SearchView {
    pub frame: Frame,
    /// The address of the index that the script asks for first.
    pub index: String,
    /// The stances that results can be narrowed down to.
    pub stances: Vec<StanceOption>,
    /// Conferences as ways in, newest first.
    pub conferences: Vec<Link>,
}

/// A stance to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceOption {
    /// `supports`, or the site's own.
    pub id: String,
    /// The site's own word for it; the theme has words for the built-in six.
    pub label: Option<String>,
    /// By what the index knows it.
    pub mark: String,
}

/// A file for the search page's script.
#[derive(Clone, Debug)]
pub enum SearchFileView {
    Index(SearchIndex),
    Names(SearchNames),
    Conferences(Vec<SearchName>),
    Days(Vec<(Date, usize)>),
    Heads(Vec<SearchHead>),
    Words { stamp: u32, slices: Digested<Vec<Slice>> },
}

/// How the other files are cut.
#[derive(Clone, Debug, Serialize)]
pub struct SearchIndex {
    /// Of the reports and their order: a file of words with another stamp numbers other reports.
    pub stamp: u32,
    pub reports: usize,
    /// How many reports' heads are in a file.
    pub heads: usize,
    /// The first word of each file of words, or a beginning that no word before it reaches; and the file's name.
    pub cuts: Vec<(String, String)>,
}

/// What has a page, and what readers call it.
#[derive(Clone, Debug, Serialize)]
pub struct SearchNames {
    pub instruments: Vec<SearchInstrument>,
    pub delegations: Vec<SearchName>,
}

/// An instrument with its clauses.
#[derive(Clone, Debug, Serialize)]
pub struct SearchInstrument {
    pub name: SearchName,
    /// Each with its heading among its other names.
    pub clauses: Vec<SearchName>,
}

/// An address, what stands there, its mark in the index, and its other names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SearchName(pub String, pub String, pub String, pub Vec<String>);

/// A report's address, title, day, conference and summary, and its language where it is not the page's.
#[derive(Clone, Debug, Serialize)]
pub struct SearchHead(pub String, pub String, pub Date, pub String, pub String, pub String);
