//! A picture's bytes → the files that stand for it. They have nothing of what the camera wrote beside the pixels: where and
//! when it was taken, by whom, with what; they are turned as it was held, and their colours are those of every screen.

use super::measure::lies;
use super::{MAX_PIXELS, name, varies, widths};
use crate::model::digest::Digest;
use crate::model::picture::*;
use fast_image_resize as resize;
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageResult, Limits, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use webp::WebPConfig;

/// Of JPEG, and of WebP with loss: photographs, and drawings, whose edges must stay clean.
const JPEG: u8 = 80;
const PHOTO: f32 = 78.0;
const DRAWING: f32 = 88.0;

/// Variants with their bytes.
pub type Made = Vec<(Variant, Vec<u8>)>;

/// Makes all files that stand for a picture. One that would have no fewer bytes than the picture's own file is not made.
pub fn vary(bytes: &[u8], of: &Measured) -> Result<Made, Flaw> {
    let form = of.form?;
    if !varies(&form) {
        return Ok(Made::new());
    }
    // Decoders are others' code, and what they are given is anybody's.
    let made = catch_unwind(AssertUnwindSafe(|| make(bytes, &form, of))).map_err(|_| Flaw::Broken)?;
    made.ok_or(Flaw::Broken)
}

/// Whether a picture can be decoded; and the variants that it would have, whose bytes nobody asks for.
pub fn decode(bytes: &[u8], of: &Measured) -> Result<Vec<Variant>, Flaw> {
    let form = of.form?;
    if !varies(&form) {
        return Ok(Vec::new());
    }
    let decoded = catch_unwind(AssertUnwindSafe(|| Source::decode(bytes, &form).is_ok())).unwrap_or(false);
    if decoded { Ok(foreseen(of)) } else { Err(Flaw::Broken) }
}

/// The variants of a picture that is not decoded.
pub fn foreseen(of: &Measured) -> Vec<Variant> {
    let Ok(form) = of.form else { return Vec::new() };
    if !varies(&form) {
        return Vec::new();
    }
    let variant = |kind, width| {
        let height = scaled(form.height, width, form.width);
        Variant { kind, width, height, digest: Digest::default(), name: name(of.digest, kind, width) }
    };
    let kinds = kinds(form.kind).iter();
    kinds.flat_map(|kind| widths(form.width).into_iter().map(|width| variant(*kind, width))).collect()
}

/// The kinds of files that are made of one kind.
fn kinds(own: PictureKind) -> &'static [PictureKind] {
    match own {
        PictureKind::Jpeg => &[PictureKind::Jpeg, PictureKind::Webp],
        PictureKind::Png => &[PictureKind::Png, PictureKind::Webp],
        _ => &[PictureKind::Webp],
    }
}

fn make(bytes: &[u8], form: &Form, of: &Measured) -> Option<Made> {
    let source = Source::decode(bytes, form).ok()?;
    let mut made = Made::new();
    let widths = widths(form.width);
    let sized: Vec<DynamicImage> = widths.iter().map(|width| source.sized(*width, form)).collect::<Option<_>>()?;
    for kind in kinds(form.kind) {
        for image in &sized {
            let bytes = encode(image, *kind, form.kind)?;
            if (bytes.len() as u64) < of.size {
                let (width, height) = (image.width(), image.height());
                let name = name(of.digest, *kind, width);
                made.push((Variant { kind: *kind, width, height, digest: Digest::of(&bytes), name }, bytes));
            }
        }
    }
    Some(made)
}

/// A decoded picture, not turned yet.
struct Source {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
    has_alpha: bool,
    orientation: Orientation,
    profile: Option<ColorProfile>,
}

impl Source {
    fn decode(bytes: &[u8], form: &Form) -> ImageResult<Self> {
        let from = Cursor::new(bytes);
        match form.kind {
            PictureKind::Png => Self::read(PngDecoder::new(from)?),
            PictureKind::Webp => Self::read(WebPDecoder::new(from)?),
            _ => Self::read(JpegDecoder::new(from)?),
        }
    }

