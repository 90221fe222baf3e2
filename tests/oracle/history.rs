//! One history, and the laws that hold after each of its steps.

use super::builder::{Built, Flaw, MOST_THREADS, Order, build, build_with};
use super::dice::Dice;
use super::folder::{Folder, Tree, tree};
use super::search::Tally;
use super::steps::{Kind, Site, starting_site};
use rapporteur::diag::Diagnostic;
use std::time::Duration;

/// A step as it can be taken again: its kind, and the number that its dice follow from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: Kind,
    pub throw: usize,
}

/// The law that a history broke at its last step.
#[derive(Debug)]
pub struct Broken {
    /// What happened, step by step.
    pub told: Vec<String>,
    /// Which law, where, and how.
    pub law: String,
}

/// How builds of a history are run.
#[derive(Clone, Copy)]
pub struct Trial<'a> {
    pub flaw: Option<Flaw>,
    pub tally: &'a Tally,
}

/// Takes all steps from the beginning. The first build counts as one that must equal a clean one too.
pub fn replay(steps: &[Step], trial: Trial) -> Result<(), Broken> {
    let mut run = Run::new(trial);
    run.check()?;
    steps.iter().try_for_each(|step| run.take(*step).map(drop))
}

/// Rolls a history of so many steps, and gives the steps as far as they came.
pub fn roll(number: usize, steps: usize, trial: Trial) -> (Vec<Step>, Result<(), Broken>) {
    const HISTORY: u64 = 41;
    let mut dice = Dice::new(HISTORY, number);
    let mut taken = Vec::new();
    let mut run = Run::new(trial);
    let mut outcome = run.check();
    while outcome.is_ok() && taken.len() < steps {
        let step = Step { kind: Kind::roll(&mut dice, run.site.mistaken), throw: dice.below(usize::MAX) };
        match run.take(step) {
            Ok(false) => continue,
            happened => outcome = happened.map(drop),
        }
        taken.push(step);
    }
    (taken, outcome)
}

/// A site on its way through a history.
struct Run<'a> {
    trial: Trial<'a>,
    site: Site,
    told: Vec<String>,
}

impl<'a> Run<'a> {
    fn new(trial: Trial<'a>) -> Self {
        Self { trial, site: Site::new(Folder::new(&starting_site())), told: Vec::new() }
    }

    /// Takes a step and checks the laws; gives whether there was anything to take it on.
    fn take(&mut self, step: Step) -> Result<bool, Broken> {
        const STEP: u64 = 42;
        let mut dice = Dice::new(STEP, step.throw);
        let Some(told) = self.site.happen(step.kind, &mut dice) else { return Ok(false) };
        // Authors do several things between two builds.
        let more = dice.once_in(5) && !step.kind.wants_a_build();
        self.site.settled = false;
        self.told.push(if more { format!("{told} (and no build)") } else { told });
        if !more {
            self.check()?;
        }
        Ok(true)
    }

    fn check(&mut self) -> Result<(), Broken> {
        let law = self.laws();
        law.map_err(|law| Broken { told: self.told.clone(), law })
    }

    /// Builds with the memory, without one, and with it once more; compares.
    fn laws(&mut self) -> Result<(), String> {
        let Trial { flaw, tally } = self.trial;
        let folder = &self.site.folder;
        let before = tree(&folder.output());
        let order = self.site.order.clone();
        let built = build_with(flaw, folder.root(), &order);
        let after = tree(&folder.output());
        let fresh = folder.copy();
        let clean = build(fresh.root(), &Order { threads: MOST_THREADS + 1 - order.threads, ..order.clone() });
        tally.build(&built, changed(&before, &after));
        same_answers(&built, &clean)?;
        if built.exit == Ok(0) {
            same_files(&self.site.without_foreign(&after)?, &tree(&fresh.output()))?;
            younger(&before, &after)?;
            self.site.good = folder.sources.clone();
        } else {
            same_state("a build that failed wrote", &before, &after)?;
        }
        self.site.mistaken = built.exit != Ok(0);
        self.site.settled = !self.site.mistaken;
        let again = build_with(flaw, folder.root(), &order);
        same_answers(&again, &clean).map_err(|law| format!("built again, {law}"))?;
        same_state("a second build wrote", &after, &tree(&folder.output()))?;
        if again.deeds > 0 {
            return Err(format!("a second build says that it wrote or deleted {} files", again.deeds));
        }
        Ok(())
    }
}

