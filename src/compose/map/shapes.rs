//! Where each country is on the map, and what the land looks like: reads `shapes.tsv` as make.mjs wrote it.

use crate::model::view::MapForm;
use std::collections::BTreeMap;

/// The map's size; all paths and places lie inside it.
pub const WIDTH: u32 = 1000;
pub const HEIGHT: u32 = 458;

const TABLE: &str = include_str!("shapes.tsv");
const LAND: &str = "land";

/// All lines of the table: a country's code, or `land`, and its form.
pub fn all() -> BTreeMap<&'static str, MapForm> {
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(line).collect()
}

/// The land of the whole world as one path.
pub fn land() -> &'static str {
    let land = TABLE.lines().find_map(|line| line.strip_prefix(LAND));
    land.map(str::trim_start).unwrap_or_default()
}

fn line(line: &'static str) -> Option<(&'static str, MapForm)> {
    let (code, form) = line.split_once('\t').filter(|(code, _)| *code != LAND)?;
    if form.starts_with('M') {
        return Some((code, MapForm::Shape(form)));
    }
    let (x, y) = form.split_once(' ')?;
    Some((code, MapForm::Place { x: x.parse().ok()?, y: y.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The points of a path that make.mjs wrote: `M12 34l5 6-7 8z`, everything after the first relative.
    fn points(path: &str) -> Vec<(i32, i32)> {
        let mut points = Vec::new();
        for ring in path.split('M').skip(1) {
            let spaced = ring.trim_end_matches('z').replace('-', " -").replace('l', " ");
            let numbers: Vec<i32> = spaced.split_whitespace().map(|number| number.parse().expect("a number")).collect();
            assert!(numbers.len() >= 6 && numbers.len().is_multiple_of(2), "{ring} is no area");
            let (mut x, mut y) = (0, 0);
            for pair in numbers.chunks(2) {
                (x, y) = (x + pair[0], y + pair[1]);
                points.push((x, y));
            }
        }
        points
    }

    #[test]
    fn everything_lies_inside_the_map() {
        let inside = |x: i32, y: i32| (0..=WIDTH as i32).contains(&x) && (0..=HEIGHT as i32).contains(&y);
        let forms = all();
        let paths = forms.values().filter_map(|form| match form {
            MapForm::Shape(path) => Some(*path),
            MapForm::Place { .. } => None,
        });
        for path in paths.chain([land()]) {
            let points = points(path);
            assert!(!points.is_empty());
            assert!(points.iter().all(|(x, y)| inside(*x, *y)), "{path}");
        }
        for form in forms.values() {
            if let MapForm::Place { x, y } = form {
                assert!(inside(*x as i32 - 7, *y as i32 - 7) && inside(*x as i32 + 7, *y as i32 + 7), "{x} {y}");
            }
        }
    }

    /// A few countries are where a traveller would look for them, so that no slip of the projection goes unseen.
    #[test]
    fn countries_are_where_they_should_be() {
        let forms = all();
        let middle = |code: &str| match &forms[code] {
            MapForm::Place { x, y } => (*x as i32, *y as i32),
            MapForm::Shape(path) => {
                let points = points(path.split('z').next().expect("a ring"));
                let (x, y) = points.iter().fold((0, 0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
                (x / points.len() as i32, y / points.len() as i32)
            }
        };
        assert!(middle("NOR").1 < middle("ITA").1 && middle("ITA").1 < middle("LBY").1, "north is above");
        assert!(middle("USA").0 < middle("FRA").0 && middle("FRA").0 < middle("IND").0, "west is on the left");
        assert!(middle("NZL").0 > 850 && middle("NZL").1 > 330, "New Zealand is in the south-east");
        assert!(middle("KEN").1 > middle("EGY").1 && middle("ZAF").1 > middle("KEN").1);
        assert!(middle("TUV").0 > 900 && middle("JAM").0 < 350, "islands are in their own ocean");
    }

    #[test]
    fn the_table_is_small() {
        assert!(TABLE.len() <= 60_000, "{} bytes", TABLE.len());
        assert!(land().starts_with('M') && land().len() < 20_000);
    }
}
