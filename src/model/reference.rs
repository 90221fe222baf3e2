//! What finished HTML refers to.

use super::source::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub kind: ReferenceKind,
    pub value: String,
    /// Of the value, in the text it was found in.
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    Page,
    /// A file that is loaded: picture, style sheet, script.
    Picture,
    /// A picture without `alt`; the value is its address.
    SilentPicture,
    Id,
}
