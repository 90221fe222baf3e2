//! Tera's only home: templates are compiled once for each language, and see a view and the theme's words.

use super::words::Words;
use super::{atom, card, failure, map, print, search, sitemap};
use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::ids::Lang;
use crate::model::source::{SourcePath, Span};
use crate::model::theme::Theme;
use crate::model::value::Value as Sample;
use crate::model::view::{CHUNK_TEMPLATES, CardView, Chunk, FeedTitle, FeedView, Html, PrintView, TEMPLATES, View};
use fluent_bundle::{FluentArgs, FluentValue};
use std::collections::BTreeMap;
use std::io;
use std::sync::{Arc, OnceLock};
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

/// Bytes that one page may have; a template that makes more is stuck in a loop.
const MAX_PAGE: usize = 64 * 1024 * 1024;

/// A theme ready to render, in every language of a site. Templates and words are read when a page first asks for
/// them, so that a build that renders nothing reads none.
pub struct Engine<'a> {
    theme: &'a Theme,
    /// The templates before it is said in which language they speak.
    compiled: OnceLock<Result<Tera, Box<Diagnostic>>>,
    by_language: BTreeMap<Lang, OnceLock<Result<Edition, Vec<Diagnostic>>>>,
    /// Fonts for cards, read when the first is drawn.
    faces: OnceLock<card::Faces>,
}

/// The templates that speak one language, and its words for what no template makes.
struct Edition {
    tera: Tera,
    words: Arc<Words>,
}

impl<'a> Engine<'a> {
    pub fn new(theme: &'a Theme, languages: &[Lang]) -> Self {
        let by_language = languages.iter().map(|lang| (lang.clone(), OnceLock::new())).collect();
        Self { theme, compiled: OnceLock::new(), by_language, faces: OnceLock::new() }
    }

    /// What is wrong with the templates and words themselves, in every language. Reads them all: to be asked when a
    /// page is to be rendered.
    pub fn wrong(&self) -> Vec<Diagnostic> {
        let mut findings: Vec<Diagnostic> =
            self.by_language.keys().filter_map(|lang| self.edition(lang)?.as_ref().err()).flatten().cloned().collect();
        findings.sort();
        findings.dedup();
        findings
    }

    /// The edition of a language that the site has.
    fn edition(&self, lang: &Lang) -> Option<&Result<Edition, Vec<Diagnostic>>> {
        let edition = || {
            let (words, mut wrong) = Words::new(self.theme, lang);
            let words = Arc::new(words);
            match self.speaking(&words) {
                Ok(tera) if wrong.is_empty() => Ok(Edition { tera, words }),
                Ok(_) => Err(wrong),
                Err(finding) => {
                    wrong.push(*finding);
                    Err(wrong)
                }
            }
        };
        Some(self.by_language.get(lang)?.get_or_init(edition))
    }

    /// The templates with `words`. A copy of compiled templates costs a third of compiling them again.
    fn speaking(&self, words: &Arc<Words>) -> Result<Tera, Box<Diagnostic>> {
        if self.by_language.len() == 1 {
            return self.compile(words);
        }
        // Names of functions are looked up when templates are compiled; what they say, when a page is rendered.
        let compiled = self.compiled.get_or_init(|| self.compile(&Arc::new(Words::none())));
        let mut tera = compiled.as_ref().map_err(Clone::clone)?.clone();
        register(&mut tera, words.clone());
        Ok(tera)
    }

    fn compile(&self, words: &Arc<Words>) -> Result<Tera, Box<Diagnostic>> {
        let mut tera = Tera::new();
        register(&mut tera, words.clone());
        let templates = self.theme.templates.iter().map(|(name, file)| (name.as_str(), &*file.text));
        tera.add_raw_templates(templates.collect::<Vec<_>>()).map_err(|error| Box::new(self.finding(&error, None)))?;
        let missing = TEMPLATES.iter().chain(CHUNK_TEMPLATES).find(|name| !tera.contains_template(name));
        match missing {
            Some(name) => {
                let path: SourcePath = format!("themes/{}/theme.yaml", self.theme.name).into();
                let what = format!("it has no templates/{name}: add it, or write `extends: plenary` in theme.yaml");
                Err(Box::new(diag::template_error((&path, Span::default()), &what, None)))
            }
            None => Ok(tera),
        }
    }

