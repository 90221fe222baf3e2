//! A route and its bytes: what the core asks the shell to write.

use super::ids::Route;
use super::source::SourcePath;

#[derive(Clone, Debug)]
pub struct Artifact {
    pub route: Route,
    pub body: Body,
}

#[derive(Clone, Debug)]
pub enum Body {
    Bytes(Vec<u8>),
    /// The bytes of one of the site's files, which the core never reads.
    Copy(SourcePath),
}
