//! The architecture as a table: which module may name which, the one home of each outside crate, the world only
//! under `shell/`, and the sizes that keep a file readable. Adding a line here is a visible decision.

use std::fs;
use std::path::Path;

/// Module → the modules that it may name.
const ARROWS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("diag", &["model"]),
    ("parse", &["model", "diag"]),
    ("recognise", &["model", "diag"]),
    ("index", &["model", "diag"]),
    ("picture", &["model", "diag"]),
    // `diag` for the nearest known name of a dead link.
    ("compose", &["model", "diag"]),
    ("audit", &["model", "diag"]),
    ("render", &["model", "diag"]),
    ("build", &["model", "diag", "parse", "recognise", "index", "picture", "compose", "audit", "render"]),
    ("shell", &["model", "diag", "build", "compose"]),
];

/// Outside crate → the files or folders that may name it.
const HOMES: &[(&str, &[&str])] = &[
    ("ab_glyph_rasterizer", &["render/card/sheet.rs"]),
    ("harfrust", &["render/card/letters.rs"]),
    ("skrifa", &["render/card/letters.rs"]),
    ("png", &["render/card/sheet.rs"]),
    ("unicode_bidi", &["render/card/letters.rs"]),
    ("ammonia", &["compose/sanitise.rs"]),
    ("annotate_snippets", &["shell/print.rs"]),
    ("axum", &["shell/preview/"]),
    // Names of assets and of ledgers.
    ("blake3", &["model/digest.rs", "build/theme/outfit.rs", "shell/"]),
    ("clap", &["shell/cli.rs", "main.rs"]),
    // The engine hands the arguments of `t` over.
    ("fluent_bundle", &["render/words.rs", "render/engine.rs"]),
    ("fast_image_resize", &["picture/vary.rs"]),
    ("futures_util", &["shell/preview/events.rs"]),
    ("getrandom", &["shell/preview/gate.rs"]),
    ("html5gum", &["parse/html.rs"]),
    ("hyper", &["shell/preview/"]),
    ("hyper_util", &["shell/preview/server.rs"]),
    ("icu_collator", &["compose/collation.rs"]),
    ("icu_locale_core", &["compose/collation.rs"]),
    ("image", &["picture/"]),
    ("include_dir", &["build/theme/mod.rs", "shell/commands/init.rs"]),
    ("indicatif", &["shell/progress.rs"]),
    ("intl_memoizer", &["render/words.rs"]),
    ("jiff", &["model/date.rs"]),
    ("memchr", &["parse/html.rs"]),
    ("mimalloc", &["main.rs"]),
    ("moxcms", &["picture/vary.rs"]),
    ("notify", &["shell/watch/"]),
    ("percent_encoding", &["shell/preview/answer.rs"]),
    // Records of the memory, and keys of pages.
    ("postcard", &["model/digest.rs", "build/", "shell/same.rs"]),
    ("pulldown_cmark", &["parse/markdown.rs", "parse/markdown_tags.rs"]),
    ("quick_xml", &["render/atom.rs", "render/map.rs", "render/sitemap.rs"]),
    ("rayon", &["build/", "shell/same.rs", "shell/scan.rs", "shell/store/", "shell/output/"]),
    ("saphyr_parser", &["parse/yaml.rs"]),
    ("semver", &["parse/theme.rs"]),
    ("serde", &["model/", "diag/", "render/search.rs", "build/", "shell/"]),
    ("serde_json", &["render/search.rs", "shell/"]),
    ("serde_yaml", &["parse/yaml.rs"]),
    ("similar", &["compose/differences/"]),
    ("tera", &["render/engine.rs", "render/failure.rs"]),
    ("tokio", &["shell/preview/"]),
    ("tokio_io_timeout", &["shell/preview/server.rs"]),
    ("tokio_util", &["shell/preview/files.rs"]),
    (
        "unicode_normalization",
        &[
            "recognise/fold.rs",
            "recognise/names.rs",
            "parse/slug.rs",
            "index/words.rs",
            "compose/routes.rs",
            "compose/collation.rs",
        ],
    ),
    ("unicode_segmentation", &["recognise/"]),
    ("webp", &["picture/vary.rs"]),
    ("walkdir", &["shell/scan.rs"]),
];

/// What only the shell may touch.
const WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::io::stdin",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "print!(",
    "dbg!",
    "thread_rng",
    "HashMap",
    "HashSet",
];

const MAX_FILE: usize = 400;
const FORBIDDEN_NAMES: &[&str] = &["utils", "util", "helpers", "helper", "common", "manager", "prelude", "misc"];

struct Source {
    /// From `src/`.
    path: String,
    text: String,
}

impl Source {
    fn module(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }

