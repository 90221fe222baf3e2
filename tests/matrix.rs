//! Laws of the position matrix: every filled cell, list line and mark of the picture is a position that a report
//! holds, none is missing, and no page has more than 5,000 elements.

use html5gum::{StartTag, Token, Tokenizer};
use rapporteur::build::{self, Built, Hints, Options};
use rapporteur::model::artifact::Body;
use rapporteur::model::corpus::Corpus;
use rapporteur::model::date::{Date, Instant};
use rapporteur::model::gist::Texts;
use rapporteur::model::ids::ClauseId;
use rapporteur::model::manuscript::{Drafts, Kind};
use rapporteur::model::source::{Content, SourcePath, SourceSet};
use rapporteur::shell::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

const MOST: usize = 5_000;

/// A delegation's and a column's address: `/countries/norway/` and `att/art_6`, or an issue's title.
type Pair = (String, String);

/// A position as the model has it: the newest stance's paragraph, and the stance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    href: String,
    stance: Option<String>,
}

fn built(sources: &SourceSet) -> Built {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let outcome = build::build(sources, &options);
    let first: Vec<_> = outcome.findings.iter().take(3).collect();
    assert!(!outcome.has_errors(), "{first:?}");
    outcome.value
}

fn pages(built: &Built) -> BTreeMap<&str, String> {
    let text = |body: &Body| match body {
        Body::Bytes(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Body::Copy(_) => String::new(),
    };
    built.artifacts.iter().map(|artifact| (artifact.route.as_str(), text(&artifact.body))).collect()
}

fn attribute(tag: &StartTag<()>, key: &str) -> Option<String> {
    tag.attributes.get(key.as_bytes()).map(|value| String::from_utf8_lossy(value).into_owned())
}

/// What the sources say, read without the matrix: positions by delegation and by clause or issue, in order, each with
/// how near it is: 0 on the very thing, 1 on a part of it, 2 on an issue that concerns it.
type Said = BTreeMap<Pair, Vec<(u8, Position)>>;

fn positions(sources: &SourceSet, pages: &BTreeMap<&str, String>, conference: &str) -> Said {
    let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
    let site = build::read(sources, &options).value;
    let days = |corpora: &[Corpus], _: &dyn Texts| -> BTreeMap<SourcePath, Date> {
        let heads = corpora[0].reports.iter().map(|report| &report.head);
        heads.map(|head| (head.path.clone(), head.numbers_day)).collect()
    };
    let days = build::editions(sources, &options, days).value;
    let index: SourcePath = format!("content/{conference}/_index.md").into();
    let Kind::Conference(matter) = &site.texts[&index][site.site.default_lang()].kind else { panic!("no conference") };
    let issues = &matter.issues;
    let mut positions = Said::new();
    for route in reports_in_order(pages, conference) {
        let stem = route.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let path: SourcePath = format!("content/{conference}/{stem}.md").into();
        let day = days[&path];
        let hints = Hints { lang: None, instrument: None, path: &path };
        let found = build::inspect(sources.text(&path).expect("the report"), &site, &hints).value;
        let anchors = statements_of(&pages[route.as_str()]);
        assert_eq!(anchors.len(), found.statements.len(), "{path}");
        for (statement, anchor) in found.statements.iter().zip(anchors).filter(|(s, _)| s.voice != "author") {
            let mut columns: BTreeMap<String, u8> = BTreeMap::new();
            let mut near = |column: String, nearness: u8| {
                let known = columns.entry(column).or_insert(nearness);
                *known = nearness.min(*known);
            };
            for id in &statement.clauses {
                let mut up = with_parents(&lasting(&site, id, Some(day)));
                up.pop().into_iter().for_each(|own| near(own, 0));
                up.into_iter().for_each(|parent| near(parent, 1));
            }
            for issue in issues.iter().filter(|issue| statement.issues.contains(&issue.id.to_string())) {
                near(issue.title.clone(), 0);
                let concerned = issue.clauses.iter().flat_map(|id| with_parents(&lasting(&site, &id.value, None)));
                concerned.for_each(|clause| near(clause, 2));
            }
            let holders: BTreeSet<&String> = match &statement.on_behalf_of {
                Some(group) => [group].into(),
                None => statement.who.iter().collect(),
            };
            let position = Position { href: format!("{route}#{anchor}"), stance: statement.stance.clone() };
            let pairs = holders.iter().flat_map(|holder| columns.iter().map(move |column| (holder, column)));
            for (holder, (column, nearness)) in pairs {
                let delegation = site.registry.delegations.values().find(|d| d.id.as_str() == **holder).expect("known");
                let pair = (delegation.slug.to_string(), column.clone());
                positions.entry(pair).or_default().push((*nearness, position.clone()));
            }
        }
    }
    positions
}

/// The clause that a number meant on a day, or in the draft that it names.
fn lasting(site: &build::Site, id: &str, day: Option<Date>) -> String {
    let (instrument, eid) = id.split_once('/').expect("an instrument");
    let (instrument, date) = instrument.split_once('@').unwrap_or((instrument, ""));
    let id = ClauseId::read(&format!("{instrument}/{eid}")).expect("a clause");
    site.book.identity(id, Date::read(date).or(day)).to_string()
}

fn with_parents(id: &str) -> Vec<String> {
    let (instrument, eid) = id.split_once('/').expect("an instrument");
    let parts: Vec<&str> = eid.split("__").collect();
    (1..=parts.len()).map(|count| format!("{instrument}/{}", parts[..count].join("__").to_lowercase())).collect()
}

/// The conference page lists its reports in the order in which they count.
fn reports_in_order(pages: &BTreeMap<&str, String>, conference: &str) -> Vec<String> {
    let mut routes = Vec::new();
    let mut inside = false;
    for Ok(token) in Tokenizer::new(&pages[format!("/{conference}/").as_str()]) {
        match token {
            Token::StartTag(tag) if attribute(&tag, "class").as_deref() == Some("reports") => inside = true,
            Token::EndTag(tag) if *tag.name == *b"ul" => inside = false,
            Token::StartTag(tag) if inside && *tag.name == *b"a" => routes.extend(attribute(&tag, "href")),
            _ => {}
        }
    }
    routes
}

fn statements_of(report: &str) -> Vec<String> {
    let tags = Tokenizer::new(report).flatten().filter_map(|token| match token {
        Token::StartTag(tag) => Some(tag),
        _ => None,
    });
    let is_statement =
        |tag: &StartTag<()>| attribute(tag, "class").is_some_and(|class| class.starts_with("statement "));
    tags.filter(is_statement).filter_map(|tag| attribute(&tag, "id")).collect()
}

/// A matrix page as its readers see it.
#[derive(Default)]
struct Seen {
    elements: usize,
    cells: BTreeMap<Pair, Position>,
    /// All evidence in the list, by address.
    listed: Vec<String>,
    /// Marks in the picture.
    marks: usize,
    /// Rows' cells by state.
    states: BTreeMap<String, usize>,
}

fn seen(html: &str, instrument: &str) -> Seen {
    let mut seen = Seen::default();
    let (mut columns, mut row, mut at) = (Vec::<String>::new(), String::new(), 0);
    let mut holder = false;
    let mut open: Vec<String> = Vec::new();
    let mut stance = None;
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                seen.elements += 1;
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let class = attribute(&tag, "class").unwrap_or_default();
                let within = |other: &str| open.iter().any(|one| one == other);
                match name.as_str() {
                    "th" if within("thead") => columns.push(String::new()),
                    "a" if within("thead") => *columns.last_mut().expect("a head") = column(&tag, instrument),
                    "a" if within("tbody") && within("th") => row = slug(&tag),
                    "tr" if within("tbody") => at = 0,
                    "td" if within("tbody") => {
                        let mut classes = class.split(' ');
                        *seen.states.entry(classes.next().unwrap_or_default().to_owned()).or_default() += 1;
                        stance = classes.next().and_then(|class| class.strip_prefix("stance-")).map(str::to_owned);
                        at += 1;
                    }
                    "a" if within("td") => {
                        let position =
                            Position { href: attribute(&tag, "href").expect("a link"), stance: stance.take() };
                        let label = attribute(&tag, "aria-label").unwrap_or_default();
                        assert!(label.contains(": ") && label.len() > 12, "a cell is named in words: {label}");
                        assert!(seen.cells.insert((row.clone(), columns[at - 1].clone()), position).is_none());
                    }
                    "li" => holder = class.starts_with("in"),
                    "a" if std::mem::take(&mut holder) => seen.listed.extend(attribute(&tag, "href")),
                    "path" if within("main") && !class.contains("uncovered") && !within("li") => {
                        seen.marks += attribute(&tag, "d").unwrap_or_default().matches('M').count();
                    }
                    _ => {}
                }
                if !tag.self_closing && !["meta", "link", "br", "input", "img", "hr"].contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                if let Some(last) = open.iter().rposition(|one| *one == name) {
                    open.truncate(last);
                }
            }
            Token::String(text) => {
                let in_head =
                    open.iter().any(|one| one == "thead") && open.last().is_some_and(|one| one == "th" || one == "a");
                if let Some(last) = columns.last_mut().filter(|last| in_head && (last.is_empty() || *last == "issues"))
                {
                    *last = String::from_utf8_lossy(&text).trim().to_owned();
                }
            }
            _ => {}
        }
    }
    seen
}

