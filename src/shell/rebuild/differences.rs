//! Which files of the output are other than they were, by two ledgers.

use crate::model::digest::Digest;
use crate::shell::store::Ledger;
use std::cmp::Ordering;

/// Files that are other in the new ledger than in the old or new in it, and files that are gone.
pub fn differences(old: Option<&Ledger>, new: Option<&Ledger>) -> (Vec<(String, Digest)>, Vec<String>) {
    let (olds, news) = (old.map_or(0, Ledger::len), new.map_or(0, Ledger::len));
    let (mut put, mut gone) = (Vec::new(), Vec::new());
    let (mut at_old, mut at_new) = (0, 0);
    while at_old < olds || at_new < news {
        let before = old.filter(|_| at_old < olds).map(|old| (old.file(at_old), old.entry(at_old).digest));
        let after = new.filter(|_| at_new < news).map(|new| (new.file(at_new), new.entry(at_new).digest));
        let order = match (before, after) {
            (Some((before, _)), Some((after, _))) => before.cmp(after),
            (Some(_), None) => Ordering::Less,
            _ => Ordering::Greater,
        };
        match (order, before, after) {
            (Ordering::Less, Some((file, _)), _) => gone.push(file.to_owned()),
            (Ordering::Greater, _, Some((file, digest))) => put.push((file.to_owned(), digest)),
            (Ordering::Equal, Some((_, was)), Some((file, digest))) if was != digest => {
                put.push((file.to_owned(), digest));
            }
            _ => {}
        }
        at_old += usize::from(order.is_le());
        at_new += usize::from(order.is_ge());
    }
    (put, gone)
}
