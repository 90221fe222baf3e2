//! `rapporteur build`

use super::options;
use crate::build::{self, Built, KeyPart, Options, Stage, World};
use crate::diag::{Diagnostic, has_errors};
use crate::model::source::SourceSet;
use crate::shell::cli::{Build, Format};
use crate::shell::error::{Exit, ShellError};
use crate::shell::output::{self, Applied, Foreign};
use crate::shell::progress::Progress;
use crate::shell::store::Store;
use crate::shell::timings::Timings;
use crate::shell::verify::{Clean, Compared};
use crate::shell::world::Disk;
use crate::shell::{print, same, scan};
use serde_json::json;
use std::path::{Path, PathBuf};

/// How many files that differ from those of a clean build are named.
const NAMED: usize = 20;

pub fn run(root: &Path, args: &Build) -> Result<Exit, ShellError> {
    make(root, args).map(|(exit, _)| exit)
}

/// Builds and writes the site, unless findings forbid it, and tells what came of it.
pub fn make(root: &Path, args: &Build) -> Result<(Exit, Made), ShellError> {
    let timings = Timings::begin(Progress::new(args.telling.format));
    let mut made = attempt(root, args, (&timings, None))?;
    timings.hush();
    let human = args.telling.format == Format::Human;
    // One document for programs: with timings, the findings stand in it.
    let exit = match human || !args.timings {
        true => print::findings(&made.findings, &made.sources, &args.telling),
        false => print::exit(&made.findings, &args.telling),
    };
    print::notes(&made.store.notes.take());
    let Some(applied) = made.applied.take() else {
        if human {
            print::note(&format!("{} stays as it was", made.output.display()));
        }
        tell(&timings, (&made.findings, &made.sources), args);
        return Ok((exit, made));
    };
    let applied = applied?;
    if human {
        print::out(&print::summary(&made.built.summary));
        print::out(&told(made.built.summary.pages, applied, timings.elapsed()));
    }
    tell(&timings, (&made.findings, &made.sources), args);
    if args.verify {
        verify(root, args, &made)?;
    }
    Ok((exit, made))
}

/// A build and what came of it.
pub struct Made {
    pub store: Store,
    pub options: Options,
    pub sources: SourceSet,
    pub output: PathBuf,
    pub findings: Vec<Diagnostic>,
    pub built: Built,
    /// What was written; none where findings forbade it, and when it has been told.
    pub applied: Option<Result<Applied, ShellError>>,
}

/// All of a build but the telling, so that a test can ask what came of it; and what would if a part of keys were left
/// out.
pub fn attempt(root: &Path, args: &Build, (timings, forgets): (&Timings, Option<KeyPart>)) -> Result<Made, ShellError> {
    let options = options(&args.making)?;
    let output = output::output(root, &args.output_dir)?;
    let store = Store::open(root)?;
    let foreign = if args.force { Foreign::Replaced } else { Foreign::Kept };
    let mut world = Disk::open((root, &output), &store, (foreign, timings));
    world.forgets = forgets;
    world.stage(Stage::Scan, 0, 0);
    let found = same::look(root)?;
    let stamp = same::stamp(&found, &options);
    let last = stamp.and_then(|stamp| same::as_it_was(&world, stamp, options.now));
    if let Some((built, findings)) = last {
        world.stage(Stage::Scan, found.len(), found.len());
        timings.wrote(0);
        // Findings are drawn with the words that they are about.
        let sources = if findings.is_empty() { SourceSet::default() } else { scan::scan(root)? };
        let applied = Some(Ok(Applied { unchanged: world.output.count(), ..Applied::default() }));
        drop(world);
        return Ok(Made { store, options, sources, output, findings, built, applied });
    }
    let mut sources = same::sources(root, &found, &world)?;
    world.stage(Stage::Scan, sources.files.len(), sources.files.len());
    let outcome = build::make(&sources, &options, &world);
    let (built, findings) = (outcome.value, outcome.findings);
    same::fill(root, &mut sources, &findings);
    let applied = if has_errors(&findings) {
        None
    } else {
        same::keep(&world, stamp, options.now, (&built, &findings));
        Some(world.publish(&store))
    };
    Ok(Made { store, options, sources, output, findings, built, applied })
}

/// Builds once more, without a memory, and refuses to call the build done when anything comes out differently.
fn verify(root: &Path, args: &Build, made: &Made) -> Result<(), ShellError> {
    let timings = Timings::begin(Progress::new(args.telling.format));
    let clean = Clean::open((root, &made.output), &made.store.home(&made.output), &timings);
    // Read anew as well: a build that sees at once that nothing changed has read nothing.
    let findings = build::make(&scan::scan(root)?, &made.options, &clean).findings;
    timings.hush();
    let Compared { files, differences } = clean.compared()?;
    if differences.is_empty() && findings == made.findings {
        if args.telling.format == Format::Human {
            print::out(&format!("verified: {} are those of a clean build", print::plural(files, "file")));
        }
        return Ok(());
    }
    for (file, difference) in differences.iter().take(NAMED) {
        print::note(&format!("{file} {difference}"));
    }
    if differences.len() > NAMED {
        print::note(&format!("and {} more", print::plural(differences.len() - NAMED, "file")));
    }
    if findings != made.findings {
        print::note("a clean build finds other mistakes");
    }
    Err(ShellError::refused(
        "the site is not what a clean build makes of its sources: that is a bug of rapporteur",
        "please report it, unless somebody changed these files and set back their times; `rapporteur clean` and then a build \
         mend the site",
    ))
}

/// What was written, in a line.
fn told(pages: usize, applied: Applied, milliseconds: u128) -> String {
    let Applied { written, unchanged, deleted, .. } = applied;
    let pages = print::plural(pages, "page");
    format!("{pages} ({written} written, {unchanged} unchanged, {deleted} deleted) in {milliseconds} ms")
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
