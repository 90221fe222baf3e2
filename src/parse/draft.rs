//! A draft's clauses: its headings, numbered paragraphs, lettered and roman items, with Akoma Ntoso eIds.
//!
//! An article's heading is `## Article 6. Prohibitions`; its numbered paragraphs are an ordered list; `(a)` and `(i)`
//! begin paragraphs of their own. A preamble without numbers has its paragraphs counted from 1, and so are headings
//! without a number. Articles keep their number as they stand, whatever chapter they are in, for it is by that number
//! alone that people cite them; in an annex they begin anew.

use super::citation::{self, Label, is_preambular, label, roman};
use super::unsettled;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::ids::Eid;
use crate::model::instrument::{Clause, ClausePlaces, Draft, Unsettled};
use crate::model::manuscript::{DraftMatter, Manuscript};
use crate::model::prose::{NodeKind, Prose, Tag};
use crate::model::source::{SourcePath, Span};
use std::ops::Range;
use std::sync::Arc;

/// Takes the clauses from a draft's manuscript; `file` is the whole file's text.
pub fn draft(manuscript: &Manuscript, matter: &DraftMatter, file: &str) -> Outcome<Draft> {
    let prose = &manuscript.prose;
    let mut reader = Reader {
        path: &manuscript.path,
        prose,
        file,
        clauses: Vec::new(),
        head: None,
        sections: 0,
        findings: Vec::new(),
    };
    let blocks = siblings(prose, 0..prose.nodes.len());
    let intro_end =
        blocks.iter().position(|block| reader.begins_clause(block)).map_or(prose.nodes.len(), |at| blocks[at].start);
    for block in blocks.into_iter().filter(|block| block.start >= intro_end) {
        reader.block(block);
    }
    let mut findings = reader.duplicates();
    let mut draft = Draft {
        instrument: matter.instrument.clone(),
        path: manuscript.path.clone(),
        date: matter.date,
        lang: manuscript.lang.clone(),
        title: matter.title.clone(),
        note: matter.note.clone(),
        prose: Arc::new(prose.clone()),
        intro: 0..intro_end,
        clauses: reader.clauses,
        outside: Unsettled::default(),
        places: ClausePlaces::default(),
    };
    draft.find_places();
    findings.extend(unsettled::count(&mut draft));
    Outcome::new(draft, findings)
}

struct Reader<'a> {
    path: &'a SourcePath,
    prose: &'a Prose,
    file: &'a str,
    clauses: Vec<Clause>,
    /// The article, preamble or section that numbered paragraphs belong to.
    head: Option<Eid>,
    /// Headings without a number so far.
    sections: u32,
    findings: Vec<Diagnostic>,
}

/// What is printed at a clause's beginning, and the node that it begins with.
struct Name {
    number: Option<String>,
    heading: Option<String>,
    at: usize,
}

impl Name {
    fn numbered(number: String, at: usize) -> Self {
        Self { number: Some(number), heading: None, at }
    }
}

