//! What finished HTML refers to.

use super::source::Span;
use std::borrow::Cow;

/// One destination or id; a value that stands as it is in the markup is lent from there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference<'a> {
    pub kind: ReferenceKind,
    pub value: Cow<'a, str>,
    /// Of the value as it is written, in the text it was found in.
    pub span: Span,
}

impl Reference<'_> {
    /// The same, to be kept when the markup is gone.
    pub fn into_owned(self) -> Reference<'static> {
        Reference { kind: self.kind, value: Cow::Owned(self.value.into_owned()), span: self.span }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReferenceKind {
    Page,
    /// A file that is loaded: picture, style sheet, script.
    Picture,
    /// A picture without `alt`; the value is its address.
    SilentPicture,
    Id,
}
