//! `rapporteur explain PAGE`: what a page is made of, and what the next build would do with it. Nothing is written to
//! the output.

use super::options;
use crate::build::{self, Explanation};
use crate::diag::{Diagnostic, Severity};
use crate::model::ids::Route;
use crate::shell::cli::{Explain, Format, Telling};
use crate::shell::error::{Exit, ShellError};
use crate::shell::output::{self, Foreign};
use crate::shell::progress::Progress;
use crate::shell::store::Store;
use crate::shell::timings::Timings;
use crate::shell::world::Disk;
use crate::shell::{print, scan};
use serde_json::json;
use std::path::Path;

/// How many files of a kind are named to a reader; programs get all.
const NAMED: usize = 12;

pub fn run(root: &Path, args: &Explain) -> Result<Exit, ShellError> {
    let options = options(&args.making)?;
    let output = root.join(&args.output_dir);
    // The folder is made by the first build, not by a question.
    let output = if output.exists() { output::output(root, &output)? } else { output };
    let store = Store::open(root)?;
    let timings = Timings::begin(Progress::new(args.format));
    let world = Disk::open((root, &output), &store, (Foreign::Kept, &timings));
    let sources = scan::scan(root)?;
    let asked = asked(&args.page, root, &output);
    let outcome = build::explain(&sources, &options, &world, &asked);
    timings.hush();
    let mut errors = outcome.findings;
    errors.retain(|finding| finding.severity() == Severity::Error);
    let explanation = outcome.value.map_err(|nearest| {
        let is_there = sources.files.contains_key(asked.as_str());
        ShellError::refused(format!("there is no page `{}`", args.page), instead(&nearest, is_there, &errors))
    })?;
    match args.format {
        Format::Human => human(&explanation),
        Format::Json => print::json(&json!({ "page": explanation, "errors": print::list(&errors, &sources) })),
    }
    if !errors.is_empty() && args.format == Format::Human {
        print::findings(&errors, &sources, &Telling { format: Format::Human, strict: false });
        print::note("nothing is written until these are put right");
    }
    print::notes(&store.notes.take());
    Ok(if errors.is_empty() { Exit::Fine } else { Exit::Findings })
}

/// The word that was given, a path within the output or the site as seen from there.
fn asked(word: &str, root: &Path, output: &Path) -> String {
    if word.contains("://") {
        return word.to_owned();
    }
    // What is not there any more is meant as seen from the site's folder.
    let path = Path::new(word).canonicalize().unwrap_or_else(|_| root.join(word));
    let inside = path.strip_prefix(output).or_else(|_| path.strip_prefix(root)).ok();
    inside.map_or_else(
        || word.to_owned(),
        |inside| inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/"),
    )
}

/// What to ask for instead of a page that there is not.
fn instead(nearest: &[Route], is_source: bool, errors: &[Diagnostic]) -> String {
    if is_source {
        return "the file is there, but no page comes from it: a draft, or a text that is not out yet, has none"
            .to_owned();
    }
    if !nearest.is_empty() {
        let near: Vec<String> = nearest.iter().map(|route| format!("`{route}`")).collect();
        return format!("the nearest there are: {}", near.join(", "));
    }
    match errors.is_empty() {
        true => "name a page by its address, such as `/countries/`, or by its file".to_owned(),
        false => "the site has mistakes, and may lack the page for them: see `rapporteur check`".to_owned(),
    }
}

fn human(explanation: &Explanation) {
    print::out(explanation.route.as_str());
    let row = |name: &str, value: &str| print::out(&format!("{name:<9} {value}"));
    row("among", &explanation.shelf);
    if let Some(template) = explanation.template {
        row("template", template);
    }
    if let Some(text) = &explanation.text {
        row("text", text);
    }
    for (name, files) in [("beside", &explanation.beside), ("reports", &explanation.reports)] {
        for (at, file) in files.iter().take(NAMED).enumerate() {
            row(if at == 0 { name } else { "" }, file);
        }
        if files.len() > NAMED {
            row("", &format!("and {} more", files.len() - NAMED));
        }
    }
    print::out("");
    for part in &explanation.parts {
        print::out(&format!("{:<23} {}", part.part, part.state));
    }
    print::out("");
    print::out(&explanation.verdict);
}
