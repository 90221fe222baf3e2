//! How long each stage of a build took and how much it did: for `--timings`, and for who watches the progress bars.
//!
//! The core says at what it works (`World::stage`) and never asks the time; this asks it at each of these words. The
//! time from one word to the next is the first one's stage's, until it has all done: so the stages' times never count
//! twice, wherever stages take turns, and with what belongs to none add up to the whole.

use super::print::plural;
use super::progress::Progress;
use crate::build::Stage;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

type Clock = Box<dyn Fn() -> Duration + Send + Sync>;

/// The course of one build. Can be told on any thread.
pub struct Timings {
    clock: Clock,
    course: Mutex<Course>,
    progress: Progress,
}

#[derive(Default)]
struct Course {
    stages: BTreeMap<Stage, Spent>,
    /// What nobody has said to be a stage's.
    other: Duration,
    /// The stage at work, if any, and when the last word was heard.
    now: Option<Stage>,
    heard: Duration,
    /// Bytes written, once the shell has told them.
    bytes: Option<u64>,
}

#[derive(Clone, Copy, Default)]
struct Spent {
    time: Duration,
    done: usize,
    of: usize,
}

impl Timings {
    /// Begins to count, by the world's clock.
    pub fn begin(progress: Progress) -> Self {
        let begun = Instant::now();
        Self::with_clock(Box::new(move || begun.elapsed()), progress)
    }

    fn with_clock(clock: Clock, progress: Progress) -> Self {
        Self { clock, course: Mutex::default(), progress }
    }

    /// A stage is at work, as [`crate::build::World::stage`] says.
    pub fn stage(&self, stage: Stage, done: usize, of: usize) {
        let mut course = self.course();
        course.until((self.clock)());
        let spent = course.stages.entry(stage).or_default();
        // Threads may come out of their order; what was done stays done.
        *spent = Spent { done: spent.done.max(done), of: spent.of.max(of), ..*spent };
        let Spent { done, of, .. } = *spent;
        course.now = (of == 0 || done < of).then_some(stage);
        self.progress.show(course.heard, (stage, unit(stage)), (done, of));
    }

    /// So many bytes were written.
    pub fn wrote(&self, bytes: u64) {
        self.course().bytes = Some(bytes);
    }

    /// Makes room for what is to be printed: the bar goes, until the next word about a stage.
    pub fn hush(&self) {
        self.progress.clear();
    }

    /// Milliseconds since the beginning.
    pub fn elapsed(&self) -> u128 {
        (self.clock)().as_millis()
    }

    /// A line for each stage in the pipeline's order, what belongs to none, and the whole.
    pub fn table(&self) -> String {
        let course = self.ended();
        let mut rows: Vec<(&str, String, Duration)> = Vec::new();
        for (stage, spent) in &course.stages {
            rows.push((stage.as_str(), amount(*stage, *spent), spent.time));
        }
        rows.push(("other", String::new(), course.other));
        rows.push(("total", course.bytes.map_or_else(String::new, |bytes| format!("{bytes} bytes")), course.heard));
        let width = rows.iter().map(|(_, amount, _)| amount.chars().count()).max().unwrap_or_default();
        rows.iter().fold(String::new(), |mut table, (name, amount, time)| {
            let _ = writeln!(table, "{name:<10} {amount:<width$} {:>7} ms", time.as_millis());
            table
        })
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let course = self.ended();
        let stages = course.stages.iter().map(|(stage, spent)| {
            json!({
                "stage": stage.as_str(),
                "unit": unit(*stage),
                "done": spent.done,
                "of": spent.of,
                "ms": millis(spent.time),
            })
        });
        json!({
            "stages": stages.collect::<Vec<_>>(),
            "other_ms": millis(course.other),
            "total_ms": millis(course.heard),
            "bytes_written": course.bytes,
        })
    }

    fn course(&self) -> MutexGuard<'_, Course> {
        self.course.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ended(&self) -> MutexGuard<'_, Course> {
        let mut course = self.course();
        course.until((self.clock)());
        course
    }
}

