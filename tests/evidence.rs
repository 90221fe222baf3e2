//! The law of evidence: whatever page leads to a paragraph of a report, the paragraph is there; whatever line of words a
//! page shows from one, the paragraph holds these words. On the demo in all its languages, and on a generated site.

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::BTreeMap;
use std::path::Path;

/// A link to an anchor: where to, its class, and its words.
struct Leads {
    href: String,
    class: String,
    words: String,
}

/// One page: the words of everything that has an id, and all links to anchors.
#[derive(Default)]
struct Page {
    anchors: BTreeMap<String, String>,
    leads: Vec<Leads>,
}

/// Elements that nothing can be inside of.
const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

fn read(html: &str) -> Page {
    let mut page = Page::default();
    // Open elements: name, id and link, innermost last.
    let mut open: Vec<(String, Option<String>, Option<usize>)> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let value = |key: &str| {
                    tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
                };
                // A mention in its sentence marks its own words.
                if let Some(lead) = open.iter().rev().find_map(|(_, _, lead)| *lead).filter(|_| name == "mark") {
                    page.leads[lead].class = "evidence".to_owned();
                }
                let id = value("id");
                page.anchors.extend(id.iter().map(|id| (id.clone(), String::new())));
                let href = value("href").filter(|href| name == "a" && href.contains('#'));
                let lead = href.map(|href| {
                    page.leads.push(Leads { href, class: value("class").unwrap_or_default(), words: String::new() });
                    page.leads.len() - 1
                });
                if !VOID.contains(&name.as_str()) && !tag.self_closing {
                    open.push((name, id, lead));
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some(at) = open.iter().rposition(|(open, ..)| *open == name) {
                    open.truncate(at);
                }
            }
            Token::String(text) => {
                let text = String::from_utf8_lossy(&text);
                for (_, id, lead) in &open {
                    if let Some(words) = id.as_ref().and_then(|id| page.anchors.get_mut(id)) {
                        words.push_str(&text);
                    }
                    if let Some(lead) = lead {
                        page.leads[*lead].words.push_str(&text);
                    }
                }
            }
            _ => {}
        }
    }
    page
}

/// Letters and digits alone: what typography and markup leave as it is.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Holds every link to an anchor against the page it leads to: how many lead somewhere, how many show words.
fn holds(sources: &SourceSet) -> (usize, usize) {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(sources, &options);
    assert!(!outcome.has_errors(), "{:?}", outcome.findings.first());
    let pages: BTreeMap<String, Page> = outcome
        .value
        .artifacts
        .iter()
        .filter_map(|artifact| match &artifact.body {
            Body::Bytes(bytes) if artifact.route.as_str().ends_with('/') => {
                Some((artifact.route.to_string(), read(&String::from_utf8_lossy(bytes))))
            }
            _ => None,
        })
        .collect();
    let (mut links, mut lines) = (0, 0);
    for (route, page) in &pages {
        for lead in &page.leads {
            let (to, anchor) = lead.href.split_once('#').expect("an anchor");
            let to = if to.is_empty() { route } else { to };
            let Some(there) = pages.get(to) else { continue };
            let Some(words) = there.anchors.get(anchor) else { panic!("{route}: nothing stands at {}", lead.href) };
            links += 1;
            if lead.class.split(' ').any(|class| class == "evidence") {
                let shown = letters(&lead.words);
                assert!(!shown.is_empty(), "{route}: an empty line of evidence leads to {}", lead.href);
                assert!(letters(words).contains(&shown), "{route}: {} does not say `{}`", lead.href, lead.words);
                lines += 1;
            }
        }
    }
    (links, lines)
}

#[test]
fn every_line_of_the_demo_stands_in_the_paragraph_it_leads_to() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let (links, lines) = holds(&sources);
    println!("the demo: {links} links to paragraphs, {lines} lines of evidence");
    assert!(lines > 500, "only {lines} lines of evidence were found");
}

#[test]
fn every_line_of_a_generated_site_stands_in_the_paragraph_it_leads_to() {
    let (links, lines) = holds(&generated());
    println!("generated: {links} links to paragraphs, {lines} lines of evidence");
    assert!(lines > 1_500, "only {lines} lines of evidence were found");
}

/// Seventy reports on three drafts that renumber their articles, with statements of all kinds.
fn generated() -> SourceSet {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let draft = |title: &str, shift: usize| {
        let article = |at: usize| {
            format!(
                "## Article {}. Subject {at}\n\n1. The {at}th subject is settled by the Parties each year.\n2. Nothing in subject {at} limits [the rights of] States.\n\n",
                at + shift
            )
        };
        format!("---\ntitle: {title}\n---\n{}", (1..=8).map(article).collect::<String>())
    };
    files.insert("content/instruments/t/_index.md".into(), "---\ntitle: Test Treaty\n---\n".into());
    for (date, title, shift) in [("2020-01-01", "One", 0), ("2020-02-01", "Two", 1), ("2020-03-01", "Three", 2)] {
        files.insert(format!("content/instruments/t/{date}.md"), draft(title, shift));
    }
    let issues =
        "issues:\n  - {id: money, title: Money, clauses: [t/art_3, t/art_4__para_2]}\n  - {id: time, title: Time}\n";
    files.insert("content/c/_index.md".into(), format!("---\ntitle: C\ninstruments: [t]\n{issues}---\n"));
    let countries = ["Norway", "Chad", "Fiji", "Peru", "Mali", "Japan", "Kenya", "Haiti", "India", "Ghana", "Cuba"];
    let stances = ["supports", "opposes", "amends", "reserves", "questions", "notes"];
    for at in 0..70 {
        let pick = |shift: usize| countries[(at * 7 + shift * 3) % countries.len()];
        let stance = |shift: usize| stances[(at + shift) % stances.len()];
        let article = 3 + at % 6;
        let body = format!(
            "{} recalled Article {article} & its *paragraph 2*; “{}” answered.\n\n\
             > [!STATEMENT] {} · Article {article}(1) · {}\n> It's <b>not</b> \"settled\" — [see](https://example.org) 1 < 2.\n\n\
             > [!STATEMENT] Jamaica for CARICOM except Haiti · Article {article}, money · {}\n> A word for the group.\n\n\
             > [!STATEMENT] {} and {} · time · {} · author\n> A reading.\n\n\
             | a | b |\n|---|---|\n| {} | Article 5 |\n",
            pick(0),
            pick(1),
            pick(2),
            stance(0),
            stance(1),
            pick(3),
            pick(4),
            stance(2),
            pick(5)
        );
        let (month, day) = (1 + at / 20, 1 + at % 20);
        files.insert(
            format!("content/c/2020-{month:02}-{day:02}-r{at}.md"),
            format!("---\ntitle: Report {at}\n---\n{body}"),
        );
    }
    let files = files.into_iter().map(|(path, text)| (path.as_str().into(), Content::Text(text.as_str().into())));
    SourceSet { files: files.collect() }
}
