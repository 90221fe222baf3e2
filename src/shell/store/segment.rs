//! One file of records: a head, the records one after another, and at the end the index of them.
//!
//! `magic, program | records | index | where the index begins | checksum of the index`

use super::damage::Damage;
use super::table::Table;
use crate::model::digest::Digest;
use std::cmp::Ordering;
use std::fs::File;
use std::io;
use std::path::Path;

pub const MAGIC: &[u8; 12] = b"rapp-record1";
/// Magic and program.
pub const HEAD: usize = MAGIC.len() + 16;
/// Where the index begins, and its checksum.
const TAIL: usize = 8 + 16;
pub const ROW: usize = 8 + 4 + 8;
/// Instead of a length: the record was forgotten.
const GONE: u32 = u32::MAX;

/// Bytes between two records that are read with them rather than by another call.
const GAP: u64 = 32 * 1024;
/// Bytes of one read.
const RUN: u64 = 1024 * 1024;

/// A record's place in its segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub offset: u64,
    pub length: u32,
    pub check: [u8; 8],
}

impl Place {
    /// The mark of a record that was forgotten.
    pub const GONE: Self = Self { offset: 0, length: GONE, check: [0; 8] };

    pub fn is_gone(&self) -> bool {
        self.length == GONE
    }

    pub fn write(&self) -> [u8; ROW] {
        let mut row = [0; ROW];
        row[..8].copy_from_slice(&self.offset.to_le_bytes());
        row[8..12].copy_from_slice(&self.length.to_le_bytes());
        row[12..].copy_from_slice(&self.check);
        row
    }

    fn read(row: [u8; ROW]) -> Self {
        let mut place = Self { offset: eight(&row), length: 0, check: [0; 8] };
        place.length = u32::from_le_bytes([row[8], row[9], row[10], row[11]]);
        place.check.copy_from_slice(&row[12..]);
        place
    }

    fn end(&self) -> u64 {
        if self.is_gone() { 0 } else { self.offset.saturating_add(u64::from(self.length)) }
    }
}

/// A segment as the manifest names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    pub number: u64,
    /// Of the whole file.
    pub length: u64,
    /// Of the index.
    pub digest: Digest,
}

pub struct Segment {
    pub named: Named,
    pub index: Table<ROW>,
    file: Readable,
}

/// What a record's bytes are held against.
pub fn checksum(record: &[u8]) -> [u8; 8] {
    let mut check = [0; 8];
    check.copy_from_slice(&blake3::hash(record).as_bytes()[..8]);
    check
}

/// The end of a segment's file: its index and what that is known by.
pub fn tail(index: &[u8], begins: u64) -> (Vec<u8>, Digest) {
    let digest = Digest::of(index);
    let mut bytes = begins.to_le_bytes().to_vec();
    bytes.extend(digest.0);
    (bytes, digest)
}

impl Segment {
    /// Opens a segment, and reads its index.
    pub fn open(path: &Path, named: Named, program: Digest) -> Result<Self, Damage> {
        let file = Readable::open(path)?;
        let minimum = (HEAD + TAIL) as u64;
        match file.length()?.cmp(&named.length) {
            _ if named.length < minimum => return Err(Damage::Altered),
            Ordering::Less => return Err(Damage::CutShort),
            Ordering::Greater => return Err(Damage::Altered),
            Ordering::Equal => {}
        }
        let mut head = [0; HEAD];
        file.read(&mut head, 0)?;
        let mut tail = [0; TAIL];
        file.read(&mut tail, named.length - TAIL as u64)?;
        let begins = eight(&tail);
        let fits = begins >= HEAD as u64 && begins <= named.length - TAIL as u64;
        let known = head[..MAGIC.len()] == *MAGIC && head[MAGIC.len()..] == program.0 && tail[8..] == named.digest.0;
        let length = usize::try_from(named.length.saturating_sub(TAIL as u64 + begins));
        let (true, true, Ok(length)) = (fits, known, length) else { return Err(Damage::Altered) };
        let mut index = vec![0; length];
        file.read(&mut index, begins)?;
        if Digest::of(&index) != named.digest {
            return Err(Damage::Altered);
        }
        let index = Table::read(index).ok_or(Damage::Altered)?;
        let segment = Self { named, index, file };
        let inside = (0..segment.index.len()).all(|row| segment.place(row).end() <= begins);
        if inside { Ok(segment) } else { Err(Damage::Altered) }
    }

