//! What is found in one text: the answer to `rapporteur inspect`.

use super::read::Site;
use crate::diag::{Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::{InstrumentId, Lang};
use crate::model::lineage::ClauseBook;
use crate::model::manuscript::{Kind, Manuscript};
use crate::model::report::{Guess, Mention, Statement, Target};
use crate::model::source::{SourcePath, Span};
use crate::parse::layout::{Role, place};
use crate::parse::{self, File};
use crate::recognise::{self, Context, Declared, InstrumentNames, Instruments, Lexicon, Settled};
use serde::Serialize;

/// Every mention and statement in a text. Offsets and lengths are in characters of the text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Inspection {
    pub countries: Vec<FoundCountry>,
    pub clauses: Vec<FoundClauses>,
    pub statements: Vec<FoundStatement>,
    pub guesses: Vec<FoundGuess>,
}

#[derive(Clone, Debug, Serialize)]
pub struct FoundCountry {
    pub surface: String,
    pub offset: usize,
    pub length: usize,
    pub id: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FoundClauses {
    pub surface: String,
    pub offset: usize,
    pub length: usize,
    pub ids: Vec<String>,
    /// Where it is not the conference's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
}

/// A mention whose meaning is open. With `ids` it is also among the countries or clauses, else it is not indexed.
#[derive(Clone, Debug, Serialize)]
pub struct FoundGuess {
    pub surface: String,
    pub offset: usize,
    pub length: usize,
    pub ids: Vec<String>,
    pub why: String,
    /// The link that makes this reading the author's own.
    pub accept: String,
}

#[derive(Clone, Debug, Serialize)]
pub struct FoundStatement {
    pub offset: usize,
    pub who: Vec<String>,
    #[serde(rename = "for")]
    pub on_behalf_of: Option<String>,
    /// Members who said that they are not meant.
    pub except: Vec<String>,
    /// Whom it binds beside the speakers: the group's members on the report's date, without the excepted.
    pub members: Vec<String>,
    pub clauses: Vec<String>,
    pub issues: Vec<String>,
    pub stance: Option<String>,
    pub voice: &'static str,
    pub text: String,
}

/// How to read a text that says too little of itself.
pub struct Hints<'a> {
    pub lang: Option<Lang>,
    pub instrument: Option<InstrumentId>,
    /// The file's path in the site; a report's when the text comes from elsewhere.
    pub path: &'a SourcePath,
}

/// Inspects `text` as if it stood at the hints' path of the site.
pub fn inspect(text: &str, site: &Site, hints: &Hints) -> Outcome<Inspection> {
    let placed = place(hints.path);
    let by_name = placed.suffix.and_then(Lang::read).filter(|lang| site.site.languages.contains(lang));
    let lang = hints.lang.clone().or(by_name).unwrap_or_else(|| site.site.default_lang().clone());
    let translation = placed.suffix.is_some();
    let file = File { path: hints.path, role: placed.role, lang: &lang, translation, typography: site.site.typography };
    let body_only = matches!(file.role, Role::Report { .. }) && !text.starts_with("---");
    let whole = if body_only { format!("---\ntitle: x\ndate: 2000-01-01\n---\n{text}") } else { text.to_owned() };
    let added = whole.len() - text.len();
    let parsed = parse::manuscript(&file, &whole);
    let Some(manuscript) = parsed.value else {
        return Outcome::new(Inspection::default(), without_added(parsed.findings, added));
    };
    let mut findings = parsed.findings;
    let resolved = resolve(&manuscript, site, hints);
    findings.extend(resolved.findings);
    let findings = without_added(findings, added);
    let places = Places { text: &whole, added, home: &resolved.home };
    let lines: Vec<usize> = manuscript.statements.iter().map(|line| places.characters(line.span.start)).collect();
    let mut found = Inspection::default();
    for mention in &resolved.mentions {
        places.add(mention, &mut found);
    }
    found.guesses = resolved.guesses.iter().map(|guess| places.guess(guess)).collect();
    let date = match &manuscript.kind {
        Kind::Report(matter) => Some(matter.date),
        _ => None,
    };
    let statements = resolved.statements.iter().zip(lines);
    found.statements = statements.map(|(statement, offset)| as_found(statement, offset, (site, date))).collect();
    Outcome::new(found, findings)
}

/// Findings with their places in the text itself, without the front matter that it was given.
fn without_added(mut findings: Vec<Diagnostic>, added: usize) -> Vec<Diagnostic> {
    for finding in &mut findings {
        let Span { start, end } = finding.span;
        finding.span = Span::new(start.saturating_sub(added), end.saturating_sub(added));
    }
    findings
}

struct Resolved {
    mentions: Vec<Mention>,
    guesses: Vec<Guess>,
    statements: Vec<Statement>,
    findings: Vec<Diagnostic>,
    home: Vec<InstrumentId>,
}

