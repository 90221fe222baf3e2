//! Activity over time: few enough bars to draw at once, as figures and places; the theme makes the picture.

use crate::model::date::Date;
use crate::model::view::{ActivityBar, ActivityView};
use std::collections::BTreeMap;

/// Two rectangles each, so that the picture stays below sixty nodes.
const MOST_BARS: i64 = 24;
const WIDTH: usize = 240;
const HEIGHT: usize = 48;
/// Few bars are not made wider than this.
const WIDEST: usize = 24;
const GAP: usize = 2;
/// What is there at all can be seen.
const LOWEST: usize = 2;

/// The length of time that a bar stands for.
#[derive(Clone, Copy)]
enum Unit {
    Day,
    Week,
    Month,
    Years(i64),
}

impl Unit {
    /// The shortest that gives few enough bars.
    fn between(from: Date, until: Date) -> Self {
        let days = from.days_until(until);
        match () {
            () if days < MOST_BARS => Self::Day,
            () if days / 7 < MOST_BARS => Self::Week,
            () if until.months() - from.months() < MOST_BARS => Self::Month,
            () => Self::Years((i64::from(until.year()) - i64::from(from.year())) / MOST_BARS + 1),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Years(1) => "year",
            Self::Years(_) => "years",
        }
    }

    /// Which bar a day belongs to, when the first begins with `from`.
    fn bar(self, from: Date, day: Date) -> i64 {
        match self {
            Self::Day => from.days_until(day),
            Self::Week => from.days_until(day) / 7,
            Self::Month => day.months() - from.months(),
            Self::Years(years) => (i64::from(day.year()) - i64::from(from.year())) / years,
        }
    }

    /// A bar's first day.
    fn first(self, from: Date, bar: i64) -> Date {
        match self {
            Self::Day => from.plus_days(bar),
            Self::Week => from.plus_days(bar * 7),
            Self::Month => Date::of_month(from.months() + bar),
            Self::Years(years) => Date::of_month((i64::from(from.year()) + bar * years) * 12),
        }
    }
}

/// The chart of some statements and mentions by their days; none for what all happened on one day.
pub fn activity(statements: &[Date], mentions: &[Date]) -> Option<ActivityView> {
    let all = || statements.iter().chain(mentions).copied();
    let (from, until) = (all().min()?, all().max()?);
    if from == until {
        return None;
    }
    let unit = Unit::between(from, until);
    let mut counts: BTreeMap<i64, (usize, usize)> = BTreeMap::new();
    statements.iter().for_each(|day| counts.entry(unit.bar(from, *day)).or_default().0 += 1);
    mentions.iter().for_each(|day| counts.entry(unit.bar(from, *day)).or_default().1 += 1);
    let slots = usize::try_from(unit.bar(from, until)).unwrap_or(0) + 1;
    let slot = WIDTH / slots;
    let width = (slot - GAP).min(WIDEST);
    let peak_count = counts.values().map(|(s, m)| s + m).max().unwrap_or(1);
    let peak = counts.iter().find(|(_, (s, m))| s + m == peak_count).map_or(0, |(bar, _)| *bar);
    let height = |count: usize| match count {
        0 => 0,
        count => (count * (HEIGHT - LOWEST) / peak_count).max(LOWEST),
    };
    let bars = counts.iter().map(|(bar, (said, named))| ActivityBar {
        date: unit.first(from, *bar),
        statements: *said,
        mentions: *named,
        x: usize::try_from(*bar).unwrap_or(0) * slot + (slot - width) / 2,
        bar: width,
        statements_y: HEIGHT - height(*said),
        statements_height: height(*said),
        mentions_y: HEIGHT - height(*said) - height(*named),
        mentions_height: height(*named),
    });
    Some(ActivityView {
        width: WIDTH,
        height: HEIGHT,
        unit: unit.word(),
        bars: bars.collect(),
        from,
        until,
        peak: unit.first(from, peak),
        peak_count,
        statements: statements.len(),
        mentions: mentions.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(texts: &[&str]) -> Vec<Date> {
        texts.iter().map(|text| Date::read(text).expect("a date")).collect()
    }

    #[test]
    fn one_day_has_no_chart() {
        assert_eq!(activity(&days(&["2013-03-18"]), &days(&["2013-03-18"])), None);
        assert_eq!(activity(&[], &[]), None);
    }

    #[test]
    fn the_unit_is_the_shortest_that_gives_few_bars() {
        for (until, unit, slots) in [
            ("2013-03-19", "day", 2),
            ("2013-04-10", "day", 24),
            ("2013-04-11", "week", 4),
            ("2013-09-01", "week", 24),
            ("2013-09-02", "month", 7),
            ("2015-02-28", "month", 24),
            ("2015-03-01", "year", 3),
            ("2113-03-01", "years", 21),
        ] {
            let chart = activity(&days(&["2013-03-18"]), &days(&[until])).expect("a chart");
            assert_eq!(chart.unit, unit, "until {until}");
            let last = &chart.bars[1];
            assert_eq!(last.x / (WIDTH / slots), slots - 1, "until {until}");
        }
    }

    #[test]
    fn bars_add_up_and_stay_in_their_box() {
        let statements = days(&["2012-07-02", "2013-03-18", "2013-03-18", "2013-03-28"]);
        let mentions = days(&["2012-07-31", "2013-03-18", "2014-01-01", "2014-01-31"]);
        let chart = activity(&statements, &mentions).expect("a chart");
        assert_eq!((chart.unit, chart.bars.len()), ("month", 3));
        assert_eq!(chart.bars.iter().map(|bar| bar.statements).sum::<usize>(), 4);
        assert_eq!(chart.bars.iter().map(|bar| bar.mentions).sum::<usize>(), 4);
        assert_eq!((chart.peak.to_string().as_str(), chart.peak_count), ("2013-03-01", 4));
        for bar in &chart.bars {
            assert!(bar.x + bar.bar <= chart.width);
            assert_eq!(bar.mentions_y + bar.mentions_height, bar.statements_y);
            assert_eq!(bar.statements_y + bar.statements_height, HEIGHT);
        }
    }
}
