//! What was written → what was meant: names become delegations, citations become clauses, first lines become
//! statements. The registry and the conference say what there is; nothing is read from anywhere else.

mod clauses;
mod conference;
mod context;
mod delegations;
mod fold;
mod report;
mod sentences;
mod statements;

pub use clauses::Instruments;
pub use conference::{Declared, conference};
pub use context::Context;
pub use delegations::Lexicon;
pub use report::{page_links, prose_mentions, report};
