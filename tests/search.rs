//! Laws of search: what is said is found in every language, what is withheld is not, an edit changes the files of the
//! words that came and went. The files are read here as `render/search.rs` says that they are written, and not by its code.

use rapporteur::build::{self, Options};
use rapporteur::index;
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Every file of a site by its address.
fn built(sources: &SourceSet) -> BTreeMap<String, Vec<u8>> {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(sources, &options);
    let errors: Vec<_> =
        outcome.findings.iter().filter(|finding| finding.severity() == rapporteur::diag::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    let file = |artifact: rapporteur::model::artifact::Artifact| match artifact.body {
        Body::Bytes(bytes) => Some((artifact.route.as_str().to_owned(), bytes)),
        Body::Copy(_) => None,
    };
    outcome.value.artifacts.into_iter().filter_map(file).collect()
}

fn site(files: &[(String, String)]) -> SourceSet {
    let mut sources = SourceSet::default();
    for (path, text) in files {
        sources.files.insert(path.as_str().into(), Content::Text(text.as_str().into()));
    }
    sources
}

/// Reads numbers and bytes one behind the other.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn take(&mut self, length: usize) -> &'a [u8] {
        let (own, rest) = self.0.split_at(length);
        self.0 = rest;
        own
    }

    fn number(&mut self) -> usize {
        let mut value = 0;
        for shift in (0..).step_by(7) {
            let byte = self.take(1)[0];
            value |= usize::from(byte & 127) << shift;
            if byte < 128 {
                break;
            }
        }
        value
    }
}

/// The search of one edition, as a browser reads it.
struct Search<'a> {
    files: &'a BTreeMap<String, Vec<u8>>,
    root: String,
    index: Value,
}

impl<'a> Search<'a> {
    fn of(files: &'a BTreeMap<String, Vec<u8>>, prefix: &str) -> Self {
        let root = format!("{prefix}/search/");
        let index = serde_json::from_slice(&files[&format!("{root}index.json")]).expect("an index");
        Self { files, root, index }
    }

    fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&self.files[&format!("{}{name}", self.root)]).expect("JSON")
    }

    fn cuts(&self) -> Vec<(String, String)> {
        serde_json::from_value(self.index["cuts"].clone()).expect("cuts")
    }

    /// By word, the numbers of the reports that have it, with their weights.
    fn file(&self, name: &str) -> BTreeMap<String, BTreeMap<usize, usize>> {
        let mut rest = Bytes(&self.files[&format!("{}words/{name}.bin", self.root)]);
        assert_eq!(u32::from_le_bytes(rest.take(4).try_into().expect("four")), self.index["stamp"], "the stamp");
        let mut all = BTreeMap::new();
        let mut word: Vec<u8> = Vec::new();
        while !rest.0.is_empty() {
            word.truncate(rest.number());
            let length = rest.number();
            word.extend(rest.take(length));
            let length = rest.number();
            let mut own = Bytes(rest.take(length));
            let mut reports = BTreeMap::new();
            for weight in 0..3 {
                let many = own.number();
                let mut last = if many & 1 == 1 { own.number() } else { 0 };
                if many & 1 == 0 {
                    for _ in 0..many / 2 {
                        last += own.number();
                        assert_eq!(reports.insert(last, weight), None, "a report has one weight");
                    }
                    continue;
                }
                for byte in own.take((many - 1) / 2) {
                    reports.extend((0..8).filter(|bit| byte >> bit & 1 == 1).map(|bit| (last + bit, weight)));
                    last += 8;
                }
            }
            assert!(own.0.is_empty());
            assert!(all.insert(String::from_utf8(word.clone()).expect("UTF-8"), reports).is_none());
        }
        all
    }

    /// The addresses of the reports that have a word, found as a browser finds them: one file is asked.
    fn find(&self, word: &str) -> BTreeSet<String> {
        let cuts = self.cuts();
        let at = cuts.partition_point(|(from, _)| from.as_str() <= word) - 1;
        let reports = self.file(&cuts[at].1).remove(word).unwrap_or_default();
        reports.keys().map(|number| self.head(*number)[0].as_str().expect("an address").to_owned()).collect()
    }

    fn head(&self, number: usize) -> Value {
        let heads = self.index["heads"].as_u64().expect("a number") as usize;
        self.json(&format!("reports/{}.json", number / heads))[number % heads].clone()
    }

    /// All words and marks of all files.
    fn all(&self) -> BTreeMap<String, BTreeMap<usize, usize>> {
        self.cuts().iter().flat_map(|(_, name)| self.file(name)).collect()
    }
}

fn demo() -> SourceSet {
    scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo")
}

