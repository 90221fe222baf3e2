//! A statement's first line, resolved: who spoke, for whom, on what, with which stance.

use super::context::Context;
use super::{doubt, first_lines, guesses, quotations};
use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::ids::{ClauseId, DelegationId, IssueId, StanceId};
use crate::model::manuscript::{Manuscript, StatementLine, Voice, Written};
use crate::model::report::{Doubt, Guess, Mention, Place, Statement, Target};
use crate::model::source::{SourcePath, Span};

/// What a first line gives: the statement, and the names in it as mentions.
pub struct Read {
    pub statement: Statement,
    pub mentions: Vec<Mention>,
    pub findings: Vec<Diagnostic>,
}

pub fn read(report: (&Manuscript, Date), number: usize, line: &StatementLine, context: &Context) -> Read {
    let (manuscript, date) = report;
    let mut reader = Reader { path: &manuscript.path, line, context, mentions: Vec::new(), findings: Vec::new() };
    let who = line.who.as_ref().map(|who| reader.delegations(who)).unwrap_or_default();
    let groups = line.on_behalf_of.as_ref().map(|group| reader.delegations(group)).unwrap_or_default();
    reader.findings.extend(first_lines::one_group(reader.path, line, &groups));
    let on_behalf_of = groups.into_iter().next();
    let except = line.except.as_ref().map(|except| reader.delegations(except)).unwrap_or_default();
    let group = on_behalf_of.as_ref().or(who.first().filter(|_| who.len() == 1));
    if let (Some(group), Some(written)) = (group, &line.except) {
        reader.members((group, date), &except, written.span);
    }
    reader.findings.extend(first_lines::speakers(reader.path, line, (&who, &except)));
    if let (Some(group), Some(written)) = (on_behalf_of.as_ref(), &line.who) {
        reader.members((group, date), &who, written.span);
    }
    let mut clauses = reader.clauses();
    let issues = reader.issues(&mut clauses);
    let wrapped = first_lines::goes_on(reader.path, line, context);
    // What is missing on a wrapped line stands below it.
    let stance = line.stance.as_ref().filter(|stance| wrapped.is_none() || !stance.value.is_empty());
    let stance = stance.and_then(|stance| reader.stance(stance));
    reader.findings.extend(wrapped);
    if line.voice == Voice::Quoted && !quotations::stands(&manuscript.prose, line) {
        reader.findings.push(diag::quotation_missing((&manuscript.path, line.span)));
    }
    let statement = Statement {
        number,
        passage: line.passage,
        who,
        on_behalf_of,
        except,
        clauses,
        issues,
        stance,
        voice: line.voice,
        text: line.shown.clone(),
    };
    Read { statement, mentions: reader.mentions, findings: reader.findings }
}

