//! What a tab hears: that its page is another, that only its style sheets are, what is wrong with the site. Each tab is
//! told of its own page alone, and of what it has missed since it was loaded.

use super::answer::{Serving, route_of, standing};
use super::files;
use super::page::Mark;
use super::shown::{Findings, Look};
use crate::model::digest::Digest;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use hyper::Response;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, watch};

/// How soon a tab asks again when the server is gone.
const AGAIN: Duration = Duration::from_millis(500);
/// How often a quiet connection shows that it is alive.
const ALIVE: Duration = Duration::from_secs(15);

/// A tab that listens.
struct Tab {
    serving: Arc<Serving>,
    /// None where its address is none of the site's.
    route: Option<String>,
    /// The mark of the page that it shows.
    mark: String,
    /// Of the file that was looked at last, so that one that is as it was is not read.
    digest: Option<Digest>,
    styles: Vec<String>,
    wrong: Option<Arc<Findings>>,
    versions: watch::Receiver<u64>,
    waiting: VecDeque<Event>,
    _look: Option<Look>,
    _place: OwnedSemaphorePermit,
}

/// A channel to a tab whose page stands at `path` and has this mark.
pub fn listen(
    serving: &Arc<Serving>,
    path: &str,
    mark: String,
    place: OwnedSemaphorePermit,
) -> Response<axum::body::Body> {
    let route = route_of(path, &serving.shown.base());
    // Where the site lies on the disk is told to those who can open it there.
    let root = serving.editor.map(|_| &serving.root);
    let hello = json!({ "editor": serving.editor, "root": root });
    let tab = Tab {
        _look: route.as_deref().map(|route| serving.shown.look_at(route)),
        versions: serving.shown.subscribe(),
        waiting: VecDeque::from([event("hello", &hello).retry(AGAIN)]),
        serving: serving.clone(),
        route,
        mark,
        digest: None,
        styles: Vec::new(),
        wrong: None,
        _place: place,
    };
    let events = futures_util::stream::unfold(tab, |mut tab| async move {
        let event = tab.next().await?;
        Some((Ok::<_, Infallible>(event), tab))
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(ALIVE)).into_response()
}

fn event(name: &str, value: &Value) -> Event {
    Event::default().event(name).data(value.to_string())
}

impl Tab {
    /// What to tell next; none when the server ends.
    async fn next(&mut self) -> Option<Event> {
        let mut stop = self.serving.stop.clone();
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            self.versions.borrow_and_update();
            self.look().await;
            if self.waiting.is_empty() {
                tokio::select! {
                    changed = self.versions.changed() => changed.ok()?,
                    _ = stop.wait_for(|stopped| *stopped) => return None,
                }
            }
        }
    }

    /// Compares what the tab knows with what is.
    async fn look(&mut self) {
        let wrong = self.serving.shown.wrong();
        if self.wrong.as_ref().is_none_or(|known| !Arc::ptr_eq(known, &wrong)) {
            self.waiting.push_back(event("findings", &json!(*wrong)));
            self.wrong = Some(wrong);
        }
        let standing = standing(&self.serving.shown, self.route.as_deref());
        if self.digest == Some(standing.digest) {
            return;
        }
        let Some(html) = files::read(&standing.content).await else { return };
        self.digest = Some(standing.digest);
        let Mark { page, styles } = Mark::of(standing.status.as_u16(), &html);
        if page != self.mark {
            self.waiting.push_back(event("page", &json!(page)));
            self.mark = page;
        } else if styles != self.styles {
            self.waiting.push_back(event("styles", &json!(styles)));
        }
        self.styles = styles;
    }
}
