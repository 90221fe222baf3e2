//! The site as a whole: `content/site.yaml`, or the defaults where it is missing.

use super::ids::{Lang, StanceId};
use super::theme::ThemeOptions;
use super::value::Value;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Site {
    pub title: String,
    pub tagline: Option<String>,
    pub base_url: Option<BaseUrl>,
    /// The default language first.
    pub languages: Vec<Lang>,
    pub theme: String,
    /// What the site chose among its theme's options.
    pub theme_options: ThemeOptions,
    pub publisher: Option<String>,
    pub licence: Option<String>,
    /// Whether reports without a photo have a card that is drawn for them.
    pub social_cards: bool,
    /// Whether readers can search it.
    pub search: bool,
    /// Whether quotation marks and spaces are set by each text's language.
    pub typography: bool,
    /// Whether conferences have print editions.
    pub print: bool,
    /// Title, tagline and footer in other languages.
    pub translations: BTreeMap<Lang, SiteWords>,
    /// The built-in six and then the site's own, in this order everywhere.
    pub stances: Vec<Stance>,
    pub extra: Value,
}

#[derive(Clone, Debug, Default)]
pub struct SiteWords {
    pub title: Option<String>,
    pub tagline: Option<String>,
    pub footer: Option<String>,
}

/// Where the site will stand: `https://briefings.example/att/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://briefings.example`
    pub origin: String,
    /// `/att`, or empty when the site has the whole host.
    pub path: String,
}

impl BaseUrl {
    /// Reads an `http` or `https` address without query or fragment.
    pub fn read(text: &str) -> Option<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host_end = rest.find('/').unwrap_or(rest.len());
        let host_fits = host_end > 0 && !rest[..host_end].contains(['@', '?', '#', ' ']);
        let path = rest[host_end..].trim_end_matches('/');
        let path_fits = !path.contains(['?', '#', ' ', '"', '<', '>', '\\']) && !path.contains("//");
        (host_fits && path_fits)
            .then(|| Self { origin: text[..text.len() - rest.len() + host_end].to_owned(), path: path.to_owned() })
    }
}

/// A stance that statements can take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stance {
    pub id: StanceId,
    /// The site's own word for it; the theme has words for the built-in six.
    pub label: Option<String>,
    /// That word in other languages.
    pub labels: BTreeMap<Lang, String>,
    /// One character that reads without colour.
    pub sign: String,
    pub colour: Option<String>,
}

impl Stance {
    /// The site's own word in a language, or else in the site's first.
    pub fn label(&self, lang: &Lang) -> Option<String> {
        self.labels.get(lang).or(self.label.as_ref()).cloned()
    }
}

impl Site {
    pub fn default_lang(&self) -> &Lang {
        &self.languages[0]
    }

    pub fn title(&self, lang: &Lang) -> &str {
        self.translations.get(lang).and_then(|words| words.title.as_deref()).unwrap_or(&self.title)
    }

    pub fn tagline(&self, lang: &Lang) -> Option<&str> {
        let own = self.translations.get(lang).and_then(|words| words.tagline.as_deref());
        own.or(self.tagline.as_deref())
    }

    pub fn footer(&self, lang: &Lang) -> Option<&str> {
        let own = self.translations.get(lang).and_then(|words| words.footer.as_deref());
        own.or(self.theme_options.footer.as_deref())
    }

    /// A route as readers' browsers need it: behind the base URL's path.
    pub fn href(&self, route: &super::ids::Route) -> String {
        format!("{}{route}", self.base_url.as_ref().map_or("", |base| &base.path))
    }

    /// A route's whole address, when the site says where it will stand.
    pub fn url(&self, route: &super::ids::Route) -> Option<String> {
        self.base_url.as_ref().map(|base| format!("{}{}{route}", base.origin, base.path))
    }
}
