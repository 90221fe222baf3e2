//! The memory held against a map in which nothing can go wrong, and against damage of every byte.

use super::{Memory, Store};
use crate::build::{RecordKey, RecordKind};
use crate::model::digest::Digest;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const KINDS: [RecordKind; 4] = [RecordKind::Site, RecordKind::Report, RecordKind::Text, RecordKind::Shelf];

type Records = BTreeMap<(RecordKind, String), Vec<u8>>;

/// An empty folder, deleted when the test is over.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("rapporteur-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Self(folder.canonicalize().expect("a folder"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn program() -> Digest {
    Digest::of(b"this program")
}

fn open(store: &Store) -> Memory {
    Memory::open(store.home(Path::new("public")), program())
}

fn key(kind: RecordKind, name: &str) -> RecordKey<'_> {
    RecordKey { kind, name }
}

fn store(folder: &Folder) -> Store {
    Store::open(&folder.0).expect("the store")
}

/// Files of the memory with their bytes, in the order of names.
fn files(home: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(home).expect("a folder").map(|entry| entry.expect("a file").path());
    entries.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).expect("bytes"))).collect()
}

/// All that a memory gives, by both ways, which must be the same.
fn everything(memory: &Memory, names: &[&str]) -> Records {
    let mut all = Records::new();
    for kind in KINDS {
        let of_kind: BTreeMap<String, Vec<u8>> = memory.recall_all(kind).into_iter().collect();
        for name in names {
            assert_eq!(memory.recall(key(kind, name)).as_ref(), of_kind.get(*name), "{kind:?} {name}");
        }
        all.extend(of_kind.into_iter().map(|(name, record)| ((kind, name), record)));
    }
    all
}

/// A small memory of two segments with all that there can be: a shadowed, an empty and a forgotten record.
fn small(folder: &Folder) -> Records {
    let store = store(folder);
    let memory = open(&store);
    memory.keep(key(RecordKind::Report, "a"), b"old words that are longer than all others");
    for at in [0, 3, 7, 11] {
        memory.keep(key(RecordKind::Text, &format!("t{at}")), b"stays and outweighs");
    }
    memory.keep(key(RecordKind::Report, "b"), b"stays");
    memory.keep(key(RecordKind::Report, "gone"), b"forgotten");
    memory.keep(key(RecordKind::Site, ""), b"the site");
    memory.commit().expect("a commit");
    let memory = open(&store);
    memory.keep(key(RecordKind::Report, "a"), b"new words");
    memory.keep(key(RecordKind::Shelf, "/empty/"), b"");
    memory.forget(key(RecordKind::Report, "gone"));
    memory.commit().expect("a commit");
    assert_eq!(files(&store.home(Path::new("public")).path).len(), 3, "a manifest and two segments");
    everything(&open(&store), &NAMES)
}

const NAMES: [&str; 7] = ["", "a", "b", "gone", "t0", "t11", "/empty/"];

/// Puts damaged bytes in place of a file's, reads all, commits, and reads all again.
fn survives(store: &Store, whole: &BTreeMap<PathBuf, Vec<u8>>, wanted: &Records, damage: (&Path, &[u8])) -> usize {
    let home = store.home(Path::new("public")).path;
    files(&home).keys().for_each(|path| fs::remove_file(path).expect("a file of the test's own"));
    whole.iter().for_each(|(path, bytes)| fs::write(path, bytes).expect("a file"));
    fs::write(damage.0, damage.1).expect("a file");
    let memory = open(store);
    let found = everything(&memory, &NAMES);
    assert!(found.iter().all(|(key, record)| wanted.get(key) == Some(record)), "a wrong record: {found:?}");
    let notes = store.notes.take();
    assert!(notes.len() <= 1 && (found.len() == wanted.len()) == notes.is_empty(), "{notes:?}");
    memory.keep(key(RecordKind::Site, "new"), b"new");
    memory.commit().expect("a commit");
    let healed = open(store);
    let mut after = everything(&healed, &NAMES);
    assert_eq!(after.remove(&(RecordKind::Site, "new".to_owned())), Some(b"new".to_vec()));
    assert_eq!(after, found, "what was sound is there, and nothing else");
    assert_eq!(store.notes.take(), Vec::<String>::new(), "nobody is told twice");
    found.len()
}

#[test]
fn no_byte_that_is_changed_gives_a_wrong_record() {
    let folder = Folder::new("flipped");
    let wanted = small(&folder);
    let store = store(&folder);
    let whole = files(&store.home(Path::new("public")).path);
    let (mut empty, mut partly) = (0, 0);
    for (path, bytes) in &whole {
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            match survives(&store, &whole, &wanted, (path, &damaged)) {
                0 => empty += 1,
                found if found < wanted.len() => partly += 1,
                _ => {}
            }
        }
    }
    let records: usize = wanted.values().map(Vec::len).sum();
    assert_eq!(partly, records, "each byte of each live record, and no other, costs that record alone");
    assert!(empty > 400, "{empty}");
}

#[test]
fn no_length_at_which_a_file_is_cut_gives_a_wrong_record() {
    let folder = Folder::new("cut");
    let wanted = small(&folder);
    let store = store(&folder);
    let whole = files(&store.home(Path::new("public")).path);
    for (path, bytes) in &whole {
        for length in 0..bytes.len() {
            assert_eq!(survives(&store, &whole, &wanted, (path, &bytes[..length])), 0);
        }
        let longer = [bytes.as_slice(), b"x"].concat();
        assert_eq!(survives(&store, &whole, &wanted, (path, &longer)), 0);
    }
}

