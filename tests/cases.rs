//! Every `tests/cases/<stage>/*.case`: sources, then what is wanted of them.
//!
//! A case begins with a sentence or two on what it shows. `-- PATH --` opens a source; `-- now: TIME --` sets the
//! clock; `-- drafts: shown --` shows drafts; `-- picture: PATH WIDTHxHEIGHT --` is a drawing as PNG or JPEG; `-- want: findings --`, `-- want: routes --`, `-- want: mentions PATH --` and `-- want: /route/ --` (the
//! page's main part as plain text, links as `[words](address)`) open what is wanted.
//! `BLESS=1 cargo test --test cases` writes the answers in; a person reads them.

mod drawing;

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Hints, Options};
use rapporteur::diag::{Diagnostic, line_and_column};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourcePath, SourceSet};
use rapporteur::shell::scan;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

struct Case {
    intro: String,
    /// Heads and bodies in the file's order.
    sections: Vec<(String, String)>,
}

impl Case {
    fn read(text: &str) -> Self {
        let mut case = Self { intro: String::new(), sections: Vec::new() };
        for line in text.split_inclusive('\n') {
            let head = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.strip_suffix(" --"));
            match (head, case.sections.last_mut()) {
                (Some(head), _) => case.sections.push((head.to_owned(), String::new())),
                (None, Some((_, body))) => body.push_str(line),
                (None, None) => case.intro.push_str(line),
            }
        }
        case
    }

    fn write(&self) -> String {
        let mut text = format!("{}\n", self.intro.trim_end());
        for (head, body) in &self.sections {
            let _ = write!(text, "\n-- {head} --\n{}\n", body.trim_end_matches('\n'));
        }
        text.replace("\n\n\n", "\n\n")
    }

    /// The sources; a trailing blank line before the next head is the case's, not the file's.
    fn sources(&self) -> SourceSet {
        let mut sources = SourceSet::default();
        for (head, body) in self.sections.iter().filter(|(head, _)| !head.contains(':')) {
            let text = format!("{}\n", body.trim_end_matches('\n'));
            let content = match head.rsplit_once('.').map_or("", |(_, ending)| ending) {
                "md" | "yaml" | "html" | "ftl" => scan::text(text.into_bytes()),
                "svg" if head.starts_with("content/") => scan::picture(text.into_bytes()),
                _ if head.starts_with("themes/") => Content::Bytes(text.into_bytes().into()),
                _ => Content::Asset { size: text.len() as u64 },
            };
            sources.files.insert(head.as_str().into(), content);
        }
        for picture in self.sections.iter().filter_map(|(head, _)| head.strip_prefix("picture: ")) {
            let (path, size) = picture.split_once(' ').expect("a path and a size");
            let (width, height) = size.split_once('x').expect("width and height");
            let bytes = drawing::drawing(path, (width.parse().expect("a width"), height.parse().expect("a height")));
            sources.files.insert(path.into(), scan::picture(bytes));
        }
        sources
    }

    fn options(&self) -> Options {
        let now = self.sections.iter().find_map(|(head, _)| head.strip_prefix("now: "));
        let now = now.map_or(Instant(1_900_000_000), |now| Instant::read(now).expect("a moment with its offset"));
        let are_shown = self.sections.iter().any(|(head, _)| head == "drafts: shown");
        let drafts = if are_shown { Drafts::Shown } else { Drafts::Withheld };
        Options { now, drafts, base_url: None }
    }
}

#[test]
fn cases() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut failed = Vec::new();
    let mut count = 0;
    for path in case_files() {
        let text = fs::read_to_string(&path).expect("a case that can be read");
        let mut case = Case::read(&text);
        assert!(!case.intro.trim().is_empty(), "{} does not say what it shows", path.display());
        assert!(case.sections.iter().any(|(head, _)| head.starts_with("want: ")), "{} wants nothing", path.display());
        let sources = case.sources();
        let options = case.options();
        let outcome = build::build(&sources, &options);
        for (head, body) in case.sections.iter_mut() {
            let Some(wanted) = head.strip_prefix("want: ") else { continue };
            count += 1;
            let found = answer(wanted, &sources, &options, &outcome);
            if found.trim_end() != body.trim_end() && !bless {
                failed.push(format!(
                    "{} · {head}\n--- wanted\n{}\n--- found\n{found}",
                    path.display(),
                    body.trim_end()
                ));
            }
            *body = found;
        }
        if bless {
            fs::write(&path, case.write()).expect("a case that can be written");
        }
    }
    println!("{count} answers in {} cases", case_files().len());
    assert!(count > 40, "the cases were not found");
    assert!(failed.is_empty(), "{} of {count} answers differ:\n\n{}", failed.len(), failed.join("\n\n"));
}

fn case_files() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<PathBuf> = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .map(walkdir::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ending| ending == "case"))
        .collect();
    files.sort();
    files
}

type Outcome = rapporteur::diag::Outcome<build::Built>;

