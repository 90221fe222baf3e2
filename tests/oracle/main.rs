//! The oracle for incremental builds: after every step of a random history of a small site, a build that remembers must
//! equal a build that does not: the same files, bytes, exit code and findings, and building again writes nothing.
//!
//! `cargo test --test oracle`. `ORACLE_HISTORIES=5000` asks for more histories, `ORACLE_SEED=7` for others, and
//! `ORACLE_STEPS=30` for longer ones. A history that fails is cut down to the steps that it needs, and printed.
//!
//! `site.txt` is the site they begin with, `steps/` what can happen to it, `folder.rs` the disk, `builder.rs` how a build
//! is run (the one place that knows the program), `history.rs` the laws, `shrink.rs` the cutting down, `search.rs` many
//! histories at once, `killed.rs` the program itself stopped at random moments.

mod builder;
#[path = "../../benches/sites/dice.rs"]
mod dice;
#[path = "../drawing/mod.rs"]
mod drawing;
mod folder;
mod history;
mod killed;
mod search;
mod shrink;
mod steps;
mod text;

use search::{Extent, Tally, first_failure};

/// What was asked for in the environment, or what serves.
fn asked(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|word| word.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn incremental_equals_clean_for_any_history() {
    let extent = Extent {
        histories: asked("ORACLE_HISTORIES", 300),
        steps: asked("ORACLE_STEPS", 15),
        seed: asked("ORACLE_SEED", 1),
    };
    let tally = Tally::default();
    let failure = first_failure(None, &extent, &tally);
    println!("{tally}");
    if let Some(failure) = failure {
        panic!("{failure}");
    }
}

/// The oracle finds what it is for: each way to be wrong fails within a few histories, and shrinks to a few steps.
#[test]
fn every_flaw_is_found() {
    for flaw in builder::Flaw::all() {
        let tally = Tally::default();
        let extent = Extent { histories: 40, steps: 15, seed: 1 };
        let failure = first_failure(Some(flaw), &extent, &tally);
        let failure = failure.unwrap_or_else(|| panic!("{flaw:?} was not found in {} histories", extent.histories));
        println!("{flaw:?}: {failure}");
        assert!(failure.steps.len() <= 3, "{flaw:?} was not cut down:\n{failure}");
    }
}
