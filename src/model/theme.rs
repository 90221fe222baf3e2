//! A theme's files, by their path inside the theme.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A theme with what it extends already laid beneath it: one file for each name.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    pub name: String,
    /// `report.html` → its template and where it stands on disk, for findings.
    pub templates: BTreeMap<String, ThemeFile>,
    /// `plenary.css` → its bytes.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// `fr` → Fluent resources, the extended theme's first.
    pub words: BTreeMap<String, Vec<ThemeFile>>,
}

#[derive(Clone, Debug)]
pub struct ThemeFile {
    /// From the site's root, or `plenary:templates/report.html` for the theme inside the program.
    pub path: Arc<str>,
    pub text: Arc<str>,
}
