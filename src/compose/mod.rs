//! Corpus and indexes → pages → views. Which pages exist, what each is made of, and all that it may show.

mod clauses;
mod delegations;
mod desk;
mod frame;
mod labels;
mod languages;
mod machine;
mod map;
mod markup;
mod mentions;
mod pages;
mod places;
mod prose;
mod reading;
mod report;
mod routes;
mod sanitise;

pub use languages::join;
pub use machine::for_all;
pub use pages::{compose, list};
pub use places::{joined, original};
pub use routes::{alias, asset, slug, theme_asset};
