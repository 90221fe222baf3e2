//! Decides what a file is by where it lies, and nothing else.

use crate::model::date::Date;

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
        instead: &'static str,
    },
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
        [_] if stem == "_index" => Role::Misplaced {
            why: "the site's own front page is made by the theme and has no _index.md",
            instead: "put its words into `tagline` in content/site.yaml, or name it about.md",
        },
        [_] => Role::Plain { stem },
        ["countries" | "groups", _] => Role::AboutDelegation { id: stem },
        ["clauses", instrument, _] => Role::AboutClause { instrument, eid: stem },
        ["instruments", folder, _] if stem == "_index" => Role::Instrument { folder },
        ["instruments", folder, _] => Role::Draft { folder, date: Date::read(stem) },
        ["countries" | "groups" | "clauses" | "instruments", ..] => Role::Misplaced {
            why: "no file of Markdown is read here",
            instead: "see the site's layout in docs/authoring.md",
        },
        [folder, _] if stem == "_index" => Role::Conference { folder },
        [folder, _] => Role::Report { folder, stem },
        _ => Role::Misplaced {
            why: "a report stands directly in its conference's folder",
            instead: "move it up, beside the conference's _index.md",
        },
    }
}

fn misplaced_yaml<'a>(depth: usize) -> Role<'a> {
    if depth == 1 {
        return Role::Misplaced {
            why: "no file of this name is read",
            instead: "site.yaml and delegations.yaml are the two that are",
        };
    }
    Role::Misplaced {
        why: "no YAML is read here",
        instead: "site.yaml and delegations.yaml stand in content/ itself, glossary.yaml beside a conference's _index.md",
    }
}

/// The day that a file's name begins with: `2013-03-18-opening`.
pub fn date_of(stem: &str) -> Option<Date> {
    let day = stem.get(..10)?;
    let rest = &stem[10..];
    (rest.is_empty() || rest.starts_with('-')).then(|| Date::read(day)).flatten()
}
