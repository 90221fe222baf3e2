//! What an author is told about a statement's marker and the parts of its first line. Each constructor is one finding.

use super::{Code, Diagnostic};
use crate::model::source::{SourcePath, Span};

type At<'a> = (&'a SourcePath, Span);

const FORM: &str = "write `> [!STATEMENT] who · on what · stance · voice`";

/// A slip in `[!STATEMENT]`, which makes a plain quotation of a statement.
pub fn mistyped_marker(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` does not begin a statement, so what follows would be a plain quotation");
    Diagnostic::new(Code::StatementLine, at, message, FORM.to_owned())
        .help("the marker is `[!STATEMENT]`, in capitals and without other signs")
}

/// The marker at the beginning of a line that is in no quotation.
pub fn marker_unquoted(at: At, word: &str) -> Diagnostic {
    let message = format!("`{word}` stands in no quotation, so what follows would be a plain paragraph");
    Diagnostic::new(Code::StatementLine, at, message, FORM.to_owned())
        .help("a statement is a block quote: each of its lines begins with `> `")
}

/// The marker further down in a quotation, where it would be words of the first speaker.
pub fn second_statement(at: At) -> Diagnostic {
    let message = "a statement begins inside another quotation, and would be lost in it".to_owned();
    Diagnostic::new(Code::StatementLine, at, message, "leave an empty line without `>` before it".to_owned())
        .help("one block quote holds one statement")
}

/// A first line that an editor has wrapped.
pub fn first_line_goes_on(at: At, below: &str) -> Diagnostic {
    let message = format!("the statement's first line goes on below, with `{below}`");
    Diagnostic::new(Code::StatementLine, at, message, "put it all on one line".to_owned())
        .help("an editor may have wrapped it; the words of the statement begin on the second line")
}

/// A part of the first line that is wrong in a way of its own: `why` holds the author's word, `instead` what to type.
pub fn statement_part(at: At, why: String, instead: String) -> Diagnostic {
    Diagnostic::new(Code::StatementLine, at, why, instead)
        .help("a first line is `who · on what · stance · voice`; stance and voice can be left out")
}
