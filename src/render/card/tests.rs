//! What is on a card.

use super::{Faces, Said, draw};
use crate::model::date::Date;
use crate::model::view::CardView;

fn card(title: &str, dir: &'static str) -> CardView {
    CardView {
        lang: "en".to_owned(),
        dir,
        site: "Reports from the Committee".to_owned(),
        title: title.to_owned(),
        title_dir: dir,
        conference: "ATT 2013".to_owned(),
        date: Date::read("2013-03-20").expect("a date"),
        statements: 12,
        speakers: ["Norway", "Côte d’Ivoire", "挪威"].map(|name| (name.to_owned(), "NOR".to_owned())).to_vec(),
    }
}

fn said() -> Said {
    Said { date: "20 March 2013".to_owned(), statements: "12 statements".to_owned() }
}

const TITLES: [(&str, &str); 6] = [
    ("End use or end user?", "ltr"),
    ("Una décision “sans précédent” sur l’article 6, et ce qu’en disent ceux qui n’étaient pas dans la salle", "ltr"),
    ("Комитет обсудил второй проект договора", "ltr"),
    ("الجلسة الختامية: المادة 6(2) من ATT في 2013", "rtl"),
    ("第六条", "ltr"),
    ("", "ltr"),
];

#[test]
fn a_card_is_small_whatever_its_title_and_always_the_same() {
    let faces = Faces::new();
    for (title, dir) in TITLES {
        let bytes = draw(&card(title, dir), &said(), &faces);
        assert!(bytes.len() < 40_000, "{title}: {} bytes", bytes.len());
        assert_eq!(bytes, draw(&card(title, dir), &said(), &Faces::new()), "{title}");
    }
}

#[test]
fn what_has_no_letters_here_is_left_out() {
    let faces = Faces::new();
    assert!(faces.cover("Ελλάδα, Україна, Österreich, Việt Nam, العربية"));
    assert!(!faces.cover("挪威"));
    let of = |title: &str| draw(&card(title, "ltr"), &said(), &faces);
    assert_eq!(of("第六条"), of(""));
    assert_ne!(of("第六条"), of("Article 6"));
}

#[test]
fn no_word_stands_beyond_the_edge() {
    let faces = Faces::new();
    let long = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger".repeat(3);
    let line = faces.line(&long, (68.0, super::Weight::Bold, false), super::WIDTH);
    assert!(line.width <= super::WIDTH && line.width > super::WIDTH * 0.9, "{}", line.width);
    let wide = "word ".repeat(400);
    let (_, lines) = super::title_lines(&wide, false, &faces);
    assert!(lines.len() <= 5 && lines.iter().all(|line| line.width <= super::WIDTH));
}
