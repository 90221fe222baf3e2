//! What a draft has not settled: its square brackets and its options, counted for each clause.
//!
//! Brackets are matched over the whole text, for those of negotiators often open in one paragraph and close in another:
//! a pair belongs to the clause that it opens in. So each bracket is counted in one clause, and the clauses' counts add
//! up to the text's. Links, footnotes and pictures are no brackets: words are counted, not their Markdown.

use crate::diag::{self, Diagnostic};
use crate::model::instrument::{Draft, Unsettled};
use crate::model::prose::{NodeKind, Prose, Tag};
use std::collections::BTreeMap;

/// What options are called in drafts of the six UN languages, in lower case.
const OPTIONS: [&str; 11] = [
    "option",
    "alternative",
    "variante",
    "opción",
    "alternativa",
    "вариант",
    "альтернатива",
    "الخيار",
    "البديل",
    "备选案文",
    "备选方案",
];

/// A bracket: the clause and the unit that it stands in, and its byte there.
#[derive(Clone, Copy)]
struct Bracket {
    owner: Option<usize>,
    unit: usize,
    at: usize,
    opens: bool,
}

/// Counts brackets and options into the draft's clauses; a finding for each bracket without its other half.
pub fn count(draft: &mut Draft) -> Vec<Diagnostic> {
    let prose = draft.prose.clone();
    let owners = owners(draft);
    let all = brackets(&prose, &owners);
    let (pairs, lonely) = matched(&all);
    for bracket in pairs.iter().chain(&lonely) {
        slot(draft, bracket.owner).brackets += 1;
    }
    for unit in prose.units.iter().filter(|unit| is_option(&unit.text)) {
        let Some(owner) = unit.pieces.first().and_then(|piece| owners[piece.node]) else { continue };
        slot(draft, owner.clause()).options += 1;
    }
    let told = |bracket: &Bracket| {
        let unit = &prose.units[bracket.unit];
        let span = unit.span(&(bracket.at..bracket.at + 1));
        diag::unbalanced_bracket((&draft.path, span), &words_at(&unit.text, bracket), bracket.opens)
    };
    lonely.iter().map(told).collect()
}

/// Whose words a node has, if they are of the text at all.
#[derive(Clone, Copy)]
enum Owner {
    Clause(usize),
    Outside,
}

impl Owner {
    fn clause(self) -> Option<usize> {
        match self {
            Self::Clause(at) => Some(at),
            Self::Outside => None,
        }
    }
}

fn slot(draft: &mut Draft, owner: Option<usize>) -> &mut Unsettled {
    match owner {
        Some(at) => &mut draft.clauses[at].unsettled,
        None => &mut draft.outside,
    }
}

/// The owner of each node; none for what is printed elsewhere or not as words: notes and pictures.
fn owners(draft: &Draft) -> Vec<Option<Owner>> {
    let nodes = &draft.prose.nodes;
    let mut owners = vec![Some(Owner::Outside); nodes.len()];
    let is_heading = |kind: &NodeKind| matches!(kind, NodeKind::Open(Tag::Heading { .. }));
    let headings = nodes.iter().enumerate().filter(|(_, node)| is_heading(&node.kind));
    let headings: BTreeMap<usize, usize> = headings.map(|(at, node)| (node.span.start, at)).collect();
    for (at, clause) in draft.clauses.iter().enumerate() {
        let heading = headings.get(&clause.span.start).map(|start| *start..end_of(&draft.prose, *start));
        for node in heading.into_iter().chain(clause.nodes.iter().cloned()).flatten() {
            owners[node] = Some(Owner::Clause(at));
        }
    }
    for (start, node) in nodes.iter().enumerate() {
        if matches!(node.kind, NodeKind::Open(Tag::Footnote(_) | Tag::Image { .. })) {
            owners[start..end_of(&draft.prose, start)].fill(None);
        }
    }
    owners
}

/// Behind the node that closes the element opened at `start`.
fn end_of(prose: &Prose, start: usize) -> usize {
    let NodeKind::Open(tag) = &prose.nodes[start].kind else { return start };
    let close = NodeKind::Close(tag.clone());
    let length = prose.nodes[start..].iter().position(|node| node.kind == close);
    length.map_or(prose.nodes.len(), |length| start + length + 1)
}

