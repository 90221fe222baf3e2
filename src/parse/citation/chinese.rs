//! `第6条`, `第七条第二款`, `第六至八条`: Chinese puts the label behind the number.

use super::list::List;
use super::words::chinese_number;
use super::{Chain, Path, Reader};
use crate::model::manuscript::CitationKind;

const ARTICLE: &str = "条條";
const PARAGRAPH: &str = "款";
const POINT: &str = "项項";

impl Reader<'_> {
    pub fn chinese(&self, at: usize) -> Option<Chain> {
        if self.word(at) != "第" {
            return None;
        }
        let List { mut paths, mut end } = self.chinese_list(at, ("art", ARTICLE))?;
        for (name, sign) in [("para", PARAGRAPH), ("subpara", POINT)] {
            let Some(List { paths: parts, end: after }) = self.chinese_list(end, (name, sign)) else { continue };
            let head: Path = paths.pop()?;
            paths.extend(parts.into_iter().map(|part| head.iter().cloned().chain(part).collect::<Path>()));
            end = after;
        }
        Some(Chain { paths, kind: CitationKind::Whole, end })
    }

    /// `第六、七和八条`, `第6至8条`.
    fn chinese_list(&self, at: usize, level: (&'static str, &str)) -> Option<List> {
        let (name, sign) = level;
        let mut next = at;
        let mut numbers: Vec<u32> = Vec::new();
        let mut is_range = false;
        while numbers.len() < 120 {
            let mark = usize::from(self.word(next) == "第");
            if mark == 0 && numbers.is_empty() {
                return None;
            }
            let (number, after) = self.chinese_value(next + mark)?;
            if is_range {
                let from = *numbers.last()?;
                numbers.extend((from + 1..number).take(60));
            }
            numbers.push(number);
            next = after;
            if !self.word(next).is_empty() && sign.contains(self.word(next)) {
                let paths = numbers.iter().map(|number| vec![(name, number.to_string())]).collect();
                return Some(List { paths, end: next + 1 });
            }
            is_range = matches!(self.word(next), "至" | "到" | "-" | "–");
            if !is_range && !matches!(self.word(next), "、" | "和" | "及" | "与" | "，") {
                return None;
            }
            next += 1;
        }
        None
    }

    fn chinese_value(&self, at: usize) -> Option<(u32, usize)> {
        if let Some(number) = self.number(at) {
            return Some((number.parse().ok()?, at + 1));
        }
        let mut end = at;
        while end < at + 4
            && self.word(end).chars().all(|c| "一二三四五六七八九十〇零百".contains(c))
            && self.token(end).is_some()
        {
            end += 1;
        }
        let text: String = (at..end).map(|token| self.word(token)).collect();
        Some((chinese_number(&text)?, end))
    }
}
