//! How a text's quotation marks and spaces are set on pages, by its language. What is searched for names stays as it is:
//! the setting stands beside it, as edits.

use crate::model::ids::Lang;
use crate::model::prose::{Edit, NodeKind, Prose, Unit};
use std::iter::Peekable;
use std::str::CharIndices;

/// Marks of a quotation, and of one inside it.
struct Marks {
    lang: &'static str,
    outer: [&'static str; 2],
    inner: [&'static str; 2],
}

/// Languages whose marks are not those that the Markdown parser makes, “ and ”. Chinese texts keep what they have.
const MARKS: [Marks; 4] = [
    Marks { lang: "fr", outer: ["«\u{202f}", "\u{202f}»"], inner: ["“", "”"] },
    Marks { lang: "es", outer: ["«", "»"], inner: ["“", "”"] },
    Marks { lang: "ru", outer: ["«", "»"], inner: ["„", "“"] },
    Marks { lang: "ar", outer: ["«", "»"], inner: ["“", "”"] },
];

/// French sets a narrow space that no line breaks at before these.
const SPACED: &str = ";:!?";
const NARROW: &str = "\u{202f}";

/// Sets a text by the rules of its language, or as it was typed.
pub fn set(prose: &mut Prose, lang: &Lang, is_wanted: bool) {
    let marks = MARKS.iter().find(|marks| marks.lang == lang.primary());
    if is_wanted && marks.is_none() {
        return;
    }
    for unit in &mut prose.units {
        let code = |piece: &&crate::model::prose::Piece| matches!(prose.nodes[piece.node].kind, NodeKind::Code(_));
        let edits = match marks.filter(|_| is_wanted) {
            Some(marks) => {
                let code: Vec<_> =
                    unit.pieces.iter().filter(code).map(|piece| piece.at..piece.at + piece.len).collect();
                let is_code = |at: usize| code.iter().any(|range| range.contains(&at));
                Setter { marks, edits: Vec::new(), open: Vec::new() }.set(&unit.text, is_code)
            }
            None => as_typed(unit),
        };
        unit.edits = edits;
    }
}

/// Takes back what the Markdown parser has made of marks, dashes and dots.
fn as_typed(unit: &Unit) -> Vec<Edit> {
    let made = unit.pieces.iter().filter(|piece| !piece.verbatim);
    let typed = |piece: &crate::model::prose::Piece| {
        let count = piece.span.end - piece.span.start;
        let text = match (&unit.text[piece.at..piece.at + piece.len], count) {
            ("“" | "”", 1) => "\"".to_owned(),
            ("‘" | "’", 1) => "'".to_owned(),
            ("…", 3) => "...".to_owned(),
            (dashes, count) if count > 1 && dashes.chars().all(|c| matches!(c, '–' | '—')) => "-".repeat(count),
            _ => return None,
        };
        Some(Edit { at: piece.at, len: piece.len, text })
    };
    made.filter_map(typed).collect()
}

/// An open quotation: by double marks or by single ones, and whether inside another.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Outer,
    Inner,
    Single,
    /// Typed with the language's own marks.
    Own,
}

struct Setter<'m> {
    marks: &'m Marks,
    edits: Vec<Edit>,
    open: Vec<Open>,
}

