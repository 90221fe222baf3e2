//! Laws of the indexes by clause and by issue: no page grows without bound, every statement has a place, and a
//! delegation holds one position.

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::{Artifact, Body};
use rapporteur::model::date::Instant;
use rapporteur::model::delegation::DelegationKind;
use rapporteur::model::ids::Lang;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use std::collections::{BTreeMap, BTreeSet};

const MOST_ELEMENTS: usize = 1_500;
const REPORTS: usize = 240;

fn built(sources: &SourceSet) -> BTreeMap<String, String> {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(sources, &options);
    assert!(!outcome.has_errors(), "{:?}", outcome.findings.first());
    let page = |artifact: &Artifact| match &artifact.body {
        Body::Bytes(bytes) => Some((artifact.route.to_string(), String::from_utf8_lossy(bytes).into_owned())),
        Body::Copy(_) => None,
    };
    outcome.value.artifacts.iter().filter_map(page).collect()
}

fn elements(page: &str) -> usize {
    Tokenizer::new(page).filter(|token| matches!(token, Ok(Token::StartTag(_)))).count()
}

/// A page's section by the id of its head, up to the next one.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let begun = page.split_once(&format!("aria-labelledby=\"{id}\"")).map_or("", |(_, rest)| rest);
    begun.split("aria-labelledby=").next().unwrap_or_default()
}

fn evidence(section: &str) -> BTreeSet<&str> {
    section.split("class=\"evidence\" href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn no_page_of_a_clause_or_an_issue_grows_without_bound() {
    let pages = built(&large());
    let is_index =
        |route: &str| route.starts_with("/clauses/") || route.contains("3/issues/") || route.contains("2/issues/");
    let mut sizes: Vec<(usize, &str)> = Vec::new();
    for (route, page) in pages.iter().filter(|(route, _)| is_index(route) && route.ends_with('/')) {
        sizes.push((elements(page), route));
    }
    sizes.sort_unstable();
    let (largest, route) = *sizes.last().expect("pages");
    println!("{} pages; the largest, {route}, has {largest} elements", sizes.len());
    assert!(largest <= MOST_ELEMENTS, "{route} has {largest} elements");

    // What the page does not show, the years do: nothing is lost and nothing stands twice.
    let article = "/clauses/att/art_6/";
    assert!(evidence(section(&pages[article], "statements")).len() < 10 * REPORTS);
    let years = pages.iter().filter(|(route, _)| route.starts_with("/clauses/att/art_6/20"));
    let mut shown: Vec<&str> = Vec::new();
    for (_, page) in years {
        shown.extend(evidence(section(page, "statements")));
    }
    assert_eq!(shown.len(), 8 * REPORTS, "positions of all years");
    assert_eq!(shown.iter().collect::<BTreeSet<_>>().len(), shown.len());
}

/// Two hundred and forty reports over two years, all of them on one article with many texts and many issues: every
/// country of the world takes positions on it.
fn large() -> SourceSet {
    let mut sources = SourceSet::default();
    let mut add = |path: String, text: String| sources.files.insert(path.as_str().into(), Content::Text(text.into()));
    add("content/instruments/att/_index.md".to_owned(), "---\ntitle: ATT\n---\n".to_owned());
    for draft in 1..7 {
        let paragraph = |at: usize| format!("{at}. A State Party shall do {} things in {draft} ways.\n\n", at * draft);
        let text: String = (1..13).map(paragraph).collect();
        let text =
            format!("---\ntitle: Draft {draft}\n---\n## Article 5\n\nOne.\n\n## Article 6: Prohibitions\n\n{text}");
        add(format!("content/instruments/att/2012-01-0{draft}.md"), text);
    }
    let stances = ["supports", "opposes", "amends", "reserves", "questions", "notes"];
    let registry = rapporteur::parse::built_in();
    let english = Lang::read("en").expect("a language");
    let countries = registry.delegations.values().filter(|one| one.kind == DelegationKind::Country);
    let countries: Vec<&str> = countries.map(|one| registry.name(&one.id, &english)).collect();
    for year in 2012..2014 {
        let issue = |at: usize| format!("{{id: issue-{at}, title: Issue {at}, clauses: [att/art_6]}}");
        let issues: Vec<String> = (0..8).map(issue).collect();
        let head = format!("---\ntitle: Conference {year}\ninstruments: [att]\nissues: [{}]\n---\n", issues.join(", "));
        add(format!("content/c{year}/_index.md"), head);
        for at in 0..REPORTS / 2 {
            let (month, day) = (1 + at / 25, 1 + at % 25);
            let mut text = format!("---\ntitle: Report {at}\n---\nOn Article 6 nothing else was said.\n\n");
            let mut say = |number: usize, on: &str, voice: &str| {
                let who = &countries[(at * 11 + number) % countries.len()];
                let stance = stances[(at / 7 + number) % stances.len()];
                text.push_str(&format!("> [!STATEMENT] {who} · {on} · {stance}{voice}\n> Words.\n\n"));
            };
            (0..6).for_each(|number| say(number, "Article 6", ""));
            (6..8).for_each(|number| say(number, &format!("Article 6({})", number + at % 5), ""));
            say(8, "Article 6", " · author");
            (9..13).for_each(|number| say(number, &format!("issue-{}", at % 8), ""));
            say(13, "issue-1", " · author");
            add(format!("content/c{year}/{year}-{month:02}-{day:02}-r{at}.md"), text);
        }
    }
    sources
}
