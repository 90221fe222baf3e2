//! Cuts a file of Markdown into its front matter and its text, and reads the keys that all kinds share.

use super::fields::Fields;
use super::yaml::{self, Document, Entry, NodeKind};
use crate::diag::{self, Diagnostic};
use crate::model::ids::Route;
use crate::model::manuscript::{Correction, PhotoMatter, Withholding, Written};
use crate::model::source::{SourcePath, Span};

/// A file cut in two.
pub struct Cut<'a> {
    pub document: Document,
    pub text: &'a str,
    /// Where the text begins in the file.
    pub offset: usize,
    pub findings: Vec<Diagnostic>,
}

/// Whether a file must begin with front matter.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

pub fn cut<'a>(path: &SourcePath, file: &'a str, need: Need) -> Cut<'a> {
    let first_line = file.lines().next().unwrap_or_default();
    let whole = |findings| Cut { document: Document::default(), text: file, offset: 0, findings };
    if first_line.trim_end() != "---" {
        let at = (path, Span::new(0, first_line.len()));
        let findings = if need == Need::Required { vec![diag::front_matter_missing(at)] } else { Vec::new() };
        return whole(findings);
    }
    let start = (first_line.len() + 1).min(file.len());
    let mut end = start;
    for line in file[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let text_start = end + line.len();
            return between(path, file, Span::new(start, end), text_start);
        }
        end += line.len();
    }
    let at = (path, Span::new(0, first_line.len()));
    Cut { text: "", offset: file.len(), ..whole(vec![diag::front_matter_open(at)]) }
}

fn between<'a>(path: &SourcePath, file: &'a str, matter: Span, text_start: usize) -> Cut<'a> {
    let text = &file[text_start..];
    if matter.end - matter.start > yaml::MAX_BYTES {
        let at = (path, Span::new(0, 3));
        let finding = diag::yaml_forbidden(at, "front matter this long", "64 KiB are the most; put text below it");
        return Cut { document: Document::default(), text, offset: text_start, findings: vec![finding] };
    }
    let (document, findings) = yaml::read(path, &file[matter.start..matter.end], matter.start);
    Cut { document, text, offset: text_start, findings }
}

/// A finding for each title or summary that loses words to a comment: `title: Report #4 on debris`.
pub fn cut_short(path: &SourcePath, file: &str, document: &Document) -> Vec<Diagnostic> {
    let words = document.entries.iter().filter(|entry| matches!(entry.key.as_str(), "title" | "summary"));
    let plain = words.filter(|entry| matches!(entry.value.kind, NodeKind::Scalar { quoted: false, .. }));
    let finding = |entry: &Entry| {
        let end = entry.value.span.end;
        let rest = file.get(end..)?.lines().next()?;
        let lost = rest.trim();
        let start = end + rest.find(lost)?;
        let at = (path, Span::new(start, start + lost.len()));
        lost.starts_with('#').then(|| diag::cut_by_comment(at, &entry.key, lost))
    };
    plain.filter_map(finding).collect()
}

pub fn withholding(fields: &mut Fields) -> Withholding {
    Withholding {
        draft: fields.flag("draft"),
        embargo_until: fields.instant("embargo_until"),
        expires: fields.instant("expires"),
    }
}

/// Old addresses: each begins with `/`.
pub fn aliases(fields: &mut Fields) -> Vec<Written<String>> {
    let aliases = fields.list("aliases");
    for alias in aliases.iter().filter(|alias| !Route::is_fit(&alias.value)) {
        let at = (fields.path, alias.span);
        fields.findings.push(diag::bad_form(
            at,
            "aliases",
            &alias.value,
            "an address from the site's root: `/old/address/`",
        ));
    }
    aliases
}

/// `photo: {src, alt, credit}`; alternative text must be there, and may say by being empty that there is nothing to say.
pub fn photo(fields: &mut Fields) -> Option<PhotoMatter> {
    let (entries, span) = fields.map("photo")?;
    let mut photo = Fields::new(fields.path, entries, span);
    let src = photo.written("src");
    let alt = photo.written("alt").map(|written| written.value.trim().to_owned());
    let credit = photo.text("credit");
    if src.is_none() {
        photo.findings.push(diag::missing_key((fields.path, span), "src", "hall.jpg"));
    }
    if let (Some(src), None) = (&src, &alt) {
        photo.findings.push(diag::missing_photo_text((fields.path, src.span), &src.value));
    }
    if let (Some(src), None) = (&src, &credit) {
        photo.findings.push(diag::missing_credit((fields.path, src.span), &src.value));
    }
    fields.findings.extend(photo.finish());
    Some(PhotoMatter { src: src?, alt: alt.unwrap_or_default(), credit })
}

pub fn corrections(fields: &mut Fields) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for (entries, span) in fields.maps("corrections") {
        let mut item = Fields::new(fields.path, entries, span);
        let date = item.date("date");
        let text = item.required("text", "\"what was wrong, and what is right\"");
        if date.is_none() && !entries.iter().any(|entry| entry.key == "date") {
            item.findings.push(diag::missing_key((fields.path, span), "date", "2013-03-21"));
        }
        fields.findings.extend(item.finish());
        corrections.extend(date.map(|date| Correction { date, text }));
    }
    corrections
}
