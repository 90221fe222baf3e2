//! Endings: the forms that a name or an adjective takes in a sentence. Used when the tables are compiled.
//!
//! The rules make more forms than a grammar would allow; those that no author writes do no harm.

/// All forms of an adjective in a language, from the one in the table.
pub fn adjective(lang: &str, base: &str) -> Vec<String> {
    match lang {
        "es" => spanish(base),
        "ru" => russian_adjective(base),
        "ar" => arabic(base),
        _ => vec![base.to_owned()],
    }
}

/// `noruego` has four forms, `costarricense` two, `marroquí` three.
fn spanish(base: &str) -> Vec<String> {
    let with = |endings: &[&str], stem: &str| endings.iter().map(|ending| format!("{stem}{ending}")).collect();
    if let Some(stem) = base.strip_suffix('o') {
        return with(&["o", "a", "os", "as"], stem);
    }
    if let Some(stem) = base.strip_suffix("és") {
        return [with(&["és"], stem), with(&["esa", "eses", "esas"], stem)].concat();
    }
    if let Some(stem) = base.strip_suffix("án") {
        return [with(&["án"], stem), with(&["ana", "anes", "anas"], stem)].concat();
    }
    if base.ends_with(['e', 'a']) {
        return with(&["", "s"], base);
    }
    if base.ends_with(['í', 'ú']) {
        return with(&["", "es", "s"], base);
    }
    with(&["", "a", "es", "as"], base)
}

/// The table has the stem: `норвежск`.
fn russian_adjective(stem: &str) -> Vec<String> {
    let endings = ["ий", "ая", "ое", "ие", "ого", "ой", "ую", "ому", "им", "ими", "их", "ом"];
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

/// The table has the masculine without article: `نرويجي`.
fn arabic(base: &str) -> Vec<String> {
    let forms = ["", "ة", "ين", "ون", "ات", "ان", "تان", "تين"];
    forms.iter().flat_map(|ending| [format!("{base}{ending}"), format!("ال{base}{ending}")]).collect()
}

/// A Russian name in its six cases: words decline together, or the first alone (`Республики Корея`).
pub fn russian(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').collect();
    let declined: Vec<Vec<String>> = words.iter().map(|word| russian_word(word)).collect();
    let mut forms = vec![name.to_owned()];
    for case in 0..5 {
        let form = |at: usize| declined[at].get(case).map_or(words[at], String::as_str);
        let together: Vec<&str> = (0..words.len()).map(form).collect();
        forms.push(together.join(" "));
        if words.len() > 1 {
            forms.push(std::iter::once(form(0)).chain(words[1..].iter().copied()).collect::<Vec<_>>().join(" "));
            forms.push((0..words.len() - 1).map(form).chain(words.last().copied()).collect::<Vec<_>>().join(" "));
        }
    }
    forms.sort();
    forms.dedup();
    forms
}

/// Genitive, dative, accusative, instrumental, prepositional; none for a word that does not decline.
fn russian_word(word: &str) -> Vec<String> {
    const ENDINGS: [(&str, [&str; 5]); 20] = [
        ("ой", ["ого", "ому", "ой", "ым", "ом"]),
        ("овы", ["овых", "овым", "овы", "овыми", "овых"]),
        ("строва", ["стровов", "стровам", "строва", "стровами", "стровах"]),
        ("ия", ["ии", "ии", "ию", "ией", "ии"]),
        ("ая", ["ой", "ой", "ую", "ой", "ой"]),
        ("яя", ["ей", "ей", "юю", "ей", "ей"]),
        ("ый", ["ого", "ому", "ый", "ым", "ом"]),
        ("ий", ["ого", "ому", "ий", "им", "ом"]),
        ("ое", ["ого", "ому", "ое", "ым", "ом"]),
        ("ые", ["ых", "ым", "ые", "ыми", "ых"]),
        ("ие", ["их", "им", "ие", "ими", "их"]),
        ("ея", ["еи", "ее", "ею", "еей", "ее"]),
        ("ка", ["ки", "ке", "ку", "кой", "ке"]),
        ("а", ["ы", "е", "у", "ой", "е"]),
        ("ство", ["ства", "ству", "ство", "ством", "стве"]),
        ("ды", ["дов", "дам", "ды", "дами", "дах"]),
        ("ты", ["тов", "там", "ты", "тами", "тах"]),
        ("ы", ["", "ам", "ы", "ами", "ах"]),
        ("ь", ["и", "и", "ь", "ью", "и"]),
        ("й", ["я", "ю", "й", "ем", "е"]),
    ];
    if !word.chars().all(|c| c.is_alphabetic() || c == '-') || word.chars().count() < 3 {
        return Vec::new();
    }
    for (ending, cases) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending) {
            return cases.iter().map(|case| format!("{stem}{case}")).collect();
        }
    }
    if word.ends_with(['о', 'е', 'и', 'у', 'э', 'ю', 'я']) {
        return Vec::new();
    }
    ["а", "у", "", "ом", "е"].iter().map(|case| format!("{word}{case}")).collect()
}