fn answer(wanted: &str, sources: &SourceSet, options: &Options, outcome: &Outcome) -> String {
    if wanted == "findings" {
        return outcome.findings.iter().map(|finding| told(finding, sources)).collect();
    }
    if wanted == "routes" {
        let routes = outcome.value.artifacts.iter().map(|artifact| artifact.route.as_str());
        // Search is the same files in every site; `tests/search.rs` has them.
        let mut routes: Vec<&str> = routes.filter(|route| !route.contains("/search/")).collect();
        routes.sort_unstable();
        return routes
            .into_iter()
            .filter(|route| !route.starts_with("/assets/"))
            .map(|route| format!("{route}\n"))
            .collect();
    }
    if let Some(path) = wanted.strip_prefix("mentions ") {
        return mentions(path, sources, options);
    }
    let artifact = outcome.value.artifacts.iter().find(|artifact| artifact.route.as_str() == wanted);
    match artifact.map(|artifact| &artifact.body) {
        Some(Body::Bytes(bytes)) => as_text(&String::from_utf8_lossy(bytes)),
        Some(Body::Copy(path)) => format!("(a copy of {path})\n"),
        None => "(no such page)\n".to_owned(),
    }
}

fn told(finding: &Diagnostic, sources: &SourceSet) -> String {
    let text = sources.text(&finding.path).map_or("", |text| text);
    let (line, column) = line_and_column(text, finding.span.start);
    let words = text.get(finding.span.start..finding.span.end).unwrap_or_default().lines().next().unwrap_or_default();
    let mut told = format!(
        "{}[{}] {}:{line}:{column} `{words}`: {} ({})\n",
        finding.severity(),
        finding.code,
        finding.path,
        finding.message,
        finding.label
    );
    for (path, span, label) in &finding.also {
        let (line, column) = line_and_column(sources.text(path).map_or("", |text| text), span.start);
        let _ = writeln!(told, "  {path}:{line}:{column} {label}");
    }
    told
}

fn mentions(path: &str, sources: &SourceSet, options: &Options) -> String {
    let site = build::read(sources, options).value;
    let path: SourcePath = path.into();
    let text = sources.text(&path).expect("a source of the case").clone();
    let hints = Hints { lang: None, instrument: None, path: &path };
    let found = build::inspect(&text, &site, &hints).value;
    let mut lines = String::new();
    for country in &found.countries {
        let surface: String = text.chars().skip(country.offset).take(country.length).collect();
        assert_eq!(surface, country.surface, "an offset points at the words");
        let _ = writeln!(lines, "{} → {}", country.surface, country.id);
    }
    for clauses in &found.clauses {
        let surface: String = text.chars().skip(clauses.offset).take(clauses.length).collect();
        assert_eq!(surface, clauses.surface, "an offset points at the words");
        let _ = writeln!(lines, "{} → {}", clauses.surface, clauses.ids.join(" "));
    }
    for s in &found.statements {
        let group = s.on_behalf_of.as_ref().map_or_else(String::new, |group| format!(" for {group}"));
        let on = s.clauses.iter().chain(&s.issues).cloned().collect::<Vec<_>>().join(" ");
        let stance = s.stance.as_deref().unwrap_or("-");
        let _ = writeln!(lines, "[{}{group} · {on} · {stance} · {}]", s.who.join(" "), s.voice);
    }
    lines
}

/// A page's main part as plain text; a file that is not HTML as it is.
fn as_text(html: &str) -> String {
    if !html.contains("<main") {
        return html.to_owned();
    }
    let mut out = String::new();
    let mut inside = false;
    let mut href = None;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                inside |= name == "main";
                if !inside {
                    continue;
                }
                let get =
                    |key: &str| tag.attributes.get(key.as_bytes()).map(|v| String::from_utf8_lossy(v).into_owned());
                if let Some(id) = get("id").filter(|id| id.starts_with('p') && id[1..].parse::<u32>().is_ok()) {
                    let _ = write!(out, "\n#{id} ");
                }
                match name.as_str() {
                    "a" => {
                        href = get("href");
                        out.push('[');
                    }
                    "img" => {
                        let _ =
                            write!(out, "![{}]({})", get("alt").unwrap_or_default(), get("src").unwrap_or_default());
                    }
                    "p" | "li" | "h1" | "h2" | "h3" | "h4" | "tr" | "section" | "div" | "blockquote" | "summary" => {
                        out.push('\n')
                    }
                    "td" | "th" => out.push_str(" | "),
                    _ => {}
                }
            }
            Token::EndTag(tag) if inside => match &*String::from_utf8_lossy(&tag.name) {
                "a" => {
                    let _ = write!(out, "]({})", href.take().unwrap_or_default());
                }
                "main" => inside = false,
                "p" | "li" | "h1" | "h2" | "h3" | "h4" | "tr" | "section" | "div" => out.push('\n'),
                _ => {}
            },
            Token::String(text) if inside => out.push_str(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    let lines = out.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}
