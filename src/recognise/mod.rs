//! What was written → what was meant: names become delegations, citations become clauses, first lines become
//! statements. The registry and the conference say what there is; nothing is read from anywhere else.

mod around;
#[rustfmt::skip]
mod clause_words;
mod clauses;
mod conference;
mod context;
mod delegations;
mod doubt;
#[rustfmt::skip]
mod doubt_words;
mod draft_names;
mod first_lines;
mod fold;
mod guesses;
mod hashed;
mod instruments;
mod likeness;
mod lineage;
mod names;
mod quotations;
mod report;
mod sentences;
mod statements;
mod terms;
mod text_links;

pub use clauses::Instruments;
pub use conference::{Declared, conference, untranslatable};
pub use context::Context;
pub use delegations::Lexicon;
pub use guesses::{destination, why};
pub use instruments::InstrumentNames;
pub use lineage::{Was, lineage};
pub use report::{Found, Settled, page_links, prose_mentions, report};
pub use terms::term_uses;
