//! A manuscript's text with every name and citation resolved.

use super::conference;
use super::context::Context;
use super::{sentences, statements};
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::ids::ClauseId;
use crate::model::manuscript::{LinkUse, Manuscript, ReportMatter, Written};
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::report::*;
use crate::model::source::{SourcePath, Span};
use std::ops::Range;
use std::sync::Arc;

/// Resolves all that a report names.
pub fn report(manuscript: &Manuscript, matter: &ReportMatter, context: &Context) -> Outcome<Report> {
    let found = prose_mentions(manuscript, &matter.ignore, context);
    let Found { mut mentions, mut findings } = found;
    let mut statements = Vec::new();
    for (number, line) in manuscript.statements.iter().enumerate() {
        let read = statements::read(&manuscript.path, number, line, context);
        statements.push(read.statement);
        mentions.extend(read.mentions);
        findings.extend(read.findings);
    }
    listed(&manuscript.path, matter, context, (&mut mentions, &mut findings));
    mentions.sort_by_key(|mention| mention.span);
    let head = ReportHead {
        path: manuscript.path.clone(),
        lang: manuscript.lang.clone(),
        conference: matter.conference.clone(),
        stem: matter.stem.clone(),
        title: matter.title.clone(),
        date: matter.date,
        session: matter.session,
        summary: matter.summary.clone(),
        authors: matter.authors.clone(),
        photo: matter.photo.clone(),
        corrections: matter.corrections.clone(),
        aliases: manuscript.aliases.clone(),
        withheld: manuscript.withheld.clone(),
        extra: manuscript.extra.clone(),
    };
    let report = Report {
        head: Arc::new(head),
        prose: Arc::new(manuscript.prose.clone()),
        mentions,
        statements,
        links: page_links(manuscript),
        ids: manuscript.ids.clone(),
    };
    Outcome::new(report, findings)
}

/// The text's links that lead to pages: all but those that name a delegation or a clause.
pub fn page_links(manuscript: &Manuscript) -> Vec<LinkUse> {
    let names = |link: &&LinkUse| explicit(&link.dest).is_none();
    manuscript.links.iter().filter(names).cloned().collect()
}

pub struct Found {
    pub mentions: Vec<Mention>,
    pub findings: Vec<Diagnostic>,
}

/// Mentions in the text itself: names, citations and explicit links.
pub fn prose_mentions(manuscript: &Manuscript, ignore: &[Written<String>], context: &Context) -> Found {
    let prose = &manuscript.prose;
    let mut mentions = Vec::new();
    let mut ignored = vec![false; ignore.len()];
    for (at, unit) in prose.units.iter().enumerate() {
        let names = context.lexicon.find(&unit.text);
        for found in names.into_iter().filter(|found| is_searched(unit, &found.range)) {
            let surface = &unit.text[found.range.clone()];
            let position = ignore.iter().position(|word| word.value == surface);
            if let Some(position) = position {
                ignored[position] = true;
            } else if let Some(id) = found.id {
                mentions.push(mention(prose, at, found.range, vec![Target::Delegation(id)]));
            }
        }
    }
    for citation in &manuscript.citations {
        let Some(at) = citation.unit else { continue };
        let clauses = context.instruments.resolve(&prose.units[at].text, citation);
        let position = ignore.iter().position(|word| word.value == citation.surface);
        if let Some(position) = position {
            ignored[position] = true;
        } else if !clauses.is_empty() {
            let targets = clauses.into_iter().map(Target::Clause).collect();
            mentions.push(mention(prose, at, citation.range.clone(), targets));
        }
    }
    let mut findings = explicit_links(manuscript, context, &mut mentions);
    for (word, _) in ignore.iter().zip(ignored).filter(|(_, used)| !used) {
        findings.push(diag::unused_ignore((&manuscript.path, word.span), &word.value));
    }
    set_sentences(prose, &mut mentions);
    Found { mentions, findings }
}

