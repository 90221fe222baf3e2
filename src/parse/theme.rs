//! `theme.yaml`: what a theme is called, what it extends, which versions of the program it is for; and the options that a
//! theme or a site chooses.

use super::fields::Fields;
use super::yaml::{self, Entry, Node, NodeKind};
use crate::diag::{self, Outcome};
use crate::model::colour::Colour;
use crate::model::manuscript::Written;
use crate::model::source::SourcePath;
use crate::model::theme::{Paper, ThemeOptions};

#[derive(Clone, Debug, Default)]
pub struct ThemeMatter {
    pub name: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub extends: Option<Written<String>>,
    pub requires: Option<Written<Versions>>,
    pub paper: Paper,
    /// `home` → the blocks of its template that can be left out.
    pub blocks: Vec<(Written<String>, Vec<Written<String>>)>,
    pub options: ThemeOptions,
}

/// A range of versions as cargo writes it: `>=0.1, <0.3`.
#[derive(Clone, Debug)]
pub struct Versions(semver::VersionReq);

impl Versions {
    fn read(text: &str) -> Option<Self> {
        semver::VersionReq::parse(text).ok().map(Self)
    }

    /// Whether a version such as `0.1.0` lies in it.
    pub fn have(&self, version: &str) -> bool {
        semver::Version::parse(version).is_ok_and(|version| self.0.matches(&version))
    }
}

pub fn theme(path: &SourcePath, text: &str) -> Outcome<ThemeMatter> {
    let (document, mut findings) = yaml::read(path, text, 0);
    let mut fields = Fields::new(path, &document.entries, document.span);
    let matter = ThemeMatter {
        name: fields.text("name"),
        title: fields.text("title"),
        description: fields.text("description"),
        extends: fields.written("extends"),
        requires: versions(&mut fields),
        paper: paper(&mut fields),
        blocks: blocks(&mut fields),
        options: options(&mut fields, "options"),
    };
    for key in ["licence", "extra"] {
        fields.allow(key);
    }
    findings.extend(fields.finish());
    Outcome::new(matter, findings)
}

fn versions(fields: &mut Fields) -> Option<Written<Versions>> {
    let written = fields.written("requires")?;
    let versions = Versions::read(&written.value);
    if versions.is_none() {
        let at = (fields.path, written.span);
        fields.findings.push(diag::bad_form(at, "requires", &written.value, "versions such as `\">=0.1, <0.3\"`"));
    }
    versions.map(|value| Written { value, span: written.span })
}

fn paper(fields: &mut Fields) -> Paper {
    let Some((entries, span)) = fields.map("paper") else { return Paper::default() };
    let mut item = Fields::new(fields.path, entries, span);
    let [light, dark] = ["light", "dark"].map(|key| {
        let written = item.list(key);
        written.into_iter().filter_map(|written| read(&mut item, key, written)).map(|colour| colour.value).collect()
    });
    fields.findings.extend(item.finish());
    Paper { light, dark }
}

/// The options under `key`: of a theme, or of a site.
pub fn options(fields: &mut Fields, key: &'static str) -> ThemeOptions {
    let Some((entries, span)) = fields.map(key) else { return ThemeOptions::default() };
    let mut item = Fields::new(fields.path, entries, span);
    let options = ThemeOptions {
        accent: colour(&mut item, "accent"),
        accent_dark: colour(&mut item, "accent_dark"),
        logo: item.written("logo"),
        footer: item.text("footer"),
        blocks: blocks(&mut item),
    };
    fields.findings.extend(item.finish());
    options
}

const COLOUR: &str = "a colour between quotation marks, such as `\"#7a1f1f\"`";

fn colour(fields: &mut Fields, key: &'static str) -> Option<Written<Colour>> {
    // YAML takes a `#` outside quotation marks for the beginning of a comment.
    if let Some(span) = fields.emptied(key) {
        fields.findings.push(diag::wrong_type((fields.path, span), key, COLOUR));
    }
    let written = fields.written(key)?;
    read(fields, key, written)
}

fn read(fields: &mut Fields, key: &str, written: Written<String>) -> Option<Written<Colour>> {
    let colour = Colour::read(&written.value);
    if colour.is_none() {
        fields.findings.push(diag::bad_form((fields.path, written.span), key, &written.value, COLOUR));
    }
    colour.map(|value| Written { value, span: written.span })
}

/// Lists of blocks by the template that they are of: `{home: [newest, conferences]}`.
fn blocks(fields: &mut Fields) -> Vec<(Written<String>, Vec<Written<String>>)> {
    let Some((entries, _)) = fields.map("blocks") else { return Vec::new() };
    entries.iter().map(|entry| (template(entry), names(fields, &entry.value))).collect()
}

fn template(entry: &Entry) -> Written<String> {
    Written { value: entry.key.clone(), span: entry.key_span }
}

fn names(fields: &mut Fields, node: &Node) -> Vec<Written<String>> {
    let items = match &node.kind {
        NodeKind::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut names = Vec::new();
    for item in items {
        match &item.kind {
            NodeKind::Scalar { text, .. } => names.push(Written { value: text.clone(), span: item.span }),
            _ => {
                let at = (fields.path, item.span);
                fields.findings.push(diag::wrong_type(at, "blocks", "`{home: [newest, conferences]}`"));
            }
        }
    }
    names
}
