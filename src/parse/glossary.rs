//! A conference's `glossary.yaml`, and its translations.

use super::fields::Fields;
use super::slug::heading_slug;
use super::yaml;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::glossary::TermWords;
use crate::model::manuscript::Written;
use crate::model::source::{SourcePath, Span};

/// A term as one file declares it.
pub struct DeclaredTerm {
    pub anchor: String,
    pub span: Span,
    /// Which term of the original it translates, where it says so.
    pub of: Option<Written<String>>,
    pub words: TermWords,
}

/// Reads a glossary; only a translation's terms say which term they are `of`.
pub fn glossary(path: &SourcePath, text: &str, translation: bool) -> Outcome<Vec<DeclaredTerm>> {
    let (document, mut findings) = yaml::read(path, text, 0);
    let mut fields = Fields::new(path, &document.entries, document.span);
    let mut terms = Vec::new();
    let mut names: Vec<Written<String>> = Vec::new();
    for (entries, span) in fields.maps("terms") {
        let mut item = Fields::new(path, entries, span);
        let term = term(&mut item, translation, &mut names);
        fields.findings.extend(item.finish());
        terms.extend(term);
    }
    findings.extend(fields.finish());
    Outcome::new(terms, findings)
}

fn term(item: &mut Fields, translation: bool, names: &mut Vec<Written<String>>) -> Option<DeclaredTerm> {
    let term = item.required("term", "RIO");
    let full = item.required("full", "regional integration organisation");
    let meaning = item.text("meaning");
    let aliases = item.list("aliases");
    let of = if translation { item.written("of") } else { None };
    let span = item.written("term").map_or(item.span, |written| written.span);
    let own = std::iter::once(Written { value: term.clone(), span }).chain(aliases.iter().cloned());
    let mut is_good = !term.is_empty() && !full.is_empty();
    for name in own.filter(|name| !name.value.is_empty()) {
        let finding = check(item.path, &name, names);
        is_good &= finding.is_none();
        item.findings.extend(finding);
        names.push(name);
    }
    if !is_good {
        return None;
    }
    let aliases = aliases.into_iter().map(|alias| alias.value).collect();
    Some(DeclaredTerm {
        anchor: format!("term-{}", heading_slug(&term)),
        span,
        of,
        words: TermWords { term, full, meaning, aliases },
    })
}

/// A name must have letters to be found by, and no other can have the same ones: its anchor would be the same too.
fn check(path: &SourcePath, name: &Written<String>, names: &[Written<String>]) -> Option<Diagnostic> {
    let at = (path, name.span);
    if !name.value.chars().any(char::is_alphanumeric) {
        return Some(diag::bad_form(at, "term", &name.value, "a word or several"));
    }
    let slug = heading_slug(&name.value);
    let first = names.iter().find(|other| heading_slug(&other.value) == slug)?;
    Some(diag::declared_twice(at, ("term", &name.value), first.span))
}
