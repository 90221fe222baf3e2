//! Whether Exif data say where on earth a picture was taken. That is all that is read of them here: a photograph that is
//! published as it left the camera may lead to where its author, or those on it, were.

/// The tag of the directory of places, in the first directory.
const PLACE: u16 = 0x8825;

/// Of Exif data without the words `Exif` before them: a TIFF header and what follows.
pub fn tells_place(exif: &[u8]) -> bool {
    entry(exif, PLACE).is_some()
}

/// The value of a tag in the first directory, if it is there.
fn entry(exif: &[u8], tag: u16) -> Option<u32> {
    let big = match exif.get(..2)? {
        b"MM" => true,
        b"II" => false,
        _ => return None,
    };
    let two = |at: usize| {
        let bytes: [u8; 2] = exif.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let four = |at: usize| {
        let bytes: [u8; 4] = exif.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if big { u32::from_be_bytes(bytes) } else { u32::from_le_bytes(bytes) })
    };
    let directory = usize::try_from(four(4)?).ok()?;
    let entries = usize::from(two(directory)?);
    let at = (0..entries).map(|number| directory.saturating_add(2 + 12 * number));
    at.into_iter().find(|at| two(*at) == Some(tag)).and_then(|at| four(at + 8))
}

#[cfg(test)]
mod tests {
    use super::tells_place;

    #[test]
    fn a_directory_of_places_is_found_in_either_order_of_bytes() {
        let little = |tag: u16| {
            let mut exif = b"II\x2a\x00\x08\x00\x00\x00\x01\x00".to_vec();
            exif.extend(tag.to_le_bytes());
            exif.extend(*b"\x04\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00\x00\x00\x00");
            exif
        };
        assert!(tells_place(&little(0x8825)));
        assert!(!tells_place(&little(0x0112)));
        let big = b"MM\x00\x2a\x00\x00\x00\x08\x00\x01\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00";
        assert!(tells_place(big));
        for cut in 0..big.len() - 5 {
            tells_place(&big[..cut]);
        }
        assert!(!tells_place(b"II\x2a\x00\xff\xff\xff\xff\x01\x00"));
    }
}
