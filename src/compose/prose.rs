//! Markdown's structure as HTML: escaped, numbered, linked. Safe by construction; what authors typed as HTML goes
//! through a sanitiser.

use super::markup::{escape, name_of};
use super::spoken::Spoken;
use crate::model::page::LinkedProse;
use crate::model::prose::*;
use crate::model::view::Html;
use std::collections::BTreeMap;
use std::ops::Range;

/// Whether a text's passages carry their numbers and anchors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// Reports: `id="p4"` and a permalink at each passage.
    Shown,
    /// Other pages: headings keep their ids, nothing is numbered.
    Headings,
    /// Parts of a draft, which may stand on one page many times over: no ids at all.
    None,
}

/// A piece of a text: markup, or a statement's place among the text's statements, its passage and its words.
pub enum Part {
    Markup(Html),
    Statement { statement: usize, passage: usize, body: Html },
}

/// A whole text, cut where statements stand.
pub fn parts(text: &LinkedProse, numbers: Numbers) -> Vec<Part> {
    let prose = &text.prose;
    let notes = note_numbers(prose);
    // What stands inside a statement has the statement's number and none of its own.
    let inner = if numbers == Numbers::Shown { Numbers::Headings } else { numbers };
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < prose.nodes.len() {
        let NodeKind::Open(Tag::Statement(statement)) = prose.nodes[at].kind else {
            at += 1;
            continue;
        };
        let close = NodeKind::Close(Tag::Statement(statement));
        let end = (at..prose.nodes.len()).find(|i| prose.nodes[*i].kind == close).unwrap_or(prose.nodes.len());
        parts.push(Part::Markup(html(text, start..at, numbers, &notes)));
        let passage = prose.passages.binary_search_by_key(&at, |passage| passage.node).unwrap_or_default();
        parts.push(Part::Statement { statement, passage, body: html(text, at + 1..end, inner, &notes) });
        at = end + 1;
        start = at;
    }
    parts.push(Part::Markup(html(text, start..prose.nodes.len(), numbers, &notes)));
    let list = footnotes(text, numbers, &notes);
    if !list.0.is_empty() {
        parts.push(Part::Markup(list));
    }
    parts
}

/// A whole text without statements, or with statements as plain quotations.
pub fn whole(text: &LinkedProse, numbers: Numbers) -> Html {
    let notes = note_numbers(&text.prose);
    let mut out = html(text, 0..text.prose.nodes.len(), numbers, &notes);
    out.0.push_str(&footnotes(text, numbers, &notes).0);
    out
}

/// Some nodes of a text, without the first `skip` bytes of its words.
pub fn excerpt(text: &LinkedProse, nodes: &[Range<usize>], skip: usize) -> Html {
    let mut out = String::new();
    for (at, range) in nodes.iter().enumerate() {
        let bare = !matches!(
            text.prose.nodes.get(range.start).map(|node| &node.kind),
            Some(NodeKind::Open(tag)) if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Strike)
        );
        let notes = NoteNumbers::new();
        let mut writer = Writer::new(text, Numbers::None, &notes);
        writer.skip = if at == 0 { skip } else { 0 };
        writer.nodes(range.clone());
        let words = writer.finish();
        if bare {
            out.push_str(&format!("<p>{}</p>\n", words.trim_end()));
        } else {
            out.push_str(&words);
        }
    }
    Html(out)
}

fn html(text: &LinkedProse, range: Range<usize>, numbers: Numbers, notes: &NoteNumbers) -> Html {
    let mut writer = Writer::new(text, numbers, notes);
    writer.nodes(range);
    Html(writer.finish())
}

