//! Laws of the index by delegation: what its pages show is what the model holds, each line of it in the very
//! paragraph, and no page grows without bound.

use html5gum::{Token, Tokenizer};
use rapporteur::build::{self, Options};
use rapporteur::index::{self, Scope};
use rapporteur::model::artifact::Body;
use rapporteur::model::corpus::Corpus;
use rapporteur::model::date::Instant;
use rapporteur::model::delegation::DelegationKind;
use rapporteur::model::ids::DelegationId;
use rapporteur::model::indexes::{Indexes, StatementEntry};
use rapporteur::model::manuscript::Drafts;
use rapporteur::model::source::{Content, SourceSet};
use rapporteur::shell::scan;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const MOST_ELEMENTS: usize = 1_500;

/// A site, built, with the corpus and the indexes of each edition.
struct Bench {
    pages: BTreeMap<String, String>,
    editions: Vec<(Corpus, Indexes)>,
}

impl Bench {
    fn new(sources: &SourceSet) -> Self {
        let options = Options { now: Instant(1_900_000_000), drafts: Drafts::Withheld, base_url: None };
        let outcome = build::build(sources, &options);
        assert!(!outcome.has_errors(), "{:?}", outcome.findings.first());
        let page = |artifact: &rapporteur::model::artifact::Artifact| match &artifact.body {
            Body::Bytes(bytes) => Some((artifact.route.to_string(), String::from_utf8_lossy(bytes).into_owned())),
            Body::Copy(_) => None,
        };
        let corpora = build::editions(sources, &options, |corpora, _| corpora.to_vec()).value;
        let editions = corpora
            .into_iter()
            .map(|corpus| (index::index(&corpus.reports, &corpus.registry, Scope::Everything), corpus))
            .map(|(i, c)| (c, i));
        Self { pages: outcome.value.artifacts.iter().filter_map(page).collect(), editions: editions.collect() }
    }

    /// A delegation's page in an edition, and those of its years.
    fn pages_of(&self, corpus: &Corpus, id: &DelegationId) -> (&str, Vec<&str>) {
        let delegation = &corpus.registry.delegations[id];
        let folder = match delegation.kind {
            DelegationKind::Country => "countries",
            DelegationKind::Group => "groups",
            DelegationKind::Organisation | DelegationKind::Observer => "organisations",
        };
        let prefix =
            if corpus.lang == *corpus.site.default_lang() { String::new() } else { format!("/{}", corpus.lang) };
        let route = format!("{prefix}/{folder}/{}/", delegation.slug);
        let inside = self.pages.iter().filter(|(other, _)| other.starts_with(&route) && **other != route);
        let page = self.pages.get(&route).unwrap_or_else(|| panic!("{route} is missing"));
        (page, inside.map(|(_, page)| page.as_str()).collect())
    }

    /// The number beside a delegation's name in the list of all, where it is in it.
    fn listed(&self, corpus: &Corpus, id: &DelegationId) -> Option<usize> {
        let link = format!("/{}/\">", corpus.registry.delegations[id].slug);
        let (_, rest) = self.pages["/countries/"].split_once(&link)?;
        rest.split_once("<span class=\"count\">")?.1.split_once('<')?.0.parse().ok()
    }
}

/// Where a statement stands: its report and paragraph, as every address of it ends.
fn evidence(corpus: &Corpus, entry: &StatementEntry) -> String {
    let report = &corpus.reports[entry.report];
    format!("{}/{}/#{}", report.head.conference, report.head.stem, report.anchors[entry.statement])
}

/// A page's section by the id of its head, up to the next one; nothing where it has none.
fn section<'a>(page: &'a str, id: &str) -> &'a str {
    let begun = page.split_once(&format!("aria-labelledby=\"{id}\"")).map_or("", |(_, rest)| rest);
    begun.split("aria-labelledby=").next().unwrap_or_default()
}

/// The paragraphs that a section's statements lead to, each once, without what stands before the conference.
fn shown(section: &str) -> BTreeSet<String> {
    // What groups said is led to, and not quoted.
    let links = ["evidence", "quiet"].map(|class| format!("class=\"{class}\" href=\""));
    let links = links.iter().flat_map(|link| section.split(link.as_str()).skip(1));
    let links = links.filter_map(|rest| rest.split('"').next());
    links.map(|href| href.rsplitn(4, '/').take(3).collect::<Vec<_>>()).map(|p| [p[2], p[1], p[0]].join("/")).collect()
}

