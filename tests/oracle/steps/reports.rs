//! What authors do to reports.

use super::{Site, is_report, is_text_of_conference};
use crate::dice::Dice;
use crate::text;

const PARAGRAPHS: &[&str] = &[
    "Norway and Kenya spoke on Article 2(1).",
    "The Friends met over lunch; Mexico joined them.",
    "A non-paper on Article 3 went round.",
    "Chad and Jordan asked about Article 1, and about goods in transit.",
    "India spoke on paragraph 2 of Article 1 of the Transfers Treaty.",
    "No delegation took the floor.",
    "- Brazil, for ten years.\n- Chile, for twenty.",
    "Fiji agreed with Samoa.[^a]\n\n[^a]: On Article 3 alone.",
    "| who | what |\n|---|---|\n| Norway | Article 1 |",
    "Jamaica spoke for CARICOM.",
];

const WHO: &[&str] = &["Norway", "Kenya for x-friends", "India", "Mexico", "Japan", "CARICOM", "Peru, Chile"];
const WHAT: &[&str] = &["Article 1", "Article 1(2)", "Article 2", "Articles 2 and 3", "Article 3", "preamble"];
const STANCES: &[&str] = &["supports", "opposes", "amends", "reserves", "questions", "notes"];
const SLUGS: &[&str] = &["north", "south", "east", "west", "upper", "lower", "inner", "outer"];

pub fn add(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let index = site.pick(dice, is_conference)?;
    let folder = index.strip_suffix("/_index.md")?;
    let month = if folder.contains("spring") { "03" } else { "10" };
    let path = format!("{folder}/2020-{month}-{:02}-{}.md", dice.between(2, 9), dice.pick(SLUGS));
    if site.folder.sources.contains_key(&path) {
        return None;
    }
    let title = format!("On the {} side", dice.pick(SLUGS));
    let body = format!("{}\n\n{}", dice.pick(PARAGRAPHS), statement(dice));
    site.folder.write(&path, format!("---\ntitle: {title}\n---\n{body}\n").into_bytes());
    Some(format!("a new report, {path}"))
}

fn is_conference(path: &str) -> bool {
    path.ends_with("/_index.md") && !path.contains("/instruments/")
}

fn statement(dice: &mut Dice) -> String {
    let (who, what, stance) = (dice.pick(WHO), dice.pick(WHAT), dice.pick(STANCES));
    format!("> [!STATEMENT] {who} · {what} · {stance}\n> Words no. {}.", dice.below(1000))
}

/// A report with its translations: their paths.
fn with_translations(site: &Site, report: &str) -> Vec<String> {
    let start = report.strip_suffix("md").unwrap_or(report).to_owned();
    site.paths(|path| path.starts_with(&start))
}

pub fn delete(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, is_report)?;
    with_translations(site, &report).iter().for_each(|path| site.folder.remove(path));
    unlink(site, dice, &report);
    Some(format!("{report} is deleted"))
}

/// Takes the links to a report that is gone out of the others, as authors mostly do.
fn unlink(site: &mut Site, dice: &mut Dice, gone: &str) {
    let name = gone.rsplit('/').next().unwrap_or_default();
    if dice.once_in(4) {
        return;
    }
    for path in site.paths(|path| path.ends_with(".md")) {
        site.edit(&path, |text| {
            let at = text::paragraphs(text).iter().position(|paragraph| paragraph.contains(name));
            at.map_or_else(|| text.to_owned(), |at| text::without_paragraph(text, at))
        });
    }
}

pub fn rename(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, is_report)?;
    let (folder, name) = report.rsplit_once('/')?;
    let stem = name.strip_suffix(".md")?;
    let fresh = format!("{}-{}", &name[..10], dice.pick(SLUGS));
    if site.folder.sources.contains_key(&format!("{folder}/{fresh}.md")) {
        return None;
    }
    for path in with_translations(site, &report) {
        site.folder.rename(&path, &path.replace(stem, &fresh));
    }
    relink(site, dice, (stem, &fresh));
    Some(format!("{report} is now called {fresh}"))
}