/// The footnotes in the order of their first use, with a way back to each.
fn footnotes(text: &LinkedProse, numbers: Numbers, uses: &NoteNumbers) -> Html {
    let prose = &text.prose;
    let mut notes: BTreeMap<usize, String> = BTreeMap::new();
    for (at, node) in prose.nodes.iter().enumerate() {
        let NodeKind::Open(Tag::Footnote(name)) = &node.kind else { continue };
        let Some((number, _)) = uses.get(name.as_str()) else { continue };
        let close = NodeKind::Close(Tag::Footnote(name.clone()));
        let end = (at..prose.nodes.len()).find(|i| prose.nodes[*i].kind == close).unwrap_or(prose.nodes.len());
        let inner = if numbers == Numbers::Shown { Numbers::Headings } else { numbers };
        let mut writer = Writer::new(text, inner, uses);
        writer.nodes(at + 1..end);
        let mut words = writer.finish();
        let back = Spoken::of(prose).back;
        let back =
            format!(" <a class=\"back\" href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"{back}\">↩</a>");
        let place = words.rfind("</p>").unwrap_or(words.len());
        words.insert_str(place, &back);
        notes.insert(*number, format!("<li id=\"fn-{number}\">{words}</li>\n"));
    }
    if notes.is_empty() || numbers == Numbers::None {
        return Html::default();
    }
    let items: String = notes.into_values().collect();
    let name = Spoken::of(prose).footnotes;
    Html(format!(
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{name}\"><ol>\n{items}</ol></section>\n"
    ))
}

/// Each footnote's number, by first use, and the node that uses it first.
type NoteNumbers<'a> = BTreeMap<&'a str, (usize, usize)>;

fn note_numbers(prose: &Prose) -> NoteNumbers<'_> {
    let mut numbers = NoteNumbers::new();
    for (at, node) in prose.nodes.iter().enumerate() {
        if let NodeKind::FootnoteUse(name) = &node.kind {
            let next = numbers.len() + 1;
            numbers.entry(name.as_str()).or_insert((next, at));
        }
    }
    numbers
}

struct Writer<'a> {
    text: &'a LinkedProse,
    numbers: Numbers,
    notes: &'a NoteNumbers<'a>,
    out: String,
    /// Bytes of the next text node not to print.
    skip: usize,
    raw: bool,
    aligns: Vec<Align>,
    cell: usize,
    in_head: bool,
    in_link: bool,
}

impl<'a> Writer<'a> {
    fn new(text: &'a LinkedProse, numbers: Numbers, notes: &'a NoteNumbers<'a>) -> Self {
        Self {
            text,
            numbers,
            notes,
            out: String::new(),
            skip: 0,
            raw: false,
            aligns: Vec::new(),
            cell: 0,
            in_head: false,
            in_link: false,
        }
    }

    fn finish(self) -> String {
        if self.raw { super::sanitise::sanitise(&self.out, &self.text.destinations) } else { self.out }
    }

    fn nodes(&mut self, range: Range<usize>) {
        let nodes = &self.text.prose.nodes;
        let mut at = range.start;
        while at < range.end {
            match &nodes[at].kind {
                NodeKind::Open(tag @ (Tag::Footnote(_) | Tag::Image { .. })) => {
                    let close = NodeKind::Close(tag.clone());
                    let end = (at..range.end).find(|i| nodes[*i].kind == close).unwrap_or(range.end);
                    if let Tag::Image { dest, title } = tag {
                        self.picture(dest, title, at + 1..end);
                    }
                    at = end;
                }
                NodeKind::Open(tag) => self.open(tag, at),
                NodeKind::Close(tag) => self.close(tag),
                NodeKind::Text(words) => self.words(words, at),
                NodeKind::Code(words) => self.element("code", words),
                NodeKind::Html(markup) => {
                    self.raw = true;
                    self.out.push_str(markup);
                }
                NodeKind::SoftBreak => self.out.push('\n'),
                NodeKind::HardBreak => self.out.push_str("<br>\n"),
                NodeKind::Rule => self.out.push_str("<hr>\n"),
                NodeKind::Task { done } => {
                    let spoken = Spoken::of(&self.text.prose);
                    let (sign, name) = if *done { ("☑", spoken.done) } else { ("☐", spoken.to_do) };
                    let task = format!("<span class=\"task\" role=\"img\" aria-label=\"{name}\">{sign}</span> ");
                    self.out.push_str(&task);
                }
                NodeKind::FootnoteUse(name) => self.note(name, at),
            }
            at += 1;
        }
    }

