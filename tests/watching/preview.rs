//! A preview without its server: watcher and loop as `rapporteur serve` runs them, and an audience that remembers.

use rapporteur::build::{self, Options};
use rapporteur::diag::{Diagnostic, has_errors};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant as Moment;
use rapporteur::model::digest::Digest;
use rapporteur::model::manuscript::Drafts;
use rapporteur::shell::ShellError;
use rapporteur::shell::cli::{Build, Format, Making, Telling};
use rapporteur::shell::preview::Bytes;
use rapporteur::shell::rebuild::{self, Audience, Cause, Pages, Turn};
use rapporteur::shell::scan;
use rapporteur::shell::store::Store;
use rapporteur::shell::watch::{Change, Signal, Watch};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

/// When a history must be shown at the latest.
const DEADLINE: Duration = Duration::from_secs(20);
/// A preview that did nothing for so long has nothing more to do.
const IDLE: Duration = Duration::from_millis(80);

/// The site that each history begins with.
const SITE: &str = include_str!("../oracle/site.txt");
pub const OPENING: &str = "content/spring/2020-03-02-opening.md";

/// What the audience heard.
#[derive(Default)]
pub struct State {
    pub shown: BTreeMap<String, Digest>,
    pub findings: Vec<Diagnostic>,
    pub failed: Option<String>,
    pub notes: Vec<String>,
    pub causes: Vec<Cause>,
    /// Files that were shown before the turn that made them had ended.
    pub seen: Vec<String>,
    /// How long the last build took, of its own account.
    pub took: Duration,
}

#[derive(Default)]
struct Memory {
    state: Mutex<State>,
    bell: Condvar,
    meanwhile: Mutex<Option<Box<dyn FnOnce() + Send>>>,
    looked_at: Vec<String>,
}

impl Memory {
    fn change(&self, what: impl FnOnce(&mut State)) {
        what(&mut self.state.lock().expect("no thread failed"));
        self.bell.notify_all();
    }
}

impl Audience for Memory {
    fn turn(&self, turn: &Turn) {
        let meanwhile = self.meanwhile.lock().expect("no thread failed").take();
        meanwhile.into_iter().for_each(|happen| happen());
        self.change(|state| {
            turn.gone.iter().for_each(|file| assert!(state.shown.remove(file).is_some(), "{file} was not shown"));
            state.shown.extend(turn.put.iter().map(|put| (put.file.clone(), put.kept.digest)));
            state.findings = turn.findings.to_vec();
            state.causes.push(turn.cause.clone());
            state.took = Duration::from_millis(u64::try_from(turn.milliseconds).unwrap_or(u64::MAX));
        });
    }

    fn looked_at(&self) -> Vec<String> {
        self.looked_at.clone()
    }

    fn see(&self, files: &[(String, Bytes)]) {
        self.change(|state| {
            state.shown.extend(files.iter().map(|(file, bytes)| (file.clone(), Digest::of(bytes))));
            state.seen.extend(files.iter().map(|(file, _)| file.clone()));
        });
    }

    fn failed(&self, error: Option<&ShellError>) {
        self.change(|state| state.failed = error.map(ToString::to_string));
    }

    fn note(&self, note: &str) {
        self.change(|state| state.notes.push(note.to_owned()));
    }
}

/// How a preview is begun.
#[derive(Default)]
pub struct How {
    pub poll: Option<Duration>,
    /// Judge embargoes by the clock.
    pub by_the_clock: bool,
    pub drafts: bool,
    /// Write the pages, or only show them.
    pub pages: Pages,
    /// Pages that are looked at, from the beginning.
    pub looked_at: Vec<String>,
    /// Reach the site by a link.
    pub by_a_link: bool,
    /// More files of the site.
    pub files: Vec<(&'static str, String)>,
    /// One of them has a mistake.
    pub mistaken: bool,
    /// The demo site instead of the small one.
    pub demo: bool,
    /// Another process is at work on the site until the preview says so.
    pub held: bool,
}

pub struct Preview {
    /// A folder of the test's own, outside the site.
    pub beside: PathBuf,
    pub root: PathBuf,
    how: How,
    memory: Arc<Memory>,
    signals: Sender<Signal>,
    watch: Option<Watch>,
    turns: Option<JoinHandle<()>>,
}

impl Preview {
    pub fn begin(name: &str) -> Self {
        Self::begin_with(name, How::default())
    }

