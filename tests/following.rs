//! What a process that follows a site comes to after any history of edits is what a build of its own makes of the same
//! sources: files, bytes and findings.

#[path = "../benches/sites/dice.rs"]
mod dice;

use dice::Dice;
use rapporteur::build::{self, Built, Ended, Next, Options, RecordKey, RecordKind, World};
use rapporteur::diag::{Code, Diagnostic, Outcome, has_errors};
use rapporteur::model::artifact::{Artifact, Body};
use rapporteur::model::date::Instant;
use rapporteur::model::digest::Digest;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourcePath, SourceSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard};

type Files = BTreeMap<String, Vec<u8>>;

/// A disk of maps, and a memory.
#[derive(Default)]
struct Maps {
    records: Mutex<BTreeMap<(RecordKind, String), Vec<u8>>>,
    /// What stands.
    files: Mutex<Files>,
    emitted: Mutex<Files>,
    retained: Mutex<BTreeSet<String>>,
    retracted: Mutex<BTreeSet<String>>,
}

fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().expect("no thread has failed")
}

impl Maps {
    /// Lets what was made stand; gives its pages. After a first turn, nothing else does that was not retained.
    fn publish(&self, is_first: bool) -> BTreeSet<String> {
        let mut files = lock(&self.files);
        let retained = std::mem::take(&mut *lock(&self.retained));
        if is_first {
            files.retain(|file, _| retained.contains(file));
        }
        std::mem::take(&mut *lock(&self.retracted)).iter().for_each(|file| drop(files.remove(file)));
        let emitted = std::mem::take(&mut *lock(&self.emitted));
        let pages = emitted.keys().filter(|file| file.ends_with(".html") || file.ends_with(".xml"));
        let changed = pages.cloned().collect();
        files.extend(emitted);
        changed
    }

    /// Drops what was made.
    fn discard(&self) {
        lock(&self.emitted).clear();
        lock(&self.retained).clear();
        lock(&self.retracted).clear();
    }
}

impl World for Maps {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        lock(&self.records).get(&(key.kind, key.name.to_owned())).cloned()
    }

    fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        let records = lock(&self.records);
        let own = records.iter().filter(|((own, _), _)| *own == kind);
        own.map(|((_, name), record)| (name.clone(), record.clone())).collect()
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        lock(&self.records).insert((key.kind, key.name.to_owned()), record);
    }

    fn forget(&self, key: RecordKey) {
        lock(&self.records).remove(&(key.kind, key.name.to_owned()));
    }

    fn text(&self, _path: &SourcePath) -> Option<Arc<str>> {
        None
    }

    fn stands(&self, file: &str) -> Option<Digest> {
        lock(&self.files).get(file).map(|bytes| Digest::of(bytes))
    }

    fn retain(&self, file: &str) {
        lock(&self.retained).insert(file.to_owned());
    }

    fn retract(&self, file: &str) {
        lock(&self.retracted).insert(file.to_owned());
    }

    fn emit(&self, artifact: Artifact) {
        let bytes = match artifact.body {
            Body::Bytes(bytes) => bytes,
            Body::Copy(path) => path.as_bytes().to_vec(),
        };
        lock(&self.emitted).insert(artifact.route.file(), bytes);
    }
}

fn options() -> Options {
    Options { now: Instant(1_606_780_800), drafts: Drafts::Withheld, base_url: None }
}

fn site() -> SourceSet {
    let text = include_str!("oracle/site.txt");
    let parts = text.split("\n-- ").skip(1).filter_map(|part| part.split_once(" --\n"));
    let content = |path: &str, words: &str| match path.rsplit_once('.').expect("an ending").1 {
        "md" | "yaml" | "html" | "ftl" => Content::Text(words.into()),
        "css" => Content::Bytes(words.as_bytes().into()),
        _ => Content::Asset { size: words.len() as u64 },
    };
    SourceSet { files: parts.map(|(path, words)| (path.into(), content(path, words))).collect() }
}

