//! Pictures that pages show: which they are, what is wrong with them, and the files that stand for them. What was made of a
//! picture once is put by in the world under its digest, so that it is decoded again only when that is lost.

use super::read::Site;
use super::reports::Reports;
use super::world::{Stage, World};
use crate::compose;
use crate::diag::{self, Diagnostic};
use crate::model::artifact::{Artifact, Body};
use crate::model::digest::Digest;
use crate::model::ids::Route;
use crate::model::manuscript::{Kind, Manuscript, Written};
use crate::model::picture::*;
use crate::model::source::{Content, SourcePath, SourceSet, Span};
use crate::picture;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// All pictures that pages show.
#[derive(Default)]
pub struct Shown {
    /// Those that can be shown in a size that is known.
    pub pictures: Arc<Pictures>,
    flaws: BTreeMap<Route, Flaw>,
    files: BTreeMap<Route, File>,
    /// Whether none was decoded, since nothing will stand of what is made.
    pub are_foreseen: bool,
}

/// A picture's own file.
#[derive(Clone)]
struct File {
    path: SourcePath,
    measured: Measured,
    bytes: Option<Arc<[u8]>>,
}

/// Whether a build comes to anything: with errors in what was read, nothing of it will stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outlook {
    Good,
    Vain,
}

impl Shown {
    /// Sees what there is to see of all pictures that some page shows, of those files that readers may have.
    pub fn of(
        (site, reports): (&Site, &Reports),
        (sources, copies): (&SourceSet, &[SourcePath]),
        world: &dyn World,
        outlook: Outlook,
    ) -> Self {
        let uses = uses(site, reports);
        let wanted: BTreeSet<Route> =
            uses.filter_map(|(path, dest)| compose::picture_route(path, &dest.value)).collect();
        let file = |path: &SourcePath| {
            let Some(Content::Picture { measured, bytes }) = sources.files.get(path) else { return None };
            let route = Some(compose::asset(path)).filter(|route| wanted.contains(route))?;
            Some((route, File { path: path.clone(), measured: *measured, bytes: bytes.clone() }))
        };
        let files: BTreeMap<Route, File> = copies.iter().filter_map(file).collect();
        let done = AtomicUsize::new(0);
        let seen: Vec<(&Route, Result<Picture, Flaw>)> = files
            .par_iter()
            .map(|(route, file)| {
                let picture = file.picture(world, outlook);
                world.stage(Stage::Picture, done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
                (route, picture)
            })
            .collect();
        let (mut pictures, mut flaws) = (Pictures::new(), BTreeMap::new());
        for (route, picture) in seen {
            match picture {
                Ok(picture) => drop(pictures.insert(route.clone(), picture)),
                Err(flaw) => drop(flaws.insert(route.clone(), flaw)),
            }
        }
        let are_foreseen = outlook == Outlook::Vain && !files.is_empty();
        Self { pictures: Arc::new(pictures), flaws, files, are_foreseen }
    }

    /// What is wrong with pictures, told where a text shows them.
    pub fn findings(&self, site: &Site, reports: &Reports) -> Vec<Diagnostic> {
        let tells = |picture: &Picture| picture.form.tells_place;
        if self.flaws.is_empty() && !self.pictures.values().any(tells) {
            return Vec::new();
        }
        let finding = |(path, dest): (&SourcePath, Written<String>)| {
            let route = compose::picture_route(path, &dest.value)?;
            let at = (path, dest.span);
            match self.flaws.get(&route) {
                Some(flaw) => Some(diag::damaged_picture(at, &dest.value, *flaw)),
                None => {
                    let picture = self.pictures.get(&route).filter(|picture| tells(picture))?;
                    Some(diag::picture_tells_place(at, &dest.value, picture.form.kind.ending()))
                }
            }
        };
        uses(site, reports).filter_map(finding).collect()
    }

    /// Of all that pages show of them.
    pub fn digest(&self) -> Digest {
        Digest::of_value(&*self.pictures)
    }

    /// The addresses of all that was made of them.
    pub fn routes(&self) -> impl Iterator<Item = Route> {
        let routes = |(route, picture): (&Route, &Picture)| {
            picture.variants.iter().map(|variant| compose::variant(route, variant)).collect::<Vec<_>>()
        };
        self.pictures.iter().flat_map(routes)
    }

    /// Sees to it that all that was made of them stands in the output.
    pub fn emit(&self, world: &dyn World) {
        if !world.wants_files() || self.are_foreseen {
            return;
        }
        self.pictures.par_iter().for_each(|(route, picture)| {
            if let Some(file) = self.files.get(route) {
                file.emit(route, &picture.variants, world);
            }
        });
    }
}

/// Every place where a text shows a picture.
fn uses<'a>(site: &'a Site, reports: &'a Reports) -> impl Iterator<Item = (&'a SourcePath, Written<String>)> {
    let gists = reports.shown.values().flat_map(BTreeMap::values);
    let of_reports = gists.flat_map(|gist| gist.pictures.iter().map(|picture| (&gist.head.path, picture.clone())));
    let texts = site.texts.values().flat_map(BTreeMap::values);
    texts.flat_map(|text| of_text(text).map(|picture| (&text.path, picture))).chain(of_reports)
}

