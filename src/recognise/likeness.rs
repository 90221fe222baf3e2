//! How much alike two versions of a clause are: by heading and by words, so that a renumbered one is known again.

use crate::model::ids::Eid;
use crate::model::instrument::{Clause, Draft};
use crate::model::lineage::JoinedBy;
use crate::model::prose::NodeKind;
use std::collections::{BTreeMap, BTreeSet};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    /// Headings, and the words of a clause with all its parts.
    Whole,
    /// Its words alone.
    Words,
}

/// Two versions that are taken for one clause, by their places in the lists given.
pub struct Pair {
    pub old: usize,
    pub new: usize,
    pub by: JoinedBy,
    /// From 0 to 1.
    pub sure: f64,
}

/// What a version is known by.
struct Marks {
    heading: Vec<String>,
    /// Pairs of neighbouring words, as hashes, each once.
    words: BTreeSet<u64>,
    number: Option<(String, String)>,
}

/// The most alike first: each version is in one pair at the most, and none is less alike than `least`.
pub fn pairs(old: &[(&Draft, &Clause)], new: &[(&Draft, &Clause)], how: (Likeness, f64)) -> Vec<Pair> {
    let (likeness, least) = how;
    let marks = |versions: &[(&Draft, &Clause)]| -> Vec<Marks> {
        versions.iter().map(|(draft, clause)| marks(draft, clause, likeness)).collect()
    };
    let (old, new) = (marks(old), marks(new));
    let (many_old, many_new) = (repeated(&old), repeated(&new));
    let mut likely: Vec<(u32, Pair)> = Vec::new();
    for (from, to) in candidates(&old, &new) {
        let (before, now) = (&old[from], &new[to]);
        // "[Deleted]" twice in a draft says nothing of which is which; its number does.
        let empty = many_old.contains(&before.words) || many_new.contains(&now.words);
        if empty && before.number != now.number {
            continue;
        }
        let words = dice(&before.words, &now.words);
        let (by, sure) = match likeness {
            Likeness::Whole => whole(before, now, words),
            Likeness::Words => (JoinedBy::Words, words),
        };
        // A number that stayed speaks for the same clause, but not much.
        let same = before.number == now.number && sure > 0.0;
        let sure = (sure + if same { 0.1 } else { 0.0 }).min(1.0);
        if sure < least {
            continue;
        }
        // In thousandths, so that nothing hangs on the last bit; between equals the order of the texts decides.
        let rank = (sure * 1000.0).round() as u32;
        likely.push((rank, Pair { old: from, new: to, by, sure }));
    }
    likely.sort_by_key(|(rank, pair)| (std::cmp::Reverse(*rank), pair.old, pair.new));
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    likely.retain(|(_, pair)| {
        let free = !used.contains(&pair.old) && !taken.contains(&pair.new);
        if free {
            used.insert(pair.old);
            taken.insert(pair.new);
        }
        free
    });
    likely.into_iter().map(|(_, pair)| pair).collect()
}

/// Words that more than one version has, and no others.
fn repeated(all: &[Marks]) -> BTreeSet<&BTreeSet<u64>> {
    let mut seen = BTreeSet::new();
    all.iter().map(|marks| &marks.words).filter(|words| !seen.insert(*words)).collect()
}

fn whole(before: &Marks, now: &Marks, words: f64) -> (JoinedBy, f64) {
    let (old, new): (BTreeSet<&String>, BTreeSet<&String>) =
        (before.heading.iter().collect(), now.heading.iter().collect());
    if old.is_empty() || new.is_empty() {
        return (JoinedBy::Words, words);
    }
    let heading = dice(&old, &new);
    let both = 0.6 * heading + 0.4 * words;
    if both >= words { (JoinedBy::Heading, both) } else { (JoinedBy::Words, words) }
}

/// Twice what two sets share, of all that they have.
fn dice<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> f64 {
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * one.intersection(other).count() as f64 / all as f64 }
}

/// Pairs that share a word of the heading or a pair of words of the text: all others cannot be alike.
fn candidates(old: &[Marks], new: &[Marks]) -> BTreeSet<(usize, usize)> {
    /// What so many versions share tells none of them from the others.
    const COMMON: usize = 40;
    let mut headings: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut words: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, marks) in old.iter().enumerate() {
        marks.heading.iter().for_each(|word| headings.entry(word).or_default().push(at));
        marks.words.iter().for_each(|word| words.entry(*word).or_default().push(at));
    }
    let mut found = BTreeSet::new();
    for (at, marks) in new.iter().enumerate() {
        let shared = marks.heading.iter().filter_map(|word| headings.get(word.as_str()));
        let shared = shared.chain(marks.words.iter().filter_map(|word| words.get(word)));
        found.extend(shared.filter(|all| all.len() <= COMMON).flatten().map(|from| (*from, at)));
        // Where all of them are much the same, those of one number are compared.
        let same = old.iter().position(|before| before.number == marks.number);
        found.extend(same.map(|from| (from, at)));
    }
    found
}

fn marks(draft: &Draft, clause: &Clause, likeness: Likeness) -> Marks {
    let heading = clause.heading.as_deref().unwrap_or_default();
    let mut words = BTreeSet::new();
    add_words(draft, clause, &mut words);
    if likeness == Likeness::Whole {
        draft.parts(clause).for_each(|part| add_words(draft, part, &mut words));
    }
    let number = |eid: &Eid| eid.parts().last().map(|(name, number)| (name.to_owned(), number.to_owned()));
    Marks { heading: split(heading).collect(), words, number: number(&clause.eid) }
}

fn split(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn add_words(draft: &Draft, clause: &Clause, words: &mut BTreeSet<u64>) {
    let nodes = clause.nodes.iter().flat_map(|range| &draft.prose.nodes[range.clone()]);
    let texts = nodes.filter_map(|node| match &node.kind {
        NodeKind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let mut last = 0;
    for (at, text) in texts.enumerate() {
        let text = if at == 0 { text.get(clause.skip..).unwrap_or_default() } else { text };
        for word in split(text) {
            let word = word
                .bytes()
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
            words.insert(last ^ word.rotate_left(17));
            last = word;
        }
    }
}
