//! Corpus and indexes → pages → views. Which pages exist, what each is made of, and all that it may show.

mod backlinks;
mod chart;
mod clause_names;
mod clause_texts;
mod clauses;
mod compare;
mod comparison;
mod delegations;
mod desk;
mod differences;
mod frame;
mod glossary;
mod issues;
mod labels;
mod languages;
mod machine;
mod map;
mod markup;
mod matrix;
mod mentions;
mod moved;
mod pages;
mod places;
mod prose;
mod reading;
mod report;
mod routes;
mod said;
mod sanitise;
mod wording;
mod years;

pub use languages::join;
pub use machine::for_all;
pub use pages::{compose, list};
pub use places::{joined, original};
pub use routes::{alias, asset, slug, theme_asset};
