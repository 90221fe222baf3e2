//! Laws of the world maps: each shows the statements that the model has and nothing else; every country can be on
//! one; none is large.

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::{Artifact, Body};
use rapporteur::model::corpus::Corpus;
use rapporteur::model::date::Instant;
use rapporteur::model::delegation::DelegationKind;
use rapporteur::model::ids::{ClauseId, DelegationId};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::report::Statement;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::parse;
use rapporteur::shell::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Country's name → its number of statements.
type Counts = BTreeMap<String, usize>;

fn options() -> Options {
    Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None }
}

fn text(artifact: &Artifact) -> String {
    match &artifact.body {
        Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Body::Copy(path) => panic!("{path} is copied"),
    }
}

/// The words of every element of one kind, tags inside left out.
fn words_of(markup: &str, element: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut inside = false;
    for Ok(token) in Tokenizer::new(markup) {
        match token {
            Token::StartTag(tag) if *tag.name == *element.as_bytes() => {
                inside = true;
                found.push(String::new());
            }
            Token::EndTag(tag) if *tag.name == *element.as_bytes() => inside = false,
            Token::String(text) if inside => {
                found.last_mut().expect("it began").push_str(&String::from_utf8_lossy(&text));
            }
            _ => {}
        }
    }
    found
}

/// What a map says: its countries with their numbers, from the titles of their shapes, and each one's shade.
fn on_map(svg: &str) -> (Counts, Vec<(usize, usize)>) {
    let mut counts = Counts::new();
    let mut shades = Vec::new();
    for group in svg.split("<g ").skip(1) {
        let shade = group.split("fill=\"url(#s").nth(1).expect("a shade")[..1].parse().expect("a number");
        let titles = words_of(group, "title");
        let forms = group.matches("<path").count() + group.matches("<circle").count();
        assert_eq!(titles.len(), forms, "every shape has its title");
        for title in titles {
            let (name, count) = title.rsplit_once(": ").expect("a name and a number");
            let count = count.parse().expect("a number");
            assert!(counts.insert(name.to_owned(), count).is_none(), "{name} is on a map twice");
            shades.push((count, shade));
        }
    }
    (counts, shades)
}

/// What the page's table says, where it has not been cut.
fn in_table(html: &str) -> Counts {
    let section =
        html.split("class=\"speakers\"").nth(1).expect("a section").split("</section>").next().expect("its end");
    let body = section.split("<tbody>").nth(1).expect("a table");
    let names = words_of(body, "th").into_iter().map(|name| name.trim().to_owned());
    let numbers = words_of(body, "td").into_iter().filter_map(|cell| cell.parse().ok());
    names.zip(numbers).collect()
}

/// Countries whose own position a statement is, by the words of the issue that asked for maps.
fn own(statement: &Statement) -> BTreeSet<&DelegationId> {
    let counts = statement.voice.is_position() && statement.on_behalf_of.is_none();
    statement.who.iter().filter(|id| counts && id.is_country()).collect()
}

/// Every map that a corpus must have, by its route, with what it must say.
fn wanted(corpus: &Corpus) -> BTreeMap<String, Counts> {
    let prefix = if corpus.lang == *corpus.site.default_lang() { String::new() } else { format!("/{}", corpus.lang) };
    let mut maps: BTreeMap<String, Counts> = BTreeMap::new();
    for report in &corpus.reports {
        for statement in &report.statements {
            let mut routes = BTreeSet::from([format!("{prefix}/{}/map.svg", report.head.conference)]);
            for clause in
                statement.clauses.iter().flat_map(|id| std::iter::successors(Some(id.clone()), ClauseId::parent))
            {
                if corpus.instrument(&clause.instrument).is_some() {
                    routes.insert(format!("{prefix}/clauses/{}/map.svg", clause.to_string().to_lowercase()));
                }
            }
            for id in own(statement) {
                let name = corpus.registry.name(id, &corpus.lang).to_owned();
                for route in &routes {
                    *maps.entry(route.clone()).or_default().entry(name.clone()).or_default() += 1;
                }
            }
        }
    }
    maps
}

