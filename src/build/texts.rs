//! Texts of reports, for the pages that show them.

use crate::model::gist::{Gist, Sentences, Texts};
use crate::model::report::Report;
use crate::model::source::SourcePath;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts that were just read, all of them.
#[derive(Default)]
pub struct Held {
    pub reports: BTreeMap<SourcePath, (Arc<Report>, Arc<Sentences>)>,
}

impl Texts for Held {
    fn report(&self, gist: &Gist) -> Arc<Report> {
        self.reports[&gist.head.path].0.clone()
    }

    fn sentences(&self, gist: &Gist) -> Arc<Sentences> {
        self.reports[&gist.head.path].1.clone()
    }
}
