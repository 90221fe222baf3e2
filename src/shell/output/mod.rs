//! Brings an output folder to what a build makes, without ever leaving half a page or half a site: what differs waits
//! outside it until all is made, and is then put in its place file by file; what earlier builds wrote and this one did
//! not make is deleted last. Artifacts are taken one at a time, from many threads, and none is held.

mod content;
mod folder;
mod leftover;
mod publish;
mod staging;

#[cfg(test)]
mod tests;

pub use content::{digest_of, has_bytes_of};
pub use folder::output;
pub use publish::clean;

use super::ShellError;
use super::stat::Stat;
use super::store::ledger::{Entry, Ledger};
use super::store::{Home, Store};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use content::Content;
use folder::stays_inside;
use rayon::prelude::*;
use staging::{Staged, Staging};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// Words by which a file of ours is known when the ledger is lost.
const MARK: &[u8] = b"rapporteur";
/// Where in a file they are looked for.
const MARKED: u64 = 4096;

/// What was done, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    pub written: usize,
    pub unchanged: usize,
    pub deleted: usize,
    /// Bytes of the files that were written.
    pub bytes: u64,
}

/// Whether files at our addresses that we did not write may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    Kept,
    Replaced,
}

/// An output folder while a build is made for it. Dropped without `publish`, it leaves the folder as it was.
pub struct Output {
    root: PathBuf,
    folder: PathBuf,
    home: Home,
    foreign: Foreign,
    known: Option<Ledger>,
    /// For each row of the ledger whether the file is of this build too.
    stays: Vec<AtomicBool>,
    /// Whether a turn of this process has published, so that all files of the ledger are of the next turn too.
    published: bool,
    unchanged: AtomicUsize,
    /// Files whose line in the ledger is new.
    placed: Mutex<Vec<Placed>>,
    staging: Staging,
    /// What failed at the file whose name comes first, so that one and the same is told however threads ran.
    failed: Mutex<Option<(String, ShellError)>>,
}

/// A file of this build as the ledger will have it.
struct Placed {
    file: String,
    entry: Entry,
    /// The number under which it waits, if it does not stand already.
    staged: Option<u64>,
}

/// What stands where a file must.
struct Standing {
    stat: Stat,
    modified: Option<SystemTime>,
    is_file: bool,
}

impl Output {
    /// For the site at the first path, the output folder at the second.
    pub fn open(places: (&Path, &Path), store: &Store, foreign: Foreign) -> Self {
        let (root, folder) = places;
        let home = store.home(folder);
        let known = home.ledger();
        let waiting = if home.writable { home.path.join("staged") } else { folder.join(".rapporteur-staged") };
        Self {
            root: root.to_owned(),
            folder: folder.to_owned(),
            home,
            foreign,
            stays: stays(known.as_ref(), false),
            known,
            published: false,
            unchanged: AtomicUsize::new(0),
            placed: Mutex::new(Vec::new()),
            staging: Staging::new(waiting),
            failed: Mutex::new(None),
        }
    }

    /// The digest of the bytes that stand under `file`, as they were written; none when the file is not there or is not
    /// as it was left.
    pub fn stands(&self, file: &str) -> Option<Digest> {
        let (_, entry) = self.row(file)?;
        let meta = fs::symlink_metadata(self.folder.join(file)).ok()?;
        (meta.is_file() && Stat::of(&meta).is_as_left(&entry.left)).then_some(entry.digest)
    }

    /// Whether all files that earlier builds wrote stand as they were left, so that they are those of this build too.
    pub fn all_stand(&self) -> bool {
        let Some(known) = &self.known else { return false };
        (0..known.len()).into_par_iter().all(|row| {
            let meta = fs::symlink_metadata(self.folder.join(known.file(row)));
            meta.is_ok_and(|meta| meta.is_file() && Stat::of(&meta).is_as_left(&known.entry(row).left))
        })
    }

    /// The digest of a file's bytes as the ledger has it.
    pub fn entry(&self, file: &str) -> Option<Digest> {
        self.row(file).map(|(_, entry)| entry.digest)
    }

    /// All files that were written, as they were left.
    pub fn ledger(&self) -> Option<Ledger> {
        self.known.clone()
    }

    /// How many files earlier builds wrote.
    pub fn count(&self) -> usize {
        self.known.as_ref().map_or(0, Ledger::len)
    }

