//! Pages from right to left: the theme's style sheets speak of beginnings and ends, never of left and right.

use crate::plenary;
use std::fs;

/// What has a direction of its own, with the reason.
const PHYSICAL: &[(&str, &str, &str)] = &[
    ("plenary.css", "direction: ltr", "code is written from left to right in every language"),
    ("matrix.css", "direction: ltr", "the picture's marks and words are placed by coordinates"),
];

/// Declarations that name a side, whatever the page's direction.
fn is_physical(declaration: &str) -> bool {
    let (property, value) = declaration.split_once(':').unwrap_or((declaration, ""));
    let (property, value) = (property.trim(), value.trim());
    let sides = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "left" || word == "right");
    let four = |text: &str| text.split_whitespace().count() == 4 && !text.contains('(');
    let uneven = |text: &str| {
        let parts: Vec<&str> = text.split_whitespace().collect();
        four(text) && parts[1] != parts[3]
    };
    let shorthand = ["margin", "padding", "inset", "border-width"].contains(&property) && uneven(value);
    let radius = property == "border-radius" && four(value);
    let named = property.ends_with("-left") || property.ends_with("-right") || sides(property);
    let directed = property == "direction";
    let valued =
        ["float", "clear", "text-align", "background-position", "transform-origin"].contains(&property) && sides(value);
    named || shorthand || radius || directed || valued
}

/// The declarations of a style sheet, comments left out.
fn declarations(css: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let parts = bare.split(['{', '}', ';']).map(str::trim);
    parts.filter(|part| part.contains(':') && !part.starts_with('@')).map(str::to_owned).collect()
}

#[test]
fn sides_are_named_by_the_direction_of_writing() {
    let mut seen = 0;
    let mut wrong = Vec::new();
    for entry in fs::read_dir(plenary().join("assets")).expect("assets").filter_map(Result::ok) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".css") {
            continue;
        }
        for declaration in declarations(&fs::read_to_string(entry.path()).expect("a style sheet")) {
            seen += 1;
            let excused = PHYSICAL.iter().any(|(file, what, _)| *file == name && *what == declaration);
            if is_physical(&declaration) && !excused {
                wrong.push(format!("{name}: {declaration}"));
            }
        }
    }
    assert!(seen > 200, "only {seen} declarations were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_names_a_side_is_noticed() {
    for physical in [
        "margin-left: 1rem",
        "border-right: 1px solid",
        "left: 0",
        "float: left",
        "text-align: right",
        "padding: 0 1rem 0 2rem",
        "border-radius: 0 4px 4px 0",
        "border-top-left-radius: 4px",
        "direction: rtl",
    ] {
        assert!(is_physical(physical), "{physical}");
    }
    for logical in [
        "margin-inline-start: 1rem",
        "inset-inline-end: 0",
        "text-align: start",
        "padding: 0 1rem",
        "float: inline-start",
    ] {
        assert!(!is_physical(logical), "{logical}");
    }
}
