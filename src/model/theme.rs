//! A theme's files, by their path inside the theme, and what a site can change of it.

use super::colour::Colour;
use super::manuscript::Written;
use super::view::{Assets, FrameOptions};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme with what it extends already laid beneath it: one file for each name.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    pub name: String,
    /// `report.html` → its template and where it stands on disk, for findings. A template that lies beneath another
    /// stands under its theme's name, `plenary/base.html`, where a template names it so.
    pub templates: BTreeMap<String, ThemeFile>,
    /// `plenary.css` → its bytes.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// `fr` → Fluent resources, the extended theme's first.
    pub words: BTreeMap<String, Vec<ThemeFile>>,
    /// What text of the accent's colour stands on, as far as the theme says so.
    pub paper: Paper,
    /// `home` → the blocks of `home.html` that a site can leave out, in their order.
    pub blocks: BTreeMap<String, Vec<String>>,
    /// What the theme chose itself.
    pub options: ThemeOptions,
}

#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// From the site's root, or `plenary:templates/report.html` for the theme inside the program.
    pub path: Arc<str>,
    pub text: Arc<str>,
}

/// The grounds of a page in light and in dark: its own, and those of parts that are set off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub light: Vec<Colour>,
    pub dark: Vec<Colour>,
}

/// What can be chosen: by a theme under `options` in its theme.yaml, by a site under `theme_options` in site.yaml.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThemeOptions {
    /// The colour of links and marks, and the same on a dark page.
    pub accent: Option<Written<Colour>>,
    pub accent_dark: Option<Written<Colour>>,
    /// A site's file from `content/`, a theme's from its `assets/`.
    pub logo: Option<Written<String>>,
    pub footer: Option<String>,
    /// By a template's name without its ending: the blocks that it shows.
    pub blocks: Vec<(Written<String>, Vec<Written<String>>)>,
}

/// What pages are told of their theme.
#[derive(Clone, Debug, Default)]
pub struct Outfit {
    pub assets: Assets,
    /// Without the site's words, which each language has its own of.
    pub options: FrameOptions,
}
