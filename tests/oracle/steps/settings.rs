//! What happens to all of a site that is no report: its settings, its instrument, its words above indexes, its assets.

use super::{Site, is_draft};
use crate::dice::Dice;
use crate::text;

const SITE: &str = "content/site.yaml";

/// Sets a key of a file that is all YAML and has each key on a line.
fn set(site: &mut Site, path: &str, (key, value): (&str, &str)) -> Option<String> {
    let start = format!("{key}:");
    site.edit(path, |text| {
        let mut lines: Vec<String> = text.lines().filter(|line| !line.starts_with(&start)).map(str::to_owned).collect();
        if !value.is_empty() {
            lines.push(format!("{key}: {value}"));
        }
        lines.join("\n") + "\n"
    })?;
    Some(format!("{path} has `{key}: {value}`"))
}

pub fn site_title(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let key = *dice.pick(&["title", "tagline", "publisher", "licence"]);
    set(site, SITE, (key, &format!("Words no. {}", dice.below(1000))))
}

pub fn base_url(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let address =
        *dice.pick(&["https://reports.example/", "https://reports.example/sub/", "https://other.example/", ""]);
    set(site, SITE, ("base_url", address))
}

pub fn languages(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let languages = *dice.pick(&["[en, fr]", "[en]", "[en, fr, es]", "[en, es, fr]"]);
    set(site, SITE, ("languages", languages))
}

pub fn theme(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let theme = *dice.pick(&["own", "plenary"]);
    set(site, SITE, ("theme", theme))
}

pub fn delegations(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = "content/delegations.yaml";
    let texts = [
        "delegations:\n  x-friends:\n    name: Friends of Transparency\n    kind: group\n    aliases: [the Friends]\n    members: [NOR, KEN]\n",
        "delegations:\n  x-friends:\n    name: Friends of Openness\n    kind: group\n    aliases: [the Friends]\n    members: [KEN, {delegation: IND, until: 2020-06-01}]\n",
        "delegations:\n  x-friends:\n    name: Friends\n    kind: group\n  NOR: {aliases: [the chair]}\n",
        "delegations:\n  x-friends:\n    name: Friends\n    kind: organisation\n    aliases: [the Friends]\n  FJI: {disabled: true}\n",
    ];
    let at = dice.below(texts.len() + 1);
    if at == texts.len() && site.folder.sources.contains_key(path) {
        site.folder.remove(path);
        return Some("delegations.yaml is deleted".to_owned());
    }
    let text = texts.get(at)?;
    site.folder.write(path, text.as_bytes().to_vec());
    Some(format!("delegations.yaml is another, no. {at}"))
}

fn conference_index(site: &Site, dice: &mut Dice) -> Option<String> {
    site.pick(dice, |path| path.ends_with("_index.md") && !path.contains("/instruments/"))
}

pub fn conference(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = conference_index(site, dice)?;
    let (key, value) = *dice.pick(&[
        ("title", "The session as it is called now"),
        ("short", "Session"),
        ("place", "Oslo"),
        ("summary", "It was short."),
        ("start", "2020-03-01"),
        ("instruments", "[]"),
        ("instruments", "[tt]"),
    ]);
    site.edit(&path, |text| text::with_key(text, key, Some(value)))?;
    Some(format!("{path} has `{key}: {value}`"))
}

pub fn issues(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = conference_index(site, dice)?;
    let (from, to) = *dice.pick(&[
        ("title: Transit", "title: Goods under way"),
        ("tt/art_1__para_2", "tt/art_1"),
        ("aliases: [goods in transit]", "aliases: [records]"),
        ("aliases: [records]", "aliases: [goods in transit]"),
        ("title: Goods under way", "title: Transit"),
    ]);
    site.edit(&path, |text| text.replace(from, to))?;
    Some(format!("in {path} `{from}` becomes `{to}`"))
}