impl Course {
    /// Gives the time since the last word to whom it belongs.
    fn until(&mut self, time: Duration) {
        let passed = time.saturating_sub(self.heard);
        match self.now {
            Some(stage) => self.stages.entry(stage).or_default().time += passed,
            None => self.other += passed,
        }
        self.heard = self.heard.max(time);
    }
}

/// What a stage counts.
fn unit(stage: Stage) -> &'static str {
    match stage {
        Stage::Scan | Stage::Apply => "file",
        Stage::Parse => "text",
        Stage::Recognise | Stage::Index => "report",
        Stage::Picture => "picture",
        Stage::List | Stage::Audit => "part",
        Stage::Render => "page",
    }
}

/// `12 pages`, or `12 of 4000 pages` where the stage came to no end.
fn amount(stage: Stage, spent: Spent) -> String {
    let of = plural(spent.of.max(spent.done), unit(stage));
    if spent.done < spent.of { format!("{} of {of}", spent.done) } else { of }
}

/// To the microsecond.
fn millis(time: Duration) -> f64 {
    time.as_micros() as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicU64, Ordering};

    /// Timings whose clock goes when it is told to.
    fn by_hand() -> (Timings, impl Fn(u64)) {
        let time = Arc::new(AtomicU64::new(0));
        let hand = time.clone();
        let clock = Box::new(move || Duration::from_millis(time.load(Ordering::SeqCst)));
        let forward = move |by| {
            hand.fetch_add(by, Ordering::SeqCst);
        };
        (Timings::with_clock(clock, Progress::silent()), forward)
    }

    #[test]
    fn each_stage_has_its_time_and_its_count() {
        let (timings, forward) = by_hand();
        forward(1);
        timings.stage(Stage::Scan, 0, 0);
        forward(10);
        timings.stage(Stage::Scan, 41, 41);
        forward(5);
        timings.stage(Stage::Parse, 0, 30);
        forward(20);
        timings.stage(Stage::Parse, 12, 30);
        forward(3);
        timings.stage(Stage::Render, 0, 1);
        forward(100);
        timings.stage(Stage::Render, 1, 1);
        timings.wrote(2048);
        forward(2);
        assert_eq!(
            timings.table(),
            "scan       41 files            10 ms\n\
             parse      12 of 30 texts      23 ms\n\
             render     1 page             100 ms\n\
             other                           8 ms\n\
             total      2048 bytes         141 ms\n"
        );
        let json = timings.json();
        assert_eq!(json["stages"][1]["ms"], 23.0);
        assert_eq!((&json["stages"][1]["done"], &json["stages"][1]["of"]), (&json!(12), &json!(30)));
        assert_eq!((&json["other_ms"], &json["total_ms"]), (&json!(8.0), &json!(141.0)));
        assert_eq!(json["bytes_written"], 2048);
    }

    #[test]
    fn stages_that_take_turns_share_the_time_and_none_counts_twice() {
        let (timings, forward) = by_hand();
        for shelf in 0..10 {
            timings.stage(Stage::List, shelf, 10);
            forward(2);
            timings.stage(Stage::Render, shelf, 10);
            forward(7);
        }
        timings.stage(Stage::Render, 10, 10);
        timings.stage(Stage::List, 10, 10);
        forward(1);
        let json = timings.json();
        assert_eq!((&json["stages"][0]["stage"], &json["stages"][0]["ms"]), (&json!("list"), &json!(20.0)));
        assert_eq!((&json["stages"][1]["stage"], &json["stages"][1]["ms"]), (&json!("render"), &json!(70.0)));
        assert_eq!((&json["other_ms"], &json["total_ms"]), (&json!(1.0), &json!(91.0)));
    }

    #[test]
    fn a_late_word_takes_nothing_back() {
        let (timings, forward) = by_hand();
        timings.stage(Stage::Render, 7, 9);
        timings.stage(Stage::Render, 6, 9);
        forward(4);
        assert_eq!(timings.json()["stages"][0]["done"], 7);
        assert!(timings.table().starts_with("render     7 of 9 pages       4 ms\n"), "{}", timings.table());
    }
}
