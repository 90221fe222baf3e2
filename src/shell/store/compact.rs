//! When segments are made one, and how: sorted by kind and name, without what younger ones replace, in bounded memory.

use super::pending::Writing;
use super::segment::{HEAD, Named, Place, Segment};
use super::table::Rows;
use crate::model::digest::Digest;
use crate::shell::ShellError;
use std::path::Path;

/// More segments than these make a build ask too many indexes.
const MOST: usize = 16;
/// Bytes that are written together.
const BUFFER: usize = 1024 * 1024;

/// What became of the segments.
pub struct Sizes {
    pub named: Named,
    /// Bytes of records that were replaced by younger ones, and are gone.
    pub dropped: u64,
}

/// From which segment on all are to be made one. The large old ones are left alone as long as they are mostly alive, so
/// that many small builds do not copy them each time.
pub fn from(sizes: &[u64], dead: u64) -> Option<usize> {
    let all: u64 = sizes.iter().sum();
    if dead.saturating_mul(3) > all {
        return Some(0);
    }
    if sizes.len() <= MOST {
        return None;
    }
    let small = |at: usize| sizes[at..].iter().sum::<u64>() <= sizes[at - 1];
    Some((1..sizes.len() - 1).find(|at| small(*at)).unwrap_or(0))
}

/// A record that goes on: which segment has it, in which row.
type Row = (usize, usize);

/// Writes the segments' live records into one. `at.0` is how many segments are older and stay: if any, what was forgotten
/// must stay forgotten; `at.1` is the new segment's number.
pub fn merge(segments: &[Segment], at: (usize, u64), path: &Path, program: Digest) -> Result<Sizes, ShellError> {
    let older = at.0;
    let (mut live, mut dropped) = (Vec::new(), 0);
    let mut all: Vec<(&[u8], std::cmp::Reverse<usize>, usize)> = Vec::new();
    for (age, segment) in segments.iter().enumerate() {
        all.extend((0..segment.index.len()).map(|row| (segment.index.name(row), std::cmp::Reverse(age), row)));
    }
    all.sort_unstable();
    let mut last = None;
    for (name, std::cmp::Reverse(age), row) in all {
        let place = segments[age].place(row);
        if last == Some(name) {
            dropped += if place.is_gone() { 0 } else { u64::from(place.length) };
        } else if !place.is_gone() || older > 0 {
            live.push((age, row));
        }
        last = Some(name);
    }
    write(segments, &live, (at, path, program)).map(|named| Sizes { named, dropped })
}

fn write(segments: &[Segment], live: &[Row], to: ((usize, u64), &Path, Digest)) -> Result<Named, ShellError> {
    let ((older, number), path, program) = to;
    let mut writing = Writing::begin(path, program)?;
    let mut rows = Rows::default();
    let mut buffer = Vec::new();
    let mut begins = HEAD as u64;
    for (segment, run) in runs(segments, live) {
        if segment.place(run[0]).is_gone() {
            rows.push(segment.index.name(run[0]), Place::GONE.write());
            continue;
        }
        segment.read_run(&run, |row, record| {
            let place = Place { offset: begins + buffer.len() as u64, ..segment.place(row) };
            match record {
                Ok(record) => {
                    rows.push(segment.index.name(row), place.write());
                    buffer.extend_from_slice(record);
                }
                // Nobody could read it; but what it replaced must not come back.
                Err(_) if older > 0 => rows.push(segment.index.name(row), Place::GONE.write()),
                Err(_) => {}
            }
        });
        if buffer.len() >= BUFFER {
            writing.append(&buffer)?;
            begins += buffer.len() as u64;
            buffer.clear();
        }
    }
    writing.append(&buffer)?;
    writing.finish(number, rows)
}

/// Cuts the rows into runs that one read takes, as far as they lie one after another in one segment already.
fn runs<'a>(segments: &'a [Segment], live: &'a [Row]) -> impl Iterator<Item = (&'a Segment, Vec<usize>)> {
    let next = |one: &Row, other: &Row| {
        let (first, second) = (segments[one.0].place(one.1), segments[other.0].place(other.1));
        let adjacent = first.offset.saturating_add(u64::from(first.length)) == second.offset;
        one.0 == other.0 && !first.is_gone() && !second.is_gone() && adjacent
    };
    live.chunk_by(next).flat_map(|run| {
        let segment = &segments[run[0].0];
        segment.runs(run.iter().map(|(_, row)| *row).collect()).into_iter().map(move |run| (segment, run))
    })
}
