//! `rapporteur inspect FILE`: what is found in one text, for authors in doubt and for programs.

use super::{now, root};
use crate::build::{self, Hints, Inspection, Options};
use crate::model::ids::{InstrumentId, Lang};
use crate::model::manuscript::Drafts;
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::shell::cli::{Format, Inspect};
use crate::shell::error::{Exit, ShellError};
use crate::shell::{print, scan};
use std::fs;
use std::io::Read;
use std::path::Path;

/// Where a text stands that is no file of a site.
const NOWHERE: &str = "content/inspected/2000-01-01-text.md";

pub fn run(named: Option<&Path>, args: &Inspect) -> Result<Exit, ShellError> {
    let from_input = args.file == Path::new("-");
    let root = match (named, from_input) {
        (Some(named), _) => root(Some(named)).ok(),
        (None, true) => scan::find_root(Path::new(".")).ok(),
        (None, false) => {
            scan::find_root(args.file.parent().filter(|p| *p != Path::new("")).unwrap_or(Path::new("."))).ok()
        }
    };
    let mut sources = match &root {
        Some(root) => scan::scan(root)?,
        None => SourceSet::default(),
    };
    let bytes = if from_input {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(ShellError::at("read", Path::new("standard input")))?;
        bytes
    } else {
        fs::read(&args.file).map_err(ShellError::at("read", &args.file))?
    };
    let text = match scan::text(bytes) {
        Content::Text(text) => text,
        _ => return Err(ShellError::refused(format!("{} is not text", args.file.display()), "save it as UTF-8")),
    };
    let placed = inside(root.as_deref(), &args.file).filter(|_| !from_input);
    let path = placed.clone().unwrap_or_else(|| NOWHERE.into());
    let options = Options { now: now(), drafts: Drafts::Shown, base_url: None };
    let site = build::read(&sources, &options).value;
    let hints = Hints { lang: lang(args)?, instrument: instrument(args, site.instruments.is_empty())?, path: &path };
    let mut outcome = build::inspect(&text, &site, &hints);
    let shown = match from_input {
        true => "standard input".to_owned(),
        false => args.file.display().to_string(),
    };
    let shown = placed.unwrap_or_else(|| shown.as_str().into());
    outcome.findings.iter_mut().for_each(|finding| finding.path = shown.clone());
    sources.files.insert(shown, Content::Text(text));
    match args.format {
        Format::Json => print::out(&serde_json::to_string_pretty(&outcome.value).unwrap_or_default()),
        Format::Human => human(&outcome.value),
    }
    let telling = crate::shell::cli::Telling { format: Format::Human, strict: false };
    Ok(print::findings(&outcome.findings, &sources, &telling))
}

/// The file's path within the site, if it is a file of the site that has a kind.
fn inside(root: Option<&Path>, file: &Path) -> Option<SourcePath> {
    let file = file.canonicalize().ok()?;
    let inside = file.strip_prefix(root?).ok()?;
    let path = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
    let is_ours = path.starts_with("content/") && path.ends_with(".md");
    is_ours.then(|| path.into())
}

fn lang(args: &Inspect) -> Result<Option<Lang>, ShellError> {
    let Some(word) = &args.lang else { return Ok(None) };
    let lang = Lang::read(word);
    lang.map(Some).ok_or_else(|| ShellError::refused(format!("`{word}` is not a language"), "write it such as `fr`"))
}

/// The instrument named; for a text outside any site, one that accepts every clause.
fn instrument(args: &Inspect, none_known: bool) -> Result<Option<InstrumentId>, ShellError> {
    let word = match &args.instrument {
        Some(word) => word.as_str(),
        None if none_known => "treaty",
        None => return Ok(None),
    };
    let id = InstrumentId::read(word);
    id.map(Some)
        .ok_or_else(|| ShellError::refused(format!("`{word}` cannot name an instrument"), "write it such as `att`"))
}

fn human(found: &Inspection) {
    let place = |offset: usize, surface: &str| format!("{offset:>7}  {surface}");
    print::out(&print::plural(found.countries.len(), "delegation"));
    for country in &found.countries {
        print::out(&format!("{}  → {}", place(country.offset, &country.surface), country.id));
    }
    print::out(&print::plural(found.clauses.len(), "citation"));
    for clauses in &found.clauses {
        print::out(&format!("{}  → {}", place(clauses.offset, &clauses.surface), clauses.ids.join(" ")));
    }
    print::out(&print::plural(found.statements.len(), "statement"));
    for statement in &found.statements {
        let stance = statement.stance.as_deref().unwrap_or("no stance");
        let on = [statement.clauses.join(" "), statement.issues.join(" ")].join(" ");
        let who = if statement.who.is_empty() { "no attribution".to_owned() } else { statement.who.join(" ") };
        let group = statement.on_behalf_of.as_ref().map_or_else(String::new, |group| format!(" for {group}"));
        let except = statement.except.join(" ");
        let except = if except.is_empty() { except } else { format!(" except {except}") };
        let who = place(statement.offset, &format!("{who}{group}{except}"));
        print::out(&format!("{who}  · {} · {stance} · {}", on.trim(), statement.voice));
    }
    print::out(&print::plural(found.guesses.len(), "guess"));
    for guess in &found.guesses {
        let taken = if guess.ids.is_empty() { "not indexed".to_owned() } else { guess.ids.join(" ") };
        print::out(&format!("{}  → {taken}: {}", place(guess.offset, &guess.surface), guess.why));
    }
}
