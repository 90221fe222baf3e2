//! The order in which an output changes: the ledger of old and new files first, so that a build that is stopped half-way
//! is known to the next; then assets before the pages that need them; deletions last.

use super::folder::{delete, missing, stays_inside};
use super::leftover;
use super::{Applied, Output, Placed, stays};
use crate::shell::ShellError;
use crate::shell::stat::Stat;
use crate::shell::store::ledger::{Ledger, Lines};
use crate::shell::store::{Memory, Store};
use std::fs::{self, File};
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

impl Output {
    /// Puts in place what was emitted. When anything failed, nothing is, and the output is as it was. What stands then
    /// stands for the next turn too, unless that takes it back.
    pub fn publish(&mut self) -> Result<Applied, ShellError> {
        let failed = self.failed.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let Some((_, error)) = failed {
            return Err(error);
        }
        let mut placed = std::mem::take(self.placed.get_mut().unwrap_or_else(PoisonError::into_inner));
        // Of two artifacts at one route, which the audit has told of, the one that was last made.
        placed.sort_by(|one, other| (&one.file, other.staged).cmp(&(&other.file, one.staged)));
        placed.dedup_by(|later, first| later.file == first.file);
        let gone = self.gone()?;
        let waiting = placed.iter().filter(|placed| placed.staged.is_some());
        let folders = missing(&self.folder, waiting.map(|placed| placed.file.as_str()))?;
        if self.known.is_none() || !placed.is_empty() || !gone.is_empty() {
            self.home.save_ledger(self.lines(&placed, &gone))?;
        }
        for folder in folders {
            fs::create_dir(&folder).map_err(ShellError::at("make the folder", &folder))?;
        }
        let staged = placed.iter().filter(|placed| placed.staged.is_some());
        let bytes = staged.map(|placed| placed.entry.left.size).sum();
        if self.known.is_none() {
            let is_ours = |file: &str| placed.binary_search_by(|one| one.file.as_str().cmp(file)).is_ok();
            leftover::note(&self.folder, is_ours).into_iter().for_each(|note| self.home.notes.say(note));
        }
        let (pages, assets): (Vec<_>, Vec<_>) =
            placed.iter_mut().partition(|placed| placed.file.ends_with(".html") || placed.file.ends_with(".xml"));
        let unchanged = std::mem::take(self.unchanged.get_mut());
        let mut applied = Applied { unchanged, bytes, ..Applied::default() };
        let mut moved = false;
        for files in [assets, pages] {
            let (written, copied) = self.rename_all(files)?;
            applied.written += written;
            moved |= copied;
        }
        for file in &gone {
            applied.deleted += usize::from(delete(&self.folder, file)?);
        }
        if moved || !gone.is_empty() {
            self.home.save_ledger(self.lines(&placed, &[]))?;
        }
        self.published = true;
        if self.known.is_none() || !placed.is_empty() || !gone.is_empty() {
            self.known = Some(self.lines(&placed, &[]).ledger());
        }
        self.stays = stays(self.known.as_ref(), true);
        Ok(applied)
    }

    /// Drops what was emitted, so that everything is as it was.
    pub fn discard(&mut self) {
        let placed = std::mem::take(self.placed.get_mut().unwrap_or_else(PoisonError::into_inner));
        for number in placed.into_iter().filter_map(|placed| placed.staged) {
            // What cannot be deleted goes with the folder at the end.
            let _ = fs::remove_file(self.staging.path(number));
        }
        *self.failed.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        *self.unchanged.get_mut() = 0;
        self.stays = stays(self.known.as_ref(), self.published);
    }

    /// What earlier builds wrote and this one did not make.
    fn gone(&self) -> Result<Vec<String>, ShellError> {
        let Some(known) = &self.known else { return Ok(Vec::new()) };
        let rows = (0..known.len()).filter(|row| !self.stays[*row].load(Ordering::Relaxed));
        let gone: Vec<String> = rows.map(|row| known.file(row).to_owned()).collect();
        gone.iter().try_for_each(|file| stays_inside(file))?;
        Ok(gone)
    }

