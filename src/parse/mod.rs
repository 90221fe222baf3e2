//! Text → what its author wrote. Each file by itself: no file's meaning is asked of another.

pub mod citation;
mod draft;
mod fields;
mod front_matter;
mod glossary;
pub mod html;
pub mod layout;
pub mod markdown;
mod markdown_tags;
mod markers;
mod matter;
mod registry;
mod site;
mod slug;
mod statement;
mod theme;
mod tokens;
mod typography;
mod unsettled;
mod yaml;

pub use draft::draft;
pub use glossary::{DeclaredTerm, glossary};
pub use matter::{File, manuscript};
pub use registry::{built_in, delegations};
pub use site::site;
pub use theme::{ThemeMatter, Versions, theme};
