//! Decides every address of the site. No other place puts a route together.

use crate::model::date::Date;
use crate::model::delegation::{Delegation, DelegationKind};
use crate::model::ids::{ClauseId, ConferenceId, InstrumentId, IssueId, Lang, Route};
use crate::model::picture::Variant;
use crate::model::site::Site;
use unicode_normalization::UnicodeNormalization;

/// The addresses of one edition: those of other languages than the site's first stand under `/fr/…`.
#[derive(Clone, Debug)]
pub struct Routes {
    prefix: String,
}

impl Routes {
    pub fn new(site: &Site, lang: &Lang) -> Self {
        let prefix = if lang == site.default_lang() { String::new() } else { format!("/{lang}") };
        Self { prefix }
    }

    fn at(&self, rest: &str) -> Route {
        Route::new(&format!("{}{rest}", self.prefix))
    }

    pub fn home(&self) -> Route {
        self.at("/")
    }

    pub fn not_found(&self) -> Route {
        self.at("/404.html")
    }

    pub fn feed(&self) -> Route {
        self.at("/feed.xml")
    }

    pub fn plain(&self, stem: &str) -> Route {
        self.at(&format!("/{}/", slug(stem)))
    }

    pub fn conference(&self, id: &ConferenceId) -> Route {
        self.at(&format!("/{}/", slug(id.as_str())))
    }

    pub fn issues(&self, id: &ConferenceId) -> Route {
        self.at(&format!("/{}/issues/", slug(id.as_str())))
    }

    /// An issue's id is fit for an address as it is.
    pub fn issue(&self, id: &ConferenceId, issue: &IssueId) -> Route {
        self.at(&format!("/{}/issues/{issue}/", slug(id.as_str())))
    }

    pub fn glossary(&self, id: &ConferenceId) -> Route {
        self.at(&format!("/{}/glossary/", slug(id.as_str())))
    }

    pub fn conference_feed(&self, id: &ConferenceId) -> Route {
        self.at(&format!("/{}/feed.xml", slug(id.as_str())))
    }

    /// A part of a conference's print edition, from 1; the first stands at the edition's own address.
    pub fn print(&self, id: &ConferenceId, part: usize) -> Route {
        let part = if part == 1 { String::new() } else { format!("{part}/") };
        self.at(&format!("/{}/print/{part}", slug(id.as_str())))
    }

    pub fn day(&self, id: &ConferenceId, date: Date) -> Route {
        self.at(&format!("/{}/{date}/", slug(id.as_str())))
    }

    pub fn report(&self, id: &ConferenceId, stem: &str) -> Route {
        self.at(&report_path(id, stem))
    }

    /// A conference's whole matrix of positions.
    pub fn matrix(&self, id: &ConferenceId) -> Route {
        self.at(&format!("/{}/matrix/", slug(id.as_str())))
    }

    /// Where readers search; the files for its script stand below it.
    pub fn search(&self) -> Route {
        self.at("/search/")
    }

    pub fn delegations(&self) -> Route {
        self.at("/countries/")
    }

    pub fn delegation(&self, delegation: &Delegation) -> Route {
        let folder = match delegation.kind {
            DelegationKind::Country => "countries",
            DelegationKind::Group => "groups",
            DelegationKind::Organisation | DelegationKind::Observer => "organisations",
        };
        self.at(&format!("/{folder}/{}/", delegation.slug))
    }

    pub fn clauses(&self) -> Route {
        self.at("/clauses/")
    }

    pub fn instrument(&self, id: &InstrumentId) -> Route {
        self.at(&format!("/clauses/{id}/"))
    }

    pub fn clause(&self, id: &ClauseId) -> Route {
        self.at(&format!("/clauses/{}/{}/", id.instrument, id.eid.as_str().to_ascii_lowercase()))
    }

    pub fn draft(&self, id: &InstrumentId, date: Date) -> Route {
        self.at(&format!("/instruments/{id}/{date}/"))
    }

    /// Two drafts compared: `/instruments/att/2013-03-27/compare/2012-07-26/`.
    pub fn comparison(&self, id: &InstrumentId, older: Date, newer: Date) -> Route {
        self.at(&format!("/instruments/{id}/{newer}/compare/{older}/"))
    }
}

/// A report's address within its edition.
pub fn report_path(id: &ConferenceId, stem: &str) -> String {
    format!("/{}/{}/", slug(id.as_str()), slug(stem))
}

