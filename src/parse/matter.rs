//! A file of Markdown as its kind of manuscript: the front matter by the keys of its kind, the text by the grammar.

use super::fields::Fields;
use super::front_matter::{self, Need};
use super::layout::{Role, date_of, nearly_dated};
use super::{citation, markdown, markers, statement, typography};
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::{ConferenceId, InstrumentId, IssueId, Lang};
use crate::model::manuscript::*;
use crate::model::prose::Prose;
use crate::model::source::{SourcePath, Span};

/// Which file of the site a text is.
pub struct File<'a> {
    pub path: &'a SourcePath,
    pub role: Role<'a>,
    pub lang: &'a Lang,
    /// True for a translation: it leaves out what its original says for both.
    pub translation: bool,
    /// Whether its quotation marks and spaces are set by its language.
    pub typography: bool,
}

/// Reads a file of Markdown; none when it has so little that no page could be made of it.
pub fn manuscript(file: &File, text: &str) -> Outcome<Option<Manuscript>> {
    let about = matches!(file.role, Role::AboutDelegation { .. } | Role::AboutClause { .. });
    let need = if about { Need::Optional } else { Need::Required };
    let cut = front_matter::cut(file.path, text, need);
    if !cut.findings.is_empty() {
        return Outcome::new(None, cut.findings);
    }
    let mut fields = Fields::new(file.path, &cut.document.entries, cut.document.span);
    let withheld = front_matter::withholding(&mut fields);
    // An instrument's aliases are other names for it, not old addresses.
    let is_instrument = matches!(file.role, Role::Instrument { .. });
    let aliases = if is_instrument { Vec::new() } else { front_matter::aliases(&mut fields) };
    fields.allow("extra");
    let kind = kind(file, &mut fields);
    let mut findings = fields.finish();
    findings.extend(front_matter::cut_short(file.path, text, &cut.document));
    let read = markdown::read(cut.text, cut.offset);
    findings.extend(text_findings(file.path, &read));
    findings.extend(controls(file.path, text));
    if let Some(Kind::Draft(_)) = &kind {
        let lost = |label: &Written<String>| diag::bracket_as_link((file.path, label.span), &label.value);
        findings.extend(read.definitions.iter().map(lost));
    }
    let Some(kind) = kind else { return Outcome::new(None, findings) };
    let mut manuscript = Manuscript {
        path: file.path.clone(),
        lang: file.lang.clone(),
        kind,
        withheld,
        aliases,
        extra: cut.document.extra,
        prose: Prose { path: Some(file.path.clone()), lang: Some(file.lang.clone()), ..read.prose },
        statements: Vec::new(),
        citations: Vec::new(),
        links: read.links,
        ids: read.ids,
    };
    // The text of an instrument stays as it was adopted.
    if !matches!(manuscript.kind, Kind::Draft(_)) {
        typography::set(&mut manuscript.prose, file.lang, file.typography);
    }
    for line in &read.statements {
        let [text, shown] = words_of(&manuscript.prose, line.passage);
        let (mut line, wrong) = statement::read(file.path, line, text);
        line.shown = shown;
        findings.extend(wrong);
        manuscript.statements.push(line);
    }
    findings.extend(markers::mistyped(file.path, text, &manuscript.prose));
    manuscript.citations = citations(&manuscript.prose);
    Outcome::new(Some(manuscript), findings)
}

fn kind(file: &File, fields: &mut Fields) -> Option<Kind> {
    Some(match &file.role {
        Role::Conference { folder } => Kind::Conference(conference(folder, file.translation, fields)),
        Role::Report { folder, stem } => Kind::Report(report(folder, stem, fields)?),
        Role::Instrument { folder } => Kind::Instrument(instrument(folder, file.translation, fields)?),
        Role::Draft { folder, date } => Kind::Draft(draft(folder, *date, fields)?),
        Role::AboutDelegation { id } => Kind::AboutDelegation { id: (*id).to_owned(), summary: fields.text("summary") },
        Role::AboutClause { instrument, eid } => Kind::AboutClause {
            instrument: InstrumentId::read(instrument)?,
            eid: (*eid).to_owned(),
            summary: fields.text("summary"),
        },
        Role::Plain { stem } => Kind::Plain(PlainMatter {
            stem: (*stem).to_owned(),
            title: fields.required("title", "About this site"),
            summary: fields.text("summary"),
            order: fields.integer("order"),
            menu: fields.choice("menu", &Menu::ALL),
        }),
        Role::Site | Role::Delegations | Role::Glossary { .. } | Role::Misplaced { .. } => return None,
        Role::LeftBehind | Role::Asset => return None,
    })
}

