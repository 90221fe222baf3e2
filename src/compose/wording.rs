//! A clause's words without their markup: paragraphs, words and signs, to be compared.

use crate::model::page::ClauseWords;
use crate::model::prose::{Node, NodeKind, Tag};

/// A paragraph of a clause, with the number printed before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    pub number: Option<String>,
    /// 0 for the clause's own words, 1 for its parts…
    pub level: usize,
    pub text: String,
}

/// A word or a sign. Words are runs of letters and digits, with apostrophes, points and hyphens inside them; of scripts
/// that put no spaces between words each character is one.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    /// Whether a space stands before it.
    pub spaced: bool,
    pub is_word: bool,
}

/// The paragraphs of some nodes of a draft, without the printed number and without notes and pictures.
pub fn paragraphs(words: &ClauseWords) -> Vec<String> {
    let mut found = vec![String::new()];
    for (at, range) in words.nodes.iter().enumerate() {
        let nodes = words.text.prose.nodes.get(range.clone()).unwrap_or_default();
        let mut skip = if at == 0 { words.skip } else { 0 };
        found.push(String::new());
        each_shown(nodes, |kind| match kind {
            NodeKind::Text(text) | NodeKind::Code(text) => {
                let shown = text.get(std::mem::take(&mut skip)..).unwrap_or_default();
                found.last_mut().into_iter().for_each(|last| last.push_str(shown));
            }
            NodeKind::SoftBreak | NodeKind::HardBreak | NodeKind::Open(Tag::TableCell) => {
                found.last_mut().into_iter().for_each(|last| last.push(' '));
            }
            NodeKind::Open(tag) | NodeKind::Close(tag) if begins_paragraph(tag) => found.push(String::new()),
            _ => {}
        });
    }
    found.retain(|paragraph| !paragraph.trim().is_empty());
    found
}

/// Walks nodes, those inside notes and pictures left out.
fn each_shown(nodes: &[Node], mut take: impl FnMut(&NodeKind)) {
    let mut hidden = 0_usize;
    for node in nodes {
        match &node.kind {
            NodeKind::Open(Tag::Footnote(_) | Tag::Image { .. }) => hidden += 1,
            NodeKind::Close(Tag::Footnote(_) | Tag::Image { .. }) => hidden = hidden.saturating_sub(1),
            kind if hidden == 0 => take(kind),
            _ => {}
        }
    }
}

fn begins_paragraph(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::Quote
            | Tag::Alert(_)
            | Tag::Item
            | Tag::CodeBlock { .. }
            | Tag::TableHead
            | Tag::TableRow
            | Tag::Term
            | Tag::Definition
    )
}

/// A text's words and signs in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut spaced = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() && !stands_alone(first) { word(rest) } else { first.len_utf8() };
        let (token, behind) = rest.split_at(length);
        rest = behind;
        if first.is_whitespace() {
            spaced = true;
        } else {
            tokens.push(Token { text: token, spaced, is_word: first.is_alphanumeric() });
            spaced = false;
        }
    }
    tokens
}

/// How many bytes the word takes that the text begins with.
fn word(text: &str) -> usize {
    let joins = |c: char| matches!(c, '\'' | '’' | '-' | '‑' | '.' | '·');
    let belongs = |c: char| c.is_alphanumeric() && !stands_alone(c) || is_mark(c);
    let mut end = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let inside = joins(letter) && at > 0 && letters.peek().is_some_and(|(_, next)| belongs(*next));
        if !belongs(letter) && !inside {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// Accents and vowel signs that belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x670 | 0x93a..=0x94d)
}

/// Letters of scripts that are written without spaces: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
fn stands_alone(c: char) -> bool {
    matches!(
        u32::from(c),
        0xe00..=0xeff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff | 0x3400..=0x9fff | 0xf900..=0xfaff
            | 0x20000..=0x3ffff
    )
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_and_signs_are_cut() {
        let cut = |text| tokens(text).iter().map(|token| token.text.to_owned()).collect::<Vec<_>>();
        assert_eq!(cut("States’ end-use, (a)."), ["States", "’", "end-use", ",", "(", "a", ")", "."]);
        assert_eq!(cut("l’État U.N. 6.10"), ["l’État", "U.N", ".", "6.10"]);
        assert_eq!(cut("武器贸易"), ["武", "器", "贸", "易"]);
        assert_eq!(cut("e\u{301}te\u{301}"), ["e\u{301}te\u{301}"]);
        assert_eq!(cut(" \n "), Vec::<String>::new());
        let spaced: Vec<bool> = tokens("a b, c").iter().map(|token| token.spaced).collect();
        assert_eq!(spaced, [false, true, false, true]);
    }
}
