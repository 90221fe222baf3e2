//! The preview: pages by their routes, never by a path of the disk, for this machine alone.

use super::ShellError;
use super::commands::build::Standing;
use super::print;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use std::collections::BTreeMap;
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::net::TcpListener;

/// Ports tried above the one that was asked for.
const TRIES: u16 = 100;

/// All that the preview can answer with.
struct Site {
    /// The path of the file that answers for each address.
    files: BTreeMap<String, PathBuf>,
    /// Where the site stands on its host: empty, or `/att`.
    base: String,
    port: u16,
}

/// Serves a built site until it is stopped.
pub fn serve(made: Standing, port: u16) -> Result<(), ShellError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build();
    let runtime = runtime.map_err(ShellError::at("start the server for", &made.output))?;
    let files = made.files.iter().map(|file| (route(file), made.output.join(file))).collect();
    let mut site = Site { files, base: made.base, port: 0 };
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

/// The address that a file of the output answers for.
fn route(file: &str) -> String {
    let folder = file.strip_suffix("index.html").filter(|folder| folder.is_empty() || folder.ends_with('/'));
    format!("/{}", folder.unwrap_or(file))
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
    if let Some(file) = site.files.get(route) {
        return page(StatusCode::OK, file);
    }
    let with_slash = format!("{route}/");
    if site.files.contains_key(&with_slash) {
        return moved(&format!("{}{with_slash}", site.base));
    }
    match site.files.get("/404.html") {
        Some(file) => page(StatusCode::NOT_FOUND, file),
        None => say(StatusCode::NOT_FOUND, "nothing stands here"),
    }
}

/// A file that a build has written. One that was taken away since, or is a link now, is not there.
fn page(status: StatusCode, file: &Path) -> Response {
    let is_file = fs::symlink_metadata(file).is_ok_and(|meta| meta.is_file());
    let Some(bytes) = fs::read(file).ok().filter(|_| is_file) else {
        return say(StatusCode::NOT_FOUND, "nothing stands here");
    };
    respond(status, content_type(&file.to_string_lossy()), bytes.into())
}

fn respond(status: StatusCode, kind: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin-when-cross-origin"));
    response
}

fn say(status: StatusCode, words: &'static str) -> Response {
    respond(status, "text/plain; charset=utf-8", words.into())
}

fn moved(to: &str) -> Response {
    let mut response = say(StatusCode::PERMANENT_REDIRECT, "moved");
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(to) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, to);
    }
    response
}
