//! `rapporteur theme list` and `theme check`: the themes that there are, and what is wrong with one whatever site it is for.

use crate::build::{self, ListedTheme, Trial};
use crate::diag::nearest;
use crate::model::source::SourceSet;
use crate::shell::cli::{Format, Theme};
use crate::shell::error::{Exit, ShellError};
use crate::shell::{print, scan};
use std::path::Path;

pub fn run(root: &Path, what: &Theme) -> Result<Exit, ShellError> {
    let sources = scan::scan(root)?;
    match what {
        Theme::List => {
            build::themes(&sources).iter().for_each(list);
            Ok(Exit::Fine)
        }
        Theme::Check { name, telling } => {
            let trial = build::try_theme(&sources, name).ok_or_else(|| unknown(&sources, name))?;
            let exit = print::findings(&trial.findings, &sources, telling);
            if telling.format == Format::Human {
                tell(&trial.value, trial.findings.is_empty());
            }
            Ok(exit)
        }
    }
}

fn list(theme: &ListedTheme) {
    let place = if theme.built_in { "inside the program".to_owned() } else { format!("themes/{}/", theme.name) };
    let extends = theme.extends.as_ref().map_or_else(String::new, |extends| format!(", over {extends}"));
    print::out(&format!("{} ({place}{extends})", theme.name));
    theme.description.iter().for_each(|description| print::out(&format!("  {description}")));
}

fn tell(trial: &Trial, is_right: bool) {
    let [templates, renders] =
        [(trial.templates, "template"), (trial.renders, "rendering")].map(|(n, w)| print::plural(n, w));
    let tried = format!("{templates}, {renders}: with every field, with none that can be left out, and without each");
    print::out(&if is_right { format!("nothing wrong: {tried}") } else { tried });
    for (lang, words) in &trial.lacking {
        print::out(&format!("{lang}: {} that the theme says in English", print::plural(words.len(), "word")));
        print::out(&format!("  {}", words.join(" ")));
    }
}

/// A theme that is not there.
pub fn unknown(sources: &SourceSet, name: &str) -> ShellError {
    let known = build::known_themes(sources);
    let near = nearest(name, known.iter().map(String::as_str));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let instead = near.map_or_else(
        || format!("the themes are: {}; begin one with `rapporteur new theme {name}`", known.join(", ")),
        |near| format!("did you mean `{near}`?"),
    );
    ShellError::refused(format!("no theme is called `{name}`"), instead)
}
