//! Laws of a build, each held against the demo or a small site on a real disk.

use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::reference::ReferenceKind;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

fn run(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    command.args(arguments).current_dir(folder).envs(environment.iter().copied()).output().expect("the program")
}

fn good(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments, &[]);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A copy of the demo in an empty folder.
fn demo(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("laws").join(name);
    let _ = fs::remove_dir_all(&folder);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in walkdir::WalkDir::new(root.join("content")).into_iter().filter_map(Result::ok) {
        let to = folder.join(entry.path().strip_prefix(root).expect("inside"));
        if entry.file_type().is_dir() {
            fs::create_dir_all(&to).expect("a folder");
        } else {
            fs::copy(entry.path(), &to).expect("a copy");
        }
    }
    folder
}

/// Every file below a folder: its bytes and when it was changed.
fn tree(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let files =
        walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let changed = entry.metadata().expect("metadata").modified().expect("a date");
            let path = entry.path().strip_prefix(folder).expect("inside").to_owned();
            (path, (fs::read(entry.path()).expect("bytes"), changed))
        })
        .collect()
}

fn bytes(tree: &BTreeMap<PathBuf, (Vec<u8>, SystemTime)>) -> BTreeMap<&PathBuf, &Vec<u8>> {
    tree.iter().map(|(path, (bytes, _))| (path, bytes)).collect()
}

#[test]
fn the_demo_builds_without_a_finding() {
    let folder = demo("clean");
    let said = good(&folder, &["check", "--strict"]);
    assert!(said.lines().last().is_some_and(|last| last.starts_with("nothing wrong: 12 reports")), "{said}");
}

#[test]
fn a_second_build_writes_nothing() {
    let folder = demo("second");
    good(&folder, &["build"]);
    let first = tree(&folder.join("public"));
    assert!(first.len() > 500, "{} files", first.len());
    let said = good(&folder, &["build"]);
    assert!(said.contains("(0 written,"), "{said}");
    assert_eq!(first, tree(&folder.join("public")), "bytes and dates are those of the first build");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = demo("same");
    let environments: [&[(&str, &str)]; 3] = [
        &[("RAYON_NUM_THREADS", "1"), ("TZ", "Pacific/Kiritimati"), ("LANG", "C")],
        &[("RAYON_NUM_THREADS", "2"), ("TZ", "UTC"), ("LANG", "fr_FR.UTF-8")],
        &[("RAYON_NUM_THREADS", "8"), ("TZ", "America/New_York"), ("LANG", "ar_EG.UTF-8")],
    ];
    let mut trees = Vec::new();
    for (at, environment) in environments.iter().enumerate() {
        let out = format!("out-{at}");
        let output = run(&folder, &["build", "-o", &out], environment);
        assert!(output.status.success());
        trees.push(tree(&folder.join(out)));
    }
    assert!(bytes(&trees[0]) == bytes(&trees[1]) && bytes(&trees[1]) == bytes(&trees[2]));
}

#[test]
fn an_incremental_history_ends_where_a_clean_build_does() {
    let folder = demo("history");
    let report = folder.join("content/att-2013/2013-03-20-criteria.md");
    let original = fs::read_to_string(&report).expect("a report");
    let steps: [&dyn Fn(); 6] = [
        &|| {
            fs::write(&report, original.replace("Liechtenstein", "Fiji").replace("first non-paper", "first text"))
                .expect("edit")
        },
        &|| fs::rename(&report, folder.join("content/att-2013/2013-03-20-other-name.md")).expect("rename"),
        &|| fs::remove_file(folder.join("content/att-2013/2013-03-21-first-non-paper.md")).expect("delete"),
        &|| fs::write(folder.join("content/countries/FJI.md"), "Own words.\n").expect("add"),
        &|| fs::write(folder.join("public/index.html"), "edited by hand").expect("output"),
        &|| fs::remove_dir_all(folder.join("public/countries")).expect("output"),
    ];
    good(&folder, &["build"]);
    for (at, step) in steps.iter().enumerate() {
        step();
        // Links to what was renamed and deleted are dead: the site stays as it was, byte for byte, until they are mended.
        let before = tree(&folder.join("public"));
        if !run(&folder, &["build"], &[]).status.success() {
            assert_eq!(before, tree(&folder.join("public")), "step {at} failed and wrote");
            mend(&folder);
            good(&folder, &["build"]);
        }
        let clean = format!("clean-{at}");
        good(&folder, &["build", "-o", &clean]);
        assert!(
            bytes(&tree(&folder.join("public"))) == bytes(&tree(&folder.join(clean))),
            "step {at} differs from a clean build"
        );
    }
}

/// Replaces links to reports that are gone.
fn mend(folder: &Path) {
    for entry in fs::read_dir(folder.join("content/att-2013")).expect("reports").filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|ending| ending == "md") {
            let text = fs::read_to_string(entry.path()).expect("a report");
            let mended = text
                .replace("(2013-03-20-criteria.md)", "(2013-03-18-opening.md)")
                .replace("(2013-03-21-first-non-paper.md)", "(2013-03-18-opening.md)");
            if mended != text {
                fs::write(entry.path(), mended).expect("a report");
            }
        }
    }
}

