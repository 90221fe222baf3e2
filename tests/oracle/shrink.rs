//! Cuts a history that fails down to the steps without which it does not.

use super::builder::Flaw;
use super::history::{Broken, Step, Trial, replay};
use super::search::Tally;

/// The steps that are left, and the law that they still break.
pub fn shrink(steps: Vec<Step>, broken: Broken, flaw: Option<Flaw>) -> (Vec<Step>, Broken) {
    // What is tried here is no part of the count.
    let tally = Tally::default();
    let trial = Trial { flaw, tally: &tally };
    let (mut steps, mut broken) = (steps, broken);
    let mut size = steps.len().div_ceil(2);
    while size > 0 {
        let mut at = 0;
        while at < steps.len() {
            let mut fewer = steps.clone();
            fewer.drain(at..(at + size).min(steps.len()));
            match replay(&fewer, trial) {
                Err(still) => (steps, broken) = (fewer, still),
                Ok(()) => at += size,
            }
        }
        size /= 2;
    }
    (steps, broken)
}
