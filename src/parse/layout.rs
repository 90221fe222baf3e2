//! Decides what a file is by where it lies, and nothing else.

use crate::model::date::Date;
use std::borrow::Cow;

/// What a path under `content/` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role<'a> {
    Site,
    Delegations,
    Conference {
        folder: &'a str,
    },
    Report {
        folder: &'a str,
        stem: &'a str,
    },
    Instrument {
        folder: &'a str,
    },
    Draft {
        folder: &'a str,
        date: Option<Date>,
    },
    AboutDelegation {
        id: &'a str,
    },
    AboutClause {
        instrument: &'a str,
        eid: &'a str,
    },
    Plain {
        stem: &'a str,
    },
    /// A conference's glossary.
    Glossary {
        folder: &'a str,
    },
    /// Markdown or YAML where none is read: why, and what to do.
    Misplaced {
        why: &'static str,
        instead: Cow<'static, str>,
    },
    /// What an editor or a system left beside a file. It may hold what its author withholds: nobody reads or copies it.
    LeftBehind,
    Asset,
}

/// A file's role and, for Markdown, the language its name ends in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<'a> {
    pub role: Role<'a>,
    pub suffix: Option<&'a str>,
}

/// The role of the file at `path`, from the site's root.
pub fn place(path: &str) -> Placed<'_> {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let folders: Vec<&str> = inside.split('/').collect();
    let plain = |role| Placed { role, suffix: None };
    let name = folders.last().copied().unwrap_or_default();
    if is_left_behind(name) {
        return plain(Role::LeftBehind);
    }
    if let Some(role) = other_ending(name) {
        return plain(role);
    }
    match folders.as_slice() {
        ["site.yaml"] => return plain(Role::Site),
        ["delegations.yaml"] => return plain(Role::Delegations),
        [folder, name] if !RESERVED.contains(folder) => {
            if let Some(suffix) = glossary(name) {
                return Placed { role: Role::Glossary { folder }, suffix };
            }
        }
        _ => {}
    }
    let Some(name) = folders.last().and_then(|name| name.strip_suffix(".md")) else {
        let yaml = inside.ends_with(".yaml") || inside.ends_with(".yml");
        return plain(if yaml { misplaced_yaml(folders.len()) } else { Role::Asset });
    };
    let (stem, suffix) = match name.split_once('.') {
        Some((stem, suffix)) => (stem, Some(suffix)),
        None => (name, None),
    };
    Placed { role: markdown(&folders, stem), suffix }
}

/// Folders of `content/` that are no conferences.
const RESERVED: [&str; 4] = ["countries", "groups", "clauses", "instruments"];

/// The language that a glossary's name ends in, if it is one's name: `glossary.yaml`, `glossary.fr.yaml`.
fn glossary(name: &str) -> Option<Option<&str>> {
    match name.strip_prefix("glossary.")?.strip_suffix("yaml")? {
        "" => Some(None),
        suffix => suffix.strip_suffix('.').filter(|lang| !lang.contains('.')).map(Some),
    }
}

fn markdown<'a>(folders: &[&'a str], stem: &'a str) -> Role<'a> {
    match folders {
        [_] if stem == "_index" => misplaced(
            "the site's own front page is made by the theme and has no _index.md",
            "put its words into `tagline` in content/site.yaml, or name it about.md",
        ),
        [_] => Role::Plain { stem },
        ["countries" | "groups", _] => Role::AboutDelegation { id: stem },
        ["clauses", instrument, _] => Role::AboutClause { instrument, eid: stem },
        ["instruments", folder, _] if stem == "_index" => Role::Instrument { folder },
        ["instruments", _, name] if is_index(name) => misplaced("an instrument is read from `_index.md`", RENAME),
        ["instruments", folder, _] => Role::Draft { folder, date: Date::read(stem) },
        ["countries" | "groups" | "clauses" | "instruments", ..] => {
            misplaced("no file of Markdown is read here", "see the site's layout in docs/authoring.md")
        }
        [folder, _] if stem == "_index" => Role::Conference { folder },
        [_, name] if is_index(name) => misplaced("a conference is read from `_index.md`", RENAME),
        [folder, _] => Role::Report { folder, stem },
        _ => misplaced(
            "a report stands directly in its conference's folder",
            "move it up, beside the conference's _index.md",
        ),
    }
}

const RENAME: &str = "rename it to _index.md";

