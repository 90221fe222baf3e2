//! Small pieces of HTML: names of elements, escaped text.

use crate::model::prose::Tag;

/// The element of a tag that has one of its own without attributes; else nothing.
pub fn name_of(tag: &Tag) -> &'static str {
    match tag {
        Tag::Emphasis => "em",
        Tag::Strong => "strong",
        Tag::Strike => "s",
        Tag::Superscript => "sup",
        Tag::Subscript => "sub",
        Tag::Term => "dt",
        Tag::Definition => "dd",
        Tag::Definitions => "dl",
        _ => "",
    }
}

/// Text as HTML needs it, in elements and in attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"')) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
    out
}
