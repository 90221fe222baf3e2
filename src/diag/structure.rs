//! What an author is told about files, links and pages. Each constructor is one finding.

use super::findings::did_you_mean;
use super::{Code, Diagnostic, nearest};
use crate::model::source::{SourcePath, Span};

type At<'a> = (&'a SourcePath, Span);

pub fn date_missing(at: At) -> Diagnostic {
    let message = "this report has no date".to_owned();
    Diagnostic::new(Code::DateMissing, at, message, "add `date: 2013-03-20`".to_owned())
        .help("or begin the file's name with the date: 2013-03-20-end-use.md")
}

/// A file's name that begins with something like a date; `name` is what to call it.
pub fn date_in_name(at: At, why: &str, name: Option<String>) -> Diagnostic {
    let message = format!("this report has no date: {why}");
    let label = name
        .map_or_else(|| "give the file's name a day that there is".to_owned(), |name| format!("rename it to {name}"));
    Diagnostic::new(Code::DateMissing, at, message, label).help("or add `date: 2013-03-20` to the front matter")
}

/// A report whose front matter and name have two dates.
pub fn date_differs(at: At, date: &str, named: &str) -> Diagnostic {
    let message = format!("the report is of {date}, but its file is named after {named}");
    Diagnostic::new(Code::DateDiffers, at, message, "correct one of them, or delete `date`".to_owned())
        .help("the date under `date` counts; the address has that of the name")
}

pub fn misplaced_file(path: &SourcePath, why: &str, instead: &str) -> Diagnostic {
    Diagnostic::new(Code::MisplacedFile, (path, Span::default()), why.to_owned(), instead.to_owned())
}

pub fn unknown_language(at: At, word: &str, known: &[&str]) -> Diagnostic {
    let label = nearest(word, known.iter().copied())
        .map_or_else(|| format!("add `{word}` to `languages`"), |near| format!("did you mean `{near}`?"));
    let message = format!("`{word}` is not one of the site's languages");
    Diagnostic::new(Code::UnknownLanguage, at, message, label)
        .help(format!("content/site.yaml lists: {}", known.join(", ")))
}

pub fn translation_orphan(path: &SourcePath, original: &str) -> Diagnostic {
    let message = format!("this translates `{original}`, which does not exist");
    Diagnostic::new(
        Code::TranslationOrphan,
        (path, Span::default()),
        message,
        "rename it or add the original".to_owned(),
    )
}

pub fn dead_link(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label = match near {
        None => "nothing stands there".to_owned(),
        // Not a name that is like the author's, but another way to write what was meant.
        Some(other) if other.contains(':') => format!("write `{other}`"),
        Some(near) => format!("did you mean `{near}`?"),
    };
    Diagnostic::new(Code::DeadLink, at, format!("the link `{word}` leads nowhere"), label)
}

pub fn dead_anchor(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label =
        near.map_or_else(|| "no such anchor on that page".to_owned(), |near| format!("did you mean `#{near}`?"));
    Diagnostic::new(Code::DeadAnchor, at, format!("the page is there, but not the anchor `#{word}`"), label)
}

