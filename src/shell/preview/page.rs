//! A page as the preview sends it: with its script, which no file ever holds, and with a mark by which a tab knows whether
//! what it shows is what stands.

use crate::model::digest::Digest;
use std::fmt::Write;

/// Where the preview's own files stand, on no site's address.
pub const OWN: &str = "/.rapporteur/";

/// How many characters of a digest stand in the name of a style sheet.
const HASH: usize = 16;

/// What a tab must know of the page that stands at its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Of all but the names of style sheets: these can be exchanged without loading the page again.
    pub page: String,
    /// The names of the page's own style sheets, as they stand in it.
    pub styles: Vec<String>,
}

impl Mark {
    /// `status` is of the mark, since a page that says that nothing stands here is not the page that stands here.
    pub fn of(status: u16, html: &[u8]) -> Self {
        let text = String::from_utf8_lossy(html);
        let mut bare = String::with_capacity(text.len());
        let mut styles = Vec::new();
        let mut rest = 0;
        for (at, _) in text.match_indices(".css") {
            let Some(start) = hash_before(&text, at).filter(|start| *start >= rest) else { continue };
            let is_name = |c: char| !matches!(c, '"' | '\'' | '=' | '>' | ' ' | '\n');
            let name = text[rest..start].rfind(|c| !is_name(c)).map_or(rest, |before| rest + before + 1);
            styles.push(text[name..at + ".css".len()].to_owned());
            bare.push_str(&text[rest..start]);
            rest = at;
        }
        bare.push_str(&text[rest..]);
        let mut page = format!("{status}-");
        for byte in Digest::of(bare.as_bytes()).0 {
            let _ = write!(page, "{byte:02x}");
        }
        Self { page, styles }
    }
}

/// Where the 16 hexadecimal characters and the dot before `.css` begin, if they stand there.
fn hash_before(text: &str, at: usize) -> Option<usize> {
    let start = at.checked_sub(HASH + 1)?;
    let hash = text.get(start..at)?.strip_prefix('.')?;
    hash.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(start)
}

/// The page with its script: before the end of its head, or of its body, or at its own.
pub fn with_script(html: &[u8], mark: &Mark) -> Vec<u8> {
    let script = format!("<script src=\"{OWN}preview.js\" data-mark=\"{}\" defer></script>", mark.page);
    let at = find(html, b"</head>").or_else(|| find(html, b"</body>")).unwrap_or(html.len());
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

fn find(html: &[u8], tag: &[u8]) -> Option<usize> {
    html.windows(tag.len()).position(|window| window.eq_ignore_ascii_case(tag))
}

/// What is shown where the site has nothing of its own to show.
pub fn plain(words: &str) -> Vec<u8> {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{words}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n<main><h1>{words}</h1></main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><link rel=stylesheet href=\"/att/assets/a.0123456789abcdef.css\"></head><p>words</p>";

    #[test]
    fn a_page_whose_style_sheets_alone_are_others_has_the_same_mark() {
        let mark = Mark::of(200, PAGE.as_bytes());
        assert_eq!(mark.styles, ["/att/assets/a.0123456789abcdef.css"]);
        let restyled = Mark::of(200, PAGE.replace("0123456789abcdef", "fedcba9876543210").as_bytes());
        assert_eq!(restyled.page, mark.page);
        assert_eq!(restyled.styles, ["/att/assets/a.fedcba9876543210.css"]);
        assert_ne!(Mark::of(200, PAGE.replace("words", "word").as_bytes()).page, mark.page);
        assert_ne!(Mark::of(200, PAGE.replace("a.0", "b.0").as_bytes()).page, mark.page);
        assert_ne!(Mark::of(404, PAGE.as_bytes()).page, mark.page);
        assert!(Mark::of(200, "é.css .123456789012345é.css x.css".as_bytes()).styles.is_empty());
    }

    #[test]
    fn the_script_stands_in_the_head_or_in_the_body_or_at_the_end() {
        let place = |html: &str| {
            let page = with_script(html.as_bytes(), &Mark::of(200, html.as_bytes()));
            let page = String::from_utf8(page).expect("text");
            let (before, rest) = page.split_once("<script").expect("a script");
            (before.to_owned(), rest.split_once("</script>").expect("its end").1.to_owned())
        };
        let parts = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(place("<head>a</HEAD>b</body>"), parts("<head>a", "</HEAD>b</body>"));
        assert_eq!(place("b</body></html>"), parts("b", "</body></html>"));
        assert_eq!(place("b"), parts("b", ""));
    }
}