/// How many files are new or have other bytes.
fn changed(before: &Tree, after: &Tree) -> usize {
    after.iter().filter(|(path, (bytes, _))| before.get(*path).is_none_or(|(old, _)| old != bytes)).count()
}

fn same_answers(built: &Built, clean: &Built) -> Result<(), String> {
    if built.exit != clean.exit {
        return Err(format!("it ended with {:?}, and a clean build with {:?}", built.exit, clean.exit));
    }
    if built.findings == clean.findings {
        return Ok(());
    }
    let told = |word: &str, of: &[Diagnostic], beside: &[Diagnostic]| {
        let only = of.iter().filter(|finding| !beside.contains(finding));
        let lines = only.map(|finding| format!("\n  {word}: {} {}: {}", finding.path, finding.code, finding.message));
        lines.collect::<String>()
    };
    let missing = told("missing", &clean.findings, &built.findings);
    let added = told("added", &built.findings, &clean.findings);
    Err(format!("its findings are not those of a clean build{missing}{added}"))
}

/// The same paths and bytes; else the first difference, pages before feeds and sitemaps.
pub fn same_files(built: &Tree, clean: &Tree) -> Result<(), String> {
    let paths = || built.keys().chain(clean.keys());
    let is_other = |path: &&String| built.get(*path).map(|file| &file.0) != clean.get(*path).map(|file| &file.0);
    let first = paths().filter(is_other).min_by_key(|path| (!path.ends_with(".html"), *path));
    let Some(path) = first else { return Ok(()) };
    let count = paths().filter(is_other).collect::<std::collections::BTreeSet<_>>().len();
    let how = match (built.get(path), clean.get(path)) {
        (None, _) => "is missing".to_owned(),
        (_, None) => "is not of a clean build".to_owned(),
        (Some((built, _)), Some((clean, _))) => first_line(built, clean),
    };
    Err(format!("{count} files are not those of a clean build; the first is {path}, which {how}"))
}

fn first_line(built: &[u8], clean: &[u8]) -> String {
    let (built, clean) = (String::from_utf8_lossy(built), String::from_utf8_lossy(clean));
    let none = "(no such line)";
    let mut lines = (1..).map(|number| (number, built.lines().nth(number - 1), clean.lines().nth(number - 1)));
    let differing = lines.find(|(_, built, clean)| built != clean || built.is_none());
    let (number, built, clean) = differing.unwrap_or_default();
    format!(
        "differs in line {number}\n  is:     {}\n  should: {}",
        cut(built.unwrap_or(none)),
        cut(clean.unwrap_or(none))
    )
}

fn cut(line: &str) -> String {
    line.chars().take(400).collect()
}

/// Bytes, names and times are what they were.
fn same_state(law: &str, before: &Tree, after: &Tree) -> Result<(), String> {
    let other = |path: &&String| before.get(*path) != after.get(*path);
    let files: Vec<&String> = before.keys().chain(after.keys()).filter(other).collect();
    match files.first() {
        Some(first) => Err(format!("{law} {} files; the first is {first}", files.len())),
        None => Ok(()),
    }
}

/// Bytes that changed are at least a second younger, or servers would say that they did not change.
fn younger(before: &Tree, after: &Tree) -> Result<(), String> {
    let wrong = after.iter().find(|(path, (bytes, time))| {
        before.get(*path).is_some_and(|(old, then)| old != bytes && *time < *then + Duration::from_secs(1))
    });
    match wrong {
        Some((path, _)) => Err(format!("{path} changed and is not a second younger")),
        None => Ok(()),
    }
}
