//! What a value is known by: two values with one digest are taken for equal.

use postcard::ser_flavors::Flavor;
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
        let mut parts = parts.into_iter();
        // Few are the rule, and need no large buffer.
        let mut few = [0; FEW];
        let mut filled = 0;
        for part in parts.by_ref().take(FEW / 16) {
            few[filled..filled + 16].copy_from_slice(&part.0);
            filled += 16;
        }
        if filled < FEW {
            return Self::of(&few[..filled]);
        }
        let mut stream = Stream::new();
        stream.take(&few);
        parts.for_each(|part| stream.take(&part.0));
        stream.digest()
    }

    /// All of it as hexadecimal digits.
    pub fn hex(self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A number among digests, as itself.
    pub fn number(number: usize) -> Self {
        Self((number as u128).to_le_bytes())
    }

    /// The digest of a value's parts, whatever its type: equal values of one type have equal digests.
    pub fn of_value<T: Serialize + ?Sized>(value: &T) -> Self {
        postcard::serialize_with_flavor(value, Stream::new())
            .unwrap_or_else(|error| unreachable!("hashing does not fail, and every length is known: {error}"))
    }

    /// Which of `count` shares it falls into.
    pub fn share(self, count: usize) -> usize {
        let [a, b, c, d, ..] = self.0;
        u32::from_le_bytes([a, b, c, d]) as usize % count.max(1)
    }

    fn first(hash: blake3::Hash) -> Self {
        let mut first = [0; 16];
        first.copy_from_slice(&hash.as_bytes()[..16]);
        Self(first)
    }
}

/// So many bytes of digests are hashed without a large buffer.
const FEW: usize = 512;

/// So many bytes are hashed together: 16 chunks of BLAKE3, as many as the widest processors take at a time.
const WAITING: usize = 16 * 1024;

/// Takes a value's bytes as they are made, so that a large value needs no large buffer.
struct Stream {
    hasher: blake3::Hasher,
    waiting: [u8; WAITING],
    filled: usize,
}

impl Stream {
    fn new() -> Self {
        Self { hasher: blake3::Hasher::new(), waiting: [0; WAITING], filled: 0 }
    }

    fn take(&mut self, mut bytes: &[u8]) {
        while bytes.len() > WAITING - self.filled {
            let (now, rest) = bytes.split_at(WAITING - self.filled);
            self.waiting[self.filled..].copy_from_slice(now);
            self.filled = WAITING;
            self.flush();
            bytes = rest;
        }
        self.waiting[self.filled..self.filled + bytes.len()].copy_from_slice(bytes);
        self.filled += bytes.len();
    }

    fn digest(mut self) -> Digest {
        self.flush();
        Digest::first(self.hasher.finalize())
    }

    fn flush(&mut self) {
        self.hasher.update(&self.waiting[..self.filled]);
        self.filled = 0;
    }
}

impl Flavor for Stream {
    type Output = Digest;

    fn try_push(&mut self, byte: u8) -> postcard::Result<()> {
        if self.filled == WAITING {
            self.flush();
        }
        self.waiting[self.filled] = byte;
        self.filled += 1;
        Ok(())
    }

    fn try_extend(&mut self, bytes: &[u8]) -> postcard::Result<()> {
        self.take(bytes);
        Ok(())
    }

    fn finalize(self) -> postcard::Result<Digest> {
        Ok(self.digest())
    }
}

/// A value that many pages share, with the digest that it got when it was made: where a page's key is made, the digest
/// stands for the value.
#[derive(Debug, Default)]
pub struct Digested<T> {
    value: Arc<T>,
    digest: Digest,
}

impl<T: Serialize> Digested<T> {
    /// With the digest of the value's own parts.
    pub fn of(value: T) -> Self {
        let digest = Digest::of_value(&value);
        Self::new(value, digest)
    }
}

impl<T: Serialize> Digested<T> {
    /// A value that is shared already, with the digest of its own parts.
    pub fn found(value: Arc<T>) -> Self {
        let digest = Digest::of_value(&*value);
        Self { value, digest }
    }
}

impl<T> Digested<T> {
    /// With a digest that says as much as the value's own: of what it was made of.
    pub fn new(value: T, digest: Digest) -> Self {
        Self { value: Arc::new(value), digest }
    }

    /// A value that is shared already, with its digest.
    pub fn shared(value: Arc<T>, digest: Digest) -> Self {
        Self { value, digest }
    }

    /// The value itself, for a view.
    pub fn value(&self) -> Arc<T> {
        Arc::clone(&self.value)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_the_digest_of_its_record() {
        for length in [0, 1, 100, WAITING - 3, WAITING - 2, WAITING - 1, WAITING, WAITING + 1, 3 * WAITING + 7] {
            let value = (7_u8, "x".repeat(length), vec![1_u64; length], 300_u16);
            let record = postcard::to_allocvec(&value).expect("a record");
            assert_eq!(Digest::of_value(&value), Digest::of(&record), "{length}");
        }
    }

    #[test]
    fn several_digests_have_the_digest_of_their_bytes() {
        for length in [0, 1, FEW / 16 - 1, FEW / 16, FEW / 16 + 1, WAITING / 16 + 5] {
            let parts: Vec<Digest> = (0..length).map(Digest::number).collect();
            let bytes: Vec<u8> = parts.iter().flat_map(|part| part.0).collect();
            assert_eq!(Digest::all(parts), Digest::of(&bytes), "{length}");
        }
    }
}
