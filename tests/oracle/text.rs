//! Small edits of a text with front matter, as an author makes them.

/// The place behind the line that closes the front matter.
fn body_start(text: &str) -> usize {
    text.get(4..).and_then(|rest| rest.find("\n---\n")).map_or(0, |at| at + 4 + "\n---\n".len())
}

/// Whether the front matter has a key.
pub fn has_key(text: &str, key: &str) -> bool {
    let start = format!("{key}:");
    text[..body_start(text)].lines().any(|line| line.starts_with(&start))
}

/// The text with `key: value` in its front matter, in place of the line there was; without the line for no value.
pub fn with_key(text: &str, key: &str, value: Option<&str>) -> String {
    let start = format!("{key}:");
    let (matter, body) = text.split_at(body_start(text));
    let mut lines: Vec<&str> = matter.lines().filter(|line| !line.starts_with(&start)).collect();
    let line = value.map(|value| format!("{key}: {value}"));
    let at = lines.len().saturating_sub(1);
    if let Some(line) = &line {
        lines.insert(at, line);
    }
    format!("{}\n{body}", lines.join("\n"))
}

/// The text with one more paragraph at its end.
pub fn with_paragraph(text: &str, paragraph: &str) -> String {
    format!("{}\n\n{paragraph}\n", text.trim_end())
}

/// The paragraphs below the front matter.
pub fn paragraphs(text: &str) -> Vec<&str> {
    text[body_start(text)..].split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()).collect()
}

/// The text without one of its paragraphs.
pub fn without_paragraph(text: &str, at: usize) -> String {
    let mut left = paragraphs(text);
    left.remove(at);
    format!("{}{}\n", &text[..body_start(text)], left.join("\n\n").trim_end())
}

/// The text with its paragraphs in the other order, so that every number of a paragraph changes.
pub fn reversed(text: &str) -> String {
    let mut turned: Vec<&str> = paragraphs(text).into_iter().map(str::trim_end).collect();
    turned.reverse();
    format!("{}{}\n", &text[..body_start(text)], turned.join("\n\n"))
}

/// The text with one letter of its body for another, so that its size stays: the last that `from` finds.
pub fn with_letter(text: &str, from: char, to: char) -> Option<String> {
    let start = body_start(text);
    let at = start + text[start..].rfind(from)?;
    Some(format!("{}{to}{}", &text[..at], &text[at + from.len_utf8()..]))
}
