//! View and theme → bytes. The engine's only home is here; what it may know is in the view and in the theme's words.

pub mod asked;
mod atom;
mod card;
mod closure;
mod engine;
mod failure;
mod map;
mod print;
pub mod sample;
mod search;
mod sitemap;
mod words;

pub use closure::{FEED, closures, words_digest};
pub use engine::Engine;
pub use words::Words;
