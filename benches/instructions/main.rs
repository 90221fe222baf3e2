//! How many instructions the program takes for an author's steps on a small site, counted by callgrind, so that a
//! regression shows on a machine that is busy with other things. `cargo bench --bench instructions [-- --write]`
//!
//! Prints the totals and the hot stages, and fails when a total is more than a tenth above that in `figures.txt`;
//! `--write` puts today's totals there. With `--profile dev` it is the program that `cargo build` makes, as in
//! `tests/run`, which need not compile another; each profile has figures of its own. Counts differ from one machine and compiler to the next by what the libraries
//! choose, and by much less from one run to the next: one thread, a fixed clock and a fixed environment.

mod callgrind;
#[path = "../sites/corpus.rs"]
mod corpus;
#[path = "../sites/dice.rs"]
mod dice;
mod figures;
#[path = "../sites/prose.rs"]
mod prose;
#[path = "../sites/rapporteur.rs"]
mod rapporteur;
#[path = "../sites/treaty.rs"]
mod treaty;
#[path = "../sites/words.rs"]
mod words;

use callgrind::Count;
use figures::Figures;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Two conferences' worth.
const REPORTS: usize = 40;

/// The report that is edited.
const EDITED: usize = 17;

/// What is measured, in this order on one site.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Version,
    Cold,
    Nothing,
    Body,
    Title,
}

const STEPS: [Step; 5] = [Step::Version, Step::Cold, Step::Nothing, Step::Body, Step::Title];

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Version => "--version",
            Self::Cold => "cold build",
            Self::Nothing => "nothing changed",
            Self::Body => "one body edited",
            Self::Title => "one title edited",
        }
    }

    fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Version => &["--version"],
            _ => &["build", "--now", "2030-01-01T00:00:00Z"],
        }
    }

    /// What an author does before the build.
    fn edit(self, site: &Path) -> std::io::Result<()> {
        let path = site.join("content").join(corpus::Report::new(EDITED).path());
        match self {
            Self::Version | Self::Cold | Self::Nothing => Ok(()),
            Self::Body => {
                let text = fs::read_to_string(&path)?;
                fs::write(&path, text + "\nNorway added a word on Article 6.\n")
            }
            Self::Title => {
                let text = fs::read_to_string(&path)?;
                fs::write(&path, text.replacen("title: \"", "title: \"Anew: ", 1))
            }
        }
    }
}

fn main() -> ExitCode {
    let write = std::env::args().any(|arg| arg == "--write");
    match run(write) {
        Ok(failed) => ExitCode::from(u8::from(failed > 0)),
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// Measures all steps; gives how many took too many instructions.
fn run(write: bool) -> Result<usize, String> {
    let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("instructions");
    write_site(&site).map_err(|error| format!("{}: {error}", site.display()))?;
    let mut counts = Vec::new();
    for step in STEPS {
        step.edit(&site).map_err(|error| format!("{}: {error}", site.display()))?;
        counts.push((step.name(), callgrind::count(&site, step.arguments())?));
    }
    let _ = fs::remove_dir_all(&site);
    print!("{}", stages(&counts));
    let mut figures = Figures::read()?;
    if write {
        figures.write(&counts)?;
    }
    let (table, failed) = figures.compare(&counts);
    print!("\n{table}\n{} passed, {failed} failed\n", counts.len() - failed);
    Ok(failed)
}

fn write_site(site: &Path) -> std::io::Result<()> {
    if site.exists() {
        fs::remove_dir_all(site)?;
    }
    for (path, text) in rapporteur::files(REPORTS) {
        let path = site.join(path);
        fs::create_dir_all(path.parent().unwrap_or(site))?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// The stages as a table, in millions of instructions with all that they call.
fn stages(counts: &[(&str, Count)]) -> String {
    let heads: Vec<&str> = counts.iter().map(|(name, _)| *name).collect();
    let mut table =
        format!("| millions of instructions | {} |\n|---|{}\n", heads.join(" | "), "--:|".repeat(heads.len()));
    let millions = |count: u64| format!("{:.1}", count as f64 / 1e6);
    for (at, (stage, _)) in callgrind::STAGES.iter().enumerate() {
        let line = counts.iter().map(|(_, count)| count.stages[at].map_or_else(|| "–".to_owned(), millions));
        table += &format!("| {stage} | {} |\n", line.collect::<Vec<_>>().join(" | "));
    }
    let totals: Vec<String> = counts.iter().map(|(_, count)| millions(count.total)).collect();
    table + &format!("| all | {} |\n", totals.join(" | "))
}