    /// Begins a preview, and waits until it shows the site that the history begins with, or tells its mistake.
    pub fn begin_with(name: &str, how: How) -> Self {
        let beside = std::env::temp_dir().join(format!("rapporteur-watching-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&beside);
        fs::create_dir_all(&beside).expect("a folder for the test");
        let beside = beside.canonicalize().expect("a folder for the test");
        let root = beside.join("site");
        match how.demo {
            true => begin_demo(&root),
            false => begin_site(&root),
        }
        how.files.iter().for_each(|(path, text)| put(&root.join(path), text));
        let asked = if how.by_a_link { beside.join("link") } else { root.clone() };
        if how.by_a_link {
            std::os::unix::fs::symlink(&root, &asked).expect("a link");
        }
        let (signals, heard) = channel();
        let asked = asked.canonicalize().expect("a site");
        let watch = Watch::begin(&asked, how.poll, signals.clone()).expect("a watcher");
        let memory = Arc::new(Memory { looked_at: how.looked_at.clone(), ..Memory::default() });
        let args = Build {
            making: Making { drafts: how.drafts, now: (!how.by_the_clock).then(|| NOW.to_owned()), base_url: None },
            telling: Telling { format: Format::Human, strict: false },
            output_dir: "public".into(),
            force: false,
            timings: false,
            verify: false,
        };
        let (audience, pages) = (memory.clone(), how.pages);
        let other = how.held.then(|| Store::open(&root).expect("the lock"));
        let turns = std::thread::spawn(move || rebuild::run((&asked, &args, pages), &heard, &[&*audience]));
        let preview = Self { beside, root, how, memory, signals, watch: Some(watch), turns: Some(turns) };
        if let Some(other) = other {
            preview.until("who holds the site", |state| {
                state.failed.as_ref().is_some_and(|words| words.contains(&std::process::id().to_string()))
            });
            drop(other);
        }
        match preview.how.mistaken {
            true => preview.until("a mistake", |state| has_errors(&state.findings)),
            false => preview.shows_a_clean_build(),
        }
        preview
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).expect("a source")
    }

    /// Writes a file at once, as a program that knows nothing of editors.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        put(&self.path(path), text);
    }

    /// Lets something happen in the middle of the next turn, when it has read all there is.
    pub fn meanwhile(&self, happen: impl FnOnce() + Send + 'static) {
        *self.memory.meanwhile.lock().expect("no thread failed") = Some(Box::new(happen));
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.memory.state.lock().expect("no thread failed")
    }

    /// Waits until the audience heard something.
    pub fn until(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let deadline = Instant::now() + DEADLINE;
        let mut state = self.state();
        while !holds(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "not in time: {what}; failed: {:?}, {:?}", state.failed, state.findings);
            state = self.memory.bell.wait_timeout(state, left).expect("no thread failed").0;
        }
    }

