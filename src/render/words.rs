//! The theme's words in each language: Fluent's only home.

use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::ids::Lang;
use crate::model::source::Span;
use crate::model::theme::Theme;
use fluent_bundle::bundle::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// One language's words, with English behind them for what a language lacks.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource, IntlLangMemoizer>>,
    /// What is said without arguments, by its key in order: every page says most of it.
    plain: Vec<(String, Said)>,
    dates: [Calendar; STYLES.len()],
    by_hundreds: bool,
}

/// Said when it is first asked for, and the same from then on.
type Said = OnceLock<Option<String>>;

/// The styles of dates that are remembered.
const STYLES: [&str; 3] = ["long", "day", "short"];

/// The days of two centuries in one style. What is older or younger is said anew each time.
struct Calendar {
    years: Vec<OnceLock<Box<[Said]>>>,
}

const FIRST_YEAR: i16 = 1900;
const YEARS: usize = 200;
const DAYS: usize = 12 * 31;

impl Calendar {
    fn new() -> Self {
        Self { years: (0..YEARS).map(|_| OnceLock::new()).collect() }
    }

    fn day(&self, date: Date) -> Option<&Said> {
        let year = self.years.get(usize::try_from(date.year() - FIRST_YEAR).ok()?)?;
        let day = usize::try_from(date.month() - 1).ok()? * 31 + usize::try_from(date.day() - 1).ok()?;
        year.get_or_init(|| (0..DAYS).map(|_| Said::new()).collect()).get(day)
    }
}

/// Under which names a theme has the words of a language: its own first, and English for what these lack.
pub fn tags(lang: &Lang) -> impl Iterator<Item = &str> {
    [lang.primary(), "en"].into_iter().take(if lang.primary() == "en" { 1 } else { 2 })
}

impl Words {
    /// Nobody's words.
    pub fn none() -> Self {
        Self { bundles: Vec::new(), plain: Vec::new(), dates: STYLES.map(|_| Calendar::new()), by_hundreds: false }
    }

    pub fn new(theme: &Theme, lang: &Lang) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let mut plain: Vec<(String, Said)> = Vec::new();
        let bundles = tags(lang).filter_map(|tag| {
            let identifier = tag.parse().ok()?;
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(said));
            for file in theme.words.get(tag).into_iter().flatten() {
                plain.extend(keys(&file.text).map(|key| (key.to_owned(), Said::new())));
                let resource = FluentResource::try_new(file.text.to_string()).unwrap_or_else(|(resource, errors)| {
                    findings.extend(errors.first().map(|error| {
                        let span = Span::new(error.pos.start, error.pos.end);
                        diag::template_error((&file.path, span), &error.kind.to_string(), None)
                    }));
                    resource
                });
                bundle.add_resource_overriding(resource);
            }
            Some(bundle)
        });
        let bundles = bundles.collect();
        plain.sort_by(|one, other| one.0.cmp(&other.0));
        plain.dedup_by(|one, other| one.0 == other.0);
        (Self { bundles, plain, by_hundreds: lang.primary() == "ar", ..Self::none() }, findings)
    }

    /// The keys that the theme has in English and not in a language of its own.
    pub fn missing(theme: &Theme, lang: &Lang) -> Vec<String> {
        let of = |tag: &str| -> BTreeSet<&str> {
            theme.words.get(tag).into_iter().flatten().flat_map(|file| keys(&file.text)).collect()
        };
        let own = of(lang.primary());
        of("en").difference(&own).map(|key| (*key).to_owned()).collect()
    }

    /// The keys of all words that a theme has in English, which every other language falls back on.
    pub fn keys(theme: &Theme) -> BTreeSet<String> {
        theme.words.get("en").into_iter().flatten().flat_map(|file| keys(&file.text)).map(str::to_owned).collect()
    }

    /// The words under `key`, which takes no arguments; none when neither this language nor English has them.
    pub fn plain(&self, key: &str) -> Option<&str> {
        let at = self.plain.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.plain[at].1.get_or_init(|| self.say(key, &FluentArgs::new())).as_deref()
    }

    /// The words under `key`; none when neither this language nor English has them.
    pub fn say(&self, key: &str, args: &FluentArgs) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        })
    }

    /// A number that is said and that chooses a form. Arabic chooses by what is left of the hundreds, 103 as 3, which
    /// fluent's plural rules forget: they are asked for the rest, and the whole number stands beside it.
    pub fn number(&self, number: i64) -> FluentValue<'static> {
        let rest = number % 100;
        if !self.by_hundreds || number < 100 || rest < 3 {
            return number.into();
        }
        let options = FluentNumberOptions { currency: Some(number.to_string()), ..FluentNumberOptions::default() };
        FluentNumber::new(f64::from(i8::try_from(rest).unwrap_or_default()), options).into()
    }

    /// What a feed calls the movements of a day; a theme without words for it has the day alone.
    pub fn moved_on(&self, date: Date) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(date, "long").unwrap_or_else(|| Cow::Owned(date.to_string())));
        self.say("moved-on", &args).unwrap_or_else(|| date.to_string())
    }

    /// A date as this language writes it; `style` is `long`, `day` (with the weekday) or `short`.
    pub fn date(&self, date: Date, style: &str) -> Option<Cow<'_, str>> {
        let remembered = STYLES.iter().position(|known| *known == style).and_then(|at| self.dates[at].day(date));
        match remembered {
            Some(said) => said.get_or_init(|| self.write_date(date, style)).as_deref().map(Cow::Borrowed),
            None => self.write_date(date, style).map(Cow::Owned),
        }
    }

    fn write_date(&self, date: Date, style: &str) -> Option<String> {
        let mut args = FluentArgs::new();
        // A number, so that a language can have words of its own for the first: `1er`.
        args.set("day", i64::from(date.day()));
        args.set("year", date.year().to_string());
        args.set("monthnumber", i64::from(date.month()));
        args.set("month", self.plain(&format!("month-{}", date.month()))?);
        args.set("monthshort", self.plain(&format!("month-short-{}", date.month()))?);
        args.set("weekday", self.plain(&format!("weekday-{}", date.weekday()))?);
        self.say(&format!("date-{style}"), &args)
    }
}

/// The whole of a number whose rest chose the form.
fn said(value: &FluentValue, _: &IntlLangMemoizer) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.options.currency.clone(),
        _ => None,
    }
}

/// The keys of a file of words: what stands before `=` at a line's beginning.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    let own = text.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
    own.filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}
