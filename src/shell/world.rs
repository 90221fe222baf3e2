//! The disk as a build sees it: the memory of earlier builds, and the output folder.

use super::ShellError;
use super::output::{Applied, Foreign, Output};
use super::program;
use super::scan;
use super::store::{Memory, PutBy, Store};
use super::timings::Timings;
use crate::build::{KeyPart, RecordKey, RecordKind, Stage, World};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::source::{Content, SourcePath};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Dropped without `publish`, it leaves everything as it was.
pub struct Disk<'a> {
    pub memory: Memory,
    pub output: Output,
    put_by: PutBy,
    root: PathBuf,
    timings: &'a Timings,
    /// A part of keys that is left out, to show that it would be missed.
    pub forgets: Option<KeyPart>,
}

impl<'a> Disk<'a> {
    /// For the site at the first path, the output folder at the second.
    pub fn open(places: (&Path, &Path), store: &Store, how: (Foreign, &'a Timings)) -> Self {
        let (foreign, timings) = how;
        let home = store.home(places.1);
        let put_by = PutBy::open(&home);
        let memory = Memory::open(home, program::digest());
        let output = Output::open(places, store, foreign);
        Self { memory, output, put_by, root: places.0.to_owned(), timings, forgets: None }
    }

    /// Puts in place what was emitted, and then makes what was kept the memory of the next build. A build without errors
    /// has been published even where the memory cannot be written: that is a note.
    pub fn publish(mut self, store: &Store) -> Result<Applied, ShellError> {
        self.timings.stage(Stage::Apply, 0, 0);
        let applied = self.output.publish()?;
        let files = applied.written + applied.deleted;
        self.timings.stage(Stage::Apply, files, files);
        self.timings.wrote(applied.bytes);
        self.put_by.sweep();
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

    fn text(&self, path: &SourcePath) -> Option<Arc<str>> {
        match scan::read(&self.root, path) {
            Ok(Content::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn bytes(&self, path: &SourcePath) -> Option<Vec<u8>> {
        scan::bytes(&self.root, path)
    }

    fn fetch(&self, name: &str) -> Option<Vec<u8>> {
        self.put_by.fetch(name)
    }

    fn put_by(&self, name: &str, bytes: &[u8]) {
        self.put_by.put(name, bytes);
    }

    fn stands(&self, file: &str) -> Option<Digest> {
        self.output.stands(file)
    }

    fn stage(&self, stage: Stage, done: usize, of: usize) {
        self.timings.stage(stage, done, of);
    }

    fn forgets(&self) -> Option<KeyPart> {
        self.forgets
    }

    fn retain(&self, file: &str) {
        self.output.keep_file(file);
    }

    fn emit(&self, artifact: Artifact) {
        self.output.emit(&artifact);
    }
}

#[cfg(test)]
mod tests {
    use super::Disk;
    use crate::build::{RecordKey, RecordKind, World};
    use crate::model::artifact::{Artifact, Body};
    use crate::model::digest::Digest;
    use crate::model::ids::Route;
    use crate::shell::cli::Format;
    use crate::shell::output::{Foreign, output};
    use crate::shell::progress::Progress;
    use crate::shell::store::Store;
    use crate::shell::timings::Timings;
    use std::fs;

    #[test]
    fn what_is_published_is_remembered_and_what_is_dropped_is_not() {
        let root = std::env::temp_dir().join(format!("rapporteur-world-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a folder");
        let root = root.canonicalize().expect("a folder");
        let public = output(&root, "public".as_ref()).expect("an output folder");
        let store = Store::open(&root).expect("the store");
        let key = RecordKey { kind: RecordKind::Shelf, name: "/a/" };
        let timings = Timings::begin(Progress::new(Format::Json));
        let build = |text: &str| {
            let disk = Disk::open((&root, &public), &store, (Foreign::Kept, &timings));
            disk.keep(key, text.as_bytes().to_vec());
            disk.emit(Artifact { route: Route::new("/a/"), body: Body::Bytes(text.as_bytes().to_vec()) });
            disk
        };
        let known = || {
            let disk = Disk::open((&root, &public), &store, (Foreign::Kept, &timings));
            (disk.recall(key), disk.recall_all(RecordKind::Shelf).len(), disk.stands("a/index.html"))
        };
        drop(build("one"));
        assert_eq!(known(), (None, 0, None));
        build("one").publish(&store).expect("a build");
        drop(build("two"));
        assert_eq!(known(), (Some(b"one".to_vec()), 1, Some(Digest::of(b"one"))));
        let disk = build("two");
        disk.forget(key);
        disk.publish(&store).expect("a build");
        assert_eq!(known(), (None, 0, Some(Digest::of(b"two"))));
        fs::remove_dir_all(&root).expect("a folder of the test's own");
    }
}
