//! `rapporteur serve`: a build, then its pages on this machine alone.

use super::build;
use crate::shell::cli::{Build, Format, Serve, Telling};
use crate::shell::error::{Exit, ShellError};
use crate::shell::serve;
use std::path::Path;

pub fn run(root: &Path, args: &Serve) -> Result<Exit, ShellError> {
    let making = &args.making;
    let build_args = Build {
        making: crate::shell::cli::Making {
            drafts: making.drafts,
            now: making.now.clone(),
            base_url: making.base_url.clone(),
        },
        telling: Telling { format: Format::Human, strict: false },
        output_dir: args.output_dir.clone(),
        force: args.force,
        timings: false,
        verify: false,
    };
    let (exit, built) = build::make(root, &build_args)?;
    if let Some(made) = built {
        serve::serve(made, args.port)?;
    }
    Ok(exit)
}