pub fn unsafe_link(at: At, word: &str) -> Diagnostic {
    let scheme = word.split(':').next().unwrap_or_default();
    let runs = ["javascript", "vbscript", "data", "blob"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    let message = match runs {
        true => format!("the link `{word}` could run a program in a reader's browser"),
        false => format!("links with `{scheme}:` are not made, and `{word}` is one"),
    };
    Diagnostic::new(Code::UnsafeLink, at, message, "use https, http, mailto or a relative link".to_owned())
}

/// A link made by a template, not by an author's text: `page` is where it was seen.
pub fn dead_template_link(at: At, href: &str, page: &str) -> Diagnostic {
    let message = format!("the link `{href}` on the page {page} leads nowhere");
    Diagnostic::new(Code::DeadLink, at, message, "this template made it".to_owned())
}

/// An address without the path below which the site stands: `page` is where it was seen, with that path.
pub fn beside_the_site(at: At, href: &str, page: (&str, &str)) -> Diagnostic {
    let (page, base) = page;
    let message = format!("the link `{href}` on the page {page} leaves the site, which stands below {base}/");
    Diagnostic::new(Code::DeadLink, at, message, format!("this template made it; the address is `{base}{href}`"))
        .help("the addresses in a view have the path of `base_url` already: `frame.assets[\"plenary.css\"]`")
}

pub fn dead_template_anchor(at: At, href: &str, page: &str) -> Diagnostic {
    let message = format!("the link `{href}` on the page {page} leads to an anchor that is not there");
    Diagnostic::new(Code::DeadAnchor, at, message, "this template made it".to_owned())
}

pub fn missing_image_text(at: At, src: &str) -> Diagnostic {
    let message = format!("the picture `{src}` has no text for those who cannot see it");
    Diagnostic::new(Code::MissingImageText, at, message, "say in a few words what it shows".to_owned())
}

pub fn duplicate_id(at: At, id: &str, first: Option<Span>) -> Diagnostic {
    let message = format!("the id `{id}` stands twice on this page");
    let mut finding = Diagnostic::new(Code::DuplicateId, at, message, "choose another".to_owned());
    if let Some(first) = first {
        finding.also.push((at.0.clone(), first, "first here".to_owned()));
    }
    finding
}

pub fn route_collision(at: At, route: &str, other: &SourcePath) -> Diagnostic {
    let message = format!("two pages would stand at {route}");
    let mut finding = Diagnostic::new(Code::RouteCollision, at, message, "rename this one or the other".to_owned());
    finding.also.push((other.clone(), Span::default(), "the other comes from here".to_owned()));
    finding.help("addresses are lower-case ASCII, so names that differ by case or accents alone meet")
}

/// Two drafts of an instrument with one date.
pub fn same_day(at: At, date: &str, other: &SourcePath) -> Diagnostic {
    let message = format!("two drafts of this instrument are of {date}");
    let label = "give this one its own date, or delete it".to_owned();
    let mut finding = Diagnostic::new(Code::RouteCollision, at, message, label);
    finding.also.push((other.clone(), Span::default(), "the other is here".to_owned()));
    finding
}

pub fn route_taken(at: At, route: &str) -> Diagnostic {
    let message = format!("the site itself makes a page at {route}");
    Diagnostic::new(Code::RouteCollision, at, message, "give this file another name".to_owned())
        .help("a report's name has a word behind its date, such as 2013-03-20-end-use.md")
}

/// A bracket of a draft's text without its other half; `word` is the bracket with the words beside it.
pub fn unbalanced_bracket(at: At, word: &str, opens: bool) -> Diagnostic {
    let (verb, other) = if opens { ("opens", "closes") } else { ("closes", "opens") };
    let message = format!("the bracket {verb} at `{word}`, but none {other}");
    let sign = if opens { "]" } else { "[" };
    Diagnostic::new(Code::UnbalancedBracket, at, message, format!("add the `{sign}`, or delete this one"))
        .help("it is counted as one bracket, so that the draft can be shown as it stands")
}

/// A date under `compare` that no draft of the instrument has.
pub fn unknown_draft(at: At, date: &str, near: Option<&str>) -> Diagnostic {
    let label = near.map_or_else(
        || "two drafts at least are needed to compare".to_owned(),
        |near| format!("the nearest draft is of `{near}`"),
    );
    Diagnostic::new(Code::UnknownDraft, at, format!("this instrument has no draft of `{date}`"), label)
        .help("a draft is a file beside this one, named after its date, such as 2013-03-27.md")
}

/// A pair under `compare` that is a draft and itself.
pub fn same_draft(at: At, date: &str) -> Diagnostic {
    let message = format!("`compare` sets the draft of `{date}` beside itself");
    Diagnostic::new(Code::BadValue, at, message, "write two dates, such as `[2012-07-26, 2013-03-27]`".to_owned())
}

/// An eId under a draft's `was` that is in none of the drafts it must be in.
pub fn unknown_was(at: At, word: &str, near: Option<&str>) -> Diagnostic {
    let label = did_you_mean(near, "write an eId such as `art_6` or `art_6__para_2`");
    Diagnostic::new(Code::UnknownClause, at, format!("`was` names `{word}`, which the draft does not have"), label)
        .help("on the left stands a clause of this draft, on the right the same clause's number in an older one, or `none`")
}

/// An eId that the draft named beside it does not have, or a draft that is not there.
pub fn not_in_draft(at: At, eid: &str, instrument: &str, date: &str) -> Diagnostic {
    let message = format!("no draft of `{instrument}` of `{date}` has `{eid}`");
    let label = "write instrument, date of the draft and eId: `att@2013-03-20/art_4`";
    Diagnostic::new(Code::UnknownClause, at, message, label.to_owned())
}

/// A report's `draft_date` that is the date of no draft.
pub fn unknown_draft_date(at: At, date: &str, near: Option<&str>) -> Diagnostic {
    let label =
        near.map_or_else(|| "they have no drafts".to_owned(), |near| format!("the nearest draft is of `{near}`"));
    let message = format!("the conference's instruments have no draft of `{date}`");
    Diagnostic::new(Code::UnknownDraft, at, message, label).help(
        "`draft_date` says which draft's numbers the report uses; without it, those of the draft current on its day",
    )
}

/// A renumbered clause that is joined to another draft's on weak grounds.
pub fn doubtful_join(at: At, eid: &str, older: (&str, &str), sure: u8) -> Diagnostic {
    let (was, date) = older;
    let message = format!("`{eid}` is taken for the `{was}` of {date}, but they are only {sure} % alike");
    let label =
        format!("write `was: {{{eid}: {was}}}` in the front matter if it is, `was: {{{eid}: none}}` if it is new");
    Diagnostic::new(Code::DoubtfulJoin, at, message, label)
}

/// A line of a draft that Markdown takes for a link's address, `[Chair]: text`, and so shows nowhere.
pub fn bracket_as_link(at: At, label: &str) -> Diagnostic {
    let message = format!("the line that begins with `[{label}]:` is lost: Markdown takes it for a link's address");
    Diagnostic::new(Code::BracketAsLink, at, message, format!("write `\\[{label}]:` if these are words of the draft"))
}
