//! How a build is run, and what it came to: the one place here that knows the program.

use super::folder::tree;
use rapporteur::build::KeyPart;
use rapporteur::diag::Diagnostic;
use rapporteur::shell::cli::{Build, Format, Making, Telling};
use rapporteur::shell::commands::build::attempt;
use rapporteur::shell::print;
use rapporteur::shell::progress::Progress;
use rapporteur::shell::timings::Timings;
use std::fs::{self, File};
use std::path::Path;
use std::sync::RwLock;
use std::time::Duration;

/// What a build is asked, besides its sources.
#[derive(Clone, Debug)]
pub struct Order {
    /// The moment at which embargoes are judged.
    pub now: String,
    /// How many threads work at it.
    pub threads: usize,
}

/// What came of a build, besides its output.
pub struct Built {
    /// The exit code, or the world's failure in words.
    pub exit: Result<u8, String>,
    /// Sorted.
    pub findings: Vec<Diagnostic>,
    /// Files that it says it wrote or deleted.
    pub deeds: usize,
    /// Pages that it rendered.
    pub rendered: usize,
}

/// Builds the site at `root` into its `public/`, by way of what `rapporteur build` does, with its own memory.
pub fn build(root: &Path, order: &Order) -> Built {
    build_without(None, root, order)
}

/// The same, with a part left out of what pages are known by.
fn build_without(forgets: Option<KeyPart>, root: &Path, order: &Order) -> Built {
    let args = Build {
        making: Making { drafts: false, now: Some(order.now.clone()), base_url: None },
        telling: Telling { format: Format::Human, strict: false },
        output_dir: "public".into(),
        force: false,
        timings: false,
        verify: false,
    };
    let _alone = STARTING.read().expect("no other thread has failed");
    let timings = Timings::begin(Progress::new(Format::Json));
    let made = match POOLS.with(|pools| pools[order.threads - 1].install(|| attempt(root, &args, (&timings, forgets))))
    {
        Ok(made) => made,
        Err(error) => return Built { exit: Err(error.to_string()), findings: Vec::new(), deeds: 0, rendered: 0 },
    };
    let exit = print::exit(&made.findings, &args.telling).code();
    let mut findings = made.findings;
    findings.sort();
    let rendered = made.built.summary.rendered;
    match made.applied.transpose() {
        Ok(applied) => {
            let deeds = applied.map_or(0, |applied| applied.written + applied.deleted);
            Built { exit: Ok(exit), findings, deeds, rendered }
        }
        Err(error) => Built { exit: Err(error.to_string()), findings, deeds: 0, rendered },
    }
}

/// Whether a file of the memory says which files of the output are ours.
pub fn is_ledger(path: &str) -> bool {
    path.ends_with("/ledger")
}

/// The most threads that a build gets.
pub const MOST_THREADS: usize = 2;

/// A program that is being started holds all that we have open, our locks too, until it has begun: so none is started
/// while a build is made here.
pub static STARTING: RwLock<()> = RwLock::new(());

thread_local! {
    /// Pools for one thread and for two, for each thread that tries histories: the global one would mix their work.
    static POOLS: Vec<rayon::ThreadPool> = (1..=MOST_THREADS)
        .map(|threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads"))
        .collect();
}

/// A way in which a build that remembers could be wrong, for the oracle to be tried on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A page whose bytes changed stays as it was.
    Stale,
    /// A page that is no more stays.
    Orphan,
    /// Nothing changed, and a file is written all the same.
    Restless,
    /// A finding of a source that did not change is not told again.
    Silent,
    /// A build that found an error writes.
    Hasty,
    /// A part of what pages are made of is not seen when it changes.
    Forgets(KeyPart),
}

impl Flaw {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let own = [Self::Stale, Self::Orphan, Self::Restless, Self::Silent, Self::Hasty];
        own.into_iter().chain(KeyPart::ALL.into_iter().map(Self::Forgets))
    }
}

/// Builds as `build` does, and then does wrong what `flaw` says.
pub fn build_with(flaw: Option<Flaw>, root: &Path, order: &Order) -> Built {
    let Some(flaw) = flaw else { return build(root, order) };
    if let Flaw::Forgets(part) = flaw {
        return build_without(Some(part), root, order);
    }
    let output = root.join("public");
    let before = tree(&output);
    let mut built = build(root, order);
    let after = tree(&output);
    let is_page = |path: &&String| path.ends_with("index.html");
    match flaw {
        Flaw::Stale => {
            let other = |path: &&String| after.get(*path).is_some_and(|(bytes, _)| *bytes != before[*path].0);
            if let Some(path) = before.keys().filter(is_page).find(other) {
                fs::write(output.join(path), &before[path].0).expect("a page");
            }
        }
        Flaw::Orphan => {
            if let Some(path) = before.keys().filter(is_page).find(|path| !after.contains_key(*path)) {
                super::folder::put(&output, path, &before[path].0);
            }
        }
        Flaw::Restless => {
            if let Some((path, (_, time))) = after.first_key_value().filter(|_| before == after) {
                let file = File::options().write(true).open(output.join(path));
                file.and_then(|file| file.set_modified(*time + Duration::from_secs(1))).expect("a time");
            }
        }
        Flaw::Silent => {
            if built.deeds == 0 {
                built.findings.pop();
            }
        }
        Flaw::Hasty => {
            if built.exit == Ok(1)
                && let Some((path, (bytes, _))) = after.first_key_value()
            {
                fs::write(output.join(path), &bytes[1..]).expect("a page");
            }
        }
        Flaw::Forgets(_) => {}
    }
    built
}
