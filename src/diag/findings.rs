//! What an author is told about the words they wrote: values, names, statements. Each constructor is one finding.

use super::{Code, Diagnostic, nearest};
use crate::model::source::{SourcePath, Span};
use std::collections::BTreeSet;

type At<'a> = (&'a SourcePath, Span);

pub(super) fn did_you_mean(near: Option<&str>, otherwise: &str) -> String {
    near.map_or_else(|| otherwise.to_owned(), |near| format!("did you mean `{near}`?"))
}

pub fn unreadable_text(path: &SourcePath, offset: usize, (why, instead): (&str, &str)) -> Diagnostic {
    let message = match offset {
        0 => format!("this file cannot be read: {why}"),
        _ => format!("this file cannot be read: {why} at byte {offset}"),
    };
    Diagnostic::new(Code::UnreadableText, (path, Span::default()), message, instead.to_owned())
}

pub fn invisible_control(at: At, name: &str) -> Diagnostic {
    let message = format!("an invisible {name} stands here and can make text read otherwise than it is stored");
    Diagnostic::new(
        Code::InvisibleControl,
        at,
        message,
        "delete it, or mark the words' direction with <bdi>".to_owned(),
    )
}

pub fn front_matter_missing(at: At) -> Diagnostic {
    let message = "this file does not begin with front matter".to_owned();
    Diagnostic::new(Code::FrontMatterMissing, at, message, "begin it with a line `---`".to_owned())
        .help("front matter is YAML between two lines `---`, such as `title: Opening day`")
}

pub fn front_matter_open(at: At) -> Diagnostic {
    let message = "the front matter that begins here does not end".to_owned();
    Diagnostic::new(Code::FrontMatterOpen, at, message, "close it with a line `---`".to_owned())
}

pub fn yaml_syntax(at: At, why: &str) -> Diagnostic {
    Diagnostic::new(Code::YamlSyntax, at, format!("this is not YAML: {why}"), "here".to_owned())
        .help("put a value that holds `: ` or begins with a sign between quotation marks")
}

pub fn yaml_forbidden(at: At, what: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(Code::YamlForbidden, at, format!("{what} has no place in a site's YAML"), instead.to_owned())
}

pub fn duplicate_key(at: At, key: &str, first: Span) -> Diagnostic {
    let message = format!("the key `{key}` stands twice");
    let mut finding = Diagnostic::new(Code::DuplicateKey, at, message, "keep one of them".to_owned());
    finding.also.push((at.0.clone(), first, "first here".to_owned()));
    finding
}

/// `declared` is what it is, such as an issue, and its name.
pub fn declared_twice(at: At, declared: (&str, &str), first: Span) -> Diagnostic {
    let (what, name) = declared;
    let message = format!("the {what} `{name}` is declared twice");
    let mut finding = Diagnostic::new(Code::DeclaredTwice, at, message, "keep one of them, or rename one".to_owned());
    finding.also.push((at.0.clone(), first, "first here".to_owned()));
    finding
}

pub fn unknown_key(at: At, key: &str, known: &[&str]) -> Diagnostic {
    let label = did_you_mean(nearest(key, known.iter().copied()), "not a key of this file");
    let finding = Diagnostic::new(Code::UnknownKey, at, format!("no key is called `{key}` here"), label);
    // A key that a file may have for two reasons is named once.
    let known: BTreeSet<&str> = known.iter().copied().collect();
    let known = known.into_iter().collect::<Vec<_>>().join(", ");
    finding.help(format!("the keys are: {known}; anything else goes under `extra`"))
}

pub fn missing_key(at: At, key: &str, example: &str) -> Diagnostic {
    Diagnostic::new(Code::MissingKey, at, format!("the key `{key}` is missing"), format!("add `{key}: {example}`"))
}

pub fn wrong_type(at: At, key: &str, wanted: &str) -> Diagnostic {
    Diagnostic::new(Code::WrongType, at, format!("`{key}` does not have the right form"), format!("write {wanted}"))
}

pub fn bad_value(at: At, key: &str, word: &str, known: &[&str]) -> Diagnostic {
    let label = did_you_mean(nearest(word, known.iter().copied()), "not one of them");
    Diagnostic::new(Code::BadValue, at, format!("`{key}` cannot be `{word}`"), label)
        .help(format!("it is one of: {}", known.join(", ")))
}

pub fn bad_form(at: At, key: &str, word: &str, wanted: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue, at, format!("`{key}` cannot be `{word}`"), format!("write {wanted}"))
}

/// Words behind ` #`, which YAML takes for a comment.
pub fn cut_by_comment(at: At, key: &str, lost: &str) -> Diagnostic {
    let message = format!("`{key}` ends before `{lost}`, for YAML takes that for a comment");
    Diagnostic::new(Code::BadValue, at, message, "put the whole of it between quotation marks".to_owned())
        .help("a comment on it can stand on a line of its own")
}

