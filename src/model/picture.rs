//! Pictures of a site: what a file tells of itself without being decoded, and the smaller files that stand for it.

use super::digest::Digest;
use super::ids::Route;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a picture's file is, whatever its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PictureKind {
    Png,
    Jpeg,
    Webp,
    Gif,
    Svg,
}

impl PictureKind {
    /// What names of files of this kind end in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
            Self::Gif => "gif",
            Self::Svg => "svg",
        }
    }
}

/// Why nothing can be made of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Flaw {
    /// Its bytes begin like no picture that we know.
    Unknown,
    /// Its size cannot be read, or its pixels cannot.
    Broken,
    /// It has more pixels than are decoded.
    TooLarge,
    /// The disk does not give it.
    Unreadable,
}

/// How large a picture is, as it is seen: turned as its camera was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    pub kind: PictureKind,
    /// In pixels; for a drawing in the units that browsers take for such.
    pub width: u32,
    pub height: u32,
    /// Whether it moves: then it is shown as it is.
    pub moves: bool,
    /// Whether its file says where on earth it was taken.
    pub tells_place: bool,
}

/// A picture's file as it was found: known by the digest of its bytes, so that nothing of it need be read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    pub digest: Digest,
    /// Bytes of the file.
    pub size: u64,
    pub form: Result<Form, Flaw>,
}

/// A file that stands for a picture at one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    pub kind: PictureKind,
    pub width: u32,
    pub height: u32,
    /// Of its bytes.
    pub digest: Digest,
    /// Of the picture's bytes and of how the variant is made: a part of its name.
    pub name: Digest,
}

/// A picture that pages show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    pub form: Form,
    /// The narrowest first, those of its own kind before WebP.
    pub variants: Vec<Variant>,
}

/// Pictures by the addresses of their own files.
pub type Pictures = BTreeMap<Route, Picture>;
