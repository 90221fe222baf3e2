//! What an output folder holds after builds that go well, fail, are stopped, or find what they did not leave.

use super::{Applied, Foreign, Output, clean, output};
use crate::model::artifact::{Artifact, Body};
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::shell::ShellError;
use crate::shell::store::Store;
use crate::shell::store::ledger::{Entry, Lines};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// A site in an empty folder, deleted when the test is over.
struct Site {
    root: PathBuf,
    public: PathBuf,
}

impl Site {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("rapporteur-output-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a folder");
        let root = root.canonicalize().expect("a folder");
        let public = output(&root, "public".as_ref()).expect("an output folder");
        Self { root, public }
    }

    fn open(&self, store: &Store) -> Output {
        Output::open((&self.root, &self.public), store, Foreign::Kept)
    }

    fn build(&self, pages: &[(&str, &str)]) -> Result<Applied, ShellError> {
        let store = Store::open(&self.root)?;
        let mut output = self.open(&store);
        output.emit_all(&artifacts(pages));
        output.publish()
    }

    fn good(&self, pages: &[(&str, &str)]) -> (usize, usize, usize) {
        let done = self.build(pages).expect("a build");
        (done.written, done.unchanged, done.deleted)
    }

    fn ledger(&self) -> PathBuf {
        Store::open(&self.root).expect("the store").home(&self.public).path.join("ledger")
    }

    fn tree(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
                let meta = entry.metadata().expect("metadata");
                if meta.is_dir() {
                    folders.push(entry.path());
                } else if entry.file_name() != "lock" {
                    let bytes = fs::read(entry.path()).expect("bytes");
                    found.insert(entry.path(), (bytes, meta.modified().expect("a moment")));
                }
            }
        }
        found
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

fn artifact(route: &str, text: &str) -> Artifact {
    Artifact { route: Route::new(route), body: Body::Bytes(text.as_bytes().to_vec()) }
}

fn artifacts(pages: &[(&str, &str)]) -> Vec<Artifact> {
    pages.iter().map(|(route, text)| artifact(route, text)).collect()
}

const PAGES: [(&str, &str); 4] =
    [("/", "rapporteur: home"), ("/a/", "rapporteur: one"), ("/a/b/", "rapporteur: two"), ("/style.css", "body {}")];

#[test]
fn nothing_outside_the_output_is_written_or_deleted() {
    let site = Site::new("outside");
    fs::write(site.root.join("precious"), "mine").expect("a file");
    for route in ["/../precious", "/a/../../precious", "/..", "//etc/../../precious"] {
        let refused = site.build(&[(route, "theirs")]).expect_err(route);
        assert!(refused.to_string().contains("outside the output folder"), "{refused}");
    }
    let store = Store::open(&site.root).expect("the store");
    let mut poisoned = Lines::default();
    let entry = Entry { digest: Digest::default(), left: Default::default(), source: None };
    poisoned.push("../precious", &entry);
    store.home(&site.public).save_ledger(poisoned).expect("a ledger");
    assert!(clean(&site.public, &store).is_err());
    drop(store);
    assert!(site.build(&[]).is_err());
    assert_eq!(fs::read_to_string(site.root.join("precious")).expect("a file"), "mine");
}

#[test]
fn only_what_differs_is_written_and_only_ours_is_deleted() {
    let site = Site::new("differs");
    assert_eq!(site.good(&PAGES), (4, 0, 0));
    let first = site.tree();
    assert_eq!(site.good(&PAGES), (0, 4, 0));
    assert!(first == site.tree(), "not even the ledger is written");
    fs::write(site.public.join("a/b/note.txt"), "mine").expect("a file");
    assert_eq!(site.good(&[("/", "rapporteur: news"), ("/style.css", "body {}")]), (1, 1, 2));
    let moment = |path: &str, tree: &BTreeMap<PathBuf, (Vec<u8>, SystemTime)>| tree[&site.public.join(path)].1;
    let second = site.tree();
    let younger = moment("index.html", &second).duration_since(moment("index.html", &first));
    assert!(younger.is_ok_and(|by| by >= Duration::from_secs(1)), "servers compare seconds");
    assert_eq!(moment("style.css", &second), moment("style.css", &first));
    assert!(site.public.join("a/b/note.txt").exists() && !site.public.join("a/index.html").exists());
    assert_eq!(site.good(&[]), (0, 0, 2));
    assert_eq!(fs::read_dir(&site.public).expect("the output").count(), 1, "folders that are empty go");
}

