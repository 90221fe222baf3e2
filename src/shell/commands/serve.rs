//! `rapporteur serve`: a build, and then its pages for the author alone.

use super::build::{self, Made};
use crate::shell::cli::{Build, Format, Making, Serve, Telling};
use crate::shell::error::{Exit, ShellError};
use crate::shell::preview::{self, Kept, Shown};
use crate::shell::print;
use std::path::Path;
use std::sync::Arc;

pub fn run(root: &Path, args: &Serve) -> Result<Exit, ShellError> {
    let (exit, made) = build::make(root, &as_build(args))?;
    let shown = Arc::new(Shown::new(&made.built.base));
    shown.findings(print::told(&made.findings, &made.sources));
    shown.replace(&made.built.base, standing(&made));
    // The next build, by whomever, must not find the memory taken.
    drop(made);
    preview::serve(&shown, root, args)?;
    Ok(exit)
}

/// The build that a preview begins with.
fn as_build(args: &Serve) -> Build {
    let Making { drafts, now, base_url } = &args.making;
    Build {
        making: Making { drafts: *drafts, now: now.clone(), base_url: base_url.clone() },
        telling: Telling { format: Format::Human, strict: false },
        output_dir: args.output_dir.clone(),
        force: args.force,
        timings: false,
        verify: false,
    }
}

/// The files of the output, by the ledger: those of this build, or, where findings forbade it, of the last good one.
fn standing(made: &Made) -> Vec<(String, Kept)> {
    let Some(ledger) = made.store.home(&made.output).ledger() else { return Vec::new() };
    let file = |row| {
        let name = ledger.file(row).to_owned();
        let kept = Kept::stands(made.output.join(&name), ledger.entry(row).digest);
        (name, kept)
    };
    (0..ledger.len()).map(file).collect()
}