    /// The bytes of a page in `lang`; `route` is for findings alone.
    pub fn render(&self, lang: &Lang, view: &View, route: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
        let edition = match self.edition(lang) {
            Some(Ok(edition)) => edition,
            Some(Err(wrong)) => return wrong.first().map_or(Ok(Vec::new()), |first| Err(Box::new(first.clone()))),
            None => return Ok(Vec::new()),
        };
        let run = || -> TeraResult<Vec<u8>> {
            match view {
                View::Feed(feed) => self::feed(edition, feed),
                View::Map(view) => Ok(map::map(view)),
                View::Card(view) => Ok(self.card(edition, view)),
                View::Sitemap(map) => Ok(sitemap::sitemap(map)),
                View::SitemapIndex(index) => Ok(sitemap::index(index)),
                View::Robots(robots) => Ok(sitemap::robots(robots)),
                View::SearchFile(file) => Ok(search::search(file)),
                _ => page(&edition.tera, view),
            }
        };
        run().map_err(|error| Box::new(self.finding(&error, Some(route))))
    }

    fn card(&self, edition: &Edition, card: &CardView) -> Vec<u8> {
        let words = &edition.words;
        let mut args = FluentArgs::new();
        args.set("count", words.number(i64::try_from(card.statements).unwrap_or(i64::MAX)));
        let date = words.date(card.date, "long").map_or_else(|| card.date.to_string(), std::borrow::Cow::into_owned);
        let said = card::Said { date, statements: words.say("statements-count", &args).unwrap_or_default() };
        card::draw(card, &said, self.faces.get_or_init(card::Faces::new))
    }

    fn finding(&self, error: &tera::Error, page: Option<&str>) -> Diagnostic {
        let seen = page.map(|page| format!("seen on the page {page}"));
        failure::finding(self.theme, error, seen.as_deref())
    }

    /// Renders a template with values that are no page's, to see whether it fails; `seen` says which, for the finding.
    pub fn attempt(&self, lang: &Lang, template: &str, (value, seen): (&Sample, &str)) -> Result<(), Box<Diagnostic>> {
        let Some(Ok(edition)) = self.edition(lang) else { return Ok(()) };
        let run = || edition.tera.render(template, &Context::from_serialize(value)?);
        run().map(|_| ()).map_err(|error| Box::new(failure::finding(self.theme, &error, Some(seen))))
    }
}

/// A page through its template.
fn page(tera: &Tera, view: &View) -> TeraResult<Vec<u8>> {
    let Some(template) = view.template() else { return Ok(Vec::new()) };
    let mut context = Context::from_serialize(view)?;
    if let View::Report(report) = view {
        context.insert("body", &body(tera, &report.chunks)?);
    }
    if let View::Print(edition) = view {
        context.insert("bodies", &bodies(tera, edition)?);
    }
    let mut page = Capped { bytes: Vec::with_capacity(16 * 1024) };
    tera.render_to(template, &context, &mut page)?;
    Ok(page.bytes)
}

/// The texts of a print edition's reports, for one page.
fn bodies(tera: &Tera, edition: &PrintView) -> TeraResult<Vec<Html>> {
    let bodies: TeraResult<Vec<Html>> = edition.reports.iter().map(|report| body(tera, &report.chunks)).collect();
    Ok(print::bodies(&edition.reports, &bodies?))
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
                Some(number) => args.set(name, words.number(number)),
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
        self.write_all(more).map(|()| more.len())
    }

    fn write_all(&mut self, more: &[u8]) -> io::Result<()> {
        if self.bytes.len() + more.len() > MAX_PAGE {
            return Err(io::Error::other("this page is larger than 64 MiB"));
        }
        self.bytes.extend_from_slice(more);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
