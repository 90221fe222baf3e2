//! Where files wait, finished, until all are made: in a folder that only its owner may open, on the output's side of the
//! disk, so that each is put in its place by a rename.

use super::content::{Content, Reader};
use crate::model::digest::Digest;
use crate::shell::ShellError;
use crate::shell::stat::Stat;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// Files are spread over folders, so that threads do not wait for one.
const FOLDERS: u64 = 16;

/// Dropped, it takes everything along that still waits.
pub struct Staging {
    folder: PathBuf,
    next: AtomicU64,
    made: Mutex<bool>,
}

/// A file that waits.
pub struct Staged {
    pub number: u64,
    pub digest: Digest,
    pub stat: Stat,
}

impl Staging {
    /// Files will wait in `folder`. What a build left there that was stopped is deleted.
    pub fn new(folder: PathBuf) -> Self {
        let staging = Self { folder, next: AtomicU64::new(0), made: Mutex::new(false) };
        staging.clear();
        staging
    }

    pub fn path(&self, number: u64) -> PathBuf {
        self.folder.join(format!("{:x}/{number}", number % FOLDERS))
    }

    /// Writes a file that will stand where `old` says that something was changed last.
    pub fn stage(&self, content: &Content, old: Option<SystemTime>) -> Result<Staged, ShellError> {
        self.make()?;
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let path = self.path(number);
        let mut file = File::create(&path).map_err(ShellError::at("write", &path))?;
        let digest = match content {
            Content::Bytes(bytes, digest) => {
                file.write_all(bytes).map_err(ShellError::at("write", &path))?;
                *digest
            }
            Content::Source { path: source, .. } => {
                let mut reader = Reader::open(source)?;
                while let Some(bytes) = reader.next()? {
                    file.write_all(bytes).map_err(ShellError::at("write", &path))?;
                }
                reader.digest()
            }
        };
        let mut meta = file.metadata().map_err(ShellError::at("read", &path))?;
        // Servers answer "not modified" when size and second are equal: changed bytes are always younger.
        if let Some(least) = old.map(|old| old + Duration::from_secs(1))
            && meta.modified().map_err(ShellError::at("read", &path))? < least
        {
            file.set_modified(least).map_err(ShellError::at("date", &path))?;
            meta = file.metadata().map_err(ShellError::at("read", &path))?;
        }
        Ok(Staged { number, digest, stat: Stat::of(&meta) })
    }

    /// Makes the folders when the first file comes.
    fn make(&self) -> Result<(), ShellError> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if !*made {
            private(&self.folder)?;
            for number in 0..FOLDERS {
                private(&self.folder.join(format!("{number:x}")))?;
            }
            *made = true;
        }
        Ok(())
    }

    fn clear(&self) {
        // What cannot be deleted now is tried again by the next build.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if *self.made.lock().unwrap_or_else(PoisonError::into_inner) {
            self.clear();
        }
    }
}

fn private(folder: &Path) -> Result<(), ShellError> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(ShellError::at("make the folder", folder))
}
