//! What changed, by looking at all files: where the system does not tell.

use super::Change;
use crate::shell::same::TICK;
use crate::shell::scan;
use crate::shell::stat::Stat;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that is gone may be coming back: editors rename.
const PATIENCE: Duration = Duration::from_millis(40);

/// What a file, and what it leads to, were known by.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Known {
    own: Stat,
    behind: Stat,
    /// It changed so lately that it could change again and look the same.
    doubtful: bool,
}

/// All files as they were at the last look.
pub struct Looks {
    root: PathBuf,
    files: BTreeMap<PathBuf, Known>,
}

impl Looks {
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), files: look(root).unwrap_or_default() }
    }

    /// What is other than it was at the last look. A file that was doubtful then is told once more.
    pub fn again(&mut self) -> Option<Change> {
        let mut files = look(&self.root)?;
        if self.files.keys().any(|path| !files.contains_key(path)) {
            sleep(PATIENCE);
            files = look(&self.root)?;
        }
        let differs = |path: &&PathBuf| match (self.files.get(*path), files.get(*path)) {
            (Some(old), Some(new)) => (old.own, old.behind) != (new.own, new.behind) || old.doubtful,
            _ => true,
        };
        let changed: BTreeSet<PathBuf> = self.files.keys().chain(files.keys()).filter(differs).cloned().collect();
        self.files = files;
        (!changed.is_empty()).then_some(Change::Paths(changed))
    }
}

/// None where a folder cannot be read: what comes of that the build tells.
fn look(root: &Path) -> Option<BTreeMap<PathBuf, Known>> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let doubted = i64::try_from(now).unwrap_or(i64::MAX).saturating_sub(TICK);
    let known = |path: PathBuf| {
        let own = fs::symlink_metadata(&path).map(|meta| Stat::of(&meta)).unwrap_or_default();
        let behind = fs::metadata(&path).map(|meta| Stat::of(&meta)).unwrap_or_default();
        let doubtful = own.changed.max(behind.changed) >= doubted;
        (path, Known { own, behind, doubtful })
    };
    Some(scan::files(root).ok()?.into_iter().map(known).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that is written twice within a tick of the disk's clock looks the same after the first and the second time.
    #[test]
    fn a_file_that_changed_just_now_is_told_once_more() {
        let root = std::env::temp_dir().join(format!("rapporteur-looks-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("content")).expect("a folder");
        let file = root.join("content/a.md");
        fs::write(&file, "one").expect("a file");
        sleep(Duration::from_millis(80));
        let mut looks = Looks::at(&root);
        assert_eq!(looks.again(), None);
        fs::write(&file, "two").expect("a file");
        let told = Some(Change::Paths(BTreeSet::from([file.clone()])));
        assert_eq!(looks.again(), told);
        sleep(Duration::from_millis(80));
        assert_eq!(looks.again(), told, "it may have changed once more unseen");
        assert_eq!(looks.again(), None);
        fs::remove_dir_all(&root).expect("a folder of the test's own");
    }
}
