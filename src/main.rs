//! Reads the arguments, runs the command, exits with its code.

use clap::Parser;
use rapporteur::shell::{Exit, cli::Cli, commands, print};
use std::process::ExitCode;

/// A build asks for tens of millions of small pieces of memory, from all threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let exit = commands::run(&Cli::parse()).unwrap_or_else(|error| {
        print::note(&format!("error: {error}"));
        Exit::Failed
    });
    ExitCode::from(exit.code())
}
