//! What building a whole site costs, beside Hugo with the same reports and `cp -r` of what was built.
//! `cargo bench --bench sites -- [--reports 1000,10000] [--runs 3] [--hugo PATH] [--keep] [--write FOLDER]`
//!
//! A generator writes the same corpus for both; each step of an author's day is run several times and the quickest
//! run is told. `docs/benchmarks.md` says what is in the corpus, and has figures.

mod corpus;
mod dice;
mod hugo;
mod measure;
mod options;
mod prose;
mod rapporteur;
mod steps;
mod table;
mod treaty;
mod words;

use measure::{Cost, Program, cheaper};
use options::Options;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use steps::{Generator, STEPS, Site};

fn main() -> ExitCode {
    let outcome = Options::read(std::env::args().skip(1)).and_then(|options| run(&options));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<(), String> {
    if let Some(folder) = &options.write {
        let reports = options.reports.first().copied().unwrap_or_default();
        steps::write(&folder.join("rapporteur"), rapporteur::files(reports))?;
        return steps::write(&folder.join("hugo"), hugo::files(reports));
    }
    let hugo = options.hugo();
    println!("{}", table::head(hugo.as_deref()));
    for &reports in &options.reports {
        let scratch = Scratch::new(reports, options.keep)?;
        size(reports, options, (hugo.as_deref(), &scratch.folder))?;
    }
    Ok(())
}

/// All steps at one size: a line of the table for each as soon as it is known.
fn size(reports: usize, options: &Options, places: (Option<&Path>, &Path)) -> Result<(), String> {
    let (hugo, scratch) = places;
    let ours =
        Site::new(&scratch.join("rapporteur"), Generator::Rapporteur, Path::new(env!("CARGO_BIN_EXE_rapporteur")));
    steps::write(&ours.folder, rapporteur::files(reports))?;
    let theirs = hugo.map(|hugo| Site::new(&scratch.join("hugo"), Generator::Hugo, hugo));
    if let Some(site) = &theirs {
        steps::write(&site.folder, hugo::files(reports))?;
    }
    let report = corpus::Report::new(reports / 2);
    let mut cold = None;
    for step in STEPS {
        let one = ours.measure(step, &report, options.runs)?;
        let other = match &theirs {
            Some(site) => site.measure(step, &report, options.runs)?,
            None => None,
        };
        cold = cold.or(other.as_ref().map(|figures| figures.cost.wall));
        if let Some(one) = one {
            println!("{}", table::line(reports, step.name(), (&one, other.as_ref(), cold)));
        }
    }
    println!("{}", table::floor(reports, copy(scratch, &ours.output(), options.runs)?, cold));
    Ok(())
}

/// What it costs to copy a folder, the floor under any generator.
fn copy(scratch: &Path, output: &Path, runs: usize) -> Result<Cost, String> {
    let target = scratch.join("copy");
    let mut best: Option<Cost> = None;
    for _ in 0..runs {
        let args = vec!["-r", output.to_str().unwrap_or_default(), target.to_str().unwrap_or_default()];
        let cost = Program { path: Path::new("cp"), args, folder: scratch }.run()?;
        best = Some(best.map_or(cost, |best| cheaper(best, cost)));
        fs::remove_dir_all(&target).map_err(|error| format!("{}: {error}", target.display()))?;
    }
    best.ok_or_else(|| "no run was asked for".to_owned())
}

/// A temporary folder that is gone when we are, unless it is kept.
struct Scratch {
    folder: PathBuf,
    keep: bool,
}

impl Scratch {
    fn new(reports: usize, keep: bool) -> Result<Self, String> {
        let folder = std::env::temp_dir().join(format!("rapporteur-sites-{}-{reports}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self { folder, keep })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if self.keep {
            eprintln!("kept: {}", self.folder.display());
        } else {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
