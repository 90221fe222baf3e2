//! A site that was read once, and the turns that are made from that: as long as no more changes than texts of reports, or
//! the theme, nothing else is read again.

use super::differences::differences;
use super::{Audience, Cause, Put, Turn, Turns, Until};
use crate::build::{self, Built, Ended, Next};
use crate::diag::{Diagnostic, Outcome, has_errors};
use crate::model::digest::Digest;
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::shell::ShellError;
use crate::shell::commands::options;
use crate::shell::held::{Held, Told};
use crate::shell::live::{Eyes, Live};
use crate::shell::output::{self, Foreign};
use crate::shell::preview::{Bytes, Kept};
use crate::shell::store::Store;
use crate::shell::timings::Timings;
use crate::shell::watch::{Change, Signal};
use crate::shell::world::Disk;
use crate::shell::{same, scan};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::time::Instant;

/// What a session is made with.
struct Session<'a, 't, 'd> {
    turns: &'a mut Turns<'t>,
    signals: &'a Receiver<Signal>,
    live: &'a Live<'d>,
    store: &'a Store,
    output: &'a Path,
    /// As they are by now, as far as findings or the theme need them.
    sources: SourceSet,
    /// When the turn that is being made began.
    began: Instant,
    is_first: bool,
    ended: Result<Option<Cause>, ShellError>,
}

impl Turns<'_> {
    /// Reads the site and builds it until more changes than can be taken up; gives what did, or none when it is time to
    /// stop.
    pub fn session(&mut self, signals: &Receiver<Signal>, timings: &Timings) -> Result<Option<Cause>, ShellError> {
        let (root, began) = (self.root, Instant::now());
        // A folder that is being replaced is no reason to delete all pages.
        if !root.join("content").is_dir() {
            let why = format!("{} has no folder `content` any more", root.display());
            return Err(ShellError::refused(why, "bring it back: until then the pages stay as they were"));
        }
        let options = options(&self.args.making)?;
        // Where no page is written the folder's name leads to what builds into it remember, and need not be there.
        let output = match &self.held {
            Some(_) => root.join(&self.args.output_dir),
            None => output::output(root, &self.args.output_dir)?,
        };
        let store = Store::open(root)?;
        let foreign = if self.args.force { Foreign::Replaced } else { Foreign::Kept };
        let disk = Disk::open((root, &output), &store, (foreign, timings));
        let eyes = Audiences(self.audience);
        let found = same::look(root)?;
        let sources = same::sources(root, &found, &disk)?;
        let live = Live::new(disk, &eyes, self.held.clone());
        let mut session = Session {
            turns: self,
            signals,
            live: &live,
            store: &store,
            output: &output,
            sources: sources.clone(),
            began,
            is_first: true,
            ended: Ok(None),
        };
        let ended = build::follow(&sources, &options, &live, &mut |outcome| session.turn(outcome, timings));
        let ended = match ended {
            Ended::Asked => session.ended,
            Ended::Overtaken => Ok(Some(session.turns.cause.clone())),
        };
        self.shown = live.disk().output.ledger();
        let kept = live.end();
        if let Err(error) = kept {
            self.note(&format!("what these builds made is not remembered for the next: {error}"));
        }
        ended
    }
}

/// So many reports are taken up one by one; more are read faster together with all others.
const ONE_BY_ONE: usize = 32;

/// A turn that made so many pages is remembered at once.
const MANY: usize = 100;

