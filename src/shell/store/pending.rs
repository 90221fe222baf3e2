//! Records that a build keeps for the next: written out as they come, a kind's records by the megabyte together, so that
//! all of a kind are read with few calls; only their names and places are held.

use super::segment::{HEAD, MAGIC, Named, Place, ROW, Readable, checksum, tail};
use super::table::Rows;
use crate::model::digest::Digest;
use crate::shell::ShellError;
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Kinds beyond these share their places, which costs nothing but reads.
const LANES: usize = 8;
/// Bytes of one kind that are written together.
const BUFFER: usize = 1024 * 1024;

/// A segment's file in the making. Dropped before it is finished, it is deleted.
pub struct Writing {
    path: PathBuf,
    file: File,
    readable: Readable,
    at: u64,
    finished: bool,
}

impl Writing {
    pub fn begin(path: &Path, program: Digest) -> Result<Self, ShellError> {
        let _ = fs::remove_file(path);
        let file = File::options().write(true).create_new(true).open(path);
        let file = file.map_err(ShellError::at("make", path))?;
        let readable = Readable::open(path).map_err(ShellError::at("open", path))?;
        let mut writing = Self { path: path.to_owned(), file, readable, at: 0, finished: false };
        writing.append(&[MAGIC.as_slice(), &program.0].concat())?;
        Ok(writing)
    }

    /// Writes bytes at the end; gives where they begin.
    pub fn append(&mut self, bytes: &[u8]) -> Result<u64, ShellError> {
        let begins = self.at;
        self.file.write_all(bytes).map_err(ShellError::at("write", &self.path))?;
        self.at += bytes.len() as u64;
        Ok(begins)
    }

    /// Writes the index.
    pub fn finish(mut self, number: u64, rows: Rows<ROW>) -> Result<Named, ShellError> {
        let index = rows.finish();
        let begins = self.append(&index)?;
        let (tail, digest) = tail(&index, begins);
        self.append(&tail)?;
        self.finished = true;
        Ok(Named { number, length: self.at, digest })
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Records of one kind: those not yet written, and where all of them are.
#[derive(Default)]
struct Lane {
    buffer: Vec<u8>,
    names: Vec<u8>,
    kept: Vec<Kept>,
    /// How many of them are written: the others' offsets count from the beginning of the buffer.
    written: usize,
    /// The last record under each name, by its place in `kept`.
    last: HashMap<Box<[u8]>, usize>,
}

struct Kept {
    /// Where its name ends.
    end: u32,
    place: Place,
}

impl Lane {
    fn name(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.kept[at - 1].end as usize };
        &self.names[start..self.kept[at].end as usize]
    }
}

pub struct Pending {
    path: PathBuf,
    number: u64,
    program: Digest,
    lanes: [Mutex<Lane>; LANES],
    file: Mutex<Option<Writing>>,
    failed: OnceLock<ShellError>,
}

impl Pending {
    /// What will be the segment of that number at that path. Nothing is made before it is needed.
    pub fn new(path: PathBuf, number: u64, program: Digest) -> Self {
        let lanes = Default::default();
        Self { path, number, program, lanes, file: Mutex::new(None), failed: OnceLock::new() }
    }

    pub fn keep(&self, key: (u8, &[u8]), record: &[u8]) {
        let check = checksum(record);
        let length = u32::try_from(record.len()).unwrap_or(u32::MAX);
        let place = Place { offset: 0, length, check };
        if place.is_gone() {
            let too_long = std::io::Error::other("a record of four gigabytes");
            return self.fail(ShellError::at("write", &self.path)(too_long));
        }
        self.add(key, place, record);
    }

    pub fn forget(&self, key: (u8, &[u8])) {
        self.add(key, Place::GONE, &[]);
    }

    /// A record that was kept or forgotten in this build: then it is none.
    pub fn recall(&self, key: (u8, &[u8])) -> Option<Option<Vec<u8>>> {
        let (kind, name) = key;
        let lane = self.lanes[kind as usize % LANES].lock().unwrap_or_else(PoisonError::into_inner);
        let at = *lane.last.get([&[kind], name].concat().as_slice())?;
        let place = &lane.kept[at].place;
        if place.is_gone() {
            return Some(None);
        }
        if at >= lane.written {
            let begins = usize::try_from(place.offset).ok()?;
            return Some(lane.buffer.get(begins..begins + place.length as usize).map(<[u8]>::to_vec));
        }
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut record = vec![0; place.length as usize];
        let read = file.as_ref().map(|writing| writing.readable.read(&mut record, place.offset));
        let is_right = read.is_some_and(|read| read.is_ok()) && checksum(&record) == place.check;
        Some(is_right.then_some(record))
    }

