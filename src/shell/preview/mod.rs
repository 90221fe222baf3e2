//! The preview: the site as its readers will get it, for the author alone, and what is wrong with it. It shows what
//! `Shown` holds; who builds, and when, is none of its business.

mod answer;
mod browser;
mod editor;
mod events;
mod files;
mod gate;
mod page;
mod places;
mod ranges;
mod reply;
mod server;
mod shown;

pub use server::{Server, serve};
pub use shown::{Bytes, Content, Findings, Found, Kept, Look, Shown, Told};

use super::ShellError;
