//! What the engine says of a template that fails, as a finding: the place, the ways that led there, what to type.

use crate::diag::{self, Diagnostic, nearest};
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Theme;
use tera::{Error, ErrorKind};

/// The engine's error as a finding; `seen` says on which page, or with which fields, it was met.
pub fn finding(theme: &Theme, error: &Error, seen: Option<&str>) -> Diagnostic {
    let (message, file, span) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let range = &report.span().range;
            (report.message().to_owned(), report.filename().to_owned(), Span::new(range.start, range.end))
        }
        ErrorKind::MissingParent { current, parent } => {
            let near = nearest(parent, theme.templates.keys().map(String::as_str));
            let instead = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            (format!("no template is called `{parent}`{instead}"), current.clone(), place(theme, current, parent))
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            ("it leads back to itself".to_owned(), tpl.clone(), Span::default())
        }
        _ => (error.to_string(), String::new(), Span::default()),
    };
    let path = path(theme, &file).or_else(|| Some(theme.templates.values().next()?.path.clone()));
    let path = path.unwrap_or_else(|| "themes".into());
    let mut finding = diag::template_error((&path, span), &message, seen);
    finding.also.extend(error.to_string().lines().filter_map(|line| caller(theme, line)));
    finding
}

fn path(theme: &Theme, template: &str) -> Option<SourcePath> {
    theme.templates.get(template).map(|file| file.path.clone())
}

/// Where a name first stands in a template.
fn place(theme: &Theme, template: &str, name: &str) -> Span {
    let text = theme.templates.get(template).map_or("", |file| &file.text);
    text.find(name).map_or_else(Span::default, |at| Span::new(at, at + name.len()))
}

/// A place that led to the one that fails. The engine tells these in its report alone:
/// `note: called from report.html:12:3`, with the column counted from 1 in characters.
fn caller(theme: &Theme, line: &str) -> Option<(SourcePath, Span, String)> {
    let mut parts = line.strip_prefix("note: called from ")?.rsplitn(3, ':');
    let column: usize = parts.next()?.parse().ok()?;
    let row: usize = parts.next()?.parse().ok()?;
    let file = theme.templates.get(parts.next()?)?;
    let start: usize = file.text.split_inclusive('\n').take(row.checked_sub(1)?).map(str::len).sum();
    let rest = &file.text[start..];
    let within: usize = rest.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum();
    let place = Span::new(start + within, start + within + 1);
    Some((file.path.clone(), place, "called from here".to_owned()))
}
