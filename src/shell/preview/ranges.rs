//! Which bytes of a file are asked for: RFC 9110's conditions and its ranges, one at a time.

use hyper::header::{self, HeaderMap};
use std::ops::Range;

/// How a request for a file is to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Whole,
    Part(Range<u64>),
    /// The one who asks has it already.
    NotModified,
    /// No byte of the file is in the range.
    OutOfRange,
}

/// Judges a request for a file of `size` bytes whose tag is `tag`.
pub fn asked(headers: &HeaderMap, size: u64, tag: &str) -> Asked {
    let word = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let known = headers.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut known = known.flat_map(|list| list.split(',')).map(str::trim);
    if known.any(|known| known == "*" || known.strip_prefix("W/").unwrap_or(known) == tag) {
        return Asked::NotModified;
    }
    match word(header::RANGE) {
        // A part of another version is of no use: then all of this one.
        Some(range) if word(header::IF_RANGE).is_none_or(|version| version.trim() == tag) => part(range, size),
        _ => Asked::Whole,
    }
}

/// What cannot be understood, and several ranges at once, are answered with the whole.
fn part(words: &str, size: u64) -> Asked {
    let Some((unit, range)) = words.split_once('=') else { return Asked::Whole };
    if !unit.trim().eq_ignore_ascii_case("bytes") || range.contains(',') {
        return Asked::Whole;
    }
    let Some((first, last)) = range.trim().split_once('-') else { return Asked::Whole };
    let number = |word: &str| match word {
        "" => Some(None),
        // Larger numbers than there are bytes in the world are as good as the largest.
        digits => digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| Some(digits.parse().unwrap_or(u64::MAX))),
    };
    match (number(first), number(last)) {
        (Some(Some(first)), Some(last)) if last.is_none_or(|last| first <= last) => match first < size {
            true => Asked::Part(first..last.map_or(size, |last| size.min(last.saturating_add(1)))),
            false => Asked::OutOfRange,
        },
        (Some(None), Some(Some(count))) => match count.min(size) {
            0 => Asked::OutOfRange,
            count => Asked::Part(size - count..size),
        },
        _ => Asked::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::{HeaderName, HeaderValue};

    #[test]
    fn ranges_are_as_rfc_9110_has_them() {
        let cases = [
            ("bytes=0-0", Asked::Part(0..1)),
            ("bytes=2-4", Asked::Part(2..5)),
            ("bytes=2-", Asked::Part(2..10)),
            ("bytes=2-99", Asked::Part(2..10)),
            ("bytes=9-99999999999999999999999", Asked::Part(9..10)),
            ("bytes=-3", Asked::Part(7..10)),
            ("bytes=-99", Asked::Part(0..10)),
            ("Bytes = 1-1", Asked::Part(1..2)),
            ("bytes=10-", Asked::OutOfRange),
            ("bytes=99999999999999999999999-", Asked::OutOfRange),
            ("bytes=-0", Asked::OutOfRange),
            ("bytes=4-2", Asked::Whole),
            ("bytes=0-0,2-2", Asked::Whole),
            ("bytes=-", Asked::Whole),
            ("bytes=", Asked::Whole),
            ("bytes=a-b", Asked::Whole),
            ("bytes=+1-2", Asked::Whole),
            ("bytes=--1", Asked::Whole),
            ("lines=0-1", Asked::Whole),
            ("0-1", Asked::Whole),
        ];
        for (words, wanted) in cases {
            assert_eq!(part(words, 10), wanted, "{words}");
        }
        assert_eq!(part("bytes=0-", 0), Asked::OutOfRange);
        assert_eq!(part("bytes=-1", 0), Asked::OutOfRange);
    }

    #[test]
    fn conditions_come_before_ranges() {
        let ask = |headers: &[(HeaderName, &'static str)]| {
            let headers = headers.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
            asked(&headers.collect(), 10, "\"a\"")
        };
        let range = (header::RANGE, "bytes=0-0");
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "\"a\""), range.clone()]), Asked::NotModified);
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "\"b\", W/\"a\"")]), Asked::NotModified);
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "*")]), Asked::NotModified);
        assert_eq!(ask(&[(header::IF_NONE_MATCH, "\"b\"")]), Asked::Whole);
        assert_eq!(ask(&[(header::IF_RANGE, "\"a\""), range.clone()]), Asked::Part(0..1));
        assert_eq!(ask(&[(header::IF_RANGE, "\"b\""), range.clone()]), Asked::Whole);
        assert_eq!(ask(&[(header::IF_RANGE, "Wed, 21 Oct 2015 07:28:00 GMT"), range]), Asked::Whole);
    }
}
