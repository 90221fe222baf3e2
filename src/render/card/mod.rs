//! A report's social card: what stands where on it, in the theme's light colours. Everything it is drawn with is inside the
//! program, so that a card is the same on every machine. What has letters that its fonts lack is left out: a card without
//! the title has the day instead, one without names their codes.

mod letters;
mod sheet;

pub use letters::Faces;

use crate::model::view::CardView;
use letters::{Line, Weight};
use sheet::{Ink, Sheet};

/// Pixels between the edge and all that stands on a card, and how wide a line can be.
const MARGIN: f32 = 72.0;
const WIDTH: f32 = 1200.0 - 2.0 * MARGIN;
/// Sizes that a title is tried in, with the lines that fit, the largest first.
const TITLE: [(f32, usize); 3] = [(68.0, 3), (56.0, 4), (46.0, 5)];
/// Where lines stand, from the top.
const SITE: f32 = 104.0;
const FIRST: f32 = 226.0;
const DAY: f32 = 520.0;
const WHO: f32 = 572.0;

/// What the theme says on a card: the day, and how many statements there are.
pub struct Said {
    pub date: String,
    pub statements: String,
}

/// The card as PNG.
pub fn draw(card: &CardView, said: &Said, faces: &Faces) -> Vec<u8> {
    let mut sheet = Sheet::blank();
    let is_rtl = card.dir == "rtl";
    let day = if faces.cover(&said.date) { said.date.clone() } else { card.date.to_string() };
    let known = |text: &str| Some(text.to_owned()).filter(|text| !text.trim().is_empty() && faces.cover(text));
    let mut put = |line: &Line, ink: Ink, y: f32, is_rtl: bool| {
        let x = if is_rtl { MARGIN + WIDTH - line.width } else { MARGIN };
        sheet.put(line, ink, (x, y));
    };
    let small = |text: &str, size: f32, weight: Weight| faces.line(text, (size, weight, is_rtl), WIDTH);
    if let Some(site) = known(&card.site) {
        put(&small(&site, 30.0, Weight::Bold), Ink::Soft, SITE, is_rtl);
    }
    match known(&card.title) {
        Some(title) => {
            let title_rtl = card.title_dir == "rtl";
            let (size, lines) = title_lines(&title, title_rtl, faces);
            for (at, line) in (0_u8..).zip(&lines) {
                put(line, Ink::Text, FIRST + f32::from(at) * size * 1.2, title_rtl);
            }
        }
        None => put(&small(&day, TITLE[0].0, Weight::Bold), Ink::Text, FIRST, is_rtl),
    }
    let conference = known(&card.conference);
    let of_day = conference.map_or_else(|| day.clone(), |conference| format!("{conference} · {day}"));
    put(&small(&of_day, 32.0, Weight::Bold), Ink::Accent, DAY, is_rtl);
    if card.statements > 0 {
        let statements = known(&said.statements).unwrap_or_else(|| card.statements.to_string());
        put(&who(card, &statements, faces), Ink::Soft, WHO, is_rtl);
    }
    sheet.png()
}

/// A title in the largest size in which all of it fits; in the smallest, cut where it must be.
fn title_lines(title: &str, is_rtl: bool, faces: &Faces) -> (f32, Vec<Line>) {
    let tried = TITLE.map(|(size, most)| (size, most, faces.wrapped(title, (size, Weight::Bold, is_rtl), WIDTH)));
    let fits = tried.iter().position(|(_, most, lines)| lines.len() <= *most).unwrap_or(TITLE.len() - 1);
    let (size, most, lines) = tried.into_iter().nth(fits).unwrap_or((TITLE[0].0, 0, Vec::new()));
    let is_cut = lines.len() > most;
    let kept: Vec<String> = lines.into_iter().take(most).collect();
    let last = kept.len().saturating_sub(1);
    let line = |(at, text): (usize, String)| {
        let text = if is_cut && at == last { format!("{text} …") } else { text };
        faces.line(&text, (size, Weight::Bold, is_rtl), WIDTH)
    };
    (size, kept.into_iter().enumerate().map(line).collect())
}

/// How many statements there are, and as many of those who made them as a line holds.
fn who(card: &CardView, statements: &str, faces: &Faces) -> Line {
    let name = |(name, code): &(String, String)| if faces.cover(name) { name.clone() } else { code.clone() };
    let how = (28.0, Weight::Regular, card.dir == "rtl");
    let mut text = statements.to_owned();
    for speaker in &card.speakers {
        let longer = format!("{text} · {}", name(speaker));
        if faces.line(&longer, how, f32::INFINITY).width > WIDTH {
            break;
        }
        text = longer;
    }
    faces.line(&text, how, WIDTH)
}

#[cfg(test)]
mod tests;
