//! Ingredients of maps: who spoke, how often, and when last.

use crate::model::date::Date;
use crate::model::ids::DelegationId;
use crate::model::view::*;
use serde::Serialize;

/// Who spoke on a clause or in a conference.
#[derive(Clone, Debug, Serialize)]
pub struct SpeakersParts {
    /// The map's address.
    pub src: String,
    /// Countries that are on the map, those with most statements first.
    pub countries: Vec<SpeakerParts>,
    pub others: Vec<Counted>,
}

#[derive(Clone, Debug, Serialize)]
pub struct SpeakerParts {
    pub id: DelegationId,
    pub link: Link,
    pub statements: usize,
    pub latest: Date,
    /// The paragraph that holds the newest statement.
    pub href: String,
}

/// A map's own file.
#[derive(Clone, Debug, Serialize)]
pub struct MapParts {
    pub lang: String,
    pub title: String,
    /// Each country with its name and its statements.
    pub countries: Vec<(DelegationId, String, usize)>,
}
