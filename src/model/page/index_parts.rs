//! Ingredients of the two indexes: delegations and clauses.

use super::{LinkedProse, SpeakersParts};
use crate::model::date::Date;
use crate::model::ids::StanceId;
use crate::model::value::Value;
use crate::model::view::*;
use std::ops::Range;
use std::sync::Arc;

/// A delegation in the list of all.
#[derive(Clone, Debug)]
pub struct DelegationLine {
    pub kind: &'static str,
    pub counted: Counted,
}

#[derive(Clone, Debug)]
pub struct DelegationParts {
    pub id: String,
    pub kind: &'static str,
    pub name: String,
    pub official: Option<String>,
    pub alpha2: Option<String>,
    pub m49: Option<String>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    pub total_mentions: usize,
    /// With the heads they stand under: clauses and issues.
    pub statements: Vec<HeadedStatement>,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
    pub groups: Vec<Link>,
    pub members: Vec<MemberRow>,
}

/// A statement and one of the heads that a delegation's page lists it under.
#[derive(Clone, Debug)]
pub struct HeadedStatement {
    pub head: Option<Link>,
    pub row: Arc<StatementRow>,
}

/// A mention's row with the report and conference it is grouped by.
#[derive(Clone, Debug)]
pub struct MentionEntryRow {
    pub conference: Link,
    pub report: Link,
    pub date: Date,
    pub row: MentionRow,
}

#[derive(Clone, Debug)]
pub struct YearParts {
    pub of: Link,
    pub year: i16,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
}

#[derive(Clone, Debug)]
pub struct InstrumentParts {
    pub title: String,
    pub note: Option<String>,
    pub body: LinkedProse,
    pub drafts: Vec<DraftLink>,
    pub clauses: Vec<ClauseRow>,
    pub extra: Value,
}

#[derive(Clone, Debug)]
pub struct ClauseParts {
    pub id: String,
    pub label: String,
    pub heading: Option<String>,
    pub instrument: Link,
    pub parent: Option<Link>,
    pub children: Vec<ClauseRow>,
    pub summary: Option<String>,
    pub body: LinkedProse,
    pub texts: Vec<ClauseTextParts>,
    /// All stances of the site in order, for grouping.
    pub stances: Vec<StanceId>,
    pub statements: Vec<Arc<StatementRow>>,
    pub mentions: Vec<Arc<MentionEntryRow>>,
    pub years: Vec<Counted>,
    pub total_mentions: usize,
    pub issues: Vec<String>,
    pub speakers: Option<SpeakersParts>,
}

/// A clause's own words in one draft.
#[derive(Clone, Debug)]
pub struct ClauseTextParts {
    pub draft: DraftLink,
    pub heading: Option<String>,
    pub note: Option<String>,
    /// Its own words first, then its parts'.
    pub words: Vec<NumberedWords>,
}

/// Words of a clause or a part of it, with the number printed beside them.
#[derive(Clone, Debug)]
pub struct NumberedWords {
    pub number: Option<String>,
    /// 0 for the clause itself, 1 for its parts…
    pub level: usize,
    pub words: ClauseWords,
}

/// Which nodes of a draft are a clause's own words, and the bytes of its printed number at their beginning.
#[derive(Clone, Debug)]
pub struct ClauseWords {
    pub text: Arc<LinkedProse>,
    pub nodes: Vec<Range<usize>>,
    pub skip: usize,
}

#[derive(Clone, Debug)]
pub struct DraftParts {
    pub instrument: Link,
    pub title: String,
    pub date: Date,
    pub note: Option<String>,
    pub intro: ClauseWords,
    pub clauses: Vec<DraftClauseParts>,
    pub drafts: Vec<DraftLink>,
}

#[derive(Clone, Debug)]
pub struct DraftClauseParts {
    /// Complete but for its body.
    pub clause: DraftClause,
    pub words: ClauseWords,
}