/// The pictures of a text that is no report. Those of a draft are not shown.
fn of_text(text: &Manuscript) -> impl Iterator<Item = Written<String>> {
    let photo = match &text.kind {
        Kind::Conference(matter) => matter.photo.as_ref().map(|photo| photo.src.clone()),
        _ => None,
    };
    let shows = !matches!(text.kind, Kind::Draft(_));
    let own = text.prose.pictures().filter(move |_| shows);
    photo.into_iter().chain(own.map(|(dest, span): (&str, Span)| Written { value: dest.to_owned(), span }))
}

/// What was made of a picture, or why nothing was.
type Result<T, E> = std::result::Result<T, E>;

impl File {
    fn picture(&self, world: &dyn World, outlook: Outlook) -> Result<Picture, Flaw> {
        let form = self.measured.form?;
        if !picture::varies(&form) {
            return Ok(Picture { form, variants: Vec::new() });
        }
        let variants = match (outlook, world.wants_files()) {
            (Outlook::Vain, _) => Ok(picture::foreseen(&self.measured)),
            (Outlook::Good, true) => self.known(world).unwrap_or_else(|| self.made(world)),
            (Outlook::Good, false) => match self.read(world) {
                Some(bytes) => picture::decode(&bytes, &self.measured),
                None => Ok(picture::foreseen(&self.measured)),
            },
        };
        variants.map(|variants| Picture { form, variants })
    }

    fn key(&self) -> String {
        picture::key(&self.measured).hex()
    }

    /// What an earlier build made of it.
    fn known(&self, world: &dyn World) -> Option<Result<Vec<Variant>, Flaw>> {
        postcard::from_bytes(&world.fetch(&self.key())?).ok()
    }

    /// Makes all that is made of it, and puts it by.
    fn made(&self, world: &dyn World) -> Result<Vec<Variant>, Flaw> {
        let made = self.vary(world);
        let variants: Result<Vec<Variant>, Flaw> = match made {
            Ok(made) => {
                made.iter().for_each(|(variant, bytes)| world.put_by(&self.name(variant), bytes));
                Ok(made.into_iter().map(|(variant, _)| variant).collect())
            }
            Err(flaw) => Err(flaw),
        };
        // What the disk did not give may be there the next time.
        if !matches!(variants, Err(Flaw::Unreadable)) {
            world.put_by(&self.key(), &postcard::to_allocvec(&variants).unwrap_or_default());
        }
        variants
    }

    fn vary(&self, world: &dyn World) -> Result<picture::Made, Flaw> {
        picture::vary(&self.read(world).ok_or(Flaw::Unreadable)?, &self.measured)
    }

    /// What a variant's bytes are put by under.
    fn name(&self, variant: &Variant) -> String {
        format!("{}-{}.{}", self.key(), variant.width, variant.kind.ending())
    }

    /// Its bytes, if they are still those that were measured.
    fn read(&self, world: &dyn World) -> Option<Vec<u8>> {
        let bytes = self.bytes.as_ref().map(|bytes| bytes.to_vec()).or_else(|| world.bytes(&self.path))?;
        (Digest::of(&bytes) == self.measured.digest).then_some(bytes)
    }

    fn emit(&self, route: &Route, variants: &[Variant], world: &dyn World) {
        let mut again = None;
        for variant in variants {
            let route = compose::variant(route, variant);
            let file = route.file();
            if world.stands(&file) == Some(variant.digest) {
                world.retain(&file);
                continue;
            }
            let is_whole = |bytes: &Vec<u8>| Digest::of(bytes) == variant.digest;
            let bytes = world.fetch(&self.name(variant)).filter(is_whole).or_else(|| {
                let made = again.get_or_insert_with(|| self.vary(world).unwrap_or_default());
                let own = made.iter().find(|(one, _)| one == variant)?;
                world.put_by(&self.name(variant), &own.1);
                Some(own.1.clone())
            });
            if let Some(bytes) = bytes {
                world.emit(Artifact { route, body: Body::Bytes(bytes) });
            }
        }
    }
}
