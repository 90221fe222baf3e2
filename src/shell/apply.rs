//! Writes a built site without ever leaving half a page: each file beside the old and then renamed, only where bytes
//! differ; then deletes what earlier builds wrote and this one did not make.

use super::ShellError;
use super::store::{Ledger, Store};
use crate::model::artifact::{Artifact, Body};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// Words by which a file of ours is known when the ledger is lost.
const MARK: &[u8] = b"rapporteur";

/// What was done, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    pub written: usize,
    pub unchanged: usize,
    pub deleted: usize,
}

/// Whether files at our addresses that we did not write may be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    Kept,
    Replaced,
}

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

/// Brings `output` to what `artifacts` say.
pub fn apply(
    places: (&Path, &Path),
    artifacts: &[Artifact],
    store: &Store,
    foreign: Foreign,
) -> Result<Applied, ShellError> {
    let (root, output) = places;
    let old = store.ledger(output);
    let mut ledger = Ledger { files: artifacts.iter().map(|artifact| artifact.route.file()).collect() };
    ledger.files.iter().chain(old.iter().flat_map(|old| &old.files)).try_for_each(|file| stays_inside(file))?;
    let mut writer =
        Writer { output, known: old.as_ref(), foreign, folders: BTreeSet::new(), done: Applied::default() };
    let mut pending = Vec::new();
    for artifact in artifacts {
        let file = artifact.route.file();
        let bytes = match &artifact.body {
            Body::Bytes(bytes) => std::borrow::Cow::Borrowed(bytes.as_slice()),
            Body::Copy(path) => {
                let path = root.join(&**path);
                fs::read(&path).map_err(ShellError::at("read", &path))?.into()
            }
        };
        if writer.differs(&file, &bytes)? {
            pending.push((file, bytes));
        } else {
            writer.done.unchanged += 1;
        }
    }
    // What we are about to write is ours even if we are stopped half-way: the next build must know.
    let gone: Vec<String> = old.iter().flat_map(|old| old.files.difference(&ledger.files).cloned()).collect();
    if old.as_ref() != Some(&ledger) {
        let mut both = ledger.clone();
        both.files.extend(gone.iter().cloned());
        store.save(output, &both)?;
    }
    // Assets before the pages that need them, deletions last.
    pending.sort_by_key(|(file, _)| (file.ends_with(".html") || file.ends_with(".xml"), file.clone()));
    for (file, bytes) in &pending {
        writer.write(file, bytes)?;
    }
    for file in &gone {
        writer.delete(file)?;
    }
    if !gone.is_empty() {
        ledger.files.retain(|file| !gone.contains(file));
        store.save(output, &ledger)?;
    }
    Ok(writer.done)
}

/// Deletes everything that earlier builds wrote; gives their number.
pub fn clean(output: &Path, store: &Store) -> Result<usize, ShellError> {
    let Some(ledger) = store.ledger(output) else { return Ok(0) };
    ledger.files.iter().try_for_each(|file| stays_inside(file))?;
    let mut writer = Writer {
        output,
        known: Some(&ledger),
        foreign: Foreign::Kept,
        folders: BTreeSet::new(),
        done: Applied::default(),
    };
    for file in &ledger.files {
        writer.delete(file)?;
    }
    store.save(output, &Ledger::default())?;
    Ok(writer.done.deleted)
}

/// Refuses a file that would lie outside the output folder, however it came to be listed.
fn stays_inside(file: &str) -> Result<(), ShellError> {
    let mut parts = Path::new(file).components().peekable();
    if parts.peek().is_some() && parts.all(|part| matches!(part, Component::Normal(_))) {
        return Ok(());
    }
    let why = format!("the file `{file}` would lie outside the output folder");
    Err(ShellError::refused(why, "if no address of the site says so, delete .rapporteur/ and build anew"))
}

struct Writer<'a> {
    output: &'a Path,
    known: Option<&'a Ledger>,
    foreign: Foreign,
    /// Folders that were seen to be none of the links that could lead out of the output.
    folders: BTreeSet<PathBuf>,
    done: Applied,
}

