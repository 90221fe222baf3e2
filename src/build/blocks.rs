//! What search knows of reports, block by block: a block is known by its reports, and kept, so that an edit has one of
//! them made anew.

use super::texts::record;
use super::world::{RecordKey, RecordKind, World};
use crate::compose::{self, Edition};
use crate::index;
use crate::model::digest::Digest;
use crate::model::gist::{Gist, Texts};
use crate::model::page::Page;
use crate::model::search::{Block, Terms};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The search pages of an edition.
pub fn pages(edition: &Edition, (texts, world): (&dyn Texts, &dyn World)) -> Vec<Page> {
    let order = compose::order(edition);
    let runs = compose::runs(edition, &order);
    let block = |run: &std::ops::Range<usize>| {
        let places = &order[run.clone()];
        let name = name(edition, places);
        let known = world.recall(RecordKey { kind: RecordKind::Block, name: &name }).and_then(Block::read);
        let block = known.unwrap_or_else(|| {
            let block = made(edition, places, texts);
            world.keep(RecordKey { kind: RecordKind::Block, name: &name }, block.bytes().to_vec());
            block
        });
        (name, block)
    };
    let (names, blocks): (Vec<String>, Vec<Block>) = runs.par_iter().map(block).unzip();
    forget_others(edition, &names, world);
    compose::search_pages(edition, &order, (&runs, &blocks))
}

/// A block's name: what it is made of.
fn name(edition: &Edition, places: &[usize]) -> String {
    let reports = places.iter().map(|at| &edition.corpus.reports[*at]);
    let digest = Digest::all(reports.flat_map(|report| [report.digest(), report.text]));
    format!("{}/{}", edition.corpus.lang, hex(digest))
}

fn hex(digest: Digest) -> String {
    digest.0.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn made(edition: &Edition, places: &[usize], texts: &dyn Texts) -> Block {
    let gists: Vec<&Gist> = places.iter().map(|at| &*edition.corpus.reports[*at]).collect();
    let terms: Vec<Arc<Terms>> = gists.iter().map(|gist| texts.terms(gist)).collect();
    index::block(&gists.into_iter().zip(terms.iter().map(|terms| &**terms)).collect::<Vec<_>>())
}

/// Forgets the blocks that an earlier build had and this one has not.
fn forget_others(edition: &Edition, names: &[String], world: &dyn World) {
    let list = RecordKey { kind: RecordKind::Block, name: edition.corpus.lang.as_str() };
    let before = world.recall(list).and_then(|bytes| postcard::from_bytes::<Vec<String>>(&bytes).ok());
    let before = before.unwrap_or_default();
    if before == names {
        return;
    }
    let now: BTreeSet<&String> = names.iter().collect();
    for name in before.iter().filter(|name| !now.contains(name)) {
        world.forget(RecordKey { kind: RecordKind::Block, name });
    }
    world.keep(list, record(&names));
}
