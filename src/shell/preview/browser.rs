//! Opens an address in the author's browser, or says that it could not.

use crate::shell::print;
use std::process::{Command, Stdio};

/// What opens an address where `$BROWSER` names nothing.
const OPENERS: &[&str] = if cfg!(target_os = "macos") { &["open"] } else { &["xdg-open", "wslview"] };

/// Opens `url`; what does not work is no reason not to serve.
pub fn open(url: &str) {
    let chosen = std::env::var("BROWSER").ok().filter(|words| !words.trim().is_empty());
    let opened = match &chosen {
        Some(words) => words.split(':').any(|words| run(words, url)),
        None => OPENERS.iter().any(|words| run(words, url)),
    };
    if !opened {
        print::note("note: no browser could be opened; $BROWSER can name one");
    }
}

/// Runs a command with the address in the place of `%s`, or at its end.
fn run(words: &str, url: &str) -> bool {
    let mut words: Vec<&str> = words.split_whitespace().collect();
    match words.iter_mut().find(|word| **word == "%s") {
        Some(word) => *word = url,
        None => words.push(url),
    }
    let [program, arguments @ ..] = words.as_slice() else { return false };
    let quiet = || Stdio::null();
    let begun = Command::new(program).args(arguments).stdin(quiet()).stdout(quiet()).stderr(quiet()).spawn();
    // Waited for by a thread of its own, for a browser may stay open as long as the server.
    begun.map(|mut child| std::thread::spawn(move || child.wait())).is_ok()
}
