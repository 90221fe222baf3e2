//! Which segments are the memory, oldest first, and whose they are.
//!
//! `magic | program | overwritten bytes | (number, length, checksum of its index) … | checksum`

use super::damage::Damage;
use super::read_if_there;
use super::segment::Named;
use crate::model::digest::Digest;
use std::path::Path;

const MAGIC: &[u8; 12] = b"rapp-memory1";
const HEAD: usize = MAGIC.len() + 16 + 8;
const LINE: usize = 8 + 8 + 16;
const CHECKSUM: usize = 16;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub segments: Vec<Named>,
    /// Bytes of records in older segments that younger ones replace.
    pub dead: u64,
}

impl Manifest {
    /// Reads a manifest; none when there is none.
    pub fn open(path: &Path, program: Digest) -> Result<Option<Self>, Damage> {
        read_if_there(path)?.map(|bytes| Self::read(&bytes, program)).transpose()
    }

    fn read(bytes: &[u8], program: Digest) -> Result<Self, Damage> {
        let end = bytes.len().checked_sub(CHECKSUM).filter(|end| *end >= HEAD).ok_or(Damage::CutShort)?;
        let (body, check) = bytes.split_at(end);
        if Digest::of(body).0 != check || !body.starts_with(MAGIC) {
            return Err(Damage::Altered);
        }
        if body[MAGIC.len()..MAGIC.len() + 16] != program.0 {
            return Err(Damage::Foreign);
        }
        let dead = eight(body, HEAD - 8);
        let lines = body[HEAD..].chunks_exact(LINE).map(|line| {
            let mut digest = [0; 16];
            digest.copy_from_slice(&line[16..]);
            Named { number: eight(line, 0), length: eight(line, 8), digest: Digest(digest) }
        });
        Ok(Self { segments: lines.collect(), dead })
    }

    pub fn write(&self, program: Digest) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(program.0);
        bytes.extend(self.dead.to_le_bytes());
        for named in &self.segments {
            bytes.extend(named.number.to_le_bytes());
            bytes.extend(named.length.to_le_bytes());
            bytes.extend(named.digest.0);
        }
        let digest = Digest::of(&bytes);
        bytes.extend(digest.0);
        bytes
    }
}

fn eight(bytes: &[u8], at: usize) -> u64 {
    let mut first = [0; 8];
    first.copy_from_slice(&bytes[at..at + 8]);
    u64::from_le_bytes(first)
}