/// One year's part of an index page.
pub fn year(of: &Route, year: i16) -> Route {
    Route::new(&format!("{of}{year}/"))
}

/// A later part of a year that one page cannot hold; the first part is the year's own page.
pub fn year_part(of: &Route, year: i16, part: usize) -> Route {
    Route::new(&format!("{of}{year}/{part}/"))
}

/// The cut of a matrix by a clause. Clauses of the conference's `main` instrument need not name it.
pub fn matrix_clause(matrix: &Route, id: &ClauseId, main: Option<&InstrumentId>) -> Route {
    let clause = id.eid.as_str().to_ascii_lowercase();
    let instrument = if main == Some(&id.instrument) { String::new() } else { format!("{}/", id.instrument) };
    Route::new(&format!("{matrix}{instrument}{clause}/"))
}

/// The cut of a matrix by issues.
pub fn matrix_issues(matrix: &Route) -> Route {
    Route::new(&format!("{matrix}issues/"))
}

/// A further part of a cut, from 2; the first stands at the cut's own address.
pub fn matrix_part(cut: &Route, part: usize) -> Route {
    if part == 1 { cut.clone() } else { Route::new(&format!("{cut}{part}/")) }
}

/// Some clauses of a comparison, by the anchor of the first.
pub fn part(of: &Route, anchor: &str) -> Route {
    Route::new(&format!("{of}{}/", anchor.to_ascii_lowercase()))
}

/// The map of who spoke, beside its page.
pub fn map(of: &Route) -> Route {
    Route::new(&format!("{of}map.svg"))
}

pub fn sitemap() -> Route {
    Route::new("/sitemap.xml")
}

/// A part of the sitemap, counted from 1.
pub fn sitemap_part(number: usize) -> Route {
    Route::new(&format!("/sitemap-{number}.xml"))
}

pub fn robots() -> Route {
    Route::new("/robots.txt")
}

/// A content file's address: its folders and name, each fit for any server. Folder names are slugs like the pages
/// they lie beside.
pub fn asset(path: &str) -> Route {
    let inside = path.strip_prefix("content/").unwrap_or(path);
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if let Some(last) = parts.pop() {
        parts.iter_mut().for_each(|folder| *folder = slug(folder));
        let (stem, ending) = last.rsplit_once('.').unwrap_or((&last, ""));
        let dot = if ending.is_empty() { "" } else { "." };
        parts.push(format!("{}{dot}{}", slug(stem), slug_or_empty(ending)));
    }
    Route::new(&format!("/{}", parts.join("/")))
}

/// A theme's asset, named after its content: `/assets/plenary.0123456789abcdef.css`.
pub fn theme_asset(name: &str, digest: &str) -> Route {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    Route::new(&format!("/assets/{stem}.{digest}.{ending}"))
}

/// The picture that stands for a report where a link to it is shared.
pub fn card(report: &Route) -> Route {
    Route::new(&format!("{report}card.png"))
}

/// A file that stands for a picture at one width, named after what it is made of: `/a/hall-960.0123456789abcdef.webp`.
pub fn variant(of: &Route, variant: &Variant) -> Route {
    let stem = of.as_str().rsplit_once('.').map_or(of.as_str(), |(stem, _)| stem);
    let digest = variant.name.hex();
    Route::new(&format!("{stem}-{}.{}.{}", variant.width, &digest[..16], variant.kind.ending()))
}

/// An old address as a route, if it is one.
pub fn alias(text: &str) -> Option<Route> {
    let is_file = text.rsplit('/').next().is_some_and(|name| name.contains('.') || name.is_empty());
    Route::is_fit(text).then(|| Route::new(&if is_file { text.to_owned() } else { format!("{text}/") }))
}

/// Lower-case ASCII letters and digits, joined by hyphens. Accents are dropped; letters without an ASCII form are
/// written by their code points, so that no name is empty and two names seldom meet.
pub fn slug(text: &str) -> String {
    let slug = slug_or_empty(text);
    if slug.is_empty() { "x".to_owned() } else { slug }
}

fn slug_or_empty(text: &str) -> String {
    let mut slug = String::new();
    for letter in text.nfkd().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' | '_' => slug.push(letter),
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            'ß' => slug.push_str("ss"),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push('o'),
            'đ' => slug.push('d'),
            'ł' => slug.push('l'),
            'œ' => slug.push_str("oe"),
            other if other.is_alphanumeric() => slug.push_str(&format!("{:x}", u32::from(other))),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}
