//! The committed figures, and how today's stand to them.

use super::callgrind::Count;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many times the committed figure a total may be.
const MOST: f64 = 1.1;

const HEAD: &str = "# Instructions of the program on the small site of benches/instructions, for each profile that it was compiled with.\n\
                    # Written by `cargo bench --bench instructions -- --write`, in tests/run's profile with `--profile dev`.\n\
                    # A total more than a tenth above its figure fails.\n";

const PROFILE: &str = if cfg!(debug_assertions) { "dev" } else { "release" };

/// Total instructions, and the compiler that they are of, by profile and step: `dev, cold build`.
pub struct Figures(BTreeMap<String, String>);

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions/figures.txt")
}

fn key(name: &str) -> String {
    format!("{PROFILE}, {name}")
}

impl Figures {
    pub fn read() -> Result<Self, String> {
        let text = fs::read_to_string(path()).map_err(|error| format!("{}: {error}", path().display()))?;
        let lines = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
        Ok(Self(lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()))
    }

    /// Puts today's totals in the place of those of the same profile, and writes all.
    pub fn write(&mut self, counts: &[(&str, Count)]) -> Result<(), String> {
        self.0.insert(key("compiler"), compiler());
        self.0.extend(counts.iter().map(|(name, count)| (key(name), count.total.to_string())));
        let lines: String = self.0.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        fs::write(path(), format!("{HEAD}{lines}")).map_err(|error| format!("{}: {error}", path().display()))
    }

    /// Today's totals beside these, and how many are too high. A step without a figure fails, or one could be forgotten.
    pub fn compare(&self, counts: &[(&str, Count)]) -> (String, usize) {
        let mut table = format!("| {PROFILE} | instructions | committed | ratio |\n|---|--:|--:|--:|\n");
        let mut failed = 0;
        for (name, count) in counts {
            let committed = self.0.get(&key(name)).and_then(|value| value.parse::<u64>().ok()).unwrap_or_default();
            let ratio = count.total as f64 / committed.max(1) as f64;
            let verdict = if ratio > MOST { " FAILED" } else { "" };
            failed += usize::from(ratio > MOST);
            table += &format!("| {name} | {} | {committed} | {ratio:.3}{verdict} |\n", count.total);
        }
        let now = compiler();
        match self.0.get(&key("compiler")) {
            Some(then) if *then == now => {}
            Some(then) => table += &format!("The committed figures are of {then}, and this is {now}.\n"),
            None => table += &format!("No figures of the {PROFILE} profile are committed: `-- --write` writes them.\n"),
        }
        (table, failed)
    }
}

fn compiler() -> String {
    let version = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    String::from_utf8_lossy(&version).trim().to_owned()
}
