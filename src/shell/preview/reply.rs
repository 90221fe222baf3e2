//! What every answer of the preview carries: its kind, and the headers that a careful host sends with a finished site, so
//! that what a browser would refuse there is refused here.

use axum::body::Body;
use hyper::header::{self, HeaderName, HeaderValue};
use hyper::{Response, StatusCode};

pub type Answer = Response<Body>;

/// As the default theme says it in each page, and that no other site may frame one.
const PAGES: &str = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; \
                     font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// A picture that is opened by itself has its own style, and nothing more.
const PICTURES: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
const OTHERS: &str = "default-src 'none'; frame-ancestors 'none'";
const NOTHING_ALLOWED: &str = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

/// Files of other kinds are sent as bytes that browsers keep and do not show.
const UNKNOWN: &str = "application/octet-stream";
const KINDS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("json", "application/json"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("ico", "image/vnd.microsoft.icon"),
    ("pdf", "application/pdf"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("woff2", "font/woff2"),
    ("wasm", "application/wasm"),
    ("zip", "application/zip"),
    ("bib", "application/x-bibtex"),
    ("ris", "application/x-research-info-systems"),
];

/// The kind of a file, by its name's ending.
pub fn kind(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    KINDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map_or(UNKNOWN, |(_, kind)| kind)
}

/// An answer of this kind with all that every answer carries.
pub fn reply(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Answer {
    let mut answer = Response::new(body.into());
    *answer.status_mut() = status;
    dress(&mut answer, kind);
    answer
}

/// Gives an answer its kind and the headers that all have.
pub fn dress(answer: &mut Answer, kind: &'static str) {
    let policy = match kind.split(';').next() {
        Some("text/html") => PAGES,
        Some("image/svg+xml") => PICTURES,
        _ => OTHERS,
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        // A page that is out of date is worse than one that is sent again.
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (HeaderName::from_static("permissions-policy"), NOTHING_ALLOWED),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
}

/// A few words instead of a page.
pub fn say(status: StatusCode, words: &str) -> Answer {
    reply(status, "text/plain; charset=utf-8", format!("{words}\n"))
}

/// Adds a header; a value that no header can have is left out.
pub fn with(mut answer: Answer, name: HeaderName, value: &str) -> Answer {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_sent_with_the_policy_that_the_theme_writes_into_them() {
        let base = include_str!("../../../themes/plenary/templates/base.html");
        let written = base.split("Content-Security-Policy\" content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let written = written.expect("the theme's policy");
        assert_eq!(PAGES.strip_prefix(written), Some("; frame-ancestors 'none'"));
    }

    #[test]
    fn kinds_go_by_the_ending_alone() {
        assert_eq!(kind("a/index.html"), "text/html; charset=utf-8");
        assert_eq!(kind("Photo.JPG"), "image/jpeg");
        assert_eq!((kind("a"), kind("a.html.exe"), kind("")), (UNKNOWN, UNKNOWN, UNKNOWN));
    }
}
