//! What several views share.

use super::card::Social;
use crate::model::date::Date;
use serde::Serialize;

/// Markup that is safe to print: escaped or sanitised where it was made.
///
/// A template prints it with `{{ body | safe }}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Html(pub String);

/// What stands around every page.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// The language that the page's own words are in: `en`, `fr`, `ar`…
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    pub site_title: String,
    pub site_tagline: Option<String>,
    pub publisher: Option<String>,
    pub licence: Option<String>,
    /// The page's name, for `<title>` and `<h1>`. Empty where the theme names the page: home, lists, 404.
    pub title: String,
    /// A sentence for search engines and link previews.
    pub description: Option<String>,
    /// The page's whole address, when the site has a `base_url`.
    pub canonical: Option<String>,
    /// What a link to the page shows where it is shared, when the site has a `base_url`.
    pub social: Option<Social>,
    /// The site's front page in this language.
    pub home: String,
    /// The theme's assets by name, each with its hashed address: `{{ frame.assets["plenary.css"] }}`.
    pub assets: Assets,
    /// What the site, or else the theme, chose among the theme's options.
    pub options: FrameOptions,
    /// The Atom feed of the site in this language.
    pub feed: String,
    /// The two indexes' own pages. Their texts are empty: the theme names them.
    pub countries: Link,
    pub clauses: Link,
    /// The search page; its text is empty too. None where `site.yaml` says `search: false`.
    pub search: Option<Link>,
    /// True where some of the site's texts are shown that readers must not see: with `--drafts`, if there are any.
    pub shows_withheld: bool,
    /// True where the page's own text is one of them.
    pub withheld: bool,
    /// True where the page only repeats what another says, which is then `canonical`: search engines are to leave it out.
    pub repeats: bool,
    /// The site's plain pages; those with `menu: footer` stand apart.
    pub pages: Vec<Link>,
    pub footer_pages: Vec<Link>,
    /// From below the site's front page down to the page above this one.
    pub crumbs: Vec<Link>,
    /// The same page in each of the site's languages; empty when the site has one.
    pub translations: Vec<Translation>,
    /// What the site's author put under `extra` in `site.yaml`.
    pub extra: crate::model::value::Value,
}

/// The theme's assets by their name in the theme.
pub type Assets = std::collections::BTreeMap<String, String>;

/// What was chosen under `theme_options` in `site.yaml`, or else under `options` in `theme.yaml`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FrameOptions {
    /// The address of a small style sheet that sets `--accent-light` and `--accent-dark` to the colours chosen; none
    /// where none was chosen. A theme uses them with a colour of its own behind: `var(--accent-light, #1f4e79)`.
    pub style: Option<String>,
    /// The address of a picture that stands beside the site's title, and so needs no text of its own.
    pub logo: Option<String>,
    /// A sentence for the foot of every page.
    pub footer: Option<String>,
    /// By a template's name without its ending, which of its blocks are shown, in the order chosen:
    /// `{% if "newest" in frame.options.blocks.home %}`. A template that names none has no entry.
    pub blocks: Blocks,
}

/// Names of blocks, by a template's name.
pub type Blocks = std::collections::BTreeMap<String, Vec<String>>;

/// A link with its text. `current` when it leads to the page it stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    pub href: String,
    pub text: String,
    pub current: bool,
}

/// A page in another language.
#[derive(Clone, Debug, Serialize)]
pub struct Translation {
    pub lang: String,
    pub dir: &'static str,
    /// The language's own name: `Français`.
    pub name: String,
    pub href: String,
    /// The whole address, for `hreflang`, when the site has a `base_url`.
    pub url: Option<String>,
    pub current: bool,
    /// False where that page shows the original for want of a translation.
    pub translated: bool,
}

/// A link with a number: a delegation and how often it spoke, a year and its mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    pub href: String,
    pub text: String,
    /// A second line, such as a clause's heading.
    pub note: Option<String>,
    pub count: usize,
}

