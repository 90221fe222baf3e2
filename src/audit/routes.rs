//! Two sources at one address.

use crate::diag::{self, Diagnostic};
use crate::model::ids::Route;
use crate::model::source::{SourcePath, Span};
use std::collections::{BTreeMap, BTreeSet};

/// One who claims an address: a file of the site, or none for a page that the site makes by itself.
pub struct Claim<'a> {
    pub route: &'a Route,
    pub by: Option<(&'a SourcePath, Span)>,
}

/// Finds what claims an address that is taken. Addresses that differ by case alone are one, for on many a disk their
/// files would be.
pub fn routes<'a>(claims: impl IntoIterator<Item = Claim<'a>>) -> Vec<Diagnostic> {
    let mut owners: BTreeMap<String, Option<&SourcePath>> = BTreeMap::new();
    let mut findings = Vec::new();
    // Two files that meet in every language's edition meet once for their author.
    let mut told = BTreeSet::new();
    for claim in claims {
        let owner = claim.by.map(|(path, _)| path);
        let key = claim.route.file().to_lowercase();
        match (owners.get(&key), claim.by) {
            (None, _) => {
                owners.insert(key, owner);
            }
            (Some(Some(first)), Some(at)) => {
                if told.insert((at, *first)) {
                    findings.push(diag::route_collision(at, claim.route.as_str(), first));
                }
            }
            (Some(None), Some(at)) => findings.push(diag::route_taken(at, claim.route.as_str())),
            (Some(_), None) => {}
        }
    }
    findings
}
