//! What took its time to make and may be wanted again: files that stand for pictures. They are put by as soon as they are
//! made, whatever comes of the build, and swept away by the first good build that does not ask for them. Whatever fails
//! here costs time and nothing else, so that nothing is told of it.

use super::{Home, private_folder};
use crate::model::digest::Digest;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Letters of a name that say what was made of: all names that begin with them are kept or swept away together.
const FAMILY: usize = 32;

pub struct PutBy {
    folder: PathBuf,
    writable: bool,
    wanted: Mutex<BTreeSet<String>>,
}

impl PutBy {
    pub fn open(home: &Home) -> Self {
        Self { folder: home.path.join("pictures"), writable: home.writable, wanted: Mutex::default() }
    }

    /// What was put by under a name; none when it is not as it was.
    pub fn fetch(&self, name: &str) -> Option<Vec<u8>> {
        self.want(name);
        let mut bytes = fs::read(self.folder.join(name)).ok()?;
        let end = bytes.len().checked_sub(size_of::<Digest>())?;
        let sealed = bytes.split_off(end);
        (Digest::of(&bytes).0.as_slice() == sealed).then_some(bytes)
    }

    /// Puts bytes by, with their digest behind them.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        self.want(name);
        if !self.writable || private_folder(&self.folder).is_err() {
            return;
        }
        let path = self.folder.join(name);
        let fresh = path.with_extension("new");
        let sealed = [bytes, &Digest::of(bytes).0].concat();
        if fs::write(&fresh, sealed).and_then(|()| fs::rename(&fresh, &path)).is_err() {
            let _ = fs::remove_file(&fresh);
        }
    }

    /// Deletes what nobody asked for.
    pub fn sweep(&self) {
        let Some(files) = fs::read_dir(&self.folder).ok().filter(|_| self.writable) else { return };
        let wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        for file in files.flatten() {
            let name = file.file_name().to_string_lossy().into_owned();
            if !wanted.contains(family(&name)) || name.ends_with(".new") {
                let _ = fs::remove_file(file.path());
            }
        }
    }

    fn want(&self, name: &str) {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner).insert(family(name).to_owned());
    }
}

fn family(name: &str) -> &str {
    name.get(..FAMILY).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::PutBy;
    use crate::shell::store::{Home, Notes};
    use std::fs;

    #[test]
    fn what_is_damaged_or_not_asked_for_is_gone() {
        let path = std::env::temp_dir().join(format!("rapporteur-put-by-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        let home = Home { path: path.clone(), writable: true, notes: Notes::default() };
        let (one, other) = ("1".repeat(32), "2".repeat(32));
        let put_by = PutBy::open(&home);
        put_by.put(&one, b"one");
        put_by.put(&format!("{one}-480.webp"), b"picture");
        put_by.put(&other, b"other");
        let put_by = PutBy::open(&home);
        assert_eq!(put_by.fetch(&one), Some(b"one".to_vec()));
        put_by.sweep();
        assert_eq!(put_by.fetch(&format!("{one}-480.webp")), Some(b"picture".to_vec()));
        assert_eq!(put_by.fetch(&other), None);
        for damage in [&b"oneX"[..], b"", b"one"] {
            fs::write(path.join("pictures").join(&one), damage).expect("a file");
            assert_eq!(put_by.fetch(&one), None, "{damage:?}");
        }
        fs::remove_dir_all(&path).expect("a folder of the test's own");
    }
}