/// Paragraphs that authors add.
const ADDED: [&str; 12] = [
    "Norway and Brazil spoke on Article 2.",
    "Peru asked about Article 3(1), Chile about transit.",
    "> [!STATEMENT] Japan · Article 1 · opposes\n> Not yet.",
    "> [!STATEMENT] Kenya for x-friends · transit · supports\n> Yes.",
    "> [!STATEMENT] Nowhere · Article 1 · supports\n> Who?",
    "A non-paper went round.",
    "See [the opening](../spring/2020-03-02-opening.md#p1).",
    "See [nothing](nothing.md).",
    "See [a paragraph](../spring/2020-03-02-evening.md#p9).",
    "## A heading\n\nTuvalu came late.",
    "| who | what |\n|---|---|\n| Fiji | Article 4 |",
    "Jordan, perhaps.[^1]\n\n[^1]: Or Chad.",
];

/// Something an author does to a report.
fn edited(text: &str, dice: &mut Dice) -> String {
    let (matter, body) = text.split_at(text[4..].find("\n---\n").map_or(0, |at| at + 9));
    match dice.below(12) {
        0..=5 => format!("{text}\n\n{}\n", dice.pick(&ADDED)),
        6 | 7 => {
            let mut paragraphs: Vec<&str> = body.split("\n\n").collect();
            paragraphs.remove(dice.low(paragraphs.len()));
            format!("{matter}{}\n", paragraphs.join("\n\n"))
        }
        8 => text.replacen("title: ", "title: Once more, ", 1),
        9 => text.replacen("---\n", "---\ntitel: wrong\n", 1),
        10 => text.replace("titel: wrong\n", ""),
        _ => {
            text.replacen("---\n", "---\nsession: afternoon\n", 1).replacen("session: afternoon\nsession", "session", 1)
        }
    }
}

/// The site while it is edited.
struct Edited {
    sources: SourceSet,
    /// As they were at first.
    first: SourceSet,
    dice: Dice,
    /// Whether the last turn found a mistake.
    is_mistaken: bool,
    /// Whether the theme was edited since the last turn without one: a remark in it makes many pages anew that come out
    /// the same.
    is_dressed: bool,
}

impl Edited {
    fn is_report(path: &str) -> bool {
        path.starts_with("content/spring/2") || path.starts_with("content/autumn/2")
    }

    /// Takes everything back.
    fn mend(&mut self) -> Next {
        let other = |(path, content): &(&SourcePath, &Content)| self.sources.files[*path] != **content;
        let back: Vec<_> =
            self.first.files.iter().filter(other).map(|(path, content)| (path.clone(), content.clone())).collect();
        self.sources = self.first.clone();
        if back.iter().any(|(path, _)| path.starts_with("themes/")) { Next::End } else { Next::Reports(back) }
    }

    /// Edits the sources; gives what a follower is told.
    fn step(&mut self) -> Next {
        if self.is_mistaken && self.dice.below(2) == 0 {
            return self.mend();
        }
        let themed = ["themes/own/templates/page.html", "themes/own/assets/extra.css", "themes/own/i18n/en.ftl"];
        if self.dice.once_in(8) {
            let path: SourcePath = themed[self.dice.below(3)].into();
            let number = self.dice.below(5);
            let now = match &self.first.files[&path] {
                Content::Bytes(bytes) => Content::Bytes([bytes, format!("/* {number} */").as_bytes()].concat().into()),
                Content::Text(text) if number == 0 => Content::Text(format!("{text}{{{{ nothing").into()),
                Content::Text(text) => Content::Text(format!("{text}\n# {number}\n").into()),
                other => other.clone(),
            };
            self.sources.files.insert(path, now);
            self.is_dressed = true;
            return Next::Theme(self.sources.clone());
        }
        let paths: Vec<SourcePath> = self.sources.files.keys().filter(|path| Self::is_report(path)).cloned().collect();
        let many = self.dice.between(1, 2);
        let mut changed = Vec::new();
        for _ in 0..many {
            let path = paths[self.dice.below(paths.len())].clone();
            let text = self.sources.text(&path).expect("a text").clone();
            let now = match self.dice.below(6) {
                0 => self.first.files[&path].clone(),
                _ => Content::Text(edited(&text, &mut self.dice).into()),
            };
            self.sources.files.insert(path.clone(), now.clone());
            changed.push((path, now));
        }
        Next::Reports(changed)
    }
}

