//! What may be written where: which folder can be an output, which files lie inside it, and which of its folders are
//! links.

use crate::shell::ShellError;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The output folder, made if it is missing; refused where a build could destroy something.
pub fn output(root: &Path, wanted: &Path) -> Result<PathBuf, ShellError> {
    let path = if wanted.is_absolute() { wanted.to_owned() } else { root.join(wanted) };
    if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
        let why = format!("the output folder {} is a link", path.display());
        return Err(ShellError::refused(why, "name the folder that it leads to"));
    }
    fs::create_dir_all(&path).map_err(ShellError::at("make the folder", &path))?;
    let path = path.canonicalize().map_err(ShellError::at("open the folder", &path))?;
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let sources = ["content", "themes", "src", ".git", ".rapporteur"].map(|folder| root.join(folder));
    let inside_sources = sources.iter().any(|folder| path.starts_with(folder));
    if root.starts_with(&path) || inside_sources || home.is_some_and(|home| home.starts_with(&path)) {
        let why = format!("the output folder {} holds what must not be written over", path.display());
        return Err(ShellError::refused(why, "choose a folder of its own, such as `public`"));
    }
    Ok(path)
}

/// Refuses a file that would lie outside the output folder, however it came to be listed.
pub fn stays_inside(file: &str) -> Result<(), ShellError> {
    let mut parts = Path::new(file).components().peekable();
    if parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_))) {
        return Ok(());
    }
    let why = format!("the file `{file}` would lie outside the output folder");
    Err(ShellError::refused(why, "if no address of the site says so, delete .rapporteur/ and build anew"))
}

/// Which folders of `output` are missing for the files to be written, each after the one that it lies in. Refuses files
/// that would be written by way of a link.
pub fn missing<'a>(output: &Path, files: impl Iterator<Item = &'a str>) -> Result<Vec<PathBuf>, ShellError> {
    let mut folders = BTreeSet::new();
    for file in files {
        for folder in Path::new(file).ancestors().skip(1).take_while(|folder| !folder.as_os_str().is_empty()) {
            if !folders.insert(folder) {
                break;
            }
        }
    }
    let mut missing: Vec<PathBuf> = Vec::new();
    let mut last: Option<&Path> = None;
    for folder in folders {
        let path = output.join(folder);
        // In a folder that is missing all are.
        if !last.is_some_and(|last| folder.starts_with(last)) {
            match fs::symlink_metadata(&path) {
                Ok(meta) if meta.is_symlink() => {
                    let why = format!("{} in the output is a link", path.display());
                    return Err(ShellError::refused(why, "delete it: nothing is written by way of a link"));
                }
                Ok(meta) if meta.is_dir() => continue,
                Ok(_) => {
                    let why = format!("a file stands where the folder {} must", path.display());
                    return Err(ShellError::refused(why, "move it away"));
                }
                Err(_) => last = Some(folder),
            }
        }
        missing.push(path);
    }
    Ok(missing)
}

/// Deletes a file of ours, and the folders that are empty without it; says whether it was there.
pub fn delete(output: &Path, file: &str) -> Result<bool, ShellError> {
    let path = output.join(file);
    let was_there = match fs::remove_file(&path) {
        Ok(()) => true,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(ShellError::at("delete", &path)(error)),
    };
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != output) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(was_there)
}