/// Makes links follow what was renamed, as authors mostly do.
fn relink(site: &mut Site, dice: &mut Dice, (old, new): (&str, &str)) {
    if dice.once_in(4) {
        return;
    }
    for path in site.paths(|path| path.ends_with(".md")) {
        site.edit(&path, |text| text.replace(&format!("{old}.md"), &format!("{new}.md")));
    }
}

pub fn move_to_other_conference(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, is_report)?;
    let (folder, name) = report.rsplit_once('/')?;
    let index = site.pick(dice, is_conference)?;
    let target = index.strip_suffix("/_index.md")?;
    if target == folder || site.folder.sources.contains_key(&format!("{target}/{name}")) {
        return None;
    }
    for path in with_translations(site, &report) {
        site.folder.rename(&path, &path.replace(folder, target));
    }
    unlink(site, dice, &report);
    Some(format!("{report} moves to {target}"))
}

pub fn rename_conference(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let index = site.pick(dice, is_conference)?;
    let folder = index.strip_suffix("_index.md")?.to_owned();
    let name = folder.strip_prefix("content/")?.trim_end_matches('/').to_owned();
    let fresh = format!("{}-{}", name.split('-').next()?, dice.pick(SLUGS));
    if !site.paths(|path| path.starts_with(&format!("content/{fresh}/"))).is_empty() {
        return None;
    }
    for path in site.paths(|path| path.starts_with(&folder)) {
        site.folder.rename(&path, &path.replace(&folder, &format!("content/{fresh}/")));
    }
    if !dice.once_in(4) {
        for path in site.paths(|path| path.ends_with(".md")) {
            site.edit(&path, |text| text.replace(&format!("{name}/"), &format!("{fresh}/")));
        }
    }
    Some(format!("the folder {name} is now called {fresh}"))
}

pub fn add_paragraph(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_text_of_conference)?;
    let paragraph = dice.pick(PARAGRAPHS);
    site.edit(&path, |text| text::with_paragraph(text, paragraph))?;
    Some(format!("{path} ends with `{paragraph}`"))
}

pub fn add_statement(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_report)?;
    let statement = statement(dice);
    site.edit(&path, |text| text::with_paragraph(text, &statement))?;
    Some(format!("{path} ends with `{}`", statement.lines().next()?))
}

pub fn add_heading(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_text_of_conference)?;
    let heading = format!("## Point {}\n\nArticle 2 was read.", dice.below(1000));
    site.edit(&path, |text| text::with_paragraph(text, &heading))?;
    Some(format!("{path} has a new heading"))
}

pub fn add_link(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_report)?;
    let other = site.pick(dice, is_report)?;
    let to = other.strip_prefix("content/")?;
    let number = dice.low(3) + 1;
    site.edit(&path, |text| text::with_paragraph(text, &format!("Compare [what was said](../{to}#p{number}).")))?;
    Some(format!("{path} links to {other}#p{number}"))
}

pub fn remove_paragraph(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_text_of_conference)?;
    let count = text::paragraphs(site.folder.text(&path)?).len();
    let at = (count > 1).then(|| dice.below(count))?;
    site.edit(&path, |text| text::without_paragraph(text, at))?;
    Some(format!("{path} loses its paragraph {}", at + 1))
}

pub fn turn_paragraphs(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_text_of_conference)?;
    site.edit(&path, text::reversed)?;
    Some(format!("the paragraphs of {path} are turned round"))
}

/// Sets a key of a random report to a value.
fn set(site: &mut Site, dice: &mut Dice, (key, value): (&str, Option<&str>)) -> Option<String> {
    let path = site.pick(dice, is_report)?;
    site.edit(&path, |text| text::with_key(text, key, value))?;
    Some(match value {
        Some(value) => format!("{path} has `{key}: {value}`"),
        None => format!("{path} has no `{key}`"),
    })
}

pub fn title(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, is_text_of_conference)?;
    let title = format!("Title no. {}", dice.below(1000));
    site.edit(&path, |text| text::with_key(text, "title", Some(&title)))?;
    Some(format!("{path} has the title `{title}`"))
}

pub fn date(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, is_report)?;
    let (folder, name) = report.rsplit_once('/')?;
    let fresh = format!("{}{:02}{}", &name[..8], dice.between(2, 9), &name[10..]);
    if site.folder.sources.contains_key(&format!("{folder}/{fresh}")) {
        return None;
    }
    let (stem, fresh) = (name.strip_suffix(".md")?, fresh.strip_suffix(".md")?);
    for path in with_translations(site, &report) {
        site.folder.rename(&path, &path.replace(stem, fresh));
    }
    relink(site, dice, (stem, fresh));
    Some(format!("{report} is dated {}", &fresh[..10]))
}

