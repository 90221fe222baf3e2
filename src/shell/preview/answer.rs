//! Which answer a request gets. Addresses are looked up among the site's own; none is ever a path of the disk.

use super::events;
use super::files::{self, Opened};
use super::gate::Gate;
use super::page::{self, Mark, OWN};
use super::places;
use super::reply::{Answer, dress, kind, reply, say, with};
use super::shown::{Content, Found, Shown};
use crate::model::digest::Digest;
use axum::body::{Body, HttpBody};
use hyper::body::Incoming;
use hyper::header;
use hyper::{Method, Request, StatusCode, Uri};
use percent_encoding::{CONTROLS, percent_decode_str, utf8_percent_encode};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::{Semaphore, watch};

/// All that answers are made of.
pub struct Serving {
    pub shown: Arc<Shown>,
    pub gate: Gate,
    pub root: PathBuf,
    /// How an address for the author's editor is written.
    pub editor: Option<&'static str>,
    /// Tabs that may listen at the same time.
    pub tabs: Arc<Semaphore>,
    /// Whether pages get the preview's script.
    pub is_scripted: bool,
    /// Turns true when the server ends.
    pub stop: watch::Receiver<bool>,
}

/// What stands at an address, or what is shown instead.
pub struct Standing {
    pub status: StatusCode,
    pub name: String,
    pub content: Content,
    pub digest: Digest,
}

/// Answers a request that came to this address of the machine.
pub async fn answer(serving: &Arc<Serving>, request: &Request<Incoming>, local: IpAddr) -> Answer {
    let answer = match admitted(serving, request, local) {
        Ok(host) => admitted_answer(serving, request, &host).await,
        Err(answer) => *answer,
    };
    match (request.method(), answer.body().size_hint().exact()) {
        (&Method::HEAD, Some(size))
            if answer.status() != StatusCode::NOT_MODIFIED
                && !answer.headers().contains_key(header::CONTENT_LENGTH) =>
        {
            with(answer.map(|_| Body::empty()), header::CONTENT_LENGTH, &size.to_string())
        }
        (&Method::HEAD, _) => answer.map(|_| Body::empty()),
        _ => answer,
    }
}

/// The host that a request names, if it may be answered; else the answer that it gets instead.
fn admitted(serving: &Serving, request: &Request<Incoming>, local: IpAddr) -> Result<String, Box<Answer>> {
    let refused = |(status, words)| Box::new(say(status, words));
    let host = serving.gate.host(request, local).map_err(refused)?;
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let answer = say(StatusCode::METHOD_NOT_ALLOWED, "the preview shows: GET and HEAD are all it knows");
        return Err(Box::new(with(answer, header::ALLOW, "GET, HEAD")));
    }
    Gate::page(request.headers()).map_err(refused)?;
    if let Some(cookie) = serving.gate.known(request).map_err(refused)? {
        // Asked for once more by a page of ours, since a browser that followed a link from elsewhere keeps a strict cookie
        // to itself; and so the token is not in the address of what it shows.
        let path = if request.uri().path().starts_with("//") { "/" } else { request.uri().path() };
        let answer = reply(StatusCode::OK, kind(".html"), page::plain("the preview opens"));
        let answer = with(answer, header::SET_COOKIE, &cookie);
        return Err(Box::new(with(answer, header::REFRESH, &format!("0;url={path}"))));
    }
    Ok(host)
}

async fn admitted_answer(serving: &Arc<Serving>, request: &Request<Incoming>, host: &str) -> Answer {
    let path = request.uri().path();
    let Some(decoded) = decoded(path) else {
        return say(StatusCode::BAD_REQUEST, "that is no address");
    };
    if let Some(name) = decoded.strip_prefix(OWN) {
        return own(serving, request, (name, host)).await;
    }
    let base = serving.shown.base();
    let route = inside(&decoded, &base);
    let is_above = decoded == "/" || decoded == base;
    match route.map(|route| serving.shown.find(route)) {
        None if is_above => moved(&format!("{}/", utf8_percent_encode(&base, CONTROLS)), request.uri()),
        Some(Found::Folder) => moved(&format!("{path}/"), request.uri()),
        _ => file(&standing(&serving.shown, route), request, serving.is_scripted).await,
    }
}

/// The preview's own files and channels, for its own pages.
async fn own(serving: &Arc<Serving>, request: &Request<Incoming>, (name, host): (&str, &str)) -> Answer {
    if let Err((status, words)) = Gate::own(request.headers(), host) {
        return say(status, words);
    }
    let text = match name {
        "preview.js" => include_str!("preview.js"),
        "preview.css" => include_str!("preview.css"),
        "places" => {
            let route = asked(request.uri(), "page").and_then(|path| route_of(&path, &serving.shown.base()));
            return places::answer(serving, route).await;
        }
        "events" => {
            let Ok(place) = serving.tabs.clone().try_acquire_owned() else {
                return say(StatusCode::SERVICE_UNAVAILABLE, "too many tabs listen already");
            };
            let word = |name| asked(request.uri(), name).unwrap_or_default();
            let mut answer = events::listen(serving, &word("page"), word("mark"), place);
            dress(&mut answer, "text/event-stream");
            return answer;
        }
        _ => return say(StatusCode::NOT_FOUND, "nothing stands here"),
    };
    let opened = Opened::Whole(text.as_bytes().into());
    files::send(opened, (StatusCode::OK, kind(name)), (request.method(), request.headers())).await
}