impl Session<'_, '_, '_> {
    /// Tells what came of a turn and waits for a reason to make another.
    fn turn(&mut self, outcome: Outcome<Built>, timings: &Timings) -> Next {
        timings.hush();
        let (until, rendered) = (outcome.value.until, outcome.value.summary.rendered);
        if let Err(error) = self.show(outcome) {
            self.ended = Err(error);
            return Next::End;
        }
        if rendered >= MANY {
            self.remember();
        }
        self.turns.recover();
        // `--now` lets the clock stand.
        let until = Until::At(until.filter(|_| self.turns.args.making.now.is_none()));
        let cause = self.turns.wait(self.signals, &until);
        self.began = Instant::now();
        let next = match &cause {
            Some(Cause::Changed(Change::Paths(paths))) => self.taken_up(paths),
            _ => None,
        };
        if let Some(cause) = &cause {
            self.turns.cause = cause.clone();
        }
        next.unwrap_or_else(|| {
            self.ended = Ok(cause);
            Next::End
        })
    }

    /// Sees to it that a turn which took its time need not be taken again, even if the process is killed.
    fn remember(&mut self) {
        if let Err(error) = self.live.remember(&|| self.store.home(self.output)) {
            self.turns.note(&format!("what these builds made is not remembered for the next: {error}"));
        }
    }

    fn show(&mut self, Outcome { value: built, findings }: Outcome<Built>) -> Result<(), ShellError> {
        same::fill(self.turns.root, &mut self.sources, &findings);
        let is_good = !has_errors(&findings);
        let shown = if is_good { Vec::new() } else { self.live.discard() };
        if let Some(held) = self.turns.held.clone() {
            let (put, gone) = self.hold(&held, (&built, is_good), &shown)?;
            self.tell((&built, &findings), put, gone);
            self.is_first &= !is_good;
            return Ok(());
        }
        if self.is_first {
            if is_good {
                self.live.fresh();
                self.live.publish()?;
            }
            // With mistakes the ledger is of the last good pages: they are shown behind them, where they stood.
            let ledger = self.live.disk().output.ledger();
            let moved = self.turns.base.as_ref().is_some_and(|base| *base != built.base) && is_good;
            let (put, gone) = differences(self.turns.shown.as_ref().filter(|_| !moved), ledger.as_ref());
            let put = put.into_iter().map(|(file, digest)| self.standing(file, digest)).collect();
            let (put, gone) = self.taken_back(&shown, (put, gone));
            self.tell((&built, &findings), put, gone);
            self.turns.shown = ledger;
            self.is_first = !is_good;
            return Ok(());
        }
        if !is_good {
            let (put, gone) = self.taken_back(&shown, (Vec::new(), Vec::new()));
            self.tell((&built, &findings), put, gone);
            return Ok(());
        }
        let fresh = self.live.fresh();
        let (held, rest): (Vec<_>, Vec<_>) = fresh.put.into_iter().partition(|(_, bytes)| bytes.is_some());
        if rest.is_empty() {
            // Readers need not wait for the disk.
            self.tell((&built, &findings), held.into_iter().filter_map(put).collect(), fresh.gone);
            return self.live.publish().map(drop);
        }
        self.live.publish()?;
        let disk = self.live.disk();
        let on_disk = rest.into_iter().filter_map(|(file, _)| {
            let digest = disk.output.entry(&file)?;
            Some(self.standing(file, digest))
        });
        let all = held.into_iter().filter_map(put).chain(on_disk).collect();
        drop(disk);
        self.tell((&built, &findings), all, fresh.gone);
        Ok(())
    }

    /// A file of the output folder.
    fn standing(&self, file: String, digest: Digest) -> Put {
        let kept = Kept::stands(self.output.join(&file), digest);
        Put { file, kept }
    }

    /// What came of a turn whose pages are written nowhere; after a mistake, what puts back the files that were shown.
    fn hold(
        &self,
        held: &Held,
        (built, is_good): (&Built, bool),
        shown: &[String],
    ) -> Result<(Vec<Put>, Vec<String>), ShellError> {
        let (put, gone) = if is_good {
            self.live.fresh();
            held.publish(if self.is_first { Told::All } else { Told::Changes })?
        } else {
            let back = shown.iter().filter_map(|file| Some((file.clone(), held.get(file)?)));
            (back.collect(), shown.iter().filter(|file| held.get(file).is_none()).cloned().collect())
        };
        let moved = is_good && self.turns.base.as_ref().is_some_and(|base| *base != built.base);
        let put = if moved { held.all() } else { put };
        Ok((put.into_iter().map(|(file, kept)| Put { file, kept }).collect(), gone))
    }

    /// What puts back the files that were shown before a mistake was found, beside what is told anyway.
    fn taken_back(&self, shown: &[String], (mut put, mut gone): (Vec<Put>, Vec<String>)) -> (Vec<Put>, Vec<String>) {
        let disk = self.live.disk();
        for file in shown {
            if put.iter().any(|put| put.file == *file) {
                continue;
            }
            match disk.output.entry(file) {
                Some(digest) => put.push(self.standing(file.clone(), digest)),
                None => gone.push(file.clone()),
            }
        }
        (put, gone)
    }

    fn tell(&mut self, (built, findings): (&Built, &[Diagnostic]), put: Vec<Put>, gone: Vec<String>) {
        self.store.notes.take().iter().for_each(|note| self.turns.note(note));
        let before = self.turns.base.clone().filter(|_| has_errors(findings));
        let base = before.unwrap_or_else(|| built.base.clone());
        let turn = Turn {
            cause: &self.turns.cause,
            base: &base,
            put,
            gone,
            findings,
            sources: &self.sources,
            summary: &built.summary,
            milliseconds: self.began.elapsed().as_millis(),
        };
        self.turns.audience.iter().for_each(|audience| audience.turn(&turn));
        self.turns.base = Some(base);
    }

    /// What the following is told of changed files; none where it cannot take them up.
    fn taken_up(&mut self, paths: &BTreeSet<PathBuf>) -> Option<Next> {
        let mut reports: Vec<(SourcePath, Content)> = Vec::new();
        let mut is_themes = false;
        for path in paths {
            let name = scan::name(self.turns.root, path);
            let known = self.sources.files.get(&name);
            if path.symlink_metadata().is_err() {
                // What came and went between two turns is nobody's concern.
                known.is_none().then_some(())?;
                continue;
            }
            let content = scan::content(self.turns.root, path).ok()?;
            let is_unreadable = |content: &Content| matches!(content, Content::Unreadable { .. });
            if is_unreadable(&content) || known.is_some_and(is_unreadable) {
                return None;
            }
            if name.starts_with("themes/") {
                is_themes = true;
            } else {
                (build::is_report(&name) && known.is_some()).then_some(())?;
                reports.push((name.clone(), content.clone()));
            }
            self.sources.files.insert(name, content);
        }
        match (is_themes, reports.len()) {
            (true, 0) => Some(Next::Theme(self.sources.clone())),
            (false, 0..=ONE_BY_ONE) => Some(Next::Reports(reports)),
            _ => None,
        }
    }
}

fn put((file, bytes): (String, Option<Bytes>)) -> Option<Put> {
    Some(Put { file, kept: Kept::held(bytes?) })
}

/// All who are told, as one who looks.
struct Audiences<'a>(&'a [&'a dyn Audience]);

impl Eyes for Audiences<'_> {
    fn looked_at(&self) -> Vec<String> {
        self.0.iter().flat_map(|audience| audience.looked_at()).collect()
    }

    fn see(&self, files: &[(String, Bytes)]) {
        self.0.iter().for_each(|audience| audience.see(files));
    }
}
