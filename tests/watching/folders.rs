//! Folders that come, go, move and are replaced.

use crate::preview::{How, OPENING, Preview, more, put};
use rapporteur::diag::has_errors;
use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;
use std::time::Duration;

const REPORT: &str = "---\ntitle: A new day\n---\nNorway spoke of Article 1.\n";
const CONFERENCE: &str =
    "---\ntitle: Winter session\nstart: 2021-01-04\nend: 2021-01-08\ninstruments: [tt]\n---\nThey met.\n";

/// A folder and files in it made in one go, before anybody can watch it; each deeper than the one before (Zola 118, 2441:
/// restart to see it).
#[test]
fn a_new_folder_with_files_at_once() {
    let preview = Preview::begin("new-folder");
    for number in 0..5 {
        let folder = format!("content/winter-{number}/a/b");
        preview.write(
            &format!("content/winter-{number}/_index.md"),
            CONFERENCE.replace("Winter", &format!("{number}. Winter")),
        );
        preview.write(&format!("content/winter-{number}/2021-01-04-opening.md"), REPORT);
        preview.write(&format!("{folder}/picture.svg"), "<svg/>");
        preview.shows_a_clean_build();
        // The folders are watched now.
        preview.write(&format!("{folder}/picture.svg"), "<svg></svg>");
        preview.shows_a_clean_build();
    }
}

/// Folders and files in them that come one after another, each at another moment of the watcher's work.
#[test]
fn folders_that_keep_coming() {
    let preview = Preview::begin("coming");
    for number in 1..30 {
        let folder = format!("content/winter-{number:02}");
        preview.write(&format!("{folder}/_index.md"), CONFERENCE.replace("Winter", &format!("{number}. Winter")));
        std::thread::sleep(Duration::from_millis(number % 7));
        preview.write(&format!("{folder}/2021-01-04-opening.md"), REPORT);
        preview.write(&format!("{folder}/{number}/{number}/picture.svg"), "<svg/>");
    }
    preview.shows_a_clean_build();
}

/// A folder gets another name, is edited there, and gets its old name back (Zola 1324: the old address goes on).
#[test]
fn a_folder_renamed() {
    let preview = Preview::begin("renamed");
    let (old, new) = (preview.path("content/spring"), preview.path("content/march"));
    for file in ["content/autumn/2020-10-06-records.md", "content/about.md"] {
        let text = preview.text(file).replace("spring/", "march/");
        preview.write(file, text);
    }
    fs::rename(&old, &new).expect("a folder");
    preview.shows_a_clean_build();
    assert!(!preview.path("public/spring").exists() && preview.path("public/march/index.html").exists());
    let report = "content/march/2020-03-02-opening.md";
    preview.write(report, more(&preview.text(report), "Chile joined."));
    preview.shows_a_clean_build();
    // There and back at once: the same folder under the same name, watched or not.
    fs::rename(&new, &old).expect("a folder");
    fs::rename(&old, &new).expect("a folder");
    preview.write(report, more(&preview.text(report), "Peru joined."));
    preview.shows_a_clean_build();
}

/// A file gets another name (Zola 1069: `No such file or directory` until it is started anew).
#[test]
fn a_file_renamed() {
    let preview = Preview::begin("file-renamed");
    fs::rename(
        preview.path("content/spring/2020-03-04-review.md"),
        preview.path("content/spring/2020-03-05-review.md"),
    )
    .expect("a report");
    preview.shows_a_clean_build();
    assert!(preview.path("public/spring/2020-03-05-review/index.html").exists());
    assert!(!preview.path("public/spring/2020-03-04-review").exists());
}

/// A whole folder is moved in from elsewhere, edited, and moved out again.
#[test]
fn a_folder_moved_in_and_out() {
    let preview = Preview::begin("moved-in");
    let outside = preview.beside.join("winter");
    put(&outside.join("_index.md"), CONFERENCE);
    put(&outside.join("2021-01-04-opening.md"), REPORT);
    put(&outside.join("deep/er/picture.svg"), "<svg/>");
    fs::rename(&outside, preview.path("content/winter")).expect("a folder");
    preview.shows_a_clean_build();
    preview.write("content/winter/2021-01-04-opening.md", more(REPORT, "Chile joined."));
    preview.write("content/winter/deep/er/picture.svg", "<svg></svg>");
    preview.shows_a_clean_build();
    fs::rename(preview.path("content/winter"), &outside).expect("a folder");
    preview.shows_a_clean_build();
    let turns = preview.turns();
    put(&outside.join("deep/er/picture.svg"), "what is outside is nobody's");
    drop(preview.idle());
    assert_eq!(preview.turns(), turns);
}

