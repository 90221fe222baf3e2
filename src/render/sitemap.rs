//! `sitemap.xml` (sitemaps.org 0.9, with its `hreflang` alternates) and `robots.txt`.

use crate::model::view::{RobotsView, SitemapView};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io;

pub fn sitemap(map: &SitemapView) -> Vec<u8> {
    write(map).unwrap_or_else(|error| unreachable!("writing to memory does not fail: {error}"))
}

fn write(map: &SitemapView) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = BytesStart::new("urlset").with_attributes([
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]);
    writer.write_event(Event::Text(BytesText::new("\n")))?;
    writer.write_event(Event::Comment(BytesText::new(" Made by rapporteur. ")))?;
    writer.write_event(Event::Start(root))?;
    for url in &map.urls {
        writer.write_event(Event::Text(BytesText::new("\n")))?;
        writer.create_element("url").write_inner_content(|inner| {
            inner.create_element("loc").write_text_content(BytesText::new(&url.url))?;
            if let Some(date) = url.lastmod {
                inner.create_element("lastmod").write_text_content(BytesText::new(&date.to_string()))?;
            }
            for (lang, href) in &url.alternates {
                let attributes = [("rel", "alternate"), ("hreflang", lang.as_str()), ("href", href.as_str())];
                inner.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
            }
            Ok(())
        })?;
    }
    writer.write_event(Event::Text(BytesText::new("\n")))?;
    writer.write_event(Event::End(BytesEnd::new("urlset")))?;
    Ok(writer.into_inner())
}

pub fn robots(robots: &RobotsView) -> Vec<u8> {
    let sitemap = robots.sitemap.as_ref().map_or_else(String::new, |url| format!("\nSitemap: {url}\n"));
    format!("# Made by rapporteur.\nUser-agent: *\nAllow: /\n{sitemap}").into_bytes()
}
