//! A manuscript's text with every name and citation resolved.

use super::conference;
use super::context::Context;
use super::doubt::{self, Reading};
use super::{guesses, sentences, statements, text_links};
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::{ClauseId, DelegationId};
use crate::model::manuscript::{Citation, LinkUse, Manuscript, ReportMatter, Written};
use crate::model::prose::{NodeKind, Prose, Tag, Unit};
use crate::model::report::*;
use crate::model::source::{SourcePath, Span};
use std::ops::Range;
use std::sync::Arc;

/// Resolves all that a report names.
pub fn report(manuscript: &Manuscript, matter: &ReportMatter, context: &Context) -> Outcome<Report> {
    let countries = matter.countries.iter().filter_map(|written| context.lexicon.resolve(&written.value)).collect();
    let settled = Settled { ignore: &matter.ignore, countries };
    let Found { mut mentions, guesses, mut findings } = prose_mentions(manuscript, &settled, context);
    let mut statements = Vec::new();
    for (number, line) in manuscript.statements.iter().enumerate() {
        let read = statements::read((manuscript, matter.date), number, line, context);
        statements.push(read.statement);
        mentions.extend(read.mentions);
        findings.extend(read.findings);
    }
    listed(&manuscript.path, matter, context, (&mut mentions, &mut findings));
    findings.extend(draft_date(&manuscript.path, matter, context));
    mentions.sort_by_key(|mention| mention.span);
    let head = ReportHead {
        path: manuscript.path.clone(),
        lang: manuscript.lang.clone(),
        conference: matter.conference.clone(),
        stem: matter.stem.clone(),
        title: matter.title.clone(),
        date: matter.date,
        numbers_day: matter.numbers_day(),
        session: matter.session,
        summary: matter.summary.clone(),
        authors: matter.authors.clone(),
        key_points: matter.key_points.clone(),
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
        guesses,
        statements,
        links: page_links(manuscript),
        text_links: text_links::text_links(&manuscript.prose),
        terms: Vec::new(),
        ids: manuscript.ids.clone(),
    };
    Outcome::new(report, findings)
}

/// A finding where no draft has the date that the report names.
fn draft_date(path: &SourcePath, matter: &ReportMatter, context: &Context) -> Option<Diagnostic> {
    let written = matter.draft_date.as_ref()?;
    let lineages = context.declared.instruments.iter().filter_map(|id| context.instruments.book.lineages.get(id));
    let dates: Vec<Date> = lineages.flat_map(|lineage| lineage.drafts.iter().map(|draft| draft.date)).collect();
    if dates.contains(&written.value) {
        return None;
    }
    let near = dates.iter().min_by_key(|date| date.days_from(written.value)).map(Date::to_string);
    Some(diag::unknown_draft_date((path, written.span), &written.value.to_string(), near.as_deref()))
}

/// The text's links that lead to pages: all but those that name a delegation or a clause.
pub fn page_links(manuscript: &Manuscript) -> Vec<LinkUse> {
    let names = |link: &&LinkUse| explicit(&link.dest).is_none();
    manuscript.links.iter().filter(names).cloned().collect()
}

pub struct Found {
    pub mentions: Vec<Mention>,
    pub guesses: Vec<Guess>,
    pub findings: Vec<Diagnostic>,
}

/// What an author has settled in the front matter.
pub struct Settled<'a> {
    /// Words that are no names here.
    pub ignore: &'a [Written<String>],
    /// Delegations that are meant wherever a doubtful name can mean them.
    pub countries: Vec<DelegationId>,
}

/// Mentions in the text itself: names, citations and explicit links.
pub fn prose_mentions(manuscript: &Manuscript, settled: &Settled, context: &Context) -> Found {
    let prose = &manuscript.prose;
    let mut reader = Reader {
        manuscript,
        settled,
        ignored: vec![false; settled.ignore.len()],
        found: Found { mentions: Vec::new(), guesses: Vec::new(), findings: Vec::new() },
    };
    let mut citations = manuscript.citations.iter().filter(|citation| citation.unit.is_some()).peekable();
    for at in 0..prose.units.len() {
        reader.names(at, context);
        let mut here = Vec::new();
        while let Some(citation) = citations.next_if(|citation| citation.unit == Some(at)) {
            here.push(citation);
        }
        reader.citations(at, &here, context);
    }
    let Reader { ignored, mut found, .. } = reader;
    found.findings.extend(explicit_links(manuscript, context, &mut found.mentions));
    for (word, _) in settled.ignore.iter().zip(ignored).filter(|(_, used)| !used) {
        found.findings.push(diag::unused_ignore((&manuscript.path, word.span), &word.value));
    }
    set_sentences(prose, &mut found.mentions);
    found
}

struct Reader<'a> {
    manuscript: &'a Manuscript,
    settled: &'a Settled<'a>,
    /// Which of the words to ignore were met.
    ignored: Vec<bool>,
    found: Found,
}