/// A folder is deleted and made again with other reports, twice; the second time at once.
#[test]
fn a_folder_deleted_and_made_again() {
    let preview = Preview::begin("again");
    let index = preview.text("content/autumn/_index.md");
    fs::remove_dir_all(preview.path("content/autumn")).expect("a folder");
    preview.shows_a_clean_build();
    preview.write("content/autumn/_index.md", &index);
    preview.write("content/autumn/2020-10-05-other.md", REPORT);
    preview.shows_a_clean_build();
    fs::remove_dir_all(preview.path("content/autumn")).expect("a folder");
    preview.write("content/autumn/_index.md", &index);
    preview.write("content/autumn/2020-10-06-third.md", REPORT);
    preview.shows_a_clean_build();
    preview.write("content/autumn/2020-10-06-third.md", more(REPORT, "Chile joined."));
    preview.shows_a_clean_build();
}

/// `content/` itself is replaced by another, as a script does that fetches it; meanwhile the last good pages stay.
#[test]
fn content_replaced() {
    let preview = Preview::begin("replaced");
    let (content, old, new) = (preview.path("content"), preview.beside.join("old"), preview.beside.join("new"));
    let copied = Command::new("cp").arg("-r").args([&content, &new]).status().expect("cp");
    assert!(copied.success());
    fs::remove_file(new.join("spring/2020-03-06-closing.md")).expect("a report");
    fs::rename(&content, &old).expect("content");
    preview.until("that content is gone", |state| state.failed.is_some());
    assert!(preview.path("public/spring/2020-03-06-closing/index.html").exists());
    fs::rename(&new, &content).expect("content");
    preview.shows_a_clean_build();
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    // A link in its place is refused, and nothing is deleted for it.
    fs::rename(&content, &new).expect("content");
    symlink(&new, &content).expect("a link");
    preview.until("that a link is none", |state| has_errors(&state.findings));
    assert!(preview.path("public/spring/2020-03-02-opening/index.html").exists());
    fs::remove_file(&content).expect("the link");
    fs::rename(&new, &content).expect("content");
    preview.shows_a_clean_build();
}

/// The whole site is moved away and another put in its place.
#[test]
fn the_site_replaced() {
    let preview = Preview::begin("site-replaced");
    let old = preview.beside.join("old");
    fs::rename(&preview.root, &old).expect("a site");
    fs::create_dir(&preview.root).expect("a folder");
    for top in ["content", "themes"] {
        let copied = Command::new("cp").arg("-r").args([old.join(top), preview.path(top)]).status().expect("cp");
        assert!(copied.success());
    }
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    preview.write(OPENING, more(&preview.text(OPENING), "Peru joined."));
    preview.shows_a_clean_build();
}

/// A site that is reached by a link (live-server 161).
#[test]
fn a_site_behind_a_link() {
    let preview = Preview::begin_with("link", How { by_a_link: true, ..How::default() });
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    preview.write("content/winter/_index.md", CONFERENCE);
    preview.shows_a_clean_build();
}

/// A file of the site is a link to one that lies elsewhere in it: that is edited, replaced, and the link set elsewhere.
#[test]
fn files_behind_links() {
    let preview = Preview::begin("links");
    let target = preview.path("notes/tables/minutes.md");
    put(&target, REPORT);
    put(&preview.path("notes/other.md"), REPORT.replace("Norway", "Chile"));
    let link = preview.path("content/spring/2020-03-05-minutes.md");
    symlink("../../notes/tables/minutes.md", &link).expect("a link");
    preview.shows_a_clean_build();
    put(&target, more(REPORT, "Peru joined."));
    preview.shows_a_clean_build();
    let beside = target.with_extension("part");
    put(&beside, more(REPORT, "Mexico joined."));
    fs::rename(&beside, &target).expect("a save");
    preview.shows_a_clean_build();
    fs::remove_file(&link).expect("the link");
    symlink("../../notes/other.md", &link).expect("a link");
    preview.shows_a_clean_build();
    put(&preview.path("notes/other.md"), REPORT.replace("Norway", "Brazil"));
    preview.shows_a_clean_build();
}

/// `git switch` changes, adds and deletes 500 files: a few builds, never hundreds.
#[test]
fn git_switch() {
    let preview = Preview::begin("git");
    let git = |words: &[&str]| {
        let who = ["-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "core.autocrlf=false"];
        let run = Command::new("git").args(who).args(words).current_dir(&preview.root).output().expect("git");
        assert!(run.status.success(), "{words:?}: {run:?}");
    };
    preview.write(".gitignore", "/public\n/.rapporteur\n");
    preview.write("content/winter/_index.md", CONFERENCE);
    for number in 0..250 {
        preview.write(&format!("content/winter/notes/{number:03}.txt"), "one");
        preview.write(&format!("content/winter/first/{number:03}.txt"), "one");
    }
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "one"]);
    git(&["switch", "-q", "-c", "other"]);
    fs::remove_dir_all(preview.path("content/winter/first")).expect("a folder");
    for number in 0..250 {
        preview.write(&format!("content/winter/notes/{number:03}.txt"), "other");
    }
    preview.write("content/winter/2021-01-04-opening.md", REPORT);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "two"]);
    preview.shows_a_clean_build();
    for branch in ["main", "other", "main"] {
        let turns = preview.turns();
        git(&["switch", "-q", branch]);
        preview.shows_a_clean_build();
        let builds = preview.turns() - turns;
        assert!((1..=12).contains(&builds), "{builds} builds for one switch");
    }
}
