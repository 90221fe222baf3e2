//! Plain data: what the stages hand to one another. No verb of the program lives here, and nothing outside the
//! standard library but the calendar and the serialiser.

pub mod artifact;
pub mod colour;
pub mod corpus;
pub mod date;
pub mod delegation;
pub mod digest;
pub mod gist;
pub mod glossary;
pub mod ids;
pub mod indexes;
pub mod instrument;
pub mod lineage;
pub mod manuscript;
pub mod numeral;
pub mod page;
pub mod picture;
pub mod prose;
pub mod reference;
pub mod report;
pub mod search;
pub mod shape;
pub mod site;
pub mod source;
pub mod theme;
pub mod value;
pub mod view;
pub mod word_list;
