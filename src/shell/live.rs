//! The disk while one process follows a site: what a turn has made is at hand before it is written, and what was read or
//! written once is not read again.

use super::ShellError;
use super::held::Held;
use super::output::Applied;
use super::preview::Bytes;
use super::program;
use super::store::{Home, Memory};
use super::world::Disk;
use crate::build::{KeyPart, RecordKey, RecordKind, Stage, World};
use crate::model::artifact::{Artifact, Body};
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::source::SourcePath;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Bytes of finished pages that are held until they are written; a turn that makes more has the rest on the disk alone.
const HELD: usize = 64 * 1024 * 1024;

/// Whoever looks at pages while they are made.
pub trait Eyes: Sync {
    /// The addresses looked at.
    fn looked_at(&self) -> Vec<String>;
    /// Is shown a page that was looked at, with the files that were made before it.
    fn see(&self, files: &[(String, Bytes)]);
}

pub struct Live<'a> {
    disk: RwLock<Disk<'a>>,
    eyes: &'a dyn Eyes,
    /// Where pages are when they are not written.
    held: Option<Arc<Held>>,
    fresh: Mutex<Fresh>,
}

/// What a turn has made.
#[derive(Default)]
pub struct Fresh {
    /// Files by their names; without bytes where they are held no more, or are a copy of a file of the site.
    pub put: Vec<(String, Option<Bytes>)>,
    /// Files that are no more.
    pub gone: Vec<String>,
    held: usize,
    /// Pages that are looked at, and how many of the files that were put have been shown.
    wanted: BTreeSet<Route>,
    seen: usize,
}

impl<'a> Live<'a> {
    /// With somewhere to hold pages, none is written.
    pub fn new(disk: Disk<'a>, eyes: &'a dyn Eyes, held: Option<Arc<Held>>) -> Self {
        Self { disk: RwLock::new(disk), eyes, held, fresh: Mutex::default() }
    }

    /// What was made since it was last asked for.
    pub fn fresh(&self) -> Fresh {
        std::mem::take(&mut *self.made())
    }

    /// Puts what was made into the output folder.
    pub fn publish(&self) -> Result<Applied, ShellError> {
        self.change().output.publish()
    }

    /// Drops what was made, so that everything is as it was. Gives the files that have been shown.
    pub fn discard(&self) -> Vec<String> {
        let fresh = self.fresh();
        match &self.held {
            Some(held) => held.discard(),
            None => self.change().output.discard(),
        }
        fresh.put.into_iter().take(fresh.seen).map(|(file, _)| file).collect()
    }

    /// Makes what was kept so far the memory of the next build, whatever becomes of this process.
    pub fn remember(&self, home: &dyn Fn() -> Home) -> Result<(), ShellError> {
        let mut disk = self.change();
        let open = || Memory::open(home(), program::digest());
        let kept = std::mem::replace(&mut disk.memory, open());
        let committed = kept.commit();
        disk.memory = open();
        committed
    }

    /// Ends the following; what was kept becomes the memory of the next build.
    pub fn end(self) -> Result<(), ShellError> {
        self.disk.into_inner().unwrap_or_else(PoisonError::into_inner).memory.commit()
    }

    /// The disk itself, for what only the shell asks.
    pub fn disk(&self) -> RwLockReadGuard<'_, Disk<'a>> {
        self.disk.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self) -> RwLockWriteGuard<'_, Disk<'a>> {
        self.disk.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn made(&self) -> MutexGuard<'_, Fresh> {
        self.fresh.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World for Live<'_> {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        self.disk().recall(key)
    }

    fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        self.disk().recall_all(kind)
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        self.disk().keep(key, record);
    }

    fn forget(&self, key: RecordKey) {
        self.disk().forget(key);
    }

    fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        self.disk().text(path)
    }

    fn bytes(&self, path: &SourcePath) -> Option<Vec<u8>> {
        self.disk().bytes(path)
    }

    fn fetch(&self, name: &str) -> Option<Vec<u8>> {
        self.disk().fetch(name)
    }

    fn put_by(&self, name: &str, bytes: &[u8]) {
        self.disk().put_by(name, bytes);
    }

    fn stands(&self, file: &str) -> Option<Digest> {
        match &self.held {
            Some(held) => held.stands(file),
            None => self.disk().stands(file),
        }
    }

    fn retain(&self, file: &str) {
        match &self.held {
            Some(held) => held.retain(file),
            None => self.disk().retain(file),
        }
    }

    fn wanted(&self) -> BTreeSet<Route> {
        let wanted: BTreeSet<Route> = self.eyes.looked_at().iter().map(|route| Route::new(route)).collect();
        self.made().wanted.clone_from(&wanted);
        wanted
    }

    fn retract(&self, file: &str) {
        self.made().gone.push(file.to_owned());
        match &self.held {
            Some(held) => held.retract(file),
            None => self.disk().output.retract(file),
        }
    }

    fn stage(&self, stage: Stage, done: usize, of: usize) {
        self.disk().stage(stage, done, of);
    }

    fn forgets(&self) -> Option<KeyPart> {
        self.disk().forgets()
    }

    fn emit(&self, artifact: Artifact) {
        let (is_wanted, room) = {
            let made = self.made();
            (made.wanted.contains(&artifact.route), HELD.saturating_sub(made.held))
        };
        let bytes = match &artifact.body {
            Body::Bytes(bytes) if is_wanted || self.held.is_some() || bytes.len() <= room => {
                Some(Bytes::from(bytes.clone()))
            }
            _ => None,
        };
        let file = artifact.route.file();
        match &self.held {
            Some(held) => held.emit(&file, &artifact.body, bytes.clone()),
            None => self.disk().emit(artifact),
        }
        let mut made = self.made();
        made.held += bytes.as_ref().map_or(0, Bytes::len);
        made.put.push((file, bytes));
        if is_wanted {
            let unseen = made.put[made.seen..].iter().filter_map(|(file, bytes)| Some((file.clone(), bytes.clone()?)));
            self.eyes.see(&unseen.collect::<Vec<_>>());
            made.seen = made.put.len();
        }
    }
}
