//! The parser's tags and words as ours.

use crate::model::prose::{Alert, Align, LinkWords, Tag};
use pulldown_cmark::{BlockQuoteKind, Event};
use std::ops::Range;

/// Whether a tag stands within a block's words.
pub fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strike
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

pub fn alert(kind: BlockQuoteKind) -> Alert {
    match kind {
        BlockQuoteKind::Note => Alert::Note,
        BlockQuoteKind::Tip => Alert::Tip,
        BlockQuoteKind::Important => Alert::Important,
        BlockQuoteKind::Warning => Alert::Warning,
        BlockQuoteKind::Caution => Alert::Caution,
    }
}

pub fn align(align: pulldown_cmark::Alignment) -> Align {
    match align {
        pulldown_cmark::Alignment::None => Align::None,
        pulldown_cmark::Alignment::Left => Align::Start,
        pulldown_cmark::Alignment::Center => Align::Center,
        pulldown_cmark::Alignment::Right => Align::End,
    }
}

/// The words between the start at `at` and its end, markup left out.
pub fn plain_words(events: &[(Event, Range<usize>)], at: usize) -> String {
    let mut depth = 0;
    let mut words = String::new();
    for (event, _) in &events[at..] {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    words
}

/// A link to another site whose text is in quotation marks, or long, has somebody's title for its text.
pub fn link_words(dest: &str, words: &str) -> LinkWords {
    let scheme = dest.split_once(':').map_or("", |(scheme, _)| scheme);
    let in_marks = words.trim_start().starts_with(['“', '”', '"', '«', '„', '‘', '「', '《']);
    match scheme {
        "country" | "clause" => LinkWords::Quoted,
        _ if in_marks => LinkWords::Quoted,
        "http" | "https" if words.split_whitespace().nth(TITLE - 1).is_some() => LinkWords::Quoted,
        _ => LinkWords::Own,
    }
}

/// A link's text of so many words is a title.
const TITLE: usize = 6;
