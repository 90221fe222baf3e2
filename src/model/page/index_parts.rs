//! Ingredients of the two indexes: delegations and clauses.

use super::{LinkedProse, SpeakersParts};
use crate::model::date::Date;
use crate::model::digest::{Digest, Digested};
use crate::model::gist::Gist;
use crate::model::instrument::Unsettled;
use crate::model::value::Value;
use crate::model::view::*;
use serde::Serialize;
use std::ops::Range;

/// A delegation in the list of all.
#[derive(Clone, Debug, Serialize)]
pub struct DelegationLine {
    pub kind: &'static str,
    pub counted: Counted,
}

#[derive(Clone, Debug, Serialize)]
pub struct DelegationParts {
    pub id: String,
    pub kind: &'static str,
    pub name: String,
    pub official: Option<String>,
    pub alpha2: Option<String>,
    pub m49: Option<String>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    /// The language of the author's words, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub total_mentions: usize,
    pub total_statements: usize,
    pub total_spoken_for: usize,
    pub total_via: usize,
    pub total_dissociated: usize,
    pub activity: Option<ActivityView>,
    /// All that it said and was named for, or the newest of it.
    pub lines: Vec<Line>,
    pub subjects: Digested<Vec<SubjectParts>>,
    pub shows: Shows,
    pub years: Vec<Counted>,
    pub groups: Vec<Link>,
    pub members: Vec<MemberRow>,
    pub speakers: Vec<Counted>,
    pub dissociations: Vec<Dissociation>,
}

/// Whether a delegation's or a clause's page holds all of its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Shows {
    All,
    /// The newest, and the stances that hold.
    Summary,
}

/// What a delegation spoke on: a clause, an issue, or neither.
#[derive(Clone, Debug, Serialize)]
pub struct SubjectParts {
    pub head: Option<Link>,
    pub history: Vec<StanceChange>,
    /// Its statements there, in all years.
    pub count: usize,
}

/// One line of an index page.
#[derive(Clone, Debug, Serialize)]
pub enum Line {
    /// An own position, under one of the page's subjects.
    Position {
        subject: usize,
        row: Digested<StatementRow>,
    },
    Reading(Digested<StatementRow>),
    OfGroup {
        part: GroupPart,
        group: Link,
        row: Digested<StatementRow>,
    },
    Mention(MentionLine),
}

/// A delegation's part in a statement of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum GroupPart {
    Speaker,
    Member,
    Dissociated,
}

impl Line {
    pub fn date(&self) -> Date {
        match self {
            Self::Position { row, .. } | Self::Reading(row) | Self::OfGroup { row, .. } => row.date,
            Self::Mention(mention) => mention.card.date,
        }
    }

    /// The statement's row, if it is one.
    pub fn row(&self) -> Option<&Digested<StatementRow>> {
        match self {
            Self::Position { row, .. } | Self::Reading(row) | Self::OfGroup { row, .. } => Some(row),
            Self::Mention(_) => None,
        }
    }
}

/// A mention of a report. Its words are fetched when its page is composed: a large site has too many to hold them all.
#[derive(Clone, Debug, Serialize)]
pub struct MentionLine {
    pub card: Digested<ReportCard>,
    /// The report that its words are fetched from; their digest stands for it.
    #[serde(skip)]
    pub report: Digested<Gist>,
    /// Of the sentences that name what the line is about.
    pub sentences: Digest,
    /// Its place among the report's mentions.
    pub number: usize,
    /// The name of the part of the clause that was cited.
    pub part: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
pub struct YearParts {
    pub of: Link,
    pub year: i16,
    pub lines: Vec<Line>,
    pub subjects: Digested<Vec<SubjectParts>>,
    pub years: Vec<Counted>,
    /// All pages of the year, when it has several.
    pub parts: Vec<Link>,
}

#[derive(Clone, Debug, Serialize)]
pub struct InstrumentParts {
    pub title: String,
    pub note: Option<String>,
    pub body: LinkedProse,
    /// The language of the author's words, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub drafts: Vec<DraftLink>,
    pub comparisons: Vec<ComparisonLink>,
    pub clauses: Vec<ClauseRow>,
    pub extra: Value,
}

#[derive(Clone, Debug, Serialize)]
pub struct ClauseParts {
    pub id: String,
    pub label: String,
    pub heading: Option<String>,
    pub instrument: Link,
    pub parent: Option<Link>,
    pub children: Vec<ClauseRow>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    /// The language of the author's words, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub texts: Vec<ClauseTextParts>,
    pub holders: Vec<HolderGroup>,
    /// All that was said on it and where it was named, or the newest of it.
    pub lines: Vec<Line>,
    /// The clause itself: its years' pages list positions under it.
    pub subjects: Digested<Vec<SubjectParts>>,
    pub shows: Shows,
    /// Elements of HTML that are left for its texts.
    pub left: usize,
    pub years: Vec<Counted>,
    pub total_mentions: usize,
    pub total_statements: usize,
    pub total_readings: usize,
    pub activity: Option<ActivityView>,
    pub issues: Vec<Link>,
    pub via_issues: Vec<super::ViaIssue>,
    pub speakers: Option<SpeakersParts>,
}

/// A clause's own words in one draft.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseTextParts {
    /// Its number in that draft, as readers know it.
    pub label: String,
    pub draft: DraftLink,
    pub heading: Option<String>,
    pub note: Option<String>,
    /// Its own words first, then its parts'.
    pub words: Vec<NumberedWords>,
    /// Brackets and options in these words.
    pub unsettled: Unsettled,
    /// The clause in the comparison with the next text here, when there is one.
    pub compared: Option<String>,
}

/// Words of a clause or a part of it, with the number printed beside them.
#[derive(Clone, Debug, Serialize)]
pub struct NumberedWords {
    pub number: Option<String>,
    /// 0 for the clause itself, 1 for its parts…
    pub level: usize,
    pub words: ClauseWords,
}

/// Which nodes of a draft are a clause's own words, and the bytes of its printed number at their beginning.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseWords {
    pub text: Digested<LinkedProse>,
    pub nodes: Vec<Range<usize>>,
    pub skip: usize,
}

#[derive(Clone, Debug, Serialize)]
pub struct DraftParts {
    pub instrument: Link,
    pub title: String,
    pub date: Date,
    pub note: Option<String>,
    pub intro: ClauseWords,
    /// The language of the author's words, where it is not the page's.
    pub foreign: Option<(String, &'static str)>,
    pub clauses: Vec<DraftClauseParts>,
    pub drafts: Vec<DraftLink>,
    pub comparisons: Vec<ComparisonLink>,
    pub unsettled: Unsettled,
}

#[derive(Clone, Debug, Serialize)]
pub struct DraftClauseParts {
    /// Complete but for its body.
    pub clause: DraftClause,
    pub words: ClauseWords,
}
