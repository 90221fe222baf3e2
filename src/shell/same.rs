//! Whether anything is other than when the last build ended: then there is nothing to do, and nothing is read. Sources are
//! known by their stat; where that leaves a doubt, they are read.

use super::ShellError;
use super::scan;
use super::stat::Stat;
use super::world::Disk;
use crate::build::{self, Built, Options, RecordKey, RecordKind, Summary, World};
use crate::diag::Diagnostic;
use crate::model::date::Instant;
use crate::model::digest::Digest;
use crate::model::manuscript::Drafts;
use crate::model::picture::Measured;
use crate::model::source::{Content, SourcePath, SourceSet};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

/// A file that changed so many nanoseconds ago could change again and show the same moment: clocks of disks tick slowly.
pub const TICK: i64 = 50_000_000;

/// The names of records: of the last build, and of its sources.
const NAME: &str = "last";
const SOURCES: &str = "sources";

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

/// A file of the site; with its stat where that leaves no doubt.
pub struct Found {
    path: PathBuf,
    name: SourcePath,
    stat: Option<Stat>,
}

/// What files of reports and of pictures were known by, and what is in them.
type Known = BTreeMap<SourcePath, (Stat, Inside)>;

/// What a file holds, as far as a build must know before it reads it.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
enum Inside {
    /// Words of a report, by their digest.
    Words(Digest),
    Picture(Measured),
}

/// All files that are ours, unread.
pub fn look(root: &Path) -> Result<Vec<Found>, ShellError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    let found = |path: PathBuf| Found { name: scan::name(root, &path), stat: certain(&path, now), path };
    Ok(scan::files(root)?.into_par_iter().map(found).collect())
}

/// The stat of a file that cannot have changed unseen. What a link leads to can.
fn certain(path: &Path, now: i64) -> Option<Stat> {
    let meta = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    let stat = Stat::of(&meta);
    (stat.inode != 0 && stat.changed < now.saturating_sub(TICK)).then_some(stat)
}

/// The digest of all that a build is made of but the program and the moment; none where a file's stat leaves a doubt.
pub fn stamp(files: &[Found], options: &Options) -> Option<Digest> {
    let asked = (options.drafts == Drafts::Shown, options.base_url.as_ref().map(|base| (&base.origin, &base.path)));
    let numbers = |stat: Stat| (stat.size, stat.modified, stat.changed, stat.inode);
    let known = files.iter().map(|file| Some((&file.name, numbers(file.stat?))));
    let known: Option<Vec<_>> = known.collect();
    known.map(|known| Digest::of_value(&(asked, known)))
}

/// The sources: those reports and pictures unread that are as an earlier build knew them. Sees to it that the next build knows them.
pub fn sources(root: &Path, files: &[Found], disk: &Disk) -> Result<SourceSet, ShellError> {
    let key = RecordKey { kind: RecordKind::Site, name: SOURCES };
    let record = disk.recall(key);
    let known: Known = record.as_deref().and_then(|record| postcard::from_bytes(record).ok()).unwrap_or_default();
    let read = |file: &Found| {
        if let (Some(stat), Some((left, inside))) = (file.stat, known.get(&file.name))
            && stat == *left
        {
            let content = match *inside {
                Inside::Words(digest) => Content::Known(digest),
                Inside::Picture(measured) => Content::Picture { measured, bytes: None },
            };
            return Ok((file.name.clone(), content));
        }
        Ok((file.name.clone(), scan::content(root, &file.path)?))
    };
    let read: Result<BTreeMap<SourcePath, Content>, ShellError> = files.par_iter().map(read).collect();
    let read = read?;
    let entry = |file: &Found| {
        let inside = match &read[&file.name] {
            Content::Text(text) if build::is_report(&file.name) => Inside::Words(Digest::of(text.as_bytes())),
            Content::Known(digest) => Inside::Words(*digest),
            Content::Picture { measured, .. } => Inside::Picture(*measured),
            _ => return None,
        };
        Some((file.name.clone(), (file.stat?, inside)))
    };
    let fresh: Known = files.iter().filter_map(entry).collect();
    if fresh != known {
        disk.keep(key, postcard::to_allocvec(&fresh).unwrap_or_default());
    }
    Ok(SourceSet { files: read })
}

/// Reads the files that findings are about, for who draws them.
pub fn fill(root: &Path, sources: &mut SourceSet, findings: &[Diagnostic]) {
    for finding in findings {
        for path in std::iter::once(&finding.path).chain(finding.also.iter().map(|(path, ..)| path)) {
            if let (Some(Content::Known(_)), Ok(content)) = (sources.files.get(path), scan::read(root, path)) {
                sources.files.insert(path.clone(), content);
            }
        }
    }
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
