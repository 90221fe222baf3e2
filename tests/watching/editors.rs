//! How editors save, and how fast.

use crate::preview::{How, OPENING, Preview, more};
use std::fs::{self, File};
use std::io::Write;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::{Duration, Instant};

/// One save of the opening's report in some way; it is shown, and the site was built once for it, twice where a save takes
/// its time.
fn saved(name: &str, save: impl FnOnce(&Preview, &str)) {
    let preview = Preview::begin(name);
    let text = more(&preview.text(OPENING), "Chile spoke of Article 3.");
    save(&preview, &text);
    assert_eq!(preview.text(OPENING), text, "the save is not what it should be");
    preview.shows_a_clean_build();
    let page = preview.path("public/spring/2020-03-02-opening/index.html");
    assert!(fs::read_to_string(page).expect("a page").contains("Chile"));
    assert!(preview.turns() <= 3, "{} builds for one save", preview.turns() - 1);
}

/// Vim with `backupcopy=no`: a probe of the folder, the original becomes the backup, a new file takes its name (Hugo 6139).
#[test]
fn vim_that_renames() {
    saved("vim-rename", |preview, text| {
        let (file, backup) = (preview.path(OPENING), preview.path("content/spring/2020-03-02-opening.md~"));
        preview.write("content/spring/.2020-03-02-opening.md.swp", "b0VIM 9.0");
        preview.write("content/spring/4913", "");
        fs::remove_file(preview.path("content/spring/4913")).expect("the probe");
        fs::rename(&file, &backup).expect("a backup");
        fs::write(&file, text).expect("a file");
        fs::remove_file(&backup).expect("the backup");
        fs::remove_file(preview.path("content/spring/.2020-03-02-opening.md.swp")).expect("the swap file");
    });
}

/// Vim with `backupcopy=yes`: a copy is the backup, the file itself is emptied and written.
#[test]
fn vim_that_copies() {
    saved("vim-copy", |preview, text| {
        let (file, backup) = (preview.path(OPENING), preview.path("content/spring/2020-03-02-opening.md~"));
        fs::copy(&file, &backup).expect("a backup");
        let mut open = File::create(&file).expect("a file");
        std::thread::sleep(Duration::from_millis(8));
        open.write_all(text.as_bytes()).expect("a file");
        drop(open);
        fs::remove_file(&backup).expect("the backup");
    });
}

/// Vim itself, where it is installed.
#[test]
fn vim_itself() {
    if Command::new("vim").arg("--version").output().is_err() {
        return;
    }
    for mode in ["yes", "no", "auto"] {
        saved(&format!("vim-{mode}"), |preview, text| {
            let words = text.trim_end().rsplit('\n').next().expect("a last line");
            let set = format!("set backupcopy={mode} backup");
            let vim = ["-u", "NONE", "-n", "-es", "-c", &set, "-c", &format!("$put =['','{words}']"), "-c", "wq"];
            let run = Command::new("vim").args(vim).arg(preview.path(OPENING)).output().expect("vim");
            assert!(run.status.success(), "{run:?}");
            // Some of the ways leave one.
            let _ = fs::remove_file(preview.path("content/spring/2020-03-02-opening.md~"));
        });
    }
}

/// Emacs: a lock that is a link to nowhere, a backup by rename, a new file.
#[test]
fn emacs() {
    saved("emacs", |preview, text| {
        let lock = preview.path("content/spring/.#2020-03-02-opening.md");
        symlink("author@host.1:2", &lock).expect("a lock");
        preview.write("content/spring/#2020-03-02-opening.md#", text);
        let file = preview.path(OPENING);
        fs::rename(&file, preview.path("content/spring/2020-03-02-opening.md~")).expect("a backup");
        fs::write(&file, text).expect("a file");
        fs::remove_file(preview.path("content/spring/#2020-03-02-opening.md#"))
            .expect("the copy that is saved by itself");
        fs::remove_file(&lock).expect("the lock");
    });
}

/// Helix: the original becomes `…md0HlVyu.bck`, which is no hidden name (Zola 2552 reloaded into `Not Found`).
#[test]
fn helix() {
    saved("helix", |preview, text| {
        let (file, backup) = (preview.path(OPENING), preview.path("content/spring/2020-03-02-opening.md0HlVyu.bck"));
        fs::rename(&file, &backup).expect("a backup");
        fs::write(&file, text).expect("a file");
        fs::remove_file(&backup).expect("the backup");
    });
}

/// Sublime Text, gedit, VS Code with `files.atomic`: written beside, and then renamed (Hugo 2522: never noticed).
#[test]
fn written_beside_and_renamed() {
    saved("atomic", |preview, text| {
        let beside = preview.path("content/spring/2020-03-02-opening.md.part");
        fs::write(&beside, text).expect("a file");
        fs::rename(&beside, preview.path(OPENING)).expect("a save");
    });
}

/// `sed -i` writes `sedXXXXXX` beside the file.
#[test]
fn sed_in_place() {
    saved("sed", |preview, text| {
        let words = text.trim_end().rsplit('\n').next().expect("a last line");
        let script = format!("$a \\\\n{words}");
        let run = Command::new("sed").arg("-i").arg(&script).arg(preview.path(OPENING)).status().expect("sed");
        assert!(run.success());
    });
}

