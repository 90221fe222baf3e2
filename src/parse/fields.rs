//! Reads a map of YAML strictly: every key asked for is known, every other is a finding, and every value that does
//! not fit is a finding at its own place while the rest is still read.

use super::yaml::{Entry, Node, NodeKind};
use crate::diag::{self, Diagnostic};
use crate::model::date::{Date, Instant};
use crate::model::ids::Lang;
use crate::model::manuscript::Written;
use crate::model::source::{SourcePath, Span};

pub struct Fields<'a> {
    pub path: &'a SourcePath,
    entries: &'a [Entry],
    /// Where the map stands, for keys that are missing.
    pub span: Span,
    asked: Vec<&'static str>,
    pub findings: Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    pub fn new(path: &'a SourcePath, entries: &'a [Entry], span: Span) -> Self {
        Self { path, entries, span, asked: Vec::new(), findings: Vec::new() }
    }

    /// Says that a key belongs here without reading it.
    pub fn allow(&mut self, key: &'static str) {
        self.asked.push(key);
    }

    /// The value under `key`, if it is there and not empty.
    pub fn node(&mut self, key: &'static str) -> Option<&'a Node> {
        self.asked.push(key);
        let entry = self.entries.iter().find(|entry| entry.key == key)?;
        (!entry.value.is_null()).then_some(&entry.value)
    }

    pub fn written(&mut self, key: &'static str) -> Option<Written<String>> {
        let node = self.node(key)?;
        match &node.kind {
            NodeKind::Scalar { text, .. } => Some(Written { value: text.clone(), span: node.span }),
            _ => {
                self.wrong(node, key, "words, in quotation marks where they hold `: `");
                None
            }
        }
    }

    /// Where a key stands that has nothing behind it.
    pub fn emptied(&self, key: &str) -> Option<Span> {
        self.entries.iter().find(|entry| entry.key == key && entry.value.is_null()).map(|entry| entry.key_span)
    }

    pub fn text(&mut self, key: &'static str) -> Option<String> {
        self.written(key).map(|written| written.value.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// A text that must be there; its absence is a finding with an example of what to add.
    pub fn required(&mut self, key: &'static str, example: &str) -> String {
        let present = self.entries.iter().any(|entry| entry.key == key && !entry.value.is_null());
        let text = self.text(key);
        let empty = self.node(key).filter(|node| text.is_none() && matches!(node.kind, NodeKind::Scalar { .. }));
        if let Some(node) = empty {
            self.findings.push(diag::bad_form((self.path, node.span), key, "", &format!("`{key}: {example}`")));
        }
        if text.is_none() && !present {
            let at = Span::new(self.span.start, self.span.start);
            self.findings.push(diag::missing_key((self.path, at), key, example));
        }
        text.unwrap_or_default()
    }

    pub fn date(&mut self, key: &'static str) -> Option<Date> {
        let written = self.written(key)?;
        let date = Date::read(&written.value);
        if date.is_none() {
            self.findings.push(diag::bad_date((self.path, written.span), &written.value));
        }
        date
    }

    pub fn written_date(&mut self, key: &'static str) -> Option<Written<Date>> {
        let node = self.node(key)?;
        self.date_of(node, key)
    }

    /// A map of words to words.
    pub fn pairs(&mut self, key: &'static str) -> Vec<(Written<String>, Written<String>)> {
        let Some((entries, _)) = self.map(key) else { return Vec::new() };
        let mut pairs = Vec::new();
        for entry in entries {
            match &entry.value.kind {
                NodeKind::Scalar { text, .. } => {
                    let named = Written { value: entry.key.clone(), span: entry.key_span };
                    pairs.push((named, Written { value: text.clone(), span: entry.value.span }));
                }
                _ => self.wrong(&entry.value, key, "one word for each key, such as `{art_6: art_4}`"),
            }
        }
        pairs
    }

    pub fn instant(&mut self, key: &'static str) -> Option<Instant> {
        let written = self.written(key)?;
        let instant = Instant::read(&written.value);
        if instant.is_none() {
            self.findings.push(diag::bad_instant((self.path, written.span), &written.value));
        }
        instant
    }

    pub fn flag(&mut self, key: &'static str) -> bool {
        self.flag_or(key, false)
    }

    /// A flag that is `otherwise` where it is left out or wrong.
    pub fn flag_or(&mut self, key: &'static str, otherwise: bool) -> bool {
        let Some(written) = self.written(key) else { return otherwise };
        match written.value.as_str() {
            "true" => true,
            "false" => false,
            word => {
                self.findings.push(diag::bad_value((self.path, written.span), key, word, &["true", "false"]));
                otherwise
            }
        }
    }

    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        let written = self.written(key)?;
        let number = written.value.parse().ok();
        if number.is_none() {
            let at = (self.path, written.span);
            self.findings.push(diag::bad_form(at, key, &written.value, "a whole number, such as 10"));
        }
        number
    }

    /// One word, or a list of words.
    pub fn list(&mut self, key: &'static str) -> Vec<Written<String>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let (items, is_list) = match &node.kind {
            NodeKind::List(items) => (items.as_slice(), true),
            _ => (std::slice::from_ref(node), false),
        };
        let mut words = Vec::new();
        for item in items {
            match &item.kind {
                NodeKind::Scalar { text, .. } => words.push(Written { value: text.clone(), span: item.span }),
                NodeKind::Map(_) if is_list => {
                    self.wrong(item, key, "quotation marks around it: a colon and a space make a key")
                }
                _ => self.wrong(item, key, "a list of words, such as `[one, two]`"),
            }
        }
        words
    }

    pub fn texts(&mut self, key: &'static str) -> Vec<String> {
        self.list(key).into_iter().map(|written| written.value).collect()
    }

    /// A list of pairs of dates: `[[2012-07-26, 2013-03-27]]`.
    pub fn date_pairs(&mut self, key: &'static str) -> Vec<[Written<Date>; 2]> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let NodeKind::List(items) = &node.kind else {
            self.wrong(node, key, "a list of pairs of dates, such as `[[2012-07-26, 2013-03-27]]`");
            return Vec::new();
        };
        let mut pairs = Vec::new();
        for item in items {
            match &item.kind {
                NodeKind::List(dates) if dates.len() == 2 => {
                    let dates: Vec<_> = dates.iter().filter_map(|date| self.date_of(date, key)).collect();
                    pairs.extend(<[Written<Date>; 2]>::try_from(dates));
                }
                _ => self.wrong(item, key, "two dates, such as `[2012-07-26, 2013-03-27]`"),
            }
        }
        pairs
    }

    fn date_of(&mut self, node: &Node, key: &'static str) -> Option<Written<Date>> {
        let NodeKind::Scalar { text, .. } = &node.kind else {
            self.wrong(node, key, "a date, such as `2013-03-27`");
            return None;
        };
        let date = Date::read(text);
        if date.is_none() {
            self.findings.push(diag::bad_date((self.path, node.span), text));
        }
        date.map(|value| Written { value, span: node.span })
    }

    /// The maps in a list, each to be read by itself.
    pub fn maps(&mut self, key: &'static str) -> Vec<(&'a [Entry], Span)> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let NodeKind::List(items) = &node.kind else {
            self.wrong(node, key, "a list: each item on a line of its own behind `- `");
            return Vec::new();
        };
        let mut maps = Vec::new();
        for item in items {
            match &item.kind {
                NodeKind::Map(entries) => maps.push((entries.as_slice(), item.span)),
                _ => self.wrong(item, key, "`{key: value, …}` for each item"),
            }
        }
        maps
    }

    pub fn map(&mut self, key: &'static str) -> Option<(&'a [Entry], Span)> {
        let node = self.node(key)?;
        match &node.kind {
            NodeKind::Map(entries) => Some((entries.as_slice(), node.span)),
            _ => {
                self.wrong(node, key, "`{key: value, …}`");
                None
            }
        }
    }

    /// Words by language: `{fr: nom, es: nombre}`.
    pub fn by_language(&mut self, key: &'static str, example: &str) -> Vec<(Lang, String)> {
        let entries = self.map(key).map_or(&[][..], |(entries, _)| entries);
        let mut words = Vec::new();
        for entry in entries {
            match (Lang::read(&entry.key), &entry.value.kind) {
                (Some(lang), NodeKind::Scalar { text, .. }) => words.push((lang, text.clone())),
                _ => self.findings.push(diag::wrong_type((self.path, entry.key_span), key, example)),
            }
        }
        words
    }

    /// One word out of a few; another is a finding with the nearest of them.
    pub fn choice<T: Copy>(&mut self, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let written = self.written(key)?;
        let choice = known.iter().find(|(word, _)| *word == written.value).map(|(_, value)| *value);
        if choice.is_none() {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            self.findings.push(diag::bad_value((self.path, written.span), key, &written.value, &words));
        }
        choice
    }

    fn wrong(&mut self, node: &Node, key: &str, wanted: &str) {
        self.findings.push(diag::wrong_type((self.path, node.span), key, wanted));
    }

    /// Reports every key that nobody asked for.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.asked.sort_unstable();
        for entry in self.entries.iter().filter(|entry| !self.asked.contains(&entry.key.as_str())) {
            self.findings.push(diag::unknown_key((self.path, entry.key_span), &entry.key, &self.asked));
        }
        self.findings
    }
}
