//! What templates ask of their theme by name, read off their text: words, and assets.

use crate::model::source::Span;

/// Each key in `t(key="…")` that stands there whole, and its place.
pub fn keys(template: &str) -> impl Iterator<Item = (&str, Span)> {
    let quoted = quoted_after(template, "t(key=");
    // `t(key="session-" ~ session)` is known only when it is rendered.
    quoted.filter(|(_, span)| !template[span.end..].trim_start_matches(['"', '\'', ' ']).starts_with('~'))
}

/// Each name in `frame.assets["…"]`, and its place.
pub fn assets(template: &str) -> impl Iterator<Item = (&str, Span)> {
    quoted_after(template, "frame.assets[")
}

fn quoted_after<'t>(text: &'t str, before: &'static str) -> impl Iterator<Item = (&'t str, Span)> {
    text.match_indices(before).filter_map(move |(at, _)| {
        let start = at + before.len() + 1;
        let mark = text[at + before.len()..].chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
        let end = start + text[start..].find(mark)?;
        Some((&text[start..end], Span::new(start, end)))
    })
}

#[cfg(test)]
mod tests {
    use super::{assets, keys};

    #[test]
    fn names_are_found_with_their_places() {
        let text = r#"{{ t(key="home") }} {{ t(key="session-" ~ session) }} {{ t(key='n', count=2) }} {{ frame.assets["a.css"] }}"#;
        let found: Vec<&str> = keys(text).map(|(key, _)| key).collect();
        assert_eq!(found, ["home", "n"]);
        let (name, span) = assets(text).next().expect("an asset");
        assert_eq!((name, &text[span.start..span.end]), ("a.css", "a.css"));
    }
}
