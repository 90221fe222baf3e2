//! Whether anything is other than when the last build ended: then there is nothing to do, and nothing is read. Sources are
//! known by their stat; where that leaves a doubt, they are read.

use super::ShellError;
use super::scan;
use super::stat::Stat;
use super::world::Disk;
use crate::build::{Built, Options, RecordKey, RecordKind, Summary, World};
use crate::diag::Diagnostic;
use crate::model::date::Instant;
use crate::model::digest::Digest;
use crate::model::manuscript::Drafts;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// A file that changed so many nanoseconds ago could change again and show the same moment: clocks of disks tick slowly.
const TICK: i64 = 50_000_000;

const NAME: &str = "last";

/// What the last build was made of, and what it came to.
#[derive(Serialize, Deserialize)]
struct Last {
    stamp: Digest,
    /// Its own moment, and the next at which an embargo or a text ends.
    since: Instant,
    until: Option<Instant>,
    findings: Vec<Diagnostic>,
    summary: Summary,
    base: String,
}

/// The digest of all that a build is made of but the program and the moment; none where a file's stat leaves a doubt.
pub fn stamp(root: &Path, options: &Options) -> Result<Option<Digest>, ShellError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    let files = scan::files(root)?;
    let stats: Option<Vec<Stat>> = files.par_iter().map(|path| certain(path, now)).collect();
    let asked = (options.drafts == Drafts::Shown, options.base_url.as_ref().map(|base| (&base.origin, &base.path)));
    Ok(stats.map(|stats| {
        let names = files.iter().map(|path| path.as_os_str().as_encoded_bytes());
        let numbers = stats.iter().map(|stat| (stat.size, stat.modified, stat.changed, stat.inode));
        Digest::of_value(&(asked, names.zip(numbers).collect::<Vec<_>>()))
    }))
}

/// The stat of a file that cannot have changed unseen. What a link leads to can.
fn certain(path: &Path, now: i64) -> Option<Stat> {
    let meta = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let stat = Stat::of(&meta);
    (stat.inode != 0 && stat.changed < now.saturating_sub(TICK)).then_some(stat)
}

/// What the last build came to, if this one would come to the same.
pub fn as_it_was(disk: &Disk, stamp: Digest, now: Instant) -> Option<(Built, Vec<Diagnostic>)> {
    let record = disk.recall(RecordKey { kind: RecordKind::Site, name: NAME })?;
    let last: Last = postcard::from_bytes(&record).ok()?;
    let holds = last.stamp == stamp && last.since <= now && last.until.is_none_or(|until| now < until);
    if !holds || !disk.output.all_stand() {
        return None;
    }
    let Last { findings, summary, base, until, .. } = last;
    let summary = Summary { rendered: 0, ..summary };
    Some((Built { artifacts: Vec::new(), summary, lineages: BTreeMap::new(), base, until }, findings))
}

/// Keeps what a build came to for the next.
pub fn keep(disk: &Disk, stamp: Option<Digest>, now: Instant, (built, findings): (&Built, &[Diagnostic])) {
    let key = RecordKey { kind: RecordKind::Site, name: NAME };
    let Some(stamp) = stamp else { return disk.forget(key) };
    let (findings, summary, base) = (findings.to_vec(), built.summary.clone(), built.base.clone());
    let last = Last { stamp, since: now, until: built.until, findings, summary, base };
    disk.keep(key, postcard::to_allocvec(&last).unwrap_or_default());
}
