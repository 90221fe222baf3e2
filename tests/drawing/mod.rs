//! Small pictures for tests, made by code: a slope of colours, and on it a mark in the upper left that shows how it is
//! turned.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder};

/// The bytes of a picture whose kind is that of the path's ending.
pub fn drawing(path: &str, (width, height): (u32, u32)) -> Vec<u8> {
    let colour = |x: u32, y: u32| {
        let mark = x < width / 4 && y < height / 4;
        let (across, down) = (x * 255 / width.max(1), y * 255 / height.max(1));
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 27;
        let part = |value: u32| u8::try_from((value + noise).min(255)).unwrap_or(u8::MAX);
        if mark { [250, 20, 20] } else { [part(across / 2), part(down / 2), part(120)] }
    };
    let pixels: Vec<u8> = (0..height).flat_map(|y| (0..width).flat_map(move |x| colour(x, y))).collect();
    let mut bytes = Vec::new();
    let written = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("png") => PngEncoder::new(&mut bytes).write_image(&pixels, width, height, ExtendedColorType::Rgb8),
        _ => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, 92);
            encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8)
        }
    };
    written.expect("a picture");
    bytes
}
