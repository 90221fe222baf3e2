//! `rapporteur build`

use super::options;
use crate::build::{self, Built};
use crate::diag::{Diagnostic, has_errors};
use crate::model::source::SourceSet;
use crate::shell::apply::{self, Applied, Foreign, apply};
use crate::shell::cli::{Build, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::store::Store;
use crate::shell::{print, scan};
use std::path::{Path, PathBuf};
use std::time::Instant;

pub fn run(root: &Path, args: &Build) -> Result<Exit, ShellError> {
    make(root, args).map(|(exit, _)| exit)
}

/// Builds and writes the site, and tells it; gives it too, unless findings forbid it.
pub fn make(root: &Path, args: &Build) -> Result<(Exit, Option<Built>), ShellError> {
    let begun = Instant::now();
    let made = attempt(root, args)?;
    let exit = print::findings(&made.findings, &made.sources, &args.telling);
    let human = args.telling.format == Format::Human;
    let Some(applied) = made.applied else {
        if human {
            print::note(&format!("{} stays as it was", made.output.display()));
        }
        return Ok((exit, None));
    };
    let applied = applied?;
    if human {
        let summary = &made.built.summary;
        print::out(&print::summary(summary));
        print::out(&format!(
            "{} ({} written, {} unchanged, {} deleted) in {} ms",
            print::plural(summary.pages, "page"),
            applied.written,
            applied.unchanged,
            applied.deleted,
            begun.elapsed().as_millis()
        ));
    }
    Ok((exit, Some(made.built)))
}

/// A build that nobody has been told about yet.
pub struct Made {
    pub sources: SourceSet,
    pub output: PathBuf,
    pub findings: Vec<Diagnostic>,
    pub built: Built,
    /// What was written; none where findings forbade it.
    pub applied: Option<Result<Applied, ShellError>>,
}

/// All of a build but the telling, so that a test can ask what came of it.
pub fn attempt(root: &Path, args: &Build) -> Result<Made, ShellError> {
    let options = options(&args.making)?;
    let output = apply::output(root, &args.output_dir)?;
    let store = Store::open(root)?;
    let sources = scan::scan(root)?;
    let outcome = build::build(&sources, &options);
    let (built, findings) = (outcome.value, outcome.findings);
    let foreign = if args.force { Foreign::Replaced } else { Foreign::Kept };
    let applied = (!has_errors(&findings)).then(|| apply((root, &output), &built.artifacts, &store, foreign));
    Ok(Made { sources, output, findings, built, applied })
}
