//! Texts of reports, for the pages that show them: fetched from the memory, for a large site has too many to hold.

use super::reports::Reader;
use super::world::{RecordKey, RecordKind, World};
use crate::model::digest::Digest;
use crate::model::gist::{Gist, Sentences, Texts};
use crate::model::report::Report;
use crate::model::search::Terms;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// A report's text, as it was just read.
pub struct Kept {
    pub report: Arc<Report>,
    pub sentences: Arc<Sentences>,
    /// None where the site has no search.
    pub terms: Option<Arc<Terms>>,
}

impl Kept {
    /// Gives the text to the memory.
    pub fn keep(&self, world: &dyn World, gist: &Gist) {
        let name = &gist.head.path;
        let text = record(&Sealed { of: gist.text, value: &*self.report });
        world.keep(RecordKey { kind: RecordKind::Text, name }, text);
        let sentences = record(&Sealed { of: gist.text, value: &*self.sentences });
        world.keep(RecordKey { kind: RecordKind::Sentences, name }, sentences);
        if let Some(terms) = &self.terms {
            let terms = record(&Sealed { of: gist.text, value: &**terms });
            world.keep(RecordKey { kind: RecordKind::Terms, name }, terms);
        }
    }
}

/// A value with the digest of the text that it belongs to: a record of another version is none.
#[derive(Serialize, Deserialize)]
struct Sealed<T> {
    of: Digest,
    value: T,
}

/// A value as a record.
pub fn record<T: Serialize>(value: &T) -> Vec<u8> {
    let bytes = postcard::to_allocvec(value);
    bytes.unwrap_or_else(|error| unreachable!("a record has no length that is not known: {error}"))
}

/// Texts from the memory; what it has no more is read again.
pub struct Recalled<'a> {
    pub reader: Reader<'a>,
}

impl Recalled<'_> {
    fn recall<T: DeserializeOwned>(&self, kind: RecordKind, gist: &Gist) -> Option<T> {
        let bytes = self.reader.world.recall(RecordKey { kind, name: &gist.head.path })?;
        let sealed: Sealed<T> = postcard::from_bytes(&bytes).ok()?;
        (sealed.of == gist.text).then_some(sealed.value)
    }

    fn again(&self, gist: &Gist) -> Kept {
        let kept = self.reader.again(&gist.head.path);
        let kept = kept.unwrap_or_else(|| unreachable!("what has a gist could be read: {}", gist.head.path));
        kept.keep(self.reader.world, gist);
        kept
    }
}

impl Texts for Recalled<'_> {
    fn report(&self, gist: &Gist) -> Arc<Report> {
        self.recall(RecordKind::Text, gist).map_or_else(|| self.again(gist).report, Arc::new)
    }

    fn sentences(&self, gist: &Gist) -> Arc<Sentences> {
        self.recall(RecordKind::Sentences, gist).map_or_else(|| self.again(gist).sentences, Arc::new)
    }

    fn terms(&self, gist: &Gist) -> Arc<Terms> {
        self.recall(RecordKind::Terms, gist).map_or_else(|| self.again(gist).terms.unwrap_or_default(), Arc::new)
    }
}
