//! `rapporteur check`: all of a build but the writing.

use super::{accept, options};
use crate::build;
use crate::shell::cli::{Check, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::joins::{self, Joins};
use crate::shell::{print, scan, untranslated};
use std::path::Path;

pub fn run(root: &Path, args: &Check) -> Result<Exit, ShellError> {
    if !args.accept.is_empty() {
        accept::run(root, args)?;
    }
    let options = options(&args.making)?;
    let sources = scan::scan(root)?;
    if args.i18n {
        let outcome = build::untranslated(&sources, &options);
        untranslated::print(&outcome.value, args.telling.format);
        if !outcome.findings.is_empty() {
            let found = print::plural(outcome.findings.len(), "finding");
            print::note(&format!("{found} beside this: run `rapporteur check`"));
        }
        return Ok(Exit::Fine);
    }
    let outcome = build::check(&sources, &options, &|path| scan::bytes(root, path));
    let exit = print::findings(&outcome.findings, &sources, &args.telling);
    if args.telling.format == Format::Human {
        joins::print(&outcome.value.lineages, if args.joins { Joins::Each } else { Joins::Counted });
    }
    if outcome.findings.is_empty() && args.telling.format == Format::Human {
        print::out(&format!("nothing wrong: {}", print::summary(&outcome.value.summary)));
    }
    Ok(exit)
}