    fn read(mut decoder: impl ImageDecoder) -> ImageResult<Self> {
        let mut limits = Limits::no_limits();
        // Sixteen bits for each of four colours; what the file claims was looked at before.
        limits.max_alloc = Some(MAX_PIXELS * 8);
        decoder.set_limits(limits)?;
        let orientation = decoder.orientation()?;
        let profile = decoder.icc_profile()?.and_then(|profile| ColorProfile::new_from_slice(&profile).ok());
        let image = DynamicImage::from_decoder(decoder)?;
        let (width, height) = (image.width(), image.height());
        let has_alpha = image.color().has_alpha() && image.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX);
        let pixels = if has_alpha { image.into_rgba8().into_raw() } else { image.into_rgb8().into_raw() };
        Ok(Self { width, height, pixels, has_alpha, orientation, profile })
    }

    /// The picture at a width, as it is seen.
    fn sized(&self, width: u32, form: &Form) -> Option<DynamicImage> {
        let height = scaled(form.height, width, form.width);
        let (across, down) = if lies(self.orientation) { (height, width) } else { (width, height) };
        let kind = if self.has_alpha { resize::PixelType::U8x4 } else { resize::PixelType::U8x3 };
        let pixels = if (across, down) == (self.width, self.height) {
            self.pixels.clone()
        } else {
            let from = resize::images::ImageRef::new(self.width, self.height, &self.pixels, kind).ok()?;
            let mut to = resize::images::Image::new(across, down, kind);
            let how = resize::ResizeAlg::Convolution(resize::FilterType::Lanczos3);
            let how = resize::ResizeOptions::new().resize_alg(how);
            resize::Resizer::new().resize(&from, &mut to, &how).ok()?;
            to.into_vec()
        };
        let pixels = self.as_seen(pixels);
        let mut image = match self.has_alpha {
            true => DynamicImage::ImageRgba8(RgbaImage::from_raw(across, down, pixels)?),
            false => DynamicImage::ImageRgb8(RgbImage::from_raw(across, down, pixels)?),
        };
        image.apply_orientation(self.orientation);
        Some(image)
    }

    /// Colours of the camera as colours of every screen: variants say nothing of theirs, and are taken for sRGB.
    fn as_seen(&self, pixels: Vec<u8>) -> Vec<u8> {
        let Some(profile) = self.profile.as_ref().filter(|own| own.color_space == DataColorSpace::Rgb) else {
            return pixels;
        };
        let layout = if self.has_alpha { Layout::Rgba } else { Layout::Rgb };
        let srgb = ColorProfile::new_srgb();
        let transform = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default());
        let mut seen = vec![0; pixels.len()];
        match transform.map(|transform| transform.transform(&pixels, &mut seen)) {
            Ok(Ok(())) => seen,
            _ => pixels,
        }
    }
}

/// A height that goes with a width as the picture's own do.
fn scaled(height: u32, width: u32, own: u32) -> u32 {
    let scaled = (u64::from(height) * u64::from(width) + u64::from(own) / 2) / u64::from(own.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
}

/// A picture's bytes as a file of one kind; `of` is what it was made from.
fn encode(image: &DynamicImage, kind: PictureKind, of: PictureKind) -> Option<Vec<u8>> {
    let (width, height, pixels) = (image.width(), image.height(), image.as_bytes());
    let mut bytes = Vec::new();
    match kind {
        PictureKind::Jpeg => {
            let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG);
            encoder.write_image(pixels, width, height, image.color().into()).ok()?;
        }
        PictureKind::Png => {
            let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
            encoder.write_image(pixels, width, height, image.color().into()).ok()?;
        }
        // A file without loss is most often a drawing, and then smaller without loss as WebP too.
        _ if of == PictureKind::Png => {
            let (lossy, exact) = (as_webp(image, Some(DRAWING))?, as_webp(image, None)?);
            bytes = if exact.len() <= lossy.len() { exact } else { lossy };
        }
        _ => bytes = as_webp(image, Some(PHOTO))?,
    }
    Some(bytes)
}

/// As WebP of a quality, or without loss.
fn as_webp(image: &DynamicImage, quality: Option<f32>) -> Option<Vec<u8>> {
    let (width, height, pixels) = (image.width(), image.height(), image.as_bytes());
    let encoder = match image.color().has_alpha() {
        true => webp::Encoder::from_rgba(pixels, width, height),
        false => webp::Encoder::from_rgb(pixels, width, height),
    };
    let mut config = WebPConfig::new().ok()?;
    config.lossless = i32::from(quality.is_none());
    config.quality = quality.unwrap_or(60.0);
    config.method = 4;
    config.thread_level = 0;
    encoder.encode_advanced(&config).ok().map(|bytes| bytes.to_vec())
}
