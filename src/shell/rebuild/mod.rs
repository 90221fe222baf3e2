//! A build in a loop: again whenever sources changed or an embargo passed, until it is stopped. Nothing ends it but that:
//! what goes wrong is told, and what stood stays.

mod differences;
mod terminal;

pub use terminal::Terminal;

use super::ShellError;
use super::cli::{Build, Format};
use super::commands::build::{Made, attempt};
use super::commands::now;
use super::progress::Progress;
use super::store::Ledger;
use super::timings::Timings;
use super::watch::{Change, Signal};
use crate::build::Summary;
use crate::diag::{Diagnostic, has_errors};
use crate::model::date::Instant;
use crate::model::digest::Digest;
use crate::model::source::SourceSet;
use differences::differences;
use std::collections::BTreeSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// When a build is tried again that another process was in the way of.
const SOON: Duration = Duration::from_millis(100);
/// When one is tried again that the disk was in the way of: at first, and at the most, as each failure doubles it.
const LATER: Duration = Duration::from_secs(1);
const LATEST: Duration = Duration::from_secs(30);
/// When one is tried again whose sources vanished while they were read, and how often before that is told.
const AT_ONCE: Duration = Duration::from_millis(20);
const VANISHED: u32 = 3;
/// The clock is asked so often while something waits for it: timers stand still while a computer sleeps.
const GLANCE: Duration = Duration::from_secs(60);

/// Who is told what comes of each build.
pub trait Audience {
    /// A build came to its end, with mistakes or without.
    fn turn(&self, turn: &Turn);
    /// The world was in the way of a build: what was shown holds. None when it no longer is.
    fn failed(&self, error: Option<&ShellError>);
    /// Something that the user should know, each thing once.
    fn note(&self, note: &str);
}

/// What came of a build.
pub struct Turn<'a> {
    pub cause: &'a Cause,
    /// The output folder, and the path of the site's base address.
    pub output: &'a Path,
    pub base: &'a str,
    /// Files that are other than at the last turn, and files that are gone, by the names of the ledger: at the first turn,
    /// and where the base address moved, all. With errors among the findings nothing was written.
    pub put: Vec<(String, Digest)>,
    pub gone: Vec<String>,
    pub findings: &'a [Diagnostic],
    /// With the words that findings are about.
    pub sources: &'a SourceSet,
    pub summary: &'a Summary,
    pub milliseconds: u128,
}

/// Why a build is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    Start,
    Changed(Change),
    /// An embargo passed, or a text expired.
    Clock,
}

/// Builds the site at `root` at once and after each signal, until `Signal::Stop`.
pub fn run((root, args): (&Path, &Build), signals: &Receiver<Signal>, audience: &[&dyn Audience]) {
    let (shown, base, failing, notes) = (None, None, None, BTreeSet::new());
    let mut turns = Turns { root, args, audience, shown, base, failures: 0, failing, notes };
    let mut cause = Cause::Start;
    loop {
        let next = turns.turn(&cause);
        match turns.wait(signals, (&next, cause)) {
            Some(next) => cause = next,
            None => return,
        }
    }
}

/// When to build again if no source changes.
enum Next {
    /// When the clock shows this; or never.
    At(Option<Instant>),
    /// After a while, since this failed.
    Again(Duration),
}

struct Turns<'a> {
    root: &'a Path,
    args: &'a Build,
    audience: &'a [&'a dyn Audience],
    /// What the audience was shown last, and where that stands on its host.
    shown: Option<Ledger>,
    base: Option<String>,
    /// How often in a row the world was in the way, and what was told of it.
    failures: u32,
    failing: Option<String>,
    notes: BTreeSet<String>,
}

