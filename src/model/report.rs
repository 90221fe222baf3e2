//! A report as meant: whom and which clauses it names, and what was said.

use super::date::Date;
use super::ids::{ClauseId, ConferenceId, DelegationId, IssueId, Lang, StanceId};
use super::indexes::Subject;
use super::manuscript::{Correction, LinkUse, PhotoMatter, Session, Voice, Withholding, Written};
use super::prose::Prose;
use super::source::{SourcePath, Span};
use super::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub head: Arc<ReportHead>,
    pub prose: Arc<Prose>,
    pub mentions: Vec<Mention>,
    pub guesses: Vec<Guess>,
    pub statements: Vec<Statement>,
    pub links: Vec<LinkUse>,
    /// Those of them that the text itself has, each in its sentence.
    pub text_links: Vec<TextLink>,
    /// The first use of each of the glossary's terms.
    pub terms: Vec<TermUse>,
    pub ids: Vec<Written<String>>,
}

/// All of a report but its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportHead {
    pub path: SourcePath,
    pub lang: Lang,
    pub conference: ConferenceId,
    /// The last part of its address.
    pub stem: String,
    pub title: String,
    pub date: Date,
    /// The day whose draft its clauses are numbered by.
    pub numbers_day: Date,
    pub session: Option<Session>,
    pub summary: Option<String>,
    pub authors: Vec<String>,
    /// What a reader in a hurry must know, a sentence or two each.
    pub key_points: Vec<String>,
    pub photo: Option<PhotoMatter>,
    pub corrections: Vec<Correction>,
    pub aliases: Vec<Written<String>>,
    pub withheld: Withholding,
    pub extra: Value,
}

/// Whom or what a mention means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Target {
    Delegation(DelegationId),
    Clause(ClauseId),
}

/// A name or a clause's number in the text, resolved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// One delegation, or all clauses of one citation in its order.
    pub targets: Vec<Target>,
    pub surface: String,
    pub span: Span,
    pub place: Place,
}

/// A name or citation whose meaning is open, and how it is read until the author settles it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// What it is taken for; nothing where it is not indexed.
    pub taken: Vec<Target>,
    pub doubt: Doubt,
    pub surface: String,
    pub span: Span,
}

/// Why a reading is a guess.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Doubt {
    /// A person of that name is spoken of nearby.
    Person(DelegationId),
    /// A state of the United States has that name.
    State(DelegationId),
    /// Capitals may have made a name of a common word.
    Capitals(DelegationId),
    /// The word can mean any of these.
    Several(Vec<DelegationId>),
    /// A paragraph by itself, carried over from a clause that may not be the one.
    CarriedOver,
    /// The number is also the name of an organisation.
    Organisation,
}

/// Where in a report a mention stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Place {
    Prose {
        passage: usize,
        unit: usize,
        /// In the unit's text.
        range: Range<usize>,
        /// The sentence around it, in the unit's text.
        sentence: Range<usize>,
    },
    /// Named in a statement's first line.
    Statement { passage: usize },
    /// Listed in the front matter.
    FrontMatter,
}

impl Place {
    pub fn passage(&self) -> Option<usize> {
        match self {
            Self::Prose { passage, .. } | Self::Statement { passage } => Some(*passage),
            Self::FrontMatter => None,
        }
    }
}

/// A link of the text, and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLink {
    pub dest: String,
    pub passage: usize,
    pub unit: usize,
    /// In the unit's text.
    pub range: Range<usize>,
    /// The sentence around it, in the unit's text.
    pub sentence: Range<usize>,
}

/// Where a term of the conference's glossary is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermUse {
    /// Its place in the glossary.
    pub term: usize,
    pub passage: usize,
    pub unit: usize,
    /// In the unit's text.
    pub range: Range<usize>,
    /// The sentence around it, in the unit's text.
    pub sentence: Range<usize>,
}

/// What delegations said, once, on some clauses or issues.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// Its place among the report's statements.
    pub number: usize,
    pub passage: usize,
    /// Empty for a statement without attribution.
    pub who: Vec<DelegationId>,
    pub on_behalf_of: Option<DelegationId>,
    /// Members of that group, or of the group that speaks, who said that they are not meant.
    pub except: Vec<DelegationId>,
    pub clauses: Vec<ClauseId>,
    pub issues: Vec<IssueId>,
    pub stance: Option<StanceId>,
    pub voice: Voice,
    pub text: String,
}

impl Statement {
    /// Whose statement it is: "Jamaica for CARICOM" is one statement of CARICOM, spoken by Jamaica.
    pub fn holders(&self) -> BTreeSet<&DelegationId> {
        match &self.on_behalf_of {
            Some(group) => BTreeSet::from([group]),
            None => self.who.iter().collect(),
        }
    }

    /// What it is on, as it names it: clauses, and issues of the conference that it was made at.
    pub fn subjects(&self, conference: &ConferenceId) -> BTreeSet<Subject> {
        let clauses = self.clauses.iter().cloned().map(Subject::Clause);
        let issues = self.issues.iter().map(|id| Subject::Issue(conference.clone(), id.clone()));
        clauses.chain(issues).collect()
    }
}
