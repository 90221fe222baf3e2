//! `sitemap.xml` (sitemaps.org 0.9, with its `hreflang` alternates), its index and parts where it is long, and `robots.txt`.

use crate::model::date::Date;
use crate::model::view::{RobotsView, SitemapIndexView, SitemapView};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesStart, BytesText, Event};
use std::io;

const NAMESPACE: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");

pub fn sitemap(map: &SitemapView) -> Vec<u8> {
    let root = BytesStart::new("urlset").with_attributes([NAMESPACE, ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    file(root, &map.urls, |writer, url| {
        writer.create_element("url").write_inner_content(|inner| {
            page(inner, &url.url, url.lastmod)?;
            for (lang, href) in &url.alternates {
                let attributes = [("rel", "alternate"), ("hreflang", lang.as_str()), ("href", href.as_str())];
                inner.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

/// The parts of a sitemap that is too long for one file.
pub fn index(index: &SitemapIndexView) -> Vec<u8> {
    let root = BytesStart::new("sitemapindex").with_attributes([NAMESPACE]);
    file(root, &index.parts, |writer, part| {
        writer.create_element("sitemap").write_inner_content(|inner| page(inner, &part.url, part.lastmod))?;
        Ok(())
    })
}

type Xml = Writer<Vec<u8>>;

/// A file with each of `lines` on a line of its own, so that versions of it can be compared.
fn file<T>(root: BytesStart, lines: &[T], line: impl Fn(&mut Xml, &T) -> io::Result<()>) -> Vec<u8> {
    let mut writer = Writer::new(Vec::new());
    let mut write = || -> io::Result<()> {
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        writer.write_event(Event::Comment(BytesText::new(" Made by rapporteur. ")))?;
        writer.write_event(Event::Start(root.borrow()))?;
        for one in lines {
            writer.write_event(Event::Text(BytesText::new("\n")))?;
            line(&mut writer, one)?;
        }
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        writer.write_event(Event::End(root.to_end()))
    };
    write().unwrap_or_else(|error| unreachable!("writing to memory does not fail: {error}"));
    writer.into_inner()
}

fn page(inner: &mut Xml, url: &str, lastmod: Option<Date>) -> io::Result<()> {
    inner.create_element("loc").write_text_content(BytesText::new(url))?;
    if let Some(date) = lastmod {
        inner.create_element("lastmod").write_text_content(BytesText::new(&date.to_string()))?;
    }
    Ok(())
}

pub fn robots(robots: &RobotsView) -> Vec<u8> {
    let sitemap = robots.sitemap.as_ref().map_or_else(String::new, |url| format!("\nSitemap: {url}\n"));
    format!("# Made by rapporteur.\nUser-agent: *\nAllow: /\n{sitemap}").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::view::SitemapPart;

    #[test]
    fn an_index_names_its_parts() {
        let part =
            |number: usize, lastmod| SitemapPart { url: format!("https://a.example/sitemap-{number}.xml"), lastmod };
        let parts = vec![part(1, Date::read("2013-03-18")), part(2, None)];
        let text = String::from_utf8(index(&SitemapIndexView { parts })).expect("text");
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Made by rapporteur. -->\
             <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <sitemap><loc>https://a.example/sitemap-1.xml</loc><lastmod>2013-03-18</lastmod></sitemap>\n\
             <sitemap><loc>https://a.example/sitemap-2.xml</loc></sitemap>\n</sitemapindex>"
        );
    }
}
