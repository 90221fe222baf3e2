//! Makes one batch of what is told at once: a save is several deeds (write beside, rename, delete), and a site between two
//! of them is nobody's.

use super::Change;
use super::folders::{Folders, Place};
use notify::event::{AccessKind, AccessMode, CreateKind, EventKind, ModifyKind, RemoveKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A batch is told when nothing was heard for so long.
const QUIET: Duration = Duration::from_millis(6);
/// The same where a file is missing, empty or being written, as in the middle of a save.
const PATIENCE: Duration = Duration::from_millis(40);
/// Whoever writes without end is told of so often.
const MOST: Duration = Duration::from_millis(150);
/// Whether the system tells that a file which was written to is closed.
const TELLS_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// What is known of a file in the middle of a batch.
#[derive(Clone, Copy)]
struct Course {
    /// It came into being in this batch: that it is gone again is nothing to wait for.
    born: bool,
    /// Somebody writes.
    open: bool,
}

/// What was heard and not told yet.
#[derive(Default)]
pub struct Batch {
    files: BTreeMap<PathBuf, Course>,
    folders: BTreeSet<PathBuf>,
    /// Something was not heard.
    lost: bool,
    times: Option<(Instant, Instant)>,
}

impl Batch {
    /// Takes an event in; without watches everything in the site counts as a folder's.
    pub fn hear(&mut self, event: &notify::Event, folders: &Folders, now: Instant) {
        if event.need_rescan() {
            return self.lose(now);
        }
        let closed = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
        // A build that reads is no reason to build again.
        if matches!(event.kind, EventKind::Access(_)) && !closed {
            return;
        }
        for path in &event.paths {
            match folders.place(path) {
                Place::Elsewhere => {}
                Place::Folder(path) if !closed => {
                    self.folders.insert(path);
                    self.heard(now);
                }
                Place::Folder(path) => self.close(&[path], now),
                Place::Files(_) if is_folders(event.kind) => {
                    self.folders.insert(path.clone());
                    self.heard(now);
                }
                Place::Files(paths) if closed => self.close(&paths, now),
                Place::Files(paths) => {
                    paths.into_iter().for_each(|path| self.file(path, event.kind));
                    self.heard(now);
                }
            }
        }
    }

    /// Something happened that nobody told.
    pub fn lose(&mut self, now: Instant) {
        self.lost = true;
        self.heard(now);
    }

    fn file(&mut self, path: PathBuf, kind: EventKind) {
        let writes = matches!(kind, EventKind::Modify(ModifyKind::Data(_)) | EventKind::Create(_));
        let born = matches!(kind, EventKind::Create(_));
        let course = self.files.entry(path).or_insert(Course { born, open: false });
        match kind {
            EventKind::Modify(ModifyKind::Metadata(_)) => {}
            _ => course.open = writes && TELLS_CLOSING,
        }
    }

    /// A file that was written to is whole. One that nothing was written to is as it was.
    fn close(&mut self, paths: &[PathBuf], now: Instant) {
        for path in paths {
            if let Some(course) = self.files.get_mut(path) {
                course.open = false;
                self.times = self.times.map(|(first, _)| (first, now));
            }
        }
    }

    fn heard(&mut self, now: Instant) {
        let (first, _) = self.times.unwrap_or((now, now));
        self.times = Some((first, now));
    }

    /// How long there is to wait yet; none when there is nothing to tell.
    pub fn wait(&self, now: Instant) -> Option<Duration> {
        let (first, last) = self.times?;
        let most = first + MOST;
        let quiet = last + QUIET;
        let until = if quiet <= now && most > now && self.is_unsettled() { last + PATIENCE } else { quiet };
        Some(until.min(most).saturating_duration_since(now))
    }

    pub fn is_overdue(&self, now: Instant) -> bool {
        self.times.is_some_and(|(first, _)| first + MOST <= now)
    }

    fn is_unsettled(&self) -> bool {
        self.files.iter().any(|(path, course)| course.open || !course.born && is_missing_or_empty(path))
    }

    /// Whether watches must be made anew.
    pub fn turns_folders(&self) -> bool {
        self.lost || !self.folders.is_empty()
    }

    pub fn is_lost(&self) -> bool {
        self.lost
    }

    /// All that was heard, which is then forgotten.
    pub fn take(&mut self) -> Change {
        let Self { files, mut folders, lost, .. } = std::mem::take(self);
        let everything = lost || !folders.is_empty();
        folders.extend(files.into_keys());
        if everything { Change::Everything(folders) } else { Change::Paths(folders) }
    }
}

/// Whether an event says itself that it is about a folder.
fn is_folders(kind: EventKind) -> bool {
    matches!(kind, EventKind::Create(CreateKind::Folder) | EventKind::Remove(RemoveKind::Folder))
}

fn is_missing_or_empty(path: &Path) -> bool {
    fs::metadata(path).map_or(true, |meta| meta.len() == 0)
}
