//! What finished or hand-written HTML refers to, with places: destinations, pictures, ids.

use crate::model::reference::{Reference, ReferenceKind};
use crate::model::source::Span;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Every `href`, `src` and `id` in `markup`, in its order.
pub fn references(markup: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(markup, emitter) {
        let Ok(Token::StartTag(tag)) = token else { continue };
        let name: &[u8] = &tag.name;
        let is_picture = name == b"img";
        let mut src = None;
        for (attribute, value) in &tag.attributes {
            let kind = match (name, attribute.as_slice()) {
                (_, b"id") => ReferenceKind::Id,
                (b"a", b"name") => ReferenceKind::Id,
                (b"a" | b"area" | b"link", b"href") => ReferenceKind::Page,
                (b"img" | b"source" | b"audio" | b"video" | b"script" | b"iframe" | b"embed", b"src") => {
                    ReferenceKind::Picture
                }
                _ => continue,
            };
            let text = String::from_utf8_lossy(value).into_owned();
            // The library's place is the whole attribute's; an author looks for the value.
            let attribute_text = markup.get(value.span.start..value.span.end).unwrap_or_default();
            let start = value.span.start + attribute_text.rfind(&text).unwrap_or_default();
            let span = Span::new(start, start + text.len());
            if is_picture && kind == ReferenceKind::Picture {
                src = Some((text.clone(), span));
            }
            found.push(Reference { kind, value: text, span });
        }
        if let Some((value, span)) = src.filter(|_| !tag.attributes.iter().any(|(a, _)| a.as_slice() == b"alt")) {
            found.push(Reference { kind: ReferenceKind::SilentPicture, value, span });
        }
    }
    found
}