pub fn session(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let session = *dice.pick(&["morning", "afternoon", "evening"]);
    set(site, dice, ("session", Some(session)))
}

pub fn alias(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let alias = format!("[/was/{}/]", dice.pick(SLUGS));
    let value = if dice.once_in(3) { None } else { Some(alias.as_str()) };
    set(site, dice, ("aliases", value))
}

pub fn lists(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let pairs = [
        ("countries", Some("[FJI, Samoa]")),
        ("countries", Some("[NOR]")),
        ("countries", None),
        ("clauses", Some("[tt/art_1, tt/art_3]")),
        ("clauses", Some("[tt/art_2__para_1]")),
        ("clauses", None),
        ("ignore", Some("[Norway]")),
        ("ignore", None),
        ("draft_date", Some("2020-09-01")),
        ("draft_date", None),
    ];
    let pair = *dice.pick(&pairs);
    set(site, dice, pair)
}

pub fn summary(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let summary = format!("In short, no. {}.", dice.below(1000));
    set(site, dice, ("summary", Some(&summary)))
}

pub fn add_translation(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let report = site.pick(dice, |path| is_report(path) || path == "content/autumn/_index.md")?;
    let path = format!("{}.fr.md", report.strip_suffix(".md")?);
    if site.folder.sources.contains_key(&path) {
        return None;
    }
    let text = format!("---\ntitle: Titre no {}\n---\nLe Kenya a parlé de l’article 2.\n", dice.below(1000));
    site.folder.write(&path, text.into_bytes());
    Some(format!("a translation, {path}"))
}

pub fn delete_translation(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, |path| path.ends_with(".fr.md"))?;
    site.folder.remove(&path);
    Some(format!("the translation {path} is deleted"))
}

pub fn withhold(site: &mut Site, dice: &mut Dice) -> Option<String> {
    // Reports, translations, conferences and instruments alike, but mostly reports.
    let anything = dice.once_in(5);
    let path = site.pick(dice, |path| is_report(path) || anything && path.contains("/20") | path.contains("_index"))?;
    site.edit(&path, |text| text::with_key(text, "draft", Some("true")))?;
    Some(format!("{path} is withheld"))
}

pub fn release(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let held = |text: &str| ["draft", "embargo_until", "expires"].into_iter().find(|key| text::has_key(text, key));
    let path = site.pick(dice, |path| path.ends_with(".md") && site.folder.text(path).and_then(held).is_some())?;
    let key = held(site.folder.text(&path)?)?;
    site.edit(&path, |text| text::with_key(text, key, None))?;
    Some(format!("{path} has no `{key}` any more"))
}

pub fn embargo(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let key = *dice.pick(&["embargo_until", "expires"]);
    let moment = format!("2020-10-{:02}T09:00:00Z", dice.between(6, 12));
    set(site, dice, (key, Some(&moment)))
}

pub fn mistake(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let pairs =
        [("countries", Some("[Feeji]")), ("clauses", Some("[tt/art_99]")), ("titel", Some("x")), ("title", None)];
    let pair = *dice.pick(&pairs);
    set(site, dice, pair)
}

pub fn quiet_edit(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let path = site.pick(dice, |path| path.ends_with(".md"))?;
    let (from, to) = *dice.pick(&[('e', 'i'), ('i', 'e'), ('1', '2'), ('2', '1'), ('N', 'M')]);
    let text = text::with_letter(site.folder.text(&path)?, from, to)?;
    site.folder.write_quietly(&path, text.into_bytes());
    Some(format!("in {path} a `{from}` becomes `{to}`; its size and time stay"))
}

pub fn swap(site: &mut Site, dice: &mut Dice) -> Option<String> {
    let reports = site.reports();
    let (one, other) = (dice.pick(&reports).clone(), dice.pick(&reports).clone());
    if one == other {
        return None;
    }
    site.folder.swap(&one, &other);
    Some(format!("{one} and {other} are swapped, times and all"))
}