#[test]
fn a_build_that_is_dropped_or_fails_leaves_everything_as_it_was() {
    let site = Site::new("dropped");
    site.good(&PAGES);
    let before = site.tree();
    let changed: Vec<Artifact> = artifacts(&[("/", "rapporteur: other"), ("/new/", "rapporteur: new")]);
    let store = Store::open(&site.root).expect("the store");
    let output = site.open(&store);
    output.emit_all(&changed);
    let waiting = store.home(&site.public).path.join("staged");
    assert!(waiting.exists(), "what is emitted waits");
    drop(output);
    assert!(before == site.tree() && !waiting.exists());
    for stranger in ["z", "y"] {
        fs::create_dir_all(site.public.join(stranger)).expect("a folder");
        fs::write(site.public.join(stranger).join("index.html"), "mine").expect("a file");
    }
    let before = site.tree();
    let mut output = site.open(&store);
    output.emit(&artifact("/z/", "rapporteur: z"));
    output.emit_all(&changed);
    output.emit(&artifact("/y/", "rapporteur: y"));
    let refused = output.publish().expect_err("there is a file of others").to_string();
    assert!(refused.contains("y/index.html stands where a page must"), "the first by name: {refused}");
    drop(output);
    assert!(before == site.tree() && !waiting.exists());
    fs::create_dir_all(&waiting).expect("a folder");
    fs::write(waiting.join("0"), "left by a build that was stopped").expect("a file");
    drop(site.open(&store));
    assert!(before == site.tree());
}

#[test]
fn a_file_stands_only_as_it_was_left() {
    let site = Site::new("stands");
    site.good(&PAGES);
    let store = Store::open(&site.root).expect("the store");
    let open = || site.open(&store);
    assert_eq!(open().stands("a/index.html"), Some(Digest::of(b"rapporteur: one")));
    assert_eq!(open().stands("nowhere"), None);
    let path = site.public.join("a/index.html");
    let file = fs::File::options().write(true).open(&path).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(50)).expect("a moment");
    assert_eq!(open().stands("a/index.html"), None, "another moment");
    drop(store);
    assert_eq!(site.good(&PAGES), (0, 4, 0), "but the bytes are the same");
    let store = Store::open(&site.root).expect("the store");
    let open = || site.open(&store);
    assert!(open().stands("a/index.html").is_some(), "which the ledger knows now");
    fs::write(&path, "rapporteur: 1on").expect("an edit of the same length");
    assert_eq!(open().stands("a/index.html"), None);
    let mut output = open();
    for (route, _) in PAGES.iter().filter(|(route, _)| *route != "/a/") {
        output.keep_file(&Route::new(route).file());
    }
    output.emit(&artifact("/a/", "rapporteur: one"));
    let done = output.publish().expect("a build");
    assert_eq!(
        (done.written, done.unchanged, done.deleted),
        (1, 3, 0),
        "what is kept stays, what was edited is mended"
    );
    assert_eq!(fs::read_to_string(&path).expect("a page"), "rapporteur: one");
    fs::remove_file(&path).expect("a page");
    assert_eq!(open().stands("a/index.html"), None);
}

#[test]
fn no_damage_of_the_ledger_costs_more_than_work() {
    let site = Site::new("ledger");
    site.good(&PAGES);
    let ledger = site.ledger();
    let whole = fs::read(&ledger).expect("the ledger");
    let flipped = (0..whole.len()).map(|at| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (at % 8);
        bytes
    });
    for damaged in flipped.chain((0..whole.len()).map(|length| whole[..length].to_vec())) {
        fs::write(&ledger, damaged).expect("the ledger");
        let store = Store::open(&site.root).expect("the store");
        let mut output = site.open(&store);
        assert_eq!(output.stands("index.html"), None);
        let notes = store.notes.take();
        assert!(notes.len() == 1 && notes[0].contains("could not be read"), "{notes:?}");
        output.emit_all(&artifacts(&PAGES));
        let done = output.publish().expect("a build");
        assert_eq!((done.written, done.unchanged, done.deleted, done.bytes), (0, 4, 0, 0));
        assert!(fs::read(&ledger).expect("the ledger") == whole, "and it is whole again");
    }
    // What has our mark is ours, what has not is kept.
    fs::remove_file(&ledger).expect("the ledger");
    assert!(site.build(&[("/style.css", "body {color: red}")]).is_err());
    assert_eq!(site.good(&[("/", "rapporteur: other"), ("/style.css", "body {}")]), (1, 1, 0));
}

