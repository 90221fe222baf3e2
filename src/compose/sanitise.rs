//! HTML that authors typed, made safe: the only home of the sanitiser.

use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// Drops everything that could run or load something: scripts, handlers, styles, frames, forms, foreign schemes.
/// Relative addresses become what `destinations` has for them, and nothing where it has none.
pub fn sanitise(markup: &str, destinations: &BTreeMap<String, String>) -> String {
    let mut rules = Builder::default();
    rules
        .add_generic_attributes(["id", "class", "lang", "dir", "title", "role", "aria-label", "tabindex"])
        .add_tags(["figure", "figcaption", "section", "aside", "details", "summary", "bdi", "picture", "source"])
        .add_tag_attributes("th", ["scope"])
        .add_tag_attributes("ol", ["start"])
        .add_tag_attributes("img", ["loading", "decoding", "width", "height", "srcset", "sizes"])
        .add_tag_attributes("source", ["type", "srcset", "sizes"])
        // We write these ourselves; authors' own would lead to other sites unseen.
        .attribute_filter(|_, attribute, value| {
            (attribute != "srcset" || value.starts_with('/') && !value.starts_with("//")).then_some(value.into())
        })
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(UrlRelative::Custom(Box::new(Relative(destinations.clone()))))
        .link_rel(None);
    rules.clean(markup).to_string()
}

/// Resolves relative addresses; those that we made ourselves begin with `/` or `#` and stay.
struct Relative(BTreeMap<String, String>);

impl ammonia::UrlRelativeEvaluate<'_> for Relative {
    fn evaluate<'url>(&self, url: &'url str) -> Option<Cow<'url, str>> {
        let resolved = self.0.get(url).map(|href| Cow::Owned(href.clone()));
        resolved.or_else(|| url.starts_with(['/', '#']).then_some(Cow::Borrowed(url)))
    }
}
