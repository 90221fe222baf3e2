//! The bytes of an artifact: held, or in one of the site's files, which is read piece by piece and only when it must be.

use crate::model::artifact::Body;
use crate::model::digest::Digest;
use crate::shell::ShellError;
use crate::shell::stat::Stat;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Bytes of one piece.
const PIECE: usize = 256 * 1024;
/// A file that was changed so short a time ago could be changed again within the same tick of the disk's clock.
const TICK: Duration = Duration::from_secs(1);

pub enum Content<'a> {
    Bytes(&'a [u8], Digest),
    Source { path: PathBuf, size: u64, stat: Option<Stat> },
}

impl<'a> Content<'a> {
    pub fn of(body: &'a Body, root: &Path) -> Result<Self, ShellError> {
        match body {
            Body::Bytes(bytes) => Ok(Self::Bytes(bytes, Digest::of(bytes))),
            Body::Copy(path) => {
                let path = root.join(&**path);
                let meta = fs::metadata(&path).map_err(ShellError::at("read", &path))?;
                let settled = meta
                    .modified()
                    .is_ok_and(|modified| SystemTime::now().duration_since(modified).is_ok_and(|since| since > TICK));
                let stat = Some(Stat::of(&meta)).filter(|stat| settled && stat.inode != 0);
                Ok(Self::Source { path, size: meta.len(), stat })
            }
        }
    }

    pub fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes, _) => bytes.len() as u64,
            Self::Source { size, .. } => *size,
        }
    }

    /// What a source is known by when it is met again.
    pub fn source(&self) -> Option<Stat> {
        match self {
            Self::Bytes(..) => None,
            Self::Source { stat, .. } => *stat,
        }
    }

    pub fn digest(&self) -> Result<Digest, ShellError> {
        match self {
            Self::Bytes(_, digest) => Ok(*digest),
            Self::Source { path, .. } => digest_of(path),
        }
    }
}

/// Whether a file has the bytes of an artifact; none when there is no such file.
pub fn has_bytes_of(path: &Path, body: &Body, root: &Path) -> Result<Option<bool>, ShellError> {
    let Some(meta) = fs::symlink_metadata(path).ok().filter(Metadata::is_file) else { return Ok(None) };
    let content = Content::of(body, root)?;
    Ok(Some(meta.len() == content.size() && digest_of(path)? == content.digest()?))
}

/// The digest of a file's bytes.
pub fn digest_of(path: &Path) -> Result<Digest, ShellError> {
    let mut reader = Reader::open(path)?;
    while reader.next()?.is_some() {}
    Ok(reader.digest())
}

/// A file read piece by piece, with the digest of what was read.
pub struct Reader<'a> {
    path: &'a Path,
    file: File,
    piece: Vec<u8>,
    hasher: blake3::Hasher,
}

impl<'a> Reader<'a> {
    pub fn open(path: &'a Path) -> Result<Self, ShellError> {
        let file = File::open(path).map_err(ShellError::at("read", path))?;
        let size = file.metadata().map_or(PIECE, |meta| usize::try_from(meta.len()).unwrap_or(PIECE));
        let piece = vec![0; size.saturating_add(1).min(PIECE)];
        Ok(Self { path, file, piece, hasher: blake3::Hasher::new() })
    }

    /// The next piece, or none at the end.
    pub fn next(&mut self) -> Result<Option<&[u8]>, ShellError> {
        let length = self.file.read(&mut self.piece).map_err(ShellError::at("read", self.path))?;
        let bytes = &self.piece[..length];
        self.hasher.update(bytes);
        Ok((length > 0).then_some(bytes))
    }

    pub fn digest(&self) -> Digest {
        let mut first = [0; 16];
        first.copy_from_slice(&self.hasher.finalize().as_bytes()[..16]);
        Digest(first)
    }
}
