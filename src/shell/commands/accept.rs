//! `rapporteur check --accept`: the author's word on a guess, written into the file.

use super::options;
use crate::build::{self, Options};
use crate::diag::{Code, Diagnostic, Severity, line_and_column};
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::shell::cli::Check;
use crate::shell::error::ShellError;
use crate::shell::{print, scan};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Words of a file to be replaced: a range of bytes and what stands there instead.
type Edit = (std::ops::Range<usize>, String);

/// Writes the override for each place named; refuses all of them if one is no guess.
pub fn run(root: &Path, args: &Check) -> Result<(), ShellError> {
    let sources = scan::scan(root)?;
    let options = options(&args.making)?;
    let findings = build::check(&sources, &options, &|_| None).findings;
    let guesses: Vec<&Diagnostic> = findings.iter().filter(|finding| finding.code == Code::Guess).collect();
    let mut edits: BTreeMap<SourcePath, Vec<Edit>> = BTreeMap::new();
    for word in &args.accept {
        let (place, id) = word.split_once('=').map_or((word.as_str(), None), |(place, id)| (place, Some(id)));
        let place = &*within(root, place);
        let guess = guesses.iter().find(|guess| place_of(guess, &sources).is_some_and(|known| known == place));
        let Some(guess) = guess else { return Err(no_guess(place, &guesses, &sources)) };
        let text = override_of(guess, id)?;
        edits.entry(guess.path.clone()).or_default().push((guess.span.start..guess.span.end, text));
    }
    tried(&sources, &edits, (&findings, &options))?;
    for (path, mut edits) in edits {
        let Some(text) = sources.text(&path) else { continue };
        edits.sort_by_key(|(range, _)| range.start);
        edits.dedup();
        if edits.windows(2).any(|pair| pair[1].0.start < pair[0].0.end) {
            let why = format!("one guess of {path} is settled in two ways");
            return Err(ShellError::refused(why, "name each place once"));
        }
        let file = root.join(&*path);
        // Byte offsets are those of the text as scanned: a file with a byte order mark keeps it.
        let written = fs::read_to_string(&file).map_err(ShellError::at("read", &file))?;
        let mark = written.len() - written.trim_start_matches('\u{feff}').len();
        if written[mark..].replace("\r\n", "\n") != **text {
            return Err(ShellError::refused(format!("{path} has changed meanwhile"), "check again"));
        }
        let ends = (written.matches("\r\n").count(), written.matches('\n').count());
        if ends.0 > 0 && ends.0 < ends.1 {
            let why = format!("{path} has line ends of two kinds, and one of them would be lost");
            return Err(ShellError::refused(why, "save it with one kind"));
        }
        replace(&file, edited(&written[mark..], text, &edits, &written[..mark]).as_bytes())?;
        for (range, words) in edits {
            let (line, column) = line_and_column(text, range.start);
            print::note(&format!("{path}:{line}:{column}: {words}"));
        }
    }
    Ok(())
}

/// A place as findings name it, from one with the site's whole path before it.
fn within<'a>(root: &Path, place: &'a str) -> Cow<'a, str> {
    let inside = Path::new(place).strip_prefix(root).ok();
    inside.map_or(Cow::Borrowed(place), |inside| inside.to_string_lossy())
}

/// Refuses edits that would be mistakes themselves: a code that nobody has, a clause that no draft has.
fn tried(
    sources: &SourceSet,
    edits: &BTreeMap<SourcePath, Vec<Edit>>,
    before: (&[Diagnostic], &Options),
) -> Result<(), ShellError> {
    let (known, options) = before;
    let mut fresh = sources.clone();
    for (path, edits) in edits {
        let Some(text) = sources.text(path) else { continue };
        let mut edits = edits.clone();
        edits.sort_by_key(|(range, _)| range.start);
        edits.dedup();
        if edits.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start) {
            let text = edited(text, text, &edits, "");
            fresh.files.insert(path.clone(), Content::Text(text.into()));
        }
    }
    let is_new = |finding: &&Diagnostic| {
        let same =
            |old: &Diagnostic| (old.code, &old.message, &old.path) == (finding.code, &finding.message, &finding.path);
        finding.severity() == Severity::Error && !known.iter().any(same)
    };
    let findings = build::check(&fresh, options, &|_| None).findings;
    match findings.iter().find(is_new) {
        Some(wrong) => Err(ShellError::refused(wrong.message.clone(), wrong.label.clone())),
        None => Ok(()),
    }
}

/// Writes a source beside the old one and renames, with the same rights: the author's words are never half there.
fn replace(file: &Path, bytes: &[u8]) -> Result<(), ShellError> {
    let file = file.canonicalize().map_err(ShellError::at("open", file))?;
    let rights = fs::metadata(&file).map_err(ShellError::at("read", &file))?.permissions();
    let fresh = file.with_extension("rapporteur-new");
    let written = fs::write(&fresh, bytes).and_then(|()| fs::set_permissions(&fresh, rights));
    let done = written.and_then(|()| fs::rename(&fresh, &file));
    if done.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    done.map_err(ShellError::at("write", &file))
}

/// The file with its edits, its line ends as they were.
fn edited(written: &str, text: &Arc<str>, edits: &[Edit], mark: &str) -> String {
    let mut out = String::with_capacity(written.len() + 100);
    let mut from = 0;
    for (range, words) in edits {
        out.push_str(&text[from..range.start]);
        out.push_str(words);
        from = range.end;
    }
    out.push_str(&text[from..]);
    let out = if written.contains("\r\n") { out.replace('\n', "\r\n") } else { out };
    format!("{mark}{out}")
}

fn place_of(finding: &Diagnostic, sources: &SourceSet) -> Option<String> {
    let (line, column) = line_and_column(sources.text(&finding.path)?, finding.span.start);
    Some(format!("{}:{line}:{column}", finding.path))
}

fn no_guess(place: &str, guesses: &[&Diagnostic], sources: &SourceSet) -> ShellError {
    let known: Vec<String> = guesses.iter().filter_map(|guess| place_of(guess, sources)).take(8).collect();
    let instead = match known.is_empty() {
        true => "there is no guess in this site".to_owned(),
        false => format!("guesses are at {}", known.join(", ")),
    };
    ShellError::refused(format!("there is no guess at {place}"), instead)
}

/// The words to write: the guess's own reading, or the one that the author names instead.
fn override_of(guess: &Diagnostic, id: Option<&str>) -> Result<String, ShellError> {
    let Some(accept) = guess.accept.clone() else {
        return Err(ShellError::refused("this guess stands in a link, where no other can be written", &guess.label));
    };
    let Some(id) = id else { return Ok(accept) };
    // In a statement's first line a code stands by itself.
    let Some((words, destination)) = accept.rsplit_once("](") else { return Ok(id.to_owned()) };
    let scheme = destination.split(':').next().unwrap_or_default();
    let fits = !id.is_empty() && !id.contains(['(', ')', ' ', '[', ']']);
    if !fits {
        return Err(ShellError::refused(format!("`{id}` names nothing"), "write a code such as `KOR`, or `none`"));
    }
    Ok(format!("{words}]({scheme}:{id})"))
}