/// The clause that a head leads to; `issues` where its own words tell.
fn column(tag: &StartTag<()>, instrument: &str) -> String {
    let href = attribute(tag, "href").unwrap_or_default();
    match (href.strip_prefix("/clauses/"), href.split_once("/matrix/")) {
        (Some(clause), _) => clause.trim_end_matches('/').to_owned(),
        (None, Some((_, "issues/"))) => "issues".to_owned(),
        (None, Some((_, cut))) => format!("{instrument}/{}", cut.trim_end_matches('/')),
        _ => String::new(),
    }
}

fn slug(tag: &StartTag<()>) -> String {
    attribute(tag, "href").unwrap_or_default().trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_owned()
}

/// Holds all laws against one conference and says what was counted.
fn hold(sources: &SourceSet, conference: &str, instrument: &str) -> String {
    let built = built(sources);
    let pages = pages(&built);
    let wanted = positions(sources, &pages, conference);
    let newest = |taken: &[(u8, Position)]| {
        let nearest = taken.iter().map(|(nearness, _)| *nearness).min()?;
        let taken: Vec<&Position> = taken.iter().filter(|(n, _)| *n == nearest).map(|(_, p)| p).collect();
        taken.iter().rev().find(|p| p.stance.is_some()).or(taken.last()).map(|p| (*p).clone())
    };
    let wanted: BTreeMap<Pair, Position> =
        wanted.iter().filter_map(|(pair, taken)| Some((pair.clone(), newest(taken)?))).collect();
    let whole = format!("/{conference}/matrix/");
    let (mut cells, mut largest, mut count, mut bytes) = (BTreeMap::new(), 0, 0, 0);
    for (route, html) in pages.iter().filter(|(route, _)| route.contains("/matrix/")) {
        count += 1;
        let seen = seen(html, instrument);
        assert!(seen.elements <= MOST, "{route} has {} elements", seen.elements);
        largest = largest.max(seen.elements);
        bytes = bytes.max(html.len());
        if !route.starts_with(&whole) {
            continue;
        }
        let mut evidence: Vec<String> = seen.cells.values().map(|position| position.href.clone()).collect();
        let mut listed = seen.listed.clone();
        evidence.sort();
        listed.sort();
        assert_eq!(evidence, listed, "{route}: table and list hold the same");
        let filled = seen.states.get("stance").unwrap_or(&0) + seen.states.get("spoke").unwrap_or(&0);
        assert_eq!(filled, seen.cells.len(), "{route}");
        if *route != whole {
            for (pair, position) in seen.cells {
                assert!(cells.insert(pair.clone(), position).is_none(), "{route} repeats {pair:?}");
            }
            continue;
        }
        let is_top = |column: &str| !column.contains("__");
        let is_shown = |column: &String| {
            column.starts_with(&format!("{instrument}/")) && is_top(column) || is_loose(sources, conference, column)
        };
        let tops: BTreeMap<Pair, Position> =
            wanted.iter().filter(|((_, c), _)| is_shown(c)).map(|(k, v)| (k.clone(), v.clone())).collect();
        assert_eq!(seen.marks, tops.len(), "the picture has a mark for each position");
        assert!(seen.cells.is_empty() || seen.cells == tops, "the whole has each position once");
    }
    for (pair, position) in &wanted {
        assert_eq!(cells.get(pair), Some(position), "{pair:?}");
    }
    assert_eq!(cells.len(), wanted.len(), "no cell without a position");
    format!(
        "{conference}: {} positions = {} filled cells on {count} pages; largest page {largest} elements, {bytes} bytes",
        wanted.len(),
        cells.len()
    )
}

