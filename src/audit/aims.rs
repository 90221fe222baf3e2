//! What the addresses in a finished page stand for, and what is left of them when the page itself is no longer held:
//! enough to see that all of them lead somewhere. Which of them does not, and where it was written, is found out from
//! the page alone.

use crate::model::page::{Leads, Page};
use crate::model::reference::{Reference, ReferenceKind};
use crate::model::site::Site;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};

/// What an address in a finished page stands for.
pub enum Aim<'a> {
    /// Another site.
    Away,
    /// This site's host, but not what stands below the site's path.
    Beside {
        base: String,
    },
    At(Cow<'a, str>),
}

/// An address within the site, or one with an anchor, by hashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    pub page: u64,
    /// 0 for the page itself.
    pub anchor: u32,
}

impl Spot {
    pub fn page(route: &str) -> Self {
        Self { page: hash(route), anchor: 0 }
    }

    pub fn anchor(route: &str, anchor: &str) -> Self {
        Self::page(route).at(anchor)
    }

    /// A place of the same page.
    fn at(self, anchor: &str) -> Self {
        let [.., a, b, c, d] = hash(anchor).to_le_bytes();
        Self { page: self.page, anchor: u32::from_le_bytes([a, b, c, d]).max(1) }
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// What a page leads to, and what it can be led to by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// In order, each once.
    pub leads: Vec<Spot>,
    pub stands: Vec<Spot>,
    /// Whether something is wrong, or looks wrong, whatever the other pages are.
    pub is_odd: bool,
}

/// What a page leads to: the links that its authors wrote, and those in its finished HTML.
pub fn trace<'a>(page: &Page, references: impl Iterator<Item = Reference<'a>>, site: &Site) -> Trace {
    let own = page.route.as_str();
    let mut trace = Trace::default();
    let itself = Spot::page(own);
    trace.stands.push(itself);
    let mut written: BTreeSet<String> = BTreeSet::new();
    for link in &page.links {
        match &link.leads {
            Leads::Outside => {}
            Leads::Unsafe | Leads::Nowhere { .. } => trace.is_odd = true,
            Leads::Here { anchor } => lead(&mut trace, own, Some(anchor)),
            Leads::Page { route, anchor } => lead(&mut trace, route.as_str(), anchor.as_deref()),
        }
        written.insert(match &link.leads {
            Leads::Page { route, .. } => site.href(route),
            _ => link.dest.clone(),
        });
    }
    for reference in references {
        match reference.kind {
            ReferenceKind::Id => trace.stands.push(itself.at(&reference.value)),
            ReferenceKind::Page | ReferenceKind::Picture => {
                let href: &str = &reference.value;
                let (path, anchor) = href.split_once('#').map_or((href, None), |(path, anchor)| (path, Some(anchor)));
                if written.contains(path) || written.contains(href) {
                    continue;
                }
                match aim(site, own, path) {
                    Aim::Away => {}
                    Aim::Beside { .. } => trace.is_odd = true,
                    Aim::At(route) => lead(&mut trace, &route, anchor),
                }
            }
            ReferenceKind::SilentPicture => {}
        }
    }
    order(&mut trace.leads);
    let ids = trace.stands.len();
    order(&mut trace.stands);
    // An id that stands twice.
    trace.is_odd |= trace.stands.len() < ids;
    trace
}

fn order(spots: &mut Vec<Spot>) {
    spots.sort_unstable();
    spots.dedup();
}

fn lead(trace: &mut Trace, route: &str, anchor: Option<&str>) {
    let page = Spot::page(route);
    trace.leads.push(page);
    // `#:~:text=` points at words, and `#` at the page's beginning.
    if let Some(anchor) = anchor.filter(|anchor| !anchor.is_empty() && !anchor.starts_with(":~:")) {
        trace.leads.push(page.at(anchor));
    }
}

/// What an address in a page stands for.
pub fn aim<'a>(site: &Site, page: &'a str, path: &'a str) -> Aim<'a> {
    let path = path.split('?').next().unwrap_or_default();
    let base = site.base_url.as_ref();
    let own = base.and_then(|base| path.strip_prefix(base.origin.as_str()));
    let inside = match own.filter(|rest| rest.is_empty() || rest.starts_with('/')) {
        Some(rest) => rest,
        None if path.starts_with("//") => return Aim::Away,
        // Nearly no address within the site has a colon.
        None if path.contains(':')
            && (path.contains("://") || path.starts_with("mailto:") || path.starts_with("data:")) =>
        {
            return Aim::Away;
        }
        None => path,
    };
    if inside.is_empty() {
        return Aim::At(Cow::Borrowed(page));
    }
    let prefix = base.map_or("", |base| base.path.as_str());
    if let Some(rest) = inside.strip_prefix(prefix).filter(|rest| rest.starts_with('/')) {
        return Aim::At(Cow::Borrowed(rest));
    }
    if own.is_some() {
        return Aim::Away;
    }
    if inside.starts_with('/') {
        return Aim::Beside { base: prefix.to_owned() };
    }
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').collect();
    for part in inside.split('/') {
        match part {
            "." => {}
            ".." if parts.len() > 1 => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Aim::At(Cow::Owned(parts.join("/")))
}
