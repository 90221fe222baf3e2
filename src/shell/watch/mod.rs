//! Hears what changes in a site's sources and tells it in batches: by the system's word where that can be had, else by
//! looking at all files again and again. What is told is a hint: the build looks for itself. But no change goes untold.

mod batch;
mod ear;
mod folders;
mod mounts;
mod poll;

use crate::shell::ShellError;
use ear::Ear;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::{Builder, JoinHandle};
use std::time::Duration;

/// How often files are looked at where the system does not tell, if nobody says otherwise.
const POLL: Duration = Duration::from_millis(500);

/// What may be other than it was, by whole paths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// These files alone.
    Paths(BTreeSet<PathBuf>),
    /// Anything: a folder came or went, or the system lost count. The paths are those that were heard of.
    Everything(BTreeSet<PathBuf>),
}

impl Change {
    /// What was heard of.
    pub fn paths(&self) -> &BTreeSet<PathBuf> {
        match self {
            Self::Paths(paths) | Self::Everything(paths) => paths,
        }
    }

    /// This and another, as one.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Paths(mut one), Self::Paths(other)) => {
                one.extend(other);
                Self::Paths(one)
            }
            (Self::Paths(one) | Self::Everything(one), Self::Paths(other) | Self::Everything(other)) => {
                Self::Everything(&one | &other)
            }
        }
    }
}

/// What whoever builds in a loop waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signal {
    Changed(Change),
    /// Something that the user should know about how changes are heard.
    Note(String),
    Stop,
}

/// What the ear is told.
enum Word {
    Event(notify::Result<notify::Event>),
    Stop,
}

/// A site that is watched until this is dropped.
pub struct Watch {
    words: Sender<Word>,
    thread: Option<JoinHandle<()>>,
}

impl Watch {
    /// Watches the site at `root`, a path without links; with `poll`, by looking that often. From the moment at which
    /// this returns no change goes untold.
    pub fn begin(root: &Path, poll: Option<Duration>, signals: Sender<Signal>) -> Result<Self, ShellError> {
        let (words, heard) = channel();
        let ear = Ear::open((root, poll), words.clone(), signals);
        let thread = Builder::new().name("watch".to_owned()).spawn(move || ear.listen(&heard));
        let thread = thread.map_err(ShellError::at("watch", root))?;
        Ok(Self { words, thread: Some(thread) })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // A thread that has ended hears nothing, and has ended.
        let _ = self.words.send(Word::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
