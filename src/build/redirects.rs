//! What stands at addresses that are no pages: copies of files, and pages that lead from old addresses to new ones.

use super::editions::Alias;
use super::record::PageRecord;
use crate::audit::Claim;
use crate::compose;
use crate::model::artifact::{Artifact, Body};
use crate::model::ids::Route;
use crate::model::site::Site;
use crate::model::source::{SourcePath, Span};
use std::collections::BTreeMap;

/// Who claims which address: pages that the site makes by itself first, then files, copies and old addresses.
pub fn claims<'a>(pages: &[&'a PageRecord], copies: &'a [(Route, SourcePath)], old: &'a [Alias]) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim> = pages
        .iter()
        .map(|page| Claim { route: &page.route, by: page.source.as_ref().map(|path| (path, Span::default())) })
        .collect();
    claims.sort_by_key(|claim| claim.by.is_some());
    claims.extend(copies.iter().map(|(route, path)| Claim { route, by: Some((path, Span::default())) }));
    claims.extend(old.iter().map(|(route, path, span)| Claim { route, by: Some((path, *span)) }));
    claims
}

/// Files of the site that are copied as they are.
pub fn copies(files: &[SourcePath]) -> impl Iterator<Item = Artifact> {
    files.iter().map(|path| Artifact { route: compose::asset(path), body: Body::Copy(path.clone()) })
}

/// A page at each old address that leads to the new one.
pub fn redirects(site: &Site, old: &[Alias], pages: &[&PageRecord]) -> Vec<Artifact> {
    let by_source: BTreeMap<&SourcePath, &Route> =
        pages.iter().rev().filter_map(|page| Some((page.source.as_ref()?, &page.route))).collect();
    let redirect = |(route, path, _): &Alias| {
        let to = site.href(by_source.get(path)?);
        let body = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"rapporteur\">\n<title>{to}</title>\n\
             <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<link rel=\"canonical\" href=\"{to}\">\n\
             <p><a href=\"{to}\">{to}</a></p>\n</html>\n"
        );
        Some(Artifact { route: route.clone(), body: Body::Bytes(body.into_bytes()) })
    };
    old.iter().filter_map(redirect).collect()
}
