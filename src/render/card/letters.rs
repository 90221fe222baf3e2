//! Words → outlines of letters at their places: joined and marked as their script wants it, each run in its direction.

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont, shape};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use unicode_bidi::{BidiInfo, Level};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// How words are set: their size in pixels, their weight, and whether they run from right to left.
pub type How = (f32, Weight, bool);

/// The fonts inside the program.
pub struct Faces {
    /// Latin, Cyrillic and Greek, and then Arabic: regular, bold.
    faces: [[Face; 2]; 2],
}

struct Face {
    font: Font,
    outlines: FontRef<'static>,
}

/// A line of words as outlines, from the left end of their ground line.
#[derive(Default)]
pub struct Line {
    pub width: f32,
    pub strokes: Vec<Stroke>,
}

/// A piece of an outline; y grows downwards from the ground line.
#[derive(Clone, Copy, Debug)]
pub enum Stroke {
    Straight([(f32, f32); 2]),
    Curve([(f32, f32); 3]),
    Cubic([(f32, f32); 4]),
}

impl Face {
    fn of(bytes: &'static [u8]) -> Self {
        let (Some(font), Ok(outlines)) = (Font::new(bytes, 0), FontRef::new(bytes)) else {
            unreachable!("the fonts inside the program can be read")
        };
        Self { font, outlines }
    }

    fn has(&self, letter: char) -> bool {
        self.outlines.charmap().map(letter).is_some()
    }
}

impl Faces {
    pub fn new() -> Self {
        let sans = [&include_bytes!("NotoSans-Regular.ttf")[..], include_bytes!("NotoSans-Bold.ttf")];
        let naskh = [&include_bytes!("NotoNaskhArabic-Regular.ttf")[..], include_bytes!("NotoNaskhArabic-Bold.ttf")];
        Self { faces: [sans.map(Face::of), naskh.map(Face::of)] }
    }

    /// Whether there is an outline for each letter.
    pub fn cover(&self, text: &str) -> bool {
        text.chars().all(|letter| letter.is_whitespace() || self.faces.iter().any(|[face, _]| face.has(letter)))
    }

    /// The font that a letter is set in: what both have goes with the letters before it.
    fn script(&self, letter: char, before: usize) -> usize {
        let [sans, naskh] = [&self.faces[0][0], &self.faces[1][0]];
        match (sans.has(letter), naskh.has(letter)) {
            (true, true) => before,
            (_, false) => 0,
            (false, true) => 1,
        }
    }

    /// Words as one line; where they are wider than `most`, letters at their end are left out.
    pub fn line(&self, text: &str, how: How, most: f32) -> Line {
        let line = self.set(text, how);
        if line.width <= most {
            return line;
        }
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        // How many letters fit is found by halves: each try sets the line anew.
        let fits = |count: &usize| self.set(&format!("{}…", &text[..*count]), how).width <= most;
        let count = ends.partition_point(fits);
        let end = count.checked_sub(1).map_or(0, |last| ends[last]);
        self.set(&format!("{}…", text[..end].trim_end()), how)
    }

    /// Words in lines that are as wide as `most`, and as even as they come.
    pub fn wrapped(&self, text: &str, how: How, most: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            let longer = lines.last().map(|line| format!("{line} {word}"));
            match longer.filter(|longer| self.set(longer, how).width <= most) {
                Some(longer) => drop(lines.pop().map(|_| lines.push(longer))),
                None => lines.push(word.to_owned()),
            }
        }
        lines
    }

    fn set(&self, text: &str, (size, weight, is_rtl): How) -> Line {
        let level = if is_rtl { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, Some(level));
        let mut line = Line::default();
        for paragraph in bidi.paragraphs.iter().take(1) {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let is_rtl = levels[run.start].is_rtl();
                let mut pieces = self.pieces(&text[run], usize::from(is_rtl));
                if is_rtl {
                    pieces.reverse();
                }
                for (script, words) in pieces {
                    let face = &self.faces[script][usize::from(weight == Weight::Bold)];
                    face.set(&mut line, words, (size, is_rtl));
                }
            }
        }
        line
    }

    /// Words cut where their font changes.
    fn pieces<'t>(&self, text: &'t str, first: usize) -> Vec<(usize, &'t str)> {
        let mut pieces: Vec<(usize, &str)> = Vec::new();
        let (mut start, mut now) = (0, first);
        for (at, letter) in text.char_indices() {
            let script = self.script(letter, now);
            if script != now {
                pieces.extend(Some((now, &text[start..at])).filter(|_| at > start));
                (start, now) = (at, script);
            }
        }
        pieces.push((now, &text[start..]));
        pieces
    }
}

impl Face {
    /// Sets a run behind what stands in the line.
    fn set(&self, line: &mut Line, words: &str, (size, is_rtl): (f32, bool)) {
        let mut buffer = Buffer::new();
        buffer.push_str(words);
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        let shaper = ShaperFont::new(&self.font);
        if shape(&shaper, &mut buffer, ShapeOptions::new()).is_err() {
            return;
        }
        let scale = size / f32::from(self.font.units_per_em());
        let outlines = self.outlines.outline_glyphs();
        #[allow(clippy::cast_precision_loss, reason = "a font's units are few thousands")]
        let scaled = |units: i32| units as f32 * scale;
        for (glyph, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let at = (line.width + scaled(place.x_offset), -scaled(place.y_offset));
            if let Some(outline) = outlines.get(GlyphId::new(glyph.glyph_id)) {
                let mut pen = Pen { strokes: &mut line.strokes, at, start: at, last: at };
                // A letter without an outline is as good as a blank.
                let _ = outline.draw(DrawSettings::unhinted(Size::new(size), LocationRef::default()), &mut pen);
            }
            line.width += scaled(place.x_advance);
        }
    }
}

struct Pen<'l> {
    strokes: &'l mut Vec<Stroke>,
    at: (f32, f32),
    start: (f32, f32),
    last: (f32, f32),
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.at.0 + x, self.at.1 - y)
    }
}

impl OutlinePen for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.start = self.place(x, y);
        self.last = self.start;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.place(x, y);
        self.strokes.push(Stroke::Straight([self.last, to]));
        self.last = to;
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let (by, to) = (self.place(cx0, cy0), self.place(x, y));
        self.strokes.push(Stroke::Curve([self.last, by, to]));
        self.last = to;
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (one, other, to) = (self.place(cx0, cy0), self.place(cx1, cy1), self.place(x, y));
        self.strokes.push(Stroke::Cubic([self.last, one, other, to]));
        self.last = to;
    }

    fn close(&mut self) {
        if self.last != self.start {
            self.strokes.push(Stroke::Straight([self.last, self.start]));
        }
        self.last = self.start;
    }
}
