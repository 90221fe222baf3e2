//! What moved on a day: stances that are new, or other than before.

use super::parts::*;
use crate::model::date::Date;
use serde::Serialize;

/// `moved.html`: what moved on one day, within its page's text and in the conference's feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Stances that became others.
    pub changed: Vec<MovementRow>,
    /// Stances taken for the first time in the conference.
    pub new: Vec<MovementRow>,
}

/// One delegation's movement, on all that it moved on with the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovementRow {
    pub who: Link,
    /// Clauses and issues.
    pub on: Vec<Link>,
    /// Its latest earlier stance in the conference; none where the stance is new.
    pub was: Option<MovementStep>,
    /// Each stance of the day that differs from the one before it; the last is the day's. Never empty.
    pub steps: Vec<MovementStep>,
}

/// A stance as once taken, with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MovementStep {
    pub stance: StanceView,
    /// The very paragraph that holds the statement.
    pub href: String,
    pub date: Date,
    /// `quoted` or `reported`.
    pub voice: &'static str,
    /// The statement's words, markup left out.
    pub text: String,
}
