//! CommonMark's only home: a text becomes nodes, numbered passages and units of words.
//!
//! Numbered are, in the text's order, what stands at its margin: paragraphs, the items of a list, quotations,
//! statements, tables. What stands inside one of these belongs to its number.

use super::html;
use super::markdown_tags::{alert, align, is_inline, link_words, plain_words};
use super::slug::Slugs;
use crate::model::manuscript::{LinkKind, LinkUse, Written};
use crate::model::prose::*;
use crate::model::reference::ReferenceKind;
use crate::model::source::Span;
use pulldown_cmark::{Event, Options, Parser, Tag as MdTag, TagEnd};
use std::ops::Range;

/// The word that makes a block quote a statement.
pub const MARKER: &str = "[!STATEMENT]";

/// A text taken apart, with what other readers of it need.
#[derive(Default)]
pub struct Text {
    pub prose: Prose,
    /// First lines of statements, without the marker: passage, words, place.
    pub statements: Vec<FirstLine>,
    /// Statements that stand inside something else, where none can stand.
    pub misplaced: Vec<Span>,
    pub links: Vec<LinkUse>,
    /// Addresses for links, `[label]: address`: lines that no page shows.
    pub definitions: Vec<Written<String>>,
    /// Ids that the author chose.
    pub ids: Vec<Written<String>>,
    /// Pictures without alternative text.
    pub silent_pictures: Vec<Written<String>>,
}

pub struct FirstLine {
    pub passage: usize,
    pub words: String,
    pub span: Span,
    /// The line below it in the same paragraph.
    pub below: Option<Written<String>>,
}

/// Reads `text`, which stands in its file at byte `offset`.
pub fn read(text: &str, offset: usize) -> Text {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_ext(text, options);
    let mut builder = Builder::new(text, offset);
    let definitions = parser.reference_definitions().iter();
    builder.out.definitions = definitions
        .map(|(label, found)| Written {
            value: label.to_owned(),
            span: Span::new(found.span.start + offset, found.span.end + offset),
        })
        .collect();
    builder.out.definitions.sort_by_key(|written| written.span);
    let events: Vec<(Event, Range<usize>)> = parser.into_offset_iter().collect();
    for (event, _) in &events {
        if let Event::Start(MdTag::Heading { id: Some(id), .. }) = event {
            builder.slugs.take(id);
        }
    }
    let mut at = 0;
    while at < events.len() {
        at = builder.event(&events, at);
    }
    builder.finish()
}