    /// The ledger as it will be, and with the files that are about to go.
    fn lines(&self, placed: &[Placed], gone: &[String]) -> Lines {
        let mut lines = Lines::default();
        let mut placed = placed.iter().peekable();
        for row in 0..self.known.as_ref().map_or(0, Ledger::len) {
            let Some(known) = &self.known else { break };
            let file = known.file(row);
            while let Some(next) = placed.next_if(|next| next.file.as_str() < file) {
                lines.push(&next.file, &next.entry);
            }
            if let Some(next) = placed.next_if(|next| next.file == file) {
                lines.push(&next.file, &next.entry);
            } else if self.stays[row].load(Ordering::Relaxed) || !gone.is_empty() {
                lines.copy(known, row);
            }
        }
        placed.for_each(|next| lines.push(&next.file, &next.entry));
        lines
    }

    /// Puts files in place; gives how many, and whether any had to be copied. One after another: the system renames from
    /// one folder to another one at a time, and threads would only wait for each other.
    fn rename_all(&self, files: Vec<&mut Placed>) -> Result<(usize, bool), ShellError> {
        let (mut written, mut copied) = (0, false);
        for placed in files {
            let Some(number) = placed.staged else { continue };
            if let Some(stat) = put(&self.staging.path(number), &self.folder.join(&placed.file))? {
                placed.entry.left = stat;
                copied = true;
            }
            written += 1;
        }
        Ok((written, copied))
    }
}

/// Moves a file to its place. To another disk it is copied beside its place first; then its stat is another.
fn put(staged: &Path, path: &Path) -> Result<Option<Stat>, ShellError> {
    match fs::rename(staged, path) {
        Ok(()) => Ok(None),
        Err(error) if error.kind() == std::io::ErrorKind::CrossesDevices => copy(staged, path).map(Some),
        Err(error) => Err(ShellError::at("write", path)(error)),
    }
}

fn copy(staged: &Path, path: &Path) -> Result<Stat, ShellError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fresh = path.with_file_name(format!(".{name}.rapporteur"));
    let _ = fs::remove_file(&fresh);
    let copied = copy_fresh(staged, &fresh).and_then(|stat| {
        fs::rename(&fresh, path).map_err(ShellError::at("rename", &fresh))?;
        Ok(stat)
    });
    if copied.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    copied
}

/// Copies a file and the moment at which it was changed.
fn copy_fresh(staged: &Path, fresh: &Path) -> Result<Stat, ShellError> {
    fs::copy(staged, fresh).map_err(ShellError::at("write", fresh))?;
    let modified = fs::metadata(staged).and_then(|meta| meta.modified()).map_err(ShellError::at("read", staged))?;
    let file = File::options().write(true).open(fresh).map_err(ShellError::at("open", fresh))?;
    file.set_modified(modified).map_err(ShellError::at("date", fresh))?;
    let meta = file.metadata().map_err(ShellError::at("read", fresh))?;
    Ok(Stat { changed: 0, ..Stat::of(&meta) })
}

/// Deletes everything that earlier builds wrote, and what they remember; gives the number of files.
pub fn clean(output: &Path, store: &Store) -> Result<usize, ShellError> {
    let home = store.home(output);
    Memory::erase(&home)?;
    let Some(ledger) = home.ledger() else { return Ok(0) };
    let files: Vec<&str> = (0..ledger.len()).map(|row| ledger.file(row)).collect();
    files.iter().try_for_each(|file| stays_inside(file))?;
    let mut deleted = 0;
    for file in files {
        deleted += usize::from(delete(output, file)?);
    }
    home.save_ledger(Lines::default())?;
    Ok(deleted)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::time::{Duration, SystemTime};

    /// What a rename to another disk comes to.
    #[test]
    fn a_copy_keeps_the_moment_and_leaves_nothing_beside_it() {
        let folder = std::env::temp_dir().join(format!("rapporteur-put-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let (staged, page) = (folder.join("0"), folder.join("page.html"));
        fs::write(&staged, "new").expect("a file");
        fs::write(&page, "old").expect("a file");
        let moment = SystemTime::now() + Duration::from_secs(9);
        fs::File::options().write(true).open(&staged).and_then(|file| file.set_modified(moment)).expect("a moment");
        let stat = super::copy(&staged, &page).expect("a copy");
        let meta = fs::metadata(&page).expect("a page");
        assert!(
            meta.modified().expect("a moment") == fs::metadata(&staged).and_then(|meta| meta.modified()).expect("one")
        );
        assert!(super::Stat::of(&meta).is_as_left(&stat) || stat.inode == 0);
        assert_eq!(
            (fs::read_to_string(&page).expect("a page").as_str(), fs::read_dir(&folder).expect("it").count()),
            ("new", 2)
        );
        fs::remove_dir_all(&folder).expect("a folder of the test's own");
    }
}
