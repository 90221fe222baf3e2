//! Links of a text with the sentences that they stand in, so that the page they lead to can show these.

use super::sentences;
use crate::model::prose::{NodeKind, Prose, Tag};
use crate::model::report::TextLink;
use std::collections::BTreeMap;
use std::ops::Range;

/// Every link with words of its own, in the text's order. What is typed as raw HTML has no sentence.
pub fn text_links(prose: &Prose) -> Vec<TextLink> {
    let nodes = prose.units.iter().enumerate().flat_map(|(at, unit)| unit.pieces.iter().map(move |piece| (at, piece)));
    let words: BTreeMap<usize, _> = nodes.map(|(unit, piece)| (piece.node, (unit, piece))).collect();
    let mut cut: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    let mut links = Vec::new();
    for (at, node) in prose.nodes.iter().enumerate() {
        let NodeKind::Open(Tag::Link { dest, .. }) = &node.kind else { continue };
        let is_end = |node: &crate::model::prose::Node| matches!(node.kind, NodeKind::Close(Tag::Link { .. }));
        let end = prose.nodes[at..].iter().position(is_end).map_or(prose.nodes.len(), |length| at + length);
        let mut inside = words.range(at..end).map(|(_, word)| *word);
        let Some((unit, first)) = inside.next() else { continue };
        let last = inside.take_while(|(other, _)| *other == unit).last().map_or(first, |(_, piece)| piece);
        let range = first.at..last.at + last.len;
        let text = &prose.units[unit].text;
        let sentences = cut.entry(unit).or_insert_with(|| sentences::sentences(text));
        let around = sentences.iter().find(|sentence| range.start < sentence.end).cloned().unwrap_or(0..text.len());
        let sentence = around.start.min(range.start)..around.end.max(range.end);
        let passage = prose.units[unit].passage;
        links.push(TextLink { dest: dest.clone(), passage, unit, range, sentence });
    }
    links
}

/// Whether the words of a node are a link's.
pub fn is_linked(prose: &Prose, node: usize) -> bool {
    // No link reaches from one block into another.
    let begins = |kind: &NodeKind| {
        matches!(
            kind,
            NodeKind::Open(Tag::Link { .. } | Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::TableCell)
        )
    };
    let ends = |kind: &NodeKind| matches!(kind, NodeKind::Close(Tag::Link { .. }));
    let last = prose.nodes[..node].iter().rev().map(|node| &node.kind).find(|kind| begins(kind) || ends(kind));
    matches!(last, Some(NodeKind::Open(Tag::Link { .. })))
}
