//! The world: arguments, disk, clock, sockets, printing. Everything here can fail, and says at which path and deed.

mod chromium;
pub mod cli;
pub mod commands;
pub mod error;
mod held;
mod joins;
pub mod live;
pub mod output;
pub mod preview;
pub mod print;
pub mod program;
pub mod progress;
pub mod rebuild;
pub mod same;
pub mod scan;
pub mod stat;
pub mod store;
pub mod timings;
pub mod untranslated;
pub mod verify;
pub mod watch;
pub mod world;

pub use error::{Exit, ShellError};
