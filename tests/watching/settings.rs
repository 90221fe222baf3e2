//! Everything that a site is made of is watched, and so is the clock.

use crate::preview::{How, OPENING, Preview, clock, more};
use std::fs;
use std::time::Duration;

/// One edit in one file, and that it changed what is shown.
fn edited(name: &str, file: &str, edit: impl FnOnce(&str) -> String) {
    let preview = Preview::begin(name);
    let shown = preview.state().shown.clone();
    let text = fs::read_to_string(preview.path(file)).unwrap_or_default();
    preview.write(file, edit(&text));
    preview.shows_a_clean_build();
    assert_ne!(preview.state().shown, shown, "the edit changed nothing");
}

/// Zola 178: its settings were not watched.
#[test]
fn site_yaml() {
    edited("site-yaml", "content/site.yaml", |text| text.replace("Reports from", "Notes from"));
}

#[test]
fn the_registry() {
    edited("registry-edit", "content/delegations.yaml", |text| {
        text.replace("Friends of Transparency", "Friends of Light")
    });
}

#[test]
fn a_draft_of_the_treaty() {
    edited("draft", "content/instruments/tt/2020-09-01.md", |text| text.replace("twenty years", "thirty years"));
}

#[test]
fn an_asset() {
    edited("asset", "content/spring/hall.svg", |text| text.replace("<rect ", "<rect fill=\"red\" "));
}

#[test]
fn a_template() {
    edited("template-edit", "themes/own/templates/page.html", |text| text.replace("wide", "narrow"));
}

/// A style sheet of a theme, and a new file of the theme beside it (Hugo 2101).
#[test]
fn a_themes_assets() {
    edited("theme-asset", "themes/own/assets/extra.css", |text| format!("{text}main {{ color: blue }}\n"));
    edited("theme-new", "themes/own/assets/new/more.css", |_| "b { color: red }\n".to_owned());
}

/// A first `_index.md` and its edit (Zola 1776).
#[test]
fn a_conferences_own_words() {
    edited("index", "content/spring/_index.md", |text| more(text, "Chile came late."));
}

/// A draft is shown with `--drafts`, and its edits too.
#[test]
fn a_withheld_report() {
    let preview = Preview::begin_with("withheld", How { drafts: true, ..How::default() });
    let draft = "content/autumn/2020-10-08-notes.md";
    assert!(preview.path("public/autumn/2020-10-08-notes/index.html").exists());
    preview.write(draft, more(&preview.text(draft), "Peru asked for time."));
    preview.shows_a_clean_build();
}

/// An embargo passes by the clock alone: nobody saves anything (Zola 1645).
#[test]
fn an_embargo_passes() {
    let moment = clock().0 + 3;
    let time = time_of(moment);
    let report = format!("---\ntitle: Soon\nembargo_until: {time}\n---\nChile found words for Article 1.\n");
    let files = vec![("content/spring/2020-03-05-soon.md", report)];
    let preview = Preview::begin_with("embargo", How { by_the_clock: true, files, ..How::default() });
    let page = preview.path("public/spring/2020-03-05-soon/index.html");
    assert!(!page.exists() || clock().0 >= moment, "shown before its time");
    preview.until("the embargo's end", |state| state.shown.contains_key("spring/2020-03-05-soon/index.html"));
    assert!(clock().0 >= moment, "shown before its time");
    preview.shows_a_clean_build();
    assert!(preview.heard_of().is_empty(), "no file changed");
}

/// Seconds since 1970 as RFC 3339 has them, by the system's own `date`.
fn time_of(moment: i64) -> String {
    let date =
        std::process::Command::new("date").args(["-u", "-d", &format!("@{moment}"), "+%Y-%m-%dT%H:%M:%SZ"]).output();
    String::from_utf8(date.expect("date").stdout).expect("a time").trim().to_owned()
}

/// By looking, where the system does not tell (Hugo 8720): edits, new folders, renames and deletions.
#[test]
fn polling() {
    let poll = Some(Duration::from_millis(25));
    let preview = Preview::begin_with("polling", How { poll, ..How::default() });
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    preview.write("content/spring/deep/picture.svg", "<svg/>");
    preview.shows_a_clean_build();
    fs::rename(preview.path("content/spring/deep"), preview.path("content/spring/deeper")).expect("a folder");
    preview.shows_a_clean_build();
    fs::remove_dir_all(preview.path("content/spring/deeper")).expect("a folder");
    preview.shows_a_clean_build();
    let text = preview.text(OPENING);
    for edit in 0..60 {
        preview.write(OPENING, more(&text, &format!("Edit number {edit:03} named Chile.")));
        std::thread::sleep(Duration::from_millis(4));
    }
    preview.shows_a_clean_build();
    fs::rename(preview.path("content"), preview.path("away")).expect("content");
    preview.until("that content is gone", |state| state.failed.is_some());
    fs::rename(preview.path("away"), preview.path("content")).expect("content");
    preview.shows_a_clean_build();
}
