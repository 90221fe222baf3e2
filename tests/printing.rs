//! Laws of print editions: each report once, no id twice, no page without bound, and no more made anew than a part.

use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::reference::ReferenceKind;
use rapporteur::model::site::BaseUrl;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::parse::html::references;
use rapporteur::shell::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Reports of one part, at the most.
const PART: usize = 20;

/// All pages that a site has, by address; nothing may be wrong with it.
fn pages(sources: &SourceSet) -> BTreeMap<String, String> {
    let base_url = BaseUrl::read("https://x.example/sub/");
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url };
    let outcome = build::build(sources, &options);
    assert_eq!(outcome.findings, Vec::new());
    let text = |body: Body| match body {
        Body::Bytes(bytes) => String::from_utf8(bytes).unwrap_or_default(),
        Body::Copy(_) => String::new(),
    };
    outcome.value.artifacts.into_iter().map(|one| (one.route.as_str().to_owned(), text(one.body))).collect()
}

fn editions(pages: &BTreeMap<String, String>) -> BTreeMap<&str, &str> {
    pages
        .iter()
        .filter(|(route, _)| route.contains("/print/"))
        .map(|(route, text)| (route.as_str(), text.as_str()))
        .collect()
}

/// A conference of so many days, with `per_day` reports each.
fn conference(days: usize, per_day: usize) -> SourceSet {
    let mut sources = SourceSet::default();
    let mut put = |path: String, text: String| drop(sources.files.insert(path.into(), Content::Text(text.into())));
    put(
        "content/c/_index.md".to_owned(),
        "---\ntitle: Conference\ninstruments: [t]\n---\nIts introduction.\n".to_owned(),
    );
    put("content/instruments/t/_index.md".to_owned(), "---\ntitle: Treaty\n---\n".to_owned());
    for day in 0..days {
        for at in 0..per_day {
            let path = format!("content/c/2013-{:02}-{:02}-r{at}.md", 1 + day / 28, 1 + day % 28);
            let text = format!(
                "---\ntitle: Report {day} {at}\n---\n# A heading\n\nNorway on Article {}.[^n] See [above](#p1), [a heading](#a-heading) and \
                 <a id=\"own\"></a>[that](#own).\n\n> [!STATEMENT] Chad · Article 2 · supports\n> Words {day}-{at}.\n\n[^n]: Note.\n",
                day % 5 + 1
            );
            put(path, text);
        }
    }
    sources
}

#[test]
fn each_report_stands_in_one_part_and_days_are_whole() {
    for (days, per_day, wanted) in [(1, 1, 1), (20, 1, 1), (21, 1, 2), (9, 3, 2), (2, 45, 6), (50, 2, 5)] {
        let pages = pages(&conference(days, per_day));
        let editions = editions(&pages);
        assert_eq!(editions.len(), wanted, "{days} days of {per_day}");
        let mut seen = BTreeSet::new();
        for text in editions.values() {
            let sheets = text.matches("<article class=\"sheet\"").count();
            assert!((1..=PART).contains(&sheets), "{sheets} reports");
            for day in 0..days {
                for at in 0..per_day {
                    if text.contains(&format!("Words {day}-{at}.")) {
                        assert!(seen.insert((day, at)), "{day} {at} stands in two parts");
                    }
                }
            }
        }
        assert_eq!(seen.len(), days * per_day);
    }
}

/// Links to what is on the page stay on it, and all of them lead somewhere.
#[test]
fn ids_stand_once_and_links_within_the_page_lead_to_them() {
    let demo = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let (mut ids, mut links) = (0, 0);
    for sources in [demo, conference(30, 2)] {
        let pages = pages(&sources);
        for (route, text) in editions(&pages) {
            let of = |kind: ReferenceKind| {
                references(text).filter(move |one| one.kind == kind).map(|one| one.value.into_owned())
            };
            let mut own = BTreeSet::new();
            for id in of(ReferenceKind::Id) {
                assert!(own.insert(id.clone()), "{id} stands twice on {route}");
            }
            for anchor in of(ReferenceKind::Page).filter_map(|href| href.strip_prefix('#').map(str::to_owned)) {
                assert!(own.contains(&anchor), "#{anchor} leads nowhere on {route}");
                links += 1;
            }
            ids += own.len();
        }
    }
    assert!(ids > 500 && links > 1_000, "{ids} ids, {links} links");
}

#[test]
fn one_edited_report_makes_its_part_anew_and_no_other() {
    let mut sources = conference(50, 1);
    let before = pages(&sources);
    let path = "content/c/2013-01-25-r0.md";
    let Some(Content::Text(text)) = sources.files.get(path) else { panic!("no report") };
    let edited = text.replace("Words", "Other words");
    sources.files.insert(path.into(), Content::Text(edited.into()));
    let after = pages(&sources);
    let (before, after) = (editions(&before), editions(&after));
    let changed: Vec<&&str> =
        after.iter().filter(|(route, text)| before.get(*route) != Some(text)).map(|(route, _)| route).collect();
    assert_eq!(changed, [&"/c/print/2/"]);
}

#[test]
fn search_engines_are_told_of_the_conference() {
    let pages = pages(&conference(30, 1));
    for (route, text) in editions(&pages) {
        assert!(text.contains("<link rel=\"canonical\" href=\"https://x.example/sub/c/\">"), "{route}");
        assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"), "{route}");
    }
    assert!(!pages["/sitemap.xml"].contains("/print/"));
    assert!(pages["/c/"].contains("href=\"/sub/c/print/\""));
}

#[test]
fn a_site_can_do_without() {
    let mut sources = conference(3, 1);
    sources.files.insert("content/site.yaml".into(), Content::Text("print: false\n".to_owned().into()));
    let pages = pages(&sources);
    assert!(editions(&pages).is_empty() && !pages["/c/"].contains("/print/"));
}
