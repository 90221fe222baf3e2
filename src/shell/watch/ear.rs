//! The thread that listens: it hears the system's words, or looks at files where there are none, and tells batches.

use super::batch::Batch;
use super::folders::{Folders, Trouble};
use super::poll::Looks;
use super::{Change, POLL, Signal, Word, mounts};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

/// How often a site that went away is looked for.
const MISSED: Duration = Duration::from_millis(200);

pub struct Ear {
    root: PathBuf,
    words: Sender<Word>,
    signals: Sender<Signal>,
    way: Way,
}

/// How changes are known.
enum Way {
    Told(Folders),
    /// By looking, this often.
    Looks(Looks, Duration),
    /// The site's folder is not there.
    Missed,
}

impl Ear {
    /// For the site at the path; with a time, by looking that often.
    pub fn open((root, poll): (&Path, Option<Duration>), words: Sender<Word>, signals: Sender<Signal>) -> Self {
        let way = Way::Missed;
        let mut ear = Self { root: root.to_owned(), words, signals, way };
        match (poll, mounts::remote(root)) {
            (Some(every), _) => ear.way = Way::Looks(Looks::at(root), every),
            (None, Some(kind)) => {
                ear.poll(&format!("the site lies on a disk ({kind}) of which the system does not tell changes"))
            }
            (None, None) => ear.watch(),
        }
        ear
    }

    /// Makes all watches anew; the old ones hear until the new ones do.
    fn watch(&mut self) {
        match Folders::watch(&self.root, self.words.clone()) {
            Ok(folders) => self.way = Way::Told(folders),
            Err(Trouble::Gone) => self.way = Way::Missed,
            Err(Trouble::Limit) => self.poll("the system watches no more folders than it does (fs.inotify)"),
            Err(Trouble::Other(why)) => self.poll(&format!("the system does not tell changes ({why})")),
        }
    }

    fn poll(&mut self, why: &str) {
        let every = POLL;
        self.tell(Signal::Note(format!("{why}: looking at all files every {} ms instead", every.as_millis())));
        self.way = Way::Looks(Looks::at(&self.root), every);
    }

    /// Listens until told to stop.
    pub fn listen(mut self, words: &Receiver<Word>) {
        let mut batch = Batch::default();
        loop {
            let wait = match &self.way {
                Way::Told(_) => batch.wait(Instant::now()),
                Way::Looks(_, every) => Some(*every),
                Way::Missed => Some(MISSED),
            };
            let word = match wait {
                // Whoever writes without end must not be heard without end.
                _ if batch.is_overdue(Instant::now()) => Err(RecvTimeoutError::Timeout),
                Some(wait) => words.recv_timeout(wait),
                None => words.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match word {
                Ok(Word::Stop) | Err(RecvTimeoutError::Disconnected) => return,
                Ok(Word::Event(event)) => self.hear(event, &mut batch),
                Err(RecvTimeoutError::Timeout) => self.time(&mut batch),
            }
        }
    }

    fn hear(&self, event: notify::Result<notify::Event>, batch: &mut Batch) {
        // Late words of watches that are no more say nothing that looking will not find.
        let Way::Told(folders) = &self.way else { return };
        match event {
            Ok(event) => batch.hear(&event, folders, Instant::now()),
            Err(_) => batch.lose(Instant::now()),
        }
    }

    /// A time is over in which nothing was heard.
    fn time(&mut self, batch: &mut Batch) {
        match &mut self.way {
            Way::Looks(looks, _) => {
                if let Some(change) = looks.again() {
                    self.tell(Signal::Changed(change));
                }
            }
            Way::Missed => {
                self.watch();
                if !matches!(self.way, Way::Missed) {
                    self.tell(Signal::Changed(Change::Everything(BTreeSet::from([self.root.clone()]))));
                }
            }
            // A save may still be under way.
            Way::Told(_) if batch.wait(Instant::now()).is_some_and(|wait| !wait.is_zero()) => {}
            Way::Told(_) => {
                if batch.is_lost() {
                    self.tell(Signal::Note(
                        "more changed at once than the system tells: looking at all files".to_owned(),
                    ));
                }
                // First the watches, then the word: what changes after the build has looked is heard.
                if batch.turns_folders() {
                    self.watch();
                }
                self.tell(Signal::Changed(batch.take()));
            }
        }
    }

    fn tell(&self, signal: Signal) {
        // Nobody builds any more when the preview ends.
        let _ = self.signals.send(signal);
    }
}