    /// Says that a file of earlier builds, which `stands`, is of this one too.
    pub fn keep_file(&self, file: &str) {
        if let Some((row, _)) = self.row(file) {
            self.stays[row].store(true, Ordering::Relaxed);
            self.unchanged.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Says that a file of an earlier turn is of this one no more.
    pub fn retract(&self, file: &str) {
        if let Some((row, _)) = self.row(file) {
            self.stays[row].store(false, Ordering::Relaxed);
        }
    }

    /// Takes an artifact that is to stand in the output. What fails is told by `publish`.
    pub fn emit(&self, artifact: &Artifact) {
        let file = artifact.route.file();
        if let Err(error) = self.place(&file, artifact) {
            let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
            if failed.as_ref().is_none_or(|(first, _)| file < *first) {
                *failed = Some((file, error));
            }
        }
    }

    /// Takes artifacts that are all there already, on all cores.
    pub fn emit_all(&self, artifacts: &[Artifact]) {
        artifacts.par_iter().for_each(|artifact| self.emit(artifact));
    }

    fn row(&self, file: &str) -> Option<(usize, Entry)> {
        let known = self.known.as_ref()?;
        let row = known.find(file)?;
        Some((row, known.entry(row)))
    }

    fn place(&self, file: &str, artifact: &Artifact) -> Result<(), ShellError> {
        stays_inside(file)?;
        let path = self.folder.join(file);
        let known = self.row(file);
        if let Some((row, _)) = known {
            self.stays[row].store(true, Ordering::Relaxed);
        }
        let content = Content::of(&artifact.body, &self.root)?;
        let standing = self.standing(&path)?;
        let old = standing.as_ref().and_then(|standing| standing.modified);
        if let Some(standing) = standing {
            let entry = known.map(|(_, entry)| entry);
            if let Some(entry) = self.same(&path, (&content, entry), &standing)? {
                self.unchanged.fetch_add(1, Ordering::Relaxed);
                if known.is_none_or(|(_, known)| known != entry) {
                    self.add(Placed { file: file.to_owned(), entry, staged: None });
                }
                return Ok(());
            }
            self.may_replace(&path, (known.is_some(), &standing))?;
        }
        let Staged { number, digest, stat } = self.staging.stage(&content, old)?;
        let entry = Entry { digest, left: Stat { changed: 0, ..stat }, source: content.source() };
        self.add(Placed { file: file.to_owned(), entry, staged: Some(number) });
        Ok(())
    }

    fn add(&self, placed: Placed) {
        self.placed.lock().unwrap_or_else(PoisonError::into_inner).push(placed);
    }

    fn standing(&self, path: &Path) -> Result<Option<Standing>, ShellError> {
        let Ok(meta) = fs::symlink_metadata(path) else { return Ok(None) };
        if meta.is_dir() {
            let why = format!("a folder stands where the page {} must", path.display());
            return Err(ShellError::refused(why, "move it away"));
        }
        Ok(Some(Standing { stat: Stat::of(&meta), modified: meta.modified().ok(), is_file: meta.is_file() }))
    }

    /// The file's line in the ledger if what stands there is what must.
    fn same(
        &self,
        path: &Path,
        wanted: (&Content, Option<Entry>),
        standing: &Standing,
    ) -> Result<Option<Entry>, ShellError> {
        let (content, known) = wanted;
        if !standing.is_file || standing.stat.size != content.size() {
            return Ok(None);
        }
        let source = content.source();
        let left = known.filter(|entry| standing.stat.is_as_left(&entry.left));
        if let Some(entry) = left.filter(|entry| source.is_some() && entry.source == source) {
            return Ok(Some(entry));
        }
        let digest = content.digest()?;
        let there = match left {
            Some(entry) => entry.digest,
            None => digest_of(path)?,
        };
        let left = Stat { changed: 0, ..standing.stat };
        Ok((there == digest).then_some(Entry { digest, left, source }))
    }

    /// Refuses to replace what is not ours.
    fn may_replace(&self, path: &Path, what: (bool, &Standing)) -> Result<(), ShellError> {
        let (listed, standing) = what;
        if listed || self.foreign == Foreign::Replaced || self.known.is_none() && standing.is_file && marked(path)? {
            return Ok(());
        }
        let why = format!("{} stands where a page must, and rapporteur did not write it", path.display());
        Err(ShellError::refused(why, "move it away, or build with --force to replace it"))
    }
}

/// A mark for each row of a ledger.
fn stays(known: Option<&Ledger>, stay: bool) -> Vec<AtomicBool> {
    (0..known.map_or(0, Ledger::len)).map(|_| AtomicBool::new(stay)).collect()
}

/// Whether a file says in its beginning that we made it.
fn marked(path: &Path) -> Result<bool, ShellError> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(ShellError::at("read", path))?;
    file.take(MARKED).read_to_end(&mut bytes).map_err(ShellError::at("read", path))?;
    Ok(bytes.windows(MARK.len()).any(|window| window == MARK))
}
