//! The disk as a build sees it: the memory of earlier builds, and the output folder.

use super::ShellError;
use super::output::{Applied, Foreign, Output};
use super::program;
use super::store::{Memory, Store};
use super::timings::Timings;
use crate::build::{RecordKey, RecordKind, Stage, World};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use std::path::Path;

/// Dropped without `publish`, it leaves everything as it was.
pub struct Disk<'a> {
    pub memory: Memory,
    pub output: Output,
    timings: &'a Timings,
}

impl<'a> Disk<'a> {
    /// For the site at the first path, the output folder at the second.
    pub fn open(places: (&Path, &Path), store: &Store, how: (Foreign, &'a Timings)) -> Self {
        let (foreign, timings) = how;
        let memory = Memory::open(store.home(places.1), program::digest());
        Self { memory, output: Output::open(places, store, foreign), timings }
    }

    /// Puts in place what was emitted, and then makes what was kept the memory of the next build. A build without errors
    /// has been published even where the memory cannot be written: that is a note.
    pub fn publish(self, store: &Store) -> Result<Applied, ShellError> {
        let applied = self.output.publish()?;
        if let Err(error) = self.memory.commit() {
            store.notes.say(format!("what this build made is not remembered for the next: {error}"));
        }
        Ok(applied)
    }
}

impl World for Disk<'_> {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        self.memory.recall(key)
    }

    fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        self.memory.recall_all(kind)
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        self.memory.keep(key, &record);
    }

    fn forget(&self, key: RecordKey) {
        self.memory.forget(key);
    }

    fn stands(&self, file: &str) -> Option<Digest> {
        self.output.stands(file)
    }

    fn stage(&self, stage: Stage, done: usize, of: usize) {
        self.timings.stage(stage, done, of);
    }

    fn retain(&self, file: &str) {
        self.output.keep_file(file);
    }

    fn emit(&self, artifact: Artifact) {
        self.output.emit(&artifact);
    }
}
