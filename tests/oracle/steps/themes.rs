//! What a theme's maker does.

use super::Site;
use crate::dice::Dice;
use std::fs;
use std::path::Path;

const FOLDER: &str = "themes/own/templates/";

fn is_template(path: &str) -> bool {
    path.starts_with(FOLDER)
}

pub fn template(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_template)?;
    let number = dice.below(1000);
    site.edit(&path, |text| text.replacen("{% block main %}", &format!("{{% block main %}}\n<!--{number}-->"), 1))?;
    Some(format!("the template {path} says {number}"))
}

/// Templates that are worth a theme's own: pages, what they extend, and what they are put together from.
const TEMPLATES: &[&str] =
    &["report.html", "base.html", "components.html", "statement.html", "moved.html", "conference.html", "country.html"];

/// Lays a copy of the built-in theme's template over it, with a mark.
pub fn override_one(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let name = *dice.pick(TEMPLATES);
    let built_in = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/plenary/templates").join(name);
    let text = fs::read_to_string(built_in).expect("a template of the built-in theme");
    let (from, to) = match name {
        "base.html" => ("<body>", format!("<body>\n<!--{}-->", dice.below(1000))),
        _ => ("class=\"", format!("class=\"own-{} ", dice.below(1000))),
    };
    site.folder.write(&format!("{FOLDER}{name}"), text.replacen(from, &to, 1).into_bytes());
    Some(format!("the theme has its own {name}, with `{to}`"))
}

pub fn override_gone(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_template)?;
    site.folder.remove(&path);
    Some(format!("{path} is deleted"))
}

pub fn words(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let lang = *dice.pick(&["en", "fr"]);
    let path = format!("themes/own/i18n/{lang}.ftl");
    let (key, number) = (*dice.pick(&["newest", "made-with", "countries", "moved-on"]), dice.below(1000));
    site.folder.write(&path, format!("{key} = Words no. {number}\n").into_bytes());
    Some(format!("{path} has `{key} = Words no. {number}`"))
}

pub fn theme_yaml(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let texts = ["name: own\nextends: plenary\n", "name: own\nextends: plenary\ntitle: Our own\n", "name: own\n"];
    let text = *dice.pick(&texts);
    site.edit("themes/own/theme.yaml", |_| text.to_owned())?;
    Some(format!("theme.yaml is {text:?}"))
}

pub fn asset(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let number = dice.below(1000);
    site.folder.write("themes/own/assets/extra.css", format!("p {{ order: {number} }}\n").into_bytes());
    Some(format!("the theme's extra.css says {number}"))
}

pub fn mistake(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_template)?;
    let wrong = *dice.pick(&["{{ nothing_of_this_name }}", "{% if %}", "<a href=\"/nowhere/\">x</a>"]);
    site.edit(&path, |text| text.replacen("{% block main %}", &format!("{{% block main %}}{wrong}"), 1))?;
    Some(format!("the template {path} has `{wrong}`"))
}

pub fn quiet_edit(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_template)?;
    let text = site.folder.text(&path)?.to_owned();
    let letter = char::from(b'a' + u8::try_from(dice.below(26)).unwrap_or_default());
    let edited = text.replacen("class=\"w", &format!("class=\"{letter}"), 1);
    if edited == text {
        return None;
    }
    site.folder.write_quietly(&path, edited.into_bytes());
    Some(format!("in {path} a class begins with `{letter}`; its size and time stay"))
}