fn conference(folder: &str, translation: bool, fields: &mut Fields) -> ConferenceMatter {
    let title = fields.required("title", "Final Conference");
    let start = fields.date("start");
    let end = fields.date("end");
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        let at = fields.written("end").map_or(fields.span, |end| end.span);
        fields.findings.push(diag::bad_form((fields.path, at), "end", &end.to_string(), "a day on or after `start`"));
    }
    let issues = issues(fields);
    ConferenceMatter {
        id: ConferenceId::new(folder),
        title,
        start,
        end,
        issues,
        short: fields.text("short"),
        place: fields.text("place"),
        summary: fields.text("summary"),
        instruments: if translation { Vec::new() } else { fields.list("instruments") },
        photo: front_matter::photo(fields),
    }
}

/// The issues that a conference declares; an id that stands twice is a finding, and the first counts.
fn issues(fields: &mut Fields) -> Vec<IssueMatter> {
    let mut issues: Vec<IssueMatter> = Vec::new();
    for (entries, span) in fields.maps("issues") {
        let mut item = Fields::new(fields.path, entries, span);
        let issue = issue(&mut item);
        fields.findings.extend(item.finish());
        let Some(issue) = issue else { continue };
        match issues.iter().find(|first| first.id == issue.id) {
            Some(first) => {
                let at = (fields.path, issue.span);
                fields.findings.push(diag::declared_twice(at, ("issue", issue.id.as_str()), first.span));
            }
            None => issues.push(issue),
        }
    }
    issues
}

fn issue(item: &mut Fields) -> Option<IssueMatter> {
    let title = item.required("title", "Ammunition");
    let aliases = item.texts("aliases");
    let clauses = item.list("clauses");
    let Some(written) = item.written("id") else {
        item.findings.push(diag::missing_key((item.path, item.span), "id", "ammunition"));
        return None;
    };
    let id = IssueId::read(&written.value);
    if id.is_none() {
        let at = (item.path, written.span);
        item.findings.push(diag::bad_form(at, "id", &written.value, "lower-case letters, digits and hyphens"));
    }
    Some(IssueMatter { id: id?, span: written.span, title, aliases, clauses })
}

fn report(folder: &str, stem: &str, fields: &mut Fields) -> Option<ReportMatter> {
    let title = fields.required("title", "Opening day");
    let session = fields.choice("session", &Session::ALL);
    let summary = fields.text("summary");
    let authors = fields.texts("authors");
    let key_points = fields.texts("key_points");
    let countries = fields.list("countries");
    let clauses = fields.list("clauses");
    let draft_date = fields.written_date("draft_date");
    let ignore = fields.list("ignore");
    let photo = front_matter::photo(fields);
    let corrections = front_matter::corrections(fields);
    let had_errors = fields.findings.len();
    let date = date(stem, fields);
    let Some(date) = date else {
        if fields.findings.len() == had_errors {
            let at = (fields.path, Span::new(fields.span.start, fields.span.start));
            fields.findings.push(match nearly_dated(stem) {
                Some((why, name)) => diag::date_in_name(at, &why, name.map(|name| renamed(fields.path, stem, &name))),
                None => diag::date_missing(at),
            });
        }
        return None;
    };
    Some(ReportMatter {
        conference: ConferenceId::new(folder),
        stem: stem.to_owned(),
        title,
        date,
        draft_date,
        session,
        summary,
        authors,
        key_points,
        countries,
        clauses,
        photo,
        corrections,
        ignore,
    })
}

/// A file's name with another stem: its language stays.
fn renamed(path: &SourcePath, stem: &str, other: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    format!("{other}{}", name.strip_prefix(stem).unwrap_or(".md"))
}

