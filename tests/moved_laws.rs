//! Laws of what moved and of issues, held between finished pages: whatever a day or an issue claims stands in the
//! paragraph it leads to, and nothing that stands in a report is missing. The laws read HTML alone, so that they
//! ask the program nothing about itself.

use rapporteur::build::{self, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::date::Instant;
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Pages = BTreeMap<String, String>;

fn demo() -> SourceSet {
    scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo")
}

/// A conference of six days, each with two reports of statements chosen by a fixed sequence of numbers.
fn generated() -> SourceSet {
    let who = ["Norway", "Chad", "Fiji", "Peru", "Togo", "Jamaica for CARICOM", "Norway and Chad", "no attribution"];
    let on = ["Article 1", "Article 2(1)", "one", "two", "Article 2, one", "two, one", "Articles 1 and 2(1), two"];
    let stance = [" · supports", " · opposes", " · amends", " · reserves", ""];
    let voice = ["", " · reported", " · author", " · quoted"];
    let mut state = 7_u32;
    let mut pick = |most: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % most
    };
    let mut sources = SourceSet::default();
    let mut add = |path: &str, text: String| drop(sources.files.insert(path.into(), Content::Text(text.into())));
    let issues = "issues:\n  - {id: one, title: One, clauses: [att/art_1, att/art_2__para_1]}\n  - {id: two, title: Two, clauses: [att/art_1]}\n";
    add("content/c/_index.md", format!("---\ntitle: C\ninstruments: [att]\n{issues}---\n"));
    add("content/instruments/att/_index.md", "---\ntitle: ATT\n---\n".to_owned());
    let draft = "---\ntitle: D\n---\n## Article 1\n\nOne.\n\n## Article 2\n\n1. Two.\n";
    add("content/instruments/att/2013-03-01.md", draft.to_owned());
    for day in 10..16 {
        for (stem, session) in [("a", "morning"), ("b", "afternoon")] {
            let mut text = format!("---\ntitle: Day {day} {stem}\nsession: {session}\n---\n");
            for _ in 0..12 {
                let (who, on) = (who[pick(who.len())], on[pick(on.len())]);
                let (stance, voice) = (stance[pick(stance.len())], voice[pick(voice.len())]);
                text.push_str(&format!("> [!STATEMENT] {who} · {on}{stance}{voice}\n> \"It said so\" then.\n\n"));
            }
            add(&format!("content/c/2013-03-{day}-{stem}.md"), text);
        }
    }
    sources
}

fn pages(sources: &SourceSet) -> Pages {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(sources, &options);
    assert!(!outcome.has_errors(), "{:?}", outcome.findings);
    let page = |artifact: &rapporteur::model::artifact::Artifact| match &artifact.body {
        Body::Bytes(bytes) => Some((artifact.route.to_string(), String::from_utf8_lossy(bytes).into_owned())),
        Body::Copy(_) => None,
    };
    outcome.value.artifacts.iter().filter_map(page).collect()
}

/// Pieces of `text` from each `open` up to the next `close`.
fn pieces<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

/// Addresses and words of all links.
fn links(text: &str) -> Vec<(String, String)> {
    let link = |rest: &str| {
        let (tag, words) = rest.split_once('>').expect("a tag that ends");
        let href = tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let words: String = words
            .split('<')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { part.split('>').nth(1).unwrap_or_default() })
            .collect();
        (href.to_owned(), words.trim().to_owned())
    };
    pieces(text, "<a ", "</a>").into_iter().map(link).collect()
}

fn stance(classes: &str) -> Option<String> {
    classes.split([' ', '"']).find_map(|class| class.strip_prefix("stance-")).map(str::to_owned)
}

/// A statement as a report's page shows it.
#[derive(Debug)]
struct Said {
    href: String,
    is_position: bool,
    stance: Option<String>,
    /// The group spoken for, or the speakers.
    holders: BTreeSet<String>,
    /// Addresses of clauses and issues.
    on: BTreeSet<String>,
}