/// Gives each mention the sentence around it, every unit being cut into sentences once.
fn set_sentences(prose: &Prose, mentions: &mut [Mention]) {
    let mut cut: std::collections::BTreeMap<usize, Vec<Range<usize>>> = std::collections::BTreeMap::new();
    for mention in mentions {
        let Place::Prose { unit, range, sentence, .. } = &mut mention.place else { continue };
        let text = &prose.units[*unit].text;
        let sentences = cut.entry(*unit).or_insert_with(|| sentences::sentences(text));
        let at = sentences.partition_point(|sentence| sentence.end <= range.start);
        let around = sentences.get(at).cloned().unwrap_or(0..text.len());
        *sentence = around.start.min(range.start)..around.end.max(range.end);
    }
}

fn mention(prose: &Prose, at: usize, range: Range<usize>, targets: Vec<Target>) -> Mention {
    let unit = &prose.units[at];
    // The sentence is set when all mentions of the unit are known.
    let sentence = range.clone();
    Mention {
        targets,
        surface: unit.text[range.clone()].to_owned(),
        span: unit.span(&range),
        place: Place::Prose { passage: unit.passage, unit: at, range, sentence },
    }
}

/// True when nothing in `range` is code or the text of a link.
fn is_searched(unit: &Unit, range: &Range<usize>) -> bool {
    unit.pieces_in(range).all(|piece| piece.searched)
}

/// `country:NOR` and `clause:att/art_6` as a link's destination; `none` says that the words are no name.
fn explicit(dest: &str) -> Option<(&str, &str)> {
    dest.split_once(':').filter(|(scheme, _)| matches!(*scheme, "country" | "clause"))
}

/// Links that name a delegation or clause in so many words.
fn explicit_links(manuscript: &Manuscript, context: &Context, mentions: &mut Vec<Mention>) -> Vec<Diagnostic> {
    let prose = &manuscript.prose;
    let mut findings = Vec::new();
    let mut destinations = manuscript.links.iter().filter(|link| explicit(&link.dest).is_some());
    for (at, node) in prose.nodes.iter().enumerate() {
        let NodeKind::Open(Tag::Link { dest, .. }) = &node.kind else { continue };
        let Some((scheme, word)) = explicit(dest) else { continue };
        let span = destinations.next().map_or(node.span, |link| link.span);
        if word == "none" {
            continue;
        }
        let written =
            Written { value: word.replace("%20", " "), span: Span::new(span.start + scheme.len() + 1, span.end) };
        let target = if scheme == "country" {
            conference::delegation(&manuscript.path, &written, context.lexicon, &mut findings).map(Target::Delegation)
        } else {
            conference::clause(&manuscript.path, &written, context.known, &mut findings).map(Target::Clause)
        };
        let place = prose.units.iter().enumerate().find_map(|(index, unit)| {
            let inside = |piece: &&crate::model::prose::Piece| piece.node > at && piece.span.end <= node.span.end;
            let pieces: Vec<_> = unit.pieces.iter().filter(inside).collect();
            let first = pieces.first()?;
            let last = pieces.last()?;
            Some((index, first.at..last.at + last.len))
        });
        if let (Some(target), Some((unit, range))) = (target, place) {
            mentions.push(mention(prose, unit, range, vec![target]));
        }
    }
    findings
}

/// What the front matter lists beside what the text names.
fn listed(path: &SourcePath, matter: &ReportMatter, context: &Context, out: (&mut Vec<Mention>, &mut Vec<Diagnostic>)) {
    let (mentions, findings) = out;
    let mut listed: Vec<(Target, &Written<String>)> = Vec::new();
    for written in &matter.countries {
        let found = conference::delegation(path, written, context.lexicon, findings);
        listed.extend(found.map(|id| (Target::Delegation(id), written)));
    }
    for written in &matter.clauses {
        let found: Option<ClauseId> = conference::clause(path, written, context.known, findings);
        listed.extend(found.map(|id| (Target::Clause(id), written)));
    }
    for (target, written) in listed {
        if !mentions.iter().any(|mention| mention.targets.contains(&target)) {
            mentions.push(Mention {
                targets: vec![target],
                surface: written.value.clone(),
                span: written.span,
                place: Place::FrontMatter,
            });
        }
    }
}
