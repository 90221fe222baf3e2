//! A world without a disk: nothing is remembered from one build to the next.

use super::world::{RecordKey, RecordKind, World};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::source::SourcePath;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Where the bytes of files are had from that are no texts.
pub type Files<'a> = &'a (dyn Fn(&SourcePath) -> Option<Vec<u8>> + Sync);

pub struct Bare<'a> {
    /// Whether artifacts are held, or dropped as they come.
    holds: bool,
    files: Files<'a>,
    records: Mutex<BTreeMap<(RecordKind, String), Vec<u8>>>,
    artifacts: Mutex<Vec<Artifact>>,
}

impl<'a> Bare<'a> {
    /// Holds all that is made.
    pub fn holding() -> Self {
        Self { holds: true, ..Self::dropping() }
    }

    /// Holds nothing of it, for who wants the findings alone.
    pub fn dropping() -> Self {
        Self::reading(&|_| None)
    }

    /// The same, with a look into files that are no texts.
    pub fn reading(files: Files<'a>) -> Self {
        Self { holds: false, files, records: Mutex::default(), artifacts: Mutex::default() }
    }

    /// All that was made, by its address.
    pub fn artifacts(self) -> Vec<Artifact> {
        let mut artifacts = self.artifacts.into_inner().unwrap_or_else(PoisonError::into_inner);
        artifacts.sort_by(|a, b| a.route.cmp(&b.route));
        artifacts
    }
}

impl World for Bare<'_> {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        let records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        records.get(&(key.kind, key.name.to_owned())).cloned()
    }

    fn recall_all(&self, _kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
        records.insert((key.kind, key.name.to_owned()), record);
    }

    fn forget(&self, _key: RecordKey) {}

    fn text(&self, _path: &SourcePath) -> Option<Arc<str>> {
        None
    }

    fn bytes(&self, path: &SourcePath) -> Option<Vec<u8>> {
        (self.files)(path)
    }

    fn wants_files(&self) -> bool {
        self.holds
    }

    fn stands(&self, _file: &str) -> Option<Digest> {
        None
    }

    fn retain(&self, _file: &str) {}

    fn emit(&self, artifact: Artifact) {
        if self.holds {
            self.artifacts.lock().unwrap_or_else(PoisonError::into_inner).push(artifact);
        }
    }
}