fn said(route: &str, page: &str) -> Vec<Said> {
    let one = |section: &str| {
        let classes = section.split('"').next().expect("classes");
        let id = section.split("id=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("an anchor");
        let part =
            |open: &str, close: &str| pieces(section, open, close).first().map_or(Vec::new(), |text| links(text));
        let group = part("<span class=\"for\">", "</span>");
        let who = if group.is_empty() { part("<span class=\"who\">", "</span>") } else { group };
        Said {
            href: format!("{route}#{id}"),
            is_position: !classes.contains("voice-author"),
            stance: stance(classes),
            holders: who.into_iter().map(|(href, _)| href).collect(),
            on: part("<span class=\"on\">", "<span class=\"voice\">")
                .into_iter()
                .map(|(href, _)| clause_page(&href))
                .collect(),
        }
    };
    pieces(page, "<section class=\"statement ", "</section>").into_iter().map(one).collect()
}

/// A clause's page, whichever of its texts an address leads to.
fn clause_page(href: &str) -> String {
    href.split("#text-").next().unwrap_or_default().to_owned()
}

/// The days of a conference with the statements of their reports, in order.
fn days(pages: &Pages, conference: &str) -> Vec<(String, Vec<Said>)> {
    let is_day = |route: &str| {
        let rest = route.strip_prefix(conference).and_then(|rest| rest.strip_suffix('/'));
        rest.is_some_and(|rest| rest.len() == 10 && rest.starts_with("20"))
    };
    let statements = |day: &str| {
        let cards = pieces(&pages[day], "<article class=\"card\">", "</article>");
        let reports: Vec<String> = cards.iter().filter_map(|card| Some(links(card).into_iter().next()?.0)).collect();
        reports.iter().flat_map(|report| said(report, &pages[report])).collect()
    };
    pages.keys().filter(|route| is_day(route)).map(|day| (day.clone(), statements(day))).collect()
}

/// A movement: holder, subject, and its steps as stance and evidence.
type Movement = (String, String, Vec<(String, String)>);

/// What a day's page says moved.
fn told(page: &str) -> BTreeSet<Movement> {
    let mut told = BTreeSet::new();
    for row in
        pieces(page, "<ul class=\"rows moved\">", "</ul>").into_iter().flat_map(|list| pieces(list, "<li>", "</li>"))
    {
        let (head, steps) = row.split_once("<span class=\"steps\">").expect("steps");
        let (who, on) = head.split_once("<span class=\"on\">").expect("subjects");
        let step = |link: &str| {
            (
                stance(link.split("class=\"stance ").nth(1).expect("a stance")).expect("which"),
                links(&format!("<a {link}</a>"))[0].0.clone(),
            )
        };
        let steps: Vec<_> = pieces(steps, "<a ", "</a>").into_iter().map(step).collect();
        for (subject, _) in links(on) {
            told.insert((links(who)[0].0.clone(), subject, steps.clone()));
        }
    }
    told
}

fn what_moved_holds(sources: &SourceSet, conference: &str) -> usize {
    let pages = pages(sources);
    let mut latest: BTreeMap<(String, String), (String, String)> = BTreeMap::new();
    let mut rows = 0;
    for (day, statements) in days(&pages, conference) {
        let mut today: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
        for one in statements.iter().filter(|one| one.is_position) {
            let Some(stance) = &one.stance else { continue };
            for key in one.holders.iter().flat_map(|who| one.on.iter().map(move |on| (who.clone(), on.clone()))) {
                today.entry(key).or_default().push((stance.clone(), one.href.clone()));
            }
        }
        let mut moved = BTreeSet::new();
        for (key, all) in today {
            let mut steps: Vec<(String, String)> = latest.get(&key).cloned().into_iter().collect();
            let before = steps.len();
            for step in &all {
                if steps.last().is_none_or(|(last, _)| *last != step.0) {
                    steps.push(step.clone());
                }
            }
            if steps.len() > before {
                moved.insert((key.0.clone(), key.1.clone(), steps));
            }
            latest.insert(key, all.last().expect("a statement").clone());
        }
        let told = told(&pages[&day]);
        assert_eq!(told, moved, "{day}");
        assert_eq!(pages[&day].contains("id=\"moved\""), !moved.is_empty(), "{day}");
        rows += told.len();
    }
    rows
}

#[test]
fn a_day_tells_all_that_moved_and_each_step_leads_to_its_statement() {
    let demo = what_moved_holds(&demo(), "/att-2013/");
    let generated = what_moved_holds(&generated(), "/c/");
    println!("{demo} movements in the demo, {generated} in a generated conference");
    assert!(demo > 30 && generated > 60);
}

/// The first number behind `words`.
fn number(text: &str) -> usize {
    let digits: String = text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

fn newest<'a>(all: &[&'a str], most: usize) -> Vec<&'a str> {
    all[all.len().saturating_sub(most)..].to_vec()
}