/// A hundred builds of random deeds: what is recalled is what a map holds, and files stay few.
#[test]
fn any_history_of_builds_ends_where_a_map_does() {
    let folder = Folder::new("history");
    let mut wanted = Records::new();
    let mut dice = 1_u64;
    let mut throw = move |below: u64| {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) % below
    };
    let mut most = 0;
    for build in 0..100 {
        let store = store(&folder);
        let memory = open(&store);
        let before = everything(&memory, &[]);
        assert_eq!(before, wanted, "build {build}");
        let mut after = wanted.clone();
        for _ in 0..throw(if build % 10 == 0 { 200 } else { 6 }) {
            let kind = KINDS[throw(4) as usize];
            let name = format!("name-{}", throw(90));
            if throw(4) == 0 {
                memory.forget(key(kind, &name));
                after.remove(&(kind, name));
            } else {
                let record = vec![throw(256) as u8; throw(5_000) as usize];
                memory.keep(key(kind, &name), &record);
                after.insert((kind, name), record);
            }
        }
        assert_eq!(everything(&memory, &[]), before, "what is kept is for the next build");
        if throw(5) > 0 {
            memory.commit().expect("a commit");
            wanted = after;
        } else {
            drop(memory);
        }
        assert_eq!(store.notes.take(), Vec::<String>::new());
        let files = files(&store.home(Path::new("public")).path);
        let bytes: usize = files.values().map(Vec::len).sum();
        let live: usize = wanted.values().map(Vec::len).sum();
        assert!(files.len() <= 17 && bytes < live * 2 + 40_000, "{} files, {bytes} for {live}", files.len());
        most = most.max(files.len());
    }
    assert!(most > 4 && wanted.len() > 50, "the history was one: {most} files, {} records", wanted.len());
}

#[test]
fn many_threads_keep_and_recall_at_once() {
    let folder = Folder::new("threads");
    let store = store(&folder);
    let names: Vec<String> = (0..400).map(|at| format!("content/{at}.md")).collect();
    let record = |at: usize, build: u8| vec![build; at * 40];
    for build in 0..3_u8 {
        let memory = open(&store);
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (memory, names) = (&memory, &names);
                scope.spawn(move || {
                    for at in (thread..names.len()).step_by(4) {
                        memory.keep(key(RecordKind::Text, &names[at]), &record(at, build));
                        let found = memory.recall(key(RecordKind::Text, &names[at]));
                        assert_eq!(found, Some(record(at, build)), "what was just kept");
                        assert_eq!(memory.recall(key(RecordKind::Report, &names[at])), None);
                    }
                });
            }
        });
        memory.commit().expect("a commit");
    }
    let all = open(&store).recall_all(RecordKind::Text);
    assert_eq!(all.len(), names.len());
    for (name, found) in all {
        let at = names.iter().position(|other| *other == name).expect("a name");
        assert_eq!(found, record(at, 2));
    }
}

#[test]
fn nothing_kept_writes_nothing_and_another_program_finds_nothing() {
    let folder = Folder::new("program");
    small(&folder);
    let store = store(&folder);
    let home = store.home(Path::new("public"));
    let before = files(&home.path);
    let memory = open(&store);
    memory.forget(key(RecordKind::Text, "never there"));
    memory.commit().expect("a commit");
    assert!(before == files(&home.path));
    let other = Memory::open(home.clone(), Digest::of(b"another"));
    assert!(everything(&other, &NAMES).is_empty());
    assert_eq!(store.notes.take(), Vec::<String>::new(), "that is no damage");
    fs::write(home.path.join("records-00000099"), "left over").expect("a file");
    other.keep(key(RecordKind::Text, "a"), b"anew");
    other.commit().expect("a commit");
    assert_eq!(files(&home.path).len(), 2, "a manifest and one segment");
    assert!(everything(&open(&store), &NAMES).is_empty());
}

#[test]
#[cfg(unix)]
fn nobody_else_may_read_the_memory_and_no_link_leads_it_away() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let mode = |path: &Path| fs::metadata(path).expect("a folder").permissions().mode() & 0o777;
    let folder = Folder::new("mode");
    let path = folder.0.join(".rapporteur");
    fs::create_dir(&path).expect("a folder");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a mode");
    let home = store(&folder).home(Path::new("public")).path;
    assert_eq!((mode(&path), mode(&home)), (0o700, 0o700));

    let precious = folder.0.join("precious");
    fs::write(&precious, "mine").expect("a file");
    fs::remove_file(path.join("lock")).expect("the lock");
    symlink(&precious, path.join("lock")).expect("a link");
    let store = Store::open(&folder.0).expect("a store");
    assert!(!store.home(Path::new("public")).writable);
    assert_eq!(fs::read_to_string(&precious).expect("a file"), "mine");
    assert!(store.notes.take()[0].contains("it is a link"));
}

#[test]
fn where_nothing_can_be_written_builds_go_on_without() {
    let folder = Folder::new("unwritable");
    fs::write(folder.0.join(".rapporteur"), "a file where the folder must be").expect("a file");
    let store = store(&folder);
    let memory = open(&store);
    memory.keep(key(RecordKind::Text, "a"), b"words");
    memory.commit().expect("nothing to do");
    let notes = store.notes.take();
    assert!(notes.len() == 1 && notes[0].starts_with("nothing is remembered for the next build"), "{notes:?}");
    assert!(everything(&open(&store), &NAMES).is_empty());
}
