//! The theme's words in each language: Fluent's only home.

use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::ids::Lang;
use crate::model::source::Span;
use crate::model::theme::Theme;
use fluent_bundle::bundle::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use intl_memoizer::concurrent::IntlLangMemoizer;

/// One language's words, with English behind them for what a language lacks.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource, IntlLangMemoizer>>,
}

/// Under which names a theme has the words of a language: its own first, and English for what these lack.
pub fn tags(lang: &Lang) -> impl Iterator<Item = &str> {
    [lang.primary(), "en"].into_iter().take(if lang.primary() == "en" { 1 } else { 2 })
}

impl Words {
    pub fn new(theme: &Theme, lang: &Lang) -> (Self, Vec<Diagnostic>) {
        let mut findings = Vec::new();
        let bundles = tags(lang).filter_map(|tag| {
            let identifier = tag.parse().ok()?;
            let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
            bundle.set_use_isolating(false);
            for file in theme.words.get(tag).into_iter().flatten() {
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
        (Self { bundles }, findings)
    }

    /// The words under `key`; none when neither this language nor English has them.
    pub fn say(&self, key: &str, args: &FluentArgs) -> Option<String> {
        self.bundles.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some(bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
        })
    }

    /// What a feed calls the movements of a day; a theme without words for it has the day alone.
    pub fn moved_on(&self, date: Date) -> String {
        let mut args = FluentArgs::new();
        args.set("date", self.date(date, "long").unwrap_or_else(|| date.to_string()));
        self.say("moved-on", &args).unwrap_or_else(|| date.to_string())
    }

    /// A date as this language writes it; `style` is `long`, `day` (with the weekday) or `short`.
    pub fn date(&self, date: Date, style: &str) -> Option<String> {
        let none = FluentArgs::new();
        let mut args = FluentArgs::new();
        args.set("day", date.day().to_string());
        args.set("year", date.year().to_string());
        args.set("month", self.say(&format!("month-{}", date.month()), &none)?);
        args.set("monthshort", self.say(&format!("month-short-{}", date.month()), &none)?);
        args.set("weekday", self.say(&format!("weekday-{}", date.weekday()), &none)?);
        self.say(&format!("date-{style}"), &args)
    }
}
