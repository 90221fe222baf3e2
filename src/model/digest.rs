//! What a value is known by: two values with one digest are taken for equal.

use serde::{Deserialize, Serialize};
use std::ops::Deref;
use std::sync::Arc;

/// The first 16 bytes of a BLAKE3 hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Digest(pub [u8; 16]);

impl Digest {
    pub fn of(bytes: &[u8]) -> Self {
        Self::first(blake3::hash(bytes))
    }

    /// The digest of several digests in their order.
    pub fn all(parts: impl IntoIterator<Item = Digest>) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&part.0);
        }
        Self::first(hasher.finalize())
    }

    fn first(hash: blake3::Hash) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&hash.as_bytes()[..16]);
        Self(first)
    }
}

/// A value that many pages share, with the digest that it got when it was made: where a page's key is made, the digest
/// stands for the value.
#[derive(Debug, Default)]
pub struct Digested<T> {
    value: Arc<T>,
    digest: Digest,
}

impl<T> Digested<T> {
    pub fn new(value: T, digest: Digest) -> Self {
        Self { value: Arc::new(value), digest }
    }

    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl<T> Clone for Digested<T> {
    fn clone(&self) -> Self {
        Self { value: Arc::clone(&self.value), digest: self.digest }
    }
}

impl<T> Deref for Digested<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> Serialize for Digested<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.digest.serialize(serializer)
    }
}
