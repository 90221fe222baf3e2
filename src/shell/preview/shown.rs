//! What the preview shows at this moment: files by their names, findings, and which pages are being looked at. Shared by
//! whoever builds, who changes it, and by the server, which only reads.

use crate::model::digest::Digest;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tokio::sync::watch;

pub use axum::body::Bytes;

/// Where the bytes of a file are.
#[derive(Clone, Debug)]
pub enum Content {
    Held(Bytes),
    /// In a file of the disk, which is read for each answer.
    Stands(PathBuf),
}

/// What answers for one file of the site.
#[derive(Clone, Debug)]
pub struct Kept {
    pub content: Content,
    /// Of its bytes. Tabs that show the file look closer only when this is another.
    pub digest: Digest,
}

impl Kept {
    pub fn held(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self { digest: Digest::of(&bytes), content: Content::Held(bytes) }
    }

    pub fn stands(path: PathBuf, digest: Digest) -> Self {
        Self { content: Content::Stands(path), digest }
    }
}

/// A finding as a browser shows it; all of it is text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// `error` or `warning`.
    pub severity: String,
    pub code: String,
    /// From the site's root.
    pub path: String,
    pub line: usize,
    pub column: usize,
    pub message: String,
    pub help: Option<String>,
    /// The lines around the place, with their numbers and what stands beside the caret.
    pub snippet: String,
}

/// What is wrong with the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Findings {
    pub errors: usize,
    pub warnings: usize,
    /// The first of them, errors before warnings: no browser is sent thousands.
    pub first: Vec<Told>,
}

/// What answers for an address.
#[derive(Clone, Debug)]
pub enum Found {
    /// The file's name and what it holds.
    File(String, Kept),
    /// The address is a folder's and lacks the slash at its end.
    Folder,
    Nothing,
    /// As nothing, and there is no site yet either.
    NoSite,
}

#[derive(Default)]
struct Now {
    base: String,
    files: BTreeMap<String, Kept>,
    findings: Arc<Findings>,
}

/// Names of files are those of the ledger: `a/index.html`, `assets/plenary.0123456789abcdef.css`.
///
/// Whoever reads sees one version whole. Locks are held only while names are looked up or put: never while anything is
/// read from the disk.
pub struct Shown {
    now: RwLock<Now>,
    /// Counts the versions.
    version: watch::Sender<u64>,
    looks: Mutex<Looks>,
}

/// Addresses that tabs show, by the order in which they were opened.
#[derive(Default)]
struct Looks {
    next: u64,
    routes: BTreeMap<u64, String>,
}

impl Shown {
    /// Nothing yet, of a site whose base address has this path: empty, or `/att`.
    pub fn new(base: &str) -> Self {
        let now = Now { base: base.to_owned(), ..Now::default() };
        Self { now: RwLock::new(now), version: watch::Sender::new(0), looks: Mutex::default() }
    }

    /// Shows these files and no others, behind this base path.
    pub fn replace(&self, base: &str, files: impl IntoIterator<Item = (String, Kept)>) {
        let mut files: BTreeMap<String, Kept> = files.into_iter().collect();
        {
            let mut now = self.write();
            now.base = base.to_owned();
            std::mem::swap(&mut now.files, &mut files);
        }
        self.tell();
    }

    /// Puts files in place of what stood under their names, and takes others away. A tab that hears of its page loads it
    /// at once, so what a page needs (its style sheet, its pictures) belongs into the same change or an earlier one.
    pub fn change(&self, put: Vec<(String, Kept)>, gone: &[String]) {
        {
            let mut now = self.write();
            for name in gone {
                now.files.remove(name);
            }
            now.files.extend(put);
        }
        self.tell();
    }

    /// Says what is wrong now, instead of what was.
    pub fn findings(&self, findings: Findings) {
        {
            let mut now = self.write();
            if *now.findings == findings {
                return;
            }
            now.findings = Arc::new(findings);
        }
        self.tell();
    }

    /// Hears of each new version. Several that follow on each other at once may be heard as one.
    pub fn subscribe(&self) -> watch::Receiver<u64> {
        self.version.subscribe()
    }