fn resolve(text: &Manuscript, site: &Site, hints: &Hints) -> Resolved {
    let lexicon = Lexicon::new(&site.registry, &text.lang);
    let mut all = super::editions::declared(site, &mut Vec::new());
    let mut declared = match &text.kind {
        Kind::Report(matter) => all.remove(&matter.conference).unwrap_or_default(),
        Kind::Conference(matter) => all.remove(&matter.id).unwrap_or_default(),
        _ => Declared::default(),
    };
    if let Some(instrument) = &hints.instrument {
        declared.instruments = vec![instrument.clone()];
    } else if declared.instruments.is_empty() {
        declared.instruments = site.instruments.iter().take(1).cloned().collect();
    }
    let names = InstrumentNames::new(&site.registry.instruments);
    // What is inspected is named as it is cited, whatever the clause is called today.
    let book = ClauseBook { instruments: site.book.instruments.clone(), ..ClauseBook::default() };
    let context = Context {
        registry: &site.registry,
        lexicon: &lexicon,
        instruments: Instruments { home: &declared.instruments, names: &names, book: &book, day: None },
        declared: &declared,
        stances: &site.site.stances,
    };
    let home = declared.instruments.clone();
    if let Kind::Report(matter) = &text.kind {
        let Outcome { value: report, findings } = recognise::report(text, matter, &context);
        let recognised = (report.mentions, report.guesses, report.statements);
        let (mentions, guesses, statements) = recognised;
        return Resolved { mentions, guesses, statements, findings, home };
    }
    let found = recognise::prose_mentions(text, &Settled { ignore: &[], countries: Vec::new() }, &context);
    let recognise::Found { mentions, guesses, findings } = found;
    Resolved { mentions, guesses, statements: Vec::new(), findings, home }
}

struct Places<'a> {
    text: &'a str,
    /// Bytes of front matter that the text did not have itself.
    added: usize,
    home: &'a [InstrumentId],
}

impl Places<'_> {
    fn characters(&self, byte: usize) -> usize {
        self.text[self.added.min(byte)..byte].chars().count()
    }

    fn add(&self, mention: &Mention, found: &mut Inspection) {
        let offset = self.characters(mention.span.start);
        let length = self.characters(mention.span.end) - offset;
        let surface = self.text[mention.span.start..mention.span.end].to_owned();
        let ids: Vec<String> = mention
            .targets
            .iter()
            .filter_map(|target| match target {
                Target::Clause(id) => Some(id.to_string()),
                Target::Delegation(_) => None,
            })
            .collect();
        if let Some(Target::Delegation(id)) = mention.targets.first() {
            found.countries.push(FoundCountry { surface, offset, length, id: id.to_string() });
        } else {
            let instrument = mention.targets.first().and_then(|target| match target {
                Target::Clause(id) => Some(&id.instrument).filter(|id| !self.home.contains(id)),
                Target::Delegation(_) => None,
            });
            let instrument = instrument.map(ToString::to_string);
            found.clauses.push(FoundClauses { surface, offset, length, ids, instrument });
        }
    }

    fn guess(&self, guess: &Guess) -> FoundGuess {
        let offset = self.characters(guess.span.start);
        let length = self.characters(guess.span.end) - offset;
        let surface = self.text[guess.span.start..guess.span.end].to_owned();
        let destination = recognise::destination(guess);
        let ids = destination.split_once(':').map_or("", |(_, ids)| ids);
        let ids = ids.split(',').filter(|id| *id != "none").map(str::to_owned).collect();
        let accept = format!("[{surface}]({destination})");
        FoundGuess { surface, offset, length, ids, why: recognise::why(&guess.doubt), accept }
    }
}

fn as_found(statement: &Statement, offset: usize, place: (&Site, Option<Date>)) -> FoundStatement {
    let (site, date) = place;
    let group = statement.on_behalf_of.as_ref().or(statement.who.first());
    let members = group.zip(date).map(|(group, date)| site.registry.members_on(group, date)).unwrap_or_default();
    let members = members.iter().filter(|member| !statement.except.contains(member));
    FoundStatement {
        offset,
        who: statement.who.iter().map(ToString::to_string).collect(),
        on_behalf_of: statement.on_behalf_of.as_ref().map(ToString::to_string),
        except: statement.except.iter().map(ToString::to_string).collect(),
        members: members.map(ToString::to_string).collect(),
        clauses: statement.clauses.iter().map(ToString::to_string).collect(),
        issues: statement.issues.iter().map(ToString::to_string).collect(),
        stance: statement.stance.as_ref().map(ToString::to_string),
        voice: statement.voice.as_str(),
        text: statement.text.clone(),
    }
}