fn elements(page: &str) -> usize {
    Tokenizer::new(page).filter(|token| matches!(token, Ok(Token::StartTag(_)))).count()
}

/// Both numbers of each line of the chart's figures, added up; none where there is no chart.
fn figures(page: &str) -> Option<(usize, usize)> {
    let table = page.split_once("<details class=\"figures\">").map_or("", |(_, rest)| rest);
    let cells = table.split("</details>").next().unwrap_or_default().split("<td class=\"end\">").skip(1);
    let numbers: Vec<usize> = cells.filter_map(|cell| cell.split('<').next()?.parse().ok()).collect();
    let sum = |at: usize| numbers.iter().skip(at).step_by(2).sum();
    (!numbers.is_empty()).then(|| (sum(0), sum(1)))
}

/// Holds every delegation's pages against the model; gives how many statements and charts were compared.
fn hold(bench: &Bench) -> (usize, usize) {
    let (mut compared, mut charts, mut numbered) = (0, 0, 0);
    for (corpus, indexes) in &bench.editions {
        let named = indexes.delegations.keys().chain(indexes.of_groups.keys());
        for id in named.collect::<BTreeSet<_>>() {
            let (page, years) = bench.pages_of(corpus, id);
            // Where there are years, these have all of it, and the page itself the newest.
            let detail: Vec<&str> = if years.is_empty() { vec![page] } else { years };
            let all =
                |id: &str| -> BTreeSet<String> { detail.iter().flat_map(|page| shown(section(page, id))).collect() };
            let own = indexes.delegations.get(id).cloned().unwrap_or_default();
            let of_groups = indexes.of_groups.get(id).cloned().unwrap_or_default();
            let of = |entries: Vec<&StatementEntry>| -> BTreeSet<String> {
                entries.into_iter().map(|entry| evidence(corpus, entry)).collect()
            };
            let positions = of(own.statements.iter().filter(|entry| entry.is_position).collect());
            let spoken = of_groups.spoken.iter().map(|seen| &seen.entry);
            let dissociated = of_groups.dissociated.iter().map(|seen| &seen.entry);
            let readings = own.statements.iter().chain(spoken.clone()).chain(dissociated.clone());
            let via = of(of_groups.via.iter().map(|seen| &seen.entry).collect());
            let spoken = of(spoken.filter(|entry| entry.is_position).collect());
            assert_eq!(all("statements"), positions, "{id}: own statements");
            assert_eq!(all("readings"), of(readings.filter(|entry| !entry.is_position).collect()), "{id}: readings");
            assert_eq!(all("spoken-for"), spoken, "{id}: for groups");
            assert_eq!(all("via"), via, "{id}: via groups");
            let dissociated = of(dissociated.filter(|e| e.is_position).collect());
            assert_eq!(all("dissociated"), dissociated, "{id}: dissociated");
            let listed: usize = detail.iter().map(|page| mentions(page)).sum();
            assert_eq!(listed, own.mentions.len(), "{id}: mentions");
            if let Some(sums) = figures(page) {
                assert_eq!(sums, (positions.len(), own.mentions.len()), "{id}: the chart");
                charts += 1;
            }
            if corpus.lang.as_str() == "en" {
                let facts = page.split_once("<p class=\"facts\">").map_or("", |(_, rest)| rest);
                let facts = facts.split("</p>").next().unwrap_or_default();
                let wanted = [
                    (count("statement", positions.len())),
                    (count("mention", own.mentions.len())),
                    if dissociated.is_empty() { String::new() } else { count("dissociation", dissociated.len()) },
                    if via.is_empty() { String::new() } else { format!("{} through its groups", via.len()) },
                    if spoken.is_empty() { String::new() } else { count("statement", spoken.len()) + " for" },
                ];
                assert!(wanted.iter().all(|words| facts.contains(words)), "{id}: {facts} has not {wanted:?}");
                let sum = positions.len() + own.mentions.len() + spoken.len() + dissociated.len();
                let number = bench.listed(corpus, id);
                assert!(number.is_none_or(|number| number == sum), "{id}: {number:?} in the list, {facts}");
                numbered += usize::from(number.is_some());
            }
            compared += positions.len() + spoken.len() + via.len();
        }
    }
    assert!(numbered > 5, "{numbered} numbers of the list were compared");
    (compared, charts)
}

