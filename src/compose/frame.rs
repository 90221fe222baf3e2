//! What stands around every page: the site's name, the ways in, where the page is, its other languages.

use super::routes::Routes;
use crate::model::corpus::{Corpus, PlainPage};
use crate::model::ids::Lang;
use crate::model::manuscript::Menu;
use crate::model::page::{PageHead, SiteHead};
use crate::model::theme::Outfit;
use crate::model::view::{Frame, FrameOptions, Link, Social};

/// Languages' own names.
const NAMES: [(&str, &str); 12] = [
    ("en", "English"),
    ("fr", "Français"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("zh", "中文"),
    ("de", "Deutsch"),
    ("pt", "Português"),
    ("it", "Italiano"),
    ("nl", "Nederlands"),
    ("ja", "日本語"),
    ("sv", "Svenska"),
];

/// A language's own name, or its tag.
pub fn language_name(lang: &Lang) -> String {
    let known = NAMES.iter().find(|(tag, _)| *tag == lang.primary());
    known.map_or_else(|| lang.to_string(), |(_, name)| (*name).to_owned())
}

pub fn site_head(corpus: &Corpus, routes: &Routes, outfit: &Outfit) -> SiteHead {
    let site = &corpus.site;
    let footer = site.footer(&corpus.lang).map(str::to_owned);
    let href = |route| site.href(&route);
    let pages = |menu: Menu| {
        let link =
            |page: &PlainPage| Link { href: href(routes.plain(&page.stem)), text: page.title.clone(), current: false };
        corpus.pages.iter().filter(|page| page.menu == menu).map(link).collect()
    };
    SiteHead {
        lang: corpus.lang.to_string(),
        dir: corpus.lang.dir(),
        title: site.title(&corpus.lang).to_owned(),
        tagline: site.tagline(&corpus.lang).map(str::to_owned),
        publisher: site.publisher.clone(),
        licence: site.licence.clone(),
        origin: site.base_url.as_ref().map(|base| base.origin.clone()),
        base_path: site.base_url.as_ref().map_or_else(String::new, |base| base.path.clone()),
        home: href(routes.home()),
        assets: outfit.assets.clone(),
        options: FrameOptions { footer: footer.or_else(|| outfit.options.footer.clone()), ..outfit.options.clone() },
        feed: href(routes.feed()),
        countries: href(routes.delegations()),
        clauses: href(routes.clauses()),
        search: site.search.then(|| href(routes.search())),
        pages: pages(Menu::Masthead),
        footer_pages: pages(Menu::Footer),
        shows_withheld: corpus.shows_withheld(),
        extra: site.extra.clone(),
    }
}

/// The frame of one page.
pub fn frame(head: &PageHead) -> Frame {
    let site = &head.site;
    let here = format!("{}{}", site.base_path, head.route);
    let says = head.repeats.as_ref().map_or_else(|| here.clone(), |route| format!("{}{route}", site.base_path));
    let link = |href: &str, text: &str| Link { href: href.to_owned(), text: text.to_owned(), current: href == here };
    let links = |pages: &[Link]| pages.iter().map(|page| link(&page.href, &page.text)).collect();
    Frame {
        lang: site.lang.clone(),
        dir: site.dir,
        site_title: site.title.clone(),
        site_tagline: site.tagline.clone(),
        publisher: site.publisher.clone(),
        licence: site.licence.clone(),
        title: head.title.clone(),
        description: head.description.clone(),
        social: site.origin.as_ref().map(|_| Social {
            kind: if head.image.is_some() { "article" } else { "website" },
            locale: super::card::locale(&site.lang).map(str::to_owned),
            image: head.image.clone(),
        }),
        canonical: site.origin.as_ref().map(|origin| format!("{origin}{says}")),
        home: site.home.clone(),
        assets: site.assets.clone(),
        options: site.options.clone(),
        feed: site.feed.clone(),
        countries: link(&site.countries, ""),
        clauses: link(&site.clauses, ""),
        search: site.search.as_ref().map(|href| link(href, "")),
        shows_withheld: site.shows_withheld,
        withheld: head.withheld,
        repeats: head.repeats.is_some(),
        pages: links(&site.pages),
        footer_pages: links(&site.footer_pages),
        crumbs: head.crumbs.clone(),
        translations: head.translations.clone(),
        extra: site.extra.clone(),
    }
}

/// A clause's name with its heading: `Article 6, Prohibitions`.
pub fn clause_title(label: &str, heading: Option<&str>) -> String {
    heading
        .filter(|heading| *heading != label)
        .map_or_else(|| label.to_owned(), |heading| format!("{label}: {heading}"))
}
