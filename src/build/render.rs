//! Pages → artifacts: composed and rendered in parallel, old addresses and assets beside them, links checked.

use super::editions::{Alias, aliases};
use super::read::Site;
use crate::audit::{self, Claim, Rendered};
use crate::diag::{Diagnostic, Outcome};
use crate::model::artifact::{Artifact, Body};
use crate::model::ids::{Lang, Route};
use crate::model::page::{Ingredients, Page};
use crate::model::reference::Reference;
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Theme;
use crate::render::Engine;
use crate::{compose, parse};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Who claims which address: pages that the site makes by itself first, then files, copies and old addresses.
pub fn claims<'a>(pages: &'a [Page], copies: &'a [(Route, SourcePath)], old: &'a [Alias]) -> Vec<Claim<'a>> {
    let mut claims: Vec<Claim> = pages
        .iter()
        .map(|page| Claim { route: &page.route, by: page.source.as_ref().map(|path| (path, Span::default())) })
        .collect();
    claims.sort_by_key(|claim| claim.by.is_some());
    claims.extend(copies.iter().map(|(route, path)| Claim { route, by: Some((path, Span::default())) }));
    claims.extend(old.iter().map(|(route, path, span)| Claim { route, by: Some((path, *span)) }));
    claims
}

/// All artifacts but the theme's own assets, and what is wrong with their links.
pub fn render(pages: &[Page], site: &Site, theme: &Theme) -> Outcome<Vec<Artifact>> {
    let engine = Engine::new(theme, &site.site.languages);
    let mut findings = engine.wrong();
    if !findings.is_empty() {
        return Outcome::new(Vec::new(), findings);
    }
    let results: Vec<Result<(Artifact, Rendered), Box<Diagnostic>>> =
        pages.par_iter().map(|page| one(page, &engine, site)).collect();
    let mut artifacts = Vec::new();
    let mut rendered = Vec::new();
    for result in results {
        match result {
            Ok((artifact, references)) => {
                artifacts.push(artifact);
                rendered.push(references);
            }
            Err(finding) => findings.push(*finding),
        }
    }
    let redirects = redirects(site, pages);
    let copies =
        site.assets.iter().map(|path| Artifact { route: compose::asset(path), body: Body::Copy(path.clone()) });
    artifacts.extend(copies);
    artifacts.extend(redirects);
    // A page that failed is missing, and links to it would be found dead for the wrong reason.
    if findings.is_empty() {
        let pages: BTreeSet<&Route> = rendered.iter().map(|one| &one.page.route).collect();
        let mut files: BTreeSet<Route> =
            artifacts.iter().map(|a| &a.route).filter(|route| !pages.contains(route)).cloned().collect();
        files.extend(super::theme::assets(theme, &site.site).artifacts.into_iter().map(|artifact| artifact.route));
        findings.extend(audit::links(&rendered, &files, &site.site, theme));
    }
    Outcome::new(artifacts, findings)
}

fn one<'a>(page: &'a Page, engine: &Engine, site: &Site) -> Result<(Artifact, Rendered<'a>), Box<Diagnostic>> {
    let view = compose::compose(page);
    let lang = lang_of(page).and_then(|lang| Lang::read(&lang)).unwrap_or_else(|| site.site.default_lang().clone());
    let bytes = engine.render(&lang, &view, page.route.as_str())?;
    let references = match view.template() {
        Some(_) => {
            let html = std::str::from_utf8(&bytes).unwrap_or_default();
            parse::html::references(html).map(Reference::into_owned).collect()
        }
        None => Vec::new(),
    };
    let artifact = Artifact { route: page.route.clone(), body: Body::Bytes(bytes) };
    Ok((artifact, Rendered { page, template: view.template(), references }))
}

fn lang_of(page: &Page) -> Option<String> {
    match &page.ingredients {
        Ingredients::Feed(parts) => Some(parts.lang.clone()),
        other => other.head().map(|head| head.site.lang.clone()),
    }
}

/// A page at each old address that leads to the new one.
fn redirects(site: &Site, pages: &[Page]) -> Vec<Artifact> {
    let by_source: BTreeMap<&SourcePath, &Route> =
        pages.iter().rev().filter_map(|page| Some((page.source.as_ref()?, &page.route))).collect();
    let redirect = |(route, path, _): (Route, SourcePath, Span)| {
        let to = site.site.href(by_source.get(&path)?);
        let body = format!(
            "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"rapporteur\">\n<title>{to}</title>\n\
             <meta http-equiv=\"refresh\" content=\"0; url={to}\">\n<link rel=\"canonical\" href=\"{to}\">\n\
             <p><a href=\"{to}\">{to}</a></p>\n</html>\n"
        );
        Some(Artifact { route, body: Body::Bytes(body.into_bytes()) })
    };
    aliases(site).into_iter().filter_map(redirect).collect()
}
