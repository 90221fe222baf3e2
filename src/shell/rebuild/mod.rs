//! A build in a loop: again whenever sources changed or an embargo passed, until it is stopped. Nothing ends it but that:
//! what goes wrong is told, and what stood stays.

mod differences;
mod session;
mod terminal;

pub use terminal::Terminal;

use super::ShellError;
use super::cli::{Build, Format};
use super::commands::now;
use super::held::Held;
use super::preview::{Bytes, Kept};
use super::progress::Progress;
use super::store::Ledger;
use super::timings::Timings;
use super::watch::{Change, Signal};
use crate::build::Summary;
use crate::diag::Diagnostic;
use crate::model::date::Instant;
use crate::model::source::SourceSet;
use std::collections::BTreeSet;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
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
pub trait Audience: Sync {
    /// A build came to its end, with mistakes or without.
    fn turn(&self, turn: &Turn);
    /// The world was in the way of a build: what was shown holds. None when it no longer is.
    fn failed(&self, error: Option<&ShellError>);
    /// Something that the user should know, each thing once.
    fn note(&self, note: &str);
    /// The addresses of pages that somebody looks at, which are made first.
    fn looked_at(&self) -> Vec<String> {
        Vec::new()
    }
    /// Such a page as soon as it is made, with files made before it. Where a mistake is found afterwards, the turn puts
    /// back what was there.
    fn see(&self, _files: &[(String, Bytes)]) {}
}

/// What came of a build.
pub struct Turn<'a> {
    pub cause: &'a Cause,
    /// The path of the site's base address.
    pub base: &'a str,
    /// Files that are other than at the last turn, and files that are gone, by the names of the ledger: at the first turn,
    /// and where the base address moved, all. With errors among the findings nothing was written.
    pub put: Vec<Put>,
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

/// A file as it is by now.
pub struct Put {
    pub file: String,
    pub kept: Kept,
}

/// Where pages go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// Into the output folder, like any build's.
    #[default]
    Written,
    /// Nowhere but to the audience.
    Held,
}

/// Builds the site at `root` at once and after each signal, until `Signal::Stop`.
pub fn run((root, args, pages): (&Path, &Build, Pages), signals: &Receiver<Signal>, audience: &[&dyn Audience]) {
    let (shown, base, failing, notes) = (None, None, None, BTreeSet::new());
    let held = (pages == Pages::Held).then(|| Arc::new(Held::new(root.to_owned())));
    let mut turns = Turns { root, args, audience, cause: Cause::Start, held, shown, base, failures: 0, failing, notes };
    loop {
        let timings = Timings::begin(Progress::new(Format::Human));
        // A bug that one edit brings to light must not take the preview away.
        let ended = catch_unwind(AssertUnwindSafe(|| turns.session(signals, &timings)));
        timings.hush();
        let until = match ended {
            Ok(Ok(Some(cause))) => {
                turns.cause = cause;
                continue;
            }
            Ok(Ok(None)) => return,
            Ok(Err(error)) => turns.fail(&error),
            Err(_) => {
                turns.fail(&ShellError::refused(
                    "rapporteur came upon a mistake of its own, which it told above",
                    "please report it; the preview goes on with the next change",
                ));
                Until::At(None)
            }
        };
        match turns.wait(signals, &until) {
            Some(next) => turns.cause = next,
            None => return,
        }
    }
}

/// When to build again if no source changes.
enum Until {
    /// When the clock shows this; or never.
    At(Option<Instant>),
    /// After a while, since this failed.
    Again(Duration),
}

struct Turns<'a> {
    root: &'a Path,
    args: &'a Build,
    audience: &'a [&'a dyn Audience],
    /// Why the turn at work is made.
    cause: Cause,
    /// All pages, where none is written.
    held: Option<Arc<Held>>,
    /// What the audience was shown last, and where that stands on its host.
    shown: Option<Ledger>,
    base: Option<String>,
    /// How often in a row the world was in the way, and what was told of it.
    failures: u32,
    failing: Option<String>,
    notes: BTreeSet<String>,
}

impl Turns<'_> {
    /// Says that nothing is in the way any more.
    fn recover(&mut self) {
        self.failures = 0;
        if self.failing.take().is_some() {
            self.audience.iter().for_each(|audience| audience.failed(None));
        }
    }

    /// Tells once what was in the way; says when to try again.
    fn fail(&mut self, error: &ShellError) -> Until {
        self.failures += 1;
        let vanished = matches!(error, ShellError::Io { error, .. } if error.kind() == io::ErrorKind::NotFound);
        if vanished && self.failures <= VANISHED {
            return Until::Again(AT_ONCE);
        }
        let words = error.to_string();
        if self.failing.as_ref() != Some(&words) {
            self.audience.iter().for_each(|audience| audience.failed(Some(error)));
            self.failing = Some(words);
        }
        match error {
            ShellError::Held { .. } => Until::Again(SOON),
            _ => Until::Again(LATEST.min(LATER * 2_u32.pow((self.failures - 1).min(5)))),
        }
    }

    /// Waits for a reason to build; none when it is time to stop. Signals that came during a build are one.
    fn wait(&mut self, signals: &Receiver<Signal>, until: &Until) -> Option<Cause> {
        loop {
            let wait = match until {
                Until::Again(wait) => Some(*wait),
                Until::At(until) => until.map(left),
            };
            let signal = match wait {
                Some(wait) => signals.recv_timeout(wait),
                None => signals.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match signal {
                Ok(Signal::Stop) | Err(RecvTimeoutError::Disconnected) => return None,
                Ok(Signal::Note(note)) => self.note(&note),
                Ok(Signal::Changed(change)) => return self.gather(signals, until, change),
                Err(RecvTimeoutError::Timeout) => match until {
                    Until::Again(_) => return Some(self.cause.clone()),
                    Until::At(until) if until.is_some_and(|until| until <= now()) => return Some(Cause::Clock),
                    Until::At(_) => {}
                },
            }
        }
    }

    /// A change and all others that wait, and what the last build failed to do.
    fn gather(&mut self, signals: &Receiver<Signal>, until: &Until, change: Change) -> Option<Cause> {
        let mut change = change;
        for signal in signals.try_iter() {
            match signal {
                Signal::Stop => return None,
                Signal::Note(note) => self.note(&note),
                Signal::Changed(other) => change = change.and(other),
            }
        }
        Some(match (until, &self.cause) {
            (Until::Again(_), Cause::Changed(undone)) => Cause::Changed(undone.clone().and(change)),
            (Until::Again(_), Cause::Start) => Cause::Start,
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