fn issues_hold(sources: &SourceSet, conference: &str) -> (usize, usize) {
    let pages = pages(sources);
    let all: Vec<Said> = days(&pages, conference).into_iter().flat_map(|(_, statements)| statements).collect();
    let list = &pages[&format!("{conference}issues/")];
    let mut counts = (0, 0);
    for row in pieces(list, "<tr class=\"level-1\">", "</tr>") {
        let issue = links(row)[0].0.clone();
        let page = &pages[&issue];
        let on_it = |position: bool| all.iter().filter(move |one| one.is_position == position);
        let hrefs = |position: bool| -> Vec<&str> {
            on_it(position).filter(|one| one.on.contains(&issue)).map(|one| one.href.as_str()).collect()
        };
        let shown = |rows: &str| -> Vec<String> {
            let evidence = pieces(rows, "<a class=\"evidence\" ", "</a>").into_iter();
            evidence.map(|link| links(&format!("<a {link}</a>"))[0].0.clone()).collect()
        };
        let (positions, readings) = page.split_once("id=\"readings\"").unwrap_or((page, ""));
        // A page shows the newest of what would make it too long: rows with many names weigh more.
        let rows = shown(positions);
        assert!(rows.len() == hrefs(true).len() || rows.len() >= 20, "{issue}: {} rows", rows.len());
        assert_eq!(rows, newest(&hrefs(true), rows.len()), "{issue}");
        assert_eq!(shown(readings), newest(&hrefs(false), 10), "{issue}: readings");
        let facts = pieces(page, "<p class=\"facts\">", "</p>")[0];
        let cells: Vec<usize> = pieces(row, "<td class=\"end\">", "</td>").iter().map(|cell| number(cell)).collect();
        let by_day = pieces(positions, "id=\"days\"", "</section>").join("");
        let by_day: usize =
            pieces(&by_day, "<span class=\"count\">", "</span>").iter().map(|count| number(count)).sum();
        assert_eq!([number(facts), cells[0], by_day], [hrefs(true).len(); 3], "{issue}");
        assert_eq!(cells[1], hrefs(false).len(), "{issue}");
        let mut latest: BTreeMap<&str, &str> = BTreeMap::new();
        for one in on_it(true).filter(|one| one.on.contains(&issue) && one.stance.is_some()) {
            latest.extend(one.holders.iter().map(|who| (who.as_str(), one.href.as_str())));
        }
        let holders: BTreeMap<String, String> = pieces(page, "<ul class=\"holders\">", "</ul>")
            .into_iter()
            .flat_map(|list| pieces(list, "<li>", "</li>"))
            .map(|holder| (links(holder)[0].0.clone(), links(holder)[1].0.clone()))
            .collect();
        for (who, href) in &latest {
            assert_eq!(holders.get(*who).map(String::as_str), Some(*href), "{issue}: {who}");
        }
        counts = (counts.0 + 1, counts.1 + hrefs(false).len() + hrefs(true).len());
    }
    via_issues_hold(&pages, &all);
    counts
}

