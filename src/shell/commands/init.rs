//! `rapporteur init`: a small site that builds clean and shows what each kind of file looks like.

use crate::shell::error::{Exit, ShellError};
use crate::shell::print;
use include_dir::{Dir, include_dir};
use std::fs;
use std::path::Path;

static SITE: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/shell/scaffold/site");

pub fn run(dir: &Path) -> Result<Exit, ShellError> {
    let content = dir.join("content");
    if fs::symlink_metadata(&content).is_ok() {
        let why = format!("{} is there already", content.display());
        return Err(ShellError::refused(why, "choose another folder: nothing is written over"));
    }
    write(&SITE, dir)?;
    let public = dir.join("public");
    fs::create_dir_all(&public).map_err(ShellError::at("make the folder", &public))?;
    let ignore = dir.join(".gitignore");
    if !ignore.exists() {
        fs::write(&ignore, "/public\n/.rapporteur\n").map_err(ShellError::at("write", &ignore))?;
    }
    print::out(&format!("a site stands in {}; see it with:", dir.display()));
    if dir != Path::new(".") {
        print::out(&format!("  cd {}", dir.display()));
    }
    print::out("  rapporteur serve");
    Ok(Exit::Fine)
}

fn write(folder: &Dir, dir: &Path) -> Result<(), ShellError> {
    for file in folder.files() {
        let path = dir.join(file.path());
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(ShellError::at("make the folder", parent))?;
        }
        fs::write(&path, file.contents()).map_err(ShellError::at("write", &path))?;
    }
    folder.dirs().try_for_each(|folder| write(folder, dir))
}