    /// The row of a record, by its kind and name.
    pub fn find(&self, key: (u8, &[u8])) -> Option<usize> {
        self.index.find(|name| match name.split_first() {
            Some((kind, rest)) => (*kind, rest).cmp(&key),
            None => Ordering::Less,
        })
    }

    pub fn place(&self, row: usize) -> Place {
        Place::read(self.index.row(row))
    }

    /// The bytes of one record.
    pub fn record(&self, place: Place) -> Result<Vec<u8>, Damage> {
        let mut record = vec![0; place.length as usize];
        self.file.read(&mut record, place.offset)?;
        if checksum(&record) == place.check { Ok(record) } else { Err(Damage::Altered) }
    }

    /// Cuts rows into runs that one read each takes; rows that lie far from each other are runs of their own.
    pub fn runs(&self, mut rows: Vec<usize>) -> Vec<Vec<usize>> {
        rows.sort_by_key(|row| self.place(*row).offset);
        let mut runs: Vec<Vec<usize>> = Vec::new();
        let (mut begins, mut ends) = (0, 0);
        for row in rows {
            let place = self.place(row);
            match runs.last_mut() {
                Some(run) if place.offset <= ends + GAP && place.end().saturating_sub(begins) <= RUN => run.push(row),
                _ => {
                    begins = place.offset;
                    runs.push(vec![row]);
                }
            }
            ends = place.end();
        }
        runs
    }

    /// Gives the record of each row of a run, or why it cannot be had.
    pub fn read_run(&self, run: &[usize], mut take: impl FnMut(usize, Result<&[u8], Damage>)) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
        let begins = self.place(*first).offset;
        let mut bytes = vec![0; usize::try_from(self.place(*last).end().saturating_sub(begins)).unwrap_or_default()];
        let all = self.file.read(&mut bytes, begins);
        for row in run {
            let place = self.place(*row);
            let at = usize::try_from(place.offset.saturating_sub(begins)).unwrap_or(usize::MAX);
            let record = bytes.get(at..).and_then(|rest| rest.get(..place.length as usize));
            let sound = record.filter(|record| all.is_ok() && checksum(record) == place.check);
            take(*row, sound.ok_or(Damage::Altered));
        }
    }
}

fn eight(bytes: &[u8]) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&bytes[..8]);
    u64::from_le_bytes(first)
}

/// A file that many threads read at once, each at a place of its own.
pub struct Readable {
    #[cfg(unix)]
    file: File,
    #[cfg(not(unix))]
    file: std::sync::Mutex<File>,
}

#[cfg(unix)]
impl Readable {
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: File::open(path)? })
    }

    fn length(&self) -> io::Result<u64> {
        Ok(self.file.metadata()?.len())
    }

    pub fn read(&self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.file, buffer, offset)
    }
}

#[cfg(not(unix))]
impl Readable {
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: std::sync::Mutex::new(File::open(path)?) })
    }

    fn length(&self) -> io::Result<u64> {
        Ok(self.file.lock().unwrap_or_else(|held| held.into_inner()).metadata()?.len())
    }

    pub fn read(&self, buffer: &mut [u8], offset: u64) -> io::Result<()> {
        use std::io::{Read, Seek, SeekFrom};
        let mut file = self.file.lock().unwrap_or_else(|held| held.into_inner());
        file.seek(SeekFrom::Start(offset))?;
        file.read_exact(buffer)
    }
}
