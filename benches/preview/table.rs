//! The figures as a table in Markdown.

use std::time::Duration;

pub enum Figures {
    /// Each wait, in the order of edits; none where the page stayed as it was.
    Waits(Vec<Option<Duration>>),
    /// A share of one processor.
    Share(f64),
}

pub fn head() -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    format!(
        "{cores} processors; milliseconds from a save to the new bytes.\n\n\
         | reports | what | times | median | 95th | most | Hugo: median | 95th | most |\n|--:|---|--:|--:|--:|--:|--:|--:|--:|"
    )
}

pub fn line(reports: usize, what: &str, ours: &Figures, theirs: Option<&Figures>) -> String {
    let times = match ours {
        Figures::Waits(waits) => waits.len().to_string(),
        Figures::Share(_) => "–".to_owned(),
    };
    let theirs = theirs.map_or_else(|| "– | – | –".to_owned(), three);
    format!("| {reports} | {what} | {times} | {} | {theirs} |", three(ours))
}

/// Median, 95th percentile and maximum: the waits that so many were no longer than.
fn three(figures: &Figures) -> String {
    match figures {
        Figures::Share(share) => format!("{:.1} % | – | –", share * 100.0),
        Figures::Waits(waits) => {
            let mut waits = waits.clone();
            waits.sort_unstable_by_key(|wait| wait.unwrap_or(Duration::MAX));
            let at = |percent: usize| (waits.len() * percent).div_ceil(100).saturating_sub(1);
            let told = |percent| match waits.get(at(percent)) {
                Some(Some(wait)) => format!("{:.1}", wait.as_secs_f64() * 1e3),
                _ => "never".to_owned(),
            };
            [50, 95, 100].map(told).join(" | ")
        }
    }
}