fn misplaced<'a>(why: &'static str, instead: &'static str) -> Role<'a> {
    Role::Misplaced { why, instead: instead.into() }
}

/// Whether a file is the one that a folder's conference is read from, or was meant to be: `_Index.md`, `index.fr.md`.
pub fn is_index(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    ["_index", "index"].iter().any(|known| stem.eq_ignore_ascii_case(known))
}

/// Whether a name is of a backup, a lock, or what a system leaves in every folder.
fn is_left_behind(name: &str) -> bool {
    let lower = name.to_lowercase();
    let begins = ["~$", ".", "#"].iter().any(|sign| lower.starts_with(sign));
    let ends = lower.ends_with(['~', '#']) || lower.rsplit_once('.').is_some_and(|(_, last)| BACKUPS.contains(&last));
    // `a.md_old`, `a.md (1)`, `a.md.v2`: a copy of a text under a name that hides what it is.
    let copy = lower.split_once(".md").is_some_and(|(_, rest)| rest.starts_with(|c: char| !c.is_alphanumeric()));
    let is_text = [".md", ".md.txt"].iter().any(|ending| lower.ends_with(ending));
    begins || ends || copy && !is_text || matches!(lower.as_str(), "thumbs.db" | "desktop.ini")
}

/// Endings of backups and of files that are still being written.
const BACKUPS: [&str; 13] =
    ["bak", "backup", "old", "orig", "rej", "save", "sav", "swo", "swp", "temp", "tmp", "part", "crdownload"];

/// A text whose name does not end in `.md` as it must.
fn other_ending(name: &str) -> Option<Role<'static>> {
    let lower = name.to_lowercase();
    let endings = [".markdown", ".mdown", ".mdwn", ".mkdn", ".mkd", ".md.txt", ".md"];
    let ending = endings.iter().find(|ending| lower.ends_with(*ending)).filter(|_| !name.ends_with(".md"))?;
    let stem = name.get(..name.len().checked_sub(ending.len())?)?;
    Some(Role::Misplaced {
        why: "a text is read where its name ends in `.md`",
        instead: format!("rename it to {stem}.md").into(),
    })
}

fn misplaced_yaml<'a>(depth: usize) -> Role<'a> {
    if depth == 1 {
        return misplaced("no file of this name is read", "site.yaml and delegations.yaml are the two that are");
    }
    misplaced(
        "no YAML is read here",
        "site.yaml and delegations.yaml stand in content/ itself, glossary.yaml beside a conference's _index.md",
    )
}

/// The day that a file's name begins with: `2013-03-18-opening`.
pub fn date_of(stem: &str) -> Option<Date> {
    let day = stem.get(..10)?;
    let rest = &stem[10..];
    (rest.is_empty() || rest.starts_with('-')).then(|| Date::read(day)).flatten()
}

/// Why a name that seems to begin with a date has none, and the name that would; none for a name without anything
/// like one.
pub fn nearly_dated(stem: &str) -> Option<(String, Option<String>)> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (year, rest) = stem.split_at_checked(digits(stem).min(4)).filter(|(year, _)| year.len() == 4)?;
    let (month, day, rest) = match rest.as_bytes().first()? {
        b'-' | b'_' | b' ' => {
            let month = rest[1..].split_at_checked(digits(&rest[1..]))?;
            let day = month.1.strip_prefix(['-', '_', ' '])?;
            let day = day.split_at_checked(digits(day))?;
            (month.0, day.0, day.1)
        }
        _ => (rest.get(..2)?, rest.get(2..4)?, rest.get(4..)?),
    };
    let number = |word: &str| word.parse::<u8>().ok().filter(|_| word.len() <= 2);
    let date = format!("{year}-{:02}-{:02}", number(month)?, number(day)?);
    let begins = &stem[..stem.len() - rest.len()];
    if Date::read(&date).is_none() {
        return Some((format!("`{begins}` in its name is no day of the calendar"), None));
    }
    let rest = rest.trim_start_matches(['-', '_', ' ']);
    let name = if rest.is_empty() { date } else { format!("{date}-{rest}") };
    let why = match begins.len() == name.len().min(10) && name.starts_with(begins) {
        true => format!("a hyphen stands between the date in a name and its words, not as in `{stem}`"),
        false => format!("a date in a name has four, two and two digits with hyphens, not as in `{begins}`"),
    };
    Some((why, Some(name)))
}
