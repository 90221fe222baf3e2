//! Pictures as pages show them: the files that a browser chooses from, and the size that keeps their place while they load.

use super::edition::Edition;
use super::markup::escape;
use super::places::{decoded, joined};
use super::routes;
use crate::model::ids::Route;
use crate::model::manuscript::PhotoMatter;
use crate::model::picture::{Picture, PictureKind, Variant};
use crate::model::view::{Photo, PictureFiles};

/// How wide a picture among words is: as wide as the column, which fills a narrow screen.
const SIZES: &str = "(min-width: 42rem) 38rem, 100vw";

/// The address of a picture's own file, as a text at `from` names it; none for what lies elsewhere.
pub fn picture_route(from: &str, dest: &str) -> Option<Route> {
    if dest.starts_with("//") || dest.contains(':') {
        return None;
    }
    let path = decoded(dest.split(['?', '#']).next()?);
    if path.starts_with('/') { Some(Route::new(&path)) } else { joined(from, &path).map(|file| routes::asset(&file)) }
}

impl Edition<'_> {
    /// The files of a picture that the text at `from` shows.
    pub fn picture(&self, from: &str, dest: &str) -> Option<PictureFiles> {
        let href = self.places.href(&self.places.leads(from, dest), dest)?;
        let route = picture_route(from, dest);
        let picture = route.and_then(|route| Some((self.corpus.pictures.get(&route)?, route)));
        Some(match picture {
            Some((picture, route)) => self.files((&route, picture), href),
            None => PictureFiles { src: href, ..PictureFiles::default() },
        })
    }

    /// A photo, if its file is there.
    pub fn photo(&self, from: &str, photo: &PhotoMatter) -> Option<Photo> {
        let PictureFiles { src, width, height, srcset, webp } = self.picture(from, &photo.src.value)?;
        Some(Photo { src, width, height, srcset, webp, alt: photo.alt.clone(), credit: photo.credit.clone() })
    }

    /// The widest file of the picture's own kind stands for all of them.
    fn files(&self, (route, picture): (&Route, &Picture), own: String) -> PictureFiles {
        let href = |variant: &Variant| self.href(&routes::variant(route, variant));
        let of_kind = |kind: PictureKind| picture.variants.iter().filter(move |variant| variant.kind == kind);
        let set = |kind| {
            let files = of_kind(kind).map(|variant| format!("{} {}w", href(variant), variant.width));
            Some(files.collect::<Vec<_>>().join(", ")).filter(|set| !set.is_empty())
        };
        let kind = picture.form.kind;
        let widest = of_kind(kind).next_back();
        let (width, height) =
            widest.map_or((picture.form.width, picture.form.height), |file| (file.width, file.height));
        PictureFiles {
            src: widest.map_or(own, href),
            width: Some(width),
            height: Some(height),
            srcset: set(kind).filter(|set| set.contains(", ")),
            webp: set(PictureKind::Webp).filter(|_| kind != PictureKind::Webp),
        }
    }
}

/// A picture among words, as HTML; it stands somewhere below and can wait until it is seen.
pub fn markup(files: &PictureFiles, alt: &str, title: &str) -> String {
    let attribute = |name: &str, value: &str| format!(" {name}=\"{}\"", escape(value));
    let number =
        |name: &str, value: Option<u32>| value.map_or_else(String::new, |value| format!(" {name}=\"{value}\""));
    let set = |srcset: &Option<String>| {
        let srcset = srcset.as_ref();
        srcset.map_or_else(String::new, |set| attribute("srcset", set) + &attribute("sizes", SIZES))
    };
    let title = if title.is_empty() { String::new() } else { attribute("title", title) };
    let size = number("width", files.width) + &number("height", files.height);
    let (src, alt, srcset) = (attribute("src", &files.src), attribute("alt", alt), set(&files.srcset));
    let image = format!("<img{src}{srcset}{size}{alt}{title} loading=\"lazy\" decoding=\"async\">");
    match &files.webp {
        Some(_) => format!("<picture><source type=\"image/webp\"{}>{image}</picture>", set(&files.webp)),
        None => image,
    }
}