/// What a clause's page shows of its issues is said on them, once, and not on the clause itself or a part of it; and
/// all of that is counted.
fn via_issues_hold(pages: &Pages, all: &[Said]) {
    let by_href: BTreeMap<&str, &Said> = all.iter().map(|one| (one.href.as_str(), one)).collect();
    for (route, page) in pages.iter().filter(|(route, _)| route.starts_with("/clauses/att/")) {
        let part = format!("{}__", route.trim_end_matches('/'));
        let is_own = |one: &Said| one.on.iter().any(|on| on == route || on.starts_with(&part));
        let side = pieces(page, "id=\"issues\"", "</section>").first().map_or(Vec::new(), |text| links(text));
        let issues: BTreeSet<String> = side.into_iter().map(|(href, _)| href).collect();
        let others = all.iter().filter(|one| one.is_position && !is_own(one));
        let want = others.filter(|one| one.on.iter().any(|on| issues.contains(on))).count();
        let section = pieces(page, "id=\"via-issues\"", "</section>").first().copied().unwrap_or_default();
        let mut seen = BTreeSet::new();
        let mut counted = 0;
        for group in section.split("<h3>").skip(1) {
            let (head, rows) = group.split_once("</h3>").expect("a head");
            let issue = &links(head)[0].0;
            let mut positions = 0;
            for link in pieces(rows, "<a class=\"evidence\" ", "</a>") {
                let href = links(&format!("<a {link}</a>"))[0].0.clone();
                let one = by_href[href.as_str()];
                assert!(one.on.contains(issue) && !is_own(one), "{route}: {href}");
                assert!(seen.insert(href), "{route} lists a statement twice");
                positions += usize::from(one.is_position);
            }
            // A page shows the newest of what would make it too long, and fewer where it sums up its years; the
            // issue's page has the rest.
            let count = number(pieces(head, "<span class=\"count\">", "</span>")[0]);
            let sums_up = page.contains("<nav class=\"years\"");
            assert!(positions == count.min(20) || sums_up && (1..count).contains(&positions), "{route}: {issue}");
            assert!(positions == count || rows.contains(&format!("<p><a href=\"{issue}\">")), "{route}: {issue}");
            counted += count;
        }
        assert_eq!(counted, want, "{route}");
    }
}

#[test]
fn issues_show_all_that_was_said_on_them_and_their_sums_are_those_of_the_reports() {
    let demo = issues_hold(&demo(), "/att-2013/");
    let generated = issues_hold(&generated(), "/c/");
    println!("demo: {} issues, {} statements; generated: {} and {}", demo.0, demo.1, generated.0, generated.1);
    assert!(demo.0 == 18 && demo.1 > 30 && generated.1 > 50);
}

/// A glossary adds links to reports and its own page; who and what is recognised stays as it was.
#[test]
fn a_glossary_changes_nothing_that_is_recognised() {
    let with = demo();
    let mut without = with.clone();
    without.files.retain(|path, _| !path.starts_with("content/att-2013/glossary."));
    let mut named = with.clone();
    let terms = "terms:\n  - {term: Iran, full: x}\n  - {term: Article 6, full: x}\n  - {term: Iran spoke, full: x}\n  - {term: the, full: x}\n";
    named.files.insert("content/att-2013/glossary.yaml".into(), Content::Text(terms.into()));
    named.files.retain(|path, _| !path.contains("/glossary.fr.") && !path.contains("/glossary.ar."));
    let indexes = |sources: &SourceSet| -> Pages {
        let is_index = |route: &str| {
            ["/countries/", "/groups/", "/organisations/", "/clauses/"].iter().any(|folder| route.contains(folder))
        };
        pages(sources).into_iter().filter(|(route, _)| is_index(route)).collect()
    };
    let (with, without, named) = (indexes(&with), indexes(&without), indexes(&named));
    assert!(with.len() > 300, "{} pages", with.len());
    assert!(with == without && with == named);
}
