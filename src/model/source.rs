//! What the shell found on the disk: the core's only picture of it.

use super::digest::Digest;
use super::picture::Measured;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Bytes of a file's text, from `start` up to and without `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The span moved towards the file's end, for text that was cut from the middle of a file.
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

/// A file's path from the site's root, with `/` between its parts: `content/att-2013/_index.md`.
pub type SourcePath = Arc<str>;

/// What a file holds, as far as the core needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text, without a byte order mark and with `\n` at line ends.
    Text(Arc<str>),
    /// A report's text that is as an earlier build knew it, by the digest of the text: it is read when it is wanted.
    Known(Digest),
    /// A theme's picture or style, named after its content and so read whole.
    Bytes(Arc<[u8]>),
    /// Copied as it is; only its size is known here.
    Asset { size: u64 },
    /// A picture: copied as it is, and known by what its file tells. Its bytes are read when they are wanted, unless the
    /// sources are held without a disk.
    Picture { measured: Measured, bytes: Option<Arc<[u8]>> },
    /// What could not be taken: why, what to do, and the byte where it goes wrong.
    Unreadable { why: &'static str, instead: &'static str, offset: usize },
}

/// All files of a site by path.
#[derive(Clone, Debug, Default)]
pub struct SourceSet {
    pub files: BTreeMap<SourcePath, Content>,
}

impl SourceSet {
    pub fn text(&self, path: &str) -> Option<&Arc<str>> {
        match self.files.get(path) {
            Some(Content::Text(text)) => Some(text),
            _ => None,
        }
    }
}
