//! Dates and instants: the only home of the calendar library. Nobody here asks what time it is.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the civil calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i16,
    month: i8,
    day: i8,
}

impl Date {
    /// Reads `2013-03-20`, nothing shorter or looser. A day that no month has is not a date.
    pub fn read(text: &str) -> Option<Self> {
        let shape = text.len() == 10
            && text.bytes().enumerate().all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return None;
        }
        let (year, month, day) = (text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?);
        let date = jiff::civil::Date::new(year, month, day).ok()?;
        Some(Self { year: date.year(), month: date.month(), day: date.day() })
    }

    /// The day of an instant, in UTC.
    pub fn of(instant: Instant) -> Self {
        let stamp = jiff::Timestamp::from_second(instant.0).unwrap_or_default();
        let date = jiff::tz::Offset::UTC.to_datetime(stamp).date();
        Self { year: date.year(), month: date.month(), day: date.day() }
    }

    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 for January.
    pub fn month(self) -> i8 {
        self.month
    }

    pub fn day(self) -> i8 {
        self.day
    }

    /// How many days lie between two dates, whichever is first.
    pub fn days_from(self, other: Self) -> u32 {
        let day = |date: Self| jiff::civil::date(date.year, date.month, date.day);
        day(self).since(day(other)).map_or(u32::MAX, |span| span.get_days().unsigned_abs())
    }

    /// 1 for Monday, 7 for Sunday (ISO 8601).
    pub fn weekday(self) -> i8 {
        jiff::civil::date(self.year, self.month, self.day).weekday().to_monday_one_offset()
    }

    /// Days from this day to a later one; negative to an earlier one.
    pub fn days_until(self, later: Self) -> i64 {
        let civil = |date: Self| jiff::civil::date(date.year, date.month, date.day);
        i64::from((civil(later) - civil(self)).get_days())
    }

    /// The day so many days later; the calendar's last day where there is none.
    pub fn plus_days(self, days: i64) -> Self {
        let civil = jiff::civil::date(self.year, self.month, self.day);
        let date = civil.saturating_add(jiff::Span::new().days(days));
        Self { year: date.year(), month: date.month(), day: date.day() }
    }

    /// The first day of the month that stands so many months after January of the year 0.
    pub fn of_month(months: i64) -> Self {
        let year = i16::try_from(months.div_euclid(12)).unwrap_or(i16::MAX).clamp(-9999, 9999);
        let month = i8::try_from(months.rem_euclid(12)).unwrap_or(0) + 1;
        Self { year, month, day: 1 }
    }

    /// Months since January of the year 0.
    pub fn months(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Templates see `2013-03-20`; the memory keeps three numbers.
impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return serializer.collect_str(self);
        }
        (self.year, self.month, self.day).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        let real = jiff::civil::Date::new(year, month, day).is_ok();
        real.then_some(Self { year, month, day }).ok_or_else(|| serde::de::Error::custom("no day of the calendar"))
    }
}

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Instant(pub i64);

impl Instant {
    /// Reads RFC 3339 with its offset: `2013-03-20T18:00:00-04:00`. Without an offset it is no instant.
    pub fn read(text: &str) -> Option<Self> {
        let stamp: jiff::Timestamp = text.parse().ok()?;
        Some(Self(stamp.as_second()))
    }
}