/// Whether a column is an issue that concerns no clause.
fn is_loose(sources: &SourceSet, conference: &str, title: &str) -> bool {
    let index: SourcePath = format!("content/{conference}/_index.md").into();
    let text = sources.text(&index).expect("the conference");
    text.lines()
        .any(|line| line.contains(&format!("title: {title}")) && line.contains("{id:") && !line.contains("clauses:"))
}

#[test]
fn every_cell_of_the_demo_is_a_position_and_every_position_a_cell() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    println!("{}", hold(&sources, "att-2013", "att"));
}

fn add(sources: &mut SourceSet, path: &str, text: String) {
    sources.files.insert(path.into(), Content::Text(text.into()));
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

const STANCES: [&str; 8] =
    [" · supports", " · opposes", " · amends", " · reserves", " · questions", " · notes", "", " · supports · author"];

/// 193 delegations × 30 articles of four paragraphs × 200 reports; on Article 1 everybody speaks four times.
fn large() -> SourceSet {
    let mut sources = SourceSet::default();
    let options = Options { now: Instant(0), drafts: Drafts::Withheld, base_url: None };
    let registry = build::read(&sources, &options).value.registry;
    let codes: Vec<&str> =
        registry.delegations.keys().map(|id| id.as_str()).filter(|id| id.len() == 3).take(193).collect();
    assert_eq!(codes.len(), 193);
    add(&mut sources, "content/c/_index.md", "---\ntitle: C\ninstruments: [t]\nissues:\n  - {id: balance, title: Balance, clauses: [t/art_2]}\n  - {id: consensus, title: Consensus}\n---\n".to_owned());
    add(&mut sources, "content/instruments/t/_index.md", "---\ntitle: T\n---\n".to_owned());
    let mut draft = "---\ntitle: D\n---\n".to_owned();
    for article in 1..=30 {
        let _ = write!(draft, "## Article {article}. Name\n\n1. One.\n\n2. Two.\n\n3. Three.\n\n4. Four.\n\n");
    }
    add(&mut sources, "content/instruments/t/2012-12-01.md", draft);
    let mut dice = Dice(1);
    for report in 0..200 {
        let (month, day) = (1 + report / 28, 1 + report % 28);
        let mut text = format!("---\ntitle: Report {report}\n---\n");
        for _ in 0..25 {
            let who = codes[dice.roll(codes.len())];
            let (article, paragraph) = (1 + dice.roll(30), dice.roll(5));
            let on = match (dice.roll(20), paragraph) {
                (0, _) => "balance".to_owned(),
                (1, _) => "consensus".to_owned(),
                (_, 0) => format!("Article {article}"),
                (_, paragraph) => format!("Article {article}({paragraph})"),
            };
            let _ = write!(text, "> [!STATEMENT] {who} · {on}{}\n> Words.\n\n", STANCES[dice.roll(STANCES.len())]);
        }
        if report % 50 == 7 {
            let stance = STANCES[report / 50];
            let _ = write!(
                text,
                "> [!STATEMENT] {} · Articles 1(1), 1(2), 1(3) and 1(4){stance}\n> Words.\n\n",
                codes.join(", ")
            );
        }
        add(&mut sources, &format!("content/c/2013-{month:02}-{day:02}-r.md"), text);
    }
    sources
}

#[test]
fn no_page_of_a_large_matrix_has_more_than_5000_elements() {
    println!("{}", hold(&large(), "c", "t"));
}

/// One clause on which more delegations speak than fit on a page is cut by rows, none lost; on another that few speak
/// on, the rows of the others are folded into a list.
#[test]
fn a_column_longer_than_a_page_is_cut_by_rows_and_silent_rows_are_folded() {
    let mut sources = SourceSet::default();
    let mut delegations = "delegations:\n".to_owned();
    let names: Vec<String> = (1..=900).map(|number| format!("Bloc Nr{number}")).collect();
    for (at, name) in names.iter().enumerate() {
        let _ = writeln!(delegations, "  x-bloc-{at}: {{name: {name}, kind: group}}");
    }
    add(&mut sources, "content/delegations.yaml", delegations);
    add(&mut sources, "content/c/_index.md", "---\ntitle: C\ninstruments: [t]\n---\n".to_owned());
    add(&mut sources, "content/instruments/t/_index.md", "---\ntitle: T\n---\n".to_owned());
    add(
        &mut sources,
        "content/instruments/t/2012-12-01.md",
        "---\ntitle: D\n---\n## Article 1. Name\n\n1. One.\n\n## Article 2. Name\n\n1. One.\n".to_owned(),
    );
    let (all, few) = (names.join(", "), names[..10].join(", "));
    let text = format!(
        "---\ntitle: R\n---\n> [!STATEMENT] {all} · Article 1(1) · supports\n> Words.\n\n> [!STATEMENT] {few} · Article 2(1)\n> Words.\n"
    );
    add(&mut sources, "content/c/2013-01-01-r.md", text);
    let said = hold(&sources, "c", "t");
    println!("{said}");
    assert!(said.contains("1820 positions = 1820 filled cells"), "{said}");
    let built = built(&sources);
    let pages = pages(&built);
    assert!(pages["/c/matrix/art_1__para_1/"].contains("href=\"/c/matrix/art_1__para_1/2/\""), "parts lead to parts");
    let folded = &pages["/c/matrix/art_2/"];
    assert!(folded.contains("890 delegations") && folded.contains("Bloc Nr900"), "who is silent is counted and named");
    assert!(pages["/c/matrix/art_1/"].contains("href=\"/c/matrix/art_1__para_1/\""), "an article leads to its parts");
}