struct Reader<'a> {
    path: &'a SourcePath,
    line: &'a StatementLine,
    context: &'a Context<'a>,
    mentions: Vec<Mention>,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// The delegations named in `words`; what stands between them must be "and" or a comma.
    fn delegations(&mut self, words: &Written<String>) -> Vec<DelegationId> {
        let place =
            |range: std::ops::Range<usize>| Span::new(words.span.start + range.start, words.span.start + range.end);
        let readings = doubt::read(self.context.lexicon, &words.value);
        let is_open = readings.iter().any(|found| matches!(found.doubt, Some(Doubt::Several(_))));
        if let Some(id) = self.context.lexicon.resolve(&words.value).filter(|_| !is_open) {
            self.mention(Target::Delegation(id.clone()), &words.value, words.span);
            return vec![id];
        }
        let mut ids = Vec::new();
        let mut rest = 0;
        for found in readings {
            ids.extend(self.leftover(words, rest..found.range.start));
            rest = found.range.end;
            if let Some(doubt) = found.doubt {
                let taken = found.target.clone().map(Target::Delegation).into_iter().collect();
                let surface = words.value[found.range.clone()].to_owned();
                self.guess(Guess { taken, doubt, surface, span: place(found.range.clone()) });
            }
            if let Some(id) = found.target {
                let surface = words.value[found.range.clone()].to_owned();
                self.mention(Target::Delegation(id.clone()), &surface, place(found.range));
                ids.push(id);
            }
        }
        ids.extend(self.leftover(words, rest..words.value.len()));
        ids
    }

    /// In a first line a guess is settled by the code itself: a link has no place there.
    fn guess(&mut self, guess: Guess) {
        let mut finding = guesses::finding(self.path, &guess);
        if let Some(Target::Delegation(id)) = guess.taken.first() {
            finding.label = format!("write the code that is meant, such as `{id}`");
            finding.accept = Some(id.to_string());
        }
        self.findings.push(finding);
    }

    /// Warns of delegations that the registry does not have as a group's members on a day.
    fn members(&mut self, group: (&DelegationId, Date), delegations: &[DelegationId], span: Span) {
        let (id, date) = group;
        let members = self.context.registry.members_on(id, date);
        // A country has none; of a group without a list we do not know.
        let known = !members.is_empty() || id.is_country();
        for delegation in delegations.iter().filter(|_| known).filter(|id| !members.contains(*id)) {
            let at = (self.path, span);
            self.findings.push(diag::not_a_member(at, delegation.as_str(), id.as_str(), &date.to_string()));
        }
    }

    /// Words of a list of delegations that are no known name: codes, or a finding.
    fn leftover(&mut self, words: &Written<String>, range: std::ops::Range<usize>) -> Vec<DelegationId> {
        const LINKS: [&str; 17] =
            ["and", "et", "y", "e", "и", "و", "the", "la", "le", "les", "l'", "el", "los", "las", "al", "du", "de"];
        let text = &words.value[range.clone()];
        let is_cut = |c: char| matches!(c, ',' | ';' | '、' | '和' | '،');
        let mut at = range.start;
        let mut ids = Vec::new();
        for piece in text.split(is_cut) {
            let kept: Vec<&str> =
                piece.split_whitespace().filter(|word| !LINKS.contains(&word.to_lowercase().as_str())).collect();
            let name = kept.join(" ");
            if name.chars().any(char::is_alphanumeric) {
                let start = at + words.value[at..at + piece.len()].find(kept[0]).unwrap_or(0);
                let span = Span::new(words.span.start + start, words.span.start + at + piece.trim_end().len());
                if let Some(id) = self.context.lexicon.resolve(&name) {
                    self.mention(Target::Delegation(id.clone()), &name, Span::new(span.start, span.start + name.len()));
                    ids.push(id);
                } else if let Some(word) = kept.iter().find(|word| is_small_word(word)) {
                    let why = format!("`{word}` joins no names unless it is in small letters");
                    let instead = format!("write `{}`", word.to_lowercase());
                    self.findings.push(diag::statement_part((self.path, span), why, instead));
                } else {
                    let near = self.context.lexicon.nearest(&name);
                    self.findings.push(diag::unknown_country((self.path, span), &name, near));
                }
            }
            at += piece.len() + text[at - range.start + piece.len()..].chars().next().map_or(0, char::len_utf8);
        }
        ids
    }

    fn clauses(&mut self) -> Vec<ClauseId> {
        let mut clauses: Vec<ClauseId> = Vec::new();
        let citations: Vec<_> = self.line.citations.iter().collect();
        let readings = self.context.instruments.read(&self.line.words, &citations);
        for (citation, ids) in citations.into_iter().zip(readings.into_iter().map(|reading| reading.clauses)) {
            let span =
                Span::new(self.line.span.start + citation.range.start, self.line.span.start + citation.range.end);
            let targets: Vec<Target> = ids.iter().cloned().map(Target::Clause).collect();
            if !targets.is_empty() {
                let place = Place::Statement { passage: self.line.passage };
                self.mentions.push(Mention { targets, surface: citation.surface.clone(), span, place });
            }
            clauses.extend(ids);
        }
        clauses.dedup();
        clauses
    }

    /// What the line names beside its citations: issues, and the preamble, which goes to `clauses`.
    fn issues(&mut self, clauses: &mut Vec<ClauseId>) -> Vec<IssueId> {
        let mut issues: Vec<IssueId> = Vec::new();
        for words in &self.line.issues {
            let declared = self.issue_called(words);
            let preamble = first_lines::preamble(words, self.context).filter(|_| declared.is_none());
            if let Some(preamble) = preamble {
                self.mention(Target::Clause(preamble.clone()), &words.value, words.span);
                clauses.push(preamble);
            } else if let Some(issue) = self.issue(words)
                && !issues.contains(&issue)
            {
                // Two names of one issue are one.
                issues.push(issue);
            }
        }
        issues
    }

    fn issue_called(&self, words: &Written<String>) -> Option<IssueId> {
        let name = words.value.to_lowercase();
        let found = self.context.declared.issues.iter().find(|issue| issue.names.contains(&name));
        found.map(|issue| issue.id.clone())
    }

    /// An issue by its id, title or alias, in any of the site's languages.
    fn issue(&mut self, words: &Written<String>) -> Option<IssueId> {
        let name = words.value.to_lowercase();
        let declared = &self.context.declared.issues;
        let found = self.issue_called(words);
        if found.is_none() && first_lines::ends_a_line(&words.value, self.context) {
            let why =
                format!("this statement's first line does not say on what: `{}` is a stance or voice", words.value);
            let instead = format!("write the clauses or issues before it: `Article 6 · {}`", words.value);
            self.findings.push(diag::statement_part((self.path, words.span), why, instead));
        } else if found.is_none() {
            let near = diag::nearest(&name, declared.iter().flat_map(|issue| issue.names.iter().map(String::as_str)));
            self.findings.push(diag::unknown_issue((self.path, words.span), &words.value, near));
        }
        found
    }

    fn stance(&mut self, words: &Written<String>) -> Option<StanceId> {
        let stances = self.context.stances;
        let found = stances.iter().find(|stance| stance.id.as_str() == words.value);
        if found.is_none() {
            let voices = Voice::ALL.iter().map(|(word, _)| *word);
            let known: Vec<&str> = stances.iter().map(|stance| stance.id.as_str()).chain(voices).collect();
            self.findings.push(diag::unknown_stance((self.path, words.span), &words.value, &known));
        }
        found.map(|stance| stance.id.clone())
    }

    fn mention(&mut self, target: Target, surface: &str, span: Span) {
        let place = Place::Statement { passage: self.line.passage };
        self.mentions.push(Mention { targets: vec![target], surface: surface.to_owned(), span, place });
    }
}

/// `For` and `Except`, which join names in small letters alone.
fn is_small_word(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "for" | "except" | "pour" | "sauf" | "por" | "salvo" | "excepto")
}
