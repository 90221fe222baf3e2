//! A file as an answer: whole, in part, or not again. Small ones are read whole, large ones sent piece by piece.

use super::ranges::{Asked, asked};
use super::reply::{Answer, reply, with};
use super::shown::{Bytes, Content};
use crate::model::digest::Digest;
use axum::body::Body;
use hyper::header::{self, HeaderMap};
use hyper::{Method, StatusCode};
use std::fs;
use std::io::SeekFrom;
use std::ops::Range;
use std::path::Path;
use std::time::UNIX_EPOCH;
use tokio::io::{AsyncReadExt, AsyncSeekExt};
use tokio_util::io::ReaderStream;

/// Files with more bytes are not held.
const SMALL: u64 = 1024 * 1024;

/// A file that can be sent.
pub enum Opened {
    Whole(Bytes),
    /// Open, with its size, and a tag by its size and moment.
    Long(fs::File, u64, String),
}

/// Opens a file; none where it was taken away, or something else stands there.
pub async fn open(content: &Content) -> Option<Opened> {
    match content {
        Content::Held(bytes) => Some(Opened::Whole(bytes.clone())),
        Content::Stands(path) => {
            let path = path.clone();
            tokio::task::spawn_blocking(move || open_at(&path)).await.ok()?
        }
    }
}

fn open_at(path: &Path) -> Option<Opened> {
    // A link could lead anywhere: builds write none.
    let meta = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
    if meta.len() <= SMALL {
        return fs::read(path).ok().map(|bytes| Opened::Whole(bytes.into()));
    }
    let file = fs::File::open(path).ok()?;
    let meta = file.metadata().ok()?;
    let modified = meta.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    Some(Opened::Long(file, meta.len(), format!("\"{:x}-{modified:x}\"", meta.len())))
}

/// All bytes of a file that is no larger than pages are.
pub async fn read(content: &Content) -> Option<Bytes> {
    match open(content).await? {
        Opened::Whole(bytes) => Some(bytes),
        Opened::Long(file, size, _) => {
            let mut bytes = Vec::with_capacity(usize::try_from(size).ok()?);
            tokio::fs::File::from_std(file).take(size).read_to_end(&mut bytes).await.ok()?;
            Some(bytes.into())
        }
    }
}

/// The tag of bytes that are held.
fn tag(bytes: &[u8]) -> String {
    let digest: String = Digest::of(bytes).0.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{digest}\"")
}

/// The answer that a request for a file gets. With another status than 200 the file stands for something else, and no
/// condition or range is about it.
pub async fn send(file: Opened, (status, kind): (StatusCode, &'static str), request: (&Method, &HeaderMap)) -> Answer {
    let (method, headers) = request;
    let (size, tag) = match &file {
        Opened::Whole(bytes) => (bytes.len() as u64, tag(bytes)),
        Opened::Long(_, size, tag) => (*size, tag.clone()),
    };
    let asked = if status == StatusCode::OK { asked(headers, size, &tag) } else { Asked::Whole };
    let (status, part) = match asked {
        Asked::NotModified => {
            return with(reply(StatusCode::NOT_MODIFIED, kind, Body::empty()), header::ETAG, &tag);
        }
        Asked::OutOfRange => {
            let answer = reply(StatusCode::RANGE_NOT_SATISFIABLE, kind, Body::empty());
            return with(answer, header::CONTENT_RANGE, &format!("bytes */{size}"));
        }
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Asked::Whole => (status, 0..size),
    };
    let answer = match method {
        &Method::HEAD => reply(status, kind, Body::empty()),
        _ => match body(file, &part).await {
            Some(body) => reply(status, kind, body),
            None => return reply(StatusCode::INTERNAL_SERVER_ERROR, kind, Body::empty()),
        },
    };
    let answer = with(answer, header::CONTENT_LENGTH, &(part.end - part.start).to_string());
    let answer = match status {
        StatusCode::PARTIAL_CONTENT => {
            let Range { start, end } = part;
            with(answer, header::CONTENT_RANGE, &format!("bytes {start}-{}/{size}", end.saturating_sub(1)))
        }
        _ => answer,
    };
    match status {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => {
            with(with(answer, header::ETAG, &tag), header::ACCEPT_RANGES, "bytes")
        }
        _ => answer,
    }
}

async fn body(file: Opened, part: &Range<u64>) -> Option<Body> {
    match file {
        Opened::Whole(bytes) => {
            let place = |at: u64| usize::try_from(at).ok();
            Some(bytes.slice(place(part.start)?..place(part.end)?).into())
        }
        Opened::Long(file, ..) => {
            let mut file = tokio::fs::File::from_std(file);
            file.seek(SeekFrom::Start(part.start)).await.ok()?;
            Some(Body::from_stream(ReaderStream::new(file.take(part.end - part.start))))
        }
    }
}