/// What stands at an address without the base path; `None` is an address that is none of the site's.
pub fn standing(shown: &Shown, route: Option<&str>) -> Standing {
    let (status, found) = match route.map_or(Found::Nothing, |route| shown.find(route)) {
        found @ Found::File(..) => (StatusCode::OK, found),
        Found::NoSite => (StatusCode::SERVICE_UNAVAILABLE, Found::NoSite),
        Found::Folder | Found::Nothing => (StatusCode::NOT_FOUND, shown.find("/404.html")),
    };
    match found {
        Found::File(name, kept) => Standing { status, name, content: kept.content, digest: kept.digest },
        Found::NoSite => plain(status, "the site has not been built yet: this page will be here as soon as it is made"),
        Found::Folder | Found::Nothing => plain(status, "nothing stands here"),
    }
}

fn plain(status: StatusCode, words: &str) -> Standing {
    let page = page::plain(words);
    Standing { status, name: "index.html".to_owned(), digest: Digest::of(&page), content: Content::Held(page.into()) }
}

async fn file(standing: &Standing, request: &Request<Incoming>, is_scripted: bool) -> Answer {
    let status = standing.status;
    let request = (request.method(), request.headers());
    if !standing.name.ends_with(".html") {
        return match files::open(&standing.content).await {
            Some(opened) => files::send(opened, (status, kind(&standing.name)), request).await,
            None => say(StatusCode::NOT_FOUND, "nothing stands here"),
        };
    }
    let (status, html) = match files::read(&standing.content).await {
        Some(html) => (status, html),
        None => (StatusCode::NOT_FOUND, page::plain("nothing stands here").into()),
    };
    if !is_scripted {
        return files::send(Opened::Whole(html), (status, kind(".html")), request).await;
    }
    let mark = Mark::of(status.as_u16(), &html);
    let opened = Opened::Whole(page::with_script(&html, &mark).into());
    files::send(opened, (status, kind(".html")), request).await
}

/// The same query at another path.
fn moved(path: &str, uri: &Uri) -> Answer {
    let query = uri.query().map_or_else(String::new, |query| format!("?{query}"));
    with(say(StatusCode::FOUND, "it stands there"), header::LOCATION, &format!("{path}{query}"))
}

/// A path as its characters; none where it is not UTF-8, has controls, or hides a slash, which no address of ours does.
fn decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let is_fit = |at: usize| {
        let code = bytes.get(at + 1..at + 3)?;
        let is_code = code.iter().all(u8::is_ascii_hexdigit);
        (is_code && !code.eq_ignore_ascii_case(b"2f") && !code.eq_ignore_ascii_case(b"5c")).then_some(())
    };
    for (at, _) in path.match_indices('%') {
        is_fit(at)?;
    }
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    (decoded.starts_with('/') && !decoded.contains(char::is_control)).then(|| decoded.into_owned())
}

/// A decoded path without the base path.
fn inside<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base).filter(|route| route.starts_with('/'))
}

/// The site's address that a browser shows as this path.
pub fn route_of(path: &str, base: &str) -> Option<String> {
    inside(&decoded(path)?, base).map(str::to_owned)
}

/// A value of an address's query.
pub fn asked(uri: &Uri, name: &str) -> Option<String> {
    let mut pairs = uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    percent_decode_str(value).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_decoded_once_and_nothing_hides_in_them() {
        let cases = [
            ("/a/", Some("/a/")),
            ("/caf%C3%A9/", Some("/café/")),
            ("/%252e/", Some("/%2e/")),
            ("/%2e%2e/a", Some("/../a")),
            ("/..%2fa", None),
            ("/..%5Ca", None),
            ("/%ff", None),
            ("/%00", None),
            ("/%zz", None),
            ("/%c", None),
            ("/%", None),
            ("*", None),
            ("", None),
        ];
        for (path, wanted) in cases {
            assert_eq!(decoded(path).as_deref(), wanted, "{path}");
        }
    }

    #[test]
    fn a_base_path_is_whole_parts() {
        assert_eq!(route_of("/att/a/", "/att").as_deref(), Some("/a/"));
        assert_eq!(route_of("/att/", "/att").as_deref(), Some("/"));
        assert_eq!(route_of("/a/", "").as_deref(), Some("/a/"));
        for outside in ["/att", "/attic/", "/", "/other/att/"] {
            assert_eq!(route_of(outside, "/att"), None, "{outside}");
        }
        assert_eq!(route_of("/%C3%A9t%C3%A9/a/", "/été").as_deref(), Some("/a/"));
    }
}
