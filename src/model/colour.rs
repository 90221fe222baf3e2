//! A colour of sRGB, and how well it reads on another.

use std::fmt;

/// The contrast that text must have by WCAG 2.2 AA (criterion 1.4.3).
pub const READABLE: f64 = 4.5;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    channels: [u8; 3],
}

impl Colour {
    /// Reads `#rgb` or `#rrggbb`.
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = match digits.len() {
            6 => number.to_be_bytes(),
            3 => [0, (number >> 8) as u8 * 17, (number >> 4 & 15) as u8 * 17, (number & 15) as u8 * 17],
            _ => return None,
        };
        Some(Self { channels: [red, green, blue] })
    }

    /// The ratio of two colours' luminance by WCAG 2.2: from 1 for the same to 21 for black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The contrast on whichever of `papers` it is least on; none where there is no paper.
    pub fn least_contrast(self, papers: &[Self]) -> Option<(f64, Self)> {
        let contrasts = papers.iter().map(|paper| (self.contrast(*paper), *paper));
        contrasts.min_by(|a, b| a.0.total_cmp(&b.0))
    }

    /// This colour, mixed with white or black, whichever is farther from `papers`, until text of it can be read on each.
    pub fn readable_on(self, papers: &[Self]) -> Self {
        let is_dark = papers.first().is_some_and(|paper| paper.luminance() < 0.18);
        let end = if is_dark { 255 } else { 0 };
        let mut mixes = (0..=20).map(|step| Self { channels: self.channels.map(|channel| mixed(channel, end, step)) });
        let is_readable = |mix: &Self| mix.least_contrast(papers).is_none_or(|(contrast, _)| contrast >= READABLE);
        mixes.find(is_readable).unwrap_or(Self { channels: [end; 3] })
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.channels.map(|channel| {
            let part = f64::from(channel) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

/// A channel `step` twentieths of the way to `end`.
fn mixed(channel: u8, end: u8, step: u16) -> u8 {
    let sum = u16::from(channel) * (20 - step) + u16::from(end) * step;
    u8::try_from(sum / 20).unwrap_or(end)
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.channels;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{Colour, READABLE};

    fn colour(text: &str) -> Colour {
        Colour::read(text).expect("a colour")
    }

    #[test]
    fn only_hexadecimal_colours_are_read() {
        assert_eq!(colour("#7a1f1f").to_string(), "#7a1f1f");
        assert_eq!(colour("#F0c").to_string(), "#ff00cc");
        for wrong in ["7a1f1f", "#7a1f", "red", "#12345g", "#+12345", "#é", "#"] {
            assert_eq!(Colour::read(wrong), None, "{wrong}");
        }
    }

    /// Figures of WebAIM's contrast checker.
    #[test]
    fn contrast_is_wcags() {
        let white = colour("#fff");
        for (text, wanted) in [("#000", 21.0), ("#777", 4.48), ("#767676", 4.54), ("#1f4e79", 8.66), ("#fff", 1.0)] {
            let found = colour(text).contrast(white);
            assert!((found - wanted).abs() < 0.01, "{text}: {found}");
        }
    }

    #[test]
    fn a_colour_is_mixed_until_it_reads_and_no_further_than_it_must() {
        let dark = [colour("#171816"), colour("#22231f")];
        let light = [colour("#fdfcfa"), colour("#f3f1ea")];
        for text in ["#7a1f1f", "#000", "#1f4e79", "#ffff00", "#808080"] {
            for paper in dark {
                assert!(colour(text).readable_on(&dark).contrast(paper) >= READABLE, "{text}");
            }
            for paper in light {
                assert!(colour(text).readable_on(&light).contrast(paper) >= READABLE, "{text}");
            }
        }
        assert_eq!(colour("#8fbbe8").readable_on(&dark), colour("#8fbbe8"));
    }
}
