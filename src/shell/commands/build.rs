//! `rapporteur build`

use super::options;
use crate::build::{self, Built};
use crate::diag::has_errors;
use crate::shell::cli::{Build, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::output::{self, Foreign};
use crate::shell::store::Store;
use crate::shell::world::Disk;
use crate::shell::{print, scan};
use std::path::Path;
use std::time::Instant;

pub fn run(root: &Path, args: &Build) -> Result<Exit, ShellError> {
    make(root, args).map(|(exit, _)| exit)
}

/// Builds and writes the site; gives it too, unless findings forbid it.
pub fn make(root: &Path, args: &Build) -> Result<(Exit, Option<Built>), ShellError> {
    let begun = Instant::now();
    let options = options(&args.making)?;
    let output = output::output(root, &args.output_dir)?;
    let store = Store::open(root)?;
    let sources = scan::scan(root)?;
    let outcome = build::build(&sources, &options);
    let exit = print::findings(&outcome.findings, &sources, &args.telling);
    let human = args.telling.format == Format::Human;
    if has_errors(&outcome.findings) {
        if human {
            print::note(&format!("{} stays as it was", output.display()));
        }
        return Ok((exit, None));
    }
    let built = outcome.value;
    let foreign = if args.force { Foreign::Replaced } else { Foreign::Kept };
    let world = Disk::open((root, &output), &store, foreign);
    world.output.emit_all(&built.artifacts);
    let applied = world.publish(&store);
    print::notes(&store.notes.take());
    let applied = applied?;
    if human {
        print::out(&print::summary(&built.summary));
        print::out(&format!(
            "{} ({} written, {} unchanged, {} deleted) in {} ms",
            print::plural(built.summary.pages, "page"),
            applied.written,
            applied.unchanged,
            applied.deleted,
            begun.elapsed().as_millis()
        ));
    }
    Ok((exit, Some(built)))
}
