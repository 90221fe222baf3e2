//! A text as its author wrote it: Markdown's structure in a flat list of nodes, each with its place in the file.
//!
//! Flat rather than a tree because every use walks it once from the front: finding names, printing HTML, taking
//! the words out. `Open` and `Close` nest properly.

use super::ids::Lang;
use super::source::{SourcePath, Span};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prose {
    pub path: SourcePathOrNone,
    /// The language that it is written in.
    pub lang: Option<Lang>,
    pub nodes: Vec<Node>,
    pub passages: Vec<Passage>,
    pub units: Vec<Unit>,
}

/// The file that a text stands in; none for a text that no file holds.
pub type SourcePathOrNone = Option<SourcePath>;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    pub kind: NodeKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum NodeKind {
    Open(Tag),
    Close(Tag),
    /// Words that can hold mentions and are printed escaped.
    Text(String),
    Code(String),
    /// Markup as the author typed it, not yet made safe.
    Html(String),
    SoftBreak,
    HardBreak,
    Rule,
    Task {
        done: bool,
    },
    FootnoteUse(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Tag {
    Paragraph,
    Heading {
        level: u8,
        id: String,
    },
    Quote,
    /// A block quote that GitHub would set off.
    Alert(Alert),
    /// A statement; its first line is in the manuscript, by its place among the statements.
    Statement(usize),
    List {
        start: Option<u64>,
    },
    Item,
    CodeBlock {
        language: String,
    },
    HtmlBlock,
    Table(Vec<Align>),
    TableHead,
    TableRow,
    TableCell,
    Emphasis,
    Strong,
    Strike,
    Superscript,
    Subscript,
    Link {
        dest: String,
        title: String,
        words: LinkWords,
    },
    Image {
        dest: String,
        title: String,
    },
    Footnote(String),
    Definitions,
    Term,
    Definition,
}

/// GitHub's alerts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Alert {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// Whose words a link's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LinkWords {
    /// The author's, as any of the text: searched for names.
    Own,
    /// Somebody's title, or words that the link itself explains: not searched.
    Quoted,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    None,
    Start,
    Center,
    End,
}

/// A stretch of text with an address of its own: `#p4`, or a heading's id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub anchor: String,
    /// Its number in the text; headings have none.
    pub number: Option<u32>,
    /// The node that opens it, which carries the anchor.
    pub node: usize,
    pub span: Span,
}

/// A run of words within one block (a paragraph, a heading, a table's cell), as one string for those who search it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// The passage that it belongs to.
    pub passage: usize,
    pub text: String,
    /// Which nodes the text is made of, in order.
    pub pieces: Vec<Piece>,
    /// What pages show otherwise than it is searched, in order; none overlaps another.
    pub edits: Vec<Edit>,
}

/// Words that are shown in the place of some of a unit's: quotation marks of its language, a space that no line breaks at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// In the unit's text.
    pub at: usize,
    pub len: usize,
    pub text: String,
}

/// A unit's text as pages show it.
pub struct Shown<'a> {
    pub text: Cow<'a, str>,
    edits: &'a [Edit],
}

impl Shown<'_> {
    /// Where a range of the unit's text is now.
    pub fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }

    fn place(&self, at: usize) -> usize {
        let before = self.edits.iter().take_while(|edit| edit.at < at);
        // Nothing that is told by its place ends inside of what is exchanged.
        before.fold(at, |now, edit| now + edit.text.len() - edit.len.min(at - edit.at))
    }
}

/// Where a text node's words begin in the unit's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    pub node: usize,
    pub at: usize,
    pub len: usize,
    /// False for words that must not be searched: code, titles and explicit names in links.
    pub searched: bool,
    /// The place in the file, and whether the file has just these bytes (no escape or entity).
    pub span: Span,
    pub verbatim: bool,
}

impl Prose {
    /// The unit that a text node's words stand in, and where they begin in its text; none for words of no unit.
    pub fn unit_of(&self, node: usize) -> Option<(&Unit, usize)> {
        let begins = |unit: &Unit| unit.pieces.first().is_none_or(|piece| piece.node <= node);
        let unit = &self.units[self.units.partition_point(begins).checked_sub(1)?];
        let at = unit.pieces.binary_search_by_key(&node, |piece| piece.node).ok()?;
        Some((unit, unit.pieces[at].at))
    }
}

impl Unit {
    /// The text as pages show it.
    pub fn shown(&self) -> Shown<'_> {
        let text = match self.edits.is_empty() {
            true => Cow::Borrowed(self.text.as_str()),
            false => Cow::Owned(self.shown_part(&(0..self.text.len()))),
        };
        Shown { text, edits: &self.edits }
    }

    /// Part of the text as pages show it.
    pub fn shown_part(&self, range: &Range<usize>) -> String {
        let mut out = String::new();
        let mut from = range.start;
        for edit in self.edits.iter().filter(|edit| range.contains(&edit.at)) {
            out.push_str(&self.text[from..edit.at]);
            out.push_str(&edit.text);
            from = edit.at + edit.len;
        }
        out.push_str(self.text.get(from..range.end).unwrap_or_default());
        out
    }

    /// The bytes of the file that hold `range` of this unit's text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        let start = self.place(range.start, false);
        let end = self.place(range.end, true);
        Span::new(start, end)
    }

    fn place(&self, at: usize, is_end: bool) -> usize {
        let after = self.pieces.partition_point(|piece| if is_end { piece.at < at } else { piece.at <= at });
        let piece = after.checked_sub(1).map(|before| &self.pieces[before]).filter(|piece| at <= piece.at + piece.len);
        match piece {
            Some(piece) if piece.verbatim => piece.span.start + (at - piece.at),
            Some(piece) if is_end => piece.span.end,
            Some(piece) => piece.span.start,
            None => self.pieces.last().map_or(0, |last| last.span.end),
        }
    }

    /// The pieces that hold `range` of this unit's text.
    pub fn pieces_in(&self, range: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let first = self.pieces.partition_point(|piece| piece.at + piece.len <= range.start);
        let end = range.end;
        self.pieces[first..].iter().take_while(move |piece| piece.at < end)
    }

    /// The nodes that hold `range` of this unit's text, each with the range of its own words.
    pub fn marks(&self, range: &Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mark = |piece: &Piece| {
            let start = range.start.max(piece.at);
            let end = range.end.min(piece.at + piece.len);
            (piece.node, start - piece.at..end - piece.at)
        };
        self.pieces_in(range).map(mark).collect()
    }
}
