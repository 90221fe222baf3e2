//! Outlines → pixels → PNG. A card has three inks on one paper, and each pixel is a mixture of the paper and one of them, so
//! that a byte says it, and a card is some kilobytes.

use super::letters::{Line, Stroke};
use ab_glyph_rasterizer::{Point, Rasterizer, point};
use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};

const WIDTH: usize = 1200;
const HEIGHT: usize = 630;
/// A bar along the upper edge.
const BAR: usize = 18;

/// Mixtures of an ink with the paper: the first is the paper, the last the ink.
const SHADES: usize = 16;

type Colour = [u8; 3];

/// As `plenary.css` has them: paper, and inks in the order of `Ink`.
const PAPER: Colour = [0xfd, 0xfc, 0xfa];
const INKS: [Colour; 3] = [[0x1c, 0x1c, 0x1a], [0x5a, 0x5a, 0x55], [0x1f, 0x4e, 0x79]];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Text,
    Soft,
    Accent,
}

pub struct Sheet {
    pixels: Vec<u8>,
}

impl Sheet {
    /// Paper with its bar.
    pub fn blank() -> Self {
        let mut pixels = vec![0; WIDTH * HEIGHT];
        pixels[..WIDTH * BAR].fill(index(Ink::Accent, SHADES - 1));
        Self { pixels }
    }

    /// Puts a line of words with the left end of its ground line at a place.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "places on a card are small and not negative: what is not on it is left out"
    )]
    pub fn put(&mut self, line: &Line, ink: Ink, (x, y): (f32, f32)) {
        let points = line.strokes.iter().flat_map(points);
        let ends = points.fold(None, |ends: Option<(f32, f32)>, (_, y)| {
            Some(ends.map_or((y, y), |(top, bottom)| (top.min(y), bottom.max(y))))
        });
        let Some((top, bottom)) = ends else { return };
        // The rows that the line touches, and no others.
        let first = (y + top - 1.0).floor().clamp(0.0, HEIGHT as f32) as usize;
        let last = (y + bottom + 1.0).ceil().clamp(0.0, HEIGHT as f32) as usize;
        if last <= first {
            return;
        }
        let mut raster = Rasterizer::new(WIDTH, last - first);
        let place = |(px, py): (f32, f32)| point(x + px, y + py - first as f32);
        line.strokes.iter().for_each(|stroke| draw(&mut raster, stroke, place));
        raster.for_each_pixel(|at, cover| {
            let shade = (cover.clamp(0.0, 1.0) * (SHADES - 1) as f32).round() as usize;
            if shade > 0 {
                self.pixels[first * WIDTH + at] = index(ink, shade);
            }
        });
    }

    pub fn png(&self) -> Vec<u8> {
        self.write().unwrap_or_else(|error| unreachable!("writing to memory does not fail: {error}"))
    }

    fn write(&self) -> Result<Vec<u8>, png::EncodingError> {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, WIDTH as u32, HEIGHT as u32);
        encoder.set_color(ColorType::Indexed);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_palette(INKS.iter().flat_map(shades).flatten().collect::<Vec<u8>>());
        // What is made for photographs and fast (fdeflate) takes three times the bytes for a sheet that is mostly paper.
        encoder.set_deflate_compression(DeflateCompression::Level(4));
        encoder.set_filter(Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.pixels)?;
        writer.finish()?;
        Ok(bytes)
    }
}

fn points(stroke: &Stroke) -> impl Iterator<Item = (f32, f32)> {
    let points: &[(f32, f32)] = match stroke {
        Stroke::Straight(points) => points,
        Stroke::Curve(points) => points,
        Stroke::Cubic(points) => points,
    };
    points.iter().copied()
}

fn draw(raster: &mut Rasterizer, stroke: &Stroke, place: impl Fn((f32, f32)) -> Point) {
    match *stroke {
        Stroke::Straight([a, b]) => raster.draw_line(place(a), place(b)),
        Stroke::Curve([a, b, c]) => raster.draw_quad(place(a), place(b), place(c)),
        Stroke::Cubic([a, b, c, d]) => raster.draw_cubic(place(a), place(b), place(c), place(d)),
    }
}

/// A pixel's place in the palette.
fn index(ink: Ink, shade: usize) -> u8 {
    u8::try_from(ink as usize * SHADES + shade).unwrap_or_default()
}

/// From the paper to an ink.
fn shades(ink: &Colour) -> impl Iterator<Item = Colour> {
    let mixed = |paper: u8, ink: u8, shade: usize| {
        let sum = usize::from(paper) * (SHADES - 1 - shade) + usize::from(ink) * shade;
        u8::try_from(sum / (SHADES - 1)).unwrap_or(u8::MAX)
    };
    let ink = *ink;
    (0..SHADES).map(move |shade| [0, 1, 2].map(|part| mixed(PAPER[part], ink[part], shade)))
}
