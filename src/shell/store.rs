//! What a build leaves for the next, in `.rapporteur/`: the lock, and the ledger of what was written where.

use super::ShellError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// Files that we wrote into an output folder, relative to it. Only these are ever deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    pub files: BTreeSet<String>,
}

/// The site's memory, held by this process alone.
pub struct Store {
    folder: PathBuf,
    _lock: File,
}

impl Store {
    /// Opens the memory of the site at `root`; refuses when another process holds it.
    pub fn open(root: &Path) -> Result<Self, ShellError> {
        let folder = root.join(".rapporteur");
        fs::create_dir_all(&folder).map_err(ShellError::at("make the folder", &folder))?;
        let path = folder.join("lock");
        let open = File::options().create(true).truncate(false).read(true).write(true).open(&path);
        let mut lock = open.map_err(ShellError::at("open", &path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = lock.read_to_string(&mut holder);
                let why = format!("another rapporteur (process {}) is at work on this site", holder.trim());
                return Err(ShellError::refused(why, "wait for it to end, or stop it"));
            }
            Err(TryLockError::Error(error)) => return Err(ShellError::at("lock", &path)(error)),
        }
        let written = lock.set_len(0).and_then(|()| write!(lock, "{}", std::process::id()));
        written.map_err(ShellError::at("write", &path))?;
        Ok(Self { folder, _lock: lock })
    }

    /// The ledger of an output folder; none when there is none that can be read.
    pub fn ledger(&self, output: &Path) -> Option<Ledger> {
        let text = fs::read(self.path(output)).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Writes the ledger, by rename.
    pub fn save(&self, output: &Path, ledger: &Ledger) -> Result<(), ShellError> {
        let path = self.path(output);
        let fresh = path.with_extension("new");
        let bytes = serde_json::to_vec(ledger).unwrap_or_default();
        fs::write(&fresh, bytes).map_err(ShellError::at("write", &fresh))?;
        fs::rename(&fresh, &path).map_err(ShellError::at("rename", &fresh))
    }

    /// One ledger for each output folder, named after where it lies.
    fn path(&self, output: &Path) -> PathBuf {
        let digest = blake3::hash(output.as_os_str().as_encoded_bytes()).to_hex();
        self.folder.join(format!("ledger-{}.json", &digest[..16]))
    }
}
