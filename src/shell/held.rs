//! The output of builds that write none: the files that there are by now, each in memory, or a file of the site that would
//! be copied. What a turn has made is no part of it until it is published.

use super::ShellError;
use super::output::digest_of;
use super::preview::{Bytes, Kept};
use crate::model::artifact::Body;
use crate::model::digest::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

pub struct Held {
    root: PathBuf,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    files: BTreeMap<String, Kept>,
    /// What the turn at work has made, found to be as it was, and taken away.
    made: BTreeMap<String, Kept>,
    stays: BTreeSet<String>,
    retracted: BTreeSet<String>,
    failed: Option<ShellError>,
}

/// Which files a turn may leave out of what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// None: what it did not name is gone.
    All,
    /// Those that are as they were.
    Changes,
}

/// Files that are other than they were or new, and files that are gone.
pub type Changed = (Vec<(String, Kept)>, Vec<String>);

impl Held {
    /// Nothing yet, of the site at `root`.
    pub fn new(root: PathBuf) -> Self {
        Self { root, state: Mutex::default() }
    }

    pub fn stands(&self, file: &str) -> Option<Digest> {
        self.state().files.get(file).map(|kept| kept.digest)
    }

    pub fn retain(&self, file: &str) {
        self.state().stays.insert(file.to_owned());
    }

    pub fn retract(&self, file: &str) {
        self.state().retracted.insert(file.to_owned());
    }

    /// Takes an artifact, with its bytes if it is no copy. What fails is told by `publish`.
    pub fn emit(&self, file: &str, body: &Body, bytes: Option<Bytes>) {
        let made = match (body, bytes) {
            (Body::Copy(path), _) => {
                let path = self.root.join(&**path);
                digest_of(&path).map(|digest| Kept::stands(path, digest))
            }
            (Body::Bytes(_), Some(bytes)) => Ok(Kept::held(bytes)),
            (Body::Bytes(bytes), None) => Ok(Kept::held(bytes.clone())),
        };
        let mut state = self.state();
        match made {
            Ok(kept) => drop(state.made.insert(file.to_owned(), kept)),
            Err(error) => state.failed = Some(error),
        }
    }

    pub fn discard(&self) {
        let mut state = self.state();
        let files = std::mem::take(&mut state.files);
        *state = State { files, ..State::default() };
    }

    /// Makes what a turn has made the output. When anything failed, all stays as it was.
    pub fn publish(&self, told: Told) -> Result<Changed, ShellError> {
        if let Some(error) = self.state().failed.take() {
            self.discard();
            return Err(error);
        }
        let mut state = self.state();
        let State { files, made, stays, retracted, .. } = std::mem::take(&mut *state);
        state.files = files;
        let is_gone = |file: &String| match told {
            Told::All => !made.contains_key(file) && !stays.contains(file),
            Told::Changes => !made.contains_key(file) && retracted.contains(file),
        };
        let gone: Vec<String> = state.files.keys().filter(|file| is_gone(file)).cloned().collect();
        gone.iter().for_each(|file| drop(state.files.remove(file)));
        let is_other =
            |(file, kept): &(String, Kept)| state.files.get(file).is_none_or(|was| was.digest != kept.digest);
        let put: Vec<(String, Kept)> = made.into_iter().filter(is_other).collect();
        state.files.extend(put.iter().cloned());
        Ok((put, gone))
    }

    pub fn get(&self, file: &str) -> Option<Kept> {
        self.state().files.get(file).cloned()
    }

    pub fn all(&self) -> Vec<(String, Kept)> {
        self.state().files.iter().map(|(file, kept)| (file.clone(), kept.clone())).collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
