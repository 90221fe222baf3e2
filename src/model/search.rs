//! What a reader's browser searches: the folded words of reports, and which reports have them.
//!
//! Beside words, a report has *marks*: whom, what, where and how it speaks. A mark begins with a sign that no word has,
//! so that words and marks share one alphabet.

use super::digest::Digest;
use super::ids::{ClauseId, ConferenceId, DelegationId, StanceId};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// How much a report is about a word or a mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Weight {
    #[default]
    Once,
    /// Several times, or in a heading.
    Often,
    /// In its title; for a mark, as what was said and not only named.
    First,
}

impl Weight {
    pub const ALL: [Self; 3] = [Self::Once, Self::Often, Self::First];
}

/// One report's words, folded, in order, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms(pub Vec<(Box<str>, Weight)>);

/// The mark of reports that name a delegation.
pub fn delegation_mark(id: &DelegationId) -> String {
    format!("@{id}")
}

/// The mark of reports that name a clause or a part of it.
pub fn clause_mark(id: &ClauseId) -> String {
    format!("/{id}")
}

/// The mark of reports in which a stance was taken.
pub fn stance_mark(id: &StanceId) -> String {
    format!("+{id}")
}

/// The mark of a conference's reports.
pub fn conference_mark(id: &ConferenceId) -> String {
    format!("#{id}")
}

/// The words and marks of some reports that follow each other, turned round: by word, the reports that have it.
///
/// It is kept as the bytes that it is stored in, since a build reads all blocks and takes few of them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    bytes: Arc<[u8]>,
}

/// A word of a block.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    pub term: &'a str,
    postings: &'a [u8],
    /// Where the entry begins in its block.
    pub at: usize,
}

impl Block {
    /// `terms` are in order; the places of each, counted within the block, too.
    pub fn new<'a>(terms: impl IntoIterator<Item = (&'a str, Vec<(usize, Weight)>)>) -> Self {
        let mut bytes = Vec::new();
        for (term, places) in terms {
            let mut postings = Vec::with_capacity(places.len());
            let mut last = 0;
            for (place, weight) in places {
                push_number(&mut postings, (place - last) << 2 | weight as usize);
                last = place;
            }
            push_number(&mut bytes, term.len());
            bytes.extend(term.as_bytes());
            push_number(&mut bytes, postings.len());
            bytes.extend(postings);
        }
        Self { bytes: bytes.into() }
    }

    /// A block as it was kept; none where the bytes are no block.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let block = Self { bytes: bytes.into() };
        let end = block.entries().last().map_or(0, |last| last.end());
        (end == block.bytes.len()).then_some(block)
    }

    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// All its words in order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.within(0..self.bytes.len())
    }

    /// The words that stand in a part of its bytes.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = Entry<'_>> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let entry = entry(&self.bytes[..range.end], at)?;
            at = entry.end();
            Some(entry)
        })
    }
}

fn entry(bytes: &[u8], at: usize) -> Option<Entry<'_>> {
    let mut rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
    let mut take = || {
        let length = take_number(&mut rest)?;
        let (own, behind) = rest.split_at_checked(length)?;
        rest = behind;
        Some(own)
    };
    let (term, postings) = (take()?, take()?);
    Some(Entry { term: std::str::from_utf8(term).ok()?, postings, at })
}

impl Entry<'_> {
    fn end(&self) -> usize {
        let head = |length: usize| (1..).find(|bytes| length >> (7 * bytes) == 0).unwrap_or(1);
        let (term, postings) = (self.term.len(), self.postings.len());
        self.at + head(term) + term + head(postings) + postings
    }

    /// About how many reports of the block have it: one for each byte, nearly.
    pub fn size(&self) -> usize {
        self.postings.len()
    }

    /// The reports that have it, by their places in the block, in order.
    pub fn places(&self) -> impl Iterator<Item = (usize, Weight)> {
        let mut rest = self.postings;
        let mut place = 0;
        std::iter::from_fn(move || {
            let number = take_number(&mut rest)?;
            place += number >> 2;
            Some((place, Weight::ALL[(number & 3).min(2)]))
        })
    }
}

/// The words of a block that belong to one file of words.
#[derive(Clone, Debug)]
pub struct Slice {
    pub block: Block,
    pub range: Range<usize>,
    /// The number of the block's first report among all.
    pub first: usize,
}

impl Slice {
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.block.within(self.range.clone())
    }

    pub fn digest(&self) -> Digest {
        let words = Digest::of(&self.block.bytes[self.range.clone()]);
        Digest::all([Digest::number(self.first), words])
    }
}

/// Writes a number in as few bytes as it takes, seven bits in each, the lowest first.
pub fn push_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take_number(rest: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for at in 0..9 {
        let (byte, behind) = rest.split_first()?;
        *rest = behind;
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block() -> Block {
        let many = (0..300).map(|place| (place * 3, Weight::ALL[place % 3])).collect();
        Block::new([
            ("@NOR", vec![(0, Weight::First), (200, Weight::Once)]),
            ("arms", many),
            ("оружие", vec![(7, Weight::Often)]),
        ])
    }

    #[test]
    fn a_block_has_what_it_was_made_of() {
        let block = block();
        let entries: Vec<Entry> = block.entries().collect();
        assert_eq!(entries.iter().map(|entry| entry.term).collect::<Vec<_>>(), ["@NOR", "arms", "оружие"]);
        assert_eq!(entries[0].places().collect::<Vec<_>>(), [(0, Weight::First), (200, Weight::Once)]);
        assert_eq!(entries[1].places().nth(299), Some((897, Weight::First)));
        assert_eq!(block.within(entries[2].at..block.bytes().len()).count(), 1);
        assert_eq!(Block::read(block.bytes().to_vec()), Some(block));
    }

    #[test]
    fn what_is_no_block_is_none() {
        let bytes = block().bytes().to_vec();
        for cut in 1..bytes.len() {
            let read = Block::read(bytes[..cut].to_vec());
            assert!(read.is_none_or(|read| read.entries().count() < 3), "{cut} bytes of {}", bytes.len());
        }
    }
}