pub fn glossary(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, |path| path.ends_with("glossary.yaml"))?;
    if dice.once_in(4) {
        site.folder.remove(&path);
        return Some(format!("{path} is deleted"));
    }
    let (term, number) = (*dice.pick(&["non-paper", "session", "Records"]), dice.below(1000));
    let text = format!("terms:\n  - term: {term}\n    full: words no. {number}\n    meaning: What it means.\n");
    site.folder.write(&path, text.into_bytes());
    Some(format!("{path} has `{term}`, words no. {number}"))
}

pub fn instrument(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = "content/instruments/tt/_index.md";
    let (key, value) = *dice.pick(&[
        ("title", "Treaty on the Transfer of Goods"),
        ("short", "[Goods Treaty]"),
        ("aliases", "[the chair’s text]"),
        ("note", "Not in force."),
        ("compare", "[[2020-01-10, 2020-09-01]]"),
    ]);
    site.edit(path, |text| text::with_key(text, key, Some(value)))?;
    Some(format!("the instrument has `{key}: {value}`"))
}

pub fn draft_text(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_draft)?;
    let number = dice.below(1000);
    let (from, to) = match dice.below(4) {
        0 => ("its transfers.", format!("its transfers, in {number} pages.")),
        1 => ("goods in transit.", format!("[goods] in transit for {number} days.")),
        2 => ("Scope\n", format!("Scope and aim no. {number}\n")),
        _ => ("shall meet every", "shall\n\n   (a) report; and\n\n   (b) meet every".to_owned()),
    };
    site.edit(&path, |text| text.replacen(from, &to, 1))?;
    Some(format!("in {path} `{}` becomes `{}`", from.trim(), to.replace('\n', " ").trim()))
}

pub fn draft_renumbered(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_draft)?;
    let (one, other) = *dice.pick(&[("Article 2.", "Article 3."), ("Article 1.", "Article 2.")]);
    site.edit(&path, |text| text.replace(one, "Article X.").replace(other, one).replace("Article X.", other))?;
    Some(format!("in {path} {one} and {other} change their numbers"))
}

pub fn draft_gone(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_draft)?;
    site.folder.remove(&path);
    Some(format!("{path} is deleted"))
}

pub fn own_words(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let fits = |path: &str| ["countries/", "clauses/", "groups/", "about"].iter().any(|part| path.contains(part));
    let path = site.pick(dice, fits)?;
    if dice.once_in(4) {
        site.folder.remove(&path);
        return Some(format!("{path} is deleted"));
    }
    let words =
        *dice.pick(&["Kenya agrees on Article 2.", "See [the session](../spring/_index.md).", "No more is known."]);
    site.edit(&path, |text| text::with_paragraph(text, words))?;
    Some(format!("{path} ends with `{words}`"))
}

pub fn asset(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let number = dice.below(1000);
    match dice.below(3) {
        0 => {
            let path = format!("content/spring/sheet-{}.txt", number % 5);
            site.folder.write(&path, format!("Sheet {number}\n").into_bytes());
            Some(format!("the file {path} says {number}"))
        }
        1 => {
            let path = site.pick(dice, |path| path.starts_with("content/") && path.ends_with(".txt"))?;
            site.folder.remove(&path);
            Some(format!("the file {path} is deleted"))
        }
        _ => {
            let path = site.pick(dice, |path| path.starts_with("content/") && path.ends_with(".svg"))?;
            site.edit(&path, |text| text.replacen("<svg", &format!("<!--{number}-->\n<svg"), 1))?;
            Some(format!("the picture {path} is another"))
        }
    }
}

pub fn quiet_asset_edit(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, |path| path.starts_with("content/") && path.ends_with(".svg"))?;
    let digit = char::from(b'1' + u8::try_from(dice.below(8)).unwrap_or_default());
    let text = site.folder.text(&path)?.replacen("<rect width=\"8\"", &format!("<rect width=\"{digit}\""), 1);
    site.folder.write_quietly(&path, text.into_bytes());
    Some(format!("in {path} a digit changes; its size and time stay"))
}