/// All square brackets of the text in its order.
fn brackets(prose: &Prose, owners: &[Option<Owner>]) -> Vec<Bracket> {
    let mut found = Vec::new();
    for (number, unit) in prose.units.iter().enumerate() {
        for piece in &unit.pieces {
            let is_text = matches!(prose.nodes[piece.node].kind, NodeKind::Text(_));
            let Some(owner) = owners[piece.node].filter(|_| is_text) else { continue };
            let words = &unit.text[piece.at..piece.at + piece.len];
            let signs = words.char_indices().filter(|(_, sign)| matches!(sign, '[' | ']'));
            found.extend(signs.map(|(at, sign)| Bracket {
                owner: owner.clause(),
                unit: number,
                at: piece.at + at,
                opens: sign == '[',
            }));
        }
    }
    found
}

/// Brackets that open a pair, and brackets without their other half in the text's order.
fn matched(all: &[Bracket]) -> (Vec<Bracket>, Vec<Bracket>) {
    let mut pairs = Vec::new();
    let mut open: Vec<Bracket> = Vec::new();
    let mut lonely = Vec::new();
    for bracket in all {
        if bracket.opens {
            open.push(*bracket);
        } else if let Some(opened) = open.pop() {
            pairs.push(opened);
        } else {
            lonely.push(*bracket);
        }
    }
    lonely.extend(open);
    (pairs, lonely)
}

/// A bracket with the words beside it, for its finding.
fn words_at(text: &str, bracket: &Bracket) -> String {
    const WORDS: usize = 3;
    if bracket.opens {
        text[bracket.at..].split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
    } else {
        let mut before: Vec<&str> = text[..=bracket.at].split_whitespace().rev().take(WORDS).collect();
        before.reverse();
        before.join(" ")
    }
}

/// Whether a paragraph begins as an option: `Option 1`, `[Option A:`, `(a) Alternative:`.
fn is_option(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '[');
    let text = numbered(text).unwrap_or(text).trim_start_matches(|c: char| c.is_whitespace() || c == '[');
    let lower = text.to_lowercase();
    let Some(rest) = OPTIONS.iter().find_map(|word| lower.strip_prefix(word)) else { return false };
    // By characters, for some letters have another length in lower case.
    let label = text.chars().skip(lower.chars().count() - rest.chars().count()).collect::<String>();
    names_one(&label)
}

/// The text behind a printed number: `(a) Option` → ` Option`.
fn numbered(text: &str) -> Option<&str> {
    let (number, rest) = text.strip_prefix('(')?.split_once(')')?;
    (number.chars().count() <= 5).then_some(rest)
}

/// Whether what stands behind the word is a label or an end, and no more of a sentence.
fn names_one(rest: &str) -> bool {
    let Some(label) = rest.strip_prefix([' ', '\u{a0}']) else {
        let ends = rest.is_empty() || rest.starts_with([':', '.', '：', '—', '–', ']']);
        return ends || rest.starts_with(|c: char| c.is_numeric());
    };
    let label = label.trim_start_matches('(');
    let word: String = label.chars().take_while(|c| c.is_alphanumeric()).collect();
    let behind = label[word.len()..].chars().next();
    let closed = behind.is_none_or(|c| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '-');
    let is_number = !word.is_empty() && word.chars().all(|c| c.is_numeric() || matches!(c, 'I' | 'V' | 'X'));
    let is_letter = word.chars().count() == 1 && word.chars().all(|c| !c.is_lowercase());
    let small = word.chars().count() == 1 && behind.is_some_and(|c| matches!(c, ')' | ':' | '.'));
    closed && (is_number || is_letter || small)
}

#[cfg(test)]
mod tests {
    use super::is_option;

    #[test]
    fn options_begin_with_their_label() {
        let options = [
            "Option 1: arms",
            "[Option A",
            "OPTION II.",
            "Option (b): none",
            "(a) Option 2",
            "Alternative:",
            "Alternative 1",
            "Variante 2 :",
            "Вариант А.",
            "الخيار 1",
            "备选案文1",
            "[[Alternative B] text",
        ];
        for text in options {
            assert!(is_option(text), "{text}");
        }
        let others = [
            "Options are open",
            "Option for each State",
            "Alternative sources of energy",
            "Option a State has",
            "The option 1",
            "",
            "[",
        ];
        for text in others {
            assert!(!is_option(text), "{text}");
        }
    }
}