impl Reader<'_> {
    fn begins_clause(&self, block: &Range<usize>) -> bool {
        matches!(
            &self.prose.nodes[block.start].kind,
            NodeKind::Open(Tag::Heading { .. } | Tag::List { start: Some(_) })
        )
    }

    fn block(&mut self, block: Range<usize>) {
        match &self.prose.nodes[block.start].kind {
            NodeKind::Open(Tag::Heading { .. }) => self.heading(block),
            NodeKind::Open(Tag::List { start: Some(_) }) => {
                for item in siblings(self.prose, block.start + 1..block.end - 1) {
                    self.item(item);
                }
            }
            NodeKind::Open(Tag::Paragraph) => self.paragraph(block),
            _ => self.own_text(block),
        }
    }

    fn heading(&mut self, block: Range<usize>) {
        let words = self.words(&block);
        // A whole heading may be in brackets: "[Article 5. Registration]".
        let inner =
            words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|rest| !rest.contains(['[', ']']));
        let (reference, number, title) = self.name_heading(inner.unwrap_or(&words));
        let title = if inner.is_some() { title.map(|title| format!("[{title}]")) } else { title };
        let annex = self.head.as_ref().and_then(|head| {
            let part = head.as_str().split("__").next()?;
            (part.starts_with("annex_") && reference == "art").then(|| Eid::read(part)).flatten()
        });
        let eid = match annex {
            Some(annex) => annex.child(reference, &number),
            None => Eid::top(reference, &number),
        };
        // A preamble has no number, nor has a heading that was only counted.
        let counted = reference == "sec" && title.as_deref() == Some(words.as_str());
        let printed = (reference != "recs" && !counted).then(|| number.clone());
        self.head = Some(eid.clone());
        let name = Name { number: printed, heading: title, at: block.start };
        self.add(eid, name, (block.start..block.start, 0));
    }

    /// What kind of clause a heading opens, its number and its title.
    fn name_heading(&mut self, words: &str) -> (&'static str, String, Option<String>) {
        let title = |rest: &str| {
            let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ".:–—-".contains(c)).trim();
            (!rest.is_empty()).then(|| rest.to_owned())
        };
        let mut parts = words.splitn(2, char::is_whitespace);
        let first = parts.next().unwrap_or_default();
        let rest = parts.next().unwrap_or_default();
        if is_preambular(first.trim_end_matches('.')) {
            return ("recs", "1".to_owned(), Some(words.to_owned()));
        }
        let reference = match label(first.trim_end_matches('.')) {
            Some((Label::Article, _)) => Some("art"),
            Some((Label::Annex, _)) => Some("annex"),
            Some((Label::Chapter, _)) => Some("chp"),
            Some((Label::Section, _)) => Some("sec"),
            Some((Label::Schedule, _)) => Some("schedule"),
            Some((Label::Rule, _)) => Some("rule"),
            _ => match first.to_lowercase().as_str() {
                "глава" | "الفصل" => Some("chp"),
                "part" => Some("sec"),
                _ => None,
            },
        };
        let number: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
        let numbered =
            number.starts_with(|c: char| c.is_ascii_digit()) || roman(&number).is_some() || number.len() == 1;
        if let Some(reference) = reference.filter(|_| numbered) {
            let after = &rest[number.len()..];
            let insertion = after.split_whitespace().next().unwrap_or_default().trim_end_matches(['.', ':']);
            if citation::is_insertion(insertion) {
                let end = after.find(insertion).map_or(0, |at| at + insertion.len());
                return (reference, format!("{number}{insertion}"), title(&after[end..]));
            }
            return (reference, number, title(after));
        }
        self.sections += 1;
        ("sec", self.sections.to_string(), Some(words.to_owned()))
    }

    /// An item of an ordered list: a numbered paragraph, or a recital.
    fn item(&mut self, item: Range<usize>) {
        let span = self.prose.nodes[item.start].span;
        let typed: String = self.file[span.start..].chars().take_while(char::is_ascii_digit).collect();
        let number = typed.trim_start_matches('0').to_owned();
        let reference = if self.in_preamble() { "rec" } else { "para" };
        let eid = match &self.head {
            Some(head) => head.child(reference, &number),
            None => Eid::top(reference, &number),
        };
        let inside = siblings(self.prose, item.start + 1..item.end - 1);
        let mut own = item.start + 1..item.start + 1;
        let mut rest = inside.as_slice();
        // A tight item holds its words bare, a loose one a paragraph.
        while let Some(first) = rest.first() {
            let starts_block = matches!(&self.prose.nodes[first.start].kind, NodeKind::Open(tag) if is_block(tag));
            if starts_block && (own.end > own.start || self.lettered(first).is_some()) {
                break;
            }
            own.end = first.end;
            rest = &rest[1..];
            if starts_block {
                break;
            }
        }
        self.add(eid.clone(), Name::numbered(number, item.start), (own, 0));
        for block in rest {
            match &self.prose.nodes[block.start].kind {
                NodeKind::Open(Tag::Paragraph) => self.inner(&eid, block.clone()),
                _ => self.own_text(block.clone()),
            }
        }
    }

    /// A paragraph at the margin: lettered, a counted recital, or more of the article's own text.
    fn paragraph(&mut self, block: Range<usize>) {
        let head = self.head.clone();
        match head {
            Some(head) if self.lettered(&block).is_some() => self.inner(&head, block),
            Some(head) if self.in_preamble() && !self.preamble_is_numbered(block.start) => {
                let count = self.clauses.iter().filter(|clause| clause.eid.parent().as_ref() == Some(&head)).count();
                let eid = head.child("rec", &(count + 1).to_string());
                let name = Name { number: None, heading: None, at: block.start };
                self.add(eid, name, (block, 0));
            }
            Some(head) => {
                if let Some(clause) = self.clauses.iter_mut().find(|clause| clause.eid == head) {
                    clause.nodes.push(block);
                }
            }
            None => {}
        }
    }

    /// A paragraph inside `outer`: a lettered or roman part of it, or more of its text.
    fn inner(&mut self, outer: &Eid, block: Range<usize>) {
        let Some((number, skip)) = self.lettered(&block) else { return self.own_text(block) };
        let parent_and_name = self.level_of(outer, &number);
        let Some((parent, reference)) = parent_and_name else {
            let span = self.prose.nodes[block.start].span;
            self.findings.push(diag::broken_numbering(
                (self.path, span),
                &number,
                "where nothing above it is numbered",
            ));
            return;
        };
        let eid = parent.child(reference, &number.replace(' ', ""));
        self.add(eid, Name::numbered(format!("({number})"), block.start), (block, skip));
    }

    /// Under which clause `(number)` stands, and as what: letters under paragraphs, roman items under letters.
    fn level_of(&self, outer: &Eid, number: &str) -> Option<(Eid, &'static str)> {
        if number.starts_with(|c: char| c.is_ascii_digit()) {
            let inside_paragraph = outer.as_str().contains("__para_");
            return Some((outer.clone(), if inside_paragraph { "subpara" } else { "para" }));
        }
        let below = |eid: &Eid| eid.as_str().starts_with(&format!("{outer}__"));
        let last = self.clauses.iter().rev().map(|clause| &clause.eid).find(|eid| below(eid));
        let Some(last) = last else { return Some((outer.clone(), "subpara")) };
        let (name, previous) = last.parts().last()?;
        let follows_roman = roman(number).is_some() && roman(number) == roman(previous).map(|value| value + 1);
        let follows_letter =
            |letter: &str| letter.bytes().next().map(|b| b + 1) == number.bytes().next() && number.len() == 1;
        match name {
            "point" if follows_roman => Some((last.parent()?, "point")),
            "point" => Some((last.parent()?.parent()?, "subpara")),
            "subpara" if follows_letter(previous) => Some((last.parent()?, "subpara")),
            "subpara" if roman(number) == Some(1) => Some((last.clone(), "point")),
            "subpara" => Some((last.parent()?, "subpara")),
            "para" => Some((last.clone(), "subpara")),
            _ => None,
        }
    }

    /// The `(a)` that a paragraph's words begin with, and how many bytes it takes with the space behind it.
    fn lettered(&self, block: &Range<usize>) -> Option<(String, usize)> {
        let NodeKind::Text(text) = &self.prose.nodes.get(block.start + 1)?.kind else { return None };
        // "a)" without the first bracket is a small letter alone: "I)" may begin a sentence's number.
        let inside = text.strip_prefix('(').or_else(|| {
            let letter = text.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
            (letter && text.as_bytes().get(1) == Some(&b')')).then_some(text.as_str())
        })?;
        let (number, rest) = inside.split_once(')')?;
        let fits = match number.len() {
            1 => number.bytes().all(|b| b.is_ascii_alphanumeric()),
            2..=5 => roman(number).is_some() || number.bytes().all(|b| b.is_ascii_digit()),
            _ => false,
        };
        let skip = text.len() - rest.trim_start().len();
        fits.then(|| (number.to_owned(), skip))
    }

    fn in_preamble(&self) -> bool {
        self.head.as_ref().is_some_and(|head| head.as_str() == "recs_1")
    }

    /// Whether the preamble that node `at` stands in has an ordered list.
    fn preamble_is_numbered(&self, at: usize) -> bool {
        let is_heading = |kind: &NodeKind| matches!(kind, NodeKind::Open(Tag::Heading { .. }));
        let nodes = &self.prose.nodes;
        let start = nodes[..at].iter().rposition(|node| is_heading(&node.kind)).unwrap_or(0);
        let end = nodes[at..].iter().position(|node| is_heading(&node.kind)).map_or(nodes.len(), |end| at + end);
        nodes[start..end].iter().any(|node| matches!(node.kind, NodeKind::Open(Tag::List { start: Some(_) })))
    }

    /// Gives a block to the clause that was begun last.
    fn own_text(&mut self, block: Range<usize>) {
        if let Some(last) = self.clauses.last_mut() {
            last.nodes.push(block);
        }
    }

    /// Adds a clause whose printed beginning is node `at`.
    fn add(&mut self, eid: Eid, name: Name, text: (Range<usize>, usize)) {
        let Name { number, heading, at } = name;
        let (nodes, skip) = text;
        let level = eid.parts().count();
        let nodes = if nodes.is_empty() { Vec::new() } else { vec![nodes] };
        let span = self.prose.nodes[at].span;
        let first_line = self.file[span.start..span.end].lines().next().map_or(0, str::len);
        let span = Span::new(span.start, span.start + first_line);
        let unsettled = Unsettled::default();
        let lasting = eid.clone();
        self.clauses.push(Clause { eid, lasting, number, heading, level, nodes, skip, span, unsettled });
    }

    fn words(&self, block: &Range<usize>) -> String {
        let words = self.prose.nodes[block.clone()].iter().filter_map(|node| match &node.kind {
            NodeKind::Text(text) | NodeKind::Code(text) => Some(text.as_str()),
            _ => None,
        });
        words.collect()
    }

    /// The findings, with one for each eId that stands twice.
    fn duplicates(&self) -> Vec<Diagnostic> {
        let mut findings = self.findings.clone();
        let mut seen: std::collections::BTreeMap<&Eid, Span> = std::collections::BTreeMap::new();
        for clause in &self.clauses {
            if let Some(first) = seen.insert(&clause.eid, clause.span) {
                findings.push(diag::duplicate_clause((self.path, clause.span), clause.eid.as_str(), first));
            }
        }
        findings
    }
}

fn is_block(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph | Tag::List { .. } | Tag::Quote | Tag::Table(_) | Tag::CodeBlock { .. } | Tag::HtmlBlock
    )
}

/// The outermost elements among the nodes of `range`, each from its opening to its closing.
fn siblings(prose: &Prose, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0;
    let mut start = range.start;
    for at in range {
        match prose.nodes[at].kind {
            NodeKind::Open(_) => {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            }
            NodeKind::Close(_) => {
                depth -= 1;
                if depth == 0 {
                    found.push(start..at + 1);
                }
            }
            _ if depth == 0 => found.push(at..at + 1),
            _ => {}
        }
    }
    found
}
