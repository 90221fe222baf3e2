//! `rapporteur clean`

use crate::shell::error::{Exit, ShellError};
use crate::shell::output;
use crate::shell::print;
use crate::shell::store::Store;
use std::path::Path;

pub fn run(root: &Path, output: &Path) -> Result<Exit, ShellError> {
    let output = output::output(root, output)?;
    let store = Store::open(root)?;
    let deleted = output::clean(&output, &store)?;
    print::notes(&store.notes.take());
    print::out(&format!("{} deleted from {}", print::plural(deleted, "file"), output.display()));
    Ok(Exit::Fine)
}
