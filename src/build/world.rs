//! All that a build wants of the world, behind one trait: what earlier builds left, and somewhere to put what it makes.
//! The shell answers from the disk; a test, from maps.

use super::keys::KeyPart;
use crate::model::artifact::Artifact;
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::source::SourcePath;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a record of the memory is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum RecordKind {
    /// The whole site: what the last build was made of, and what it found.
    Site = 0,
    /// One report without its text: what the indexes need of it.
    Report = 1,
    /// One report's text.
    Text = 2,
    /// The pages that are listed together, and their keys.
    Shelf = 3,
    /// What these pages lead to, and where they can be led to.
    Trace = 4,
    /// One report's mentions in their sentences.
    Sentences = 5,
    /// One report's words as search has them.
    Terms = 6,
    /// Words of many reports, turned round.
    Block = 7,
}

/// A record's name in the memory: its kind, and a path or route within the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordKey<'a> {
    pub kind: RecordKind,
    pub name: &'a str,
}

/// A part of a build, by the pipeline's words, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    Scan,
    Parse,
    Recognise,
    /// Making the files that stand for pictures.
    Picture,
    Index,
    List,
    /// Composing and rendering, which go together page by page.
    Render,
    Audit,
    Apply,
}

impl Stage {
    pub const ALL: [(&'static str, Self); 9] = [
        ("scan", Self::Scan),
        ("parse", Self::Parse),
        ("recognise", Self::Recognise),
        ("picture", Self::Picture),
        ("index", Self::Index),
        ("list", Self::List),
        ("render", Self::Render),
        ("audit", Self::Audit),
        ("apply", Self::Apply),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, stage)| *stage == self).map_or("", |(word, _)| word)
    }
}

/// The disk, as far as a build sees it. What fails in it is the shell's to tell when the build has ended.
pub trait World: Sync {
    /// A record that this build or an earlier one kept; none when it is missing or damaged.
    fn recall(&self, key: RecordKey) -> Option<Vec<u8>>;

    /// All records of a kind that earlier builds kept, with their names, in any order.
    fn recall_all(&self, kind: RecordKind) -> Vec<(String, Vec<u8>)>;

    /// Keeps a record for the next build, in place of one under the same key.
    fn keep(&self, key: RecordKey, record: Vec<u8>);

    fn forget(&self, key: RecordKey);

    /// The text of a source that was not read because it is known; none when it cannot be read.
    fn text(&self, path: &SourcePath) -> Option<Arc<str>>;

    /// The bytes of one of the site's files that is no text; none when it cannot be read.
    fn bytes(&self, _path: &SourcePath) -> Option<Vec<u8>> {
        None
    }

    /// Whether what is made is wanted. Where only findings are, files that take their time need not be made.
    fn wants_files(&self) -> bool {
        true
    }

    /// What an earlier build put by under a name, which says what it was made of; none when it is missing or damaged.
    fn fetch(&self, _name: &str) -> Option<Vec<u8>> {
        None
    }

    /// Puts something by that took its time to make, whatever comes of this build. It may be lost: that costs the time.
    fn put_by(&self, _name: &str, _bytes: &[u8]) {}

    /// The digest of the bytes that stand in the output under `file`, as they were written; none when the file is not
    /// there or is not as it was left.
    fn stands(&self, file: &str) -> Option<Digest>;

    /// Says that a file that `stands` is of this build too, as it is.
    fn retain(&self, file: &str);

    /// Addresses of pages that somebody waits for: they are made first.
    fn wanted(&self) -> BTreeSet<Route> {
        BTreeSet::new()
    }

    /// Says that a file that an earlier turn of this process left is gone.
    fn retract(&self, _file: &str) {}

    /// Hears that a stage is at work, on any thread: `done` of the `of` things that it has to do in the whole build.
    /// `of` is 0 where that is not known yet, and may grow; with all done the stage is over. What time it is then is
    /// the world's to say, and a world that nobody watches need not listen.
    fn stage(&self, _stage: Stage, _done: usize, _of: usize) {}

    /// A part that is left out of every key: so it is shown that a test would find it missing.
    fn forgets(&self) -> Option<KeyPart> {
        None
    }

    /// Takes an artifact that is to stand in the output.
    fn emit(&self, artifact: Artifact);
}
