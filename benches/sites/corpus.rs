//! Which conferences and reports a corpus has, and what they are about. The same for rapporteur and for Hugo, which
//! differ only in how it is written down.

use super::dice::Dice;
use super::treaty;
use super::words::{DELEGATIONS, SUMMARIES, TITLES, TOPICS};
use jiff::ToSpan;
use jiff::civil::Date;
use std::collections::BTreeSet;

const REPORTS_A_CONFERENCE: usize = 20;
/// Issues that a conference declares: what its first reports are about.
pub const ISSUES: usize = 5;
/// After so many weeks, which are thirty years, conferences begin in parallel.
const WEEKS: usize = 30 * 52;

/// Kinds of dice.
pub const PROSE: u64 = 1;
const REPORT: u64 = 2;
const CONFERENCE: u64 = 3;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Delegation {
    pub code: &'static str,
    pub name: &'static str,
}

/// All delegations, those that speak most first.
pub fn delegations() -> Vec<Delegation> {
    let split = |entry: &'static str| entry.split_once(' ').map(|(code, name)| Delegation { code, name });
    DELEGATIONS.split('|').filter_map(split).collect()
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    pub article: usize,
    pub paragraph: Option<usize>,
}

impl Clause {
    /// `art_6__para_2`
    pub fn eid(self) -> String {
        match self.paragraph {
            Some(paragraph) => format!("art_{}__para_{paragraph}", self.article),
            None => format!("art_{}", self.article),
        }
    }

    /// The clause as a writer cites it, in one of several ways.
    pub fn cited(self, dice: &mut Dice) -> String {
        let Self { article, paragraph } = self;
        match (paragraph, dice.below(4)) {
            (Some(paragraph), 0) => format!("paragraph {paragraph} of Article {article}"),
            (Some(paragraph), 1) => format!("Art. {article}({paragraph})"),
            (Some(paragraph), _) => format!("Article {article}({paragraph})"),
            (None, _) => format!("Article {article}"),
        }
    }
}

pub struct Conference {
    pub number: usize,
    pub start: Date,
    pub place: &'static str,
}

impl Conference {
    pub fn new(number: usize) -> Self {
        let weeks = i64::try_from(number % WEEKS).unwrap_or_default();
        let start = jiff::civil::date(1996, 1, 8).saturating_add(weeks.weeks());
        let mut dice = Dice::new(CONFERENCE, number);
        let place = dice.pick(&["Geneva", "New York", "Vienna", "Nairobi", "The Hague", "Oslo"]);
        Self { number, start, place }
    }

    /// Its folder.
    pub fn id(&self) -> String {
        format!("session-{:05}", self.number + 1)
    }

    pub fn title(&self) -> String {
        format!("Session {} of the Committee on Transfers", self.number + 1)
    }

    pub fn end(&self) -> Date {
        self.start.saturating_add(11.days())
    }
}

pub struct Report {
    /// From 0 on, over all conferences.
    pub number: usize,
    pub conference: Conference,
    pub date: Date,
    pub session: &'static str,
    /// What it is about: its words and its id.
    pub topic: (&'static str, &'static str),
    pub title: String,
    pub summary: String,
    pub delegations: Vec<Delegation>,
    pub clauses: Vec<Clause>,
}

impl Report {
    pub fn new(number: usize) -> Self {
        let conference = Conference::new(number / REPORTS_A_CONFERENCE);
        let at = number % REPORTS_A_CONFERENCE;
        // Two sittings a day, five days a week.
        let day = at / 2 % 5 + at / 10 * 7;
        let date = conference.start.saturating_add(i64::try_from(day).unwrap_or_default().days());
        let topic = topic(conference.number, at);
        let mut dice = Dice::new(REPORT, number);
        let title = capital(&dice.pick(TITLES).replace("{I}", topic.0));
        let summary = dice.pick(SUMMARIES).replace("{I}", topic.0);
        let all = delegations();
        let wanted = dice.between(3, 8);
        let speaking = distinct(wanted, || all[dice.low(all.len())]);
        let wanted = dice.between(2, 5);
        let clauses = distinct(wanted, || clause(&mut dice));
        Self {
            number,
            date,
            session: ["morning", "afternoon"][at % 2],
            topic,
            title,
            summary,
            delegations: speaking,
            clauses,
            conference,
        }
    }

    /// Its file's name without the ending.
    pub fn stem(&self) -> String {
        format!("{}-{}", self.date, self.topic.1)
    }

    /// Its file in `content/`.
    pub fn path(&self) -> String {
        format!("{}/{}.md", self.conference.id(), self.stem())
    }

    /// An earlier report that it links to, and how: of its own conference, or of any.
    pub fn earlier(&self, dice: &mut Dice) -> Option<(Report, String)> {
        let first = self.number - self.number % REPORTS_A_CONFERENCE;
        let here = first < self.number && !dice.once_in(4);
        let range = if here { first..self.number } else { 0..first };
        if range.is_empty() {
            return None;
        }
        let other = Report::new(range.start + dice.below(range.len()));
        let up = if here { format!("{}.md", other.stem()) } else { format!("../{}", other.path()) };
        Some((other, up))
    }
}

/// How many conferences so many reports take.
pub fn conferences(reports: usize) -> usize {
    reports.div_ceil(REPORTS_A_CONFERENCE)
}

/// The topic of a conference's n-th report: none comes twice in a conference, since 7 and 24 have no common factor.
pub fn topic(conference: usize, at: usize) -> (&'static str, &'static str) {
    TOPICS[(at * 7 + conference) % TOPICS.len()]
}

fn clause(dice: &mut Dice) -> Clause {
    let article = dice.low(treaty::ARTICLE_COUNT) + 1;
    let paragraph = (!dice.once_in(3)).then(|| dice.low(treaty::paragraphs(article)) + 1);
    Clause { article, paragraph }
}

fn distinct<T: Ord + Copy>(wanted: usize, mut next: impl FnMut() -> T) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    while all.len() < wanted {
        let one = next();
        if seen.insert(one) {
            all.push(one);
        }
    }
    all
}

/// The words with a capital letter first.
pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