pub fn bad_date(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` is not a date");
    Diagnostic::new(Code::BadDate, at, message, "write year-month-day, such as 2013-03-20".to_owned())
}

pub fn bad_instant(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` is not a moment: its date, time or offset from UTC is missing or wrong");
    Diagnostic::new(Code::BadDate, at, message, "write it such as 2013-03-20T18:00:00-04:00".to_owned())
}

pub fn unknown_country(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "not in the registry");
    Diagnostic::new(Code::UnknownCountry, at, format!("no country or group is called `{word}`"), label)
        .help("more delegations can be added in content/delegations.yaml")
}

pub fn unknown_clause(at: At, word: &str, instrument: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "in none of its drafts");
    let message = format!("no draft of `{instrument}` has {word}");
    Diagnostic::new(Code::UnknownClause, at, message, label)
        .help("if another instrument is meant, name it (`Article 51 of the UN Charter`), or write `[…](clause:none)`")
}

pub fn unknown_instrument(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "no folder of this name");
    Diagnostic::new(Code::UnknownInstrument, at, format!("no instrument is called `{word}`"), label)
        .help("an instrument is a folder under content/instruments/ with an _index.md")
}

pub fn malformed_clause(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` does not name a clause");
    Diagnostic::new(Code::UnknownClause, at, message, "write instrument and eId: `att/art_6__para_2`".to_owned())
}

pub fn unknown_issue(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "neither a clause nor a declared issue");
    Diagnostic::new(Code::UnknownIssue, at, format!("the conference declares no issue called `{word}`"), label)
        .help("cite a clause (`Article 6(2)`), or add the issue under `issues` in the conference's _index.md")
}

pub fn unknown_stance(at: At, word: &str, known: &[&str]) -> Diagnostic {
    let label = did_you_mean(nearest(word, known.iter().copied()), "neither a stance nor a voice");
    Diagnostic::new(Code::UnknownStance, at, format!("`{word}` is neither a stance nor a voice"), label)
        .help(format!("it is one of: {}", known.join(", ")))
}

pub fn statement_line(at: At, why: &str) -> Diagnostic {
    let label = "write `[!STATEMENT] who · on what · stance · voice`".to_owned();
    Diagnostic::new(Code::StatementLine, at, format!("this statement's first line {why}"), label)
        .help("the parts are joined by ` · `; stance and voice can be left out")
}

pub fn statement_empty(at: At) -> Diagnostic {
    let message = "this statement has a first line but no words".to_owned();
    Diagnostic::new(Code::StatementEmpty, at, message, "add a line `> ` with what was said".to_owned())
}

pub fn unused_ignore(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` is ignored here but the text does not name it");
    Diagnostic::new(Code::UnusedIgnore, at, message, "delete it".to_owned())
}

pub fn unused_term(at: At, word: &str) -> Diagnostic {
    let message = format!("no report uses the term `{word}`");
    Diagnostic::new(
        Code::UnusedTerm,
        at,
        message,
        "add the form that reports have under `aliases`, or delete it".to_owned(),
    )
    .help("names of delegations and clauses, headings, links and code are no uses: they are not expanded")
}

pub fn broken_numbering(at: At, number: &str, under: &str) -> Diagnostic {
    let message = format!("`{number}` stands {under}, where no clause of its kind can stand");
    Diagnostic::new(Code::BrokenNumbering, at, message, "put it under a numbered paragraph or article".to_owned())
}

pub fn duplicate_clause(at: At, eid: &str, first: Span) -> Diagnostic {
    let message = format!("this draft has `{eid}` twice");
    let mut finding = Diagnostic::new(Code::DuplicateClause, at, message, "number it otherwise".to_owned());
    finding.also.push((at.0.clone(), first, "first here".to_owned()));
    finding
}

/// A reading that only the author can settle; `link` is the words and the destination that confirm how they are read,
/// `others` the destinations of other readings.
pub fn guess(at: At, message: String, link: (&str, &str), others: &[String]) -> Diagnostic {
    let (surface, destination) = link;
    let accept = format!("[{surface}]({destination})");
    let others: Vec<String> = others.iter().map(|other| format!(" or `({other})`")).collect();
    let label = format!("write `{accept}` to keep that,{}", others.join(","));
    let mut finding = Diagnostic::new(Code::Guess, at, message, label.trim_end_matches(',').to_owned());
    finding.accept = Some(accept);
    finding.help(
        "`rapporteur check --accept FILE:LINE:COLUMN` writes it; `ignore` in the front matter settles a word at once",
    )
}

pub fn not_a_member(at: At, word: &str, group: &str, date: &str) -> Diagnostic {
    let message = format!("`{word}` is not a member of `{group}` on {date}");
    Diagnostic::new(Code::NotAMember, at, message, "not in the registry's list for that day".to_owned())
        .help("members and their dates can be corrected in content/delegations.yaml")
}

pub fn quotation_missing(at: At) -> Diagnostic {
    let message = "this statement is marked `quoted`, but its words stand nowhere in quotation marks".to_owned();
    Diagnostic::new(Code::QuotationMissing, at, message, "write `reported`, or quote the words".to_owned())
        .help("the words must stand in quotation marks in the block, or word for word in those of the report's text")
}