impl Writer<'_> {
    /// Whether a file must be written; refuses to replace one that is not ours.
    fn differs(&self, file: &str, bytes: &[u8]) -> Result<bool, ShellError> {
        let path = self.output.join(file);
        let Ok(meta) = fs::symlink_metadata(&path) else { return Ok(true) };
        if meta.is_dir() {
            let why = format!("a folder stands where the page {} must", path.display());
            return Err(ShellError::refused(why, "move it away"));
        }
        let same_size = meta.is_file() && meta.len() == bytes.len() as u64;
        let old = if meta.is_file() { fs::read(&path).map_err(ShellError::at("read", &path))? } else { Vec::new() };
        if same_size && old == bytes {
            return Ok(false);
        }
        let listed = self.known.is_some_and(|ledger| ledger.files.contains(file));
        let marked =
            self.known.is_none() && old[..old.len().min(4096)].windows(MARK.len()).any(|window| window == MARK);
        if listed || marked || self.foreign == Foreign::Replaced {
            return Ok(true);
        }
        let why = format!("{} stands where a page must, and rapporteur did not write it", path.display());
        Err(ShellError::refused(why, "move it away, or build with --force to replace it"))
    }

    fn write(&mut self, file: &str, bytes: &[u8]) -> Result<(), ShellError> {
        let path = self.output.join(file);
        let folder = path.parent().unwrap_or(self.output).to_owned();
        self.folder(&folder)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let fresh = folder.join(format!(".{name}.rapporteur"));
        let _ = fs::remove_file(&fresh);
        let outcome = self.write_fresh(&fresh, &path, bytes);
        if outcome.is_err() {
            let _ = fs::remove_file(&fresh);
        }
        outcome?;
        self.done.written += 1;
        Ok(())
    }

    fn write_fresh(&self, fresh: &Path, path: &Path, bytes: &[u8]) -> Result<(), ShellError> {
        fs::write(fresh, bytes).map_err(ShellError::at("write", fresh))?;
        // Servers answer "not modified" when size and second are equal: changed bytes are always younger.
        if let Ok(old) = fs::symlink_metadata(path).and_then(|meta| meta.modified()) {
            let file = File::options().write(true).open(fresh).map_err(ShellError::at("open", fresh))?;
            let now = file.metadata().and_then(|meta| meta.modified()).map_err(ShellError::at("read", fresh))?;
            let least = old + Duration::from_secs(1);
            if now < least {
                file.set_modified(least).map_err(ShellError::at("date", fresh))?;
            }
        }
        fs::rename(fresh, path).map_err(ShellError::at("rename", fresh))
    }

    /// Makes a folder of the output, never by way of a link.
    fn folder(&mut self, folder: &Path) -> Result<(), ShellError> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        let inside = folder.strip_prefix(self.output).unwrap_or(folder);
        let mut path = self.output.to_owned();
        for part in inside.components().filter(|part| matches!(part, Component::Normal(_))) {
            path.push(part);
            if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) {
                let why = format!("{} in the output is a link", path.display());
                return Err(ShellError::refused(why, "delete it: nothing is written by way of a link"));
            }
        }
        fs::create_dir_all(folder).map_err(ShellError::at("make the folder", folder))?;
        self.folders.insert(folder.to_owned());
        Ok(())
    }

    /// Deletes one of our files, and the folders that are empty without it.
    fn delete(&mut self, file: &str) -> Result<(), ShellError> {
        let path = self.output.join(file);
        match fs::remove_file(&path) {
            Ok(()) => self.done.deleted += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(ShellError::at("delete", &path)(error)),
        }
        for folder in path.ancestors().skip(1).take_while(|folder| *folder != self.output) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Foreign, apply, clean, output};
    use crate::model::artifact::{Artifact, Body};
    use crate::model::ids::Route;
    use crate::shell::store::{Ledger, Store};
    use std::fs;

    #[test]
    fn nothing_outside_the_output_is_written_or_deleted() {
        let root = std::env::temp_dir().join(format!("rapporteur-apply-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a folder");
        let root = root.canonicalize().expect("a folder");
        let public = output(&root, "public".as_ref()).expect("an output folder");
        fs::write(root.join("precious"), "mine").expect("a file");
        let store = Store::open(&root).expect("the store");
        for route in ["/../precious", "/a/../../precious", "/..", "//etc/../../precious"] {
            let artifacts = [Artifact { route: Route::new(route), body: Body::Bytes(b"theirs".to_vec()) }];
            let refused = apply((&root, &public), &artifacts, &store, Foreign::Replaced).expect_err(route);
            assert!(refused.to_string().contains("outside the output folder"), "{refused}");
        }
        let poisoned = Ledger { files: ["../precious".to_owned()].into() };
        store.save(&public, &poisoned).expect("a ledger");
        assert!(clean(&public, &store).is_err());
        assert!(apply((&root, &public), &[], &store, Foreign::Replaced).is_err());
        assert_eq!(fs::read_to_string(root.join("precious")).expect("a file"), "mine");
        fs::remove_dir_all(&root).expect("a folder of the test's own");
    }
}
