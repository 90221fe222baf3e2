//! One file for each command; each reads as a recipe.

mod accept;
pub mod build;
mod check;
mod clean;
mod explain;
mod init;
mod inspect;
mod new;
mod new_theme;
mod pdf;
mod serve;
mod theme;

use super::cli::{Cli, Command, Making};
use super::error::{Exit, ShellError};
use super::scan;
use crate::build::Options;
use crate::model::date::Instant;
use crate::model::manuscript::Drafts;
use crate::model::site::BaseUrl;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// Runs the command that the arguments name.
pub fn run(cli: &Cli) -> Result<Exit, ShellError> {
    let root = || root(cli.root.as_deref());
    match &cli.command {
        Command::Build(args) => build::run(&root()?, args),
        Command::Check(args) => check::run(&root()?, args),
        Command::Serve(args) => serve::run(&root()?, args),
        Command::Init { dir } => init::run(dir),
        Command::New(what) => new::run(&root()?, what),
        Command::Theme(what) => theme::run(&root()?, what),
        Command::Inspect(args) => inspect::run(cli.root.as_deref(), args),
        Command::Explain(args) => explain::run(&root()?, args),
        Command::Pdf(args) => pdf::run(&root()?, args),
        Command::Clean { output_dir } => clean::run(&root()?, output_dir),
    }
}

fn root(named: Option<&Path>) -> Result<PathBuf, ShellError> {
    match named {
        Some(named) if named.join("content").is_dir() => {
            named.canonicalize().map_err(ShellError::at("open the folder", named))
        }
        Some(named) => {
            let why = format!("{} is no site: it has no folder `content`", named.display());
            Err(ShellError::refused(why, format!("make one with `rapporteur init {}`", named.display())))
        }
        None => scan::find_root(Path::new(".")),
    }
}

/// What a build must know besides the files.
pub fn options(making: &Making) -> Result<Options, ShellError> {
    let now = match &making.now {
        Some(word) => Instant::read(word).ok_or_else(|| {
            let why = format!("`{word}` is not a moment");
            ShellError::refused(why, "write it with its offset, such as 2013-03-20T18:00:00-04:00")
        })?,
        None => now(),
    };
    let base_url = base_url(making.base_url.as_deref())?;
    let drafts = if making.drafts { Drafts::Shown } else { Drafts::Withheld };
    Ok(Options { now, drafts, base_url })
}

/// Where a site is said to stand on the command line.
fn base_url(word: Option<&str>) -> Result<Option<BaseUrl>, ShellError> {
    let read = |word: &str| {
        BaseUrl::read(word).ok_or_else(|| {
            ShellError::refused(format!("`{word}` is not an address"), "write it such as https://briefings.example/")
        })
    };
    word.map(read).transpose()
}

/// The clock, asked here and nowhere else.
pub fn now() -> Instant {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Instant(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}
