//! The system's watches, one on each folder: so a folder is watched before it is listed, and what comes into it between
//! the two is told. Watches are never mended: when a folder comes or goes, all are made anew.

use super::Word;
use crate::shell::scan;
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::Sender;

/// Links that lead to links are followed so far.
const HOPS: usize = 8;

/// Why there are no watches.
#[derive(Debug)]
pub enum Trouble {
    /// The site is not there.
    Gone,
    /// The system watches no more than it does.
    Limit,
    Other(String),
}

/// Watches on all that the site is made of.
pub struct Folders {
    root: PathBuf,
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    /// What links of the site lead to, and the links.
    behind: BTreeMap<PathBuf, BTreeSet<PathBuf>>,
}

/// What an event's path is to the site.
#[derive(Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing.
    Elsewhere,
    /// A file, or the links that lead to it.
    Files(Vec<PathBuf>),
    /// A folder or a link, or what was one: the watches are not what they should be.
    Folder(PathBuf),
}

impl Folders {
    pub fn watch(root: &Path, words: Sender<Word>) -> Result<Self, Trouble> {
        let told = move |event| {
            // Nobody listens any more when the preview ends.
            let _ = words.send(Word::Event(event));
        };
        let watcher = notify::recommended_watcher(told).map_err(|error| trouble(&error))?;
        let mut folders = Self { root: root.to_owned(), watcher, watched: BTreeSet::new(), behind: BTreeMap::new() };
        if !folders.add(root)? {
            return Err(Trouble::Gone);
        }
        for top in scan::TOPS {
            folders.add_all(root.join(top))?;
        }
        Ok(folders)
    }

    /// Watches a folder and those in it.
    fn add_all(&mut self, top: PathBuf) -> Result<(), Trouble> {
        let mut waiting = vec![top];
        while let Some(folder) = waiting.pop() {
            if !folder.is_dir() || !self.add(&folder)? {
                continue;
            }
            // One that cannot be read is the build's to tell.
            let Ok(entries) = fs::read_dir(&folder) else { continue };
            for entry in entries.filter_map(Result::ok).filter(|entry| scan::is_ours(&entry.file_name())) {
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => waiting.push(entry.path()),
                    Ok(kind) if kind.is_symlink() => self.add_behind(entry.path())?,
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// Watches what a link leads to, by the folder that it lies in.
    fn add_behind(&mut self, link: PathBuf) -> Result<(), Trouble> {
        let mut at = link.clone();
        for _ in 0..HOPS {
            let (Ok(target), Some(folder)) = (fs::read_link(&at), at.parent()) else { break };
            let Some(name) = target.file_name() else { break };
            // Of a folder that is not there the system tells nothing.
            let Ok(folder) = folder.join(&target).parent().unwrap_or(folder).canonicalize() else { break };
            at = folder.join(name);
            self.behind.entry(at.clone()).or_default().insert(link.clone());
            if !self.watched.contains(&folder) {
                self.add(&folder)?;
            }
        }
        Ok(())
    }

    /// Whether a folder could be watched. One that vanished meanwhile is told by the folder that it was in.
    fn add(&mut self, folder: &Path) -> Result<bool, Trouble> {
        match self.watcher.watch(folder, RecursiveMode::NonRecursive) {
            Ok(()) => {
                self.watched.insert(folder.to_owned());
                Ok(true)
            }
            Err(error) => match (trouble(&error), &error.kind) {
                (Trouble::Gone, _) => Ok(false),
                (_, ErrorKind::Io(error)) if error.kind() == std::io::ErrorKind::PermissionDenied => Ok(false),
                (trouble, _) => Err(trouble),
            },
        }
    }

    /// What an event at `path` is about.
    pub fn place(&self, path: &Path) -> Place {
        if let Some(links) = self.behind.get(path) {
            let is_file = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
            // What was a file may now be a link to another.
            return if is_file { self.with_links(path, links) } else { Place::Folder(path.to_owned()) };
        }
        let is_site = path == self.root;
        if !is_site && !is_ours(&self.root, path) {
            return Place::Elsewhere;
        }
        let meta = fs::symlink_metadata(path);
        let turns = meta.is_ok_and(|meta| meta.is_dir() || meta.is_symlink());
        if is_site || turns || self.watched.contains(path) {
            return Place::Folder(path.to_owned());
        }
        Place::Files(vec![path.to_owned()])
    }

    fn with_links(&self, path: &Path, links: &BTreeSet<PathBuf>) -> Place {
        let own = is_ours(&self.root, path).then(|| path.to_owned());
        Place::Files(links.iter().cloned().chain(own).collect())
    }
}

/// Whether a path lies where sources do, under no name that editors and systems leave.
fn is_ours(root: &Path, path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut parts = inside.components();
    let is_top = |part: Component| scan::TOPS.iter().any(|top| part.as_os_str() == *top);
    parts.next().is_some_and(is_top) && parts.all(|part| scan::is_ours(part.as_os_str()))
}

fn trouble(error: &notify::Error) -> Trouble {
    match &error.kind {
        ErrorKind::MaxFilesWatch => Trouble::Limit,
        ErrorKind::PathNotFound | ErrorKind::WatchNotFound => Trouble::Gone,
        ErrorKind::Io(error)
            if matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) =>
        {
            Trouble::Gone
        }
        // The number of processes that watch has a limit too.
        ErrorKind::Io(error) if error.raw_os_error() == Some(24) => Trouble::Limit,
        _ => Trouble::Other(error.to_string()),
    }
}
