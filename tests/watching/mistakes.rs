//! Mistakes: the last good pages stay, and the preview recovers by itself.

use crate::preview::{How, OPENING, Preview, more, put};
use rapporteur::shell::ShellError;
use std::fs;

/// Writes a mistake, sees it told and the pages as they were, and takes it back. Then an edit is shown.
fn recovers(name: &str, file: &str, mistake: &str) {
    let preview = Preview::begin(name);
    let page = preview.path("public/spring/2020-03-02-opening/index.html");
    let (text, before) = (fs::read_to_string(preview.path(file)).ok(), fs::read(&page).expect("a page"));
    let shown = preview.state().shown.clone();
    preview.write(file, mistake);
    preview.until("a mistake", |state| rapporteur::diag::has_errors(&state.findings));
    assert!(preview.idle().shown == shown && fs::read(&page).expect("a page") == before, "the last good pages");
    match text {
        Some(text) => preview.write(file, text),
        None => fs::remove_file(preview.path(file)).expect("the mistake"),
    }
    preview.shows_a_clean_build();
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
}

/// A report that is being begun (Zola 1407 and 1327: the preview is gone).
#[test]
fn in_front_matter() {
    recovers("front-matter", OPENING, "---\ntitle: [Opening\n");
}

/// Zola 558: a panic of the template engine on a template that is half written.
#[test]
fn in_a_template() {
    recovers("template", "themes/own/templates/page.html", "{% extends \"base.html\" %}\n{% block main %}\n{{ title ");
}

/// Zola 178 does not look at its settings at all; Zola 1299 dies of a theme that is not there.
#[test]
fn in_settings() {
    recovers("settings", "content/site.yaml", "title: Reports\ntheme: nowhere\nlangs: [en]\n");
}

#[test]
fn in_the_registry() {
    recovers("registry", "content/delegations.yaml", "delegations:\n  friends: {name: Friends}\n");
}

/// A link to a report that is not there yet (Zola 1187: an error, and the old page for good).
#[test]
fn in_a_link() {
    recovers(
        "dead-link",
        "content/spring/2020-03-05-new.md",
        "---\ntitle: New\n---\nSee [that](2020-03-05-none.md).\n",
    );
}

/// The preview begins with a mistake (Zola 2303: it does not begin at all).
#[test]
fn at_the_start() {
    let files = vec![("content/spring/2020-03-05-new.md", "---\ntitel: New\n---\nNo.\n".to_owned())];
    let preview = Preview::begin_with("start", How { files, mistaken: true, ..How::default() });
    assert!(preview.state().shown.is_empty());
    preview.write("content/spring/2020-03-05-new.md", "---\ntitle: New\n---\nYes.\n");
    preview.shows_a_clean_build();
    assert!(!preview.state().shown.is_empty());
}

/// Somebody else's file stands where a page must: told, and tried again until it is gone, though nothing in the site changes.
#[test]
fn a_strangers_file_in_the_output() {
    let preview = Preview::begin("stranger");
    let stranger = preview.path("public/spring/2020-03-05-new/index.html");
    put(&stranger, "mine");
    preview.write("content/spring/2020-03-05-new.md", "---\ntitle: New\n---\nNorway spoke.\n");
    preview.until("what is in the way", |state| state.failed.is_some());
    assert_eq!(fs::read_to_string(&stranger).expect("it stays"), "mine");
    fs::remove_file(&stranger).expect("the stranger's file");
    preview.shows_a_clean_build();
}

/// Another rapporteur is at work on the site: the preview waits for it. A build beside the preview is told who has it.
#[test]
fn another_process_at_work() {
    let preview = Preview::begin_with("held", How { held: true, ..How::default() });
    match rapporteur::shell::store::Store::open(&preview.root) {
        Err(ShellError::Held { process }) => assert_eq!(process, std::process::id().to_string()),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("two processes have the site"),
    }
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
}

/// The page that is looked at is shown as soon as it is made, but not where its file is known to be wrong: then a tab
/// would load what is no page to be, and load the last good one again.
#[test]
fn in_the_page_that_is_looked_at() {
    let looked_at = vec!["/spring/2020-03-02-opening/".to_owned()];
    let preview = Preview::begin_with("looked-at", How { looked_at, ..How::default() });
    let text = preview.text(OPENING);
    preview.state().seen.clear();
    preview.write(OPENING, text.replacen("---\n", "---\nsumary: Wrong.\n", 1) + "\nChile joined.\n");
    preview.until("a mistake", |state| rapporteur::diag::has_errors(&state.findings));
    assert!(preview.idle().seen.is_empty(), "a page with a mistake was shown for a moment");
    preview.write(OPENING, text + "\nChile joined.\n");
    preview.shows_a_clean_build();
    assert!(preview.state().seen.contains(&"spring/2020-03-02-opening/index.html".to_owned()));
}

/// A preview that is killed must not build all anew when it is begun again.
#[test]
fn what_was_built_is_remembered_at_once() {
    let preview = Preview::begin("remembered");
    let is_there = || {
        let homes = fs::read_dir(preview.path(".rapporteur")).expect("the memory").filter_map(Result::ok);
        homes.into_iter().any(|home| home.path().join("manifest").exists())
    };
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(10);
    while !is_there() {
        assert!(std::time::Instant::now() < deadline, "nothing is remembered while the preview is on");
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
}
