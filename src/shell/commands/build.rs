//! `rapporteur build`

use super::options;
use crate::build::{self, Built, Stage};
use crate::diag::{Diagnostic, has_errors};
use crate::model::source::SourceSet;
use crate::shell::apply::{self, Foreign, apply};
use crate::shell::cli::{Build, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::progress::Progress;
use crate::shell::store::Store;
use crate::shell::timings::Timings;
use crate::shell::{print, scan};
use serde_json::json;
use std::path::Path;

pub fn run(root: &Path, args: &Build) -> Result<Exit, ShellError> {
    make(root, args).map(|(exit, _)| exit)
}

/// Builds and writes the site; gives it too, unless findings forbid it.
pub fn make(root: &Path, args: &Build) -> Result<(Exit, Option<Built>), ShellError> {
    let timings = Timings::begin(Progress::new(args.telling.format));
    let options = options(&args.making)?;
    let output = apply::output(root, &args.output_dir)?;
    let store = Store::open(root)?;
    timings.stage(Stage::Scan, 0, 0);
    let sources = scan::scan(root)?;
    timings.stage(Stage::Scan, sources.files.len(), sources.files.len());
    let outcome = build::build(&sources, &options);
    timings.hush();
    let human = args.telling.format == Format::Human;
    // One document for programs: with timings, the findings stand in it.
    let exit = match human || !args.timings {
        true => print::findings(&outcome.findings, &sources, &args.telling),
        false => print::exit(&outcome.findings, &args.telling),
    };
    if has_errors(&outcome.findings) {
        if human {
            print::note(&format!("{} stays as it was", output.display()));
        }
        tell(&timings, (&outcome.findings, &sources), args);
        return Ok((exit, None));
    }
    let (built, findings) = (outcome.value, outcome.findings);
    let foreign = if args.force { Foreign::Replaced } else { Foreign::Kept };
    timings.stage(Stage::Apply, 0, built.artifacts.len());
    let applied = apply((root, &output), &built.artifacts, &store, foreign)?;
    timings.stage(Stage::Apply, built.artifacts.len(), built.artifacts.len());
    timings.hush();
    if human {
        print::out(&print::summary(&built.summary));
        print::out(&format!(
            "{} ({} written, {} unchanged, {} deleted) in {} ms",
            print::plural(built.summary.pages, "page"),
            applied.written,
            applied.unchanged,
            applied.deleted,
            timings.elapsed()
        ));
    }
    tell(&timings, (&findings, &sources), args);
    Ok((exit, Some(built)))
}

/// Prints the timings, if they were asked for.
fn tell(timings: &Timings, (findings, sources): (&[Diagnostic], &SourceSet), args: &Build) {
    match args.telling.format {
        _ if !args.timings => {}
        Format::Human => print::out(timings.table().trim_end()),
        Format::Json => {
            print::json(&json!({ "findings": print::list(findings, sources), "timings": timings.json() }));
        }
    }
}
