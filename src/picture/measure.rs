//! Bytes → what a picture's file tells of itself: its kind, its size as it is seen, whether it moves. No pixel is decoded,
//! so that nothing a file claims of itself costs more than reading what it claims.

use super::{MAX_PIXELS, exif};
use crate::model::digest::Digest;
use crate::model::picture::*;
use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{ImageDecoder, ImageResult};
use std::io::Cursor;

/// What is known of a picture from its file's bytes; the ending of its name counts for nothing.
pub fn measure(bytes: &[u8]) -> Measured {
    let form = kind(bytes).ok_or(Flaw::Unknown).and_then(|kind| form(kind, bytes));
    Measured { digest: Digest::of(bytes), size: bytes.len() as u64, form }
}

fn kind(bytes: &[u8]) -> Option<PictureKind> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    if begins(b"\x89PNG\r\n\x1a\n") {
        return Some(PictureKind::Png);
    }
    if begins(b"\xff\xd8\xff") {
        return Some(PictureKind::Jpeg);
    }
    if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Some(PictureKind::Webp);
    }
    if begins(b"GIF87a") || begins(b"GIF89a") {
        return Some(PictureKind::Gif);
    }
    svg_tag(bytes).map(|_| PictureKind::Svg)
}

fn form(kind: PictureKind, bytes: &[u8]) -> Result<Form, Flaw> {
    let broken = |_| Flaw::Broken;
    let form = match kind {
        PictureKind::Svg => drawing(bytes).ok_or(Flaw::Broken)?,
        PictureKind::Gif => gif(bytes).ok_or(Flaw::Broken)?,
        PictureKind::Jpeg if !has_an_end(bytes) => return Err(Flaw::Broken),
        PictureKind::Jpeg => raster(kind, JpegDecoder::new(Cursor::new(bytes))).map_err(broken)?,
        PictureKind::Png => {
            let moves = PngDecoder::new(Cursor::new(bytes)).and_then(|decoder| decoder.is_apng()).map_err(broken)?;
            Form { moves, ..raster(kind, PngDecoder::new(Cursor::new(bytes))).map_err(broken)? }
        }
        PictureKind::Webp => {
            let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(broken)?;
            let moves = decoder.has_animation();
            Form { moves, ..raster(kind, Ok(decoder)).map_err(broken)? }
        }
    };
    let is_large = kind != PictureKind::Svg && u64::from(form.width) * u64::from(form.height) > MAX_PIXELS;
    if is_large { Err(Flaw::TooLarge) } else { Ok(form) }
}

fn raster(kind: PictureKind, decoder: ImageResult<impl ImageDecoder>) -> ImageResult<Form> {
    let mut decoder = decoder?;
    let (width, height) = decoder.dimensions();
    let (width, height) = if lies(decoder.orientation()?) { (height, width) } else { (width, height) };
    let tells_place = decoder.exif_metadata()?.is_some_and(|exif| exif::tells_place(&exif));
    Ok(Form { kind, width, height, moves: false, tells_place })
}

/// Whether a camera was held so that width and height change places.
pub fn lies(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH
    )
}

/// Whether a JPEG's last scan is followed by the mark of its end: decoders fill in what is missing and say nothing.
fn has_an_end(bytes: &[u8]) -> bool {
    let last = |marker: &[u8; 2]| bytes.windows(2).rposition(|pair| pair == marker);
    matches!((last(b"\xff\xda"), last(b"\xff\xd9")), (Some(scan), Some(end)) if scan < end)
}

fn gif(bytes: &[u8]) -> Option<Form> {
    let number = |at: usize| Some(u32::from(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?)));
    let (width, height) = (number(6)?, number(8)?);
    let fits = width > 0 && height > 0;
    fits.then_some(Form { kind: PictureKind::Gif, width, height, moves: true, tells_place: false })
}

/// Bytes in which a drawing's first tag must begin.
const SVG_HEAD: usize = 4096;

