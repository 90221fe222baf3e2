//! YAML's only home: what is valid, where each value stands, and the words as typed.
//!
//! Two libraries look at the same text. `saphyr-parser` gives every scalar with its place and its own characters, so
//! that `6.10` stays `6.10` and `NO` stays `NO`; `serde_yaml` says whether it is YAML at all and types what stands
//! under `extra`. Anchors, aliases, tags and deep nesting are refused before anything could grow from them.

use crate::diag::{self, Diagnostic};
use crate::model::source::{SourcePath, Span};
use crate::model::value::Value;
use saphyr_parser::{Event, Parser, ScalarStyle};

/// Bytes of YAML that one file may hold.
pub const MAX_BYTES: usize = 64 * 1024;
/// Levels of lists and maps inside one another.
const MAX_DEPTH: usize = 16;

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub struct Node {
    pub kind: NodeKind,
    pub span: Span,
}

#[derive(Clone, Debug)]
pub enum NodeKind {
    /// The characters between the quotation marks, if there are any; `quoted` when there were.
    Scalar {
        text: String,
        quoted: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub key: String,
    pub key_span: Span,
    pub value: Node,
}

impl Node {
    /// True for nothing at all, `~` and `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, NodeKind::Scalar { text, quoted: false } if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// A document's top level, and what stands under `extra`.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub entries: Vec<Entry>,
    pub span: Span,
    pub extra: Value,
}

/// Reads the YAML in `text`, which stands in the file at byte `offset`.
pub fn read(path: &SourcePath, text: &str, offset: usize) -> (Document, Vec<Diagnostic>) {
    let whole = Span::new(offset, offset + text.len());
    let mut reader = Reader { path, places: Places::new(text, offset), findings: Vec::new() };
    let root = reader.tree(text);
    let mut document = Document { span: whole, ..Document::default() };
    match root {
        Some(Node { kind: NodeKind::Map(entries), .. }) => document.entries = entries,
        Some(node) if !node.is_null() => {
            let finding = diag::wrong_type((path, node.span), "front matter", "`key: value`, one key a line");
            reader.findings.push(finding);
        }
        _ => {}
    }
    if reader.findings.is_empty() {
        match serde_yaml::from_str::<serde_yaml::Value>(text) {
            Ok(value) => document.extra = value.get("extra").map(typed).unwrap_or_default(),
            Err(error) => {
                let at = error.location().map_or(0, |place| place.index()).min(text.len()) + offset;
                let finding = diag::yaml_syntax((path, Span::new(at, at + 1)), &plain_words(&error.to_string()));
                reader.findings.push(finding);
            }
        }
    }
    (document, reader.findings)
}

/// A library's message without its own account of the place.
fn plain_words(message: &str) -> String {
    let end = message.find(" at line ").unwrap_or(message.len());
    message[..end].trim_end_matches(',').to_owned()
}

fn typed(value: &serde_yaml::Value) -> Value {
    match value {
        serde_yaml::Value::Null => Value::Null,
        serde_yaml::Value::Bool(flag) => Value::Bool(*flag),
        serde_yaml::Value::Number(number) => {
            number.as_i64().map_or_else(|| Value::Float(number.as_f64().unwrap_or_default()), Value::Int)
        }
        serde_yaml::Value::String(text) => Value::Text(text.clone()),
        serde_yaml::Value::Sequence(items) => Value::List(items.iter().map(typed).collect()),
        serde_yaml::Value::Mapping(map) => {
            Value::Map(map.iter().map(|(key, value)| (key_text(key), typed(value))).collect())
        }
        serde_yaml::Value::Tagged(tagged) => typed(&tagged.value),
    }
}

fn key_text(key: &serde_yaml::Value) -> String {
    match key {
        serde_yaml::Value::String(text) => text.clone(),
        other => serde_yaml::to_string(other).unwrap_or_default().trim_end().to_owned(),
    }
}

/// From the parser's count of characters to bytes of the file.
struct Places {
    /// Byte of each character; empty when all are ASCII.
    bytes: Vec<usize>,
    len: usize,
    offset: usize,
}

impl Places {
    fn new(text: &str, offset: usize) -> Self {
        let bytes = if text.is_ascii() { Vec::new() } else { text.char_indices().map(|(at, _)| at).collect() };
        Self { bytes, len: text.len(), offset }
    }

