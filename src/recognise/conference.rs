//! What a conference declares for its reports: its instruments and its issues, with their codes resolved.

use super::delegations::Lexicon;
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::{ClauseId, InstrumentId, IssueId};
use crate::model::lineage::ClauseBook;
use crate::model::manuscript::{ConferenceMatter, IssueMatter, Written};
use crate::model::source::SourcePath;

/// A conference's instruments and issues, for whoever reads its reports.
#[derive(Clone, Debug, Default)]
pub struct Declared {
    pub instruments: Vec<InstrumentId>,
    pub issues: Vec<DeclaredIssue>,
}

#[derive(Clone, Debug)]
pub struct DeclaredIssue {
    pub id: IssueId,
    /// Every way to name it: id, titles and aliases in all languages, in lower case.
    pub names: Vec<String>,
    pub clauses: Vec<ClauseId>,
}

/// Resolves a conference's codes; `book` has the site's instruments, `translations` its other languages.
pub fn conference(
    path: &SourcePath,
    matter: &ConferenceMatter,
    translations: &[&ConferenceMatter],
    book: &ClauseBook,
) -> Outcome<Declared> {
    let known: Vec<&InstrumentId> = book.instruments.keys().collect();
    let mut findings = Vec::new();
    let mut instruments = Vec::new();
    for written in &matter.instruments {
        match known.iter().find(|id| id.as_str() == written.value) {
            Some(id) => instruments.push((*id).clone()),
            None => {
                let near = diag::nearest(&written.value, known.iter().map(|id| id.as_str()));
                findings.push(diag::unknown_instrument((path, written.span), &written.value, near));
            }
        }
    }
    let issues = matter.issues.iter().map(|issue| {
        let also = translations.iter().flat_map(|other| other.issues.iter().filter(|i| i.id == issue.id));
        let mut names = names(issue);
        names.extend(also.flat_map(self::names));
        let clauses =
            issue.clauses.iter().filter_map(|written| clause(path, written, (book, None), &mut findings)).collect();
        DeclaredIssue { id: issue.id.clone(), names, clauses }
    });
    let issues = issues.collect();
    Outcome::new(Declared { instruments, issues }, findings)
}

/// Issues of a translation that its original does not declare.
pub fn untranslatable(path: &SourcePath, matter: &ConferenceMatter, original: &ConferenceMatter) -> Vec<Diagnostic> {
    let known = || original.issues.iter().map(|issue| issue.id.as_str());
    let unknown = matter.issues.iter().filter(|issue| !known().any(|id| id == issue.id.as_str()));
    let finding = |issue: &IssueMatter| {
        diag::unknown_issue((path, issue.span), issue.id.as_str(), diag::nearest(issue.id.as_str(), known()))
    };
    unknown.map(finding).collect()
}

fn names(issue: &IssueMatter) -> Vec<String> {
    let words = [issue.id.as_str(), issue.title.as_str()];
    words.into_iter().chain(issue.aliases.iter().map(String::as_str)).map(str::to_lowercase).collect()
}

/// A clause as written in front matter, of an instrument that the site has: `att/art_6` by the numbers of the day, or
/// `att@2013-03-20/art_4` by those of one draft.
pub fn clause(
    path: &SourcePath,
    written: &Written<String>,
    numbers: (&ClauseBook, Option<Date>),
    findings: &mut Vec<Diagnostic>,
) -> Option<ClauseId> {
    let (book, day) = numbers;
    let at = (path, written.span);
    let word = written.value.trim();
    let (instrument, eid) = word.split_once('/').unwrap_or((word, ""));
    let (instrument, date) = instrument.split_once('@').map_or((instrument, None), |(id, date)| (id, Some(date)));
    let Some(id) = ClauseId::read(&format!("{instrument}/{eid}")) else {
        findings.push(diag::malformed_clause(at, &written.value));
        return None;
    };
    if !book.instruments.contains_key(&id.instrument) {
        let near = diag::nearest(id.instrument.as_str(), book.instruments.keys().map(InstrumentId::as_str));
        findings.push(diag::unknown_instrument(at, id.instrument.as_str(), near));
        return None;
    }
    let Some(date) = date else { return Some(book.identity(id, day)) };
    let found = Date::read(date).and_then(|date| book.lineages.get(&id.instrument)?.in_draft(date, &id.eid));
    if found.is_none() {
        findings.push(diag::not_in_draft(at, eid, id.instrument.as_str(), date));
    }
    found.map(|eid| ClauseId { instrument: id.instrument.clone(), eid: eid.clone() })
}

/// A delegation's code or name as written in front matter or a link.
pub fn delegation(
    path: &SourcePath,
    written: &Written<String>,
    lexicon: &Lexicon,
    findings: &mut Vec<Diagnostic>,
) -> Option<crate::model::ids::DelegationId> {
    let found = lexicon.resolve(&written.value);
    if found.is_none() {
        findings.push(diag::unknown_country((path, written.span), &written.value, lexicon.nearest(&written.value)));
    }
    found
}