struct Builder<'a> {
    text: &'a str,
    offset: usize,
    out: Text,
    /// Tags that are open, innermost last.
    open: Vec<Tag>,
    /// The unit that words go to, until the next block begins or ends.
    unit: Option<Unit>,
    passage: Option<usize>,
    number: u32,
    slugs: Slugs,
    /// Footnotes by first use.
    footnotes: Vec<String>,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str, offset: usize) -> Self {
        Self {
            text,
            offset,
            out: Text::default(),
            open: Vec::new(),
            unit: None,
            passage: None,
            number: 0,
            slugs: Slugs::default(),
            footnotes: Vec::new(),
        }
    }

    /// Takes the event at `at`; gives the index of the next to take.
    fn event(&mut self, events: &[(Event<'a>, Range<usize>)], at: usize) -> usize {
        let (event, range) = &events[at];
        let span = Span::new(range.start + self.offset, range.end + self.offset);
        match event {
            Event::Start(tag) => return self.start(tag, events, at),
            Event::End(end) => self.end(*end, span),
            Event::Text(words) => self.words(words, span, NodeKind::Text),
            Event::Code(words) => self.words(words, span, NodeKind::Code),
            Event::Html(markup) | Event::InlineHtml(markup) => self.html(markup, span),
            Event::SoftBreak => self.line_break(NodeKind::SoftBreak, span),
            Event::HardBreak => self.line_break(NodeKind::HardBreak, span),
            Event::Rule => {
                self.unit_ends();
                self.push(NodeKind::Rule, span);
            }
            Event::TaskListMarker(done) => self.push(NodeKind::Task { done: *done }, span),
            Event::FootnoteReference(name) => {
                if !self.footnotes.iter().any(|known| **known == **name) {
                    self.footnotes.push(name.to_string());
                }
                self.push(NodeKind::FootnoteUse(name.to_string()), span);
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        at + 1
    }

    fn start(&mut self, tag: &MdTag<'a>, events: &[(Event<'a>, Range<usize>)], at: usize) -> usize {
        let range = events[at].1.clone();
        let span = Span::new(range.start + self.offset, range.end + self.offset);
        if matches!(tag, MdTag::BlockQuote(None))
            && let Some((Event::Start(MdTag::Paragraph), paragraph)) = events.get(at + 1)
            && self.text[paragraph.clone()].starts_with(MARKER)
        {
            return self.statement(events, at, span);
        }
        let tag = self.tag(tag, events, at);
        if !is_inline(&tag) {
            self.unit_ends();
        }
        self.passage_begins(&tag, span);
        self.push(NodeKind::Open(tag.clone()), span);
        self.open.push(tag);
        at + 1
    }

    /// A statement: its first line is taken out of the text, the rest stays a quotation.
    fn statement(&mut self, events: &[(Event<'a>, Range<usize>)], at: usize, span: Span) -> usize {
        let paragraph = events[at + 1].1.clone();
        let line_end = self.text[paragraph.clone()].find('\n').map_or(paragraph.end, |end| paragraph.start + end);
        let after = &self.text[paragraph.start + MARKER.len()..line_end];
        let words_start = line_end - after.trim_start().len();
        let line = Span::new(words_start + self.offset, line_end + self.offset);
        self.unit_ends();
        let tag = if self.open.is_empty() {
            let tag = Tag::Statement(self.out.statements.len());
            self.passage_begins(&tag, span);
            let words = self.text[words_start..line_end].to_owned();
            let passage = self.passage.unwrap_or_default();
            let below = self.line_below(line_end..paragraph.end);
            self.out.statements.push(FirstLine { passage, words, span: line, below });
            tag
        } else {
            self.out.misplaced.push(Span::new(paragraph.start + self.offset, line_end + self.offset));
            Tag::Quote
        };
        self.push(NodeKind::Open(tag.clone()), span);
        self.open.push(tag);
        let mut next = at + 2;
        while next < events.len() && events[next].1.start <= line_end && events[next].0 != Event::End(TagEnd::Paragraph)
        {
            next += 1;
        }
        if matches!(events.get(next), Some((Event::End(TagEnd::Paragraph), _))) {
            return next + 1;
        }
        self.push(NodeKind::Open(Tag::Paragraph), span);
        self.open.push(Tag::Paragraph);
        next
    }

    /// The first line of what is left of a paragraph in a quotation, without the quotation's signs.
    fn line_below(&self, rest: Range<usize>) -> Option<Written<String>> {
        let line = self.text[rest.clone()].lines().nth(1)?;
        let words = line.trim_start_matches([' ', '\t', '>']);
        let start = rest.start + 1 + line.len() - words.len() + self.offset;
        let words = words.trim_end();
        let span = Span::new(start, start + words.len());
        (!words.is_empty()).then(|| Written { value: words.to_owned(), span })
    }

    fn end(&mut self, end: TagEnd, span: Span) {
        let Some(tag) = self.open.pop() else { return };
        let inline = is_inline(&tag);
        if !inline {
            self.unit_ends();
        }
        self.push(NodeKind::Close(tag), span);
        if !inline && self.open.is_empty() || end == TagEnd::Item && self.open.len() == 1 {
            self.passage = None;
        }
    }

    /// Our tag for the parser's; explicit ids, links and pictures are noted on the way.
    fn tag(&mut self, tag: &MdTag, events: &[(Event, Range<usize>)], at: usize) -> Tag {
        let range = &events[at].1;
        match tag {
            MdTag::Paragraph => Tag::Paragraph,
            MdTag::Heading { level, id, .. } => {
                let words = plain_words(events, at);
                let id = self.heading_id(id.as_deref(), &words, range);
                Tag::Heading { level: *level as u8, id }
            }
            MdTag::BlockQuote(None) => Tag::Quote,
            MdTag::BlockQuote(Some(kind)) => Tag::Alert(alert(*kind)),
            MdTag::CodeBlock(pulldown_cmark::CodeBlockKind::Fenced(info)) => {
                let language = info.split([' ', ',']).next().unwrap_or_default().to_owned();
                Tag::CodeBlock { language }
            }
            MdTag::CodeBlock(_) => Tag::CodeBlock { language: String::new() },
            MdTag::HtmlBlock => Tag::HtmlBlock,
            MdTag::List(start) => Tag::List { start: *start },
            MdTag::Item => Tag::Item,
            MdTag::FootnoteDefinition(name) => Tag::Footnote(name.to_string()),
            MdTag::DefinitionList => Tag::Definitions,
            MdTag::DefinitionListTitle => Tag::Term,
            MdTag::DefinitionListDefinition => Tag::Definition,
            MdTag::Table(aligns) => Tag::Table(aligns.iter().map(|a| align(*a)).collect()),
            MdTag::TableHead => Tag::TableHead,
            MdTag::TableRow => Tag::TableRow,
            MdTag::TableCell => Tag::TableCell,
            MdTag::Strong => Tag::Strong,
            MdTag::Strikethrough => Tag::Strike,
            MdTag::Superscript => Tag::Superscript,
            MdTag::Subscript => Tag::Subscript,
            MdTag::Link { dest_url, title, .. } => {
                self.link(dest_url, range, LinkKind::Page);
                let words = link_words(dest_url, &plain_words(events, at));
                Tag::Link { dest: dest_url.to_string(), title: title.to_string(), words }
            }
            MdTag::Image { dest_url, title, .. } => {
                self.link(dest_url, range, LinkKind::Picture);
                if plain_words(events, at).trim().is_empty() {
                    let span = self.destination(dest_url, range);
                    self.out.silent_pictures.push(Written { value: dest_url.to_string(), span });
                }
                Tag::Image { dest: dest_url.to_string(), title: title.to_string() }
            }
            MdTag::Emphasis | MdTag::MetadataBlock(_) => Tag::Emphasis,
        }
    }

    fn link(&mut self, dest: &str, range: &Range<usize>, kind: LinkKind) {
        let span = self.destination(dest, range);
        self.out.links.push(LinkUse { dest: dest.to_owned(), span, kind });
    }

    /// Where the destination itself stands inside the link, if it can be seen there.
    fn destination(&self, dest: &str, range: &Range<usize>) -> Span {
        let source = &self.text[range.clone()];
        let place = source.rfind(dest).filter(|_| !dest.is_empty());
        let start = place.map_or(range.start, |at| range.start + at);
        let end = place.map_or(range.end, |at| range.start + at + dest.len());
        Span::new(start + self.offset, end + self.offset)
    }

    /// The author's own id, or one made of the words.
    fn heading_id(&mut self, explicit: Option<&str>, words: &str, range: &Range<usize>) -> String {
        if let Some(id) = explicit {
            let span = self.destination(id, range);
            self.out.ids.push(Written { value: id.to_owned(), span });
            return id.to_owned();
        }
        self.slugs.of(words)
    }

    /// Gives an address to what stands at the text's margin.
    fn passage_begins(&mut self, tag: &Tag, span: Span) {
        let at_margin = self.open.is_empty();
        let item = matches!(tag, Tag::Item) && self.open.len() == 1 && matches!(self.open[0], Tag::List { .. });
        let numbered = at_margin
            && matches!(
                tag,
                Tag::Paragraph | Tag::Quote | Tag::Alert(_) | Tag::Statement(_) | Tag::Table(_) | Tag::Definitions
            );
        let anchor = match tag {
            Tag::Heading { id, .. } if at_margin => id.clone(),
            Tag::Footnote(name) if at_margin => name.clone(),
            _ if numbered || item => {
                self.number += 1;
                format!("p{}", self.number)
            }
            _ => return,
        };
        let number = (numbered || item).then_some(self.number);
        self.passage = Some(self.out.prose.passages.len());
        self.out.prose.passages.push(Passage { anchor, number, node: self.out.prose.nodes.len(), span });
    }

    fn words(&mut self, words: &str, span: Span, kind: fn(String) -> NodeKind) {
        let node = kind(words.to_owned());
        let in_picture = self.open.iter().any(|tag| matches!(tag, Tag::Image { .. }));
        let in_block = self.open.iter().any(|tag| matches!(tag, Tag::CodeBlock { .. } | Tag::HtmlBlock));
        if !in_picture && !in_block {
            let quoted = self.open.iter().any(|tag| matches!(tag, Tag::Link { words: LinkWords::Quoted, .. }));
            let searched = !quoted && matches!(node, NodeKind::Text(_));
            self.piece(words, span, searched);
        }
        self.push(node, span);
    }

    fn line_break(&mut self, kind: NodeKind, span: Span) {
        if self.unit.is_some() {
            self.piece(" ", span, true);
        }
        self.push(kind, span);
    }

    /// Adds words to the unit, for the node that is about to be pushed.
    fn piece(&mut self, words: &str, span: Span, searched: bool) {
        let Some(passage) = self.passage else { return };
        let unit = self.unit.get_or_insert_with(|| Unit {
            passage,
            text: String::new(),
            pieces: Vec::new(),
            edits: Vec::new(),
        });
        let source = &self.text[span.start - self.offset..span.end - self.offset];
        unit.pieces.push(Piece {
            node: self.out.prose.nodes.len(),
            at: unit.text.len(),
            len: words.len(),
            searched,
            span,
            verbatim: source == words,
        });
        unit.text.push_str(words);
    }

    fn html(&mut self, markup: &str, span: Span) {
        for found in html::references(markup) {
            let place = found.span.shifted(span.start);
            match found.kind {
                ReferenceKind::Id => self.out.ids.push(Written { value: found.value.into_owned(), span: place }),
                ReferenceKind::Page => {
                    self.out.links.push(LinkUse { dest: found.value.into_owned(), span: place, kind: LinkKind::Page });
                }
                ReferenceKind::Picture => {
                    self.out.links.push(LinkUse {
                        dest: found.value.into_owned(),
                        span: place,
                        kind: LinkKind::Picture,
                    });
                }
                ReferenceKind::SilentPicture => {
                    self.out.silent_pictures.push(Written { value: found.value.into_owned(), span: place });
                }
            }
        }
        self.push(NodeKind::Html(markup.to_owned()), span);
    }

    fn push(&mut self, kind: NodeKind, span: Span) {
        self.out.prose.nodes.push(Node { kind, span });
    }

    fn unit_ends(&mut self) {
        if let Some(unit) = self.unit.take() {
            self.out.prose.units.push(unit);
        }
    }

    /// Footnotes get their addresses at the end, when it is known which is used first.
    fn finish(mut self) -> Text {
        self.unit_ends();
        for passage in self.out.prose.passages.iter_mut().filter(|passage| passage.number.is_none()) {
            if let NodeKind::Open(Tag::Footnote(name)) = &self.out.prose.nodes[passage.node].kind {
                let used = self.footnotes.iter().position(|known| known == name);
                passage.anchor = used.map_or_else(String::new, |at| format!("fn-{}", at + 1));
            }
        }
        self.out
    }
}