/// The texts of a report's paragraphs and statements, out of its finished page.
fn passages(page: &str) -> Vec<String> {
    let cut = |begin: &'static str, end: &'static str| {
        page.split(begin).skip(1).filter_map(move |rest| Some(rest.split_once(end)?.0)).map(move |rest| (begin, rest))
    };
    let text = |(begin, inside): (&str, &str)| {
        // The number beside a paragraph is no text of its.
        let inside =
            if begin.starts_with("<p") { inside.split_once("</a>").map_or("", |(_, rest)| rest) } else { inside };
        let without_notes = |part: &str| part.split_once("</sup>").map_or(part, |(_, rest)| rest).to_owned();
        let inside: String = inside.split("<sup").map(without_notes).collect();
        let mut text = String::new();
        let mut is_tag = false;
        for letter in inside.chars() {
            match letter {
                '<' => is_tag = true,
                '>' => is_tag = false,
                _ if !is_tag => text.push(letter),
                _ => {}
            }
        }
        text.replace("&amp;", "&")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
    };
    cut("<p id=\"p", "</p>").chain(cut("class=\"words\">", "</div>")).map(text).collect()
}

#[test]
fn every_word_of_every_paragraph_of_the_demo_leads_to_its_report() {
    let files = built(&demo());
    for prefix in ["", "/fr", "/ar"] {
        let search = Search::of(&files, prefix);
        let all = search.all();
        let reports = search.index["reports"].as_u64().expect("a number") as usize;
        assert_eq!(reports, 12, "{prefix}");
        let (mut tried, mut asked) = (0, BTreeSet::new());
        for number in 0..reports {
            let href = search.head(number)[0].as_str().expect("an address").to_owned();
            let page = String::from_utf8(files[&href].clone()).expect("UTF-8");
            let passages = passages(&page);
            assert!(passages.len() > 3, "{href}: {} passages", passages.len());
            for text in passages {
                index::words(&text, &mut |word| {
                    let found = all.get(word).is_some_and(|reports| reports.contains_key(&number));
                    assert!(found, "{href}: `{word}` of `{text}`");
                    tried += 1;
                    asked.insert(word.to_owned());
                });
            }
        }
        assert!(tried > 4000, "{prefix}: {tried} words");
        // One file is asked for a word, and it is the one that has it.
        for word in asked.iter().step_by(7) {
            assert!(!search.find(word).is_empty(), "{prefix}: {word}");
        }
        println!("{prefix}/: {tried} words of 12 reports, {} different", asked.len());
    }
}

#[test]
fn words_of_a_translation_are_found_in_its_language_alone() {
    let files = built(&demo());
    let arabic = Search::of(&files, "/ar").find("معاهده");
    assert!(arabic.contains("/ar/att-2013/2013-03-27-third-text/"), "{arabic:?}");
    assert!(Search::of(&files, "").find("معاهده").is_empty());
    let accents = Search::of(&files, "/fr").all();
    assert!(accents.keys().any(|word| word == "traite") && accents.keys().all(|word| !word.contains('é')));
}

#[test]
fn chinese_is_found_by_any_two_characters() {
    let report = "---\ntitle: 开幕\ndate: 2026-06-01\n---\n\n挪威代表在会上谈到第6条第2款和武器贸易条约。\n";
    let files = [
        ("content/site.yaml", "title: T\nlanguages: [zh]\n"),
        ("content/talks/_index.md", "---\ntitle: 会谈\nstart: 2026-06-01\n---\n"),
        ("content/talks/2026-06-01-opening.md", report),
    ];
    let files = built(&site(&files.map(|(path, text)| (path.to_owned(), text.to_owned()))));
    let search = Search::of(&files, "");
    for word in ["挪威", "代表", "贸易", "条约", "第", "6", "条第", "款和", "开幕"] {
        assert_eq!(search.find(word).len(), 1, "{word}");
    }
}

/// A conference with so many reports of a few hundred words each, every one with words of its own.
fn large(reports: usize) -> Vec<(String, String)> {
    let mut files = vec![
        ("content/site.yaml".to_owned(), "title: T\n".to_owned()),
        ("content/talks/_index.md".to_owned(), "---\ntitle: Talks\nstart: 2026-01-01\n---\n".to_owned()),
    ];
    for at in 0..reports {
        let words: Vec<String> = (0..300).map(|word| made_up(at * 31 + word * word)).collect();
        let text =
            format!("---\ntitle: Report {at}\n---\n\nNorway spoke. The chair listened to {}.\n", words.join(" "));
        files.push((format!("content/talks/2026-{:02}-{:02}-r{at}.md", at / 28 % 12 + 1, at % 28 + 1), text));
    }
    files
}

/// A word that stands for a number.
fn made_up(number: usize) -> String {
    let syllables = ["ba", "do", "fi", "gu", "ke", "la", "mo", "nu", "pe", "ri", "so", "tu", "va", "we", "xi", "zo"];
    let mut rest = number % 40_000 + 1;
    let mut word = String::new();
    while rest > 0 {
        word.push_str(syllables[rest % 16]);
        rest /= 16;
    }
    word
}

