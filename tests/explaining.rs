//! What `rapporteur explain` says of a page is what the next build does: for every page of a small site, after each of
//! many changes.

use rapporteur::build::{self, Explanation, Options, RecordKey, RecordKind, World};
use rapporteur::model::artifact::{Artifact, Body};
use rapporteur::model::date::Instant;
use rapporteur::model::digest::Digest;
use rapporteur::model::ids::Route;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::site::BaseUrl;
use rapporteur::model::source::{Content, SourceSet};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

type Records = BTreeMap<(RecordKind, String), Vec<u8>>;

/// A disk in maps.
#[derive(Default)]
struct Maps {
    records: Mutex<Records>,
    /// What a build found when it began.
    before: Records,
    files: BTreeMap<String, Digest>,
    emitted: Mutex<BTreeMap<String, Digest>>,
}

impl Maps {
    /// The same disk for one more build.
    fn again(&self) -> Self {
        let records = self.records.lock().expect("records").clone();
        Self { before: records.clone(), records: Mutex::new(records), files: self.files.clone(), ..Self::default() }
    }

    /// Puts in place what was made; gives the names of these files.
    fn publish(&mut self) -> BTreeSet<String> {
        let emitted = std::mem::take(&mut *self.emitted.lock().expect("files"));
        let names = emitted.keys().cloned().collect();
        self.files.extend(emitted);
        names
    }
}

impl World for Maps {
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>> {
        self.records.lock().expect("records").get(&(key.kind, key.name.to_owned())).cloned()
    }

    fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)> {
        let own = self.before.iter().filter(|((of, _), _)| *of == kind);
        own.map(|((_, name), record)| (name.clone(), record.clone())).collect()
    }

    fn keep(&self, key: RecordKey, record: Vec<u8>) {
        self.records.lock().expect("records").insert((key.kind, key.name.to_owned()), record);
    }

    fn forget(&self, key: RecordKey) {
        self.records.lock().expect("records").remove(&(key.kind, key.name.to_owned()));
    }

    fn text(&self, _path: &std::sync::Arc<str>) -> Option<std::sync::Arc<str>> {
        None
    }

    fn stands(&self, file: &str) -> Option<Digest> {
        self.files.get(file).copied()
    }

    fn retain(&self, _file: &str) {}

    fn emit(&self, artifact: Artifact) {
        let digest = match &artifact.body {
            Body::Bytes(bytes) => Digest::of(bytes),
            Body::Copy(_) => Digest::default(),
        };
        self.emitted.lock().expect("files").insert(artifact.route.file(), digest);
    }
}

/// The site that `rapporteur init` makes, with a theme of its own.
fn site() -> SourceSet {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell/scaffold/site");
    let mut sources = rapporteur::shell::scan::scan(&root).expect("the site");
    change(&mut sources, ("content/site.yaml", "", "\ntheme: own\n"));
    change(&mut sources, ("themes/own/theme.yaml", "", "extends: plenary\n"));
    change(&mut sources, (TEMPLATE, "", include_str!("../themes/plenary/templates/page.html")));
    sources
}

fn options() -> Options {
    Options { now: Instant(1_800_000_000), drafts: Drafts::Withheld, base_url: BaseUrl::read("https://a.example/sub/") }
}

fn explain(sources: &SourceSet, world: &Maps, asked: &str) -> Result<Explanation, Vec<Route>> {
    build::explain(sources, &options(), &world.again(), asked).value
}

/// A file, and its words that are replaced; without any, words are added at its end.
type Change = (&'static str, &'static str, &'static str);

const REPORT: &str = "content/example-2026/2026-06-01-opening.md";

const TEMPLATE: &str = "themes/own/templates/page.html";

const CHANGES: [Change; 6] = [
    (REPORT, "This report is made up.", "This report is made up of words."),
    (REPORT, "· amends", "· supports"),
    (REPORT, "Norway and the", "Norway, Fiji and the"),
    ("content/about.md", "", "\nOne more line."),
    (TEMPLATE, "wide plain", "wide plain more"),
    (
        "content/example-2026/2026-06-02-more.md",
        "",
        "---\ntitle: More\ndate: 2026-06-02\n---\nNorway spoke on Article 1.\n",
    ),
];

fn change(sources: &mut SourceSet, (path, old, new): Change) {
    let text = sources.text(path).map_or_else(String::new, |text| text.to_string());
    assert!(text.contains(old), "{path} has no `{old}`");
    let text = if old.is_empty() { text + new } else { text.replace(old, new) };
    sources.files.insert(path.into(), Content::Text(text.into()));
}

/// Holds what is said of every page against what a build makes; gives how many it made.
fn holds(sources: &SourceSet, world: &mut Maps) -> usize {
    let pages = build::pages(sources, &options());
    let said: BTreeMap<String, Explanation> = pages
        .iter()
        .map(|(page, _)| (page.route.file(), explain(sources, world, page.route.as_str()).expect("a page")))
        .collect();
    let mut fresh = world.again();
    let findings = build::make(sources, &options(), &fresh).findings;
    assert!(!rapporteur::diag::has_errors(&findings), "{findings:?}");
    let made = fresh.publish();
    for (file, explanation) in &said {
        assert_eq!(explanation.renders, made.contains(file), "{explanation:#?}");
        assert_eq!(explanation.verdict.starts_with("will be rendered: "), explanation.renders);
    }
    *world = fresh;
    said.values().filter(|explanation| explanation.renders).count()
}

#[test]
fn what_is_said_of_a_page_is_what_a_build_does() {
    let (mut sources, mut world) = (site(), Maps::default());
    let all = holds(&sources, &mut world);
    assert!(all > 40, "{all}");
    assert_eq!(holds(&sources, &mut world), 0);
    for one in CHANGES {
        change(&mut sources, one);
        let made = holds(&sources, &mut world);
        assert!(made > 0 && made < all, "{one:?}: {made}");
        world.files.insert("countries/norway/index.html".to_owned(), Digest::default());
        assert_eq!(holds(&sources, &mut world), 1);
    }
}

#[test]
fn a_page_is_found_by_any_of_its_names() {
    let (sources, world) = (site(), Maps::default());
    let route = |asked: &str| explain(&sources, &world, asked).map(|found| found.route.to_string());
    for asked in [
        "/countries/norway/",
        "countries/norway",
        "/sub/countries/norway/",
        "sub/countries/norway/index.html",
        "https://a.example/sub/countries/norway/?x#top",
    ] {
        assert_eq!(route(asked), Ok("/countries/norway/".to_owned()), "{asked}");
    }
    for (asked, wanted) in [
        ("/", "/"),
        ("https://a.example/sub", "/"),
        ("index.html", "/"),
        ("sitemap.xml", "/sitemap.xml"),
        ("content/about.md", "/about/"),
        ("content/example-2026/_index.md", "/example-2026/"),
        (REPORT, "/example-2026/2026-06-01-opening/"),
    ] {
        assert_eq!(route(asked), Ok(wanted.to_owned()), "{asked}");
    }
    for asked in ["/countries/norwya/", "norwya", "countries/norwya/index.html", "/sub/country/norwya"] {
        assert_eq!(route(asked), Err(vec![Route::new("/countries/norway/")]), "{asked}");
    }
    assert_eq!(route("/nothing/like/that/"), Err(Vec::new()));
}
