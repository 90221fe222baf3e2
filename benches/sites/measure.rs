//! Runs a program as a child and tells what it cost, and what of a folder it wrote.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// GNU time waits for its child with wait4 and so knows the processor's time and the peak of memory.
const TIME: &str = "/usr/bin/time";

#[derive(Clone, Copy)]
pub struct Cost {
    pub wall: Duration,
    /// Seconds of the processor, user and system, where GNU time is there to tell.
    pub cpu: Option<f64>,
    /// Bytes in memory at most, likewise.
    pub memory: Option<u64>,
}

/// A program with its arguments.
pub struct Program<'a> {
    pub path: &'a Path,
    pub args: Vec<&'a str>,
    /// Where it runs, and where the figures are put for a moment.
    pub folder: &'a Path,
}

impl Program<'_> {
    /// Runs it once; a run that fails is told with what the program said.
    pub fn run(&self) -> Result<Cost, String> {
        let figures = self.folder.join("figures");
        let timed = Path::new(TIME).exists();
        let mut command = Command::new(if timed { Path::new(TIME) } else { self.path });
        if timed {
            command.args(["-f", "%U %S %M", "-o"]).arg(&figures).arg(self.path);
        }
        command.args(&self.args).current_dir(self.folder).stdin(Stdio::null());
        let begun = Instant::now();
        let output = command.output().map_err(|error| format!("{}: {error}", self.path.display()))?;
        let wall = begun.elapsed();
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said).chars().take(2000).collect::<String>();
            return Err(format!("{} {}: {}\n{said}", self.path.display(), self.args.join(" "), output.status));
        }
        let text = fs::read_to_string(&figures).unwrap_or_default();
        let words: Vec<f64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [user, system, kilobytes] = words[..] else { return Ok(Cost { wall, cpu: None, memory: None }) };
        Ok(Cost { wall, cpu: Some(user + system), memory: Some(kilobytes as u64 * 1024) })
    }
}

/// The cheaper of two runs: what other programs took of the machine is no cost of ours.
pub fn cheaper(one: Cost, other: Cost) -> Cost {
    if other.wall < one.wall { other } else { one }
}

/// The files of a folder, each with what changes when it is written.
pub type Files = BTreeMap<PathBuf, (u64, u64, i64, i64)>;

pub fn files(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let meta = entry.metadata()?;
            if meta.is_dir() {
                folders.push(entry.path());
            } else {
                files.insert(entry.path(), (meta.len(), meta.ino(), meta.mtime(), meta.mtime_nsec()));
            }
        }
    }
    Ok(files)
}

/// Files and bytes that are new or other in `after`.
pub fn written(before: &Files, after: &Files) -> (usize, u64) {
    let fresh = after.iter().filter(|(path, file)| before.get(*path) != Some(file));
    fresh.fold((0, 0), |(files, bytes), (_, (size, ..))| (files + 1, bytes + size))
}