    fn add(&self, key: (u8, &[u8]), mut place: Place, record: &[u8]) {
        let (kind, name) = key;
        let mut lane = self.lanes[kind as usize % LANES].lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(end) = u32::try_from(lane.names.len() + 1 + name.len()) else {
            let too_many = std::io::Error::other("four gigabytes of names");
            return self.fail(ShellError::at("write", &self.path)(too_many));
        };
        place.offset = lane.buffer.len() as u64;
        lane.names.push(kind);
        lane.names.extend_from_slice(name);
        lane.buffer.extend_from_slice(record);
        let at = lane.kept.len();
        lane.last.insert([&[kind], name].concat().into(), at);
        lane.kept.push(Kept { end, place });
        if lane.buffer.len() >= BUFFER {
            self.write_out(&mut lane);
        }
    }

    fn write_out(&self, lane: &mut Lane) {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        match self.append(&mut file, &lane.buffer) {
            Ok(begins) => lane.kept[lane.written..].iter_mut().for_each(|kept| kept.place.offset += begins),
            Err(error) => self.fail(error),
        }
        lane.written = lane.kept.len();
        lane.buffer.clear();
    }

    fn append(&self, file: &mut Option<Writing>, bytes: &[u8]) -> Result<u64, ShellError> {
        if file.is_none() && self.failed.get().is_none() {
            *file = Some(Writing::begin(&self.path, self.program)?);
        }
        match file {
            Some(file) => file.append(bytes),
            // What went wrong is known already.
            None => Ok(HEAD as u64),
        }
    }

    fn fail(&self, error: ShellError) {
        let _ = self.failed.set(error);
    }

    /// Writes the rest and the index; none when nothing is new. `before` says how long the record is that the memory
    /// holds under a name; the second number is how many bytes of such records are replaced.
    pub fn finish(self, before: impl Fn((u8, &[u8])) -> Option<u32>) -> Result<Option<(Named, u64)>, ShellError> {
        for lane in &self.lanes {
            let mut lane = lane.lock().unwrap_or_else(PoisonError::into_inner);
            if lane.written < lane.kept.len() && !lane.buffer.is_empty() {
                self.write_out(&mut lane);
            }
        }
        if let Some(error) = self.failed.into_inner() {
            return Err(error);
        }
        let lanes = self.lanes.map(|lane| lane.into_inner().unwrap_or_else(PoisonError::into_inner));
        let (rows, dead) = index(&lanes, before);
        if rows.is_empty() {
            return Ok(None);
        }
        let file = self.file.into_inner().unwrap_or_else(PoisonError::into_inner);
        // There is no file yet when things were forgotten and nothing was kept.
        let file = match file {
            Some(file) => file,
            None => Writing::begin(&self.path, self.program)?,
        };
        Ok(Some((file.finish(self.number, rows)?, dead)))
    }
}

/// The rows of all records, of several under one name the last.
fn index(lanes: &[Lane], before: impl Fn((u8, &[u8])) -> Option<u32>) -> (Rows<ROW>, u64) {
    let all = lanes.iter().flat_map(|lane| (0..lane.kept.len()).map(move |at| (lane.name(at), &lane.kept[at].place)));
    let mut all: Vec<(&[u8], &Place)> = all.collect();
    all.sort_by_key(|(name, _)| *name);
    let mut rows = Rows::default();
    let mut dead = 0;
    for (at, (name, place)) in all.iter().enumerate() {
        let length = u64::from(if place.is_gone() { 0 } else { place.length });
        if all.get(at + 1).is_some_and(|(next, _)| next == name) {
            dead += length;
            continue;
        }
        let before = name.split_first().and_then(|(kind, name)| before((*kind, name)));
        dead += u64::from(before.unwrap_or_default());
        if !place.is_gone() || before.is_some() {
            rows.push(name, place.write());
        }
    }
    (rows, dead)
}
