//! The program itself, stopped by SIGKILL at random moments: each file of the output is the old or the new one, and the
//! next build equals a clean one, whatever the authors have done in between.

use super::builder::{STARTING, build};
use super::dice::Dice;
use super::folder::{Folder, Tree, tree};
use super::history::same_files;
use super::steps::{Kind, Site, starting_site};
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// Edits that seldom leave a mistake: some change many pages, some one or two.
const EDITS: &[Kind] = &[
    Kind::SiteTitle,
    Kind::BaseUrl,
    Kind::Override,
    Kind::Words,
    Kind::AddReport,
    Kind::AddParagraph,
    Kind::Title,
    Kind::Asset,
    Kind::ThemeAsset,
];

/// How often the program is killed, if the environment does not say otherwise.
const KILLS: usize = 40;

/// How many kills at least must have fallen among the writing.
const FEWEST: usize = 3;

#[test]
fn a_killed_build_leaves_each_file_old_or_new() {
    let mut dice = Dice::new(43, super::asked("ORACLE_SEED", 1));
    let mut site = Site::new(Folder::new(&starting_site()));
    let begun = Instant::now();
    assert!(spawn(&site).wait().expect("the program").success(), "the site that histories begin with builds");
    let took = begun.elapsed();
    let (mut kills, mut at_work, mut half_way) = (0, 0, 0);
    let wanted = super::asked("ORACLE_KILLS", KILLS);
    // On a busy machine the kill mostly comes too late: it is tried until some have come in time.
    while kills < wanted || half_way < FEWEST && kills < 10 * wanted {
        kills += 1;
        let old = tree(&site.folder.output());
        let new = edit(&mut site, &mut dice);
        let mut child = spawn(&site);
        if dice.once_in(3) {
            std::thread::sleep(took * u32::try_from(dice.below(1000)).unwrap_or_default() / 1000);
        } else {
            wait_for_one(&mut child, (&site, &old, &new), &mut dice);
        }
        at_work += usize::from(child.try_wait().expect("the program").is_none());
        child.kill().expect("a program that can be killed");
        child.wait().expect("the program");
        let left = tree(&site.folder.output());
        old_or_new(&left, &old, &new);
        half_way += usize::from(same_files(&left, &old).is_err() && same_files(&left, &new).is_err());
        let clean = if dice.once_in(2) { edit(&mut site, &mut dice) } else { new };
        let mended = build(site.folder.root(), &site.order);
        assert_eq!(mended.exit, Ok(0), "the build after a killed one: {:?}", mended.findings);
        if let Err(law) = same_files(&tree(&site.folder.output()), &clean) {
            panic!("after a killed build: {law}");
        }
    }
    println!("killed: {kills} times, {at_work} of them at work, {half_way} with a part of the new site written");
    assert!(half_way >= FEWEST, "too few kills met a build at its writing to say anything");
}

/// One of the edits that has something to change and leaves no mistake; gives what a build without a memory makes of it.
fn edit(site: &mut Site, dice: &mut Dice) -> Tree {
    loop {
        let happened = site.happen(*dice.pick(EDITS), dice).is_some();
        let fresh = site.folder.copy();
        if happened && build(fresh.root(), &site.order).exit == Ok(0) {
            site.good = site.folder.sources.clone();
            return tree(&fresh.output());
        }
        site.folder.restore(&site.good.clone());
    }
}

fn spawn(site: &Site) -> Child {
    let _alone = STARTING.write().expect("no other thread has failed");
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(["build", "--now", &site.order.now]).current_dir(site.folder.root());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program")
}

/// Waits until one of the files that are to change has changed, so that the kill falls among the writing.
fn wait_for_one(child: &mut Child, (site, old, new): (&Site, &Tree, &Tree), dice: &mut Dice) {
    let changes = |path: &&String| old.get(*path).map(|file| &file.0) != new.get(*path).map(|file| &file.0);
    let changing: Vec<&String> = new.keys().filter(changes).collect();
    let Some(path) = changing.get(dice.low(changing.len())) else { return };
    let (file, before) = (site.folder.output().join(path), old.get(path.as_str()).map(|(_, time)| *time));
    let unchanged = || fs::metadata(&file).and_then(|meta| meta.modified()).ok() == before;
    while unchanged() && child.try_wait().expect("the program").is_none() {}
}

/// No file is torn, and none that stays is missing. What was being written lies beside it under a hidden name.
fn old_or_new(left: &Tree, old: &Tree, new: &Tree) {
    let bytes = |tree: &Tree, path: &str| tree.get(path).map(|(bytes, _)| bytes.clone());
    for path in left.keys().chain(old.keys()).filter(|path| !path.ends_with(".rapporteur")) {
        let left = bytes(left, path);
        let fits = left == bytes(old, path) || left == bytes(new, path);
        assert!(fits, "{path} is neither the old nor the new one ({:?} bytes)", left.map(|left| left.len()));
    }
}