impl Turns<'_> {
    fn turn(&mut self, cause: &Cause) -> Next {
        let timings = Timings::begin(Progress::new(Format::Human));
        // A bug that one edit brings to light must not take the preview away.
        let made = catch_unwind(AssertUnwindSafe(|| self.attempt(&timings)));
        timings.hush();
        let Ok(made) = made else {
            self.fail(&ShellError::refused(
                "rapporteur came upon a mistake of its own, which it told above",
                "please report it; the preview goes on with the next change",
            ));
            return Next::At(None);
        };
        match made.and_then(|made| self.tell(made, (cause, &timings))) {
            Ok(until) => {
                self.failures = 0;
                if self.failing.take().is_some() {
                    self.audience.iter().for_each(|audience| audience.failed(None));
                }
                // `--now` lets the clock stand.
                Next::At(until.filter(|_| self.args.making.now.is_none()))
            }
            Err(error) => self.fail(&error),
        }
    }

    fn attempt(&self, timings: &Timings) -> Result<Made, ShellError> {
        // A folder that is being replaced is no reason to delete all pages.
        if !self.root.join("content").is_dir() {
            let why = format!("{} has no folder `content` any more", self.root.display());
            return Err(ShellError::refused(why, "bring it back: until then the pages stay as they were"));
        }
        attempt(self.root, self.args, (timings, None))
    }

    /// Tells what came of a build; gives the moment at which it holds no longer.
    fn tell(&mut self, made: Made, (cause, timings): (&Cause, &Timings)) -> Result<Option<Instant>, ShellError> {
        let Made { store, sources, output, findings, built, applied, .. } = made;
        applied.transpose()?;
        store.notes.take().iter().for_each(|note| self.note(note));
        let ledger = store.home(&output).ledger();
        // Others may build while this waits.
        drop(store);
        // With mistakes the ledger is of the last good pages: they are shown behind them, where they stood.
        let before = self.base.take();
        let base = before.clone().filter(|_| has_errors(&findings)).unwrap_or(built.base);
        let moved = before.as_ref() != Some(&base);
        let (mut put, gone) = differences(self.shown.as_ref(), ledger.as_ref());
        if moved {
            put = differences(None, ledger.as_ref()).0;
        }
        let turn = Turn {
            cause,
            output: &output,
            base: &base,
            put,
            gone,
            findings: &findings,
            sources: &sources,
            summary: &built.summary,
            milliseconds: timings.elapsed(),
        };
        self.audience.iter().for_each(|audience| audience.turn(&turn));
        (self.shown, self.base) = (ledger, Some(base));
        Ok(built.until)
    }

    /// Tells once what was in the way; says when to try again.
    fn fail(&mut self, error: &ShellError) -> Next {
        self.failures += 1;
        let vanished = matches!(error, ShellError::Io { error, .. } if error.kind() == io::ErrorKind::NotFound);
        if vanished && self.failures <= VANISHED {
            return Next::Again(AT_ONCE);
        }
        let words = error.to_string();
        if self.failing.as_ref() != Some(&words) {
            self.audience.iter().for_each(|audience| audience.failed(Some(error)));
            self.failing = Some(words);
        }
        match error {
            ShellError::Held { .. } => Next::Again(SOON),
            _ => Next::Again(LATEST.min(LATER * 2_u32.pow((self.failures - 1).min(5)))),
        }
    }

    /// Waits for a reason to build; none when it is time to stop. Signals that came during a build are one.
    fn wait(&mut self, signals: &Receiver<Signal>, (next, last): (&Next, Cause)) -> Option<Cause> {
        loop {
            let wait = match next {
                Next::Again(wait) => Some(*wait),
                Next::At(until) => until.map(left),
            };
            let signal = match wait {
                Some(wait) => signals.recv_timeout(wait),
                None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match signal {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Signal::Note(note)) => self.note(&note),
                Ok(Signal::Changed(change)) => return self.gather(signals, (next, last), change),
                Err(RecvTimeoutError::Timeout) => match next {
                    Next::Again(_) => return Some(last),
                    Next::At(until) if until.is_some_and(|until| until <= now()) => return Some(Cause::Clock),
                    Next::At(_) => {}
                },
            }
        }
    }

    /// A change and all others that wait, and what the last build failed to do.
    fn gather(&mut self, signals: &Receiver<Signal>, (next, last): (&Next, Cause), change: Change) -> Option<Cause> {
        let mut change = change;
        for signal in signals.try_iter() {
            match signal {
                Signal::Stop => return None,
                Signal::Note(note) => self.note(&note),
                Signal::Changed(other) => change = change.and(other),
            }
        }
        Some(match (next, last) {
            (Next::Again(_), Cause::Changed(undone)) => Cause::Changed(undone.and(change)),
            (Next::Again(_), Cause::Start) => Cause::Start,
            _ => Cause::Changed(change),
        })
    }

    fn note(&mut self, note: &str) {
        if self.notes.insert(note.to_owned()) {
            self.audience.iter().for_each(|audience| audience.note(note));
        }
    }
}

impl Cause {
    /// What changed, from the site's root. What came and went between two builds is nobody's concern.
    pub fn files(&self, root: &Path) -> Vec<String> {
        let Self::Changed(change) = self else { return Vec::new() };
        let name = |path: &PathBuf| path.strip_prefix(root).unwrap_or(path).display().to_string();
        let there: Vec<String> = change.paths().iter().filter(|path| path.exists()).map(name).collect();
        if there.is_empty() { change.paths().iter().map(name).collect() } else { there }
    }
}

/// How long until the clock is to be asked, for something that waits for `until`.
fn left(until: Instant) -> Duration {
    let seconds = u64::try_from(until.0.saturating_sub(now().0)).unwrap_or_default();
    // The clock tells whole seconds.
    GLANCE.min(Duration::from_secs(seconds)).max(AT_ONCE)
}
