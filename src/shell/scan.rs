//! Decides which files are ours: what lies under `content/` and `themes/`, without what editors and systems leave.

use super::ShellError;
use crate::build;
use crate::model::source::{Content, SourcePath, SourceSet};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The folders of a site's root that hold its sources.
pub const TOPS: [&str; 2] = ["content", "themes"];

/// Bytes that a text may have.
const MAX_TEXT: u64 = 8 * 1024 * 1024;

/// Bytes that a picture may have; a larger file is copied, and nothing is made of it.
const MAX_PICTURE: u64 = 256 * 1024 * 1024;

/// Endings of pictures.
const PICTURES: [&str; 6] = ["png", "jpg", "jpeg", "webp", "gif", "svg"];

/// The nearest folder at or above `from` that holds `content/`.
pub fn find_root(from: &Path) -> Result<PathBuf, ShellError> {
    let from = from.canonicalize().map_err(ShellError::at("open the folder", from))?;
    let root = from.ancestors().find(|folder| folder.join("content").is_dir());
    root.map(Path::to_owned).ok_or_else(|| {
        ShellError::refused(
            format!("neither {} nor a folder above it is a site: none has a folder `content`", from.display()),
            "make one with `rapporteur init my-site`, or name one with `--root`",
        )
    })
}

/// Reads the site at `root`, all of it.
pub fn scan(root: &Path) -> Result<SourceSet, ShellError> {
    let read: Result<Vec<(SourcePath, Content)>, ShellError> =
        files(root)?.par_iter().map(|path| Ok((name(root, path), content(root, path)?))).collect();
    Ok(SourceSet { files: read?.into_iter().collect() })
}

/// One file of the site.
pub fn read(root: &Path, path: &SourcePath) -> Result<Content, ShellError> {
    content(root, &root.join(&**path))
}

/// All files that are ours, in order.
pub fn files(root: &Path) -> Result<Vec<PathBuf>, ShellError> {
    let mut found = Vec::new();
    for folder in TOPS {
        let top = root.join(folder);
        if !top.exists() {
            continue;
        }
        for entry in WalkDir::new(&top)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || is_ours(entry.file_name()))
        {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(&top).to_owned();
                let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other("a loop of links"));
                ShellError::Io { deed: "read", path, error }
            })?;
            if !entry.file_type().is_dir() {
                found.push(entry.into_path());
            }
        }
    }
    Ok(found)
}

/// Hidden files, and what editors leave beside a file, are not ours.
pub fn is_ours(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let left_behind = name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".tmp") || name.starts_with('#');
    !(name.starts_with('.') || left_behind || name == "node_modules")
}

/// A file's path from the site's root.
pub fn name(root: &Path, path: &Path) -> SourcePath {
    let inside = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/").into()
}

pub fn content(root: &Path, path: &Path) -> Result<Content, ShellError> {
    let unreadable = |why, instead| Content::Unreadable { why, instead, offset: 0 };
    let link = fs::symlink_metadata(path).map_err(ShellError::at("read", path))?;
    if link.is_symlink() {
        // A link inside the site is a file like another; one that leads out of it could publish anything.
        let Ok(target) = path.canonicalize() else {
            return Ok(unreadable("it is a link that leads nowhere", "delete it"));
        };
        if !target.starts_with(root) || target.is_dir() {
            return Ok(unreadable(
                "it is a link that leads out of the site or to a folder",
                "put the file itself here",
            ));
        }
    }
    let meta = fs::metadata(path).map_err(ShellError::at("read", path))?;
    if !meta.is_file() {
        return Ok(unreadable("it is not a regular file", "delete it"));
    }
    let inside = path.strip_prefix(root).unwrap_or(path);
    let in_theme = inside.starts_with("themes");
    if in_theme && inside.components().nth(2).is_some_and(|part| part.as_os_str() == "assets") {
        let bytes = fs::read(path).map_err(ShellError::at("read", path))?;
        return Ok(Content::Bytes(bytes.into()));
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let is_text =
        matches!(ending.as_str(), "md" | "yaml" | "yml") || in_theme && matches!(ending.as_str(), "html" | "ftl");
    if !is_text {
        if is_picture(&name(root, path)) && meta.len() <= MAX_PICTURE {
            let bytes = fs::read(path).map_err(ShellError::at("read", path))?;
            return Ok(Content::Picture { measured: build::measure(&bytes), bytes: None });
        }
        return Ok(Content::Asset { size: meta.len() });
    }
    if meta.len() > MAX_TEXT {
        return Ok(unreadable("it has more than 8 MiB", "cut it into several reports"));
    }
    fs::read(path).map(text).map_err(ShellError::at("read", path))
}

/// Whether a file is one of the site's pictures, by its name.
pub fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    path.starts_with("content/") && ending.is_some_and(|ending| PICTURES.contains(&ending.as_str()))
}

/// A picture whose bytes are held, for sources without a disk.
pub fn picture(bytes: Vec<u8>) -> Content {
    Content::Picture { measured: build::measure(&bytes), bytes: Some(bytes.into()) }
}

/// A picture's bytes, if they are to be had.
pub fn bytes(root: &Path, path: &SourcePath) -> Option<Vec<u8>> {
    fs::read(root.join(&**path)).ok()
}

/// Bytes as text: a byte order mark is dropped and `\r\n` becomes `\n`.
pub fn text(bytes: Vec<u8>) -> Content {
    let unreadable = |why, offset| Content::Unreadable { why, instead: "save it as UTF-8 text", offset };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return unreadable("it is UTF-16", 0);
    }
    match String::from_utf8(bytes) {
        Ok(text) => match text.find('\0') {
            Some(at) => unreadable("a NUL stands", at),
            None => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                Content::Text(if text.contains('\r') { text.replace("\r\n", "\n").into() } else { text.into() })
            }
        },
        Err(error) => unreadable("it is not UTF-8", error.utf8_error().valid_up_to()),
    }
}