    fn open(&mut self, tag: &Tag, at: usize) {
        let id = self.id(at);
        let number = self.permalink(at);
        match tag {
            Tag::Paragraph => self.out.push_str(&format!("<p{id}>{number}")),
            Tag::Heading { level, .. } => self.out.push_str(&format!("<h{}{id}>", level.max(&2))),
            Tag::Quote | Tag::Statement(_) => self.out.push_str(&format!("<blockquote{id}>{number}\n")),
            Tag::Alert(kind) => {
                self.out.push_str(&format!("<aside class=\"alert alert-{}\"{id}>{number}\n", kind.as_str()))
            }
            Tag::List { start: None } => self.out.push_str("<ul>\n"),
            Tag::List { start: Some(1) } => self.out.push_str("<ol>\n"),
            Tag::List { start: Some(start) } => self.out.push_str(&format!("<ol start=\"{start}\">\n")),
            Tag::Item => self.out.push_str(&format!("<li{id}>{number}")),
            Tag::CodeBlock { language } if language.is_empty() => self.out.push_str("<pre><code>"),
            Tag::CodeBlock { language } => {
                self.out.push_str(&format!("<pre><code class=\"language-{}\">", escape(language)));
            }
            Tag::Table(aligns) => {
                self.aligns.clone_from(aligns);
                let name = escape(&Spoken::of(&self.text.prose).table(&self.text.prose, at));
                let region = format!("tabindex=\"0\" role=\"region\" aria-label=\"{name}\"");
                self.out.push_str(&format!("<div class=\"table\"{id} {region}>{number}<table>\n"));
            }
            Tag::TableHead => {
                self.in_head = true;
                self.cell = 0;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.out.push_str("<tr>");
            }
            Tag::TableCell => self.cell_opens(),
            Tag::Link { dest, title, .. } => {
                self.in_link = true;
                self.link(dest, title);
            }
            Tag::Definitions => self.out.push_str(&format!("<dl{id}>\n")),
            _ => {
                let name = name_of(tag);
                if !name.is_empty() {
                    self.out.push_str(&format!("<{name}>"));
                }
            }
        }
    }

    fn close(&mut self, tag: &Tag) {
        let end = match tag {
            Tag::Paragraph => "</p>\n",
            Tag::Heading { level, .. } => {
                self.out.push_str(&format!("</h{}>\n", level.max(&2)));
                return;
            }
            Tag::Quote | Tag::Statement(_) => "</blockquote>\n",
            Tag::Alert(_) => "</aside>\n",
            Tag::List { start: None } => "</ul>\n",
            Tag::List { .. } => "</ol>\n",
            Tag::Item => "</li>\n",
            Tag::CodeBlock { .. } => "</code></pre>\n",
            Tag::Table(_) => "</tbody></table></div>\n",
            Tag::TableHead => {
                self.in_head = false;
                "</tr></thead>\n<tbody>\n"
            }
            Tag::TableRow => "</tr>\n",
            Tag::TableCell if self.in_head => "</th>",
            Tag::TableCell => "</td>",
            Tag::Link { dest, .. } => {
                self.in_link = false;
                if self.is_link(dest) { "</a>" } else { "" }
            }
            Tag::Image { .. } | Tag::HtmlBlock | Tag::Footnote(_) => "",
            _ => {
                self.out.push_str(&format!("</{}>", name_of(tag)));
                return;
            }
        };
        self.out.push_str(end);
    }

    fn cell_opens(&mut self) {
        let class = match self.aligns.get(self.cell) {
            Some(Align::Center) => " class=\"center\"",
            Some(Align::End) => " class=\"end\"",
            _ => "",
        };
        self.cell += 1;
        let name = if self.in_head { "th scope=\"col\"" } else { "td" };
        self.out.push_str(&format!("<{name}{class}>"));
    }

