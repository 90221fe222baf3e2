//! What the words of a text can mean, where it stands.

use super::clauses::Instruments;
use super::conference::Declared;
use super::delegations::Lexicon;
use crate::model::date::Date;
use crate::model::delegation::Registry;
use crate::model::lineage::ClauseBook;
use crate::model::site::Stance;

/// What the words of a report can mean.
pub struct Context<'a> {
    pub registry: &'a Registry,
    pub lexicon: &'a Lexicon,
    pub instruments: Instruments<'a>,
    pub declared: &'a Declared,
    pub stances: &'a [Stance],
}

impl Context<'_> {
    /// What numbers of clauses mean here.
    pub fn numbers(&self) -> (&ClauseBook, Option<Date>) {
        (self.instruments.book, self.instruments.day)
    }
}
