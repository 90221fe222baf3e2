//! The corpus as a site of Hugo's, with templates that show what ours do, but for what is recognised: countries and
//! clauses are two taxonomies, and the front matter lists what rapporteur finds by itself.

use super::corpus::{Conference, Report, conferences};
use super::prose::body;
use super::treaty;
use super::words::SPEAKERS;
use std::collections::BTreeSet;

/// The template that an edit changes.
pub const TEMPLATE: &str = "layouts/page.html";

/// All files of a site of so many reports, one after the other: path and text.
pub fn files(reports: usize) -> impl Iterator<Item = (String, String)> {
    let fixed = LAYOUTS.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let drafts = treaty::DATES.iter().enumerate().map(|(at, date)| {
        let text = format!("---\ntitle: Chair’s text of {date}\ndate: {date}\n---\n\n{}", treaty::draft(at));
        (format!("content/instruments/{date}.md"), text)
    });
    let conferences = (0..conferences(reports)).map(|number| {
        let conference = Conference::new(number);
        let text = format!(
            "---\ntitle: {}\ndate: {}\nplace: {}\nsummary: Two weeks on the chair’s text.\n---\n\nThe Committee met in {} \
             for two weeks. Norway presided; the rules are those of consensus.\n\nArticle 3 and Article 7 had been left \
             open by the session before.\n",
            conference.title(),
            conference.start,
            conference.place,
            conference.place,
        );
        (format!("content/{}/_index.md", conference.id()), text)
    });
    let reports = (0..reports).map(|number| {
        let report = Report::new(number);
        (format!("content/{}", report.path()), report_text(&report))
    });
    let home = ("content/_index.md".to_owned(), "---\ntitle: Reports from the Committee\n---\n".to_owned());
    fixed.chain([(TEMPLATE.to_owned(), template(0)), home]).chain(drafts).chain(conferences).chain(reports)
}

/// The report's template after so many edits.
pub fn template(edits: usize) -> String {
    REPORT.replacen("<article>", &format!("<article data-edition=\"{edits}\">"), 1)
}

fn report_text(report: &Report) -> String {
    let text = unmarked(&body(report));
    let mut countries: Vec<&str> = report.delegations.iter().map(|delegation| delegation.name).collect();
    let groups = SPEAKERS.iter().filter(|(speaker, group)| text.contains(&format!("{speaker} for {group}")));
    countries.extend(groups.flat_map(|(speaker, group)| [*speaker, *group]));
    // A paragraph's article has the paragraph's readers too.
    let with_articles = report.clauses.iter().flat_map(|clause| [clause.eid(), format!("art_{}", clause.article)]);
    let list = |words: BTreeSet<String>| words.into_iter().map(|word| format!("  - {word}\n")).collect::<String>();
    let countries = list(countries.into_iter().map(str::to_owned).collect());
    let clauses = list(with_articles.collect());
    let Report { title, date, session, summary, .. } = report;
    format!(
        "---\ntitle: \"{title}\"\ndate: {date}\nsession: {session}\nsummary: \"{summary}\"\nauthors: [A. Writer, B. Writer]\n\
         countries:\n{countries}clauses:\n{clauses}---\n\n{text}"
    )
}

/// The text without mentions that are spelled out: `[words](country:NOR)` is `words`.
fn unmarked(text: &str) -> String {
    let mut plain = text.to_owned();
    for mark in ["](country:", "](clause:"] {
        while let Some(at) = plain.find(mark) {
            let (Some(open), Some(close)) = (plain[..at].rfind('['), plain[at..].find(')')) else { break };
            let words = plain[open + 1..at].to_owned();
            plain.replace_range(open..=at + close, &words);
        }
    }
    plain
}

const LAYOUTS: &[(&str, &str)] = &[
    ("hugo.yaml", CONFIG),
    ("layouts/baseof.html", BASE),
    ("layouts/home.html", HOME),
    ("layouts/section.html", SECTION),
    ("layouts/taxonomy.html", TAXONOMY),
    ("layouts/term.html", TERM),
    ("layouts/_markup/render-blockquote.html", STATEMENT),
    ("assets/plenary.css", include_str!("../../themes/plenary/assets/plenary.css")),
];

