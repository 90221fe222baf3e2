//! What theme makers are told and given: the views in `docs/themes.md`, the trial of themes, their schema.

mod document;
mod trial;
