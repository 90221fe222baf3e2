//! Files as written: front matter read strictly, the text's structure, citations with their places. Nothing here
//! says yet whom or which clause the author meant.

use super::date::{Date, Instant};
use super::ids::{ClausePath, ConferenceId, InstrumentId, IssueId, Lang};
use super::prose::Prose;
use super::source::{SourcePath, Span};
use super::value::Value;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A value and the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Written<T> {
    pub value: T,
    pub span: Span,
}

/// What every file of Markdown is, whatever it is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manuscript {
    pub path: SourcePath,
    pub lang: Lang,
    pub kind: Kind,
    /// Reasons to keep it from readers.
    pub withheld: Withholding,
    /// Old addresses that lead here.
    pub aliases: Vec<Written<String>>,
    pub extra: Value,
    pub prose: Prose,
    pub statements: Vec<StatementLine>,
    pub citations: Vec<Citation>,
    /// Destinations and ids in the text, for the audit.
    pub links: Vec<LinkUse>,
    pub ids: Vec<Written<String>>,
}

/// Which sort of file it is, by where it lies, with its own front matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    Conference(ConferenceMatter),
    Report(ReportMatter),
    Instrument(InstrumentMatter),
    Draft(DraftMatter),
    /// Own words above a delegation's index, by code.
    AboutDelegation {
        id: String,
        summary: Option<String>,
    },
    /// Own words above a clause's index.
    AboutClause {
        instrument: InstrumentId,
        eid: String,
        summary: Option<String>,
    },
    Plain(PlainMatter),
}

/// When and why readers must not see a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withholding {
    pub draft: bool,
    pub embargo_until: Option<Instant>,
    pub expires: Option<Instant>,
}

impl Withholding {
    /// When this changes by the clock alone.
    pub fn moments(&self) -> impl Iterator<Item = Instant> {
        self.embargo_until.into_iter().chain(self.expires)
    }

    /// Whether readers must not see it at `now`. With `drafts`, drafts count as released; embargoes never do.
    pub fn holds(&self, now: Instant, drafts: Drafts) -> bool {
        let draft = self.draft && drafts == Drafts::Withheld;
        draft || self.embargo_until.is_some_and(|until| now < until) || self.expires.is_some_and(|end| end <= now)
    }
}

/// What becomes of files marked `draft: true`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    Withheld,
    Shown,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConferenceMatter {
    pub id: ConferenceId,
    pub title: String,
    pub short: Option<String>,
    pub place: Option<String>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub summary: Option<String>,
    pub instruments: Vec<Written<String>>,
    pub issues: Vec<IssueMatter>,
    pub photo: Option<PhotoMatter>,
}

/// An issue as the conference declares it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueMatter {
    pub id: IssueId,
    /// Where the id is written.
    pub span: Span,
    pub title: String,
    pub aliases: Vec<String>,
    pub clauses: Vec<Written<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportMatter {
    pub conference: ConferenceId,
    /// The file's name without language and ending: the last part of its address.
    pub stem: String,
    pub title: String,
    pub date: Date,
    /// The date of the draft whose numbers it uses, where that is not the one current on its day.
    pub draft_date: Option<Written<Date>>,
    pub session: Option<Session>,
    pub summary: Option<String>,
    pub authors: Vec<String>,
    pub key_points: Vec<String>,
    pub countries: Vec<Written<String>>,
    pub clauses: Vec<Written<String>>,
    pub photo: Option<PhotoMatter>,
    pub corrections: Vec<Correction>,
    pub ignore: Vec<Written<String>>,
}

impl ReportMatter {
    /// The day whose draft its numbers follow.
    pub fn numbers_day(&self) -> Date {
        self.draft_date.as_ref().map_or(self.date, |date| date.value)
    }
}

/// A sitting of a day, in the day's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Session {
    Morning,
    Afternoon,
    Evening,
}

impl Session {
    pub const ALL: [(&'static str, Self); 3] =
        [("morning", Self::Morning), ("afternoon", Self::Afternoon), ("evening", Self::Evening)];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, session)| *session == self).map_or("", |(word, _)| word)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoMatter {
    pub src: Written<String>,
    pub alt: String,
    pub credit: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub date: Date,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InstrumentMatter {
    pub id: InstrumentId,
    pub title: String,
    pub short: Vec<String>,
    pub aliases: Vec<String>,
    pub note: Option<String>,
    /// Pairs of drafts to compare beside the neighbours.
    pub compare: Vec<[Written<Date>; 2]>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DraftMatter {
    pub instrument: InstrumentId,
    pub date: Date,
    pub title: Option<String>,
    pub note: Option<String>,
    /// Which clause each was in an older draft, where the author says so: eIds, the older may be `none`.
    pub was: Vec<(Written<String>, Written<String>)>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlainMatter {
    pub stem: String,
    pub title: String,
    pub summary: Option<String>,
    /// Where it stands among the site's plain pages; the file's name decides between equals.
    pub order: Option<i64>,
    pub menu: Option<Menu>,
}

/// Which list of links a plain page stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Menu {
    #[default]
    Masthead,
    Footer,
}

impl Menu {
    pub const ALL: [(&'static str, Self); 2] = [("masthead", Self::Masthead), ("footer", Self::Footer)];
}

/// A statement's first line, taken apart: `[!STATEMENT] who · on what · stance · voice`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementLine {
    /// The passage that holds the whole block.
    pub passage: usize,
    /// The words after the marker, and where they stand.
    pub words: String,
    pub span: Span,
    /// The line below it in the same paragraph, with which a wrapped first line goes on.
    pub below: Option<Written<String>>,
    /// One delegation or several, as written; none for `no attribution`.
    pub who: Option<Written<String>>,
    pub on_behalf_of: Option<Written<String>>,
    /// Members of the group that are not meant: `CARICOM except Guyana`.
    pub except: Option<Written<String>>,
    /// Clauses cited, and what else is named: issues, as written.
    pub citations: Vec<Citation>,
    pub issues: Vec<Written<String>>,
    /// Whether the site knows it is seen later.
    pub stance: Option<Written<String>>,
    pub voice: Voice,
    /// The block's words, markup left out.
    pub text: String,
    /// The same as pages show them.
    pub shown: String,
}

/// Whose words a statement is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Voice {
    Quoted,
    #[default]
    Reported,
    /// The author's own reading: never a position of the delegation.
    Author,
}

impl Voice {
    pub const ALL: [(&'static str, Self); 3] =
        [("quoted", Self::Quoted), ("reported", Self::Reported), ("author", Self::Author)];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, voice)| *voice == self).map_or("", |(word, _)| word)
    }

    /// Whether a statement in this voice is a position of those who made it.
    pub fn is_position(self) -> bool {
        self != Self::Author
    }
}

/// Clauses as written in one go: `Articles 6 and 7(1)`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Citation {
    /// The unit of the text that it stands in; for a statement's first line, none.
    pub unit: Option<usize>,
    /// Its bytes in the unit's text, or in the statement line's words.
    pub range: Range<usize>,
    pub surface: String,
    pub kind: CitationKind,
    /// Each clause named.
    #[serde(deserialize_with = "super::ids::references")]
    pub clauses: Vec<ClausePath>,
}

/// How much of its clause a citation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CitationKind {
    /// An article, an annex, a paragraph of the preamble, with or without parts.
    Whole,
    /// A section, chapter, schedule or rule: many writings have some.
    Weak,
    /// Only a part, a paragraph by itself: of a clause that was named before.
    Part,
}

/// A destination that the text leads to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkUse {
    pub dest: String,
    pub span: Span,
    pub kind: LinkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkKind {
    Page,
    Picture,
}
