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
    // As characters and not escaped: that would double the size of a page's markup. `]]>` alone would end them.
    let content = absolute(&content.0, &feed.origin, &entry.url).replace("]]>", "]]&gt;");
    let element = writer.create_element("content").with_attributes(attributes);
    element.write_cdata_content(BytesCData::new(content))?;
    writer.write_event(Event::End(BytesEnd::new("entry")))
}

/// Readers of feeds do not stand on our pages: addresses within the site are given whole.
fn absolute(html: &str, origin: &str, page: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 4);
    let mut rest = html;
    while let Some(at) = rest.find("=\"").map(|at| at + 2) {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let leads = before.ends_with("href=\"");
        if after.starts_with('/') && !after.starts_with("//") && (leads || before.ends_with("src=\"")) {
            out.push_str(origin);
        } else if after.starts_with('#') && leads {
            out.push_str(page);
        }
        rest = after;
    }
    out.push_str(rest);
    // XML has no words for control characters.
    if out.contains(is_unwritable) { out.replace(is_unwritable, "") } else { out }
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