#[test]
fn copies_follow_their_sources() {
    let site = Site::new("copies");
    let source = site.root.join("hall.jpg");
    let write = |text: &str| {
        fs::write(&source, text).expect("a file");
        let file = fs::File::options().write(true).open(&source).expect("a file");
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000)).expect("a moment");
    };
    let build = || {
        let store = Store::open(&site.root).expect("the store");
        let mut output = site.open(&store);
        output.emit(&Artifact { route: Route::new("/c/hall.jpg"), body: Body::Copy("hall.jpg".into()) });
        let done = output.publish().expect("a build");
        let known = store.home(&site.public).ledger().expect("a ledger").entry(0);
        (done.written, fs::read_to_string(site.public.join("c/hall.jpg")).expect("a copy"), known.source)
    };
    write("a hall");
    let (written, text, known) = build();
    assert_eq!((written, text.as_str()), (1, "a hall"));
    assert!(known.is_some_and(|known| known.inode != 0), "its source is known by its stat");
    assert_eq!(build().0, 0);
    write("b hall");
    let (written, text, again) = build();
    assert_eq!((written, text.as_str()), (1, "b hall"), "of one size and moment with the file before");
    assert!(again != known);
    fs::write(&source, "c hall").expect("a file");
    assert_eq!(build().2, None, "changed just now, it could change again unseen");
    fs::remove_file(&source).expect("a file");
    let store = Store::open(&site.root).expect("the store");
    let mut output = site.open(&store);
    output.emit(&Artifact { route: Route::new("/c/hall.jpg"), body: Body::Copy("hall.jpg".into()) });
    assert!(output.publish().expect_err("it is gone").to_string().contains("cannot read"));
    assert!(site.public.join("c/hall.jpg").exists());
}

#[test]
fn many_threads_emit_at_once() {
    let site = Site::new("threads");
    let pages: Vec<(String, String)> =
        (0..500).map(|at| (format!("/{}/{at}/", at % 7), format!("rapporteur: {at}").repeat(at))).collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(route, text)| (route.as_str(), text.as_str())).collect();
    assert_eq!(site.good(&pages), (500, 0, 0));
    for (route, text) in &pages {
        assert_eq!(fs::read_to_string(site.public.join(Route::new(route).file())).expect("a page"), *text);
    }
    assert_eq!(site.good(&pages), (0, 500, 0));
}

#[test]
#[cfg(unix)]
fn nothing_is_written_by_way_of_a_link_or_over_a_folder() {
    use std::os::unix::fs::symlink;
    let site = Site::new("links");
    fs::create_dir(site.root.join("elsewhere")).expect("a folder");
    symlink(site.root.join("elsewhere"), site.public.join("a")).expect("a link");
    let refused = site.build(&PAGES).expect_err("a link").to_string();
    assert!(refused.contains("a in the output is a link"), "{refused}");
    assert_eq!(fs::read_dir(&site.public).expect("the output").count(), 1, "nothing was written before it was seen");
    assert_eq!(fs::read_dir(site.root.join("elsewhere")).expect("a folder").count(), 0);
    fs::remove_file(site.public.join("a")).expect("a link");
    fs::create_dir(site.public.join("index.html")).expect("a folder");
    assert!(site.build(&PAGES).expect_err("a folder").to_string().contains("a folder stands where the page"));
    fs::remove_dir(site.public.join("index.html")).expect("a folder");
    fs::write(site.public.join("a"), "mine").expect("a file");
    assert!(site.build(&PAGES).expect_err("a file").to_string().contains("a file stands where the folder"));
}

#[test]
fn without_a_store_pages_are_written_all_the_same() {
    let site = Site::new("unwritable");
    fs::write(site.root.join(".rapporteur"), "a file where the folder must be").expect("a file");
    assert_eq!(site.good(&PAGES), (4, 0, 0));
    assert_eq!(site.good(&PAGES), (0, 4, 0));
    assert_eq!(site.good(&[("/", "rapporteur: other")]), (1, 0, 0), "what is no longer made stays: nobody knows of it");
    let names = |folder: &Path| fs::read_dir(folder).expect("a folder").count();
    assert_eq!(names(&site.public), 3, "a folder, the home page and the style sheet");
}
