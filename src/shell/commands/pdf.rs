//! `rapporteur pdf PAGE`: a page as it stands in the output, printed by an installed Chromium. Nothing is built.

use crate::build;
use crate::model::digest::Digest;
use crate::model::site::BaseUrl;
use crate::model::source::Content as Source;
use crate::shell::chromium;
use crate::shell::cli::Pdf;
use crate::shell::error::{Exit, ShellError};
use crate::shell::preview::{Kept, Server, Shown};
use crate::shell::print;
use crate::shell::scan;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub fn run(root: &Path, args: &Pdf) -> Result<Exit, ShellError> {
    let browser = chromium::find()?;
    let output = if args.output_dir.is_absolute() { args.output_dir.clone() } else { root.join(&args.output_dir) };
    let base = base(root, args)?;
    let prefix = base.as_ref().map_or("", |base| base.path.as_str());
    let (route, page) = page(&output, &args.page, prefix)?;
    let html = fs::read_to_string(&page).map_err(ShellError::at("read", &page))?;
    let shown = Arc::new(Shown::new(prefix));
    let mut files = Vec::new();
    standing(&output, "", &mut files)?;
    shown.replace(prefix, files);
    let html = for_paper(&html, base.as_ref().map(|base| base.origin.as_str()));
    shown.change(vec![(format!("{}index.html", &route[1..]), Kept::held(html))], &[]);
    let server = Server::for_one(root)?;
    let url = format!("http://{}{prefix}{route}", server.address());
    let printed = server.during(&shown, |stop| chromium::print(&browser, &url, stop))??;
    let Some(bytes) = printed else {
        return Err(ShellError::refused("stopped before the page was printed", "run the command again"));
    };
    let file = args.output.clone().unwrap_or_else(|| PathBuf::from(name(&route)));
    write(&file, &bytes)?;
    print::out(&format!("{} is {prefix}{route} as PDF", file.display()));
    Ok(Exit::Fine)
}

/// Where the site is said to stand, as for a build.
fn base(root: &Path, args: &Pdf) -> Result<Option<BaseUrl>, ShellError> {
    if let Some(base) = super::base_url(args.base_url.as_deref())? {
        return Ok(Some(base));
    }
    Ok(match scan::read(root, &"content/site.yaml".into()) {
        Ok(Source::Text(text)) => build::base_url(&text),
        _ => None,
    })
}

/// The address that an author names, and its file.
fn page(output: &Path, named: &str, prefix: &str) -> Result<(String, PathBuf), ShellError> {
    let inside = named.strip_prefix(prefix).filter(|rest| rest.starts_with('/')).unwrap_or(named);
    let inside = inside.trim_matches('/');
    let inside = inside.strip_suffix("index.html").unwrap_or(inside).trim_end_matches('/');
    let route = if inside.is_empty() { "/".to_owned() } else { format!("/{inside}/") };
    let is_plain = inside.split('/').all(|part| inside.is_empty() || !matches!(part, "" | "." | ".."));
    let file = output.join(inside).join("index.html");
    if is_plain && file.is_file() {
        return Ok((route, file));
    }
    let why = format!("no page stands at {route} in {}", output.display());
    Err(ShellError::refused(why, "build the site with `rapporteur build`, and name a page such as /att-2013/print/"))
}

/// All files of the output, by their names; hidden ones are none of the site's.
fn standing(folder: &Path, name: &str, files: &mut Vec<(String, Kept)>) -> Result<(), ShellError> {
    let failed = || ShellError::at("list the folder", folder);
    for entry in fs::read_dir(folder).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        let Ok(own) = entry.file_name().into_string() else { continue };
        let kind = entry.file_type().map_err(failed())?;
        match () {
            () if own.starts_with('.') => {}
            () if kind.is_dir() => standing(&entry.path(), &format!("{name}{own}/"), files)?,
            // Nobody compares versions of it.
            () if kind.is_file() => files.push((format!("{name}{own}"), Kept::stands(entry.path(), Digest::default()))),
            () => {}
        }
    }
    Ok(())
}

/// The page as it is printed: links to the site's other pages lead to where the site stands, and nowhere if that is not
/// known, for the server that shows it here is gone as soon as it is printed. They are marked, so that the style sheet can
/// tell them from links to other sites. Pictures are not waited for to be scrolled to.
fn for_paper(html: &str, origin: Option<&str>) -> String {
    let html = html.replace(" loading=\"lazy\"", "");
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some(at) = rest.find("<a ") {
        let end = rest[at..].find('>').map_or(rest.len(), |end| at + end);
        let tag = &rest[at..end];
        out.push_str(&rest[..at]);
        match tag.split_once(" href=\"/").filter(|(_, after)| !after.starts_with('/')) {
            Some((before, after)) => {
                let (path, after) = after.split_once('"').unwrap_or((after, ""));
                out.push_str(before);
                if let Some(origin) = origin {
                    out.push_str(&format!(" data-own href=\"{origin}/{path}\""));
                }
                out.push_str(after);
            }
            None => out.push_str(tag),
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// What the file is called where nobody says it: `att-2013-print.pdf`.
fn name(route: &str) -> String {
    let words: Vec<&str> = route.split('/').filter(|part| !part.is_empty()).collect();
    if words.is_empty() { "home.pdf".to_owned() } else { format!("{}.pdf", words.join("-")) }
}

/// Writes the file whole or not at all.
fn write(file: &Path, bytes: &[u8]) -> Result<(), ShellError> {
    let mut beside = file.as_os_str().to_owned();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    written.map_err(|error| {
        let _ = fs::remove_file(&beside);
        ShellError::at("write", file)(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_where_the_site_stands_or_nowhere() {
        let html = "<link href=\"/a.css\"><a class=\"m\" href=\"/x/\">x</a> <a href=\"#p1\">1</a> <a href=\"https://o.example/\">o</a> \
                    <a href=\"//p.example/\">p</a><img src=\"/i.png\" loading=\"lazy\">";
        let there = "<link href=\"/a.css\"><a class=\"m\" data-own href=\"https://s.example/x/\">x</a> <a href=\"#p1\">1</a> \
                     <a href=\"https://o.example/\">o</a> <a href=\"//p.example/\">p</a><img src=\"/i.png\">";
        assert_eq!(for_paper(html, Some("https://s.example")), there);
        let nowhere = there.replace(" data-own href=\"https://s.example/x/\"", "");
        assert_eq!(for_paper(html, None), nowhere);
    }

    #[test]
    fn files_are_named_after_their_address() {
        assert_eq!(name("/att-2013/print/"), "att-2013-print.pdf");
        assert_eq!(name("/"), "home.pdf");
    }
}