/// Words that stand nowhere else, in every field of reports that readers must not see.
#[test]
fn withheld_text_reaches_no_output() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = scan::scan(root).expect("the demo");
    let reasons = ["draft: true", "embargo_until: 2013-04-01T00:00:00+02:00", "expires: 2013-03-01T00:00:00Z"];
    for (at, reason) in reasons.iter().enumerate() {
        let text = format!(
            "---\ntitle: Canary{at}title\n{reason}\ndate: 2013-03-2{at}\nsummary: Canary{at}summary\nauthors: [Canary{at}author]\n\
             countries: [TUV]\nphoto: {{src: canary{at}photo.jpg, alt: Canary{at}alt, credit: Canary{at}credit}}\n\
             corrections: [{{date: 2013-03-29, text: Canary{at}correction}}]\naliases: [/canary{at}alias/]\nextra: {{k: Canary{at}extra}}\n---\n\n\
             Tuvalu said Canary{at}body on Article 23. [Canary{at}link](canary{at}file.pdf)\n\n\
             > [!STATEMENT] Kiribati · Article 24 · supports\n> Canary{at}statement.\n"
        );
        sources
            .files
            .insert(format!("content/att-2013/2013-03-2{at}-canary{at}.md").into(), Content::Text(text.into()));
        for asset in [format!("canary{at}photo.jpg"), format!("canary{at}file.pdf")] {
            sources.files.insert(format!("content/att-2013/{asset}").into(), Content::Asset { size: 1 });
        }
    }
    let leftovers = [
        "canary8.md.bak",
        "canary8.md.orig",
        "canary8.md_old",
        "canary8.md~",
        "canary8.md (1)",
        "~$canary8.docx",
        "#canary8.md#",
        ".canary8.swp",
        "canary8.orig",
    ];
    for name in leftovers {
        sources.files.insert(format!("content/att-2013/{name}").into(), Content::Asset { size: 1 });
    }
    let closed = "---\ntitle: Canary9conference\ndraft: true\n---\n".to_owned();
    sources.files.insert("content/canary9/_index.md".into(), Content::Text(closed.into()));
    let inside = "---\ntitle: Canary9report\n---\nNauru.\n".to_owned();
    sources.files.insert("content/canary9/2013-03-20-x.md".into(), Content::Text(inside.into()));

    let terms = "terms:\n  - {term: Canary9term, full: Canary9full, meaning: Canary9meaning}\n".to_owned();
    sources.files.insert("content/canary9/glossary.yaml".into(), Content::Text(terms.into()));

    let (text, found) = everything(&sources, "2013-03-15T00:00:00Z");
    assert!(text.len() > 1_000_000, "the demo was built");
    assert!(text.contains("/att-2013/print/<!doctype"), "print editions are among it");
    assert_eq!(found, Vec::<String>::new(), "nothing of them is in any byte or name");
    for name in ["Tuvalu", "Kiribati", "Nauru"] {
        assert!(!text.contains(name), "{name} is named by withheld text alone");
    }
    // By the clock alone the embargo passes, and only the embargoed report comes out.
    let (_, found) = everything(&sources, "2013-04-01T00:00:00+02:00");
    assert!(found.iter().any(|word| word.starts_with("canary1")), "{found:?}");
    assert!(found.iter().all(|word| word.starts_with("canary1")), "{found:?}");
}

/// All output as one text, and the canaries in it, in lower case.
fn everything(sources: &SourceSet, now: &str) -> (String, Vec<String>) {
    let now = Instant::read(now).expect("a moment");
    let outcome = build::build(sources, &Options { now, drafts: Drafts::Withheld, base_url: None });
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let built = &outcome.value;
    let mut text = String::new();
    for artifact in &built.artifacts {
        text.push_str(artifact.route.as_str());
        match &artifact.body {
            Body::Bytes(bytes) => text.push_str(&String::from_utf8_lossy(bytes)),
            Body::Copy(path) => text.push_str(path),
        }
        text.push('\n');
    }
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.contains("canary"));
    let found: std::collections::BTreeSet<String> = words.map(str::to_owned).collect();
    (text, found.into_iter().collect())
}

