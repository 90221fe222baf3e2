//! Slips in a statement's first line that would be read as something else, or lose words in silence.

use super::context::Context;
use crate::diag::{self, Diagnostic};
use crate::model::ids::{ClauseId, DelegationId, Eid};
use crate::model::manuscript::{StatementLine, Voice, Written};
use crate::model::source::SourcePath;

/// What a first line does not end with, unless it goes on below.
const OPEN_ENDS: &[&str] = &["·", ",", ";", " and", " or", " for", " except", " et", " pour", " y", " por", " и", " و"];
/// The preamble as a whole, named on a first line.
const PREAMBLES: &[&str] = &[
    "preamble",
    "the preamble",
    "préambule",
    "le préambule",
    "preámbulo",
    "el preámbulo",
    "преамбула",
    "الديباجة",
    "序言",
];

/// A finding where an editor has wrapped a first line: what is on the second line would be words of the statement.
pub fn goes_on(path: &SourcePath, line: &StatementLine, context: &Context) -> Option<Diagnostic> {
    let below = line.below.as_ref()?;
    let words = line.words.trim_end();
    let is_open = OPEN_ENDS.iter().any(|end| words.ends_with(end));
    let goes_on = below.value.rsplit_once('·').is_some_and(|(before, last)| {
        let is_part = before.is_empty() || before.ends_with(' ');
        is_part && ends_a_line(last.trim(), context)
    });
    (is_open || goes_on).then(|| diag::first_line_goes_on((path, below.span), &below.value))
}

/// Whether a word is a stance or a voice.
pub fn ends_a_line(word: &str, context: &Context) -> bool {
    Voice::ALL.iter().any(|(voice, _)| *voice == word)
        || context.stances.iter().any(|stance| stance.id.as_str() == word)
}

/// Findings on whom a statement is for: one group alone, and not without its own speaker.
pub fn speakers(path: &SourcePath, line: &StatementLine, read: (&[DelegationId], &[DelegationId])) -> Vec<Diagnostic> {
    let (who, except) = read;
    let mut findings = Vec::new();
    if let (Some(speakers), Some(written)) = (&line.who, &line.except)
        && let Some(speaker) = who.iter().find(|speaker| line.on_behalf_of.is_some() && except.contains(speaker))
    {
        let why = format!("`{}` speaks for the group, and is excepted from it as `{speaker}`", speakers.value);
        let instead = "name another speaker, or delete it behind `except`".to_owned();
        findings.push(diag::statement_part((path, written.span), why, instead));
    }
    findings
}

/// A finding where a statement is made for several at once: only one could be kept.
pub fn one_group(path: &SourcePath, line: &StatementLine, groups: &[DelegationId]) -> Option<Diagnostic> {
    let (who, written) = (line.who.as_ref()?, line.on_behalf_of.as_ref()?);
    let [first, second, ..] = groups else { return None };
    let why = format!("`{}` is more than one: a statement is made for one group", written.value);
    let instead = format!("write one statement for each: `{0} for {first}`, `{0} for {second}`", who.value);
    Some(diag::statement_part((path, written.span), why, instead))
}

/// The preamble of the conference's own instrument, where a draft has one.
pub fn preamble(words: &Written<String>, context: &Context) -> Option<ClauseId> {
    let named = PREAMBLES.contains(&words.value.to_lowercase().as_str());
    let eid = Eid::read("recs_1").filter(|_| named)?;
    let home = context.instruments.home.iter();
    let ids = home.map(|id| ClauseId { instrument: id.clone(), eid: eid.clone() });
    let mut drafted = ids.filter(|id| {
        let eids = context.instruments.book.instruments.get(&id.instrument);
        eids.is_some_and(|eids| eids.contains(&id.eid))
    });
    drafted.next().map(|id| context.instruments.book.identity(id, context.instruments.day))
}
