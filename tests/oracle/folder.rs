//! A site on a real disk, and a picture of it in memory: what a step does to one it does to the other.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::SystemTime;

/// Files by their path from a folder.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Files with their bytes and times.
pub type Tree = BTreeMap<String, (Vec<u8>, SystemTime)>;

/// A folder of the test's own, in memory where there is a place for that; gone when it is dropped.
pub struct Scratch(pub PathBuf);

impl Scratch {
    pub fn new() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let fast = Path::new("/dev/shm");
        let base = if fast.is_dir() { fast.to_owned() } else { std::env::temp_dir() };
        let name = format!("rapporteur-oracle-{}-{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let path = base.join(name);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path.canonicalize().expect("a folder for the test"))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The site of one history.
pub struct Folder {
    scratch: Scratch,
    /// The sources as they stand on the disk.
    pub sources: Files,
}

impl Folder {
    pub fn new(sources: &Files) -> Self {
        let mut folder = Self { scratch: Scratch::new(), sources: Files::new() };
        sources.iter().for_each(|(path, bytes)| folder.write(path, bytes.clone()));
        folder
    }

    /// Where the site lies.
    pub fn root(&self) -> &Path {
        &self.scratch.0
    }

    pub fn output(&self) -> PathBuf {
        self.root().join("public")
    }

    pub fn memory(&self) -> PathBuf {
        self.root().join(".rapporteur")
    }

    pub fn text(&self, path: &str) -> Option<&str> {
        self.sources.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok())
    }

    /// Writes a source as editors do: beside the old, and then renamed.
    pub fn write(&mut self, path: &str, bytes: Vec<u8>) {
        put(self.root(), path, &bytes);
        self.sources.insert(path.to_owned(), bytes);
    }

    /// Writes bytes of the same number into the file that is there, and turns its time back.
    pub fn write_quietly(&mut self, path: &str, bytes: Vec<u8>) {
        let file = self.root().join(path);
        let before = fs::metadata(&file).and_then(|meta| meta.modified()).expect("the time of a source");
        fs::write(&file, &bytes).expect("a source");
        set_time(&file, before);
        self.sources.insert(path.to_owned(), bytes);
    }

    /// Gives a file the time of now.
    pub fn touch(&self, path: &str) {
        set_time(&self.root().join(path), SystemTime::now());
    }

    pub fn remove(&mut self, path: &str) {
        fs::remove_file(self.root().join(path)).expect("a source");
        self.sources.remove(path);
        self.remove_empty(path);
    }

    /// Renames a file; its inode and its time stay.
    pub fn rename(&mut self, from: &str, to: &str) {
        let target = self.root().join(to);
        fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
        fs::rename(self.root().join(from), target).expect("a source");
        let bytes = self.sources.remove(from).unwrap_or_default();
        self.sources.insert(to.to_owned(), bytes);
        self.remove_empty(from);
    }

    /// Puts two files in each other's place; both keep their inodes and times.
    pub fn swap(&mut self, one: &str, other: &str) {
        let between = format!("{one}.between");
        self.rename(one, &between);
        self.rename(other, one);
        self.rename(&between, other);
    }

    /// Makes the sources what they were once.
    pub fn restore(&mut self, sources: &Files) {
        let gone: Vec<String> = self.sources.keys().filter(|path| !sources.contains_key(*path)).cloned().collect();
        gone.iter().for_each(|path| self.remove(path));
        for (path, bytes) in sources {
            if self.sources.get(path) != Some(bytes) {
                self.write(path, bytes.clone());
            }
        }
    }

    /// The same sources in another folder, as a fresh checkout has them.
    pub fn copy(&self) -> Folder {
        Folder::new(&self.sources)
    }

    /// Git and people leave no empty folders behind.
    fn remove_empty(&self, path: &str) {
        let inside = Path::new(path).ancestors().skip(1).filter(|folder| folder.components().count() > 1);
        inside.take_while(|folder| fs::remove_dir(self.root().join(folder)).is_ok()).for_each(drop);
    }
}

/// Writes a file below `root` by rename.
pub fn put(root: &Path, path: &str, bytes: &[u8]) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    let fresh = file.with_extension("tmp");
    fs::write(&fresh, bytes).expect("a file");
    fs::rename(&fresh, &file).expect("a file");
}

/// Makes a folder what it was once, times and all.
pub fn replace(folder: &Path, tree: &Tree) {
    let _ = fs::remove_dir_all(folder);
    for (path, (bytes, time)) in tree {
        put(folder, path, bytes);
        set_time(&folder.join(path), *time);
    }
}

fn set_time(file: &Path, time: SystemTime) {
    File::options().write(true).open(file).and_then(|file| file.set_modified(time)).expect("a time");
}

/// Every file below a folder.
pub fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    for entry in files.filter(|entry| !entry.file_type().is_dir()) {
        let path = entry.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
        let time = entry.metadata().ok().and_then(|meta| meta.modified().ok()).expect("a time");
        tree.insert(path, (fs::read(entry.path()).expect("bytes"), time));
    }
    tree
}
