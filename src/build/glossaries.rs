//! Glossaries of conferences, each with its translations.

use super::read::language;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::gist::TermPlace;
use crate::model::glossary::{Glossary, Term};
use crate::model::ids::{ConferenceId, Lang};
use crate::model::site::Site;
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::parse::layout::{Placed, Role, place};
use crate::parse::{self, DeclaredTerm};
use std::collections::BTreeMap;

pub type Glossaries = BTreeMap<ConferenceId, Glossary>;

/// Every conference's glossary. Whether readers may see the conference is not asked here.
pub fn glossaries(sources: &SourceSet, site: &Site) -> Outcome<Glossaries> {
    let mut glossaries = Glossaries::new();
    let mut findings = Vec::new();
    let mut translations = Vec::new();
    for (path, content) in &sources.files {
        let (Placed { role: Role::Glossary { folder }, suffix }, Content::Text(text)) = (place(path), content) else {
            continue;
        };
        let lang = match language(path, suffix, site, sources) {
            Ok(lang) => lang,
            Err(finding) => {
                findings.push(*finding);
                continue;
            }
        };
        if !sources.files.contains_key(format!("content/{folder}/_index.md").as_str()) {
            continue;
        }
        let read = parse::glossary(path, text, suffix.is_some());
        findings.extend(read.findings);
        match suffix {
            None => drop(glossaries.insert(ConferenceId::new(folder), first(path, lang, read.value))),
            Some(_) => translations.push((ConferenceId::new(folder), (path, lang), read.value)),
        }
    }
    for (conference, file, terms) in translations {
        if let Some(glossary) = glossaries.get_mut(&conference) {
            findings.extend(translate(glossary, file, terms));
        }
    }
    Outcome::new(glossaries, findings)
}

fn first(path: &SourcePath, lang: &Lang, terms: Vec<DeclaredTerm>) -> Glossary {
    let term = |declared: DeclaredTerm| Term {
        anchor: declared.anchor,
        name: declared.words.term.clone(),
        path: path.clone(),
        span: declared.span,
        words: BTreeMap::from([(lang.clone(), declared.words)]),
    };
    Glossary { terms: terms.into_iter().map(term).collect() }
}

/// Adds a translation's terms to those that they translate.
fn translate(glossary: &mut Glossary, file: (&SourcePath, &Lang), terms: Vec<DeclaredTerm>) -> Vec<Diagnostic> {
    let (path, lang) = file;
    let mut findings = Vec::new();
    for declared in terms {
        let (name, span) = match &declared.of {
            Some(of) => (of.value.as_str(), of.span),
            None => (declared.words.term.as_str(), declared.span),
        };
        match glossary.terms.iter().position(|term| term.name == name) {
            Some(at) => drop(glossary.terms[at].words.insert(lang.clone(), declared.words)),
            None => {
                let known: Vec<&str> = glossary.terms.iter().map(|term| term.name.as_str()).collect();
                findings.push(diag::bad_value((path, span), "of", name, &known));
            }
        }
    }
    findings
}

/// Terms that no report of their conference uses, in no language. `uses` are those of each of its reports.
pub fn unused(glossary: &Glossary, uses: &[&[TermPlace]]) -> Vec<Diagnostic> {
    let is_used = |at: usize| uses.iter().any(|uses| uses.iter().any(|found| found.term == at));
    let unused = glossary.terms.iter().enumerate().filter(|(at, _)| !uses.is_empty() && !is_used(*at));
    unused.map(|(_, term)| diag::unused_term((&term.path, term.span), &term.name)).collect()
}
