//! The whole matrix as a drawing: one path for each stance, so that it has few elements however large it is.

use crate::model::page::{MatrixParts, MatrixRowParts};
use crate::model::view::{MatrixColumn, MatrixKey, MatrixLabel, MatrixPicture, StanceView};

/// The side of a cell; shapes keep one unit from its edges.
const CELL: usize = 10;
/// Rows or columns that can have words at the edge.
const LABELLED: usize = 60;
/// Room for words beside the rows and above the columns.
const BESIDE: usize = 160;
const ABOVE: usize = 90;
/// Room for the words of the last columns, which lean outwards.
const LEAN: usize = 50;
/// Letters that have room beside and above.
const LETTERS: [usize; 2] = [32, 20];

/// A shape for each stance, in the site's order, so that nothing is told by colour alone: square, triangle, diamond,
/// bar, cross, dot. More stances begin again.
const SHAPES: [&str; 6] = [
    "m1 1h8v8h-8z",
    "m5 1l4 8h-8z",
    "m5 0l5 5-5 5-5-5z",
    "m1 3h8v4h-8z",
    "m1 3l2-2 2 2 2-2 2 2-2 2 2 2-2 2-2-2-2 2-2-2 2-2z",
    "m3 3h4v4h-4z",
];
/// Who spoke without a stance: a frame.
const SPOKE: &str = "m1 1h8v8h-8zm1 1v6h6v-6z";

/// The shape of a stance, by its place in the site's list.
pub fn shape(stances: &[StanceView], stance: Option<&StanceView>) -> &'static str {
    let at = stance.and_then(|stance| stances.iter().position(|known| known.id == stance.id));
    at.map_or(SPOKE, |at| SHAPES[at % SHAPES.len()])
}

/// A name's first letters, where it is too long for the edge.
fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let first: String = name.chars().take(letters - 1).collect();
    format!("{}…", first.trim_end())
}

pub fn picture(parts: &MatrixParts) -> MatrixPicture {
    let beside = if parts.rows.len() <= LABELLED { BESIDE } else { 0 };
    let above = if parts.columns.len() <= LABELLED { ABOVE } else { 0 };
    let place = |column: usize, row: usize| (beside + column * CELL, above + row * CELL);
    let stances = parts.stances.iter().map(Some).chain([None]);
    let layer = |stance: Option<&StanceView>| {
        let mut path = String::new();
        for (at, row) in parts.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                let Some(held) = cell.as_ref().filter(|held| held.stance.as_ref() == stance) else { continue };
                let (x, y) = place(column, at);
                // A path's closing leads back to its beginning: each shape starts from its own corner.
                path.push_str(&format!("M{x} {y}{}", shape(&parts.stances, held.stance.as_ref())));
            }
        }
        (!path.is_empty()).then(|| MatrixKey { stance: stance.cloned(), path })
    };
    let height = above + parts.rows.len() * CELL;
    let mut uncovered = String::new();
    for (at, _) in parts.columns.iter().enumerate().filter(|(_, column)| !column.covered) {
        let (x, y) = place(at, 0);
        uncovered.push_str(&format!("M{} {y}h8V{height}h-8z", x + 1));
    }
    let label = |(x, y): (usize, usize), text: String| MatrixLabel { x, y, text };
    let column = |(at, column): (usize, &MatrixColumn)| {
        label((place(at, 0).0 + 5, above - 4), shortened(&column.link.text, LETTERS[1]))
    };
    let row = |(at, row): (usize, &MatrixRowParts)| {
        label((beside - 4, place(0, at).1 + 8), shortened(&row.delegation.text, LETTERS[0]))
    };
    let columns = parts.columns.iter().enumerate().filter(|_| above > 0);
    let rows = parts.rows.iter().enumerate().filter(|_| beside > 0);
    MatrixPicture {
        width: place(parts.columns.len(), 0).0 + if above > 0 { LEAN } else { 0 },
        height,
        layers: stances.filter_map(layer).collect(),
        uncovered,
        column_labels: columns.map(column).collect(),
        row_labels: rows.map(row).collect(),
    }
}
