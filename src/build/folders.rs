//! What is wrong with where files lie, seen in the whole folder: texts under other endings, reports without a
//! conference, two drafts of one day.

use super::read::Texts;
use super::reports::Reports;
use crate::compose::original;
use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::ids::{InstrumentId, Lang};
use crate::model::manuscript::{Kind, Manuscript};
use crate::model::source::{Content, SourcePath, SourceSet, Span};
use crate::parse::layout::{Role, is_index, place};
use std::collections::{BTreeMap, BTreeSet};

/// Texts that nobody reads for the ending of their names: they must not be copied as they are either.
pub fn other_endings(sources: &SourceSet) -> Vec<Diagnostic> {
    let finding = |(path, content): (&SourcePath, &Content)| match (content, place(path).role) {
        (Content::Asset { .. } | Content::Picture { .. }, Role::Misplaced { why, instead })
            if path.starts_with("content/") =>
        {
            Some(diag::misplaced_file(path, why, &instead))
        }
        _ => None,
    };
    sources.files.iter().filter_map(finding).collect()
}

/// Folders that hold reports or a glossary and nothing that a conference could be read from, each told at its first
/// file. Where that file is there and wrong, its own finding says so.
pub fn homeless(sources: &SourceSet, reports: &Reports) -> Vec<Diagnostic> {
    let inside = |path: &SourcePath| {
        let (folder, name) = path.strip_prefix("content/")?.split_once('/')?;
        (!name.contains('/')).then(|| (folder.to_owned(), name.to_owned()))
    };
    let named = sources.files.keys().filter_map(inside).filter(|(_, name)| is_index(name));
    let homes: BTreeSet<String> = named.map(|(folder, _)| folder).collect();
    let mut told = BTreeSet::new();
    let mut findings = Vec::new();
    for path in sources.files.keys() {
        let folder = match place(path).role {
            Role::Report { folder, .. } if reports.languages.contains_key(&original(path)) => folder,
            Role::Glossary { folder } => folder,
            _ => continue,
        };
        if !homes.contains(folder) && told.insert(folder) {
            let why = format!("the folder `{folder}` is no conference yet");
            findings.push(diag::misplaced_file(path, &why, &format!("add content/{folder}/_index.md")));
        }
    }
    findings
}

/// Takes out drafts of an instrument that have the date of another: a draft's date is its address.
pub fn of_one_day(texts: &mut Texts, first: &Lang) -> Vec<Diagnostic> {
    let mut days: BTreeMap<(InstrumentId, Date), SourcePath> = BTreeMap::new();
    let mut findings = Vec::new();
    texts.retain(|path, languages: &mut BTreeMap<Lang, Manuscript>| {
        let Some(Kind::Draft(matter)) = languages.get(first).map(|text| &text.kind) else { return true };
        let day = (matter.instrument.clone(), matter.date);
        let Some(other) = days.get(&day) else {
            days.insert(day, path.clone());
            return true;
        };
        findings.push(diag::same_day((path, Span::default()), &matter.date.to_string(), other));
        false
    });
    findings
}
