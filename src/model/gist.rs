//! A report without its text: all that the indexes, and every page but the report's own, need to know of it before
//! they show its words. Gists of all reports are held at once; texts are not.

use super::digest::Digest;
use super::ids::{ClauseId, DelegationId, IssueId};
use super::manuscript::Written;
use super::report::{Report, ReportHead, Statement, Target};
use super::search::Terms;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gist {
    pub head: Arc<ReportHead>,
    pub statements: Vec<Statement>,
    /// Where each statement stands: the anchor of its paragraph.
    pub anchors: Vec<String>,
    /// What the report's sentences name, by target, in the order of targets.
    pub listed: Vec<Listed>,
    /// Whoever and whatever the report has to do with, in the order of targets; members of a group that spoke too.
    pub tallies: Vec<(Target, Tally)>,
    /// How many mentions it has.
    pub mentions: usize,
    pub references: Vec<ReferenceRow>,
    /// Sentences of these references, each once.
    pub quoted: Vec<String>,
    pub terms: Vec<TermPlace>,
    /// Pictures of the text as written, the photo first.
    pub pictures: Vec<Written<String>>,
    /// Of its head and statements: with what is listed under a target, all that the target's pages can show of it.
    pub said: Digest,
    /// The digest of the report with its text, once that is known.
    pub text: Digest,
}

/// One target's mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub target: Target,
    /// Of the mentions and the sentences that they stand in.
    pub digest: Digest,
    pub mentions: Vec<ListedMention>,
}

/// A mention as one target's list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedMention {
    /// Its place among the report's mentions.
    pub number: usize,
    /// The part of the clause that was cited, when it is not the clause itself.
    pub cited: Option<ClauseId>,
}

/// How often one report has to do with one target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Statements of its own, or on it, that are positions; and those that are the author's readings.
    pub positions: usize,
    pub readings: usize,
    pub mentions: usize,
    /// Statements of groups that name it as speaker or as one who is not meant; and how many of them are positions.
    pub beside: usize,
    pub beside_positions: usize,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.positions += other.positions;
        self.readings += other.readings;
        self.mentions += other.mentions;
        self.beside += other.beside;
        self.beside_positions += other.beside_positions;
    }

    /// Takes back what was added.
    pub fn take(&mut self, other: Tally) {
        self.positions -= other.positions;
        self.readings -= other.readings;
        self.mentions -= other.mentions;
        self.beside -= other.beside;
        self.beside_positions -= other.beside_positions;
    }

    /// Whether it was named; a member of a group that spoke was not.
    pub fn is_named(&self) -> bool {
        self.positions + self.readings + self.mentions + self.beside > 0
    }

    /// Whether positions or mentions count for it; the author's readings are neither.
    pub fn is_spoken_of(&self) -> bool {
        self.positions + self.mentions + self.beside > 0
    }

    /// How often it is spoken of in all: its own positions and mentions, and positions of groups that name it. A
    /// delegation's page gives the same as single numbers.
    pub fn times(&self) -> usize {
        self.positions + self.mentions + self.beside_positions
    }
}

/// A link of the text, and where its words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReferenceRow {
    pub dest: String,
    pub anchor: String,
    /// The sentence around it, by its place among the quoted.
    pub sentence: usize,
    /// The link's words in the sentence.
    pub words: Range<usize>,
}

/// Where a term of the conference's glossary is first used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermPlace {
    /// Its place in the glossary.
    pub term: usize,
    pub anchor: String,
}

/// A report's mentions in their sentences, by their places among its mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentences {
    /// The texts that sentences stand in, each once: one may hold thousands of mentions.
    pub texts: Vec<String>,
    pub mentions: Vec<Sentence>,
}

/// Where a mention and the sentence around it stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Of its paragraph; none for what stands in the front matter.
    pub anchor: Option<String>,
    pub text: usize,
    pub sentence: Range<usize>,
    pub words: Range<usize>,
    /// Listed in the front matter, not found in the text.
    pub is_listed: bool,
}

impl Sentences {
    /// A mention's sentence: what stands before its words, these, and what stands after them.
    pub fn parts(&self, mention: &Sentence) -> (&str, &str, &str) {
        let Sentence { sentence, words, .. } = mention;
        let text = &self.texts[mention.text];
        (&text[sentence.start..words.start], &text[words.clone()], &text[words.end..sentence.end])
    }
}

/// Where texts of reports are had from when a page shows them.
pub trait Texts: Sync {
    fn report(&self, gist: &Gist) -> Arc<Report>;

    fn sentences(&self, gist: &Gist) -> Arc<Sentences>;

    fn terms(&self, gist: &Gist) -> Arc<Terms>;
}

impl Gist {
    /// The mentions of one target.
    pub fn listed(&self, target: &Target) -> Option<&Listed> {
        let at = self.listed.binary_search_by(|listed| listed.target.cmp(target));
        at.ok().map(|at| &self.listed[at])
    }

    pub fn tally(&self, target: &Target) -> Option<Tally> {
        let at = self.tallies.binary_search_by(|(own, _)| own.cmp(target));
        at.ok().map(|at| self.tallies[at].1)
    }

    pub fn delegations(&self) -> impl Iterator<Item = (&DelegationId, Tally)> {
        self.tallies.iter().filter_map(|(target, tally)| match target {
            Target::Delegation(id) => Some((id, *tally)),
            Target::Clause(_) => None,
        })
    }

    pub fn clauses(&self) -> impl Iterator<Item = (&ClauseId, Tally)> {
        self.tallies.iter().filter_map(|(target, tally)| match target {
            Target::Clause(id) => Some((id, *tally)),
            Target::Delegation(_) => None,
        })
    }

    /// How many of its statements are positions.
    pub fn positions(&self) -> usize {
        self.statements.iter().filter(|statement| statement.voice.is_position()).count()
    }

    /// Whether any of its statements is on an issue.
    pub fn is_on(&self, issue: &IssueId) -> bool {
        self.statements.iter().any(|statement| statement.issues.contains(issue))
    }
}
