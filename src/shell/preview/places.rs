//! Where the passages of a page stand in the author's files: read from the disk when a tab asks, and so as they are now.

use super::answer::Serving;
use super::reply::{Answer, kind, reply, say};
use super::shown::Found;
use crate::build;
use crate::model::source::{Content, SourcePath};
use crate::shell::scan;
use hyper::StatusCode;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The file behind a page that is shown, with the line of each passage. A page that is no report's has none, and what is
/// not shown is not told.
pub async fn answer(serving: &Arc<Serving>, route: Option<String>) -> Answer {
    let Some(route) = route.filter(|route| matches!(serving.shown.find(route), Found::File(..))) else {
        return say(StatusCode::NOT_FOUND, "no such page is shown");
    };
    let root = serving.root.clone();
    let places = tokio::task::spawn_blocking(move || places(&root, &route)).await.ok().flatten();
    let places = places.unwrap_or_else(|| json!({ "path": null, "places": [] }));
    reply(StatusCode::OK, kind(".json"), places.to_string())
}

fn places(root: &Path, route: &str) -> Option<Value> {
    let files: Vec<SourcePath> = scan::files(root).ok()?.iter().map(|path| scan::name(root, path)).collect();
    let site = text(root, &"content/site.yaml".into()).unwrap_or_else(|| "".into());
    let path = build::report_at(route, &site, &files)?;
    let lines = build::passage_lines(&path, &text(root, &path)?);
    let lines: Vec<Value> = lines.iter().map(|place| json!([place.anchor, place.line])).collect();
    Some(json!({ "path": &*path, "places": lines }))
}

fn text(root: &Path, path: &SourcePath) -> Option<Arc<str>> {
    match scan::read(root, path) {
        Ok(Content::Text(text)) => Some(text),
        _ => None,
    }
}