    /// The lines of code: comments and unit tests left out.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let end = self.text.find("#[cfg(test)]").unwrap_or(self.text.len());
        self.text[..end].lines().enumerate().map(|(at, line)| (at + 1, line.split("//").next().unwrap_or_default()))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let sources: Vec<Source> = files
        .filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"))
        .map(|entry| Source {
            path: entry.path().strip_prefix(&root).expect("inside").to_string_lossy().replace('\\', "/"),
            text: fs::read_to_string(entry.path()).expect("a source that can be read"),
        })
        .collect();
    assert!(sources.len() > 50, "the sources were not found");
    sources
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|c: char| !c.is_alphanumeric() && c != '_')
}

#[test]
fn modules_name_only_what_stands_before_them() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !matches!(source.module(), "main" | "lib")) {
        let allowed = ARROWS.iter().find(|(module, _)| *module == source.module());
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{} is in no module of the table", source.path));
        for (number, line) in source.code() {
            let grouped = line.trim_start().starts_with("use crate::{");
            for (other, _) in ARROWS.iter().filter(|(other, _)| *other != source.module() && !allowed.contains(other)) {
                let named =
                    line.contains(&format!("crate::{other}")) || grouped && words(line).any(|word| word == *other);
                if named {
                    wrong.push(format!("{}:{number} names {other}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_outside_crate_has_its_home() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("a manifest");
    let section =
        manifest.split("[dependencies]").nth(1).and_then(|rest| rest.split("\n[").next()).expect("dependencies");
    for line in section.lines().filter(|line| line.contains('=')) {
        let name = line.split('=').next().unwrap_or_default().trim().replace('-', "_");
        assert!(line.contains('#'), "Cargo.toml does not say what `{name}` saves");
        assert!(HOMES.iter().any(|(krate, _)| *krate == name), "`{name}` has no home in this table");
    }
    let mut wrong = Vec::new();
    for source in sources() {
        for (krate, homes) in HOMES {
            let at_home =
                homes.iter().any(|home| source.path == *home || home.ends_with('/') && source.path.starts_with(home));
            let path = format!("{krate}::");
            let names = |line: &str| {
                line.match_indices(&path)
                    .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':')))
            };
            for (number, _) in source.code().filter(|(_, line)| !at_home && names(line)) {
                wrong.push(format!("{}:{number} names {krate}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_world_is_under_shell_alone() {
    let mut wrong = Vec::new();
    for source in sources().iter().filter(|source| !matches!(source.module(), "shell" | "main")) {
        for (number, line) in source.code() {
            for word in WORLD.iter().filter(|word| line.contains(**word)) {
                // The sanitiser's interface asks for a hash set; its order reaches nothing.
                if !(source.path == "compose/sanitise.rs" && *word == "HashSet") {
                    wrong.push(format!("{}:{number} names {word}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_short_and_say_what_they_decide() {
    let mut wrong = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if lines > MAX_FILE {
            wrong.push(format!("{} has {lines} lines", source.path));
        }
        if !source.text.starts_with("//! ") {
            wrong.push(format!("{} does not open with what it decides", source.path));
        }
        if source.path.split(['/', '.']).any(|part| FORBIDDEN_NAMES.contains(&part)) {
            wrong.push(format!("{} has a name that says nothing", source.path));
        }
        if source.text.contains("static mut") || source.text.contains("thread_local!") {
            wrong.push(format!("{} has a global that changes", source.path));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Functions of 60 lines and 4 parameters are clippy's to count; this holds the numbers in its file.
#[test]
fn clippy_counts_lines_and_parameters() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let clippy = fs::read_to_string(root.join("clippy.toml")).expect("clippy.toml");
    assert!(clippy.contains("too-many-lines-threshold = 60"));
    assert!(clippy.contains("too-many-arguments-threshold = 4"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("Cargo.toml");
    assert!(manifest.contains("too_many_lines = \"warn\"") && manifest.contains("too_many_arguments = \"warn\""));
}

/// The top level holds what the project is, and what tools force beside it.
#[test]
fn the_top_level_is_the_sites_and_the_crates() {
    let allowed = [
        "Cargo.toml",
        "Cargo.lock",
        // What cargo calls it.
        "build.rs",
        "src",
        "content",
        "themes",
        "public",
        "README.md",
        "docs",
        "tests",
        "benches",
        "clippy.toml",
        "rustfmt.toml",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        ".gitignore",
        ".ci",
        ".git",
        ".rapporteur",
        "target",
    ];
    let entries = fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the root");
    let strangers: Vec<String> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| !allowed.contains(&name.as_str()))
        .collect();
    assert!(strangers.is_empty(), "at the top level: {strangers:?}");
}
