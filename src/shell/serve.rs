//! The preview: pages by their routes, never by a path of the disk, for this machine alone.

use super::ShellError;
use super::print;
use crate::build::Built;
use crate::model::artifact::{Artifact, Body};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::Path;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Ports tried above the one that was asked for.
const TRIES: u16 = 100;

/// All that the preview can answer with.
struct Site {
    files: BTreeMap<String, (&'static str, Bytes)>,
    /// Where the site stands on its host: empty, or `/att`.
    base: String,
    port: u16,
}

/// Serves a built site until it is stopped.
pub fn serve(root: &Path, built: &Built, port: u16) -> Result<(), ShellError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build();
    let runtime = runtime.map_err(ShellError::at("start the server for", root))?;
    let files: Result<BTreeMap<_, _>, ShellError> =
        built.artifacts.iter().map(|artifact| file(root, artifact)).collect();
    let mut site = Site { files: files?, base: built.base.clone(), port: 0 };
    runtime.block_on(async move {
        let listener = listen(port).await?;
        site.port = listener.local_addr().map_err(ShellError::at("listen on", Path::new("127.0.0.1")))?.port();
        print::out(&format!("the site is at http://127.0.0.1:{}{}/ (Ctrl-C ends this)", site.port, site.base));
        let router = Router::new().fallback(answer).with_state(Arc::new(site));
        let served = axum::serve(listener, router).with_graceful_shutdown(stopped()).await;
        served.map_err(ShellError::at("serve on", Path::new("127.0.0.1")))
    })
}

/// Ctrl-C, or a polite request to end.
async fn stopped() {
    let mut end = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(end) => end,
        Err(_) => return drop(tokio::signal::ctrl_c().await),
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = end.recv() => {}
    }
}

/// The port asked for, or the next free one.
async fn listen(port: u16) -> Result<TcpListener, ShellError> {
    let mut last = None;
    for candidate in port..=port.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, candidate)).await {
            Ok(listener) => return Ok(listener),
            Err(error) => last = Some(error),
        }
    }
    let error = last.unwrap_or_else(|| std::io::Error::other("no port is free"));
    Err(ShellError::at("listen on a port of", Path::new("127.0.0.1"))(error))
}

fn file(root: &Path, artifact: &Artifact) -> Result<(String, (&'static str, Bytes)), ShellError> {
    let route = artifact.route.as_str().to_owned();
    let bytes = match &artifact.body {
        Body::Bytes(bytes) => bytes.clone(),
        Body::Copy(path) => {
            let path = root.join(&**path);
            fs::read(&path).map_err(ShellError::at("read", &path))?
        }
    };
    let kind = content_type(&artifact.route.file());
    Ok((route, (kind, Bytes::from(bytes))))
}

/// The kind of a file, by its ending.
fn content_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "json" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return say(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD");
    }
    // Another site's name that was made to lead here must not read reports that are not out yet.
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let own = [format!("127.0.0.1:{}", site.port), format!("localhost:{}", site.port)];
    if !own.iter().any(|own| own == host) {
        return say(StatusCode::FORBIDDEN, "the preview answers to 127.0.0.1 and localhost alone");
    }
    let path = request.uri().path();
    let Some(route) = path.strip_prefix(site.base.as_str()) else {
        return moved(&format!("{}/", site.base));
    };
    if let Some((kind, bytes)) = site.files.get(route) {
        return page(StatusCode::OK, kind, bytes.clone());
    }
    let with_slash = format!("{route}/");
    if site.files.contains_key(&with_slash) {
        return moved(&format!("{}{with_slash}", site.base));
    }
    match site.files.get("/404.html") {
        Some((kind, bytes)) => page(StatusCode::NOT_FOUND, kind, bytes.clone()),
        None => say(StatusCode::NOT_FOUND, "nothing stands here"),
    }
}

fn page(status: StatusCode, kind: &'static str, bytes: Bytes) -> Response {
    let mut response = Response::new(bytes.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
    response
}

fn say(status: StatusCode, words: &'static str) -> Response {
    page(status, "text/plain; charset=utf-8", Bytes::from_static(words.as_bytes()))
}

fn moved(to: &str) -> Response {
    let mut response = say(StatusCode::PERMANENT_REDIRECT, "moved");
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