    /// Words with their mentions as links.
    fn words(&mut self, words: &str, at: usize) {
        let shown = |range: Range<usize>| match self.text.prose.unit_of(at) {
            Some((unit, start)) if !unit.edits.is_empty() => {
                escape(&unit.shown_part(&(start + range.start..start + range.end)))
            }
            _ => escape(&words[range]),
        };
        let skip = std::mem::take(&mut self.skip).min(words.len());
        let mut from = skip;
        let marks = self.text.marks.get(&at).map_or(&[][..], Vec::as_slice);
        for mark in marks.iter().filter(|mark| mark.range.start >= skip && mark.range.end <= words.len()) {
            self.out.push_str(&shown(from..mark.range.start));
            let inside = shown(mark.range.clone());
            let title = mark.title.as_ref().map_or_else(String::new, |full| format!(" title=\"{}\"", escape(full)));
            // A link can't stand in a link.
            let marked = match self.in_link {
                true => format!("<span class=\"m {}\">{inside}</span>", mark.class),
                false => {
                    format!("<a class=\"m {}\" href=\"{}\"{title}>{inside}</a>", mark.class, escape(&mark.href))
                }
            };
            self.out.push_str(&marked);
            from = mark.range.end;
        }
        self.out.push_str(&shown(from..words.len()));
    }

    fn element(&mut self, name: &str, words: &str) {
        self.out.push_str(&format!("<{name}>{}</{name}>", escape(words)));
    }

    /// A link is one when its destination is known to be safe; otherwise its words stand alone.
    fn is_link(&self, dest: &str) -> bool {
        self.text.destinations.contains_key(dest)
    }

    fn link(&mut self, dest: &str, title: &str) {
        let Some(href) = self.text.destinations.get(dest) else { return };
        let class = match dest.split_once(':').map(|(scheme, _)| scheme) {
            Some("country") => " class=\"m m-country\"",
            Some("clause") => " class=\"m m-clause\"",
            _ => "",
        };
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
        self.out.push_str(&format!("<a{class} href=\"{}\"{title}>", escape(href)));
    }

    fn picture(&mut self, dest: &str, title: &str, words: Range<usize>) {
        let alt: String = self.text.prose.nodes[words]
            .iter()
            .filter_map(|node| match &node.kind {
                NodeKind::Text(text) | NodeKind::Code(text) => Some(text.as_str()),
                NodeKind::SoftBreak => Some(" "),
                _ => None,
            })
            .collect();
        let Some(src) = self.text.destinations.get(dest) else { return self.out.push_str(&escape(&alt)) };
        let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
        let image = format!("<img src=\"{}\" alt=\"{}\"{title} loading=\"lazy\">", escape(src), escape(&alt));
        self.out.push_str(&image);
    }

    fn note(&mut self, name: &str, at: usize) {
        let Some((number, first)) = self.notes.get(name).filter(|_| self.numbers != Numbers::None) else { return };
        let id = if *first == at { format!(" id=\"fnref-{number}\"") } else { String::new() };
        self.out.push_str(&format!(
            "<sup class=\"fn\"><a{id} href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    fn passage(&self, at: usize) -> Option<&Passage> {
        let passages = &self.text.prose.passages;
        passages.binary_search_by_key(&at, |passage| passage.node).ok().map(|found| &passages[found])
    }

    fn id(&self, at: usize) -> String {
        let wanted = |passage: &&Passage| match self.numbers {
            Numbers::Shown => true,
            Numbers::Headings => passage.number.is_none(),
            Numbers::None => false,
        };
        self.passage(at)
            .filter(wanted)
            .map_or_else(String::new, |passage| format!(" id=\"{}\"", escape(&passage.anchor)))
    }

    fn permalink(&self, at: usize) -> String {
        let number = self.passage(at).and_then(|passage| passage.number).filter(|_| self.numbers == Numbers::Shown);
        number.map_or_else(String::new, |number| format!("<a class=\"pn\" href=\"#p{number}\">{number}</a>"))
    }
}
