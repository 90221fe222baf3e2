//! What the terminal says of each build: a line, and what is wrong where that is other than it was.

use super::{Audience, Cause, Turn};
use crate::diag::{Diagnostic, has_errors};
use crate::shell::ShellError;
use crate::shell::cli::Telling;
use crate::shell::print::{self, plural};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// So many changed files are named.
const NAMED: usize = 3;

pub struct Terminal {
    root: PathBuf,
    telling: Telling,
    /// What was found at the last turn.
    found: Mutex<Vec<Diagnostic>>,
}

impl Terminal {
    pub fn new(root: PathBuf, telling: Telling) -> Self {
        Self { root, telling, found: Mutex::default() }
    }

    fn find(&self, turn: &Turn) {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        if *found != turn.findings {
            print::findings(turn.findings, turn.sources, &self.telling);
            *found = turn.findings.to_vec();
        } else if !found.is_empty() {
            print::note(&format!("{} as before", plural(found.len(), "finding")));
        }
    }

    fn line(&self, turn: &Turn) -> String {
        let files = turn.cause.files(&self.root);
        let cause = match (turn.cause, files.len()) {
            (Cause::Start, _) => String::new(),
            (Cause::Clock, _) => "a moment that texts wait for has come: ".to_owned(),
            (Cause::Changed(_), 0) => "something changed: ".to_owned(),
            (Cause::Changed(_), 1..=NAMED) => format!("{}: ", files.join(", ")),
            (Cause::Changed(_), many) => format!("{}: ", plural(many, "file")),
        };
        format!("{cause}{} in {} ms", came_to(turn), turn.milliseconds)
    }
}

fn came_to(turn: &Turn) -> String {
    let rendered = plural(turn.summary.rendered, "page");
    match (turn.cause, turn.put.len(), turn.gone.len()) {
        _ if has_errors(turn.findings) => "the pages stay as they were".to_owned(),
        (Cause::Start, ..) => format!("{} ({rendered} rendered)", plural(turn.summary.pages, "page")),
        (_, 0, 0) => "no page is other than it was".to_owned(),
        (_, put, 0) => format!("{rendered} rendered, {} changed", plural(put, "file")),
        (_, put, gone) => format!("{rendered} rendered, {} changed, {gone} deleted", plural(put, "file")),
    }
}

impl Audience for Terminal {
    fn turn(&self, turn: &Turn) {
        self.find(turn);
        if *turn.cause == Cause::Start && !has_errors(turn.findings) {
            print::out(&print::summary(turn.summary));
        }
        print::out(&self.line(turn));
    }

    fn failed(&self, error: Option<&ShellError>) {
        if let Some(error) = error {
            print::note(&format!("error: {error}\nthe pages stay as they were, and this is tried again"));
        }
    }

    fn note(&self, note: &str) {
        print::notes(&[note.to_owned()]);
    }
}
