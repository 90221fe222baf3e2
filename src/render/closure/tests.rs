//! Small themes, and what of them an edit touches.

use super::*;

fn theme(files: &[(&str, &str)]) -> Theme {
    let file = |(name, text): &(&str, &str)| {
        let file = ThemeFile { path: format!("themes/own/templates/{name}").into(), text: (*text).into() };
        ((*name).to_owned(), file)
    };
    Theme { name: "own".to_owned(), templates: files.iter().map(file).collect(), ..Theme::default() }
}

/// The templates whose closures differ when each file in turn gets another text.
fn touched(files: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    let before = closures(&theme(files));
    let edited = |at: usize| {
        let mut files: Vec<(&str, &str)> = files.to_vec();
        let text = format!("{}!", files[at].1);
        files[at].1 = &text;
        let now = closures(&theme(&files));
        let differ = now.into_iter().filter(|(name, digest)| before[name] != *digest).map(|(name, _)| name);
        (files[at].0.to_owned(), differ.collect())
    };
    (0..files.len()).map(edited).collect()
}

#[test]
fn a_template_reaches_what_it_extends_includes_and_calls_at_any_distance() {
    let touched = touched(&[
        ("base.html", "<html>{% include 'foot.html' %}{% block main %}{% endblock main %}"),
        ("foot.html", "{{ <\n mark.small /> }}"),
        ("marks.html", "{%- component mark.small() -%}*{%- endcomponent mark.small -%}"),
        ("home.html", "{% extends \"base.html\" %}"),
        ("page.html", "{% <card> %}words{% </card> %}"),
        ("cards.html", "{%component card(title: string)%}<b>{{ body }}</b>{%endcomponent card%}"),
        ("lone.html", "included extends component"),
    ]);
    let names = |name: &str| touched[name].join(" ");
    assert_eq!(names("base.html"), "base.html home.html");
    assert_eq!(names("foot.html"), "base.html foot.html home.html");
    assert_eq!(names("marks.html"), "base.html foot.html home.html marks.html");
    assert_eq!(names("home.html"), "home.html");
    assert_eq!(names("cards.html"), "cards.html page.html");
    assert_eq!(names("lone.html"), "lone.html");
}

#[test]
fn what_may_be_a_name_counts_for_one() {
    let touched = touched(&[
        ("comment.html", "{# we once did {% include \"part.html\" %} #}"),
        ("spelled.html", "{% include \"par\\t.html\" %}"),
        ("part.html", ""),
    ]);
    assert_eq!(touched["part.html"], ["comment.html", "part.html", "spelled.html"]);
}

#[test]
fn reports_and_feeds_reach_what_the_engine_renders_into_them() {
    let touched = touched(&[
        ("report.html", ""),
        ("statement.html", "{{ <sign /> }}"),
        ("moved.html", ""),
        ("signs.html", "{% component sign() %}{% endcomponent sign %}"),
    ]);
    for file in ["statement.html", "signs.html"] {
        assert!(
            touched[file].contains(&"report.html".to_owned()) && touched[file].contains(&FEED.to_owned()),
            "{file}"
        );
    }
    assert_eq!(touched["moved.html"], [FEED, "moved.html", "report.html"]);
    assert_eq!(touched["report.html"], ["report.html"]);
}

#[test]
fn circles_and_a_files_own_name_end() {
    let touched =
        touched(&[("a.html", "{% include 'b.html' %}"), ("b.html", "{% include 'a.html' %}{% include 'b.html' %}")]);
    assert_eq!(touched["a.html"], ["a.html", "b.html"]);
}

#[test]
fn words_are_a_languages_own_and_english() {
    let mut theme = theme(&[]);
    let digests = |theme: &Theme| {
        ["en", "fr", "fr-ca", "es"].map(|lang| words_digest(theme, &Lang::read(lang).expect("a language")))
    };
    let mut says = |tag: &str, text: &str| {
        let file = ThemeFile { path: format!("{tag}.ftl").into(), text: text.into() };
        theme.words.entry(tag.to_owned()).or_default().push(file);
        digests(&theme)
    };
    let none = says("ru", "a = a");
    let french = says("fr", "a = à");
    let english = says("en", "a = a");
    assert_eq!(none.iter().zip(&french).map(|(a, b)| a == b).collect::<Vec<_>>(), [true, false, false, true]);
    assert!(french.iter().zip(&english).all(|(before, now)| before != now), "English is behind all");
    assert_eq!(english[1], english[2], "regions have the words of their language");
    assert_ne!(english[0], english[3], "though Spanish has none of its own, it has other plurals");
}
