//! What is drawn on a report's social card, and what a shared link says of its page.

use crate::model::date::Date;
use serde::Serialize;

/// The picture that stands for a report where a link to it is shared. No template makes it: `render/card/` draws it.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Of the page.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    pub site: String,
    pub title: String,
    /// `ltr` or `rtl`: the title's, which may be in another language than the page.
    pub title_dir: &'static str,
    pub conference: String,
    pub date: Date,
    /// How many positions the report has, and who took most of them, with their codes for want of letters.
    pub statements: usize,
    pub speakers: Vec<(String, String)>,
}

/// What a link to a page shows where it is shared (Open Graph); only where the site has a `base_url`.
#[derive(Clone, Debug, Serialize)]
pub struct Social {
    /// `article` or `website`: the former for a report.
    pub kind: &'static str,
    /// The language as networks want it, such as `fr_FR`; none for languages that they do not know by one territory.
    pub locale: Option<String>,
    pub image: Option<SocialImage>,
}

/// A picture for a shared link: the report's photo, or its card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SocialImage {
    /// Its whole address.
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}
