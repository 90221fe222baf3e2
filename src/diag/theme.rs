//! What a theme's maker, or a site's, is told about themes and their options. Each constructor is one finding.

use super::findings::did_you_mean;
use super::{Code, Diagnostic, nearest};
use crate::model::source::{SourcePath, Span};

type At<'a> = (&'a SourcePath, Span);

pub fn unknown_theme(at: At, name: &str, known: &[&str]) -> Diagnostic {
    let label = nearest(name, known.iter().copied())
        .map_or_else(|| format!("no folder themes/{name}"), |near| format!("did you mean `{near}`?"));
    Diagnostic::new(Code::UnknownTheme, at, format!("no theme is called `{name}`"), label)
        .help(format!("the themes here are: {}", known.join(", ")))
}

pub fn theme_circle(at: At, name: &str) -> Diagnostic {
    let message = format!("the theme `{name}` extends itself by way of others");
    Diagnostic::new(Code::UnknownTheme, at, message, "extend `plenary`".to_owned())
}

/// `seen` is where the template was seen to fail, such as a page.
pub fn template_error(at: At, what: &str, seen: Option<&str>) -> Diagnostic {
    let place = seen.map(|seen| format!(" ({seen})")).unwrap_or_default();
    Diagnostic::new(Code::TemplateError, at, format!("the template fails{place}"), what.to_owned())
}

/// What a template asks its theme for by name, such as an asset, and is not there.
pub fn not_in_theme(at: At, (what, name): (&str, &str), near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "nothing of the theme is called that");
    Diagnostic::new(Code::TemplateError, at, format!("the theme has no {what} `{name}`"), label)
}

/// A theme that says it is for other versions of the program than `version`.
pub fn theme_version(at: At, name: &str, version: &str) -> Diagnostic {
    let message = format!("the theme `{name}` is not made for this rapporteur, which is {version}");
    let label = "look for a newer theme, or widen this if it works".to_owned();
    Diagnostic::new(Code::ThemeVersion, at, message, label)
        .help(format!("`rapporteur theme check {name}` renders each of its templates, and says what fails"))
}

/// A colour that cannot be read as text; `colours` are it, the paper, and the nearest to it that can.
pub fn low_contrast(at: At, key: &str, contrast: f64, colours: &[String; 3]) -> Diagnostic {
    let [colour, paper, better] = colours;
    // Rounded down: 4.496 is not 4.5.
    let contrast = (contrast * 100.0).floor() / 100.0;
    let message = format!("`{key}` {colour} has a contrast of {contrast:.2} on the theme's paper {paper}");
    Diagnostic::new(Code::LowContrast, at, message, format!("`{better}` would be readable"))
        .help("links are of this colour, and text needs a contrast of 4.5 (WCAG 2.2 AA, 1.4.3)")
}

/// A site's logo that is no file below `content/`.
pub fn no_logo(at: At, name: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "no picture of this name lies under content/");
    Diagnostic::new(Code::DeadLink, at, format!("the logo `{name}` is not there"), label)
        .help("its path begins below content/: `logo: logo.svg` is content/logo.svg")
}

/// A template that stands in the place of no other and that no other names.
pub fn unused_template(path: &SourcePath, name: &str, near: Option<&str>) -> Diagnostic {
    let message = format!("no page is made with templates/{name}, and no template names it");
    let label = near.map_or_else(
        || "rename it after a template of the theme below, or delete it".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    Diagnostic::new(Code::UnusedTemplate, (path, Span::default()), message, label)
}
