//! Whether what stands in the output is what a build without a memory makes: for `build --verify`. Pages are compared as
//! they are made and dropped, so that a large site needs no more room than in any build.

use super::ShellError;
use super::output;
use super::program;
use super::scan;
use super::store::{Home, Memory};
use super::timings::Timings;
use crate::build::{RecordKey, RecordKind, Stage, World};
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::source::SourcePath;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A world in which nothing is remembered and nothing is written: what is made is held against the output.
pub struct Clean<'a> {
    root: &'a Path,
    output: &'a Path,
    home: Home,
    /// Of this build alone: it keeps texts of reports until pages ask for them.
    memory: Memory,
    timings: &'a Timings,
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    files: BTreeSet<String>,
    differences: BTreeMap<String, Difference>,
    failed: Option<(String, ShellError)>,
}

/// What is wrong with a file of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    Other,
    Missing,
    Surplus,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Other => "differs",
            Self::Missing => "is missing",
            Self::Surplus => "should not be there",
        })
    }
}

/// What came of a comparison.
#[derive(Debug)]
pub struct Compared {
    /// Files of a clean build.
    pub files: usize,
    pub differences: BTreeMap<String, Difference>,
}

impl<'a> Clean<'a> {
    /// For the site at the first path, the output folder at the second, whose own home is `home`.
    pub fn open(places: (&'a Path, &'a Path), home: &Home, timings: &'a Timings) -> Self {
        let (root, output) = places;
        let aside = home.aside();
        let home = home.clone();
        Self { root, output, home, memory: Memory::open(aside, program::digest()), timings, seen: Mutex::default() }
    }

    /// What differs, now that all is made: with the files that earlier builds wrote and this one did not make.
    pub fn compared(self) -> Result<Compared, ShellError> {
        let Self { home, memory, seen, .. } = self;
        drop(memory);
        home.forget_aside();
        let Seen { files, mut differences, failed } = seen.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, error)) = failed {
            return Err(error);
        }
        let written = home.ledger().map_or_else(Vec::new, |ledger| ledger.files());
        let surplus = written.into_iter().filter(|file| !files.contains(file));
        differences.extend(surplus.map(|file| (file, Difference::Surplus)));
        Ok(Compared { files: files.len(), differences })
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn difference(&self, path: &Path, artifact: &Artifact) -> Result<Option<Difference>, ShellError> {
        Ok(match output::has_bytes_of(path, &artifact.body, self.root)? {
            Some(true) => None,
            Some(false) => Some(Difference::Other),
            None => Some(Difference::Missing),
        })
    }
}

impl World for Clean<'_> {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        self.memory.recall(key)
    }

    fn recall_all(&self, _kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        Vec::new()
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        self.memory.keep(key, &record);
    }

    fn forget(&self, key: RecordKey) {
        self.memory.forget(key);
    }

    fn text(&self, _path: &SourcePath) -> Option<Arc<str>> {
        None
    }

    fn bytes(&self, path: &SourcePath) -> Option<Vec<u8>> {
        scan::bytes(self.root, path)
    }

    fn stands(&self, _file: &str) -> Option<Digest> {
        None
    }

    fn retain(&self, _file: &str) {}

    fn stage(&self, stage: Stage, done: usize, of: usize) {
        self.timings.stage(stage, done, of);
    }

    fn emit(&self, artifact: Artifact) {
        let file = artifact.route.file();
        let difference = self.difference(&self.output.join(&file), &artifact);
        let mut seen = self.seen();
        match difference {
            Ok(None) => {}
            Ok(Some(difference)) => {
                seen.differences.insert(file.clone(), difference);
            }
            Err(error) => {
                if seen.failed.as_ref().is_none_or(|(first, _)| file < *first) {
                    seen.failed = Some((file.clone(), error));
                }
            }
        }
        seen.files.insert(file);
    }
}

#[cfg(test)]
mod tests {
    use super::{Clean, Difference};
    use crate::build::{RecordKey, RecordKind, World};
    use crate::model::artifact::{Artifact, Body};
    use crate::model::ids::Route;
    use crate::shell::cli::Format;
    use crate::shell::output::{Foreign, output};
    use crate::shell::progress::Progress;
    use crate::shell::store::Store;
    use crate::shell::timings::Timings;
    use crate::shell::world::Disk;
    use std::fs;

    fn page(route: &str, text: &str) -> Artifact {
        Artifact { route: Route::new(route), body: Body::Bytes(text.as_bytes().to_vec()) }
    }

    #[test]
    fn another_a_missing_and_a_surplus_file_are_told_and_nothing_is_left_behind() {
        let root = std::env::temp_dir().join(format!("rapporteur-verify-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("content")).expect("a folder");
        let root = root.canonicalize().expect("a folder");
        fs::write(root.join("content/a.txt"), "copy").expect("a file");
        let public = output(&root, "public".as_ref()).expect("an output folder");
        let store = Store::open(&root).expect("the store");
        let timings = Timings::begin(Progress::new(Format::Json));
        let copy = || Artifact { route: Route::new("/a.txt"), body: Body::Copy("content/a.txt".into()) };
        let disk = Disk::open((&root, &public), &store, (Foreign::Kept, &timings));
        let made = [page("/a/", "one"), page("/b/", "two"), page("/c/", "six"), page("/d/", "ten"), copy()];
        made.into_iter().for_each(|artifact| disk.emit(artifact));
        disk.publish(&store).expect("a build");
        let home = store.home(&public);
        let compare = |artifacts: [Artifact; 4]| {
            let clean = Clean::open((&root, &public), &home, &timings);
            let key = RecordKey { kind: RecordKind::Text, name: "a" };
            clean.keep(key, b"text".to_vec());
            assert_eq!(clean.recall(key), Some(b"text".to_vec()));
            artifacts.into_iter().for_each(|artifact| clean.emit(artifact));
            clean.compared().expect("a comparison")
        };
        // Of the same size as what stands there.
        fs::write(public.join("b/index.html"), "TWO").expect("a file");
        fs::remove_file(public.join("c/index.html")).expect("a file that goes");
        let found = compare([page("/a/", "one"), page("/b/", "two"), page("/c/", "six"), copy()]);
        let wanted = [
            ("b/index.html", Difference::Other),
            ("c/index.html", Difference::Missing),
            ("d/index.html", Difference::Surplus),
        ];
        assert_eq!(found.files, 4);
        assert_eq!(found.differences, wanted.map(|(file, what)| (file.to_owned(), what)).into());
        fs::write(root.join("content/a.txt"), "COPY").expect("a file");
        let found = compare([page("/a/", "one"), page("/b/", "TWO"), page("/d/", "ten"), copy()]);
        let wanted = [("a.txt", Difference::Other), ("c/index.html", Difference::Surplus)];
        assert_eq!(found.differences, wanted.map(|(file, what)| (file.to_owned(), what)).into());
        let left = fs::read_dir(&home.path).expect("the home").flatten().map(|entry| entry.file_name());
        assert!(!left.into_iter().any(|name| name == "aside"), "the comparison left its own memory behind");
        fs::remove_dir_all(&root).expect("a folder of the test's own");
    }
}
