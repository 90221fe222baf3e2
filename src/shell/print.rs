//! Findings and figures for people and for programs.

use super::cli::{Format, Telling};
use super::error::Exit;
use super::preview::{Findings, Told};
use crate::build::Summary;
use crate::diag::{Diagnostic, Severity, floor_char, has_errors, line_and_column};
use crate::model::source::{SourcePath, SourceSet, Span};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};
use std::io::{self, IsTerminal, Write};

/// Writes a line to standard output; a reader that has closed it is no mistake.
pub fn out(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// Writes a line to standard error.
pub fn note(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// Writes what the user is told besides findings to standard error.
pub fn notes(notes: &[String]) {
    notes.iter().for_each(|text| note(&format!("note: {text}")));
}

/// Prints all findings and says how the command must end because of them.
pub fn findings(findings: &[Diagnostic], sources: &SourceSet, telling: &Telling) -> Exit {
    match telling.format {
        Format::Human => human(findings, sources),
        Format::Json => json(&list(findings, sources)),
    }
    exit(findings, telling)
}

/// Prints a value for programs.
pub fn json(value: &Value) {
    out(&serde_json::to_string_pretty(value).unwrap_or_default());
}

/// All findings for programs.
pub fn list(findings: &[Diagnostic], sources: &SourceSet) -> Value {
    findings.iter().map(|finding| as_json(finding, sources)).collect()
}

/// How a command must end because of its findings.
pub fn exit(findings: &[Diagnostic], telling: &Telling) -> Exit {
    if has_errors(findings) {
        Exit::Findings
    } else if telling.strict && !findings.is_empty() {
        Exit::Warnings
    } else {
        Exit::Fine
    }
}

fn human(findings: &[Diagnostic], sources: &SourceSet) {
    let colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    for finding in findings {
        note(&renderer.render(&report(finding, sources)).to_string());
        note("");
    }
    let count = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        let files: std::collections::BTreeSet<_> = findings.iter().map(|finding| &finding.path).collect();
        note(&format!(
            "{} and {} in {}",
            plural(errors, "error"),
            plural(warnings, "warning"),
            plural(files.len(), "file")
        ));
    }
}

/// `1 error`, `2 errors`.
pub fn plural(count: usize, word: &str) -> String {
    let ending = if word.ends_with('s') { "es" } else { "s" };
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}{ending}") }
}

fn report<'a>(finding: &'a Diagnostic, sources: &'a SourceSet) -> Vec<Group<'a>> {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut group = level
        .primary_title(finding.message.as_str())
        .id(finding.code.as_str())
        .element(snippet(sources, (&finding.path, finding.span, &finding.label, AnnotationKind::Primary)));
    for (path, span, label) in &finding.also {
        group = group.element(snippet(sources, (path, *span, label, AnnotationKind::Context)));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    vec![group]
}

/// How many findings a browser is sent.
const SENT: usize = 100;

/// All findings for a browser: how many there are, and the first of them as text.
pub fn told(findings: &[Diagnostic], sources: &SourceSet) -> Findings {
    let count = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let of = |severity| findings.iter().filter(move |finding| finding.severity() == severity);
    let first = of(Severity::Error).chain(of(Severity::Warning)).take(SENT);
    Findings {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        first: first.map(|finding| one_told(finding, sources)).collect(),
    }
}

fn one_told(finding: &Diagnostic, sources: &SourceSet) -> Told {
    let text: &str = sources.text(&finding.path).map_or("", |text| text);
    let (line, column) = line_and_column(text, finding.span.start);
    let drawn = Renderer::plain().render(&report(finding, sources)).to_string();
    // The message and the help are told beside it.
    let inner = |line: &&str| !line.trim_start().starts_with("= help:");
    Told {
        severity: finding.severity().to_string(),
        code: finding.code.as_str().to_owned(),
        path: finding.path.to_string(),
        line,
        column,
        message: finding.message.clone(),
        help: finding.help.clone(),
        snippet: drawn.lines().skip(2).take_while(inner).collect::<Vec<_>>().join("\n"),
    }
}

type Place<'a> = (&'a SourcePath, Span, &'a String, AnnotationKind);

/// The lines around a place. A span that runs past the text, or into a character, is cut to what there is.
fn snippet<'a>(sources: &'a SourceSet, place: Place<'a>) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (path, span, label, kind) = place;
    let text: &str = sources.text(path).map_or("", |text| text);
    let start = floor_char(text, span.start);
    let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
    let end = floor_char(text, span.end).clamp(start, line_end.max(start));
    Snippet::source(text).path(&**path).annotation(kind.span(start..end).label(label.as_str()))
}

fn as_json(finding: &Diagnostic, sources: &SourceSet) -> Value {
    let text: &str = sources.text(&finding.path).map_or("", |text| text);
    let (line, column) = line_and_column(text, finding.span.start);
    let (end_line, end_column) = line_and_column(text, finding.span.end);
    let also = finding.also.iter().map(|(path, span, label)| {
        let text: &str = sources.text(path).map_or("", |text| text);
        let (line, column) = line_and_column(text, span.start);
        json!({ "path": &**path, "line": line, "column": column, "label": label })
    });
    json!({
        "severity": finding.severity().to_string(),
        "code": finding.code.as_str(),
        "message": finding.message,
        "path": &*finding.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "label": finding.label,
        "help": finding.help,
        "also": also.collect::<Vec<_>>(),
    })
}

/// One line on what the site holds.
pub fn summary(summary: &Summary) -> String {
    let withheld = if summary.withheld > 0 { format!(" ({} withheld)", summary.withheld) } else { String::new() };
    format!(
        "{}{withheld}, {} of {} and {}, {}",
        plural(summary.reports, "report"),
        plural(summary.mentions, "mention"),
        plural(summary.delegations, "delegation"),
        plural(summary.clauses, "clause"),
        plural(summary.statements, "statement"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag;
    use crate::model::source::Content;

    #[test]
    fn a_browser_is_told_how_many_there_are_and_the_first_of_them_with_errors_first() {
        let path: SourcePath = "content/a.md".into();
        let text = Content::Text("---\nignore: [<b>]\n---\n".into());
        let sources = SourceSet { files: [(path.clone(), text)].into() };
        let mut findings = vec![diag::unused_ignore((&path, Span::new(13, 16)), "<b>"); SENT + 1];
        findings.push(diag::misplaced_file(&"content/b.txt".into(), "it is a text", "rename it"));
        let told = told(&findings, &sources);
        assert_eq!((told.errors, told.warnings, told.first.len()), (1, SENT + 1, SENT));
        let [error, warning, ..] = told.first.as_slice() else { unreachable!("so many were asked for") };
        assert_eq!((error.severity.as_str(), error.code.as_str(), error.line), ("error", "misplaced-file", 1));
        assert_eq!((warning.severity.as_str(), warning.line, warning.column), ("warning", 2, 10));
        assert_eq!(warning.snippet, "  |\n2 | ignore: [<b>]\n  |          ^^^ delete it");
    }
}
