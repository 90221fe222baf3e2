//! Decides what stands for a picture: how wide the files are that are made of it, of which kinds, and when none is made.
//! Bytes in, bytes out: where a picture lies, who shows it, and whether it was made before is not known here.

mod exif;
mod measure;
mod vary;

pub use measure::measure;
pub use vary::{Made, decode, foreseen, vary};

use crate::model::digest::Digest;
use crate::model::picture::*;

/// Widths of variants, in pixels: a phone, a phone of many pixels or a column of text, the widest that a page shows twice
/// as fine. None is wider than the picture.
pub const WIDTHS: [u32; 3] = [480, 960, 1600];

/// Changes whenever variants of the same picture come out as other bytes: names of variants change with it.
const SETTINGS: u32 = 1;

/// Pixels that a picture may have: 64 million, as the largest cameras make. Decoded they take 256 MB.
pub const MAX_PIXELS: u64 = 64_000_000;

/// The widths that a picture of so many pixels is made in: the last is its own, unless it is wider than all. A width that
/// would save less than a fifth of the next is left out.
fn widths(own: u32) -> Vec<u32> {
    let last = own.min(WIDTHS[WIDTHS.len() - 1]);
    let mut widths: Vec<u32> = WIDTHS.into_iter().filter(|width| width * 5 <= last * 4).collect();
    widths.push(last);
    widths
}

/// What one variant is known by.
fn name(of: Digest, kind: PictureKind, width: u32) -> Digest {
    Digest::of_value(&(SETTINGS, of, kind, width))
}

/// What all that is made of a picture is known by.
pub fn key(of: &Measured) -> Digest {
    Digest::of_value(&(SETTINGS, of.digest))
}

/// Whether variants are made of it at all.
pub fn varies(form: &Form) -> bool {
    let is_raster = matches!(form.kind, PictureKind::Png | PictureKind::Jpeg | PictureKind::Webp);
    is_raster && !form.moves
}

#[cfg(test)]
mod tests {
    use super::widths;

    #[test]
    fn no_width_is_more_than_the_pictures_own() {
        for own in 1..4000 {
            let widths = widths(own);
            assert!(widths.iter().all(|width| *width <= own), "{own}: {widths:?}");
            assert!(widths.windows(2).all(|pair| pair[0] * 5 <= pair[1] * 4), "{own}: {widths:?}");
        }
        assert_eq!(
            [300, 500, 600, 1000, 1200, 2000].map(widths),
            [vec![300], vec![500], vec![480, 600], vec![480, 1000], vec![480, 960, 1200], vec![480, 960, 1600]]
        );
    }
}
