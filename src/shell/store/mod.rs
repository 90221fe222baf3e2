//! What a build leaves for the next, in `.rapporteur/`: the lock, and for each output folder the memory of records, the
//! ledger of what was written, and the place where files wait until all are made. Read by nobody else (mode 0700).

mod compact;
mod damage;
pub mod ledger;
mod manifest;
mod memory;
mod pending;
mod put_by;
mod segment;
mod table;

#[cfg(test)]
mod tests;

pub use ledger::Ledger;
pub use memory::Memory;
pub use put_by::PutBy;

use super::ShellError;
use damage::Damage;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::sleep;
use std::time::Duration;

/// What the user is told when all is done, each thing once.
#[derive(Clone, Default)]
pub struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    pub fn say(&self, note: String) {
        let mut notes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }

    /// All notes so far; they are not given again.
    pub fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The folder of a home for what is not to be remembered.
const ASIDE: &str = "aside";

/// The site's memory, held by this process alone.
pub struct Store {
    folder: PathBuf,
    /// None where nothing can be written: then nothing is remembered.
    lock: Option<File>,
    pub notes: Notes,
}

/// The folder in the store that belongs to one output folder.
#[derive(Clone)]
pub struct Home {
    pub path: PathBuf,
    /// Whether anything can be written there.
    pub writable: bool,
    pub notes: Notes,
}

impl Store {
    /// Opens the memory of the site at `root`; refuses when another process holds it. Where none can be written, builds
    /// go on without.
    pub fn open(root: &Path) -> Result<Self, ShellError> {
        let folder = root.join(".rapporteur");
        let notes = Notes::default();
        let lock = match lock_file(&folder) {
            Ok(mut file) => {
                take(&mut file, &folder.join("lock"))?;
                Some(file)
            }
            Err(error) => {
                notes.say(format!("nothing is remembered for the next build: {error}"));
                None
            }
        };
        Ok(Self { folder, lock, notes })
    }

    /// What belongs to an output folder is named after where that lies.
    pub fn home(&self, output: &Path) -> Home {
        let digest = blake3::hash(output.as_os_str().as_encoded_bytes()).to_hex();
        let path = self.folder.join(&digest[..16]);
        let writable = self.lock.is_some()
            && private_folder(&path).map_err(|error| self.notes.say(format!("nothing is remembered: {error}"))).is_ok();
        Home { path, writable, notes: self.notes.clone() }
    }
}

impl Home {
    /// A home within this one for a build that nobody shall remember: empty, whatever one that was stopped left there.
    pub fn aside(&self) -> Self {
        self.forget_aside();
        let path = self.path.join(ASIDE);
        let writable = self.writable && private_folder(&path).is_ok();
        Self { path, writable, notes: self.notes.clone() }
    }

    pub fn forget_aside(&self) {
        if self.writable {
            // What stays does no harm, and the next time tries again.
            let _ = fs::remove_dir_all(self.path.join(ASIDE));
        }
    }

    /// The ledger; none when there is none that can be read.
    pub fn ledger(&self) -> Option<Ledger> {
        let opened = Ledger::open(&self.path.join("ledger"));
        opened.unwrap_or_else(|damage| {
            let what = "the list of files that earlier builds wrote could not be read";
            self.notes.say(format!("{what} ({damage}): files with our mark are taken for ours"));
            None
        })
    }

    /// Saves the ledger.
    pub fn save_ledger(&self, lines: ledger::Lines) -> Result<(), ShellError> {
        if self.writable { replace(&self.path.join("ledger"), &lines.finish()) } else { Ok(()) }
    }
}

/// Replaces a file as a whole, by rename.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), ShellError> {
    let fresh = path.with_extension("new");
    fs::write(&fresh, bytes).map_err(ShellError::at("write", &fresh))?;
    fs::rename(&fresh, path).map_err(ShellError::at("rename", &fresh))
}

/// A file's bytes; none when there is no such file.
fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Damage> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Opens the lock's file in a folder that is ours alone.
fn lock_file(folder: &Path) -> Result<File, ShellError> {
    private_folder(folder)?;
    let path = folder.join("lock");
    if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
        return Err(ShellError::at("lock", &path)(io::Error::other("it is a link")));
    }
    let open = File::options().create(true).truncate(false).read(true).write(true).open(&path);
    open.map_err(ShellError::at("open", &path))
}

/// Takes the lock and writes into it who has it.
fn take(lock: &mut File, path: &Path) -> Result<(), ShellError> {
    match lock.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            return Err(ShellError::Held { process: holder(lock) });
        }
        Err(TryLockError::Error(error)) => return Err(ShellError::at("lock", path)(error)),
    }
    let written = lock.set_len(0).and_then(|()| write!(lock, "{}", std::process::id()));
    written.map_err(ShellError::at("write", path))
}

/// Who has the lock. Whoever has just taken it is about to say so.
fn holder(lock: &mut File) -> String {
    let mut holder = String::new();
    for _ in 0..20 {
        let read = lock.seek(SeekFrom::Start(0)).and_then(|_| lock.read_to_string(&mut holder));
        if read.is_err() || !holder.is_empty() {
            break;
        }
        sleep(Duration::from_millis(1));
    }
    holder.trim().to_owned()
}

/// Makes a folder that its owner alone may open. It holds what is not out yet. A link could lead anywhere.
fn private_folder(path: &Path) -> Result<(), ShellError> {
    let meta = match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_symlink() => {
            return Err(ShellError::at("use the folder", path)(io::Error::other("it is a link")));
        }
        Ok(meta) if meta.is_dir() => meta,
        _ => {
            fs::create_dir(path).map_err(ShellError::at("make the folder", path))?;
            fs::symlink_metadata(path).map_err(ShellError::at("open the folder", path))?
        }
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        if meta.permissions().mode() & 0o777 != 0o700 {
            let closed = fs::set_permissions(path, fs::Permissions::from_mode(0o700));
            closed.map_err(ShellError::at("close to others the folder", path))?;
        }
    }
    #[cfg(not(unix))]
    let _ = meta;
    Ok(())
}
