//! What finished or hand-written HTML refers to, with places: destinations, pictures, ids.
//!
//! A page of a big site is read once for this, so it is done by a scanner that knows of HTML's tokens (WHATWG HTML,
//! 13.2.5) as much as tells tags from what only looks like them, and lends what it finds. `tests/html.rs` holds it
//! against a whole tokenizer.

use crate::model::reference::{Reference, ReferenceKind};
use crate::model::source::Span;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use memchr::{memchr, memchr3, memmem};
use std::borrow::Cow;

/// Every `href`, `src` and `id` in `markup`, tag by tag.
pub fn references(markup: &str) -> References<'_> {
    References { scanner: Scanner { text: markup, bytes: markup.as_bytes(), at: 0 }, of_tag: [const { None }; SLOTS] }
}

/// References a tag can have at the most: an id, a name, a destination, a file, and that the file has no words.
const SLOTS: usize = 5;

pub struct References<'a> {
    scanner: Scanner<'a>,
    of_tag: [Option<Reference<'a>>; SLOTS],
}

impl<'a> Iterator for References<'a> {
    type Item = Reference<'a>;

    fn next(&mut self) -> Option<Reference<'a>> {
        loop {
            if let Some(found) = self.of_tag.iter_mut().find_map(Option::take) {
                return Some(found);
            }
            let tag = self.scanner.start_tag()?;
            if tag.attributes.any() {
                self.of_tag = tag.references(self.scanner.text);
            }
        }
    }
}

/// Where a tag's own attributes stand; of two with one name the first counts.
#[derive(Default)]
struct Attributes {
    id: Option<Span>,
    name: Option<Span>,
    href: Option<Span>,
    src: Option<Span>,
    alt: Option<Span>,
}

impl Attributes {
    fn any(&self) -> bool {
        self.id.is_some() || self.href.is_some() || self.src.is_some() || self.name.is_some()
    }

    fn note(&mut self, name: &[u8], value: Span) {
        let slot = match name.len() {
            2 if name.eq_ignore_ascii_case(b"id") => &mut self.id,
            3 if name.eq_ignore_ascii_case(b"src") => &mut self.src,
            3 if name.eq_ignore_ascii_case(b"alt") => &mut self.alt,
            4 if name.eq_ignore_ascii_case(b"href") => &mut self.href,
            4 if name.eq_ignore_ascii_case(b"name") => &mut self.name,
            _ => return,
        };
        slot.get_or_insert(value);
    }
}

struct Tag<'a> {
    name: &'a [u8],
    attributes: Attributes,
}

impl<'a> Tag<'a> {
    fn is(&self, names: &[&[u8]]) -> bool {
        names.iter().any(|name| self.name.eq_ignore_ascii_case(name))
    }

