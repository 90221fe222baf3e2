//! What an author is told about pictures. Each constructor is one finding.

use super::{Code, Diagnostic};
use crate::model::picture::Flaw;
use crate::model::source::{SourcePath, Span};

type At<'a> = (&'a SourcePath, Span);

pub fn missing_image_text(at: At, src: &str) -> Diagnostic {
    let message = format!("the picture `{src}` has no text for those who cannot see it");
    Diagnostic::new(Code::MissingImageText, at, message, "say in a few words what it shows".to_owned())
}

/// A photo without `alt`, where an empty one can be said.
pub fn missing_photo_text(at: At, src: &str) -> Diagnostic {
    missing_image_text(at, src).help("add `alt: …`; `alt: \"\"` says that it adds nothing to the words")
}

pub fn missing_credit(at: At, src: &str) -> Diagnostic {
    let message = format!("nobody is named for the photo `{src}`");
    Diagnostic::new(Code::MissingCredit, at, message, "add `credit: Name/Agency`".to_owned())
}

/// A picture of which nothing can be made.
pub fn damaged_picture(at: At, src: &str, flaw: Flaw) -> Diagnostic {
    let (why, label) = match flaw {
        Flaw::Unknown => ("is no picture that is known here", "save it as JPEG, PNG, WebP, GIF or SVG"),
        Flaw::Broken => ("is damaged: it cannot be read to its end", "copy it here once more, or save it anew"),
        Flaw::TooLarge => ("has more than 64 million pixels", "save it smaller"),
        Flaw::Unreadable => ("could not be read", "look whether it may be opened"),
    };
    Diagnostic::new(Code::DamagedPicture, at, format!("the picture `{src}` {why}"), label.to_owned())
        .help("it is copied as it is, and shown in one size")
}

/// A picture whose own file says where it was taken.
pub fn picture_tells_place(at: At, src: &str, ending: &str) -> Diagnostic {
    let message = format!("the file of the picture `{src}` says where on earth it was taken");
    Diagnostic::new(Code::PictureTellsPlace, at, message, "take that out before it is published".to_owned()).help(
        format!("pages show copies without it, but the file itself is published too: `exiftool -all= name.{ending}`"),
    )
}
