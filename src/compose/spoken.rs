//! What is not seen and must be said: names of signs, links and regions that authors' Markdown makes, for those who listen
//! to a page. In the language of the text that they stand in.

use crate::model::ids::Lang;
use crate::model::prose::{NodeKind, Prose, Tag};

/// Names in one language.
pub struct Spoken {
    lang: &'static str,
    pub done: &'static str,
    pub to_do: &'static str,
    pub footnotes: &'static str,
    pub back: &'static str,
    table: &'static str,
}

#[rustfmt::skip]
const WORDS: [Spoken; 6] = [
    Spoken { lang: "en", done: "done", to_do: "to do", footnotes: "Footnotes", back: "Back to the text", table: "Table" },
    Spoken { lang: "fr", done: "fait", to_do: "à faire", footnotes: "Notes", back: "Retour au texte", table: "Tableau" },
    Spoken { lang: "es", done: "hecho", to_do: "por hacer", footnotes: "Notas", back: "Volver al texto", table: "Cuadro" },
    Spoken { lang: "ar", done: "أُنجز", to_do: "لم يُنجز", footnotes: "الحواشي", back: "العودة إلى النص", table: "جدول" },
    Spoken { lang: "ru", done: "выполнено", to_do: "не выполнено", footnotes: "Сноски", back: "Назад к тексту", table: "Таблица" },
    Spoken { lang: "zh", done: "已完成", to_do: "未完成", footnotes: "脚注", back: "返回正文", table: "表格" },
];

impl Spoken {
    /// The names in a text's language, or in English where we have none.
    pub fn of(prose: &Prose) -> &'static Self {
        let lang = prose.lang.as_ref().map_or("en", Lang::primary);
        WORDS.iter().find(|words| words.lang == lang).unwrap_or(&WORDS[0])
    }

    /// A table's name: what its head says.
    pub fn table(&self, prose: &Prose, at: usize) -> String {
        let head = prose.nodes[at..].iter().take_while(|node| node.kind != NodeKind::Close(Tag::TableHead));
        let mut words = String::new();
        for node in head {
            match &node.kind {
                NodeKind::Open(Tag::TableCell) if !words.is_empty() => words.push_str(", "),
                NodeKind::Text(text) | NodeKind::Code(text) => words.push_str(text),
                _ => {}
            }
        }
        let words = words.trim_matches([',', ' ']);
        if words.is_empty() { self.table.to_owned() } else { format!("{}: {words}", self.table) }
    }
}