    fn references(&self, text: &'a str) -> [Option<Reference<'a>>; SLOTS] {
        let own = &self.attributes;
        let is_anchor = self.is(&[b"a"]);
        let leads = is_anchor || self.is(&[b"area", b"link"]);
        let is_picture = self.is(&[b"img"]);
        let loads = is_picture || self.is(&[b"source", b"audio", b"video", b"script", b"iframe", b"embed"]);
        let reference = |kind, span: Option<Span>| {
            span.map(|span| Reference { kind, value: decoded(&text[span.start..span.end]), span })
        };
        [
            reference(ReferenceKind::Id, own.id),
            reference(ReferenceKind::Id, own.name.filter(|_| is_anchor)),
            reference(ReferenceKind::Page, own.href.filter(|_| leads)),
            reference(ReferenceKind::Picture, own.src.filter(|_| loads)),
            reference(ReferenceKind::SilentPicture, own.src.filter(|_| is_picture && own.alt.is_none())),
        ]
    }
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    /// The next start tag; none at the end, also when the last tag is not closed.
    fn start_tag(&mut self) -> Option<Tag<'a>> {
        loop {
            let open = self.find(b'<', self.at)?;
            let next = *self.bytes.get(open + 1)?;
            match next {
                b'!' if self.bytes[open..].starts_with(b"<!--") => self.at = self.after_comment(open)?,
                b'!' | b'?' => self.at = self.find(b'>', open)? + 1,
                b'/' if self.bytes.get(open + 2)?.is_ascii_alphabetic() => self.at = self.tag(open + 2)?.1,
                b'/' => self.at = self.find(b'>', open)? + 1,
                _ if next.is_ascii_alphabetic() => {
                    let (tag, end) = self.tag(open + 1)?;
                    self.at = self.after_raw_text(&tag, end);
                    return Some(tag);
                }
                _ => self.at = open + 1,
            }
        }
    }

    fn find(&self, byte: u8, from: usize) -> Option<usize> {
        Some(from + memchr(byte, self.bytes.get(from..)?)?)
    }

    fn find_words(&self, words: &[u8], from: usize) -> Option<usize> {
        Some(from + memmem::find(self.bytes.get(from..)?, words)?)
    }

    /// The first place from `at` on where `ends` holds.
    fn until(&self, at: usize, ends: impl Fn(u8) -> bool) -> Option<usize> {
        Some(at + self.bytes.get(at..)?.iter().position(|byte| ends(*byte))?)
    }

    /// A tag whose name begins at `start`, and where it ends.
    fn tag(&self, start: usize) -> Option<(Tag<'a>, usize)> {
        let mut at = self.until(start, |byte| is(byte, SPACE | SLASH | CLOSE))?;
        let name = &self.bytes[start..at];
        let mut attributes = Attributes::default();
        loop {
            at = self.until(at, |byte| !is(byte, SPACE | SLASH))?;
            if self.bytes[at] == b'>' {
                return Some((Tag { name, attributes }, at + 1));
            }
            // An attribute's name has at least one character, even `=`.
            let end = self.until(at + 1, |byte| is(byte, SPACE | SLASH | CLOSE | EQUALS))?;
            let name = &self.bytes[at..end];
            let (value, after) = self.value(end)?;
            attributes.note(name, value);
            at = after;
        }
    }

    /// The value of the attribute whose name ends at `end`, and where to go on.
    fn value(&self, end: usize) -> Option<(Span, usize)> {
        let sign = self.until(end, |byte| !is(byte, SPACE))?;
        if self.bytes[sign] != b'=' {
            return Some((Span::new(end, end), sign));
        }
        let start = self.until(sign + 1, |byte| !is(byte, SPACE))?;
        match self.bytes[start] {
            quote @ (b'"' | b'\'') => {
                let close = self.find(quote, start + 1)?;
                Some((Span::new(start + 1, close), close + 1))
            }
            _ => {
                let close = self.until(start, |byte| is(byte, SPACE | CLOSE))?;
                Some((Span::new(start, close), close))
            }
        }
    }

    /// Behind the comment that opens at `open`. `<!-->` and `<!--->` are whole comments.
    fn after_comment(&self, open: usize) -> Option<usize> {
        let plain = self.find_words(b"-->", open + 2).map(|at| at + 3);
        let before = plain.unwrap_or(self.bytes.len());
        let banged = memmem::find(self.bytes.get(open + 4..before)?, b"--!>").map(|at| open + 4 + at + 4);
        banged.or(plain)
    }

    /// Where markup goes on after a start tag that ends at `end`: at the end tag of what holds no markup.
    fn after_raw_text(&self, tag: &Tag, end: usize) -> usize {
        const RAW: &[&[u8]] =
            &[b"title", b"textarea", b"style", b"xmp", b"iframe", b"noembed", b"noframes", b"noscript"];
        let close = if tag.is(&[b"script"]) {
            self.script_end(end)
        } else if tag.is(RAW) {
            self.closing(tag.name, end)
        } else if tag.is(&[b"plaintext"]) {
            None
        } else {
            return end;
        };
        close.unwrap_or(self.bytes.len())
    }

    /// Where `</name` stands next, as a whole tag's name.
    fn closing(&self, name: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            let open = self.find_words(b"</", at)?;
            if self.names(open + 2, name) {
                return Some(open);
            }
            at = open + 2;
        }
    }

    /// Whether a tag's whole name at `at` is `name`.
    fn names(&self, at: usize, name: &[u8]) -> bool {
        let end = at + name.len();
        self.bytes.get(at..end).is_some_and(|here| here.eq_ignore_ascii_case(name))
            && self.bytes.get(end).is_some_and(|byte| is(*byte, SPACE | SLASH | CLOSE))
    }

    /// Where a script ends. In a comment within it, a script within that hides one end tag.
    fn script_end(&self, from: usize) -> Option<usize> {
        let (mut at, mut in_comment, mut in_script) = (from, false, false);
        loop {
            at = self.until(at, |byte| matches!(byte, b'<' | b'-'))?;
            let rest = &self.bytes[at..];
            if rest[0] == b'-' {
                if in_comment && rest.starts_with(b"-->") {
                    (in_comment, in_script) = (false, false);
                }
                at += 1;
            } else if rest.starts_with(b"</") && self.names(at + 2, b"script") {
                if !in_script {
                    return Some(at);
                }
                in_script = false;
                at += 2;
            } else if !in_comment && rest.starts_with(b"<!--") {
                in_comment = true;
                at += 2;
            } else {
                in_script |= in_comment && self.names(at + 1, b"script");
                at += 1;
            }
        }
    }
}

