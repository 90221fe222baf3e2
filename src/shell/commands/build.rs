//! `rapporteur build`

use super::options;
use crate::build;
use crate::diag::has_errors;
use crate::shell::cli::{Build, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::output::{self, Foreign};
use crate::shell::store::Store;
use crate::shell::world::Disk;
use crate::shell::{print, scan};
use std::path::{Path, PathBuf};
use std::time::Instant;

/// A site that stands in its output folder.
pub struct Made {
    pub output: PathBuf,
    /// All its files, relative to the folder.
    pub files: Vec<String>,
    /// The path of its base address.
    pub base: String,
}

pub fn run(root: &Path, args: &Build) -> Result<Exit, ShellError> {
    make(root, args).map(|(exit, _)| exit)
}

/// Builds and writes the site; gives it and the files that it has too, unless findings forbid it.
pub fn make(root: &Path, args: &Build) -> Result<(Exit, Option<Made>), ShellError> {
    let begun = Instant::now();
    let options = options(&args.making)?;
    let output = output::output(root, &args.output_dir)?;
    let store = Store::open(root)?;
    let foreign = if args.force { Foreign::Replaced } else { Foreign::Kept };
    let world = Disk::open((root, &output), &store, foreign);
    let sources = scan::scan(root)?;
    let outcome = build::make(&sources, &options, &world);
    let exit = print::findings(&outcome.findings, &sources, &args.telling);
    let human = args.telling.format == Format::Human;
    if has_errors(&outcome.findings) {
        if human {
            print::note(&format!("{} stays as it was", output.display()));
        }
        return Ok((exit, None));
    }
    let built = outcome.value;
    let applied = world.publish(&store);
    store.notes.take().iter().for_each(|note| print::note(&format!("note: {note}")));
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
    let home = store.home(&output);
    let files = home.ledger().map_or_else(Vec::new, |ledger| ledger.files());
    Ok((exit, Some(Made { base: built.base, files, output })))
}