/// The files of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PictureFiles {
    pub src: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    pub srcset: Option<String>,
    pub webp: Option<String>,
}

/// A picture with what must stand beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Photo {
    /// The file for browsers that choose none of the others, and its size in pixels; no size where that is not known.
    pub src: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
    /// The same picture at several widths, for the attribute of this name; none where there is one file.
    pub srcset: Option<String>,
    /// The same as WebP, for a `<source type="image/webp">`.
    pub webp: Option<String>,
    /// Empty for what adds nothing to the words.
    pub alt: String,
    pub credit: Option<String>,
}

/// A report in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ReportCard {
    pub href: String,
    pub title: String,
    pub date: Date,
    /// `morning`, `afternoon` or `evening`.
    pub session: Option<String>,
    pub summary: Option<String>,
    /// The language that the report is in, where it differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
    pub conference: Link,
    pub photo: Option<Photo>,
    pub statements: usize,
    /// True where readers must not see the report, and it is shown by `--drafts`.
    pub withheld: bool,
}

/// What a delegation does with a clause, as a sign, a word and a colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StanceView {
    /// `supports`, or the site's own.
    pub id: String,
    /// One character that reads without colour: `+`.
    pub sign: String,
    /// The site's own label; for the built-in six the theme's words serve (`stance-supports`).
    pub label: Option<String>,
    /// A CSS colour for a stance that the site adds.
    pub colour: Option<String>,
}

/// A clause by the number that it had when it was spoken of: `Article 6(2)`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CitedClause {
    /// The clause's page; where it has been changed since, its text of then. Empty where the clause has no page.
    pub href: String,
    pub text: String,
    /// What it is called in the newest draft, where that is something else.
    pub now: Option<String>,
}

/// A clause that a report names, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NamedClause {
    pub clause: CitedClause,
    /// Its heading in the draft of that day.
    pub heading: Option<String>,
    pub count: usize,
}

/// One statement, wherever it is listed.
#[derive(Clone, Debug, Serialize)]
pub struct StatementRow {
    /// The very paragraph that holds the statement.
    pub href: String,
    /// Who said it; empty when it is marked `no attribution`.
    pub who: Vec<Link>,
    /// The group that the first speaker spoke for.
    pub on_behalf_of: Option<Link>,
    /// Members of the group who said that they are not meant.
    pub except: Vec<Link>,
    /// Clauses it was made on, by their numbers of that day.
    pub clauses: Vec<CitedClause>,
    /// Issues it was made on, each leading to its page.
    pub issues: Vec<Link>,
    pub stance: Option<StanceView>,
    /// `quoted`, `reported` or `author`.
    pub voice: &'static str,
    /// The statement's words, markup left out.
    pub text: String,
    pub date: Date,
    pub report: Link,
    /// True where that report is withheld, and shown by `--drafts`.
    pub withheld: bool,
    /// Where the report's language differs from the page's.
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

/// One mention, in its sentence.
#[derive(Clone, Debug, Serialize)]
pub struct MentionRow {
    /// The very paragraph that holds the words.
    pub href: String,
    /// The sentence up to the words, the words as written, and the sentence after them.
    pub before: String,
    pub words: String,
    pub after: String,
    /// The label of the clause meant, on a clause's page, when it is a part of that clause.
    pub part: Option<String>,
    /// True when the author listed it in front matter and no sentence names it.
    pub listed: bool,
    pub lang: Option<String>,
    pub dir: Option<&'static str>,
}

/// The mentions of one day in one report.
#[derive(Clone, Debug, Serialize)]
pub struct MentionDay {
    pub date: Date,
    pub report: Link,
    /// True where that report is withheld, and shown by `--drafts`.
    pub withheld: bool,
    pub mentions: Vec<MentionRow>,
}

/// The mentions of one conference, by day.
#[derive(Clone, Debug, Serialize)]
pub struct MentionConference {
    pub conference: Link,
    pub days: Vec<MentionDay>,
    pub count: usize,
}
