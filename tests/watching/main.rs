//! A site on a real disk, a real watcher, and the loop that builds: after each history of saves, moves and mistakes what is
//! shown, and what stands in the output folder, is what a clean build makes of the same sources.

mod editors;
mod folders;
mod lookout;
mod memory;
mod mistakes;
mod preview;
mod settings;
