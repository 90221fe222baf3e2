//! A world map as a standalone picture (SVG 1.1), by an XML serialiser. An image sees no page's style, so that it
//! carries its own. What is light stands in attributes, which no Content-Security-Policy turns off; the style sheet
//! only darkens it. Shades differ by pattern, and places by size, so that the map reads without colours.

use crate::model::view::{MapCountry, MapForm, MapView};
use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::io;

type Xml = Writer<Vec<u8>>;

/// The side of a pattern's tile.
const TILE: &str = "5";
/// Ground and lines of each shade in light; `None` for lines where there are none.
const SHADES: [(&str, Option<&str>); 4] = [
    ("#d3e2f0", Some("M0 2.5h1.2")),
    ("#a8c7e4", Some("M0 5l5-5M-1 1l2-2M4 6l2-2")),
    ("#7ba6d0", Some("M0 0l5 5M0 5l5-5")),
    ("#1f4e79", None),
];
const LINE: &str = "#1f4e79";
const LAND: &str = "#e2dfd6";
const PAPER: &str = "#fdfcfa";
/// The same in the dark. Class names: `l` land, `o` and `w` outlines, `p` a pattern's lines, `g1` to `g4` grounds.
const DARK: &str = "@media (prefers-color-scheme:dark){.l{fill:#3b3c38}.o{stroke:#a9cdf2}.w{stroke:#171816}.p{stroke:#a9cdf2}\
                    .g1{fill:#22384d}.g2{fill:#2f5073}.g3{fill:#41709f}.g4{fill:#b7d7f6}}";

pub fn map(map: &MapView) -> Vec<u8> {
    write(map).unwrap_or_else(|error| unreachable!("writing to memory does not fail: {error}"))
}

fn write(map: &MapView) -> io::Result<Vec<u8>> {
    let mut writer: Xml = Writer::new(Vec::new());
    let (width, height) = (map.width.to_string(), map.height.to_string());
    let view_box = format!("0 0 {width} {height}");
    let root = BytesStart::new("svg").with_attributes([
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("xml:lang", map.lang.as_str()),
        ("viewBox", view_box.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
    ]);
    writer.write_event(Event::Start(root))?;
    text(&mut writer, "title", &map.title)?;
    writer
        .write_event(Event::Comment(BytesText::new(" Made by rapporteur. Shapes: Natural Earth, public domain. ")))?;
    text(&mut writer, "style", DARK)?;
    writer.create_element("defs").write_inner_content(patterns)?;
    line(&mut writer)?;
    let land = [("class", "l"), ("fill", LAND), ("d", map.land)];
    writer.create_element("path").with_attributes(land).write_empty()?;
    for alike in map.countries.chunk_by(|one, next| look(one) == look(next)) {
        group(&mut writer, alike)?;
    }
    line(&mut writer)?;
    writer.write_event(Event::End(BytesEnd::new("svg")))?;
    line(&mut writer)?;
    Ok(writer.into_inner())
}

/// One tile for each shade: its ground, and the lines upon it.
fn patterns(writer: &mut Xml) -> io::Result<()> {
    for ((ground, lines), shade) in SHADES.into_iter().zip(1..) {
        let (id, class) = (format!("s{shade}"), format!("g{shade}"));
        let tile = [("id", id.as_str()), ("width", TILE), ("height", TILE), ("patternUnits", "userSpaceOnUse")];
        writer.create_element("pattern").with_attributes(tile).write_inner_content(|inner| {
            let ground = [("class", class.as_str()), ("width", TILE), ("height", TILE), ("fill", ground)];
            inner.create_element("rect").with_attributes(ground).write_empty()?;
            if let Some(lines) = lines {
                let lines = [("class", "p"), ("stroke", LINE), ("stroke-width", "1"), ("d", lines)];
                inner.create_element("path").with_attributes(lines).write_empty()?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// What countries of one group have in common.
fn look(country: &MapCountry) -> (bool, usize) {
    (matches!(country.form, MapForm::Place { .. }), country.shade)
}

/// Countries of one look. The darkest have a light outline, so that neighbours stay apart.
fn group(writer: &mut Xml, countries: &[MapCountry]) -> io::Result<()> {
    let shade = countries.first().map_or(1, |country| country.shade);
    let fill = format!("url(#s{shade})");
    let (class, stroke) = if shade == SHADES.len() { ("w", PAPER) } else { ("o", LINE) };
    let look = [("class", class), ("fill", fill.as_str()), ("stroke", stroke), ("stroke-width", ".8")];
    line(writer)?;
    writer.write_event(Event::Start(BytesStart::new("g").with_attributes(look)))?;
    for country in countries {
        line(writer)?;
        self::country(writer, country)?;
    }
    writer.write_event(Event::End(BytesEnd::new("g")))
}

fn country(writer: &mut Xml, country: &MapCountry) -> io::Result<()> {
    let element = match &country.form {
        MapForm::Shape(path) => writer.create_element("path").with_attributes([("d", *path)]),
        MapForm::Place { x, y } => {
            let (x, y, radius) = (x.to_string(), y.to_string(), (country.shade + 2).to_string());
            let circle = [("cx", x.as_str()), ("cy", y.as_str()), ("r", radius.as_str())];
            writer.create_element("circle").with_attributes(circle)
        }
    };
    element.write_inner_content(|inner| text(inner, "title", &country.title))?;
    Ok(())
}

fn text(writer: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    writer.create_element(name).write_text_content(BytesText::new(&words)).map(|_| ())
}

/// A line's end, so that two maps can be compared by eye.
fn line(writer: &mut Xml) -> io::Result<()> {
    writer.write_event(Event::Text(BytesText::new("\n")))
}
