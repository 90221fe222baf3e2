//! Decides whether a person watches, and shows how far a build is: one bar, with a count, for what takes over a second.

use super::cli::Format;
use crate::build::Stage;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{self, IsTerminal};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// What is over sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);
const TEMPLATE: &str = "{msg:>10} [{wide_bar}] {pos}/{len} {prefix}s";

/// A bar on standard error, or nothing.
pub struct Progress {
    /// Where bars are drawn; nowhere when nobody watches.
    target: Option<fn() -> ProgressDrawTarget>,
    /// The bar that is drawn, and the stage that it is of.
    bar: Mutex<Option<(Stage, ProgressBar)>>,
}

impl Progress {
    /// A bar where a person can see one.
    pub fn new(format: Format) -> Self {
        let variable = |name| std::env::var(name).ok();
        let around = Around {
            terminal: io::stderr().is_terminal(),
            format,
            no_color: variable("NO_COLOR"),
            term: variable("TERM"),
        };
        let target: fn() -> ProgressDrawTarget = ProgressDrawTarget::stderr;
        Self { target: around.wants_a_bar().then_some(target), bar: Mutex::default() }
    }

    pub fn silent() -> Self {
        Self { target: None, bar: Mutex::default() }
    }

    /// Shows how far a stage is, when the build has taken so long that somebody wonders.
    pub fn show(&self, elapsed: Duration, of: (Stage, &'static str), (done, all): (usize, usize)) {
        let Some(target) = self.target.filter(|_| is_long(elapsed, all)) else { return };
        let mut drawn = self.bar();
        match &*drawn {
            Some((stage, bar)) if *stage == of.0 => {
                bar.set_length(all as u64);
                bar.set_position(done as u64);
            }
            _ => {
                erase(&mut drawn);
                let bar = new_bar(of, all).with_position(done as u64);
                bar.set_draw_target(target());
                bar.tick();
                *drawn = Some((of.0, bar));
            }
        }
    }

    /// Takes the bar away, so that lines can be printed where it was; the next word about a stage draws it anew.
    pub fn clear(&self) {
        erase(&mut self.bar());
    }

    fn bar(&self) -> MutexGuard<'_, Option<(Stage, ProgressBar)>> {
        self.bar.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn new_bar((stage, unit): (Stage, &'static str), all: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::hidden());
    let style = ProgressStyle::with_template(TEMPLATE).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.with_style(style.progress_chars("=> ")).with_message(stage.as_str()).with_prefix(unit)
}

fn erase(drawn: &mut Option<(Stage, ProgressBar)>) {
    if let Some((_, bar)) = drawn.take() {
        bar.finish_and_clear();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Whether there is something to show: it takes long, and it is known how much there is to do.
fn is_long(elapsed: Duration, all: usize) -> bool {
    elapsed > PATIENCE && all > 0
}

/// What decides whether there is a bar.
struct Around {
    /// Whether standard error is one.
    terminal: bool,
    format: Format,
    no_color: Option<String>,
    term: Option<String>,
}

impl Around {
    /// Not for programs, not for files, and not for those who asked for plain text.
    fn wants_a_bar(&self) -> bool {
        let plain = self.no_color.as_ref().is_some_and(|value| !value.is_empty());
        let dumb = self.term.as_deref() == Some("dumb");
        self.terminal && self.format == Format::Human && !plain && !dumb
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> Around {
        Around { terminal: true, format: Format::Human, no_color: None, term: Some("xterm".to_owned()) }
    }

    #[test]
    fn only_a_person_at_a_terminal_sees_a_bar() {
        assert!(person().wants_a_bar());
        assert!(Around { no_color: Some(String::new()), ..person() }.wants_a_bar(), "empty is as if it were not set");
        assert!(Around { term: None, ..person() }.wants_a_bar());
        assert!(!Around { terminal: false, ..person() }.wants_a_bar());
        assert!(!Around { format: Format::Json, ..person() }.wants_a_bar());
        assert!(!Around { no_color: Some("1".to_owned()), ..person() }.wants_a_bar());
        assert!(!Around { term: Some("dumb".to_owned()), ..person() }.wants_a_bar());
    }

    #[test]
    fn what_is_soon_over_or_not_yet_counted_has_no_bar() {
        let progress = Progress { target: Some(ProgressDrawTarget::hidden), bar: Mutex::default() };
        let bar = || {
            let drawn = progress.bar();
            drawn.as_ref().map(|(stage, bar)| (*stage, bar.position(), bar.length()))
        };
        progress.show(Duration::from_millis(900), (Stage::Parse, "text"), (3, 9));
        progress.show(Duration::from_secs(2), (Stage::Parse, "text"), (0, 0));
        assert_eq!(bar(), None);
        progress.show(Duration::from_secs(2), (Stage::Parse, "text"), (3, 9));
        assert_eq!(bar(), Some((Stage::Parse, 3, Some(9))));
        progress.show(Duration::from_secs(3), (Stage::Render, "page"), (1, 4000));
        assert_eq!(bar(), Some((Stage::Render, 1, Some(4000))));
        progress.clear();
        assert_eq!(bar(), None);
        progress.show(Duration::from_secs(4), (Stage::Render, "page"), (2, 4000));
        assert_eq!(bar(), Some((Stage::Render, 2, Some(4000))), "it comes back after what was printed");
    }
}
