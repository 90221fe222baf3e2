//! A statement's first line: `who · on what · stance · voice`, taken apart with the place of every part.

use super::citation;
use super::markdown::FirstLine;
use crate::diag::{self, Diagnostic};
use crate::model::manuscript::{StatementLine, Voice, Written};
use crate::model::source::{SourcePath, Span};

/// Words between a speaker and the group it speaks for, by language.
const FOR: &[&str] = &[
    " on behalf of ",
    " for ",
    " au nom de ",
    " au nom du ",
    " pour ",
    " en nombre de ",
    " por ",
    " от имени ",
    " باسم ",
    " 代表",
];
/// Words before members who dissociate themselves.
const EXCEPT: &[&str] = &[" except ", " sauf ", " excepto ", " salvo ", " кроме ", " باستثناء ", "除"];
const NO_ATTRIBUTION: &[&str] =
    &["no attribution", "sans attribution", "sin atribución", "без указания", "بلا إسناد", "不具名"];

/// Reads a first line; `text` is the block's words.
pub fn read(path: &SourcePath, line: &FirstLine, text: String) -> (StatementLine, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut parts = parts(&line.words, line.span.start).into_iter();
    let mut read = StatementLine {
        passage: line.passage,
        words: line.words.clone(),
        span: line.span,
        below: line.below.clone(),
        text,
        ..StatementLine::default()
    };
    let at = (path, line.span);
    let mut whole = true;
    let who = parts.next();
    if let Some(finding) = who.as_ref().and_then(|who| slip(path, who, parts.as_slice().first())) {
        findings.push(finding);
        return (read, findings);
    }
    match who {
        Some(who) if NO_ATTRIBUTION.contains(&who.value.as_str()) => {}
        Some(who) if !who.value.is_empty() => {
            let (who, except) = parted(&who, EXCEPT);
            let (speakers, group) = parted(&who, FOR);
            read.who = Some(speakers);
            read.on_behalf_of = group;
            read.except = except;
        }
        _ => {
            whole = false;
            findings.push(diag::statement_line(at, "does not say who spoke"));
        }
    }
    match parts.next() {
        Some(on) if !on.value.is_empty() => {
            read.citations = citation::find(&on.value);
            read.issues = issues(&on, &read);
            for citation in &mut read.citations {
                let by = on.span.start - line.span.start;
                citation.range = citation.range.start + by..citation.range.end + by;
            }
        }
        _ if whole => findings.push(diag::statement_line(at, "does not say on what")),
        _ => {}
    }
    findings.extend(stance_and_voice(path, parts, &mut read));
    if read.text.trim().is_empty() {
        findings.push(diag::statement_empty(at));
    }
    (read, findings)
}

/// Reads the parts behind the second: a stance and a voice, each once at most.
fn stance_and_voice(
    path: &SourcePath,
    parts: impl Iterator<Item = Written<String>>,
    read: &mut StatementLine,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut first_voice: Option<&str> = None;
    for part in parts {
        let voice = Voice::ALL.iter().find(|(word, _)| *word == part.value);
        if let (Some((word, _)), Some(first)) = (voice, first_voice) {
            let why = format!("this statement has two voices, `{first}` and `{word}`");
            findings.push(diag::statement_part((path, part.span), why, "keep one of them".to_owned()));
        } else if let Some((word, voice)) = voice {
            first_voice = Some(word);
            read.voice = *voice;
        } else if read.stance.is_none() {
            read.stance = Some(part);
        } else {
            findings.push(diag::statement_line((path, part.span), "has more parts than a statement has"));
        }
    }
    findings
}

/// A slip in the first part: `No-attribution`, or the clause before the speaker.
fn slip(path: &SourcePath, who: &Written<String>, on: Option<&Written<String>>) -> Option<Diagnostic> {
    let at = (path, who.span);
    // The shortest are one slip from too many words.
    let near = diag::nearest(&who.value, NO_ATTRIBUTION.iter().copied().filter(|words| words.len() > 12));
    if let Some(near) = near.filter(|near| *near != who.value) {
        let why = format!("`{}` is neither a delegation nor `{near}`", who.value);
        return Some(diag::statement_part(at, why, format!("write `{near}`")));
    }
    let on = on.filter(|on| !on.value.is_empty() && citation::find(&on.value).is_empty())?;
    let is_cited = citation::find(&who.value).first().is_some_and(|citation| citation.range.start == 0);
    is_cited.then(|| {
        let why = format!("`{}` stands where the speaker is named", who.value);
        diag::statement_part(at, why, format!("write who first: `{} · {}`", on.value, who.value))
    })
}

/// The parts between the dots, without the space around them.
fn parts(words: &str, offset: usize) -> Vec<Written<String>> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in words.split('·') {
        found.push(trimmed(piece, offset + start));
        start += piece.len() + '·'.len_utf8();
    }
    found
}

fn trimmed(piece: &str, offset: usize) -> Written<String> {
    let value = piece.trim();
    let start = offset + (piece.len() - piece.trim_start().len());
    Written { value: value.to_owned(), span: Span::new(start, start + value.len()) }
}

/// What stands before and behind the first of `words`: `Jamaica` and `CARICOM` of `Jamaica for CARICOM`.
fn parted(who: &Written<String>, words: &[&str]) -> (Written<String>, Option<Written<String>>) {
    let cut = words.iter().filter_map(|word| who.value.find(word).map(|at| (at, word.len()))).min();
    let Some((at, len)) = cut else { return (who.clone(), None) };
    let behind = trimmed(&who.value[at + len..], who.span.start + at + len);
    (trimmed(&who.value[..at], who.span.start), Some(behind))
}

/// What the second part names beside its citations.
fn issues(on: &Written<String>, line: &StatementLine) -> Vec<Written<String>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ends: Vec<std::ops::Range<usize>> = line.citations.iter().map(|citation| citation.range.clone()).collect();
    ends.push(on.value.len()..on.value.len());
    for range in ends {
        let mut at = start;
        for piece in on.value[start..range.start].split([',', ';', '،']) {
            let mut issue = trimmed(piece, on.span.start + at);
            for word in ["and ", "et ", "y ", "и "] {
                if let Some(rest) = issue.value.strip_prefix(word) {
                    issue = trimmed(rest, issue.span.start + word.len());
                }
            }
            if !matches!(issue.value.as_str(), "" | "and" | "et" | "y" | "и" | "و") {
                found.push(issue);
            }
            at += piece.len() + 1;
        }
        start = range.end;
    }
    found
}
