//! The ledger of an output folder: which files we wrote into it, what was in them, and how they were left. Only files in
//! it are ever deleted.

use super::damage::Damage;
use super::read_if_there;
use super::table::{Rows, Table};
use crate::model::digest::Digest;
use crate::shell::stat::Stat;
use std::path::Path;

const MAGIC: &[u8; 12] = b"rapp-ledger1";
const CHECKSUM: usize = 16;
const ROW: usize = 16 + 24 + 32;

/// One file of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    pub digest: Digest,
    /// As we left it.
    pub left: Stat,
    /// The site's file that it is a copy of, as that was when we read it.
    pub source: Option<Stat>,
}

/// All files of ours, by name.
#[derive(Clone)]
pub struct Ledger {
    table: Table<ROW>,
}

impl Ledger {
    /// Reads a ledger; none when there is none.
    pub fn open(path: &Path) -> Result<Option<Self>, Damage> {
        let Some(mut bytes) = read_if_there(path)? else { return Ok(None) };
        let end = bytes.len().checked_sub(CHECKSUM).filter(|end| *end >= MAGIC.len()).ok_or(Damage::CutShort)?;
        if Digest::of(&bytes[..end]).0 != bytes[end..] || !bytes.starts_with(MAGIC) {
            return Err(Damage::Altered);
        }
        bytes.truncate(end);
        bytes.drain(..MAGIC.len());
        Table::read(bytes).map(|table| Some(Self { table })).ok_or(Damage::Altered)
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row of a file.
    pub fn find(&self, file: &str) -> Option<usize> {
        self.table.find(|name| name.cmp(file.as_bytes()))
    }

    /// The names of all files, in order.
    pub fn files(&self) -> Vec<String> {
        (0..self.len()).map(|row| self.file(row).to_owned()).collect()
    }

    pub fn file(&self, row: usize) -> &str {
        std::str::from_utf8(self.table.name(row)).unwrap_or_default()
    }

    pub fn entry(&self, row: usize) -> Entry {
        read_entry(&self.table.row(row))
    }
}

/// A ledger in the making; files are given in ascending order.
#[derive(Default)]
pub struct Lines {
    rows: Rows<ROW>,
}

impl Lines {
    pub fn push(&mut self, file: &str, entry: &Entry) {
        self.rows.push(file.as_bytes(), write_entry(entry));
    }

    /// Takes a row over as it stands.
    pub fn copy(&mut self, ledger: &Ledger, row: usize) {
        self.rows.push(ledger.table.name(row), ledger.table.row(row));
    }

    /// The ledger itself.
    pub fn ledger(self) -> Ledger {
        let table = Table::read(self.rows.finish());
        Ledger { table: table.unwrap_or_else(|| unreachable!("rows that were just made can be read")) }
    }

    /// The bytes of the ledger's file.
    pub fn finish(self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(self.rows.finish());
        let digest = Digest::of(&bytes);
        bytes.extend(digest.0);
        bytes
    }
}

fn write_entry(entry: &Entry) -> [u8; ROW] {
    let source = entry.source.unwrap_or_default();
    let parts: [[u8; 8]; 7] = [
        entry.left.size.to_le_bytes(),
        entry.left.modified.to_le_bytes(),
        entry.left.inode.to_le_bytes(),
        source.size.to_le_bytes(),
        source.modified.to_le_bytes(),
        source.changed.to_le_bytes(),
        source.inode.to_le_bytes(),
    ];
    let mut row = [0; ROW];
    row[..16].copy_from_slice(&entry.digest.0);
    row[16..].copy_from_slice(parts.as_flattened());
    row
}

fn read_entry(row: &[u8; ROW]) -> Entry {
    let eight = |at: usize| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&row[16 + at * 8..24 + at * 8]);
        bytes
    };
    let mut digest = [0; 16];
    digest.copy_from_slice(&row[..16]);
    let moment = |at| i64::from_le_bytes(eight(at));
    let count = |at| u64::from_le_bytes(eight(at));
    let left = Stat { size: count(0), modified: moment(1), changed: 0, inode: count(2) };
    let source = Stat { size: count(3), modified: moment(4), changed: moment(5), inode: count(6) };
    Entry { digest: Digest(digest), left, source: (source.inode != 0).then_some(source) }
}
