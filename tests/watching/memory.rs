//! A preview that writes no page: what is shown is a clean build all the same, and there is no output folder.

use crate::preview::{How, OPENING, Preview, more};
use rapporteur::diag::has_errors;
use rapporteur::shell::rebuild::Pages;
use std::fs;

fn held(name: &str) -> Preview {
    Preview::begin_with(name, How { pages: Pages::Held, ..How::default() })
}

#[test]
fn shows_what_a_clean_build_makes() {
    let preview = held("held-edits");
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    preview.write("content/spring/2020-03-09-late.md", "---\ntitle: Late\n---\n\nKenya came. ![Hall](hall.png)\n");
    preview.write("content/spring/hall.png", "a hall");
    preview.shows_a_clean_build();
    preview.write("content/spring/hall.png", "another hall");
    preview.shows_a_clean_build();
    fs::remove_file(preview.path("content/spring/2020-03-09-late.md")).expect("the report");
    fs::remove_file(preview.path("content/spring/hall.png")).expect("the picture");
    preview.shows_a_clean_build();
    preview.write("content/site.yaml", preview.text("content/site.yaml").replace("Who said what", "Other words"));
    preview.shows_a_clean_build();
}

/// A mistake that is found when all pages are made takes back what was shown before that.
#[test]
fn holds_the_last_good_pages() {
    let looked_at = vec!["/spring/2020-03-02-opening/".to_owned()];
    let preview = Preview::begin_with("held-mistake", How { pages: Pages::Held, looked_at, ..How::default() });
    let (text, shown) = (preview.text(OPENING), preview.state().shown.clone());
    preview.write(OPENING, more(&text, "See [that](2020-03-05-none.md)."));
    preview.until("a mistake", |state| has_errors(&state.findings));
    assert!(preview.idle().shown == shown, "the last good pages");
    preview.write(OPENING, more(&text, "Chile joined."));
    preview.shows_a_clean_build();
    let (path, text) = ("content/site.yaml", preview.text("content/site.yaml"));
    preview.write(path, "title: [Reports\n");
    preview.until("another mistake", |state| has_errors(&state.findings));
    preview.write(path, text.replace("reports.example/", "reports.example/committee/"));
    preview.shows_a_clean_build();
}

/// An output that stands from before is neither changed nor shown.
#[test]
fn leaves_an_output_alone() {
    let files = vec![("public/index.html", "mine".to_owned())];
    let preview = Preview::begin_with("held-foreign", How { pages: Pages::Held, files, ..How::default() });
    preview.write(OPENING, more(&preview.text(OPENING), "Chile joined."));
    preview.shows_a_clean_build();
    assert_eq!(preview.text("public/index.html"), "mine");
}
