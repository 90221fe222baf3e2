//! `rapporteur check --accept`: the author's word on a guess, written into the file.

use super::options;
use crate::build;
use crate::diag::{Code, Diagnostic, line_and_column};
use crate::model::source::{SourcePath, SourceSet};
use crate::shell::cli::Check;
use crate::shell::error::ShellError;
use crate::shell::{print, scan};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// Words of a file to be replaced: a range of bytes and what stands there instead.
type Edit = (std::ops::Range<usize>, String);

/// Writes the override for each place named; refuses all of them if one is no guess.
pub fn run(root: &Path, args: &Check) -> Result<(), ShellError> {
    let sources = scan::scan(root)?;
    let findings = build::build(&sources, &options(&args.making)?).findings;
    let guesses: Vec<&Diagnostic> = findings.iter().filter(|finding| finding.code == Code::Guess).collect();
    let mut edits: BTreeMap<SourcePath, Vec<Edit>> = BTreeMap::new();
    for word in &args.accept {
        let (place, id) = word.split_once('=').map_or((word.as_str(), None), |(place, id)| (place, Some(id)));
        let guess = guesses.iter().find(|guess| place_of(guess, &sources).is_some_and(|known| known == place));
        let Some(guess) = guess else { return Err(no_guess(place, &guesses, &sources)) };
        let text = override_of(guess, id)?;
        edits.entry(guess.path.clone()).or_default().push((guess.span.start..guess.span.end, text));
    }
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
    let accept = guess.accept.clone().unwrap_or_default();
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
