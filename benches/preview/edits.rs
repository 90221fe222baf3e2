//! What an author saves, and which page then has to be another.

use super::corpus::{Delegation, Report, delegations};
use super::served::Generator;
use super::{hugo, rapporteur, treaty};
use std::fs;
use std::path::{Path, PathBuf};

/// A clause that many reports cite, and one that few do.
const CLAUSES: [usize; 2] = [1, treaty::ARTICLE_COUNT];

/// One of the countries that are named least.
const RARE: &str = "Tuvalu";

pub enum Edit {
    /// Other words in the report, on whose page they stand.
    Body,
    /// The report names a country, or no more.
    Country(Delegation, &'static str),
    /// It cites an article, or no more.
    Clause(usize, &'static str),
    /// The template of reports, one of which is looked at.
    Template,
}

/// A site on the disk, and the report of it that is edited.
pub struct Place<'a> {
    pub folder: &'a Path,
    pub generator: &'a Generator,
    pub report: &'a Report,
}

/// A report in the middle that has nothing to do with what is added to it.
pub fn edited(reports: usize) -> Result<Report, String> {
    let is_apart = |report: &Report| {
        let text = super::prose::body(report);
        let names = delegations().into_iter().take(1).map(|one| one.name.to_owned()).chain([RARE.to_owned()]);
        let mut words = names.chain(CLAUSES.map(|article| format!("Article {article}")));
        words.all(|word| !text.contains(&word))
            && report.clauses.iter().all(|clause| !CLAUSES.contains(&clause.article))
    };
    let mut all = (reports / 2..reports).chain(0..reports / 2).map(Report::new);
    all.find(is_apart).ok_or_else(|| "every report has the words that are to be added".to_owned())
}

/// Writes the corpus.
pub fn write(folder: &Path, generator: &Generator, reports: usize) -> Result<(), String> {
    let files: Box<dyn Iterator<Item = (String, String)>> = match generator {
        Generator::Rapporteur(_) => Box::new(rapporteur::files(reports)),
        Generator::Hugo(_) => Box::new(hugo::files(reports)),
    };
    for (path, text) in files {
        let path = folder.join(path);
        let told = |error: std::io::Error| format!("{}: {error}", path.display());
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(told)?;
        fs::write(&path, text).map_err(told)?;
    }
    Ok(())
}

impl Place<'_> {
    /// The address of the report's page.
    pub fn page(&self) -> String {
        format!("/{}/", self.report.path().trim_end_matches(".md"))
    }

    /// All edits.
    pub fn edits(&self) -> Result<Vec<Edit>, String> {
        let all = delegations();
        let often = all.first().copied().ok_or("the corpus has no countries")?;
        let rare = all.into_iter().find(|one| one.name == RARE).ok_or("the corpus lacks the rare country")?;
        Ok(vec![
            Edit::Body,
            Edit::Country(often, "often"),
            Edit::Country(rare, "rarely"),
            Edit::Clause(CLAUSES[0], "often"),
            Edit::Clause(CLAUSES[1], "rarely"),
            Edit::Template,
        ])
    }

    pub fn name(&self, edit: &Edit) -> String {
        match edit {
            Edit::Body => "the report’s page".to_owned(),
            Edit::Country(_, how) => format!("page of a country that is {how} named"),
            Edit::Clause(_, how) => format!("page of a clause that is {how} cited"),
            Edit::Template => "a page that is looked at, after an edit of its template".to_owned(),
        }
    }

    /// The page that an edit changes.
    pub fn address(&self, edit: &Edit) -> String {
        match (edit, self.generator) {
            (Edit::Body | Edit::Template, _) => self.page(),
            (Edit::Country(delegation, _), _) => country(*delegation),
            (Edit::Clause(article, _), Generator::Rapporteur(_)) => format!("/clauses/tt/art_{article}/"),
            (Edit::Clause(article, _), Generator::Hugo(_)) => format!("/clauses/art_{article}/"),
        }
    }

    /// Makes an edit for the first, second… time: what is added the first time is taken away the second.
    pub fn edit(&self, edit: &Edit, time: usize) -> std::io::Result<()> {
        let (name, term) = match edit {
            Edit::Body => (format!("The debate went on for a {time}. hour"), None),
            Edit::Country(delegation, _) => {
                (format!("{} spoke", delegation.name), Some(("countries", delegation.name.to_owned())))
            }
            Edit::Clause(article, _) => {
                (format!("It went back to Article {article}"), Some(("clauses", format!("art_{article}"))))
            }
            Edit::Template => return self.edit_template(time),
        };
        let path = self.file();
        let text = fs::read_to_string(&path)?;
        let (own, _) = text.split_once(ADDED).unwrap_or((&text, ""));
        let own = match &term {
            Some((list, term)) => own.replace(&format!("{list}:\n  - {term}\n"), &format!("{list}:\n")),
            None => own.to_owned(),
        };
        if term.is_some() && time.is_multiple_of(2) {
            return fs::write(path, own);
        }
        let own = match (term, self.generator) {
            // What Hugo is told in the front matter rapporteur finds in the sentence.
            (Some((list, term)), Generator::Hugo(_)) => {
                own.replacen(&format!("{list}:\n"), &format!("{list}:\n  - {term}\n"), 1)
            }
            _ => own,
        };
        fs::write(path, format!("{own}{ADDED}{name}.\n"))
    }

    fn edit_template(&self, time: usize) -> std::io::Result<()> {
        match self.generator {
            Generator::Rapporteur(_) => fs::write(self.folder.join(rapporteur::TEMPLATE), rapporteur::template(time)),
            Generator::Hugo(_) => fs::write(self.folder.join(hugo::TEMPLATE), hugo::template(time)),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.join("content").join(self.report.path())
    }
}

/// What stands before the sentence that is added.
const ADDED: &str = "\nLater that day: ";

fn country(delegation: Delegation) -> String {
    format!("/countries/{}/", delegation.name.to_lowercase().replace(' ', "-"))
}