/// What a history came to.
#[derive(Default)]
struct Tally {
    turns: usize,
    good: usize,
    written: usize,
    differing: usize,
    overtaken: usize,
}

/// Holds a turn against a build of the same sources.
fn hold(world: &Maps, site: &Edited, told: Outcome<Built>, is_first: bool) -> (bool, usize, usize) {
    let clean = build::build(&site.sources, &options());
    // A report that cannot be read is not there for a build, and links to it are dead; a follower makes no pages then.
    let of_pages = [Code::DeadLink, Code::DeadAnchor, Code::UnusedTerm, Code::TemplateError];
    let follows = |finding: &&Diagnostic| of_pages.contains(&finding.code);
    let more: Vec<_> = clean.findings.iter().filter(|finding| !told.findings.contains(finding)).collect();
    let may_be_fewer = has_errors(&told.findings) && more.iter().all(follows);
    assert!(may_be_fewer || told.findings == clean.findings, "{:#?} but not {more:#?}", told.findings);
    assert!(told.findings.iter().all(|finding| clean.findings.contains(finding)), "{:#?}", told.findings);
    if has_errors(&told.findings) {
        world.discard();
        return (false, 0, 0);
    }
    let before = lock(&world.files).clone();
    let changed = world.publish(is_first);
    let files = lock(&world.files);
    let bytes = |artifact: &Artifact| match &artifact.body {
        Body::Bytes(bytes) => bytes.clone(),
        Body::Copy(path) => path.as_bytes().to_vec(),
    };
    let wanted: Files = clean.value.artifacts.iter().map(|one| (one.route.file(), bytes(one))).collect();
    let names = |files: &Files| files.keys().cloned().collect::<BTreeSet<String>>();
    assert_eq!(names(&files), names(&wanted), "files");
    for (file, bytes) in &wanted {
        assert!(files[file] == *bytes, "{file} is not what a build makes");
    }
    assert_eq!(told.value.summary.reports, clean.value.summary.reports);
    assert_eq!(told.value.summary.mentions, clean.value.summary.mentions);
    assert_eq!(told.value.summary.pages, clean.value.summary.pages);
    let differing = wanted.iter().filter(|(file, bytes)| before.get(*file) != Some(*bytes)).count();
    (true, changed.len(), differing)
}

fn history(number: usize, steps: usize, tally: &mut Tally) {
    let mut site =
        Edited { sources: site(), first: site(), dice: Dice::new(77, number), is_mistaken: false, is_dressed: false };
    let world = Maps::default();
    let mut left = steps;
    while left > 0 {
        let sources = site.sources.clone();
        let mut is_first = true;
        let ended = build::follow(&sources, &options(), &world, &mut |told| {
            let (good, written, differing) = hold(&world, &site, told, is_first);
            tally.turns += 1;
            tally.good += usize::from(good);
            if !is_first && !site.is_dressed {
                tally.written += written;
                tally.differing += differing;
            }
            // Nothing stands as it was left before the first turn without a mistake.
            is_first &= !good;
            site.is_mistaken = !good;
            site.is_dressed &= !good;
            if left == 0 {
                return Next::End;
            }
            left -= 1;
            site.step()
        });
        tally.overtaken += usize::from(ended == Ended::Overtaken);
    }
}

/// Histories: `FOLLOWING_HISTORIES` in the environment asks for more.
#[test]
fn following_comes_to_what_a_build_makes() {
    let asked = std::env::var("FOLLOWING_HISTORIES").ok().and_then(|many| many.parse().ok());
    let histories: usize = asked.unwrap_or(12);
    let mut tally = Tally::default();
    for number in 0..histories {
        history(number, 25, &mut tally);
    }
    let Tally { turns, good, written, differing, overtaken } = tally;
    println!(
        "{turns} turns, {good} without a mistake, {overtaken} overtaken; {written} files written, {differing} differ"
    );
    assert!(good * 3 > turns && overtaken * 3 < turns, "{good} of {turns} good, {overtaken} overtaken");
    // A little is made anew that comes out the same, not the site.
    assert!(written < differing * 2, "{written} written, {differing} differ");
}
