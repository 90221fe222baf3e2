//! Texts of several reports on one page: the ids of each get its anchor before them, so that none stands twice; links to what
//! is on the page lead there; headings go one level down, below the report's own.

use crate::model::view::{Html, PrintedReport};
use std::collections::{BTreeMap, BTreeSet};

/// Attributes that name ids of the same page.
const NAMING: &[&str] = &["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details"];

/// What an id is called on a page of several reports. No report's anchor has a colon.
fn id(anchor: &str, own: &str) -> String {
    format!("{anchor}:{own}")
}

/// The bodies of `reports`, in their order, made fit for one page.
pub fn bodies(reports: &[PrintedReport], bodies: &[Html]) -> Vec<Html> {
    let anchors = reports.iter().map(|report| (report.href.as_str(), report.anchor.as_str())).collect();
    let mut ids: BTreeSet<String> = reports.iter().map(|report| id(&report.anchor, "")).collect();
    for (report, body) in reports.iter().zip(bodies) {
        rewritten(&body.0, |name, value| {
            if name == "id" {
                ids.insert(id(&report.anchor, value));
            }
            None
        });
    }
    let sheet = Sheet { anchors, ids };
    let body = |(report, body): (&PrintedReport, &Html)| {
        Html(rewritten(&body.0, |name, value| match name {
            "href" => sheet.link(report, value),
            _ if NAMING.contains(&name) => {
                let ids: Vec<String> = value.split_whitespace().map(|own| id(&report.anchor, own)).collect();
                Some(ids.join(" "))
            }
            _ => None,
        }))
    };
    reports.iter().zip(bodies).map(body).collect()
}

struct Sheet<'a> {
    /// By each report's address.
    anchors: BTreeMap<&'a str, &'a str>,
    /// All that stand on the page.
    ids: BTreeSet<String>,
}

impl Sheet<'_> {
    /// What a link becomes. One to what does not stand on the page leads to where it should stand, for its author to find.
    fn link(&self, report: &PrintedReport, href: &str) -> Option<String> {
        let (path, own) = href.split_once('#').unwrap_or((href, ""));
        let there = if path.is_empty() { Some(&*report.anchor) } else { self.anchors.get(path).copied() };
        let there = id(there?, own);
        match self.ids.contains(&there) {
            true => Some(format!("#{there}")),
            false if path.is_empty() => Some(format!("{}{href}", report.href)),
            false => None,
        }
    }
}

/// Markup of our own making or the sanitiser's, with some values of attributes exchanged, and headings one level down. In
/// such markup every `<` begins a tag, and values stand in double quotation marks.
fn rewritten(markup: &str, mut exchange: impl FnMut(&str, &str) -> Option<String>) -> String {
    let mut out = String::with_capacity(markup.len() + markup.len() / 16);
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        let end = tag_end(&rest[at..]);
        let tag = lowered(&rest[at..at + end], &mut out);
        attributes(tag, &mut out, &mut exchange);
        rest = &rest[at + end..];
    }
    out.push_str(rest);
    out
}

/// Where a tag ends that `text` begins with.
fn tag_end(text: &str) -> usize {
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'"' => inside = !inside,
            b'>' if !inside => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// Writes the name of a heading's tag one level down; gives what is left of the tag.
fn lowered<'t>(tag: &'t str, out: &mut String) -> &'t str {
    for open in ["<h", "</h"] {
        let level = tag.strip_prefix(open).and_then(|rest| rest.bytes().next());
        if let Some(level @ b'1'..=b'5') = level
            && tag[open.len() + 1..].starts_with([' ', '>'])
        {
            out.push_str(open);
            out.push(char::from(level + 1));
            return &tag[open.len() + 1..];
        }
    }
    tag
}

fn attributes(tag: &str, out: &mut String, exchange: &mut impl FnMut(&str, &str) -> Option<String>) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, left) = after.split_once('"').unwrap_or((after, ""));
        let name = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        out.push_str(before);
        out.push_str("=\"");
        match exchange(name, value) {
            Some(other) => out.push_str(&other),
            None => out.push_str(value),
        }
        out.push('"');
        rest = left;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;

    fn report(name: &str) -> PrintedReport {
        PrintedReport {
            anchor: name.to_owned(),
            href: format!("/c/{name}/"),
            title: String::new(),
            date: Date::read("2013-03-18").expect("a date"),
            ordinal: None,
            session: None,
            summary: None,
            authors: Vec::new(),
            photo: None,
            corrections: Vec::new(),
            withheld: false,
            lang: None,
            dir: None,
            chunks: Vec::new(),
        }
    }

    fn made(one: &str, other: &str) -> [String; 2] {
        let bodies = bodies(&[report("a"), report("b")], &[Html(one.to_owned()), Html(other.to_owned())]);
        [bodies[0].0.clone(), bodies[1].0.clone()]
    }

    #[test]
    fn ids_are_the_reports_own_and_links_follow_them() {
        let [one, other] = made(
            "<p id=\"p1\"><a class=\"pn\" href=\"#p1\">1</a> <a href=\"/c/b/#p1\">b</a> <a href=\"/c/b/\">b</a></p>",
            "<p id=\"p1\"><a href=\"/c/a/#p1\" title=\"a > b\">a</a> <a href=\"/c/x/#p1\">x</a></p>",
        );
        let wanted =
            "<p id=\"a:p1\"><a class=\"pn\" href=\"#a:p1\">1</a> <a href=\"#b:p1\">b</a> <a href=\"#b:\">b</a></p>";
        assert_eq!(one, wanted);
        assert_eq!(other, "<p id=\"b:p1\"><a href=\"#a:p1\" title=\"a > b\">a</a> <a href=\"/c/x/#p1\">x</a></p>");
    }

    #[test]
    fn what_does_not_stand_on_the_page_is_led_to_where_it_should() {
        let [one, _] = made("<a href=\"#p9\">9</a><a href=\"/c/b/#p9\">b 9</a>", "");
        assert_eq!(one, "<a href=\"/c/a/#p9\">9</a><a href=\"/c/b/#p9\">b 9</a>");
    }

    #[test]
    fn headings_go_down_and_words_stay() {
        let [one, _] = made("<h2 id=\"x\">A id=\"p1\" b</h2><hr><h6>c</h6><table aria-labelledby=\"x y\"></table>", "");
        let wanted = "<h3 id=\"a:x\">A id=\"p1\" b</h3><hr><h6>c</h6><table aria-labelledby=\"a:x a:y\"></table>";
        assert_eq!(one, wanted);
    }
}
