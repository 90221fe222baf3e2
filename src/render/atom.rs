//! Atom (RFC 4287), by an XML serialiser.

use crate::model::view::{FeedEntry, FeedView, Html};
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

type Xml = Writer<Vec<u8>>;

/// The feed; `finished` holds each entry's title and text.
pub fn feed(feed: &FeedView, finished: &[(String, Html)]) -> Vec<u8> {
    write(feed, finished).unwrap_or_else(|error| unreachable!("writing to memory does not fail: {error}"))
}

fn write(feed: &FeedView, finished: &[(String, Html)]) -> io::Result<Vec<u8>> {
    let mut writer: Xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang.as_str())];
    writer.write_event(Event::Start(BytesStart::new("feed").with_attributes(root)))?;
    text(&mut writer, "id", &feed.own_url)?;
    text(&mut writer, "title", &feed.title)?;
    if let Some(subtitle) = &feed.subtitle {
        text(&mut writer, "subtitle", subtitle)?;
    }
    text(&mut writer, "updated", &feed.updated)?;
    author(&mut writer, &feed.author)?;
    text(&mut writer, "generator", "rapporteur")?;
    link(&mut writer, "self", &feed.own_url)?;
    link(&mut writer, "alternate", &feed.page_url)?;
    for (entry, finished) in feed.entries.iter().zip(finished) {
        self::entry(&mut writer, feed, (entry, finished))?;
    }
    writer.write_event(Event::End(BytesEnd::new("feed")))?;
    Ok(writer.into_inner())
}

fn entry(writer: &mut Xml, feed: &FeedView, entry: (&FeedEntry, &(String, Html))) -> io::Result<()> {
    let (entry, (title, content)) = entry;
    let start = BytesStart::new("entry").with_attributes([("xml:lang", entry.lang.as_str())]);
    writer.write_event(Event::Start(start))?;
    text(writer, "id", &entry.url)?;
    text(writer, "title", title)?;
    text(writer, "updated", &entry.updated)?;
    for name in &entry.authors {
        author(writer, name)?;
    }
    link(writer, "alternate", &entry.url)?;
    if let Some(summary) = &entry.summary {
        text(writer, "summary", summary)?;
    }
    let attributes = [("type", "html"), ("xml:base", entry.url.as_str())];
    // As characters and not escaped, which would make markup half as long again.
    let content = elsewhere(&content.0, feed, &entry.url);
    let element = writer.create_element("content").with_attributes(attributes);
    element.write_cdata_content(BytesCData::new(content))?;
    writer.write_event(Event::End(BytesEnd::new("entry")))
}

/// Markup for those who read it elsewhere, without our style sheet: addresses within the site are whole, and what
/// serves the page alone is left out: classes, ids, numbers of paragraphs, a picture's other files.
fn elsewhere(html: &str, feed: &FeedView, page: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        let number = rest.strip_prefix("<a class=\"pn\" ").and_then(|link| link.split_once("</a>"));
        if let Some((_, after)) = number {
            rest = after;
            continue;
        }
        let (tag, after) = rest.split_at(tag_end(rest));
        if tag.starts_with("<source ") {
            rest = after;
            continue;
        }
        self::tag(&mut out, tag, (&feed.origin, page));
        rest = after;
    }
    out.push_str(rest);
    // XML has no words for control characters, and `]]>` would end the text.
    if out.contains(is_unwritable) {
        out = out.replace(is_unwritable, "");
    }
    if out.contains("]]>") { out.replace("]]>", "]]&gt;") } else { out }
}

/// Where the tag ends that `markup` begins with; at its end if nowhere.
fn tag_end(markup: &str) -> usize {
    let mut quote = None;
    let end = markup.bytes().position(|byte| {
        match quote {
            Some(open) if open == byte => quote = None,
            None if matches!(byte, b'"' | b'\'') => quote = Some(byte),
            _ => {}
        }
        quote.is_none() && byte == b'>'
    });
    end.map_or(markup.len(), |end| end + 1)
}

/// One tag; `whole` is what addresses begin with that begin with `/`, and what those begin with that begin with `#`.
fn tag(out: &mut String, tag: &str, whole: (&str, &str)) {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let Some((value, after)) = after.split_once('"') else { break };
        rest = after;
        let (start, name) = before.rsplit_once([' ', '\n']).unwrap_or((before, ""));
        if matches!(name, "class" | "id" | "srcset" | "sizes") {
            out.push_str(start);
            continue;
        }
        out.push_str(before);
        out.push_str("=\"");
        if matches!(name, "href" | "src") && value.starts_with('/') && !value.starts_with("//") {
            out.push_str(whole.0);
        } else if name == "href" && value.starts_with('#') {
            out.push_str(whole.1);
        }
        out.push_str(value);
        out.push('"');
    }
    out.push_str(rest);
}

fn is_unwritable(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t')
}

fn text(writer: &mut Xml, name: &str, words: &str) -> io::Result<()> {
    let words: String = words.chars().filter(|c| !c.is_control()).collect();
    writer.create_element(name).write_text_content(BytesText::new(&words)).map(|_| ())
}

fn link(writer: &mut Xml, rel: &str, href: &str) -> io::Result<()> {
    writer.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty().map(|_| ())
}

fn author(writer: &mut Xml, name: &str) -> io::Result<()> {
    writer.create_element("author").write_inner_content(|inner| {
        inner.create_element("name").write_text_content(BytesText::new(name)).map(|_| ())
    })?;
    Ok(())
}
