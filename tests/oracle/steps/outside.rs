//! What happens around the sources: the clock, the output, the memory, and times of files without a change.

use super::{Aside, Site};
use crate::builder::is_ledger;
use crate::dice::Dice;
use crate::folder::{Tree, put, replace, tree};
use std::fs;

pub fn clock(site: &mut Site, dice: &mut Dice) -> Option<String> {
    // Mostly forward, as clocks go.
    let hours = i64::try_from(dice.between(1, 30)).unwrap_or_default();
    site.hours += if dice.once_in(4) { -hours } else { hours };
    let hour = 6 * 24 + 9 + site.hours.clamp(-100, 400);
    site.order.now = format!("2020-10-{:02}T{:02}:00:00Z", hour / 24 + 1, hour % 24);
    Some(format!("it is {}", site.order.now))
}

pub fn touch(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, |_| true)?;
    site.folder.touch(&path);
    Some(format!("{path} gets the time of now"))
}

/// Every file is written anew, as by a fresh checkout.
pub fn checkout(site: &mut Site, _: &mut Dice) -> Option<String> {
    for (path, bytes) in site.folder.sources.clone() {
        site.folder.write(&path, bytes);
    }
    Some("all sources are checked out anew".to_owned())
}

/// One of the site's own files in the output.
fn output_file(site: &Site, dice: &mut Dice) -> Option<String> {
    let ours: Vec<String> =
        tree(&site.folder.output()).into_keys().filter(|path| !site.foreign.contains_key(path)).collect();
    (!ours.is_empty()).then(|| dice.pick(&ours).clone())
}

pub fn output_edited(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = output_file(site, dice)?;
    let file = site.folder.output().join(&path);
    let mut bytes = fs::read(&file).ok()?;
    let how = match dice.below(3) {
        0 => {
            bytes.clear();
            "is emptied"
        }
        1 => {
            bytes.extend_from_slice(b"<!-- by hand -->");
            "is added to"
        }
        _ => {
            let at = bytes.len().checked_sub(1).map(|last| dice.below(last + 1))?;
            bytes[at] ^= 1;
            "has another byte"
        }
    };
    fs::write(&file, bytes).expect("a page");
    Some(format!("the page {path} {how}"))
}

pub fn output_deleted(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = output_file(site, dice)?;
    fs::remove_file(site.folder.output().join(&path)).expect("a page");
    Some(format!("the page {path} is deleted"))
}

pub fn output_gone(site: &mut Site, _: &mut Dice) -> Option<String> {
    fs::remove_dir_all(site.folder.output()).ok()?;
    site.foreign.clear();
    Some("the whole output is deleted".to_owned())
}

pub fn foreign(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let beside = output_file(site, dice)?;
    let folder = beside.rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    let path = format!("{folder}notes-{}.txt", dice.below(3));
    let bytes = format!("Somebody's notes, no. {}, made with rapporteur.\n", dice.below(1000)).into_bytes();
    put(&site.folder.output(), &path, &bytes);
    site.foreign.insert(path.clone(), bytes);
    Some(format!("somebody puts {path} into the output"))
}

/// A file of the memory that can be spared now.
///
/// Without the ledger nothing says that a file of the output is ours: a page that was edited by hand is then refused,
/// and one that is no more is left. So the ledger is damaged only where the next build finds all as it was left.
fn memory_file(site: &Site, dice: &mut Dice) -> Option<String> {
    let files = tree(&site.folder.memory()).into_keys();
    let files: Vec<String> = files.filter(|path| site.settled || !is_ledger(path)).collect();
    (!files.is_empty()).then(|| dice.pick(&files).clone())
}

fn memory_changed(site: &Site, dice: &mut Dice, change: fn(&mut Vec<u8>, &mut Dice)) -> Option<String> {
    let path = memory_file(site, dice)?;
    let file = site.folder.memory().join(&path);
    let mut bytes = fs::read(&file).ok().filter(|bytes| !bytes.is_empty())?;
    change(&mut bytes, dice);
    fs::write(&file, bytes).expect("a file of the memory");
    Some(path)
}

pub fn memory_flipped(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let flip = |bytes: &mut Vec<u8>, dice: &mut Dice| {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    };
    Some(format!("a bit of the memory's {} is flipped", memory_changed(site, dice, flip)?))
}

pub fn memory_cut(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let cut = |bytes: &mut Vec<u8>, dice: &mut Dice| bytes.truncate(dice.below(bytes.len()));
    Some(format!("the memory's {} is cut short", memory_changed(site, dice, cut)?))
}

pub fn memory_file_gone(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = memory_file(site, dice)?;
    fs::remove_file(site.folder.memory().join(&path)).expect("a file of the memory");
    Some(format!("the memory's {path} is deleted"))
}

pub fn memory_gone(site: &mut Site, _: &mut Dice) -> Option<String> {
    if !site.settled {
        return None;
    }
    fs::remove_dir_all(site.folder.memory()).ok()?;
    Some("the memory is deleted".to_owned())
}

pub fn put_aside(site: &mut Site, _: &mut Dice) -> Option<String> {
    let (memory, output) = (tree(&site.folder.memory()), tree(&site.folder.output()));
    site.aside = Some(Aside { memory, output, foreign: site.foreign.clone() });
    Some("memory and output are put aside".to_owned())
}

/// A build on another machine, which has the memory of an earlier build and no output.
pub fn aside_memory(site: &mut Site, _: &mut Dice) -> Option<String> {
    let aside = site.aside.as_ref()?;
    replace(&site.folder.memory(), &aside.memory);
    replace(&site.folder.output(), &Tree::new());
    site.foreign.clear();
    Some("the memory is the one put aside, and the output is gone".to_owned())
}

pub fn aside_both(site: &mut Site, _: &mut Dice) -> Option<String> {
    let aside = site.aside.as_ref()?;
    replace(&site.folder.memory(), &aside.memory);
    replace(&site.folder.output(), &aside.output);
    site.foreign = aside.foreign.clone();
    Some("memory and output are those put aside".to_owned())
}

pub fn mend(site: &mut Site, _: &mut Dice) -> Option<String> {
    let good = site.good.clone();
    site.folder.restore(&good);
    Some("the sources are again those that built last".to_owned())
}