    /// The addresses that open tabs show, without the base path, the one opened last first.
    pub fn looked_at(&self) -> Vec<String> {
        let mut routes: Vec<String> = Vec::new();
        for route in self.looks().routes.values().rev() {
            if !routes.contains(route) {
                routes.push(route.clone());
            }
        }
        routes
    }

    /// Where the site stands on its host.
    pub fn base(&self) -> String {
        self.read().base.clone()
    }

    /// What is wrong at this moment.
    pub fn wrong(&self) -> Arc<Findings> {
        self.read().findings.clone()
    }

    /// What answers for an address, given without the base path.
    pub fn find(&self, route: &str) -> Found {
        let now = self.read();
        let inside = route.strip_prefix('/').unwrap_or(route);
        let index = match inside {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => format!("{file}/index.html"),
        };
        let is_folder = inside.is_empty() || inside.ends_with('/');
        let name = if is_folder { index.as_str() } else { inside };
        match now.files.get(name) {
            Some(kept) => Found::File(name.to_owned(), kept.clone()),
            None if !is_folder && now.files.contains_key(&index) => Found::Folder,
            None if now.files.is_empty() => Found::NoSite,
            None => Found::Nothing,
        }
    }

    /// Says that a tab shows an address, until what is given is dropped.
    pub fn look_at(self: &Arc<Self>, route: &str) -> Look {
        let mut looks = self.looks();
        let number = looks.next;
        looks.next += 1;
        looks.routes.insert(number, route.to_owned());
        Look { shown: self.clone(), number }
    }

    fn tell(&self) {
        self.version.send_modify(|version| *version += 1);
    }

    fn read(&self) -> RwLockReadGuard<'_, Now> {
        self.now.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Now> {
        self.now.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn looks(&self) -> MutexGuard<'_, Looks> {
        self.looks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A tab's look at an address.
pub struct Look {
    shown: Arc<Shown>,
    number: u64,
}

impl Drop for Look {
    fn drop(&mut self) {
        self.shown.looks().routes.remove(&self.number);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> (String, Kept) {
        (name.to_owned(), Kept::held(name.to_owned()))
    }

    #[test]
    fn an_address_is_a_folders_or_a_files_and_never_a_path() {
        let shown = Shown::new("");
        assert!(matches!(shown.find("/"), Found::NoSite));
        shown.replace("", [file("index.html"), file("a/index.html"), file("a/feed.xml")]);
        let name = |route: &str| match shown.find(route) {
            Found::File(name, _) => name,
            other => format!("{other:?}"),
        };
        assert_eq!(name("/"), "index.html");
        assert_eq!(name("/a/"), "a/index.html");
        assert_eq!(name("/a"), "Folder");
        assert_eq!(name("/a/feed.xml"), "a/feed.xml");
        for nothing in ["/a/feed.xml/", "//", "/a//", "/../index.html", "/a/./", "/b", "/."] {
            assert_eq!(name(nothing), "Nothing", "{nothing}");
        }
        shown.change(vec![file("b/index.html")], &["a/index.html".to_owned()]);
        assert_eq!((name("/a/"), name("/b/")), ("Nothing".to_owned(), "b/index.html".to_owned()));
    }

    #[test]
    fn each_change_is_one_version_and_findings_that_are_as_they_were_are_none() {
        let shown = Shown::new("");
        let mut versions = shown.subscribe();
        let count = |versions: &mut watch::Receiver<u64>| *versions.borrow_and_update();
        shown.replace("/att", [file("index.html")]);
        assert_eq!((count(&mut versions), shown.base().as_str()), (1, "/att"));
        shown.findings(Findings::default());
        assert_eq!(count(&mut versions), 1);
        shown.findings(Findings { errors: 1, ..Findings::default() });
        assert_eq!((count(&mut versions), shown.wrong().errors), (2, 1));
    }

    #[test]
    fn what_is_looked_at_is_known_while_it_is() {
        let shown = Arc::new(Shown::new(""));
        let first = shown.look_at("/a/");
        let _second = shown.look_at("/b/");
        let third = shown.look_at("/a/");
        assert_eq!(shown.looked_at(), ["/a/", "/b/"]);
        drop(third);
        assert_eq!(shown.looked_at(), ["/b/", "/a/"]);
        drop(first);
        assert_eq!(shown.looked_at(), ["/b/"]);
    }
}
