//! Building again and again in one process: a site that was read is renewed as its reports and its theme change, so that
//! what an author saves is there before they look. What is made is what a build of its own would make.

use super::editions::unused_terms;
use super::prepared::{Prepared, prepared};
use super::reports::{Memo, Text, marked};
use super::texts;
use super::whole::{Whole, whole};
use super::world::{RecordKey, RecordKind, World};
use super::{Built, Options, tidy};
use crate::compose::original;
use crate::diag::{Outcome, has_errors};
use crate::model::gist::Gist;
use crate::model::source::{Content, SourcePath, SourceSet};
use crate::render::Engine;
use std::collections::BTreeSet;

/// What has changed since the last turn.
pub enum Next {
    /// Texts of reports, and nothing else.
    Reports(Vec<(SourcePath, Content)>),
    /// Files of themes, and nothing else: these are all sources as they are by now.
    Theme(SourceSet),
    /// Nothing that this following could take up.
    End,
}

/// Why the following of a site has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was told to.
    Asked,
    /// More has changed than it can take up: all must be read anew.
    Overtaken,
}

/// Builds a site as `make` does, tells what came of it, and builds it again with what has changed, until there is nothing
/// more or more than it can take up. The world must let none of it stand that was told with any error among the findings.
pub fn follow(
    sources: &SourceSet,
    options: &Options,
    world: &dyn World,
    turn: &mut dyn FnMut(Outcome<Built>) -> Next,
) -> Ended {
    prepared(sources, options, world, |prepared| Following { prepared, last: None }.run(turn))
}

struct Following<'a> {
    prepared: Prepared<'a>,
    /// What the world has been brought to.
    last: Option<Whole>,
}

impl Following<'_> {
    fn run(&mut self, turn: &mut dyn FnMut(Outcome<Built>) -> Next) -> Ended {
        loop {
            match self.dressed(turn) {
                Dressed::Anew(sources) => self.prepared.dress(&sources),
                Dressed::Ended(ended) => return ended,
            }
        }
    }

    /// All turns with one theme.
    fn dressed(&mut self, turn: &mut dyn FnMut(Outcome<Built>) -> Next) -> Dressed {
        let theme = self.prepared.theme.theme.clone();
        let engine = Engine::new(&theme, self.prepared.languages());
        loop {
            let outcome = self.turn(&engine);
            match turn(outcome) {
                Next::End => return Dressed::Ended(Ended::Asked),
                Next::Theme(_) if self.prepared.beside.pictures.are_foreseen => {
                    return Dressed::Ended(Ended::Overtaken);
                }
                Next::Theme(sources) => return Dressed::Anew(sources),
                Next::Reports(changed) => {
                    let all = changed.into_iter().map(|(path, content)| self.prepared.renew(&path, content));
                    if all.collect::<Option<Vec<()>>>().is_none() {
                        return Dressed::Ended(Ended::Overtaken);
                    }
                }
            }
        }
    }

    fn turn(&mut self, engine: &Engine) -> Outcome<Built> {
        let prepared = &self.prepared;
        if !prepared.unread.is_empty() {
            // Pages would be made of what their authors have changed already.
            return Outcome::new(prepared.built(), tidy(prepared.findings().collect()));
        }
        let Outcome { value: now, findings } = whole(&prepared.workshop(engine), &prepared.beside, self.last.as_ref());
        let findings = tidy(prepared.findings().chain(findings).collect());
        let mut built = prepared.built();
        (built.summary.pages, built.summary.rendered) = (now.pages, now.rendered);
        if !has_errors(&findings) {
            match &self.last {
                Some(last) => now.succeed(prepared.world, last),
                None => now.keep(prepared.world),
            }
            self.last = Some(now);
        }
        Outcome::new(built, findings)
    }
}

enum Dressed {
    Anew(SourceSet),
    Ended(Ended),
}

impl Prepared<'_> {
    /// Takes up what a report's file holds by now; none where more follows from it than another report at the old address.
    fn renew(&mut self, path: &SourcePath, content: Content) -> Option<()> {
        if self.beside.pictures.are_foreseen {
            return None;
        }
        let reader = &self.texts.reader;
        let file = reader.file(path, content.clone())?.ok()?;
        let before = remembered(self.world, path)?;
        let memo = reader.read(&file);
        let Some(text) = &memo.text else {
            // What cannot be read is told; what could be read before stands until it can be again.
            self.reports.tell(path, memo.written);
            self.unread.insert(path.clone());
            return Some(());
        };
        let known = self.reports.shown.get_mut(&original(path))?.get_mut(file.lang)?;
        let (gist, digest, wrong) = text.meant.as_ref()?;
        let has_same_place = text.withheld == before.withheld
            && files(text).eq(files(&before))
            && places(gist) == places(known)
            && pictures(gist) == pictures(known);
        if !has_same_place || reader.holds(&text.withheld) {
            return None;
        }
        reader.hear(path, content);
        self.unread.remove(path);
        self.world.keep(RecordKey { kind: RecordKind::Report, name: path }, texts::record(&memo));
        let now = marked(gist.clone(), *digest, known.head.withheld.draft);
        let old = std::mem::replace(known, now.clone());
        self.reports.tell(path, memo.written.iter().chain(wrong).cloned().collect());
        let mut has_other_pages = false;
        for edition in &mut self.editions {
            let at = edition.corpus.reports.iter().position(|report| report.head.path == *path);
            has_other_pages |= at.is_some_and(|at| edition.renew(at, now.clone()));
        }
        if has_other_pages {
            self.recount();
        }
        if old.terms != now.terms {
            self.unused = unused_terms(self.site, &self.reports);
        }
        Some(())
    }
}

/// What the memory has of a report that could be read.
fn remembered(world: &dyn World, path: &SourcePath) -> Option<Text> {
    let record = world.recall(RecordKey { kind: RecordKind::Report, name: path })?;
    postcard::from_bytes::<Memo>(&record).ok()?.text
}

/// The files that a report uses, texts left out.
fn files(text: &Text) -> impl Iterator<Item = &String> {
    text.uses.iter().filter(|path| !path.ends_with(".md"))
}

/// The pictures that a report shows.
fn pictures(report: &Gist) -> BTreeSet<&str> {
    report.pictures.iter().map(|picture| picture.value.as_str()).collect()
}

/// What a report's address, its place among others and links to it follow from.
fn places(report: &Gist) -> impl PartialEq {
    let head = &report.head;
    let aliases: Vec<_> = head.aliases.iter().map(|alias| (alias.value.clone(), alias.span)).collect();
    (head.conference.clone(), head.stem.clone(), head.date, head.session, aliases)
}
