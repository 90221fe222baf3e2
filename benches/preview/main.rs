//! How long after a save the preview serves the new bytes, beside `hugo server` on the same reports.
//! `cargo bench --bench preview -- [--reports 1000,10000] [--edits 100] [--hugo PATH]`
//!
//! A file is written as a plain program writes it; the page's address is asked for once a millisecond over one connection
//! until its bytes are others; then nothing happens until the server takes no processor time any more. Prints a table in
//! Markdown. `docs/benchmarks.md` says what is in the corpus.

#[path = "../sites/corpus.rs"]
mod corpus;
#[path = "../sites/dice.rs"]
mod dice;
mod edits;
mod http;
#[path = "../sites/hugo.rs"]
mod hugo;
#[path = "../sites/prose.rs"]
mod prose;
#[path = "../sites/rapporteur.rs"]
mod rapporteur;
mod served;
mod table;
#[path = "../sites/treaty.rs"]
mod treaty;
#[path = "../sites/words.rs"]
mod words;

use edits::{Edit, Place};
use served::{Generator, Served};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use table::Figures;

/// How long a server is watched that has nothing to do.
const IDLE: Duration = Duration::from_secs(5);
/// A template is edited once where a report is edited so often, and a server started likewise.
const RARELY: usize = 10;

/// A page that stayed as it was so often is not asked for again.
const HOPELESS: usize = 3;

struct Options {
    reports: Vec<usize>,
    edits: usize,
    hugo: Option<PathBuf>,
}

fn main() -> ExitCode {
    match read(std::env::args().skip(1)).and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

fn read(mut args: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut options = Options { reports: vec![1000], edits: 100, hugo: None };
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("`{arg}` needs a value"));
        let number = |word: &str| word.parse().ok().filter(|n| *n > 0).ok_or_else(|| format!("`{word}` is no number"));
        match arg.as_str() {
            "--reports" => options.reports = value()?.split(',').map(number).collect::<Result<_, _>>()?,
            "--edits" => options.edits = number(&value()?)?,
            "--hugo" => options.hugo = Some(value()?.into()),
            // What cargo adds.
            "--bench" => {}
            _ => return Err(format!("`{arg}` is unknown; there are --reports 1000,10000, --edits 100, --hugo PATH")),
        }
    }
    Ok(options)
}

fn run(options: &Options) -> Result<(), String> {
    println!("{}", table::head());
    for &reports in &options.reports {
        let scratch = std::env::temp_dir().join(format!("rapporteur-preview-{}-{reports}", std::process::id()));
        let measured = size(reports, options, &scratch);
        let _ = fs::remove_dir_all(&scratch);
        measured?;
    }
    Ok(())
}

/// Everything at one size.
fn size(reports: usize, options: &Options, scratch: &Path) -> Result<(), String> {
    let report = edits::edited(reports)?;
    let ours = Generator::Rapporteur(PathBuf::from(env!("CARGO_BIN_EXE_rapporteur")));
    let ours = one(reports, (ours, &scratch.join("rapporteur")), &report, options.edits)?;
    let theirs = match &options.hugo {
        Some(hugo) => {
            let hugo = hugo.canonicalize().map_err(|error| format!("{}: {error}", hugo.display()))?;
            Some(one(reports, (Generator::Hugo(hugo), &scratch.join("hugo")), &report, options.edits)?)
        }
        None => None,
    };
    for (at, (what, figures)) in ours.iter().enumerate() {
        println!("{}", table::line(reports, what, figures, theirs.as_ref().map(|theirs| &theirs[at].1)));
    }
    Ok(())
}

/// Everything with one generator, by what was measured.
fn one(
    reports: usize,
    (generator, folder): (Generator, &Path),
    report: &corpus::Report,
    times: usize,
) -> Result<Vec<(String, Figures)>, String> {
    edits::write(folder, &generator, reports)?;
    let place = Place { folder, generator: &generator, report };
    let page = place.page();
    let mut served = Served::start(&generator, folder)?;
    served.until_shown(&page)?;
    let mut measured = Vec::new();
    for edit in place.edits()? {
        let times = if matches!(edit, Edit::Template) { times.div_ceil(RARELY) } else { times };
        let _tab = matches!(edit, Edit::Template).then(|| served.look_at(&page)).transpose()?;
        let what = place.name(&edit);
        let mut waits = Vec::new();
        for time in 1..=times {
            served.quiet()?;
            waits.push(served.wait_for_other(&place.address(&edit), || place.edit(&edit, time))?);
            if waits.iter().filter(|wait| wait.is_none()).count() == HOPELESS {
                break;
            }
        }
        let figures = Figures::Waits(waits);
        // What was measured is not lost where what follows cannot be.
        eprintln!("{}: {}", generator.name(), table::line(reports, &what, &figures, None));
        measured.push((what, figures));
    }
    served.quiet()?;
    measured.push(("processor time while nothing changes".to_owned(), Figures::Share(served.busy(IDLE)?)));
    drop(served);
    let mut starts = Vec::new();
    for _ in 0..times.div_ceil(RARELY) {
        let mut served = Served::start(&generator, folder)?;
        starts.push(Some(served.until_shown(&page)?));
        served.quiet()?;
    }
    measured.push(("first page after the start".to_owned(), Figures::Waits(starts)));
    Ok(measured)
}
