//! The corpus as a site of rapporteur's.

use super::corpus::{Conference, ISSUES, Report, conferences, topic};
use super::prose::body;
use super::treaty;

/// One in so many conferences has a report that is still withheld.
const WITHHELD: usize = 5;

/// The report's template, with a mark that an edit can change.
const REPORT_TEMPLATE: &str = include_str!("../../themes/plenary/templates/report.html");

/// All files of a site of so many reports, one after the other: path and text.
pub fn files(reports: usize) -> impl Iterator<Item = (String, String)> {
    let fixed = [
        ("content/site.yaml".to_owned(), SITE.to_owned()),
        ("content/delegations.yaml".to_owned(), registry(0)),
        ("content/about.md".to_owned(), "---\ntitle: About\n---\nReports from the sessions.\n".to_owned()),
        ("content/instruments/tt/_index.md".to_owned(), INSTRUMENT.to_owned()),
        ("themes/bench/theme.yaml".to_owned(), "name: bench\nextends: plenary\n".to_owned()),
        (TEMPLATE.to_owned(), template(0)),
    ];
    let drafts = treaty::DATES.iter().enumerate().map(|(at, date)| {
        let text = format!("---\ntitle: Chair’s text of {date}\n---\n\n{}", treaty::draft(at));
        (format!("content/instruments/tt/{date}.md"), text)
    });
    let conferences = (0..conferences(reports)).flat_map(|number| conference(&Conference::new(number)));
    let reports = (0..reports).map(|number| {
        let report = Report::new(number);
        (format!("content/{}", report.path()), report_text(&report))
    });
    fixed.into_iter().chain(drafts).chain(conferences).chain(reports)
}

/// The template that an edit changes.
pub const TEMPLATE: &str = "themes/bench/templates/report.html";

/// The report's template after so many edits.
pub fn template(edits: usize) -> String {
    REPORT_TEMPLATE.replacen("<article>", &format!("<article data-edition=\"{edits}\">"), 1)
}

/// `delegations.yaml` after so many edits.
pub fn registry(edits: usize) -> String {
    format!(
        "delegations:\n  x-friends:\n    name: Friends of Transparency\n    kind: group\n    aliases: [Friends no. {edits}]\n"
    )
}

const SITE: &str = "title: Reports from the Committee\ntagline: Who said what about which clause, and when\n\
                    base_url: https://reports.example/\ntheme: bench\npublisher: A benchmark\n";

const INSTRUMENT: &str = "---\ntitle: Treaty on Transfers\nshort: [Transfers Treaty]\naliases: [the Treaty on Transfers]\n\
                          ---\n\nThe treaty that the Committee has before it.\n";

fn conference(conference: &Conference) -> Vec<(String, String)> {
    let folder = format!("content/{}", conference.id());
    let issues: String = (0..ISSUES)
        .map(|at| {
            let (title, id) = topic(conference.number, at);
            format!("  - {{id: {id}, title: {title}, clauses: [tt/art_{}]}}\n", at % treaty::ARTICLE_COUNT + 1)
        })
        .collect();
    let text = format!(
        "---\ntitle: {}\nshort: Session {}\nplace: {}\nstart: {}\nend: {}\nsummary: Two weeks on the chair’s text.\n\
         instruments: [tt]\nissues:\n{issues}---\n\nThe Committee met in {} for two weeks. Norway presided; the rules are those of \
         consensus.\n\nArticle 3 and Article 7 had been left open by the session before.\n",
        conference.title(),
        conference.number + 1,
        conference.place,
        conference.start,
        conference.end(),
        conference.place,
    );
    let glossary = "terms:\n  - term: non-paper\n    full: a text without formal status\n    \
                    meaning: The chair’s texts are non-papers until the last day.\n";
    let mut files =
        vec![(format!("{folder}/_index.md"), text), (format!("{folder}/glossary.yaml"), glossary.to_owned())];
    if conference.number.is_multiple_of(WITHHELD) {
        let draft = "---\ntitle: Not yet\ndraft: true\n---\nNorway on Article 6, to be checked.\n";
        files.push((format!("{folder}/{}-not-yet.md", conference.start), draft.to_owned()));
    }
    files
}

fn report_text(report: &Report) -> String {
    let Report { title, date, session, summary, .. } = report;
    let mut matter = format!("title: \"{title}\"\ndate: {date}\nsession: {session}\nsummary: \"{summary}\"\n");
    matter += "authors: [A. Writer, B. Writer]  # in the room\n";
    if report.number.is_multiple_of(3) {
        let first = report.delegations[0];
        matter += &format!("countries: [{}, {}]\n", first.code, report.delegations[1].name);
    }
    if report.number.is_multiple_of(4) {
        matter += &format!("clauses: [tt/{}]\n", report.clauses[0].eid());
    }
    if report.number.is_multiple_of(50) {
        matter += &format!("corrections: [{{date: {date}, text: \"A name was misspelled.\"}}]\n");
    }
    let text = body(report);
    // A glossary whose term no report of the conference uses would be told as a mistake.
    let note = if report.number.is_multiple_of(20) { "A non-paper is expected tomorrow.\n\n" } else { "" };
    format!("---\n{matter}---\n\n{note}{text}")
}