    fn at(&self, index: usize) -> usize {
        let byte = if self.bytes.is_empty() { index } else { self.bytes.get(index).copied().unwrap_or(self.len) };
        self.offset + byte.min(self.len)
    }

    fn span(&self, span: &saphyr_parser::Span) -> Span {
        Span::new(self.at(span.start.index()), self.at(span.end.index()))
    }
}

/// A list or map that is being read.
enum Open {
    List(Vec<Node>, Span),
    Map(Vec<Entry>, Span, Option<(String, Span)>),
}

struct Reader<'a> {
    path: &'a SourcePath,
    places: Places,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The document as a tree; none when a finding says why not.
    fn tree(&mut self, text: &str) -> Option<Node> {
        let mut stack: Vec<Open> = Vec::new();
        let mut root = None;
        let mut documents = 0;
        for event in Parser::new_from_str(text) {
            let (event, span) = match event {
                Ok(event) => event,
                Err(error) => {
                    let at = self.places.at(error.marker().index());
                    let finding = diag::yaml_syntax((self.path, Span::new(at, at + 1)), error.info());
                    self.findings.push(finding);
                    return None;
                }
            };
            let span = self.places.span(&span);
            if !self.allowed(&event, span, stack.len()) {
                return None;
            }
            match event {
                Event::DocumentStart(_) => documents += 1,
                Event::SequenceStart(..) => stack.push(Open::List(Vec::new(), span)),
                Event::MappingStart(..) => stack.push(Open::Map(Vec::new(), span, None)),
                Event::Scalar(text, style, ..) => {
                    let quoted = !matches!(style, ScalarStyle::Plain);
                    let kind = NodeKind::Scalar { text: text.into_owned(), quoted };
                    self.place(Node { kind, span }, &mut stack, &mut root);
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let Some(open) = stack.pop() else { continue };
                    let node = match open {
                        Open::List(items, start) => {
                            Node { kind: NodeKind::List(items), span: Span::new(start.start, span.end) }
                        }
                        Open::Map(entries, start, _) => {
                            Node { kind: NodeKind::Map(entries), span: Span::new(start.start, span.end) }
                        }
                    };
                    self.place(node, &mut stack, &mut root);
                }
                _ => {}
            }
        }
        if documents > 1 {
            let at = (self.path, Span::new(self.places.offset, self.places.offset + 1));
            self.findings.push(diag::yaml_forbidden(at, "a second document", "keep everything above the first `---`"));
            return None;
        }
        root
    }

    /// Whether this event may stand in a site's YAML; a finding says why not.
    fn allowed(&mut self, event: &Event, span: Span, depth: usize) -> bool {
        let (anchor, tag) = match event {
            Event::Alias(_) => (true, false),
            Event::Scalar(_, _, anchor, tag) => (*anchor > 0, tag.is_some()),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => (*anchor > 0, tag.is_some()),
            _ => (false, false),
        };
        let opens = matches!(event, Event::SequenceStart(..) | Event::MappingStart(..));
        let at = (self.path, span);
        let finding = if anchor {
            diag::yaml_forbidden(
                at,
                "an anchor or alias (`&`, `*`)",
                "write the value out, or put it in quotation marks",
            )
        } else if tag {
            diag::yaml_forbidden(at, "a tag (`!`)", "put the value in quotation marks")
        } else if opens && depth >= MAX_DEPTH {
            diag::yaml_forbidden(at, "nesting this deep", "16 levels are the most")
        } else {
            return true;
        };
        self.findings.push(finding);
        false
    }

    /// Puts a finished value where it belongs.
    fn place(&mut self, node: Node, stack: &mut [Open], root: &mut Option<Node>) {
        match stack.last_mut() {
            None => *root = Some(node),
            Some(Open::List(items, _)) => items.push(node),
            Some(Open::Map(entries, _, key)) => match key.take() {
                None => match node.kind {
                    NodeKind::Scalar { text, .. } => *key = Some((text, node.span)),
                    _ => {
                        let at = (self.path, node.span);
                        self.findings.push(diag::yaml_forbidden(at, "a key that is not a word", "write `key: value`"));
                        *key = Some((String::new(), node.span));
                    }
                },
                Some((key, key_span)) => {
                    if let Some(first) = entries.iter().find(|entry| entry.key == key) {
                        self.findings.push(diag::duplicate_key((self.path, key_span), &key, first.key_span));
                    }
                    entries.push(Entry { key, key_span, value: node });
                }
            },
        }
    }
}