    /// Waits until nothing was done for a while.
    pub fn idle(&self) -> MutexGuard<'_, State> {
        let mut state = self.state();
        loop {
            let turns = state.causes.len();
            let waited = self.memory.bell.wait_timeout_while(state, IDLE, |state| state.causes.len() == turns);
            let (now, timeout) = waited.expect("no thread failed");
            if timeout.timed_out() {
                return now;
            }
            state = now;
        }
    }

    /// Waits until what is shown is a clean build of the sources as they are now; then nothing more may happen, and the
    /// output folder must hold the same.
    pub fn shows_a_clean_build(&self) {
        let (files, findings) = self.clean();
        assert!(!has_errors(&findings), "the history leaves a mistake: {findings:?}");
        let wanted: BTreeMap<String, Digest> =
            files.iter().map(|(file, bytes)| (file.clone(), Digest::of(bytes))).collect();
        self.until("the clean build", |state| {
            state.failed.is_none() && state.shown == wanted && state.findings == findings
        });
        let state = self.idle();
        assert_eq!(state.shown, wanted, "a late build showed something else");
        assert_eq!(state.findings, findings);
        drop(state);
        if self.how.pages == Pages::Held {
            let own = self.how.files.iter().filter(|(path, _)| path.starts_with("public/")).count();
            let stands = if own == 0 {
                usize::from(self.root.join("public").exists())
            } else {
                tree(&self.root.join("public")).len()
            };
            assert_eq!(stands, own, "a preview in memory writes no page");
            return;
        }
        let stands = tree(&self.root.join("public"));
        let other: Vec<&String> = files.keys().filter(|file| stands.get(*file) != files.get(*file)).collect();
        assert!(other.is_empty(), "not as a clean build makes them: {other:?}");
        assert_eq!(stands.len(), files.len(), "files too many");
    }

    fn clean(&self) -> (Files, Vec<Diagnostic>) {
        let now = if self.how.by_the_clock { clock() } else { Moment::read(NOW).expect("a moment") };
        let drafts = if self.how.drafts { Drafts::Shown } else { Drafts::Withheld };
        clean(&self.root, &Options { now, drafts, base_url: None })
    }

    /// How many builds there were, the first counted.
    pub fn turns(&self) -> usize {
        self.state().causes.len()
    }

    /// What was heard of since the first build.
    pub fn heard_of(&self) -> Vec<PathBuf> {
        let state = self.state();
        let changes = state.causes.iter().filter_map(|cause| match cause {
            Cause::Changed(Change::Paths(paths) | Change::Everything(paths)) => Some(paths),
            _ => None,
        });
        changes.flatten().cloned().collect()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.signals.send(Signal::Stop);
        let ended = self.turns.take().map(JoinHandle::join);
        self.watch.take();
        let _ = fs::remove_dir_all(&self.beside);
        if !std::thread::panicking() {
            assert!(matches!(ended, Some(Ok(()))), "the loop ended by itself");
        }
    }
}

/// Files by name, with their bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// All files that a build without a memory makes, and what it finds.
pub fn clean(root: &Path, options: &Options) -> (Files, Vec<Diagnostic>) {
    let sources = scan::scan(root).expect("sources that can be read");
    let outcome = build::build(&sources, options);
    let bytes = |body: &Body| match body {
        Body::Bytes(bytes) => bytes.clone(),
        Body::Copy(path) => fs::read(root.join(&**path)).expect("a file of the site"),
    };
    let files = outcome.value.artifacts.iter().map(|artifact| (artifact.route.file(), bytes(&artifact.body)));
    (files.collect(), outcome.findings)
}

/// Writes the site that each history begins with.
pub fn begin_site(root: &Path) {
    for part in format!("\n{SITE}").split("\n-- ").skip(1) {
        let (path, text) = part.split_once(" --\n").expect("a file of the site");
        put(&root.join(path), text.trim_end().to_owned() + "\n");
    }
}

/// Copies the site that this repository is.
fn begin_demo(root: &Path) {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, bytes) in tree(&repository.join("content")) {
        put(&root.join("content").join(name), bytes);
    }
    for (name, bytes) in tree(&repository.join("themes")) {
        put(&root.join("themes").join(name), bytes);
    }
}

/// The moment at which embargoes are judged where the clock stands.
pub const NOW: &str = "2026-01-01T00:00:00Z";

pub fn clock() -> Moment {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock");
    Moment(i64::try_from(since.as_secs()).expect("a moment"))
}

pub fn put(path: &Path, text: impl AsRef<[u8]>) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

/// A text with another paragraph at its end.
pub fn more(text: &str, words: &str) -> String {
    format!("{}\n\n{words}\n", text.trim_end())
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a file")) {
        if !entry.file_type().is_dir() {
            let name = entry.path().strip_prefix(folder).expect("inside").to_string_lossy().into_owned();
            tree.insert(name, fs::read(entry.path()).expect("bytes"));
        }
    }
    tree
}
