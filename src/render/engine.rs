//! Tera's only home: templates are compiled once for each language, and see a view and the theme's words.

use super::words::Words;
use super::{atom, map, sitemap};
use crate::diag::{self, Diagnostic, Outcome};
use crate::model::date::Date;
use crate::model::ids::Lang;
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Theme;
use crate::model::view::{Chunk, FeedTitle, FeedView, Html, TEMPLATES, View};
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use tera::{Context, ErrorKind, Kwargs, State, Tera, TeraResult, Value};

/// Bytes that one page may have; a template that makes more is stuck in a loop.
const MAX_PAGE: usize = 64 * 1024 * 1024;

/// A theme ready to render, in every language of a site.
pub struct Engine {
    by_language: BTreeMap<Lang, Edition>,
    paths: BTreeMap<String, SourcePath>,
}

/// The templates that speak one language, and its words for what no template makes.
struct Edition {
    tera: Tera,
    words: Arc<Words>,
}

impl Engine {
    /// Compiles the theme; none when a template or a file of words is wrong.
    pub fn new(theme: &Theme, languages: &[Lang]) -> Outcome<Option<Self>> {
        let paths: BTreeMap<String, SourcePath> =
            theme.templates.iter().map(|(name, file)| (name.clone(), file.path.clone())).collect();
        let mut engine = Self { by_language: BTreeMap::new(), paths };
        let mut findings = Vec::new();
        for lang in languages {
            let (words, wrong) = Words::new(theme, lang);
            findings.extend(wrong);
            let mut tera = Tera::new();
            let words = Arc::new(words);
            register(&mut tera, words.clone());
            let templates = theme.templates.iter().map(|(name, file)| (name.as_str(), &*file.text));
            if let Err(error) = tera.add_raw_templates(templates.collect::<Vec<_>>()) {
                findings.push(engine.finding(&error, None));
                break;
            }
            let missing =
                TEMPLATES.iter().chain(&["moved.html", "statement.html"]).find(|name| !tera.contains_template(name));
            if let Some(name) = missing {
                let path: SourcePath = format!("themes/{}/theme.yaml", theme.name).into();
                let what = format!("it has no templates/{name}: add it, or write `extends: plenary` in theme.yaml");
                findings.push(diag::template_error((&path, Span::default()), &what, None));
                break;
            }
            engine.by_language.insert(lang.clone(), Edition { tera, words });
        }
        findings.sort();
        findings.dedup();
        let value = findings.is_empty().then_some(engine);
        Outcome::new(value, findings)
    }

    /// The bytes of a page in `lang`; `route` is for findings alone.
    pub fn render(&self, lang: &Lang, view: &View, route: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let Some(edition) = self.by_language.get(lang) else { return Ok(Vec::new()) };
        let run = || -> TeraResult<Vec<u8>> {
            match view {
                View::Feed(feed) => self::feed(edition, feed),
                View::Map(view) => Ok(map::map(view)),
                View::Sitemap(map) => Ok(sitemap::sitemap(map)),
                View::Robots(robots) => Ok(sitemap::robots(robots)),
                _ => page(&edition.tera, view),
            }
        };
        run().map_err(|error| Box::new(self.finding(&error, Some(route))))
    }

    fn finding(&self, error: &tera::Error, page: Option<&str>) -> Diagnostic {
        let (message, file, span) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = &report.span().range;
                (report.message().to_owned(), report.filename().to_owned(), Span::new(range.start, range.end))
            }
            _ => (error.to_string(), String::new(), Span::default()),
        };
        let unknown = || self.paths.values().next().cloned().unwrap_or_else(|| "themes".into());
        let path = self.paths.get(&file).cloned().unwrap_or_else(unknown);
        diag::template_error((&path, span), &message, page)
    }
}

/// A page through its template.
fn page(tera: &Tera, view: &View) -> TeraResult<Vec<u8>> {
    let Some(template) = view.template() else { return Ok(Vec::new()) };
    let mut context = Context::from_serialize(view)?;
    if let View::Report(report) = view {
        context.insert("body", &body(tera, &report.chunks)?);
    }
    let mut page = Capped { bytes: Vec::with_capacity(16 * 1024) };
    tera.render_to(template, &context, &mut page)?;
    Ok(page.bytes)
}

/// A report's text with its statements as the theme sets them off.
fn body(tera: &Tera, chunks: &[Chunk]) -> TeraResult<Html> {
    let mut out = String::new();
    for chunk in chunks {
        match chunk {
            Chunk::Markup(html) => out.push_str(&html.0),
            Chunk::Statement(statement) => {
                out.push_str(&tera.render("statement.html", &Context::from_serialize(statement)?)?);
            }
            Chunk::Moved(moved) => out.push_str(&tera.render("moved.html", &Context::from_serialize(moved)?)?),
        }
    }
    Ok(Html(out))
}

fn feed(edition: &Edition, feed: &FeedView) -> TeraResult<Vec<u8>> {
    let mut finished = Vec::new();
    for entry in &feed.entries {
        let title = match &entry.title {
            FeedTitle::Own(title) => title.clone(),
            FeedTitle::Moved(date) => edition.words.moved_on(*date),
        };
        finished.push((title, body(&edition.tera, &entry.content)?));
    }
    Ok(atom::feed(feed, &finished))
}

fn register(tera: &mut Tera, words: Arc<Words>) {
    let dates = words.clone();
    tera.register_function("t", move |kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let key: &str = kwargs.must_get("key")?;
        let unknown = || tera::Error::message(format!("the theme's words have no `{key}`"));
        if kwargs.iter().nth(1).is_none() {
            return words.plain(key).map(Value::from).ok_or_else(unknown);
        }
        let mut args = FluentArgs::new();
        for (name, value) in kwargs.iter() {
            let name = name.to_string();
            match value.as_i64() {
                Some(number) => args.set(name, number),
                None => args.set(name, FluentValue::from(value.to_string())),
            }
        }
        words.say(key, &args).map(Value::from).ok_or_else(unknown)
    });
    tera.register_filter("date", move |date: &str, kwargs: Kwargs, _: &State| -> TeraResult<Value> {
        let style = kwargs.get::<&str>("style")?.unwrap_or("long");
        let read = Date::read(date).ok_or_else(|| tera::Error::message(format!("`{date}` is not a date")))?;
        let said = dates.date(read, style);
        let unknown = || tera::Error::message(format!("the theme's words have no `date-{style}` or no month's name"));
        said.map(|said| Value::from(&*said)).ok_or_else(unknown)
    });
}

/// A writer that stops before a page grows without bound.
struct Capped {
    bytes: Vec<u8>,
}

impl io::Write for Capped {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > MAX_PAGE {
            return Err(io::Error::other("this page is larger than 64 MiB"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