/// What ends names and values in a tag. HTML's white space has a carriage return, which is read as a line's end.
const SPACE: u8 = 1;
const SLASH: u8 = 2;
const CLOSE: u8 = 4;
const EQUALS: u8 = 8;

/// Which of these a byte is: asked for each byte of each tag.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    signs[b' ' as usize] = SPACE;
    signs[b'\n' as usize] = SPACE;
    signs[b'\t' as usize] = SPACE;
    signs[b'\r' as usize] = SPACE;
    signs[0x0c] = SPACE;
    signs[b'/' as usize] = SLASH;
    signs[b'>' as usize] = CLOSE;
    signs[b'=' as usize] = EQUALS;
    signs
};

fn is(byte: u8, any_of: u8) -> bool {
    SIGNS[usize::from(byte)] & any_of != 0
}

/// The character references that serialisers write.
const WRITTEN: [(&str, char); 8] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&#39;", '\''),
    ("&#x27;", '\''),
    ("&#x2F;", '/'),
    ("&#34;", '"'),
];

/// An attribute's value as it is meant.
fn decoded(raw: &str) -> Cow<'_, str> {
    if memchr3(b'&', b'\r', b'\0', raw.as_bytes()).is_none() {
        return Cow::Borrowed(raw);
    }
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = memchr3(b'&', b'\r', b'\0', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        let Some((words, meant)) = WRITTEN.iter().find(|(words, _)| rest[at..].starts_with(words)) else {
            return Cow::Owned(by_the_book(raw));
        };
        out.push(*meant);
        rest = &rest[at + words.len()..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The same by a tokenizer that knows all two thousand named character references, and when they lack a semicolon.
fn by_the_book(raw: &str) -> String {
    let quote = if !raw.contains('"') {
        "\""
    } else if !raw.contains('\'') {
        "'"
    } else {
        ""
    };
    let tag = format!("<a b={quote}{raw}{quote}>");
    let mut tokens = Tokenizer::new_with_emitter(tag.as_str(), DefaultEmitter::<()>::default());
    let value = tokens.find_map(|token| match token {
        Ok(Token::StartTag(tag)) => tag.attributes.get(b"b".as_slice()).map(|value| value.to_vec()),
        _ => None,
    });
    value.map_or_else(|| raw.to_owned(), |value| String::from_utf8_lossy(&value).into_owned())
}
