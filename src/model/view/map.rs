//! Who spoke, on a map and in a table.

use super::parts::{Counted, Link};
use crate::model::date::Date;
use serde::Serialize;

/// Who spoke on a clause or in a conference: the map's picture, and the same in words. The picture is a standalone SVG
/// beside its page; it sees no style sheet of the theme and has its own colours for light and dark. A legend that is to
/// match it has the four shades of `plenary.css` (`.shade-1` to `.shade-4`). Say with it, in words, that boundaries are
/// Natural Earth's.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakersView {
    /// The picture's address, and its size in pixels.
    pub src: String,
    pub width: u32,
    pub height: u32,
    /// How many countries made a statement of their own.
    pub total: usize,
    /// The countries with most statements first; as many as the page can hold. Never empty.
    pub countries: Vec<SpeakerRow>,
    /// Countries that the page does not list.
    pub more: usize,
    /// The shades that the picture uses, lightest first.
    pub shades: Vec<ShadeRow>,
    /// Groups, organisations and observers that spoke; they are not on the map.
    pub others: Vec<Counted>,
    pub more_others: usize,
}

/// A country that spoke.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakerRow {
    pub delegation: Link,
    /// Statements of its own: neither those that it made for a group nor the author's readings.
    pub statements: usize,
    /// The day of its newest statement, and the paragraph that holds it.
    pub latest: Date,
    pub href: String,
    /// Its shade on the map, 1 to 4.
    pub shade: usize,
}

/// A shade on the map: which numbers of statements it stands for, and how many countries have it.
#[derive(Clone, Debug, Serialize)]
pub struct ShadeRow {
    pub shade: usize,
    pub from: usize,
    /// None where there is no most.
    pub to: Option<usize>,
    pub countries: usize,
}

/// `map.svg`, written by a serialiser.
#[derive(Clone, Debug, Serialize)]
pub struct MapView {
    pub lang: String,
    pub title: String,
    pub width: u32,
    pub height: u32,
    /// The world's land as one path.
    pub land: &'static str,
    /// Shapes first, so that no place is hidden under one, and within these the lightest first.
    pub countries: Vec<MapCountry>,
}

#[derive(Clone, Debug, Serialize)]
pub struct MapCountry {
    /// `Norway: 3`.
    pub title: String,
    pub shade: usize,
    pub form: MapForm,
}

/// How a country is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum MapForm {
    /// A path of SVG.
    Shape(&'static str),
    /// The middle of a country too small for a shape.
    Place { x: u32, y: u32 },
}
