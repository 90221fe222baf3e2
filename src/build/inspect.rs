//! What is found in one text: the answer to `rapporteur inspect`.

use super::read::Site;
use crate::diag::{Diagnostic, Outcome};
use crate::model::ids::{InstrumentId, Lang};
use crate::model::manuscript::{Kind, Manuscript};
use crate::model::report::{Mention, Statement, Target};
use crate::model::source::SourcePath;
use crate::parse::layout::{Role, place};
use crate::parse::{self, File};
use crate::recognise::{self, Context, Declared, Instruments, Lexicon};
use serde::Serialize;

/// Every mention and statement in a text. Offsets and lengths are in characters of the text.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Inspection {
    pub countries: Vec<FoundCountry>,
    pub clauses: Vec<FoundClauses>,
    pub statements: Vec<FoundStatement>,
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
}

#[derive(Clone, Debug, Serialize)]
pub struct FoundStatement {
    pub offset: usize,
    pub who: Vec<String>,
    #[serde(rename = "for")]
    pub on_behalf_of: Option<String>,
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
    let file = File { path: hints.path, role: placed.role, lang: &lang, translation };
    let body_only = matches!(file.role, Role::Report { .. }) && !text.starts_with("---");
    let whole = if body_only { format!("---\ntitle: x\ndate: 2000-01-01\n---\n{text}") } else { text.to_owned() };
    let added = whole.len() - text.len();
    let parsed = parse::manuscript(&file, &whole);
    let Some(manuscript) = parsed.value else { return Outcome::new(Inspection::default(), parsed.findings) };
    let mut findings = parsed.findings;
    let (mentions, statements, wrong) = resolve(&manuscript, site, hints);
    findings.extend(wrong);
    let places = Places { text: &whole, added };
    let lines: Vec<usize> = manuscript.statements.iter().map(|line| places.characters(line.span.start)).collect();
    let mut found = Inspection::default();
    for mention in &mentions {
        places.add(mention, &mut found);
    }
    found.statements = statements.iter().zip(lines).map(|(statement, offset)| as_found(statement, offset)).collect();
    Outcome::new(found, findings)
}

fn resolve(text: &Manuscript, site: &Site, hints: &Hints) -> (Vec<Mention>, Vec<Statement>, Vec<Diagnostic>) {
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
    let instruments = Instruments { home: &declared.instruments, names: &site.registry.instruments, book: &site.book };
    let stances = &site.site.stances;
    let context = Context { lexicon: &lexicon, instruments, declared: &declared, stances, known: &site.instruments };
    match &text.kind {
        Kind::Report(matter) => {
            let outcome = recognise::report(text, matter, &context);
            (outcome.value.mentions, outcome.value.statements, outcome.findings)
        }
        _ => {
            let found = recognise::prose_mentions(text, &[], &context);
            (found.mentions, Vec::new(), found.findings)
        }
    }
}

struct Places<'a> {
    text: &'a str,
    /// Bytes of front matter that the text did not have itself.
    added: usize,
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
            found.clauses.push(FoundClauses { surface, offset, length, ids });
        }
    }
}

fn as_found(statement: &Statement, offset: usize) -> FoundStatement {
    FoundStatement {
        offset,
        who: statement.who.iter().map(ToString::to_string).collect(),
        on_behalf_of: statement.on_behalf_of.as_ref().map(ToString::to_string),
        clauses: statement.clauses.iter().map(ToString::to_string).collect(),
        issues: statement.issues.iter().map(ToString::to_string).collect(),
        stance: statement.stance.as_ref().map(ToString::to_string),
        voice: statement.voice.as_str(),
        text: statement.text.clone(),
    }
}