#[test]
fn every_map_of_the_demo_shows_what_the_model_has() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let built = build::build(&sources, &options());
    assert!(!built.has_errors(), "{:?}", built.findings);
    let artifacts: BTreeMap<&str, &Artifact> =
        built.value.artifacts.iter().map(|artifact| (artifact.route.as_str(), artifact)).collect();
    let mut all = BTreeMap::new();
    for corpus in &build::editions(&sources, &options(), |corpora, _| corpora.to_vec()).value {
        all.extend(wanted(corpus));
    }
    let maps: Vec<&str> = artifacts.keys().copied().filter(|route| route.ends_with("/map.svg")).collect();
    assert_eq!(
        maps,
        all.keys().map(String::as_str).collect::<Vec<_>>(),
        "a map where somebody spoke, and nowhere else"
    );
    let mut numbers = 0;
    for (route, counts) in &all {
        let (found, shades) = on_map(&text(artifacts[route.as_str()]));
        assert_eq!(found, *counts, "{route}");
        for (count, shade) in shades {
            let right = [1, 2, 4, 10].iter().filter(|least| **least <= count).count();
            assert_eq!(shade, right, "{route}: the shade for {count}");
        }
        let page = text(artifacts[route.trim_end_matches("map.svg")]);
        assert!(page.contains(&format!("src=\"{route}\"")), "{route} is on its page");
        assert_eq!(in_table(&page), *counts, "the table beside {route}");
        numbers += counts.len();
    }
    println!("{} maps, {numbers} countries on them", all.len());
    assert!(all.len() >= 9 && numbers > 60, "{} maps, {numbers} numbers", all.len());
}

/// A conference in which every country there is speaks, once to twelve times.
fn crowded() -> (SourceSet, Counts) {
    let registry = parse::built_in();
    let mut report = String::from("---\ntitle: All\n---\n");
    let mut counts = Counts::new();
    let countries = registry.delegations.values().filter(|delegation| delegation.kind == DelegationKind::Country);
    for (at, country) in countries.enumerate() {
        let times = at % 12 + 1;
        report.push_str(&format!("\n> [!STATEMENT] {} · Article 1\n> Words.\n", country.id).repeat(times));
        let lang = rapporteur::model::ids::Lang::read("en").expect("a language");
        counts.insert(registry.name(&country.id, &lang).to_owned(), times);
    }
    let mut sources = SourceSet::default();
    let mut add = |path: &str, text: String| sources.files.insert(path.into(), Content::Text(text.into()));
    add("content/c/_index.md", "---\ntitle: C\ninstruments: [t]\n---\n".to_owned());
    add("content/instruments/t/_index.md", "---\ntitle: T\n---\n".to_owned());
    add("content/instruments/t/2013-01-01.md", "---\ntitle: D\n---\n## Article 1\n\nWords.\n".to_owned());
    add("content/c/2013-01-02-all.md", report);
    (sources, counts)
}

#[test]
fn every_country_of_the_registry_can_be_on_a_map() {
    let (sources, counts) = crowded();
    assert_eq!(counts.len(), 249);
    let built = build::build(&sources, &options());
    assert!(!built.has_errors(), "{:?}", built.findings);
    // A clause's page has much else to show, and so many delegations are too many for it.
    for (route, listed) in [("/c/", 30), ("/clauses/t/art_1/", 10)] {
        let artifact =
            |route: &str| built.value.artifacts.iter().find(|a| a.route.as_str() == route).expect("it is there");
        let svg = text(artifact(&format!("{route}map.svg")));
        assert_eq!(on_map(&svg).0, counts);
        assert!(svg.len() <= 60_000, "{} bytes", svg.len());
        let page = text(artifact(route));
        assert_eq!(in_table(&page).len(), listed, "the page lists no more than it can hold");
        let more = format!("and {} countries more", 249 - listed);
        assert!(page.contains(&more), "and says how many there are besides");
    }
}
