//! Pages of earlier builds that no ledger tells of: they are not deleted, for they could be another site's, but whoever
//! builds must hear of them. One of them may show a text that is withheld by now.

use super::{MARK, MARKED};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Files that are named in the note.
const NAMED: usize = 3;

/// What to say of files in `output` that bear our mark and that `is_ours` does not know; nothing where there is none.
pub fn note(output: &Path, is_ours: impl Fn(&str) -> bool) -> Option<String> {
    let mut found: Vec<String> = marked(output).filter_map(|path| name(output, &path)).collect();
    found.retain(|name| !is_ours(name));
    found.sort();
    found.first()?;
    let named = found.iter().take(NAMED).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let more = if found.len() > NAMED { format!(" and {} more", found.len() - NAMED) } else { String::new() };
    let stays = if found.len() == 1 { "it stays: delete it" } else { "they stay: delete them" };
    Some(format!(
        "the list of files that earlier builds wrote is lost, and {named}{more} in {} may be of one of them; {stays} unless \
         you want to publish what is there",
        output.display()
    ))
}

fn name(output: &Path, path: &Path) -> Option<String> {
    let parts = path.strip_prefix(output).ok()?.components().map(|part| part.as_os_str().to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// All files below a folder that bear our mark; links are not followed.
fn marked(folder: &Path) -> Box<dyn Iterator<Item = PathBuf>> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    Box::new(entries.flat_map(|entry| -> Box<dyn Iterator<Item = PathBuf>> {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => marked(&entry.path()),
            Ok(kind) if kind.is_file() => Box::new(Some(entry.path()).into_iter().filter(|path| has_mark(path))),
            _ => Box::new(std::iter::empty()),
        }
    }))
}

fn has_mark(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MARKED).read_to_end(&mut beginning));
    read.is_ok() && beginning.windows(MARK.len()).any(|window| window == MARK)
}