/// Feeds as rapporteur has them, for the site and for each conference; Markdown links lead to pages.
const CONFIG: &str = r#"baseURL: https://reports.example/
title: Reports from the Committee
locale: en
taxonomies: {country: countries, clause: clauses}
outputs: {home: [html, rss], section: [html, rss], taxonomy: [html], term: [html]}
services: {rss: {limit: 20}}
markup: {goldmark: {renderHooks: {link: {useEmbedded: always}}}}
"#;

const BASE: &str = r#"<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
{{ with .Params.summary }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
{{ with resources.Get "plenary.css" | fingerprint }}<link rel="stylesheet" href="{{ .RelPermalink }}">{{ end }}
{{ with .OutputFormats.Get "rss" }}<link rel="alternate" type="application/rss+xml" href="{{ .RelPermalink }}">{{ end }}
</head>
<body>
<header><a href="/">{{ site.Title }}</a> <nav><a href="/countries/">Countries</a> <a href="/clauses/">Clauses</a> <a href="/instruments/">Instruments</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer>A benchmark</footer>
</body>
</html>
"#;

const REPORT: &str = r#"{{ define "main" }}
<article>
<header>
<p class="meta"><a href="{{ .CurrentSection.RelPermalink }}">{{ .CurrentSection.Title }}</a> · <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "Monday, 2 January 2006" }}</time> · {{ with .Params.session }}{{ . }} · {{ end }}{{ with .Params.authors }}{{ delimit . ", " }}{{ end }}</p>
<h1>{{ .Title }}</h1>
<p class="lead">{{ .Params.summary }}</p>
</header>
<div class="prose">{{ .Content }}</div>
</article>
<aside>
<nav><h2>On this page</h2>{{ .TableOfContents }}</nav>
{{ with .GetTerms "countries" }}<section><h2>Countries</h2><ul>{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></section>{{ end }}
{{ with .GetTerms "clauses" }}<section><h2>Clauses</h2><ul>{{ range . }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul></section>{{ end }}
</aside>
<nav class="pager">
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Date.Format "2 January 2006" }} {{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Date.Format "2 January 2006" }} {{ .Title }}</a>{{ end }}
</nav>
{{ end }}
"#;

const HOME: &str = r#"{{ define "main" }}
<h1>{{ .Title }}</h1>
<h2>Newest reports</h2>
<ul>{{ range first 10 (where site.RegularPages "Section" "ne" "instruments").ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Date.Format "2 January 2006" }} {{ .Params.summary }}</li>{{ end }}</ul>
<h2>Conferences</h2>
<ul>{{ range .Sections.ByDate.Reverse }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.place }}</li>{{ end }}</ul>
{{ end }}
"#;

const SECTION: &str = r#"{{ define "main" }}
<h1>{{ .Title }}</h1>
<p>{{ .Params.place }}</p>
{{ .Content }}
{{ range .RegularPages.GroupByDate "2006-01-02" "asc" }}<h2>{{ .Key }}</h2>
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.session }} <p>{{ .Params.summary }}</p></li>{{ end }}</ul>
{{ end }}
{{ end }}
"#;

const TAXONOMY: &str = r#"{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a> {{ .Count }}</li>{{ end }}</ul>
{{ end }}
"#;

const TERM: &str = r#"{{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Pages.ByDate }}<li><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a> <p>{{ .Params.summary }}</p></li>{{ end }}</ul>
{{ end }}
"#;

const STATEMENT: &str = r#"{{ if eq .AlertType "statement" }}<blockquote class="statement"><p class="who">{{ .AlertTitle }}</p>{{ .Text }}</blockquote>{{ else }}<blockquote>{{ .Text }}</blockquote>{{ end }}
"#;
