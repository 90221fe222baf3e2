//! The same page in other languages: known only when the pages of all editions are.

use super::frame::language_name;
use super::routes::Routes;
use crate::model::ids::Lang;
use crate::model::page::Page;
use crate::model::site::Site;
use crate::model::view::Translation;
use std::collections::BTreeSet;

/// Tells every page which of the site's languages it is also in.
pub fn join(pages: &mut [Page], site: &Site) {
    if site.languages.len() < 2 {
        return;
    }
    let routes: BTreeSet<String> = pages.iter().map(|page| page.route.as_str().to_owned()).collect();
    let prefixes: Vec<(&Lang, String)> = site
        .languages
        .iter()
        .map(|lang| (lang, Routes::new(site, lang).home().as_str().trim_end_matches('/').to_owned()))
        .collect();
    for page in pages {
        let route = page.route.as_str().to_owned();
        let Some(head) = page.ingredients.head_mut() else { continue };
        let own = prefixes.iter().find(|(lang, _)| lang.as_str() == head.site.lang);
        let Some(rest) = own.and_then(|(_, prefix)| route.strip_prefix(prefix.as_str())) else { continue };
        let translation = |(lang, prefix): &(&Lang, String)| {
            let there = format!("{prefix}{rest}");
            let path = format!("{}{there}", head.site.base_path);
            routes.contains(&there).then(|| Translation {
                lang: lang.to_string(),
                dir: lang.dir(),
                name: language_name(lang),
                url: head.site.origin.as_ref().map(|origin| format!("{origin}{path}")),
                href: path,
                current: lang.as_str() == head.site.lang,
                translated: head
                    .languages
                    .as_ref()
                    .is_none_or(|languages| languages.iter().any(|l| l == lang.as_str())),
            })
        };
        let translations: Vec<Translation> = prefixes.iter().filter_map(translation).collect();
        head.translations = translations;
    }
}
