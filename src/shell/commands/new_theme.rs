//! `rapporteur new theme`: the least that a theme is, with something to see of each kind of file.

use super::new::write;
use super::theme;
use crate::build;
use crate::compose::slug;
use crate::shell::error::{Exit, ShellError};
use crate::shell::{print, scan};
use std::path::Path;

pub fn run(root: &Path, name: &str, extends: &str) -> Result<Exit, ShellError> {
    if name != slug(name) {
        let instead = format!("call it `{}`", slug(name));
        return Err(ShellError::refused(format!("`{name}` is no folder's name that fits an address"), instead));
    }
    let sources = scan::scan(root)?;
    let known = build::known_themes(&sources);
    if known.contains(name) {
        let why = format!("a theme called `{name}` is there already");
        return Err(ShellError::refused(why, "choose another name: nothing is written over"));
    }
    if !known.contains(extends) {
        return Err(theme::unknown(&sources, extends));
    }
    let folder = root.join("themes").join(name);
    for (inside, text) in files(name, extends) {
        let path = folder.join(inside);
        write(&path, &text)?;
        print::out(&path.strip_prefix(root).unwrap_or(&path).display().to_string());
    }
    print::note(&format!("name it in content/site.yaml, `theme: {name}`, and see it with `rapporteur serve`"));
    Ok(Exit::Fine)
}

fn files(name: &str, extends: &str) -> [(String, String); 3] {
    let (major, rest) = env!("CARGO_PKG_VERSION").split_once('.').unwrap_or(("0", "1"));
    let minor: u32 = rest.split('.').next().and_then(|minor| minor.parse().ok()).unwrap_or_default();
    [
        (
            "theme.yaml".to_owned(),
            format!(
                "name: {name}\nextends: {extends}\nrequires: \">={major}.{minor}, <{major}.{}\"\n\
                 # What a site can choose again in its site.yaml, under `theme_options`:\n\
                 # options:\n#   accent: \"#7a1f1f\"\n#   footer: A sentence for the foot of every page.\n",
                minor + 1
            ),
        ),
        (
            "templates/base.html".to_owned(),
            format!(
                "{{# Around every page. What is not between these marks is {extends}'s; its blocks are in docs/themes.md. #}}\n\
                 {{% extends \"{extends}/base.html\" %}}\n\
                 {{% block styles %}}\n{{{{ super() }}}}\n\
                 <link rel=\"stylesheet\" href=\"{{{{ frame.assets[\"{name}.css\"] }}}}\">\n{{% endblock styles %}}\n"
            ),
        ),
        (
            format!("assets/{name}.css"),
            format!(
                "/* Over the style sheet of {extends}: begin with its custom properties. */\n:root {{ --step: 1.25; }}\n"
            ),
        ),
    ]
}
