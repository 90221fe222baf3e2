//! Which words stand in which file. A file is cut in two when it is too large, at the place in its middle third where
//! neighbours have least in common; so cuts are short, and stay where they are while words around them come and go.

use crate::model::search::{Block, Slice};
use std::ops::Range;

/// About how many bytes a file may have.
const MOST: usize = 12 * 1024;
/// About how many bytes a word takes beside its letters and its reports.
const AROUND: usize = 4;

/// The words of one file.
pub struct Cut<'a> {
    /// What all its words begin with or come after, and what no word before it comes after.
    pub from: String,
    /// The file's name.
    pub name: String,
    parts: Vec<(&'a Block, Range<usize>, usize)>,
}

/// A word of all blocks, and about how many bytes it takes.
#[derive(Clone, Copy)]
struct Weighed<'a> {
    term: &'a str,
    bytes: usize,
}

/// Cuts the words of all blocks.
pub fn cut<'a>(runs: &[Range<usize>], blocks: &'a [Block]) -> Vec<Cut<'a>> {
    let reports = runs.last().map_or(0, |last| last.end);
    let words = weighed(blocks, reports);
    let mut starts = vec![0];
    starts.extend(halves(&words, 0..words.len()));
    starts.sort_unstable();
    let froms: Vec<&str> = starts.iter().map(|start| beginning(&words, *start)).collect();
    let mut cuts: Vec<Cut> =
        froms.iter().map(|from| Cut { from: (*from).to_owned(), name: name(from), parts: Vec::new() }).collect();
    for (block, run) in blocks.iter().zip(runs) {
        for (at, range) in ranges(block, &froms) {
            cuts[at].parts.push((block, range, run.start));
        }
    }
    cuts
}

impl Cut<'_> {
    pub fn slices(&self) -> Vec<Slice> {
        let slice = |(block, range, first): &(&Block, Range<usize>, usize)| Slice {
            block: (*block).clone(),
            range: range.clone(),
            first: *first,
        };
        self.parts.iter().map(slice).collect()
    }
}

/// All words in order, each once.
fn weighed(blocks: &[Block], reports: usize) -> Vec<Weighed<'_>> {
    let entries = blocks.iter().flat_map(Block::entries);
    let mut all: Vec<Weighed> = entries.map(|entry| Weighed { term: entry.term, bytes: entry.size() }).collect();
    // Each block's words are in order already, which a stable sort makes use of.
    all.sort_by(|one, other| one.term.cmp(other.term));
    // What nearly all have is written as bits.
    let most = 3 * reports.div_ceil(8);
    let word = |same: &[Weighed<'_>]| {
        same.iter().map(|word| word.bytes).sum::<usize>().min(most) + AROUND + same[0].term.len()
    };
    all.chunk_by(|one, other| one.term == other.term)
        .map(|same| Weighed { term: same[0].term, bytes: word(same) })
        .collect()
}

/// Where a range of words is to be cut.
fn halves(words: &[Weighed], range: Range<usize>) -> Vec<usize> {
    let total: usize = words[range.clone()].iter().map(|word| word.bytes).sum();
    if total <= MOST || range.len() < 2 {
        return Vec::new();
    }
    let mut before = 0;
    // By how many bytes neighbours have in common; of equals the one nearest to the middle.
    let mut best: Option<((usize, usize), usize)> = None;
    let mut nearest = (usize::MAX, range.start + 1);
    for at in range.start + 1..range.end {
        before += words[at - 1].bytes;
        let off = (2 * before).abs_diff(total);
        nearest = nearest.min((off, at));
        if off <= total / 3 {
            let fits = (common(words[at - 1].term, words[at].term), off);
            best = Some(best.map_or((fits, at), |best| best.min((fits, at))));
        }
    }
    let at = best.map_or(nearest.1, |(_, at)| at);
    let mut cuts = halves(words, range.start..at);
    cuts.push(at);
    cuts.extend(halves(words, at..range.end));
    cuts
}

/// Bytes that two words begin with alike.
fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// As much of a word as parts it from the one before; nothing for the first.
fn beginning<'a>(words: &[Weighed<'a>], at: usize) -> &'a str {
    let Some(before) = at.checked_sub(1) else { return "" };
    let (before, word) = (words[before].term, words[at].term);
    let mut end = common(before, word) + 1;
    while !word.is_char_boundary(end) {
        end += 1;
    }
    &word[..end]
}

/// A file's name: letters and digits as they are, all else by number, so that it is fit for any server.
fn name(from: &str) -> String {
    let mut name = "w".to_owned();
    for letter in from.chars() {
        match letter {
            'a'..='z' | '0'..='9' => name.push(letter),
            other => name.push_str(&format!("-{:x}-", u32::from(other))),
        }
    }
    name
}

/// The parts of a block that lie between cuts, by the cut's place; empty parts left out.
fn ranges<'a>(block: &'a Block, froms: &'a [&str]) -> Vec<(usize, Range<usize>)> {
    let mut ranges: Vec<(usize, Range<usize>)> = Vec::new();
    let mut cut = 0;
    for entry in block.entries() {
        while froms.get(cut + 1).is_some_and(|next| *next <= entry.term) {
            cut += 1;
        }
        match ranges.last_mut() {
            Some((last, _)) if *last == cut => {}
            last => {
                if let Some((_, range)) = last {
                    range.end = entry.at;
                }
                ranges.push((cut, entry.at..block.bytes().len()));
            }
        }
    }
    ranges
}
