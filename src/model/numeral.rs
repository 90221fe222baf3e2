//! Roman numbers, as articles and points are numbered with.

const SIGNS: [(u32, &str); 7] = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

/// The roman number of a value from 1 to 89, in capitals.
pub fn to_roman(value: u32) -> Option<String> {
    let mut rest = Some(value).filter(|value| (1..90).contains(value))?;
    let mut text = String::new();
    for (worth, sign) in SIGNS {
        while rest >= worth {
            text.push_str(sign);
            rest -= worth;
        }
    }
    Some(text)
}

/// The value of a roman number in capitals or small letters, up to 89; none for other words, and for such as `IIII`.
pub fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 8 || !word.bytes().all(|b| b"ivxlIVXL".contains(&b)) {
        return None;
    }
    let capitals = word.to_ascii_uppercase();
    let mut rest = capitals.as_str();
    let mut value = 0;
    for (worth, sign) in SIGNS {
        while let Some(shorter) = rest.strip_prefix(sign) {
            rest = shorter;
            value += worth;
        }
    }
    let mixed = word.contains(|c: char| c.is_ascii_lowercase()) && word.contains(|c: char| c.is_ascii_uppercase());
    (!mixed && to_roman(value).as_deref() == Some(capitals.as_str())).then_some(value)
}
