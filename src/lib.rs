//! rapporteur: daily reports of a conference become a site that knows who said what about which clause, and when.
//!
//! ```text
//!          shell                     core: no disk, no clock, no globals                             shell
//! disk ─► scan ─► SourceSet ─► parse ─► recognise ─► index ─► compose ─► render ─► Artifacts ─► apply ─► public/
//!                                 └──────────────── audit ────────────────┘
//! ```
//!
//! Read in this order: [`model`] (the nouns), [`diag`] (what authors are told), the stages [`parse`], [`recognise`],
//! [`index`], [`picture`], [`compose`], [`audit`], [`render`], then [`build`], which alone knows them all, and [`shell`], which
//! alone knows the world. `docs/architecture.md` says what each decides and what is absent from it.

pub mod audit;
pub mod build;
pub mod compose;
pub mod diag;
pub mod index;
pub mod model;
pub mod parse;
pub mod picture;
pub mod recognise;
pub mod render;
pub mod shell;