#[test]
fn a_second_process_is_told_who_is_at_work() {
    let folder = demo("lock");
    good(&folder, &["build"]);
    let lock = fs::File::options().read(true).write(true).open(folder.join(".rapporteur/lock")).expect("the lock");
    lock.try_lock().expect("nobody is at work");
    let output = run(&folder, &["build"], &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is at work on this site"));
    drop(lock);
    good(&folder, &["build"]);
}

/// No text that an author could write makes the program panic, and each takes well under a second a megabyte.
#[test]
fn hostile_texts_end_in_findings_or_pages() {
    let nested = "[".repeat(60_000);
    let mut bodies: Vec<String> = vec![
        format!("---\ntitle: {nested}\n---\n"),
        format!("---\ntitle: x\nextra: {}\n---\n", "{a: ".repeat(5_000)),
        "---\ntitle: x\na: &a [x, x]\nb: &b [*a, *a]\n---\n".to_owned(),
        "---\n".to_owned(),
        String::new(),
        "---\ntitle: x\n---\n".to_owned() + &"Article 6, ".repeat(20_000),
        "---\ntitle: x\n---\n".to_owned() + &"Guinea ".repeat(30_000),
        "---\ntitle: x\n---\n".to_owned() + &"*a **b ".repeat(20_000),
        "---\ntitle: x\n---\n".to_owned() + &"> ".repeat(5_000) + "[!STATEMENT] a · b",
        "---\ntitle: x\n---\n".to_owned() + &"[x](country:".repeat(5_000),
        "---\ntitle: x\n---\n> [!STATEMENT] · · · · ·\n> x\n\n> [!STATEMENT] Norway\u{301} for for · Art. Art. ((( · é\n> x".to_owned(),
        "---\ntitle: \u{202e}x\nphoto: {src: ../../../etc/passwd, alt: x}\n---\nArticle (1)(a)(i)–(z) Articles 1–999 Articles 9–1 PP PP1–PP3".to_owned(),
    ];
    for text in ["é", "👩‍👩‍👧", "a\u{301}\u{301}", "\u{0}", "第条", "المادة"] {
        bodies.push(format!("---\ntitle: {text}\n---\n> [!STATEMENT] {text}·{text}·{text}\n> {text}\n\n# {text} {{#{text}}}\n|{text}|\n|-|\n|{text}|\n"));
    }
    for body in bodies {
        let mut sources = SourceSet::default();
        let conference = "---\ntitle: C\ninstruments: [t]\n---\n".to_owned();
        let instrument = "---\ntitle: T\n---\n".to_owned();
        sources.files.insert("content/c/_index.md".into(), Content::Text(conference.into()));
        sources.files.insert("content/instruments/t/_index.md".into(), Content::Text(instrument.into()));
        sources.files.insert("content/instruments/t/2013-01-01.md".into(), Content::Text(body.clone().into()));
        let report = scan::text(body.clone().into_bytes());
        sources.files.insert("content/c/2013-01-01-x.md".into(), report);
        let options = Options { now: Instant(0), drafts: Drafts::Withheld, base_url: None };
        let begun = std::time::Instant::now();
        build::build(&sources, &options);
        let taken = begun.elapsed();
        assert!(
            taken.as_secs() < 20,
            "{} bytes beginning {:?} took {taken:?}",
            body.len(),
            &body.chars().take(40).collect::<String>()
        );
    }
}

/// Of a site that does not have its host for itself, no address in any page leaves its path.
#[test]
fn under_a_path_every_address_begins_with_it() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let base = rapporteur::model::site::BaseUrl::read("https://x.example/briefings/");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: base };
    let outcome = build::build(&sources, &options);
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let (mut looked_at, mut assets) = (0, 0);
    for artifact in &outcome.value.artifacts {
        let Body::Bytes(bytes) = &artifact.body else { continue };
        let html = String::from_utf8_lossy(bytes);
        if !html.starts_with("<!doctype html>") {
            continue;
        }
        for reference in rapporteur::parse::html::references(&html) {
            if reference.kind == ReferenceKind::Id || !reference.value.starts_with('/') {
                continue;
            }
            let inside = reference.value.strip_prefix("/briefings").filter(|rest| rest.starts_with('/'));
            let inside = inside.unwrap_or_else(|| panic!("{} on {}", reference.value, artifact.route));
            looked_at += 1;
            assets += usize::from(inside.starts_with("/assets/"));
        }
    }
    assert!(looked_at > 10_000 && assets > 1_000, "{looked_at} addresses, {assets} of assets");
}

/// What was said, and what was compared, has a day in the sitemap, so that crawlers come back for it.
#[test]
fn the_sitemap_dates_what_was_said() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let base = rapporteur::model::site::BaseUrl::read("https://x.example/");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: base };
    let built = build::build(&sources, &options).value;
    let map = built.artifacts.iter().find(|artifact| artifact.route.as_str() == "/sitemap.xml").expect("a sitemap");
    let Body::Bytes(bytes) = &map.body else { panic!("it is copied") };
    let text = String::from_utf8_lossy(bytes);
    let entry = |end: &str| {
        let end = format!("{end}</loc>");
        text.split("<url>").find(|entry| entry.contains(&end)).unwrap_or_else(|| panic!("no {end}"))
    };
    for page in ["/att-2013/issues/", "/att-2013/glossary/", "/clauses/att/art_6/"] {
        assert!(entry(page).contains("<lastmod>2013-0"), "{}", entry(page));
    }
    let compared: Vec<&str> = text.split("<url>").filter(|entry| entry.contains("/compare/")).collect();
    assert!(!compared.is_empty() && compared.iter().all(|entry| entry.contains("<lastmod>")));
}
