//! A clause's name for readers: `Article 6(2)(a)` from `art_6__para_2__subpara_a`; and their order.

use crate::model::ids::{Eid, Lang};

/// Words for each kind of clause in one language.
struct Words {
    lang: &'static str,
    article: &'static str,
    preamble: &'static str,
    recital: &'static str,
    paragraph: &'static str,
    chapter: &'static str,
    section: &'static str,
    annex: &'static str,
}

const WORDS: [Words; 6] = [
    Words {
        lang: "en",
        article: "Article",
        preamble: "Preamble",
        recital: "Preambular paragraph",
        paragraph: "Paragraph",
        chapter: "Chapter",
        section: "Section",
        annex: "Annex",
    },
    Words {
        lang: "fr",
        article: "Article",
        preamble: "Préambule",
        recital: "Alinéa du préambule",
        paragraph: "Paragraphe",
        chapter: "Chapitre",
        section: "Section",
        annex: "Annexe",
    },
    Words {
        lang: "es",
        article: "Artículo",
        preamble: "Preámbulo",
        recital: "Párrafo del preámbulo",
        paragraph: "Párrafo",
        chapter: "Capítulo",
        section: "Sección",
        annex: "Anexo",
    },
    Words {
        lang: "ar",
        article: "المادة",
        preamble: "الديباجة",
        recital: "فقرة الديباجة",
        paragraph: "الفقرة",
        chapter: "الفصل",
        section: "القسم",
        annex: "المرفق",
    },
    Words {
        lang: "ru",
        article: "Статья",
        preamble: "Преамбула",
        recital: "Пункт преамбулы",
        paragraph: "Пункт",
        chapter: "Глава",
        section: "Раздел",
        annex: "Приложение",
    },
    Words {
        lang: "zh",
        article: "条",
        preamble: "序言",
        recital: "序言部分",
        paragraph: "款",
        chapter: "章",
        section: "节",
        annex: "附件",
    },
];

/// The label of a clause in a language, or in English where we have no words for it.
pub fn label(eid: &Eid, lang: &Lang) -> String {
    let words = WORDS.iter().find(|words| words.lang == lang.primary()).unwrap_or(&WORDS[0]);
    let mut label = String::new();
    for (at, part) in eid.parts().enumerate().filter(|(_, (name, _))| *name != "recs") {
        match words.lang {
            "zh" => label.push_str(&chinese(words, part)),
            _ => add(&mut label, words, (at, part)),
        }
    }
    if label.is_empty() { words.preamble.to_owned() } else { label }
}

fn add(label: &mut String, words: &Words, (at, (name, number)): (usize, (&str, &str))) {
    let word = match name {
        "rec" => words.recital,
        "art" => words.article,
        "para" if at == 0 => words.paragraph,
        "chp" => words.chapter,
        "sec" => words.section,
        "annex" => words.annex,
        _ => return label.push_str(&format!("({number})")),
    };
    if !label.is_empty() {
        label.push_str(if words.lang == "ar" { "، " } else { ", " });
    }
    label.push_str(&format!("{word} {number}"));
}

/// Chinese puts the number into the word: 第6条第2款(a)项.
fn chinese(words: &Words, (name, number): (&str, &str)) -> String {
    match name {
        "annex" => format!("{}{number}", words.annex),
        "rec" => format!("{}第{number}段", words.recital),
        "art" => format!("第{number}{}", words.article),
        "para" => format!("第{number}{}", words.paragraph),
        "chp" => format!("第{number}{}", words.chapter),
        "sec" => format!("第{number}{}", words.section),
        "subpara" => format!("({number})项"),
        _ => format!("({number})目"),
    }
}

/// What clauses without a draft are sorted by: the preamble first, annexes last, Article 2 before Article 10.
pub fn reading_order(eid: &Eid) -> Vec<(u8, String, u64, String)> {
    let rank = |name: &str| match name {
        "recs" => 0,
        "annex" => 2,
        _ => 1,
    };
    let digits = |number: &str| number.chars().take_while(char::is_ascii_digit).collect::<String>().parse();
    let part =
        |(name, number): (&str, &str)| (rank(name), name.to_owned(), digits(number).unwrap_or(0), number.to_owned());
    eid.parts().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{label, reading_order};
    use crate::model::ids::{Eid, Lang};

    #[test]
    fn clauses_are_read_in_the_order_of_their_numbers() {
        let texts = ["recs_1__rec_2", "art_2", "art_2__para_1", "art_2bis", "art_10", "annex_I"];
        let mut eids: Vec<Eid> = texts.iter().rev().filter_map(|text| Eid::read(text)).collect();
        eids.sort_by_cached_key(reading_order);
        assert_eq!(eids.iter().map(Eid::as_str).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn labels_read_as_people_cite() {
        let say = |eid: &str, lang: &str| label(&Eid::read(eid).unwrap(), &Lang::read(lang).unwrap());
        assert_eq!(say("art_6__para_2__subpara_a", "en"), "Article 6(2)(a)");
        assert_eq!(say("recs_1", "en"), "Preamble");
        assert_eq!(say("recs_1__rec_12", "en"), "Preambular paragraph 12");
        assert_eq!(say("annex_I__art_3", "fr"), "Annexe I, Article 3");
        assert_eq!(say("art_6", "zh"), "第6条");
        assert_eq!(say("art_6__para_2__subpara_a", "zh"), "第6条第2款(a)项");
        assert_eq!(say("recs_1__rec_12", "zh"), "序言部分第12段");
        assert_eq!(say("recs_1", "zh"), "序言");
        assert_eq!(say("annex_I__para_3", "zh"), "附件I第3款");
        assert_eq!(say("annex_I__art_3", "ar"), "المرفق I، المادة 3");
        assert_eq!(say("art_6__para_2", "ru"), "Статья 6(2)");
    }
}
