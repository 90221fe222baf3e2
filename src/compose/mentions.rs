//! Mentions in context, by conference and day.

use crate::model::gist::{Sentences, Texts};
use crate::model::page::*;
use crate::model::view::*;

/// Mentions that one page holds; with more, it shows the newest and each year has its own.
pub const PAGE: usize = 200;

/// Mentions under their conferences, newest first, and within these under their reports in the order of days.
pub fn grouped(lines: &[&MentionLine], texts: &dyn Texts) -> Vec<MentionConference> {
    let mut conferences: Vec<MentionConference> = Vec::new();
    for of_report in lines.chunk_by(|a, b| a.card.href == b.card.href) {
        let [first, ..] = of_report else { continue };
        let card = &first.card;
        let known = conferences.iter().position(|c| c.conference == card.conference);
        let at = known.unwrap_or_else(|| {
            conferences.push(MentionConference { conference: card.conference.clone(), days: Vec::new(), count: 0 });
            conferences.len() - 1
        });
        let conference = &mut conferences[at];
        conference.count += of_report.len();
        let sentences = texts.sentences(&first.report);
        let rows = of_report.iter().map(|line| row(line, &sentences));
        let report = Link { href: card.href.clone(), text: card.title.clone(), current: false };
        match conference.days.last_mut().filter(|day| day.report == report) {
            Some(day) => day.mentions.extend(rows),
            None => {
                let (date, withheld) = (card.date, card.withheld);
                conference.days.push(MentionDay { date, report, withheld, mentions: rows.collect() });
            }
        }
    }
    conferences.sort_by_key(|c| std::cmp::Reverse(c.days.last().map(|day| day.date)));
    conferences
}

fn row(line: &MentionLine, sentences: &Sentences) -> MentionRow {
    let card = &line.card;
    let sentence = &sentences.mentions[line.number];
    let (before, words, after) = sentences.parts(sentence);
    MentionRow {
        href: sentence.anchor.as_ref().map_or_else(|| card.href.clone(), |anchor| format!("{}#{anchor}", card.href)),
        before: before.to_owned(),
        words: words.to_owned(),
        after: after.to_owned(),
        part: line.part.clone(),
        listed: sentence.is_listed,
        lang: card.lang.clone(),
        dir: card.dir,
    }
}
