//! Runs the program under callgrind and reads what it counted.

use std::path::Path;
use std::process::{Command, Output};

/// Stages, and the functions whose instructions are theirs, with all that these call. No function of one stage calls
/// one of another. A stage whose functions are not called, or were compiled into their callers, has no figure.
pub const STAGES: &[(&str, &[&str])] = &[
    ("scan", &["shell::same::look", "shell::same::sources"]),
    ("parse", &["parse::matter::manuscript", "parse::draft::draft", "parse::registry::built_in"]),
    ("recognise", &["recognise::report::report", "recognise::delegations::Lexicon::new"]),
    ("keys", &["build::keys::Keys::new", "build::keys::Keys::shelf", "build::keys::Keys::page"]),
    ("index", &["index::index"]),
    ("list", &["build::pages::Workshop::list"]),
    ("compose", &["compose::pages::compose"]),
    ("render", &["render::engine::Engine::render"]),
    ("links read", &["audit::aims::trace"]),
    ("audit", &["build::links::Links::check"]),
    ("emit", &["shell::output::Output::emit"]),
];

/// Instructions of one run.
pub struct Count {
    pub total: u64,
    /// In the order of `STAGES`.
    pub stages: Vec<Option<u64>>,
}

/// Runs the program once in `folder` and counts.
pub fn count(folder: &Path, arguments: &[&str]) -> Result<Count, String> {
    let counted = folder.with_extension("callgrind");
    let out = format!("--callgrind-out-file={}", counted.display());
    let program = env!("CARGO_BIN_EXE_rapporteur");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", &out, program]).args(arguments).current_dir(folder);
    // Whatever else is in the environment would be read, and counted.
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("RAYON_NUM_THREADS", "1");
    said("valgrind", command.output())?;
    let mut annotate = Command::new("callgrind_annotate");
    let lines =
        said("callgrind_annotate", annotate.args(["--inclusive=yes", "--threshold=100"]).arg(&counted).output())?;
    let _ = std::fs::remove_file(&counted);
    let costs: Vec<(u64, &str)> = lines.lines().filter_map(cost).collect();
    let total = costs.iter().find(|(_, name)| *name == "PROGRAM TOTALS").map(|(cost, _)| *cost);
    let stage = |functions: &[&str]| functions.iter().filter_map(|function| of(&costs, function)).reduce(|a, b| a + b);
    let stages = STAGES.iter().map(|(_, functions)| stage(functions)).collect();
    Ok(Count { total: total.ok_or("callgrind counted nothing")?, stages })
}

/// What a helper program printed.
fn said(name: &str, output: std::io::Result<Output>) -> Result<String, String> {
    let output = output.map_err(|error| format!("{name}: {error} (it is in the package `valgrind`)"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(format!("{name}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
}

/// `123,456 (7.8%)  file:function [object]`
fn cost(line: &str) -> Option<(u64, &str)> {
    let (number, rest) = line.trim_start().split_once(" (")?;
    let (_, name) = rest.split_once("%)")?;
    Some((number.replace(',', "").parse().ok()?, name.trim()))
}

/// A function's instructions. It is listed once for each file that code was inlined from, each time with nearly all.
fn of(costs: &[(u64, &str)], function: &str) -> Option<u64> {
    let wanted = format!(":rapporteur::{function}");
    let name = |line: &'_ str| line.split(" [").next().unwrap_or_default().to_owned();
    costs.iter().filter(|(_, line)| name(line).ends_with(&wanted)).map(|(cost, _)| *cost).max()
}
