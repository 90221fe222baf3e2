//! Pairs of drafts to compare of which one does not exist.

use crate::diag::{self, Diagnostic};
use crate::model::date::Date;
use crate::model::manuscript::Written;
use crate::model::source::SourcePath;

/// Looks up the dates that the instrument's file `path` names under `compare` among those of its drafts.
pub fn comparisons(path: &SourcePath, pairs: &[[Written<Date>; 2]], drafts: &[Date]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for [one, other] in pairs {
        for date in [one, other].into_iter().filter(|date| !drafts.contains(&date.value)) {
            let near = drafts.iter().min_by_key(|draft| draft.days_from(date.value)).map(Date::to_string);
            findings.push(diag::unknown_draft((path, date.span), &date.value.to_string(), near.as_deref()));
        }
        if one.value == other.value {
            findings.push(diag::same_draft((path, other.span), &other.value.to_string()));
        }
    }
    findings
}