/// The first tag of an SVG drawing.
fn svg_tag(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(SVG_HEAD * 2)]);
    let text = head.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('<') {
        return None;
    }
    let open = text.find("<svg").filter(|open| *open < SVG_HEAD)?;
    let tag = &text[open + "<svg".len()..];
    let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
    tag.starts_with(|c: char| c.is_whitespace() || c == '/')
        .then(|| tag.to_owned())
        .or_else(|| tag.is_empty().then(String::new))
}

/// A drawing's size: as it says, or that of its `viewBox`.
fn drawing(bytes: &[u8]) -> Option<Form> {
    let tag = svg_tag(bytes)?;
    let view_box = attribute(&tag, "viewBox").and_then(|value| {
        let numbers: Vec<f64> = value
            .split([' ', ',', '\n', '\t'])
            .filter(|word| !word.is_empty())
            .filter_map(|word| word.parse().ok())
            .collect();
        (numbers.len() == 4).then(|| (numbers[2], numbers[3]))
    });
    let own = |name| attribute(&tag, name).and_then(length);
    let (width, height) = match (own("width"), own("height"), view_box) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((w, h))) => (width, width * h / w),
        (None, Some(height), Some((w, h))) => (height * w / h, height),
        (_, _, view_box) => view_box?,
    };
    let (width, height) = (pixels(width)?, pixels(height)?);
    Some(Form { kind: PictureKind::Svg, width, height, moves: false, tells_place: false })
}

/// The value of an attribute of a tag.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, behind) = after[1..].split_once(quote)?;
        if before.split_whitespace().next_back() == Some(name) {
            return Some(value);
        }
        rest = behind;
    }
    None
}

/// A length in the units that browsers take for pixels; none where it depends on what is around it.
fn length(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let unit = match &text[end..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    Some(text[..end].trim().parse::<f64>().ok()? * unit)
}

/// Rounded, and a size that a page can have.
fn pixels(length: f64) -> Option<u32> {
    let fits = length.is_finite() && (0.5..1_000_000.0).contains(&length);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was just asked for")]
    fits.then(|| length.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(text: &str) -> Result<(PictureKind, u32, u32), Flaw> {
        measure(text.as_bytes()).form.map(|form| (form.kind, form.width, form.height))
    }

    #[test]
    fn a_drawing_has_the_size_that_it_says_or_that_of_its_view() {
        let svg = PictureKind::Svg;
        assert_eq!(size("<svg width=\"30\" height='40px'/>"), Ok((svg, 30, 40)));
        assert_eq!(size("<?xml version=\"1.0\"?>\n<!-- a -->\n<svg viewBox='0 0 10.4, 20'>"), Ok((svg, 10, 20)));
        assert_eq!(size("\u{feff}<svg width=\"100%\" viewBox=\"0 0 1200 800\">"), Ok((svg, 1200, 800)));
        assert_eq!(size("<svg width=\"600\" viewBox=\"0 0 1200 800\">"), Ok((svg, 600, 400)));
        assert_eq!(size("<svg height=\"1in\" viewBox=\"0 0 1200 800\">"), Ok((svg, 144, 96)));
        assert_eq!(size("<svg xmlns=\"http://www.w3.org/2000/svg\">"), Err(Flaw::Broken));
        assert_eq!(size("<svg width=\"0\" height=\"10\">"), Err(Flaw::Broken));
        assert_eq!(size("<svgx width=\"30\" height=\"40\">"), Err(Flaw::Unknown));
        assert_eq!(size("words"), Err(Flaw::Unknown));
        assert_eq!(size(""), Err(Flaw::Unknown));
    }

    #[test]
    fn a_picture_is_what_its_bytes_say() {
        let gif = b"GIF89a\x20\x01\x0a\x00\x00\x00\x00";
        let form = measure(gif).form.expect("a size");
        assert_eq!((form.kind, form.width, form.height, form.moves), (PictureKind::Gif, 288, 10, true));
        for broken in [&b"\x89PNG\r\n\x1a\n"[..], b"\xff\xd8\xff\xe0", b"RIFF\x00\x00\x00\x00WEBP", b"GIF89a\x00"] {
            assert_eq!(measure(broken).form, Err(Flaw::Broken), "{broken:?}");
        }
    }
}
