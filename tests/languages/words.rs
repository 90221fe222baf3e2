//! The theme's words: none missing, none unknown, nothing dropped, and every plural that the language has.

use crate::{LANGUAGES, cldr, ftl, lang};
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use rapporteur::model::theme::{Theme, ThemeFile};
use rapporteur::render::Words;
use std::collections::{BTreeMap, BTreeSet};

/// Categories that no page reaches: French and Spanish have `many` for whole millions.
const UNREACHED: [(&str, &str); 2] = [("fr", "many"), ("es", "many")];

fn resource(lang: &str) -> FluentResource {
    FluentResource::try_new(ftl(lang)).unwrap_or_else(|(_, errors)| panic!("{lang}: {errors:?}"))
}

/// A language's messages by their keys.
fn messages(resource: &FluentResource) -> BTreeMap<&str, &Pattern<&str>> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref().expect("words"))),
        _ => None,
    });
    messages.collect()
}

fn inline<'p, 's>(pattern: &'p Pattern<&'s str>) -> impl Iterator<Item = &'p Expression<&'s str>> {
    pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression } => Some(expression),
        PatternElement::TextElement { .. } => None,
    })
}

fn variable<'s>(expression: &InlineExpression<&'s str>) -> Option<&'s str> {
    match expression {
        InlineExpression::VariableReference { id } => Some(id.name),
        _ => None,
    }
}

/// The arguments that a message shows or chooses by.
fn arguments<'s>(pattern: &Pattern<&'s str>) -> BTreeSet<&'s str> {
    let mut found = BTreeSet::new();
    for expression in inline(pattern) {
        match expression {
            Expression::Inline(inline) => found.extend(variable(inline)),
            Expression::Select { selector, variants } => {
                found.extend(variable(selector));
                found.extend(variants.iter().flat_map(|variant| arguments(&variant.value)));
            }
        }
    }
    found
}

/// The choices of a message by plural category: the argument, and its variants.
fn choices<'p, 's>(pattern: &'p Pattern<&'s str>) -> Vec<(&'s str, &'p [Variant<&'s str>])> {
    let choices = inline(pattern).filter_map(|expression| match expression {
        Expression::Select { selector, variants } => Some((variable(selector)?, variants.as_slice())),
        Expression::Inline(_) => None,
    });
    choices.collect()
}

fn category<'s>(variant: &Variant<&'s str>) -> Option<&'s str> {
    match variant.key {
        VariantKey::Identifier { name } => Some(name),
        VariantKey::NumberLiteral { .. } => None,
    }
}

/// Which numbers up to a thousand the program says in which form.
fn rules(tag: &str) -> BTreeMap<String, Vec<u32>> {
    let text =
        "n = { $n ->\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n *[other] other\n} { $n }\n";
    let file = ThemeFile { path: "n.ftl".into(), text: text.into() };
    let theme = Theme { words: BTreeMap::from([(tag.to_owned(), vec![file])]), ..Theme::default() };
    let (words, findings) = Words::new(&theme, &lang(tag));
    assert!(findings.is_empty(), "{findings:?}");
    let mut rules: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for number in 0..=1011 {
        let mut args = FluentArgs::new();
        args.set("n", words.number(i64::from(number)));
        let said = words.say("n", &args).expect("words");
        let (category, shown) = said.split_once(' ').expect("a category and the number");
        assert_eq!(shown, number.to_string(), "{tag}");
        rules.entry(category.to_owned()).or_default().push(number);
    }
    rules
}

#[test]
fn no_key_is_missing_and_none_is_unknown() {
    let english = resource("en");
    let english: BTreeSet<&str> = messages(&english).into_keys().collect();
    assert!(english.len() > 200, "{} words", english.len());
    for lang in LANGUAGES {
        let own = resource(lang);
        let own: BTreeSet<&str> = messages(&own).into_keys().collect();
        let missing: Vec<_> = english.difference(&own).collect();
        let unknown: Vec<_> = own.difference(&english).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{lang} lacks {missing:?} and alone has {unknown:?}");
    }
}

/// Dates have parts that only some languages need: a month's own number, a short name.
#[test]
fn no_translation_drops_or_invents_an_argument() {
    let english = resource("en");
    for lang in LANGUAGES {
        let own = resource(lang);
        let own = messages(&own);
        for (key, pattern) in messages(&english) {
            let month = |name: &&str| *name != "monthnumber" && *name != "month";
            let of = |pattern| arguments(pattern).into_iter().filter(month).collect::<BTreeSet<_>>();
            assert_eq!(of(own[key]), of(pattern), "{lang}: {key}");
        }
    }
}

#[test]
fn plural_rules_are_those_of_cldr() {
    let mut wrong = Vec::new();
    for row in cldr("plural") {
        let rules = rules(row[0]);
        for wanted in &row[2..] {
            let (count, category) = wanted.split_once('=').expect("count=category");
            let count: u32 = count.parse().expect("a number");
            if !rules.get(category).is_some_and(|of| of.contains(&count)) {
                wrong.push(format!("{}: {wanted}", row[0]));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_plural_that_a_language_has_is_there() {
    let mut count = 0;
    for row in cldr("plural") {
        let lang = row[0];
        let needed: BTreeSet<&str> =
            row[1].split(' ').filter(|category| !UNREACHED.contains(&(lang, category))).collect();
        let resource = resource(lang);
        let english = self::resource("en");
        let english = messages(&english);
        for (key, pattern) in messages(&resource) {
            let chosen = choices(pattern);
            let counts = chosen.iter().filter(|(by, _)| !["day", "monthnumber"].contains(by));
            let by: BTreeSet<&str> = counts.clone().map(|(by, _)| *by).collect();
            for (by, variants) in counts {
                let there: BTreeSet<&str> = variants.iter().filter_map(category).collect();
                assert_eq!(there, needed, "{lang}: {key}, by {by}");
                count += 1;
            }
            // A language with several forms has them wherever English has two.
            let in_english: BTreeSet<&str> = choices(english[key]).into_iter().map(|(by, _)| by).collect();
            let lacks: Vec<_> = in_english.difference(&by).collect();
            assert!(needed.len() == 1 || lacks.is_empty(), "{lang}: {key} is the same for any number");
        }
    }
    assert!(count > 150, "only {count} choices were found");
}

/// `one` is 1, 21, 31… in Russian, and 0 and 1 in French: what stands for several numbers says which one it is.
#[test]
fn a_form_for_several_numbers_tells_the_number() {
    for lang in LANGUAGES {
        let rules = rules(lang);
        let resource = resource(lang);
        for (key, pattern) in messages(&resource) {
            for (by, variants) in choices(pattern).into_iter().filter(|(by, _)| !["day", "monthnumber"].contains(by)) {
                for variant in variants {
                    let Some(category) = category(variant) else { continue };
                    let several = rules.get(category).is_none_or(|numbers| numbers.len() > 1);
                    let tells = arguments(&variant.value).contains(by);
                    assert!(tells || !several, "{lang}: {key} does not tell `{by}` in [{category}]");
                }
            }
        }
    }
}
