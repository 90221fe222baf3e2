//! Many histories at once, counted; the first failure is cut down and told.

use super::builder::{Built, Flaw, MOST_THREADS};
use super::history::{Step, Trial, roll};
use super::shrink::shrink;
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// How many histories, of how many steps, and which.
pub struct Extent {
    pub histories: usize,
    pub steps: usize,
    pub seed: usize,
}

/// What was tried, in numbers.
#[derive(Default)]
pub struct Tally {
    histories: AtomicUsize,
    steps: AtomicUsize,
    builds: AtomicUsize,
    /// Builds that found an error, and so wrote nothing.
    refused: AtomicUsize,
    mismatches: AtomicUsize,
    rendered: AtomicUsize,
    changed: AtomicUsize,
}

impl Tally {
    /// Counts a build: pages that it rendered, and files whose bytes it changed.
    pub fn build(&self, built: &Built, changed: usize) {
        self.builds.fetch_add(1, Ordering::Relaxed);
        self.refused.fetch_add(usize::from(built.exit != Ok(0)), Ordering::Relaxed);
        self.rendered.fetch_add(built.rendered, Ordering::Relaxed);
        self.changed.fetch_add(changed, Ordering::Relaxed);
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |count: &AtomicUsize| count.load(Ordering::Relaxed);
        let (rendered, changed) = (of(&self.rendered), of(&self.changed));
        write!(
            f,
            "oracle: {} histories, {} steps, {} builds ",
            of(&self.histories),
            of(&self.steps),
            of(&self.builds)
        )?;
        write!(f, "({} of mistakes), {} mismatches, ", of(&self.refused), of(&self.mismatches))?;
        write!(f, "{rendered} pages rendered / {changed} files changed")?;
        write!(f, " = {:.2}", rendered as f64 / changed.max(1) as f64)
    }
}

/// A history that broke a law, cut down.
#[derive(Debug)]
pub struct Failure {
    pub history: usize,
    pub steps: Vec<Step>,
    told: Vec<String>,
    law: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "history {} fails; these steps are enough:", self.history)?;
        for (at, told) in self.told.iter().enumerate() {
            writeln!(f, "  {}. {told}", at + 1)?;
        }
        write!(f, "{}", self.law)
    }
}

/// Tries histories until one fails. With a flaw, builds that remember have it, and a failure is what is wanted.
pub fn first_failure(flaw: Option<Flaw>, extent: &Extent, tally: &Tally) -> Option<Failure> {
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let failed = Mutex::new(None);
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).max(MOST_THREADS);
    let work = || {
        while !stop.load(Ordering::Relaxed) {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= extent.histories {
                break;
            }
            let history = extent.seed * 1_000_000 + at;
            let (steps, outcome) = roll(history, extent.steps, Trial { flaw, tally });
            tally.histories.fetch_add(1, Ordering::Relaxed);
            tally.steps.fetch_add(steps.len(), Ordering::Relaxed);
            if let Err(broken) = outcome {
                tally.mismatches.fetch_add(1, Ordering::Relaxed);
                stop.store(true, Ordering::Relaxed);
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some((history, steps, broken));
            }
        }
    };
    std::thread::scope(|scope| (0..workers).for_each(|_| drop(scope.spawn(work))));
    let (history, steps, broken) = failed.into_inner().unwrap_or_else(PoisonError::into_inner)?;
    let (steps, broken) = shrink(steps, broken, flaw);
    Some(Failure { history, steps, told: broken.told, law: broken.law })
}
