//! Reads the arguments, runs the command, exits with its code.

use clap::Parser;
use rapporteur::shell::{Exit, cli::Cli, commands, print};
use std::process::ExitCode;

fn main() -> ExitCode {
    let exit = commands::run(&Cli::parse()).unwrap_or_else(|error| {
        print::note(&format!("error: {error}"));
        Exit::Failed
    });
    ExitCode::from(exit.code())
}