#[test]
fn files_of_words_are_small_and_say_where_they_begin() {
    let files = built(&site(&large(600)));
    let search = Search::of(&files, "");
    let cuts = search.cuts();
    assert!(cuts.len() > 8, "{} files", cuts.len());
    let mut words = 0;
    for (at, (from, name)) in cuts.iter().enumerate() {
        let size = files[&format!("/search/words/{name}.bin")].len();
        assert!(size < 20_000, "{name}: {size} bytes");
        let own = search.file(name);
        let next = cuts.get(at + 1).map(|(next, _)| next.as_str());
        assert!(own.keys().all(|word| word.as_str() >= from.as_str() && next.is_none_or(|next| word.as_str() < next)));
        words += own.len();
    }
    assert_eq!(words, search.all().len());
    assert_eq!(files.keys().filter(|route| route.starts_with("/search/words/")).count(), cuts.len());
}

#[test]
fn an_edit_changes_the_files_of_words_that_came_and_went() {
    let mut sources = large(600);
    let before = built(&site(&sources));
    let report = sources.iter_mut().find(|(path, _)| path.ends_with("-r300.md")).expect("a report");
    report.1 = report.1.replacen("The chair listened", "The chairman listened", 1);
    let after = built(&site(&sources));
    let changed: Vec<&String> = after
        .iter()
        .filter(|(route, bytes)| route.contains("/search/") && before.get(*route) != Some(bytes))
        .map(|(route, _)| route)
        .collect();
    println!("changed: {changed:?}");
    assert!((1..=2).contains(&changed.len()), "{changed:?}");
    assert!(changed.iter().all(|route| route.starts_with("/search/words/")), "{changed:?}");
    assert_eq!(before.len(), after.len());
}

#[test]
fn what_is_withheld_is_in_no_file_of_search() {
    let report = |title: &str, rest: &str, text: &str| format!("---\ntitle: {title}\n{rest}---\n\n{text}\n");
    let mut files = vec![
        ("content/site.yaml".to_owned(), "title: T\nlanguages: [en, fr]\n".to_owned()),
        ("content/talks/_index.md".to_owned(), "---\ntitle: Talks\nstart: 2026-06-01\n---\n".to_owned()),
        (
            "content/secret/_index.md".to_owned(),
            "---\ntitle: Canaryplace\nstart: 2026-06-01\ndraft: true\n---\n".to_owned(),
        ),
        ("content/secret/2026-06-01-a.md".to_owned(), report("Canaryinside", "", "Fiji: canaryseven.")),
        (
            "content/talks/2026-06-01-a.md".to_owned(),
            report("Open", "", "Norway: all may read this. <!-- canaryeight -->"),
        ),
        ("content/talks/2026-06-01-a.fr.md".to_owned(), report("Canaryfrench", "draft: true\n", "Canarythree.")),
        ("content/talks/2026-06-02-b.md".to_owned(), report("Canarydraft", "draft: true\n", "Sweden: canaryone.")),
        (
            "content/talks/2026-06-03-c.md".to_owned(),
            report("Canarylater", "embargo_until: 2040-01-01T00:00:00Z\n", "Peru: canarytwo."),
        ),
    ];
    let canaries = |files: &[(String, String)]| -> Vec<String> {
        let files = built(&site(files));
        let mut found = Vec::new();
        for prefix in ["", "/fr"] {
            let words = Search::of(&files, prefix).all();
            found.extend(words.into_keys().filter(|word| {
                word.contains("canary") || ["@SWE", "@PER", "@FJI", "#secret"].contains(&word.as_str())
            }));
        }
        let texts = files.iter().filter(|(route, _)| route.contains("/search/"));
        found.extend(
            texts
                .filter(|(_, bytes)| String::from_utf8_lossy(bytes).to_lowercase().contains("canary"))
                .map(|(route, _)| route.clone()),
        );
        found
    };
    assert_eq!(canaries(&files), [""; 0]);
    // The same words are found when they are released, so that the test would notice them.
    for (_, text) in &mut files {
        *text = text.replace("draft: true\n", "").replace("embargo_until: 2040-01-01T00:00:00Z\n", "");
    }
    let released = canaries(&files);
    for word in [
        "canaryone",
        "canarytwo",
        "canarythree",
        "canaryseven",
        "canarydraft",
        "canarylater",
        "canaryfrench",
        "@SWE",
        "@PER",
        "#secret",
    ] {
        assert!(released.iter().any(|found| found == word), "{word} of {released:?}");
    }
    assert!(!released.iter().any(|found| found == "canaryeight"), "a comment is no text");
}

#[test]
fn a_site_can_do_without() {
    let mut sources = large(3);
    assert!(built(&site(&sources)).contains_key("/search/"));
    sources[0].1.push_str("search: false\n");
    let files = built(&site(&sources));
    assert_eq!(files.keys().filter(|route| route.contains("/search/")).count(), 0);
    assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("/search/")));
}
