//! `rapporteur new report`, `new conference` and `new theme`: files that a person only has to fill.

use super::{new_theme, now};
use crate::compose::slug;
use crate::model::date::Date;
use crate::shell::cli::New;
use crate::shell::error::{Exit, ShellError};
use crate::shell::print;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

pub fn run(root: &Path, what: &New) -> Result<Exit, ShellError> {
    let (path, text) = match what {
        New::Theme { name, extends } => return new_theme::run(root, name, extends),
        New::Report { title, conference, date } => {
            let date = day(date.as_deref())?;
            let folder = conference_folder(root, conference.as_deref())?;
            (folder.join(format!("{date}-{}.md", slug(title))), report(title))
        }
        New::Conference { title, id, start } => {
            let start = day(start.as_deref())?;
            let id = id.as_deref().map_or_else(|| slug(title), slug);
            (root.join("content").join(id).join("_index.md"), conference(title, start))
        }
    };
    write(&path, &text)?;
    print::out(&path.strip_prefix(root).unwrap_or(&path).display().to_string());
    if matches!(what, New::Report { .. }) {
        print::note("it is marked `draft: true`: see it with --drafts, and delete that line to publish it");
    }
    Ok(Exit::Fine)
}

fn day(word: Option<&str>) -> Result<Date, ShellError> {
    let Some(word) = word else { return Ok(Date::of(now())) };
    Date::read(word)
        .ok_or_else(|| ShellError::refused(format!("`{word}` is not a date"), "write it such as 2013-03-20"))
}

/// The conference named, or the one that began last.
fn conference_folder(root: &Path, named: Option<&str>) -> Result<PathBuf, ShellError> {
    let content = root.join("content");
    let folders = fs::read_dir(&content).map_err(ShellError::at("read the folder", &content))?;
    let mut conferences: Vec<(String, PathBuf)> = folders
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.join("_index.md").is_file())
        .map(|path| (begins(&path), path))
        .collect();
    conferences.sort();
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    match named {
        Some(named) => {
            conferences.iter().find(|(_, path)| name(path) == named).map(|(_, path)| path.clone()).ok_or_else(|| {
                let known: Vec<String> = conferences.iter().map(|(_, path)| name(path)).collect();
                let near = crate::diag::nearest(named, known.iter().map(String::as_str));
                let instead = near.map_or_else(
                    || format!("the conferences are: {}", known.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                ShellError::refused(format!("no conference is called `{named}`"), instead)
            })
        }
        None => conferences.pop().map(|(_, path)| path).ok_or_else(|| {
            let why = format!("{} holds no conference yet", content.display());
            ShellError::refused(why, "begin one with `rapporteur new conference \"Its title\"`")
        }),
    }
}

/// The line of a conference's front matter that says when it began: enough to sort by.
fn begins(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("_index.md")).unwrap_or_default();
    text.lines().find_map(|line| line.strip_prefix("start:")).unwrap_or_default().trim().to_owned()
}

/// A title as YAML needs it.
fn quoted(title: &str) -> String {
    serde_json::to_string(title).unwrap_or_default()
}

fn report(title: &str) -> String {
    format!(
        "---\ntitle: {}\n# session: morning\n# summary: One sentence for lists and feeds.\nauthors: []\ndraft: true\n---\n\n\
         Write what was said, and name countries and clauses as you would anywhere: they are found by themselves.\n\n\
         > [!STATEMENT] Norway · Article 1 · supports\n> What was said, in one paragraph.\n",
        quoted(title)
    )
}

fn conference(title: &str, start: Date) -> String {
    format!(
        "---\ntitle: {}\nstart: {start}\n# end: {start}\n# place: New York\n# instruments: [folder-under-content-instruments]\n\
         # issues:\n#   - {{id: scope, title: Scope}}\n---\n\nWhat the conference is about, in a paragraph.\n",
        quoted(title)
    )
}

/// Writes a file that must not be there yet.
pub fn write(path: &Path, text: &str) -> Result<(), ShellError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(ShellError::at("make the folder", folder))?;
    }
    if path.exists() {
        let why = format!("{} is there already", path.display());
        return Err(ShellError::refused(why, "choose another title: nothing is written over"));
    }
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(ShellError::at("make the file", path))?;
    file.write_all(text.as_bytes()).map_err(ShellError::at("write", path))
}
