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
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
