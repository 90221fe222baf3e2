//! What a file is known by without reading it.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;

/// Size, moments in nanoseconds and inode of a file. Where the system has no inodes that is 0, and no file is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stat {
    pub size: u64,
    pub modified: i64,
    /// When its bytes, name or rights changed, which nobody can set back.
    pub changed: i64,
    pub inode: u64,
}

impl Stat {
    #[cfg(unix)]
    pub fn of(meta: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        let moment = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanos);
        Self {
            size: meta.len(),
            modified: moment(meta.mtime(), meta.mtime_nsec()),
            changed: moment(meta.ctime(), meta.ctime_nsec()),
            inode: meta.ino(),
        }
    }

    #[cfg(not(unix))]
    pub fn of(meta: &Metadata) -> Self {
        Self { size: meta.len(), ..Self::default() }
    }

    /// Whether this is the file that was left so. Renaming it changed nothing that counts here.
    pub fn is_as_left(&self, left: &Self) -> bool {
        self.inode != 0 && (self.size, self.modified, self.inode) == (left.size, left.modified, left.inode)
    }
}
