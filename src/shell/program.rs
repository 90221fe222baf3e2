//! Which program this is: what another one remembers may mean something else.

use crate::model::digest::Digest;

/// Another one whenever anything differs that the program was made from; `build.rs` reads all of it.
pub fn digest() -> Digest {
    Digest::of(env!("RAPPORTEUR_PROGRAM").as_bytes())
}
