//! `theme.yaml`: a theme's name and what it extends.

use super::fields::Fields;
use super::yaml;
use crate::diag::Outcome;
use crate::model::manuscript::Written;
use crate::model::source::SourcePath;

#[derive(Clone, Debug, Default)]
pub struct ThemeMatter {
    pub name: Option<String>,
    pub extends: Option<Written<String>>,
}

pub fn theme(path: &SourcePath, text: &str) -> Outcome<ThemeMatter> {
    let (document, mut findings) = yaml::read(path, text, 0);
    let mut fields = Fields::new(path, &document.entries, document.span);
    let matter = ThemeMatter { name: fields.text("name"), extends: fields.written("extends") };
    for key in ["title", "description", "licence", "extra"] {
        fields.allow(key);
    }
    findings.extend(fields.finish());
    Outcome::new(matter, findings)
}
