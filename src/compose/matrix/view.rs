//! A matrix page's view: the grid as a table, as a list, in numbers, and as a picture.

use super::super::frame::frame;
use super::picture::{picture, shape};
use crate::model::page::{MatrixParts, MatrixRowParts, MatrixShown, PageHead};
use crate::model::view::*;
use std::sync::Arc;

/// Lines of the list of contested clauses.
const TOP: usize = 5;

pub fn view(head: &PageHead, parts: &MatrixParts) -> View {
    let tabled = parts.shown != MatrixShown::Picture;
    let drawn = parts.shown != MatrixShown::Table;
    let key = parts.stances.iter().map(Some).chain([None]);
    View::Matrix(Box::new(MatrixView {
        frame: frame(head),
        kind: parts.kind,
        conference: parts.conference.clone(),
        overview: parts.overview.clone(),
        clause: parts.clause.clone(),
        heading: parts.heading.clone(),
        part: parts.part,
        parts: parts.parts,
        previous: parts.previous.clone(),
        next: parts.next.clone(),
        summary: summary(parts),
        picture: drawn.then(|| picture(parts)),
        cuts: parts.cuts.clone(),
        key: key.map(|s| MatrixKey { stance: s.cloned(), path: shape(&parts.stances, s).to_owned() }).collect(),
        groups: if tabled { parts.groups.clone() } else { Vec::new() },
        columns: if tabled { parts.columns.clone() } else { Vec::new() },
        rows: if tabled { parts.rows.iter().map(|line| row(parts, line)).collect() } else { Vec::new() },
        list: if tabled { list(parts) } else { Vec::new() },
        silent: parts.silent.clone(),
        uncovered: parts.uncovered.clone(),
    }))
}

fn row(parts: &MatrixParts, row: &MatrixRowParts) -> MatrixRow {
    let cells = row.cells.iter().zip(&parts.columns).map(|(held, column)| MatrixCell {
        state: match held {
            Some(held) if held.stance.is_some() => "stance",
            Some(_) => "spoke",
            None if column.covered => "silent",
            None => "uncovered",
        },
        held: held.clone(),
    });
    MatrixRow { delegation: row.delegation.clone(), groups: classes(&row.groups), cells: cells.collect() }
}

/// Groups as classes: `g1 g4`.
fn classes(groups: &[usize]) -> String {
    groups.iter().map(|group| format!("g{group}")).collect::<Vec<_>>().join(" ")
}

/// Each column with who holds which stance, in the site's order; those without a stance last.
fn list(parts: &MatrixParts) -> Vec<MatrixClause> {
    let mut list = Vec::new();
    for (at, column) in parts.columns.iter().enumerate().filter(|(_, column)| column.covered) {
        let stances = parts.stances.iter().map(Some).chain([None]);
        let holders =
            stances.map(|stance| MatrixHolders { stance: stance.cloned(), holders: holders(parts, at, stance) });
        let stances: Vec<MatrixHolders> = holders.filter(|group| !group.holders.is_empty()).collect();
        let count = stances.iter().map(|group| group.holders.len()).sum::<usize>() + column.unattributed_count;
        list.push(MatrixClause {
            link: column.link.clone(),
            heading: column.heading.clone(),
            count,
            stances,
            unattributed: column.unattributed.clone(),
            unattributed_count: column.unattributed_count,
        });
    }
    list
}

fn holders(parts: &MatrixParts, column: usize, stance: Option<&StanceView>) -> Vec<MatrixHolder> {
    let mut holders = Vec::new();
    for row in &parts.rows {
        if let Some(held) = row.cells[column].as_ref().filter(|held| held.stance.as_ref() == stance) {
            let name = row.delegation.text.clone();
            holders.push(MatrixHolder { name, groups: classes(&row.groups), held: held.clone() });
        }
    }
    holders
}

fn summary(parts: &MatrixParts) -> MatrixSummary {
    let takes = |cell: &Option<Arc<MatrixPosition>>| cell.as_ref().is_some_and(|held| held.stance.is_some());
    let takers = parts.rows.iter().filter(|row| row.cells.iter().any(takes)).count();
    let speakers = parts.rows.iter().filter(|row| row.cells.iter().any(Option::is_some)).count();
    let cells = || parts.rows.iter().flat_map(|row| row.cells.iter().flatten());
    let positions = cells().filter(|held| held.stance.is_some()).count();
    let contested = if parts.shown == MatrixShown::Table { Vec::new() } else { contested(parts) };
    MatrixSummary {
        delegations: takers,
        only_spoke: speakers - takers,
        positions,
        spoken: cells().count() - positions,
        columns: (0..parts.columns.len()).filter(|at| parts.rows.iter().any(|row| takes(&row.cells[*at]))).count(),
        changed: cells().filter(|held| held.changed).count(),
        contested,
        speakers: parts.speakers.clone(),
    }
}

/// The columns where most pairs of delegations hold different stances, most first.
fn contested(parts: &MatrixParts) -> Vec<MatrixContest> {
    let mut contests = Vec::new();
    for (at, column) in parts.columns.iter().enumerate() {
        let tally = |stance: &StanceView| {
            let count = holders(parts, at, Some(stance)).len();
            (count > 0).then(|| MatrixTally { stance: stance.clone(), count })
        };
        let stances: Vec<MatrixTally> = parts.stances.iter().filter_map(tally).collect();
        let all: usize = stances.iter().map(|tally| tally.count).sum();
        // Twice the number of pairs.
        let apart: usize = stances.iter().map(|tally| tally.count * (all - tally.count)).sum();
        let contest = MatrixContest { clause: column.link.clone(), heading: column.heading.clone(), stances };
        contests.push((apart, contest));
    }
    contests.retain(|(apart, _)| *apart > 0);
    contests.sort_by_key(|(apart, _)| std::cmp::Reverse(*apart));
    contests.into_iter().take(TOP).map(|(_, contest)| contest).collect()
}
