//! What the memory holds of a shelf: its pages with their keys, and in a record of its own, because it is seldom asked
//! for, what they lead to.

use super::keys::Key;
use super::world::{RecordKey, RecordKind, World};
use crate::audit::{Spot, Trace};
use crate::compose::Shelf;
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::source::SourcePath;
use crate::model::view::SitemapUrl;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShelfRecord {
    pub key: Key,
    pub pages: Vec<PageRecord>,
    /// Something is wrong with its links, and must be told again by the next build.
    pub is_odd: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageRecord {
    pub route: Route,
    /// The file that the page comes from first.
    pub source: Option<SourcePath>,
    pub key: Key,
    /// Of its bytes.
    pub bytes: Digest,
    pub url: Option<SitemapUrl>,
}

impl PageRecord {
    /// Where it stands, and what follows from that.
    pub fn address(&self) -> (&Route, Option<&SourcePath>, Option<&SitemapUrl>) {
        (&self.route, self.source.as_ref(), self.url.as_ref())
    }
}

/// Shelves of earlier builds by their names.
pub type Records = BTreeMap<String, Arc<ShelfRecord>>;

/// The shelves of earlier builds.
pub fn recall_all(world: &dyn World) -> Records {
    let records = world.recall_all(RecordKind::Shelf);
    records.into_iter().filter_map(|(name, bytes)| Some((name, Arc::new(postcard::from_bytes(&bytes).ok()?)))).collect()
}

/// The name of the record of what no shelf has: files for machines, and addresses that are no pages.
pub const MACHINE: &str = "machine";

pub fn keep_named(world: &dyn World, name: &str, record: &ShelfRecord) {
    let bytes = postcard::to_allocvec(record);
    let bytes = bytes.unwrap_or_else(|error| unreachable!("a record has no length that is not known: {error}"));
    world.keep(RecordKey { kind: RecordKind::Shelf, name }, bytes);
}

/// Keeps which addresses are no pages of shelves.
pub fn keep_files(world: &dyn World, files: &BTreeSet<Spot>) {
    let stands = files.iter().copied().collect();
    keep_spots(world, MACHINE, &[Trace { stands, ..Trace::default() }]);
}

/// Which addresses were no pages of shelves.
pub fn recall_files(world: &dyn World) -> BTreeSet<Spot> {
    let traces = recall_traces(world, MACHINE).unwrap_or_default();
    traces.into_iter().flat_map(|trace| trace.stands).collect()
}

/// Bytes of a spot in a record.
const SPOT: usize = 12;

/// Keeps what the pages of a shelf lead to, page by page.
pub fn keep_traces(world: &dyn World, shelf: &Shelf, traces: &[Trace]) {
    keep_spots(world, &shelf.name(), traces);
}

fn keep_spots(world: &dyn World, name: &str, traces: &[Trace]) {
    let mut bytes = Vec::new();
    for trace in traces {
        let count = |spots: usize| u32::try_from(spots).unwrap_or(u32::MAX).to_le_bytes();
        bytes.extend(count(trace.leads.len()));
        bytes.extend(count(trace.stands.len()));
        bytes.push(u8::from(trace.is_odd));
        for spot in trace.leads.iter().chain(&trace.stands) {
            bytes.extend(spot.page.to_le_bytes());
            bytes.extend(spot.anchor.to_le_bytes());
        }
    }
    world.keep(RecordKey { kind: RecordKind::Trace, name }, bytes);
}

/// What the pages of a shelf lead to, page by page; none when that is not known.
pub fn recall_traces(world: &dyn World, shelf: &str) -> Option<Vec<Trace>> {
    let bytes = world.recall(RecordKey { kind: RecordKind::Trace, name: shelf })?;
    let mut rest = bytes.as_slice();
    let mut traces = Vec::new();
    while !rest.is_empty() {
        let leads = number(&mut rest)?;
        let stands = number(&mut rest)?;
        let (odd, behind) = rest.split_first()?;
        rest = behind;
        let mut take = |count: u32| (0..count).map(|_| spot(&mut rest)).collect::<Option<_>>();
        let trace = Trace { leads: take(leads)?, stands: take(stands)?, is_odd: *odd != 0 };
        traces.push(trace);
    }
    Some(traces)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    let (number, behind) = rest.split_first_chunk()?;
    *rest = behind;
    Some(u32::from_le_bytes(*number))
}

fn spot(rest: &mut &[u8]) -> Option<Spot> {
    let (own, behind) = rest.split_at_checked(SPOT)?;
    let (page, mut anchor) = own.split_first_chunk()?;
    *rest = behind;
    Some(Spot { page: u64::from_le_bytes(*page), anchor: number(&mut anchor)? })
}