/// Saved piece by piece, with pauses: what is shown at the end is the whole.
#[test]
fn piece_by_piece() {
    let preview = Preview::begin("pieces");
    let text = more(&preview.text(OPENING), "Chile spoke of Article 3.");
    let mut file = File::create(preview.path(OPENING)).expect("a file");
    for piece in text.as_bytes().chunks(text.len() / 6) {
        file.write_all(piece).expect("a file");
        file.flush().expect("a file");
        std::thread::sleep(Duration::from_millis(30));
    }
    drop(file);
    preview.shows_a_clean_build();
}

/// The same file twice in a row, and again while each build is at work: the last words are shown (Hugo 1053: "as if it only
/// triggers on the first change per file"; Zola 2626 and Hugo 12462: shown before it was ready).
#[test]
fn edited_while_builds_run() {
    let preview = Preview::begin("during");
    let text = preview.text(OPENING);
    for edit in 0..150 {
        // The same number of bytes each time, so that nothing but the moment tells one from the next.
        preview.write(OPENING, more(&text, &format!("Edit number {:03} named Chile.", edit)));
        std::thread::sleep(Duration::from_millis(3));
    }
    preview.shows_a_clean_build();
    assert!(preview.turns() > 2, "no build was made while the author wrote");
}

/// An edit that the watcher tells while the build before it is at work: it is not forgotten.
#[test]
fn edited_in_the_middle_of_a_build() {
    let preview = Preview::begin("middle");
    let (text, file, turns) = (preview.text(OPENING), preview.path(OPENING), preview.turns());
    let last = more(&text, "Peru joined.");
    preview.meanwhile(move || {
        fs::write(file, last).expect("a file");
        // Longer than a batch takes.
        std::thread::sleep(Duration::from_millis(200));
    });
    preview.write(OPENING, more(&text, "Chile joined."));
    preview.until("a first build", |state| state.causes.len() > turns);
    preview.shows_a_clean_build();
}

/// Bytes change, and the file's time is set back at once, as `touch -r` does.
#[test]
fn a_time_that_is_set_back() {
    for poll in [None, Some(Duration::from_millis(20))] {
        let preview = Preview::begin_with("set-back", How { poll, ..How::default() });
        let file = preview.path(OPENING);
        let before = fs::metadata(&file).and_then(|meta| meta.modified()).expect("a time");
        let text = preview.text(OPENING);
        let other = text.replace("Kenya thanked", "Kenya scolded");
        assert_ne!(text, other);
        preview.write(OPENING, &other[..other.len()]);
        File::options().write(true).open(&file).and_then(|file| file.set_modified(before)).expect("a time");
        preview.shows_a_clean_build();
    }
}

/// What editors and systems leave is nobody's change: not one build is made.
#[test]
fn leftovers_are_no_change() {
    let preview = Preview::begin("leftovers");
    let turns = preview.turns();
    for name in [".2020.md.swp", "2020.md~", "#2020.md#", ".DS_Store", "a.tmp", "b.swp"] {
        let path = format!("content/spring/{name}");
        preview.write(&path, "left");
        preview.write(&path, "left again");
        fs::remove_file(preview.path(&path)).expect("a file");
    }
    preview.write("notes.txt", "beside the site's folders");
    preview.write(".git/index", "not ours");
    preview.write("public/stranger.txt", "in the output");
    fs::remove_file(preview.path("public/stranger.txt")).expect("a file");
    fs::read(preview.path(OPENING)).expect("reading is no change either");
    drop(preview.idle());
    assert_eq!(preview.turns(), turns, "heard of {:?}", preview.heard_of());
}

/// From the save of a report of the demo site to its new page, and what of that is the watcher's: nothing that a person
/// would notice (Zola 554: two seconds).
#[test]
fn a_save_is_heard_of_at_once() {
    let preview = Preview::begin_with("latency", How { demo: true, ..How::default() });
    let report = "content/att-2013/2013-03-18-opening.md";
    let page = "att-2013/2013-03-18-opening/index.html";
    let text = preview.text(report);
    let saves = std::env::var("WATCHING_SAVES").ok().and_then(|saves| saves.parse().ok()).unwrap_or(12);
    let (mut whole, mut heard) = (Vec::new(), Vec::new());
    for edit in 0..saves {
        let before = preview.state().shown[page];
        let other = more(&text, &format!("Edit number {edit:03}."));
        let begun = Instant::now();
        preview.write(report, other);
        preview.until("the new page", |state| state.shown[page] != before);
        let took = begun.elapsed();
        whole.push(took);
        heard.push(took.saturating_sub(preview.state().took));
        drop(preview.idle());
    }
    whole.sort();
    heard.sort();
    let (middle, late) = (saves / 2, saves * 95 / 100);
    println!(
        "{saves} saves: shown after {:?} (median), {:?} (95th percentile); heard of after {:?} (median)",
        whole[middle], whole[late], heard[middle]
    );
    assert!(heard[middle] < Duration::from_millis(40), "the watcher takes its time: {heard:?}");
}
