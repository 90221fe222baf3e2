//! The committed figures, and how today's stand to them.

use super::callgrind::Count;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many times the committed figure a total may be.
const MOST: f64 = 1.1;

const HEAD: &str = "# Instructions of the program on the small site of benches/instructions, written by\n\
                    # `cargo bench --bench instructions -- --write`. A total more than a tenth above fails.\n";

/// Total instructions by step, and the compiler that they are of.
pub struct Figures {
    compiler: String,
    totals: BTreeMap<String, u64>,
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions/figures.txt")
}

impl Figures {
    pub fn of(counts: &[(&str, Count)]) -> Self {
        let totals = counts.iter().map(|(name, count)| ((*name).to_owned(), count.total)).collect();
        Self { compiler: compiler(), totals }
    }

    pub fn read() -> Result<Self, String> {
        let text = fs::read_to_string(path()).map_err(|error| format!("{}: {error}", path().display()))?;
        let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        let mut figures = Self { compiler: String::new(), totals: BTreeMap::new() };
        for (name, value) in lines {
            match value.replace('_', "").parse() {
                Ok(total) => drop(figures.totals.insert(name.to_owned(), total)),
                Err(_) => figures.compiler = value.to_owned(),
            }
        }
        Ok(figures)
    }

    pub fn write(&self) -> Result<(), String> {
        let lines = self.totals.iter().map(|(name, total)| format!("{name}: {total}\n"));
        let text = format!("{HEAD}compiler: {}\n{}", self.compiler, lines.collect::<String>());
        fs::write(path(), text).map_err(|error| format!("{}: {error}", path().display()))
    }

    /// Today's totals beside these, and how many are too high. A step without a figure is too high as well, or a figure
    /// could be forgotten.
    pub fn compare(&self, counts: &[(&str, Count)]) -> (String, usize) {
        let mut table = "| step | instructions | committed | ratio |\n|---|--:|--:|--:|\n".to_owned();
        let mut failed = 0;
        for (name, count) in counts {
            let committed = self.totals.get(*name).copied().unwrap_or_default();
            let ratio = count.total as f64 / committed.max(1) as f64;
            let verdict = if ratio > MOST { " FAILED" } else { "" };
            failed += usize::from(ratio > MOST);
            table += &format!("| {name} | {} | {committed} | {ratio:.3}{verdict} |\n", count.total);
        }
        let now = compiler();
        if now != self.compiler {
            table += &format!("The committed figures are of {}, and this is {now}.\n", self.compiler);
        }
        (table, failed)
    }
}

/// The compiler's version, and how it was asked to compile.
fn compiler() -> String {
    let version = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let profile = if cfg!(debug_assertions) { "dev" } else { "release" };
    format!("{}, {profile}", String::from_utf8_lossy(&version).trim())
}
