//! From a report's page back to its source: which file it is made of, and in which line of it each passage begins.

use crate::compose::{Routes, original, slug};
use crate::diag::line_and_column;
use crate::model::ids::{ConferenceId, Lang};
use crate::model::source::SourcePath;
use crate::parse::layout::{Role, place};
use crate::parse::{self, File};

/// Where a passage of a page stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageLine {
    /// The passage's id on the page.
    pub anchor: String,
    /// From 1.
    pub line: usize,
}

/// The file behind the report that stands at `route`, among all files of the site: the one in the page's language, or the
/// original where there is none. `site` is the text of site.yaml.
pub fn report_at(route: &str, site: &str, files: &[SourcePath]) -> Option<SourcePath> {
    let site = parse::site(&"content/site.yaml".into(), site).value;
    let fits = |path: &SourcePath| -> Option<(bool, SourcePath)> {
        let placed = place(path);
        let Role::Report { folder, stem } = placed.role else { return None };
        // Asked first, since a site has many reports and this is soon answered.
        if !route.trim_end_matches('/').ends_with(&slug(stem)) {
            return None;
        }
        let conference = ConferenceId::new(folder);
        let lang = placed.suffix.map_or(Some(site.default_lang().clone()), Lang::read)?;
        let here = |page: &&Lang| Routes::new(&site, page).report(&conference, stem).as_str() == route;
        let page = site.languages.iter().find(here)?;
        let is_original = original(path) == *path;
        (lang == *page || is_original).then(|| (lang == *page, path.clone()))
    };
    files.iter().filter_map(fits).max().map(|(_, path)| path)
}

/// The passages of a report's text, in its order.
pub fn passage_lines(path: &SourcePath, text: &str) -> Vec<PassageLine> {
    let placed = place(path);
    let lang = placed.suffix.and_then(Lang::read).or_else(|| Lang::read("en"));
    let Some(lang) = lang else { return Vec::new() };
    let file = File { path, role: placed.role, lang: &lang, translation: placed.suffix.is_some(), typography: true };
    let Some(manuscript) = parse::manuscript(&file, text).value else { return Vec::new() };
    let mut lines = Vec::new();
    // Counted on from passage to passage, so that a long text is walked once.
    let (mut from, mut line) = (0, 1);
    for passage in manuscript.prose.passages {
        let start = passage.span.start.clamp(from, text.len());
        line += text.as_bytes()[from..start].iter().filter(|byte| **byte == b'\n').count();
        from = start;
        lines.push(PassageLine { anchor: passage.anchor, line });
    }
    debug_assert!(lines.last().is_none_or(|last| last.line == line_and_column(text, from).0));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<SourcePath> {
        names.iter().map(|name| (*name).into()).collect()
    }

    #[test]
    fn a_report_is_found_in_the_language_of_its_page_or_as_the_original() {
        let files = paths(&[
            "content/att-2013/2013-03-18-opening.fr.md",
            "content/att-2013/2013-03-18-opening.md",
            "content/att-2013/2013-03-19-Élan.md",
            "content/att-2013/_index.md",
            "content/att-2013/hall.jpg",
        ]);
        let site = "title: T\nlanguages: [en, fr, ar]\n";
        let found = |route: &str| report_at(route, site, &files).map(|path| path.to_string());
        assert_eq!(found("/att-2013/2013-03-18-opening/").as_deref(), Some("content/att-2013/2013-03-18-opening.md"));
        assert_eq!(
            found("/fr/att-2013/2013-03-18-opening/").as_deref(),
            Some("content/att-2013/2013-03-18-opening.fr.md")
        );
        assert_eq!(
            found("/ar/att-2013/2013-03-18-opening/").as_deref(),
            Some("content/att-2013/2013-03-18-opening.md")
        );
        assert_eq!(found("/att-2013/2013-03-19-elan/").as_deref(), Some("content/att-2013/2013-03-19-Élan.md"));
        for other in ["/att-2013/", "/", "/ru/att-2013/2013-03-18-opening/", "/att-2013/hall.jpg"] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn passages_begin_in_the_lines_that_editors_count() {
        let text = "---\ntitle: T\n---\n\nOne\ngoes on.\n\n## Head\n\n- item\n- item é\n\n> [!STATEMENT] Fiji · Article 6\n> Words.\n\n| a |\n|---|\n| b |\n\nLast";
        let lines = passage_lines(&"content/a/2013-03-18-b.md".into(), text);
        let found: Vec<(&str, usize)> = lines.iter().map(|place| (place.anchor.as_str(), place.line)).collect();
        assert_eq!(found, [("p1", 5), ("head", 8), ("p2", 10), ("p3", 11), ("p4", 13), ("p5", 16), ("p6", 20)]);
        assert_eq!(passage_lines(&"content/a/2013-03-18-b.md".into(), "---\ntitle: [\n---\nx"), []);
    }
}
