//! The names by which things are known: each exists only if it was read, so a wrong one cannot be carried along.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        /// From a record of the memory, which holds only what was read before.
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <&str>::deserialize(deserializer).map(|text| Self(text.into()))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A language as a site names it: `en`, `fr`, `zh-hant`.
    Lang
}
id! {
    /// Whoever may speak: an ISO 3166-1 alpha-3 code (`NOR`) or `x-` and a slug (`x-caricom`).
    DelegationId
}
id! {
    /// A conference's folder under `content/`: `att-2013`.
    ConferenceId
}
id! {
    /// An instrument's folder under `content/instruments/`: `att`; or a well-known foreign one: `un-charter`.
    InstrumentId
}
id! {
    /// An issue that a conference declares: `ammunition`.
    IssueId
}
id! {
    /// What a delegation does with a clause: `supports`, `opposes`, or one that the site adds.
    StanceId
}

impl Lang {
    /// Reads a language tag: two or three lower-case letters, then parts joined by hyphens.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let primary = parts.next()?;
        let primary_fits = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_lowercase());
        let rest_fits = parts.all(|p| !p.is_empty() && p.len() <= 8 && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary_fits && rest_fits).then(|| Self(text.into()))
    }

    /// `rtl` for scripts written from right to left, else `ltr`: the value of the HTML attribute `dir`.
    pub fn dir(&self) -> &'static str {
        match self.primary() {
            "ar" | "he" | "fa" | "ur" | "ps" | "yi" | "dv" | "ug" => "rtl",
            _ => "ltr",
        }
    }

    /// The tag's first part: `zh` of `zh-hant`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl DelegationId {
    /// Reads `NOR` or `x-slug`. Lower case is not a code: the author may have meant a word.
    pub fn read(text: &str) -> Option<Self> {
        let code = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
        let slug = text.strip_prefix("x-").is_some_and(is_slug);
        (code || slug).then(|| Self(text.into()))
    }

    /// True for a country's code, false for everybody else's slug.
    pub fn is_country(&self) -> bool {
        !self.0.starts_with("x-")
    }
}

impl ConferenceId {
    pub fn new(folder: &str) -> Self {
        Self(folder.into())
    }
}

impl InstrumentId {
    pub fn read(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.into()))
    }
}

impl IssueId {
    pub fn read(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.into()))
    }
}

impl StanceId {
    pub fn read(text: &str) -> Option<Self> {
        is_slug(text).then(|| Self(text.into()))
    }
}

/// Lower-case ASCII letters, digits and single inner hyphens: what an address can hold unchanged everywhere.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// One addressable part of an instrument: `att/art_6__para_2`.
///
/// The part after the slash is an eId of the Akoma Ntoso naming convention (OASIS LegalDocML, 1.0):
/// `[parent's eId "__"] ref ["_" number]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub struct ClauseId {
    pub instrument: InstrumentId,
    pub eid: Eid,
}

id! {
    /// A clause's place in its instrument: `art_6__para_2`.
    Eid
}

impl Eid {
    /// Reads an eId: parts joined by `__`, each a ref of ASCII letters and an optional number behind `_`.
    pub fn read(text: &str) -> Option<Self> {
        let part_fits = |part: &str| {
            let (name, number) = part.split_once('_').unwrap_or((part, "1"));
            !name.is_empty()
                && name.bytes().all(|b| b.is_ascii_lowercase())
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        text.split("__").all(part_fits).then(|| Self(text.into()))
    }

    /// The eId one level up: `art_6` of `art_6__para_2`.
    pub fn parent(&self) -> Option<Self> {
        self.0.rsplit_once("__").map(|(parent, _)| Self(parent.into()))
    }

    /// The parts from the outside in, each a ref and its number: `("art", "6")`, `("para", "2")`.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.split("__").map(|part| part.split_once('_').unwrap_or((part, "")))
    }

    /// This clause's own eId with one part more.
    pub fn child(&self, reference: &str, number: &str) -> Self {
        Self(format!("{}__{reference}_{number}", self.0).into())
    }

    /// A top-level eId.
    pub fn top(reference: &str, number: &str) -> Self {
        Self(format!("{reference}_{number}").into())
    }
}

