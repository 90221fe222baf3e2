//! No index page grows without bound: where its lines are many, each year has pages of its own, and the page itself
//! the newest lines.

use super::desk::Desk;
use super::frame::frame;
use super::reading::{head, made};
use super::{routes, said};
use crate::model::date::Date;
use crate::model::digest::Digested;
use crate::model::gist::Texts;
use crate::model::ids::Route;
use crate::model::page::*;
use crate::model::view::*;
use std::collections::{BTreeMap, BTreeSet};

/// Elements of HTML that the lines of one year's page may weigh; they take less, and the frame around them seventy more.
const YEAR: usize = 1_500;

/// One year's lines, cut into pages.
pub struct Year {
    year: i16,
    count: usize,
    parts: Vec<(Route, Vec<Line>)>,
}

/// Elements that some lines take, at the most.
pub fn weight(lines: &[Line]) -> usize {
    let mut reports = BTreeSet::new();
    lines.iter().map(|line| weigh(line, &mut reports)).sum()
}

/// A statement has its row, its day's head, and its subject's head and change; one of its group a line and at the most
/// the group's head; mentions share the head of their report.
fn weigh<'a>(line: &'a Line, reports: &mut BTreeSet<&'a str>) -> usize {
    match line {
        Line::Mention(mention) => 4 + if reports.insert(&mention.card.href) { 8 } else { 0 },
        Line::OfGroup { part: GroupPart::Member, row, .. } => 9 + row.clauses.len(),
        Line::Position { row, .. } | Line::Reading(row) | Line::OfGroup { row, .. } => 7 + weigh_row(row),
    }
}

/// Elements that a statement's own row takes, at the most.
pub fn weigh_row(row: &StatementRow) -> usize {
    let clauses: usize = row.clauses.iter().map(|clause| 1 + usize::from(clause.now.is_some())).sum();
    17 + row.who.len() + clauses + 2 * row.issues.len() + row.except.len()
}

/// Cuts the lines of the page at `route`, which are in the order of days, by year, oldest first. A year that one
/// page cannot hold goes on in the next; what is added later changes the last alone.
pub fn cut(route: &Route, lines: Vec<Line>) -> Vec<Year> {
    let mut years: BTreeMap<i16, Vec<Line>> = BTreeMap::new();
    lines.into_iter().for_each(|line| years.entry(line.date().year()).or_default().push(line));
    let cut =
        |(year, lines): (i16, Vec<Line>)| Year { year, count: said::count(&lines), parts: parts(route, year, lines) };
    years.into_iter().map(cut).collect()
}

fn parts(route: &Route, year: i16, lines: Vec<Line>) -> Vec<(Route, Vec<Line>)> {
    let mut parts = Vec::new();
    let mut rest = lines.as_slice();
    while !rest.is_empty() {
        let mut reports = BTreeSet::new();
        let mut elements = 0;
        let fits = rest.iter().take_while(|line| {
            elements += weigh(line, &mut reports);
            elements <= YEAR
        });
        let (part, later) = rest.split_at(fits.count().max(1));
        let number = parts.len() + 1;
        let route = if number == 1 { routes::year(route, year) } else { routes::year_part(route, year, number) };
        parts.push((route, part.to_vec()));
        rest = later;
    }
    parts
}

/// Links to the years' pages, newest first.
pub fn links(desk: &Desk, years: &[Year]) -> Vec<Counted> {
    let link = |year: &Year| Counted {
        href: desk.href(&routes_of(year)[0]),
        text: year.year.to_string(),
        note: None,
        count: year.count,
    };
    years.iter().rev().map(link).collect()
}

fn routes_of(year: &Year) -> Vec<Route> {
    year.parts.iter().map(|(route, _)| route.clone()).collect()
}

/// The pages of the years of the page that `crumbs` end in.
pub fn pages(desk: &Desk, crumbs: &[Link], subjects: &Digested<Vec<SubjectParts>>, years: Vec<Year>) -> Vec<Page> {
    let Some(of) = crumbs.last() else { return Vec::new() };
    let links = links(desk, &years);
    let mut pages = Vec::new();
    for year in years {
        let routes = routes_of(&year);
        for (at, (route, lines)) in year.parts.into_iter().enumerate() {
            let number = |(other, route): (usize, &Route)| Link {
                current: other == at,
                ..desk.link(route, &(other + 1).to_string())
            };
            let several = routes.iter().enumerate().filter(|_| routes.len() > 1);
            let part = if at == 0 { String::new() } else { format!(" ({})", at + 1) };
            let title = format!("{}, {}{part}", of.text, year.year);
            let parts = YearParts {
                of: of.clone(),
                year: year.year,
                lines,
                subjects: subjects.clone(),
                years: links.clone(),
                parts: several.map(number).collect(),
            };
            pages.push(made(head(desk, &route, &title, crumbs.to_vec()), Parts::Year(parts)));
        }
    }
    pages
}

pub fn view(head: &PageHead, parts: &YearParts, texts: &dyn Texts) -> View {
    let (statements, mentions) = said::days(&parts.lines);
    let dates: BTreeSet<Date> = parts.lines.iter().map(Line::date).collect();
    View::Year(YearView {
        frame: frame(head),
        of: parts.of.clone(),
        year: parts.year,
        lines: said::sorted(head, (&parts.lines, &parts.subjects), texts),
        total_statements: statements.len(),
        total_mentions: mentions.len(),
        years: parts.years.clone(),
        parts: parts.parts.clone(),
        from: dates.first().copied(),
        until: dates.last().copied(),
    })
}