fn mentions(page: &str) -> usize {
    let lists = page.split("<ul class=\"context\">").skip(1).filter_map(|rest| rest.split("</ul>").next());
    lists.map(|list| list.matches("<li").count()).sum()
}

fn count(word: &str, count: usize) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

#[test]
fn every_page_of_the_demo_shows_what_the_model_holds() {
    let sources = scan::scan(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
    let bench = Bench::new(&sources);
    assert_eq!(bench.editions.len(), 3);
    let (compared, charts) = hold(&bench);
    println!("{compared} statements and {charts} charts of the demo are what the model says");
    assert!(compared > 100 && charts > 50, "{compared} statements, {charts} charts");
}

#[test]
fn no_page_of_a_large_site_grows_without_bound() {
    let bench = Bench::new(&large());
    let (compared, charts) = hold(&bench);
    assert!(compared > 5_000 && charts > 10, "{compared} statements, {charts} charts");
    let of_delegations = |route: &str| ["/countries/", "/groups/"].iter().any(|folder| route.starts_with(folder));
    let mut sizes: Vec<(usize, &str)> = Vec::new();
    for (route, page) in bench.pages.iter().filter(|(route, _)| of_delegations(route)) {
        sizes.push((elements(page), route));
    }
    sizes.sort_unstable();
    let (largest, route) = sizes.last().expect("pages");
    println!("{} pages, {compared} statements compared; the largest, {route}, has {largest} elements", sizes.len());
    assert!(*largest <= MOST_ELEMENTS, "{route} has {largest} elements");
    assert!(sizes.iter().any(|(_, route)| route.ends_with("/2013/2/")), "a long year is cut");
}

/// Three hundred reports over three years: some delegations speak in each, groups of all sizes speak, members
/// dissociate themselves.
fn large() -> SourceSet {
    let mut sources = SourceSet::default();
    let mut add = |path: String, text: String| sources.files.insert(path.as_str().into(), Content::Text(text.into()));
    add("content/instruments/att/_index.md".to_owned(), "---\ntitle: ATT\n---\n".to_owned());
    let few = ["Norway", "Mexico", "Ghana", "Fiji", "Japan", "India", "Cuba", "Peru", "Kenya", "Malta"];
    let stances = ["supports", "opposes", "amends", "reserves", "questions", "notes"];
    for year in 2012..2015 {
        let issues: Vec<String> = (0..12).map(|at| format!("{{id: issue-{at}, title: Issue {at}}}")).collect();
        let issues = issues.join(", ");
        let head = format!("---\ntitle: Conference {year}\ninstruments: [att]\nissues: [{issues}]\n---\n");
        add(format!("content/c{year}/_index.md"), head);
        for at in 0..100 {
            let (month, day) = (1 + at / 25, 1 + at % 25);
            let stance = |of: usize| stances[(at / 10 + of) % stances.len()];
            let (article, issue) = (1 + at * 7 % 97, at % 12);
            let mut text =
                format!("---\ntitle: Report {at}\n---\nNorway began. Mexico and {} followed.\n\n", few[at % 10]);
            let mut say = |who: &str, on: &str, stance: &str| {
                text.push_str(&format!("> [!STATEMENT] {who} · {on} · {stance}\n> Words.\n\n"));
            };
            say("Norway", &format!("Articles {article} and {}(2), issue-{issue}", article % 9 + 1), stance(0));
            say("Mexico", &format!("Article {}", at % 5 + 1), stance(1));
            say(&format!("{} and {}", few[at % 10], few[(at + 3) % 10]), &format!("issue-{issue}"), stance(2));
            say("Norway", "Article 6", "notes · author");
            say("Jamaica for CARICOM except Haiti", &format!("Article {}", at % 3 + 1), stance(3));
            say("NAM", "Article 1", stance(4));
            say("Cuba for Group of 77 and China", &format!("Article {}", at % 60 + 1), stance(5));
            add(format!("content/c{year}/{year}-{month:02}-{day:02}-r{at}.md"), text);
        }
    }
    sources
}