/// The date under `date`, or else the one that the file's name begins with; a warning where they differ.
fn date(stem: &str, fields: &mut Fields) -> Option<Date> {
    let written = fields.written_date("date");
    let named = date_of(stem);
    if let (Some(written), Some(named)) = (&written, named)
        && written.value != named
    {
        let at = (fields.path, written.span);
        fields.findings.push(diag::date_differs(at, &written.value.to_string(), &named.to_string()));
    }
    written.map(|written| written.value).or(named)
}

fn instrument(folder: &str, translation: bool, fields: &mut Fields) -> Option<InstrumentMatter> {
    let title = fields.required("title", "Arms Trade Treaty");
    let short = fields.texts("short");
    let aliases = fields.texts("aliases");
    let note = fields.text("note");
    let compare = if translation { Vec::new() } else { fields.date_pairs("compare") };
    let Some(id) = InstrumentId::read(folder) else {
        let why = format!("the folder `{folder}` cannot name an instrument");
        let finding = diag::misplaced_file(fields.path, &why, "name it with lower-case letters, digits and hyphens");
        fields.findings.push(finding);
        return None;
    };
    Some(InstrumentMatter { id, title, short, aliases, note, compare })
}

fn draft(folder: &str, named: Option<crate::model::date::Date>, fields: &mut Fields) -> Option<DraftMatter> {
    let title = fields.text("title");
    let note = fields.text("note");
    let was = fields.pairs("was");
    let Some(date) = fields.date("date").or(named) else {
        let stem = fields.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
        let (why, name) = nearly_dated(stem).unwrap_or_default();
        let why = if why.is_empty() { why } else { format!(": {why}") };
        let name = name.map_or_else(|| ", such as 2013-03-27.md".to_owned(), |name| format!(" to {name}.md"));
        let why = format!("a draft's name is its date{why}");
        fields.findings.push(diag::misplaced_file(fields.path, &why, &format!("rename it{name}")));
        return None;
    };
    Some(DraftMatter { instrument: InstrumentId::read(folder)?, date, title, note, was })
}

/// Citations in every unit, without those that run into code or a link's words.
fn citations(prose: &Prose) -> Vec<Citation> {
    let mut found = Vec::new();
    for (at, unit) in prose.units.iter().enumerate() {
        let free = |citation: &Citation| unit.pieces_in(&citation.range).all(|piece| piece.searched);
        let citations = citation::find(&unit.text).into_iter().filter(free);
        found.extend(citations.map(|citation| Citation { unit: Some(at), ..citation }));
    }
    found
}

/// The words of a passage, its units joined by spaces; and the same as pages show them.
fn words_of(prose: &Prose, passage: usize) -> [String; 2] {
    let units: Vec<_> = prose.units.iter().filter(|unit| unit.passage == passage).collect();
    let words: Vec<&str> = units.iter().map(|unit| unit.text.trim()).collect();
    let shown: Vec<String> = units.iter().map(|unit| unit.shown().text.trim().to_owned()).collect();
    [words.join(" "), shown.join(" ")]
}

fn text_findings(path: &SourcePath, read: &markdown::Text) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for span in &read.misplaced {
        findings.push(diag::statement_line((path, *span), "stands inside a list or quotation, not at the margin"));
    }
    for picture in &read.silent_pictures {
        findings.push(diag::missing_image_text((path, picture.span), &picture.value));
    }
    let mut ids: Vec<&Written<String>> = Vec::new();
    for id in &read.ids {
        match ids.iter().find(|known| known.value == id.value) {
            Some(first) => findings.push(diag::duplicate_id((path, id.span), &id.value, Some(first.span))),
            None => ids.push(id),
        }
    }
    findings
}

/// Characters that turn the direction of text without being seen.
fn controls(path: &SourcePath, text: &str) -> Vec<Diagnostic> {
    let is_control = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let at = text.char_indices().find(|(_, c)| is_control(*c));
    at.map(|(at, c)| {
        let name = format!("direction mark (U+{:04X})", u32::from(c));
        diag::invisible_control((path, Span::new(at, at + c.len_utf8())), &name)
    })
    .into_iter()
    .collect()
}
