//! An author's day: what is edited before each build, and what the build then costs.

use super::corpus::Report;
use super::measure::{self, Cost, Program, cheaper};
use super::{hugo, rapporteur};
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Cold,
    Nothing,
    Body,
    Title,
    Template,
    Registry,
}

pub const STEPS: [Step; 6] = [Step::Cold, Step::Nothing, Step::Body, Step::Title, Step::Template, Step::Registry];

impl Step {
    pub fn name(self) -> &'static str {
        match self {
            Self::Cold => "cold build",
            Self::Nothing => "nothing changed",
            Self::Body => "one body edited",
            Self::Title => "one title edited",
            Self::Template => "one template edited",
            Self::Registry => "registry edited",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    Rapporteur,
    Hugo,
}

/// What a step cost, and what it wrote.
pub struct Figures {
    pub cost: Cost,
    pub files: usize,
    pub bytes: u64,
}

/// A site on the disk and who builds it.
pub struct Site {
    pub folder: PathBuf,
    generator: Generator,
    program: PathBuf,
}

impl Site {
    pub fn new(folder: &Path, generator: Generator, program: &Path) -> Self {
        Self { folder: folder.to_owned(), generator, program: program.to_owned() }
    }

    pub fn output(&self) -> PathBuf {
        self.folder.join("public")
    }

    /// Takes a step several times, each time with another edit; nothing where the generator has no such step.
    pub fn measure(&self, step: Step, report: &Report, runs: usize) -> Result<Option<Figures>, String> {
        if step == Step::Registry && self.generator == Generator::Hugo {
            return Ok(None);
        }
        let mut best: Option<Figures> = None;
        for run in 1..=runs {
            self.edit(step, report, run).map_err(|error| format!("{}: {error}", self.folder.display()))?;
            let before = measure::files(&self.output()).unwrap_or_default();
            let cost = self.build()?;
            let after = measure::files(&self.output()).map_err(|error| error.to_string())?;
            let (files, bytes) = measure::written(&before, &after);
            let cost = best.as_ref().map_or(cost, |best| cheaper(best.cost, cost));
            best = Some(Figures { cost, files, bytes });
        }
        Ok(best)
    }

    fn build(&self) -> Result<Cost, String> {
        let cache = self.folder.join("cache");
        let args = match self.generator {
            Generator::Rapporteur => vec!["build", "--strict"],
            Generator::Hugo => vec![
                "--noBuildLock",
                "--logLevel",
                "error",
                "--panicOnWarning",
                "--cacheDir",
                cache.to_str().unwrap_or_default(),
            ],
        };
        Program { path: &self.program, args, folder: &self.folder }.run()
    }

    fn edit(&self, step: Step, report: &Report, run: usize) -> std::io::Result<()> {
        let content = self.folder.join("content");
        let path = content.join(report.path());
        match step {
            Step::Cold => {
                for left in ["public", ".rapporteur", "resources", "cache"] {
                    let left = self.folder.join(left);
                    if left.exists() {
                        fs::remove_dir_all(left)?;
                    }
                }
                Ok(())
            }
            Step::Nothing => Ok(()),
            Step::Body => {
                let text = fs::read_to_string(&path)?;
                fs::write(&path, text + &format!("\nAdded later, for the {run}. time.\n"))
            }
            Step::Title => {
                let text = fs::read_to_string(&path)?;
                fs::write(&path, text.replacen("title: \"", &format!("title: \"{run}: "), 1))
            }
            Step::Template => match self.generator {
                Generator::Rapporteur => fs::write(self.folder.join(rapporteur::TEMPLATE), rapporteur::template(run)),
                Generator::Hugo => fs::write(self.folder.join(hugo::TEMPLATE), hugo::template(run)),
            },
            Step::Registry => fs::write(content.join("delegations.yaml"), rapporteur::registry(run)),
        }
    }
}

/// Writes a corpus.
pub fn write(folder: &Path, files: impl Iterator<Item = (String, String)>) -> Result<(), String> {
    for (path, text) in files {
        let path = folder.join(path);
        let told = |error: std::io::Error| format!("{}: {error}", path.display());
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(told)?;
        fs::write(&path, text).map_err(told)?;
    }
    Ok(())
}