/// A clause from the outside in, as eId parts: `[("art", "6"), ("para", "2")]`.
pub type ClausePath = Vec<(&'static str, String)>;

/// The refs that citations make paths of.
const REFERENCES: [&str; 11] =
    ["art", "para", "subpara", "point", "recs", "rec", "annex", "sec", "chp", "schedule", "rule"];

/// Reads the paths of citations back from the memory, each ref as the constant that the grammar made it of.
pub fn references<'de, D>(deserializer: D) -> Result<Vec<ClausePath>, D::Error>
where
    D: serde::Deserializer<'de>,
{
    let known = |(name, number): (&str, String)| {
        let reference = REFERENCES.into_iter().find(|reference| *reference == name);
        let unknown = || serde::de::Error::custom("a part that no clause has");
        reference.map(|reference| (reference, number)).ok_or_else(unknown)
    };
    let paths: Vec<Vec<(&str, String)>> = Deserialize::deserialize(deserializer)?;
    paths.into_iter().map(|path| path.into_iter().map(known).collect()).collect()
}

impl ClauseId {
    /// Reads `att/art_6__para_2`.
    pub fn read(text: &str) -> Option<Self> {
        let (instrument, eid) = text.split_once('/')?;
        Some(Self { instrument: InstrumentId::read(instrument)?, eid: Eid::read(eid)? })
    }

    pub fn parent(&self) -> Option<Self> {
        let eid = self.eid.parent()?;
        Some(Self { instrument: self.instrument.clone(), eid })
    }

    /// This clause, then all that it is a part of, from the inside out.
    pub fn with_parents(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self.clone()), Self::parent)
    }

    /// Whether this clause is another or a part of it, at any depth.
    pub fn is_within(&self, of: &Self) -> bool {
        let rest = self.eid.as_str().strip_prefix(of.eid.as_str());
        self.instrument == of.instrument && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with("__"))
    }
}

impl fmt::Display for ClauseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.instrument, self.eid)
    }
}

/// Templates see `att/art_6__para_2`; the memory keeps both parts.
impl Serialize for ClauseId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (&self.instrument, &self.eid).serialize(serializer)
    }
}

/// A page's address within the site: `/att-2013/2013-03-18-opening/`, `/feed.xml`.
///
/// Made by `compose/routes.rs` alone: begins with `/`, lower-case ASCII, ends with `/` or a file's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Route(Arc<str>);

impl Route {
    pub fn new(text: &str) -> Self {
        debug_assert!(text.starts_with('/'), "a route begins with a slash: {text}");
        Self(text.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether an address from the site's root stands for one file on any server and disk: its parts are names, none
    /// of them empty or a way up, without signs that servers and browsers read as something else.
    pub fn is_fit(text: &str) -> bool {
        let Some(inside) = text.strip_prefix('/') else { return false };
        let forbidden = |c: char| c.is_control() || matches!(c, '?' | '#' | '\\' | ' ' | '"' | '<' | '>' | '%');
        let inside = inside.strip_suffix('/').unwrap_or(inside);
        let names = inside.is_empty() || inside.split('/').all(|part| !matches!(part, "" | "." | ".."));
        names && text != "//" && !text.contains(forbidden)
    }

    /// The file that answers for this route, relative to the output folder.
    pub fn file(&self) -> String {
        let inside = self.0.trim_start_matches('/');
        if self.0.ends_with('/') { format!("{inside}index.html") } else { inside.to_owned() }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::ClauseId;

    #[test]
    fn a_clause_is_within_itself_and_what_it_is_a_part_of() {
        let id = |text: &str| ClauseId::read(text).expect("a clause");
        let deep = id("att/art_6__para_2__subpara_a");
        let up: Vec<String> = deep.with_parents().map(|id| id.to_string()).collect();
        assert_eq!(up, ["att/art_6__para_2__subpara_a", "att/art_6__para_2", "att/art_6"]);
        assert!(deep.with_parents().all(|up| deep.is_within(&up)));
        assert!(!id("att/art_6").is_within(&deep), "a whole is not within its part");
        assert!(!id("att/art_60").is_within(&id("att/art_6")), "nor is one number within another");
        assert!(!id("att/art_6__para_2").is_within(&id("ctbt/art_6")), "nor one instrument within another");
    }
}
