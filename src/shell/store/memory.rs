//! The memory of one output folder: what earlier builds kept, and what this one keeps for the next. What cannot be read
//! is never half believed: then there is no memory, or not that record, and a note says so.

use super::compact::{self, Sizes};
use super::damage::Damage;
use super::manifest::Manifest;
use super::pending::Pending;
use super::segment::{Place, Segment};
use super::{Home, replace};
use crate::build::{RecordKey, RecordKind};
use crate::model::digest::Digest;
use crate::shell::ShellError;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Dropped without `commit`, it leaves the memory as it was.
pub struct Memory {
    home: Home,
    program: Digest,
    /// Oldest first.
    segments: Vec<Segment>,
    dead: u64,
    /// There is a manifest that could not be used; nobody shall be told of it twice.
    unusable: bool,
    pending: Pending,
}

/// A segment's file.
pub fn segment_path(home: &Path, number: u64) -> PathBuf {
    home.join(format!("{PREFIX}{number:08}"))
}

const PREFIX: &str = "records-";

impl Memory {
    /// Opens what the same program remembers; another's memory is as good as none.
    pub fn open(home: Home, program: Digest) -> Self {
        let (mut segments, mut dead, mut unusable) = (Vec::new(), 0, false);
        match open(&home.path, program) {
            Ok(found) => (segments, dead) = found,
            Err(Damage::Foreign) => {}
            Err(damage) => {
                unusable = true;
                let what = "the memory of earlier builds could not be read";
                home.notes.say(format!("{what} ({damage}): building all anew"));
            }
        }
        let number = next_number(&home.path);
        let pending = Pending::new(segment_path(&home.path, number), number, program);
        Self { home, program, segments, dead, unusable, pending }
    }