impl Reader<'_> {
    fn names(&mut self, at: usize, context: &Context) {
        let unit = &self.manuscript.prose.units[at];
        for reading in doubt::read(context.lexicon, &unit.text) {
            if !is_searched(unit, &reading.range) || self.is_ignored(&unit.text[reading.range.clone()]) {
                continue;
            }
            let Reading { range, target, doubt } = reading;
            let settled = doubt.as_ref().and_then(|doubt| self.settles(doubt, target.as_ref()));
            let (target, doubt) = match settled {
                Some(id) => (Some(id), None),
                None => (target, doubt),
            };
            let taken: Vec<Target> = target.into_iter().map(Target::Delegation).collect();
            self.take(at, range, (taken, doubt));
        }
    }

    fn citations(&mut self, at: usize, citations: &[&Citation], context: &Context) {
        let text = &self.manuscript.prose.units[at].text;
        let readings = context.instruments.read(text, citations);
        for (citation, reading) in citations.iter().zip(readings) {
            if !self.is_ignored(&citation.surface) {
                let taken = reading.clauses.into_iter().map(Target::Clause).collect();
                self.take(at, citation.range.clone(), (taken, reading.doubt));
            }
        }
    }

    /// Keeps what was read as a mention, and what is doubtful as a guess that the author is told.
    fn take(&mut self, at: usize, range: Range<usize>, read: (Vec<Target>, Option<Doubt>)) {
        let (taken, doubt) = read;
        let prose = &self.manuscript.prose;
        if let Some(doubt) = doubt {
            let unit = &prose.units[at];
            let guess = Guess {
                taken: taken.clone(),
                doubt,
                surface: unit.text[range.clone()].to_owned(),
                span: unit.span(&range),
            };
            let mut finding = guesses::finding(&self.manuscript.path, &guess);
            if unit.pieces_in(&range).any(|piece| text_links::is_linked(prose, piece.node)) {
                guesses::in_link(&mut finding);
            }
            self.found.findings.push(finding);
            self.found.guesses.push(guess);
        }
        if !taken.is_empty() {
            self.found.mentions.push(mention(prose, at, range, taken));
        }
    }

    fn is_ignored(&mut self, surface: &str) -> bool {
        let position = self.settled.ignore.iter().position(|word| word.value == surface);
        if let Some(position) = position {
            self.ignored[position] = true;
        }
        position.is_some()
    }

    /// The one delegation of the front matter that a doubtful name can mean.
    fn settles(&self, doubt: &Doubt, target: Option<&DelegationId>) -> Option<DelegationId> {
        let candidates: Vec<&DelegationId> = match doubt {
            Doubt::Several(candidates) => candidates.iter().collect(),
            Doubt::Person(id) | Doubt::State(id) | Doubt::Capitals(id) => vec![id],
            Doubt::CarriedOver | Doubt::Organisation => target.into_iter().collect(),
        };
        let mut listed = candidates.into_iter().filter(|id| self.settled.countries.contains(id));
        listed.next().filter(|_| listed.next().is_none()).cloned()
    }
}

/// Gives each mention the sentence around it. Mentions of one unit stand together, so it is cut into sentences once,
/// or twice where links name something in it too.
fn set_sentences(prose: &Prose, mentions: &mut [Mention]) {
    let mut cut = (usize::MAX, Vec::new());
    for mention in mentions {
        let Place::Prose { unit, range, sentence, .. } = &mut mention.place else { continue };
        let text = &prose.units[*unit].text;
        if cut.0 != *unit {
            cut = (*unit, sentences::sentences(text));
        }
        let sentences = &cut.1;
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
    let mut unit = 0;
    for (at, node) in prose.nodes.iter().enumerate() {
        let NodeKind::Open(Tag::Link { dest, .. }) = &node.kind else { continue };
        let Some((scheme, word)) = explicit(dest) else { continue };
        let span = destinations.next().map_or(node.span, |link| link.span);
        if word == "none" {
            continue;
        }
        let written =
            Written { value: word.replace("%20", " "), span: Span::new(span.start + scheme.len() + 1, span.end) };
        let targets = explicit_targets(scheme, &written, (&manuscript.path, context), &mut findings);
        // Units stand in the order of the nodes that they are made of.
        let ends_before = |unit: &Unit| unit.pieces.last().is_none_or(|piece| piece.node <= at);
        while prose.units.get(unit).is_some_and(ends_before) {
            unit += 1;
        }
        let Some(around) = prose.units.get(unit) else { continue };
        let first = around.pieces.partition_point(|piece| piece.node <= at);
        let inside = around.pieces[first..].iter().take_while(|piece| piece.span.end <= node.span.end);
        let (Some(first), Some(last)) = (around.pieces.get(first), inside.last()) else { continue };
        if !targets.is_empty() {
            mentions.push(mention(prose, unit, first.at..last.at + last.len, targets));
        }
    }
    findings
}

/// The delegation, or the clauses parted by commas, that a link names.
fn explicit_targets(
    scheme: &str,
    written: &Written<String>,
    place: (&SourcePath, &Context),
    findings: &mut Vec<Diagnostic>,
) -> Vec<Target> {
    let (path, context) = place;
    if scheme == "country" {
        let found = conference::delegation(path, written, context.lexicon, findings);
        return found.map(Target::Delegation).into_iter().collect();
    }
    let mut start = written.span.start;
    let mut targets = Vec::new();
    for word in written.value.split(',') {
        let one =
            Written { value: word.to_owned(), span: Span::new(start, (start + word.len()).min(written.span.end)) };
        targets.extend(conference::clause(path, &one, context.numbers(), findings).map(Target::Clause));
        start = one.span.end + 1;
    }
    targets
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
        let found: Option<ClauseId> = conference::clause(path, written, context.numbers(), findings);
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
