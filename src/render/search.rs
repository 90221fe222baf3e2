//! The files of search: JSON where a file holds names and texts, bytes where it holds which reports have which words.
//!
//! A file of words is its stamp (four bytes, the lowest first) and then word by word, in the order of their letters:
//! how many bytes the word shares with the one before it, how many follow, these; how many bytes its reports take, and
//! for each weight from the lightest on its reports. These are a number *n*: 0 for none; where the lowest bit is 0, *n*/2
//! reports, each by its distance from the one before; where it is 1, the first report and then (*n*-1)/2 bytes, a bit
//! for each report from the first on, the lowest bit first. Numbers have seven bits in each byte, the lowest first.

use crate::model::search::{Slice, Weight, push_number};
use crate::model::view::SearchFileView;
use serde::Serialize;
use std::collections::BTreeMap;

pub fn search(file: &SearchFileView) -> Vec<u8> {
    match file {
        SearchFileView::Index(index) => json(index),
        SearchFileView::Names(names) => json(names),
        SearchFileView::Conferences(names) => json(names),
        SearchFileView::Days(days) => json(days),
        SearchFileView::Heads(heads) => json(heads),
        SearchFileView::Words { stamp, slices } => words(*stamp, slices),
    }
}

fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_else(|error| unreachable!("what search shows is JSON: {error}"))
}

/// By weight, the numbers of the reports that have a word.
type Reports = [Vec<usize>; Weight::ALL.len()];

fn words(stamp: u32, slices: &[Slice]) -> Vec<u8> {
    let mut all: BTreeMap<&str, Reports> = BTreeMap::new();
    for slice in slices {
        for entry in slice.entries() {
            let reports = all.entry(entry.term).or_default();
            entry.places().for_each(|(place, weight)| reports[weight as usize].push(slice.first + place));
        }
    }
    let mut bytes = stamp.to_le_bytes().to_vec();
    let mut before: &[u8] = b"";
    for (term, reports) in &all {
        let term = term.as_bytes();
        let shared = before.iter().zip(term).take_while(|(one, other)| one == other).count();
        push_number(&mut bytes, shared);
        push_number(&mut bytes, term.len() - shared);
        bytes.extend(&term[shared..]);
        let mut own = Vec::new();
        reports.iter().for_each(|numbers| list(&mut own, numbers));
        push_number(&mut bytes, own.len());
        bytes.extend(own);
        before = term;
    }
    bytes
}

/// Numbers in order, in whichever way takes fewer bytes.
fn list(bytes: &mut Vec<u8>, numbers: &[usize]) {
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else { return push_number(bytes, 0) };
    let mut apart = Vec::new();
    push_number(&mut apart, 2 * numbers.len());
    let mut before = 0;
    for number in numbers {
        push_number(&mut apart, number - before);
        before = *number;
    }
    let length = (last - first) / 8 + 1;
    let mut bits = Vec::new();
    push_number(&mut bits, 2 * length + 1);
    push_number(&mut bits, *first);
    if bits.len() + length >= apart.len() {
        return bytes.extend(apart);
    }
    let start = bits.len();
    bits.resize(start + length, 0);
    for number in numbers.iter().map(|number| number - first) {
        bits[start + number / 8] |= 1 << (number % 8);
    }
    bytes.extend(bits);
}