    /// A record that this build or an earlier one kept; none when it is missing or damaged.
    pub fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        if let Some(own) = self.pending.recall(bytes(&key)) {
            return own;
        }
        let (segment, place) = self.find(bytes(&key))?;
        segment.record(place).map_err(|damage| self.damaged(bytes(&key), &damage)).ok()
    }

    /// All records of a kind with their names.
    pub fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        let kind = kind as u8;
        let mut younger: HashSet<&[u8]> = HashSet::new();
        let mut runs = Vec::new();
        for (age, segment) in self.segments.iter().enumerate().rev() {
            let mut rows = Vec::new();
            for row in segment.index.beginning(kind) {
                let name = segment.index.name(row);
                // Nothing is older than the oldest.
                let known = if age == 0 { younger.contains(name) } else { !younger.insert(name) };
                if !known && !segment.place(row).is_gone() {
                    rows.push(row);
                }
            }
            runs.extend(segment.runs(rows).into_iter().map(|run| (segment, run)));
        }
        runs.par_iter().flat_map_iter(|(segment, run)| self.read_run(segment, run)).collect()
    }

    /// Keeps a record for the next build, in place of one under the same key.
    pub fn keep(&self, key: RecordKey, record: &[u8]) {
        if self.home.writable {
            self.pending.keep(bytes(&key), record);
        }
    }

    pub fn forget(&self, key: RecordKey) {
        if self.home.writable {
            self.pending.forget(bytes(&key));
        }
    }

    /// Makes what was kept the memory of the next build. The manifest is replaced last: until then nothing has changed.
    pub fn commit(mut self) -> Result<(), ShellError> {
        if !self.home.writable {
            return Ok(());
        }
        let segments = &self.segments;
        let fresh = self.pending.finish(|key| {
            let place = find(segments, key)?.1;
            Some(place.length)
        })?;
        if fresh.is_none() && !self.unusable {
            return Ok(());
        }
        if let Some((named, dead)) = fresh {
            self.dead += dead;
            let path = segment_path(&self.home.path, named.number);
            self.segments.push(Segment::open(&path, named, self.program)?);
        }
        let sizes: Vec<u64> = self.segments.iter().map(|segment| segment.named.length).collect();
        if let Some(from) = compact::from(&sizes, self.dead) {
            let number = next_number(&self.home.path);
            let path = segment_path(&self.home.path, number);
            let Sizes { named, dropped } = compact::merge(&self.segments[from..], (from, number), &path, self.program)?;
            self.segments.truncate(from);
            self.segments.push(Segment::open(&path, named, self.program)?);
            self.dead = if from == 0 { 0 } else { self.dead.saturating_sub(dropped) };
        }
        let named = self.segments.iter().map(|segment| segment.named).collect();
        let manifest = Manifest { segments: named, dead: self.dead };
        replace(&manifest_path(&self.home.path), &manifest.write(self.program))?;
        let named: BTreeSet<u64> = manifest.segments.iter().map(|named| named.number).collect();
        for (number, path) in numbered(&self.home.path).filter(|(number, _)| !named.contains(number)) {
            // What stays does no harm, and the next build tries again.
            let _ = (number, fs::remove_file(path));
        }
        Ok(())
    }

    /// Deletes the whole memory.
    pub fn erase(home: &Home) -> Result<(), ShellError> {
        let all = numbered(&home.path).map(|(_, path)| path);
        for path in std::iter::once(manifest_path(&home.path)).chain(all) {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(ShellError::at("delete", &path)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn find(&self, key: (u8, &[u8])) -> Option<(&Segment, Place)> {
        find(&self.segments, key)
    }

    fn read_run(&self, segment: &Segment, run: &[usize]) -> Vec<(String, Vec<u8>)> {
        let mut records = Vec::with_capacity(run.len());
        segment.read_run(run, |row, record| {
            let Some((kind, name)) = segment.index.name(row).split_first() else { return };
            match record {
                Ok(record) => records.push((String::from_utf8_lossy(name).into_owned(), record.to_vec())),
                Err(damage) => self.damaged((*kind, name), &damage),
            }
        });
        records
    }

    /// Notes that records are damaged, and sees to it that the next build has none of them.
    fn damaged(&self, key: (u8, &[u8]), damage: &Damage) {
        let what = "some of what earlier builds remembered is damaged";
        self.home.notes.say(format!("{what} ({damage}): building that anew"));
        if self.home.writable {
            self.pending.forget(key);
        }
    }
}

fn bytes<'a>(key: &RecordKey<'a>) -> (u8, &'a [u8]) {
    (key.kind as u8, key.name.as_bytes())
}

/// The youngest record under a key.
fn find<'a>(segments: &'a [Segment], key: (u8, &[u8])) -> Option<(&'a Segment, Place)> {
    let found = segments.iter().rev().find_map(|segment| Some((segment, segment.place(segment.find(key)?))));
    found.filter(|(_, place)| !place.is_gone())
}

fn manifest_path(home: &Path) -> PathBuf {
    home.join("manifest")
}

fn open(home: &Path, program: Digest) -> Result<(Vec<Segment>, u64), Damage> {
    let manifest = Manifest::open(&manifest_path(home), program)?.unwrap_or_default();
    let segments =
        manifest.segments.iter().map(|named| Segment::open(&segment_path(home, named.number), *named, program));
    Ok((segments.collect::<Result<_, _>>()?, manifest.dead))
}

/// All files of segments that are there, named by a manifest or not.
fn numbered(home: &Path) -> impl Iterator<Item = (u64, PathBuf)> {
    fs::read_dir(home).into_iter().flatten().flatten().filter_map(|entry| {
        let number = entry.file_name().to_str()?.strip_prefix(PREFIX)?.parse().ok()?;
        Some((number, entry.path()))
    })
}

/// A number that no segment has, not even one that was left over.
fn next_number(home: &Path) -> u64 {
    numbered(home).map(|(number, _)| number).max().unwrap_or_default().saturating_add(1)
}