impl Setter<'_> {
    fn set(mut self, text: &str, is_code: impl Fn(usize) -> bool) -> Vec<Edit> {
        let mut before = None;
        let mut chars: Peekable<CharIndices> = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, c)| *c);
            if !is_code(at) {
                self.mark(at, c, next);
                if self.marks.lang == "fr" {
                    self.french((at, c), before, next);
                }
            }
            before = Some((at, c));
        }
        self.edits
    }

    fn put(&mut self, at: usize, len: usize, text: &str) {
        // A space between two marks is both's.
        if len > 0 && self.edits.last().is_some_and(|last| last.at == at && last.len > 0) {
            return;
        }
        self.edits.push(Edit { at, len, text: text.to_owned() });
    }

    fn mark(&mut self, at: usize, c: char, next: Option<char>) {
        let [outer, inner] = [self.marks.outer, self.marks.inner];
        match (c, self.open.last().copied()) {
            ('“', None) => self.opens(at, Open::Outer, outer[0]),
            ('“', Some(_)) => self.opens(at, Open::Inner, inner[0]),
            ('”', Some(Open::Outer)) => self.closes(at, outer[1]),
            ('”', Some(Open::Inner)) => self.closes(at, inner[1]),
            ('‘', Some(Open::Outer | Open::Own)) => self.opens(at, Open::Single, inner[0]),
            // Between letters it is an apostrophe.
            ('’', Some(Open::Single)) if !next.is_some_and(char::is_alphanumeric) => self.closes(at, inner[1]),
            ('«', _) => self.open.push(Open::Own),
            ('»', Some(Open::Own)) => drop(self.open.pop()),
            _ => {}
        }
    }

    fn opens(&mut self, at: usize, open: Open, mark: &str) {
        self.open.push(open);
        self.put(at, '“'.len_utf8(), mark);
    }

    fn closes(&mut self, at: usize, mark: &str) {
        self.open.pop();
        self.put(at, '”'.len_utf8(), mark);
    }

    /// Spaces of French: narrow inside its marks, and before high punctuation. A space that was typed becomes narrow; one
    /// is added where the mark ends its word, so that no address and no time of day is torn.
    fn french(&mut self, (at, c): (usize, char), before: Option<(usize, char)>, next: Option<char>) {
        if c == '«' {
            match next {
                Some(' ' | '\u{a0}') => self.put(at + c.len_utf8(), next.map_or(0, char::len_utf8), NARROW),
                Some(other) if !other.is_whitespace() => self.put(at + c.len_utf8(), 0, NARROW),
                _ => {}
            }
        }
        if c != '»' && !SPACED.contains(c) {
            return;
        }
        let ends = next.is_none_or(|next| next.is_whitespace() || "»”)!?…".contains(next));
        match before {
            Some((space, ' ' | '\u{a0}')) if space > 0 && (ends || c == '»') => self.put(space, at - space, NARROW),
            Some((_, letter)) if c == '»' && !letter.is_whitespace() => self.put(at, 0, NARROW),
            Some((_, letter)) if ends && (letter.is_alphanumeric() || "»”)’…%".contains(letter)) => {
                self.put(at, 0, NARROW);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::model::ids::Lang;
    use crate::parse::markdown;

    fn shown(lang: &str, text: &str, is_wanted: bool) -> String {
        let mut prose = markdown::read(text, 0).prose;
        super::set(&mut prose, &Lang::read(lang).expect("a language"), is_wanted);
        let units: Vec<String> = prose.units.iter().map(|unit| unit.shown().text.into_owned()).collect();
        units.join("|")
    }

    #[test]
    fn each_language_has_its_marks() {
        let text = "She said \"it isn't 'done' yet\" -- \"why?\"";
        assert_eq!(shown("en", text, true), "She said “it isn’t ‘done’ yet” – “why?”");
        assert_eq!(shown("zh", text, true), shown("en", text, true));
        assert_eq!(shown("es", text, true), "She said «it isn’t “done” yet» – «why?»");
        assert_eq!(shown("ar", text, true), shown("es", text, true));
        assert_eq!(shown("ru", text, true), "She said «it isn’t „done“ yet» – «why?»");
        let fr = shown("fr", text, true).replace('\u{202f}', "_");
        assert_eq!(fr, "She said «_it isn’t “done” yet_» – «_why_?_»");
    }

    #[test]
    fn french_spaces_are_narrow_and_do_not_tear() {
        let fr = |text: &str| shown("fr", text, true).replace('\u{202f}', "_");
        assert_eq!(fr("Oui ! Non; « ainsi »: quoi ?"), "Oui_! Non_; «_ainsi_»_: quoi_?");
        assert_eq!(fr("À 12:30, voir https://a.example/?b=c et a:b."), "À 12:30, voir https://a.example/?b=c et a:b.");
        assert_eq!(fr("Quoi ?! Vraiment…?"), "Quoi_?! Vraiment…_?");
        assert_eq!(fr("Le `code ?` et `\"x\"` : rien"), "Le code ? et \"x\"_: rien");
    }

    #[test]
    fn it_can_be_left_as_typed() {
        let text = "\"a 'b'\" -- c --- d... it's “so”";
        assert_eq!(shown("fr", text, false), text);
        assert_eq!(shown("en", text, false), text);
    }

    #[test]
    fn marks_of_a_longer_quotation_and_of_none_stay() {
        assert_eq!(shown("ru", "«a \"b\" c» 'd'", true), "«a „b“ c» ‘d’");
        assert_eq!(shown("es", "5” and rock ’n’ roll", true), "5” and rock ’n’ roll");
    }
}
