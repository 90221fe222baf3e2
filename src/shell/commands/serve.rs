//! `rapporteur serve`: the site for the author alone, built anew for each change.

use super::options;
use crate::build::{self, Options};
use crate::model::source::Content as Source;
use crate::shell::cli::{Build, Format, Making, Serve, Telling};
use crate::shell::error::{Exit, ShellError};
use crate::shell::output;
use crate::shell::preview::{self, Bytes, Findings, Kept, Shown, Told};
use crate::shell::print;
use crate::shell::rebuild::{self, Audience, Pages, Terminal, Turn};
use crate::shell::scan;
use crate::shell::watch::{Signal, Watch};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::Builder;
use std::time::Duration;

/// A build that is at work when the preview is stopped may still take so long.
const LAST: Duration = Duration::from_secs(2);
/// The first build may take so long before the server begins without it.
const AT_FIRST: Duration = Duration::from_millis(700);

pub fn run(root: &Path, args: &Serve) -> Result<Exit, ShellError> {
    let build = as_build(args);
    // What is wrong with the arguments will not mend itself.
    let base = base(root, options(&build.making)?);
    if !args.in_memory {
        output::output(root, &build.output_dir)?;
    }
    let (signals, heard) = channel();
    // Before the first build, so that nothing changes unheard while that is made.
    let watch = Watch::begin(root, args.poll.map(Duration::from_millis), signals.clone())?;
    let shown = Arc::new(Shown::new(&base));
    let (first, begun) = channel();
    let (end, ended) = channel::<()>();
    let terminal = Terminal::new(root.to_owned(), Telling { ..build.telling });
    let showing = Showing { shown: shown.clone(), first };
    let place = root.to_owned();
    let pages = if args.in_memory { Pages::Held } else { Pages::Written };
    let turns = move || {
        // Dropped when the loop has ended, however it did.
        let _end = end;
        rebuild::run((&place, &build, pages), &heard, &[&terminal, &showing]);
    };
    Builder::new().name("rebuild".to_owned()).spawn(turns).map_err(ShellError::at("build", root))?;
    // Most sites are there before a browser is; a large one tells its readers that it is being made.
    let _ = begun.recv_timeout(AT_FIRST);
    let served = preview::serve(&shown, root, args);
    let _ = signals.send(Signal::Stop);
    drop(watch);
    // A build that takes longer is stopped with the program, which harms no output.
    let _ = ended.recv_timeout(LAST);
    served.map(|()| Exit::Fine)
}

/// The path at which the site will stand on its host, before anything of it is built.
fn base(root: &Path, options: Options) -> String {
    let base = options.base_url.or_else(|| match scan::read(root, &"content/site.yaml".into()) {
        Ok(Source::Text(text)) => build::base_url(&text),
        _ => None,
    });
    base.map_or_else(String::new, |base| base.path)
}

/// The builds that a preview is made of.
fn as_build(args: &Serve) -> Build {
    let Making { drafts, now, base_url } = &args.making;
    Build {
        making: Making { drafts: *drafts, now: now.clone(), base_url: base_url.clone() },
        telling: Telling { format: Format::Human, strict: false },
        output_dir: args.output_dir.clone(),
        force: args.force,
        timings: false,
        verify: false,
    }
}

/// Hands what builds come to over to the server.
struct Showing {
    shown: Arc<Shown>,
    /// Hears of the first.
    first: Sender<()>,
}

impl Audience for Showing {
    fn turn(&self, turn: &Turn) {
        let put: Vec<(String, Kept)> = turn.put.iter().map(|put| (put.file.clone(), put.kept.clone())).collect();
        if self.shown.base() != turn.base {
            self.shown.replace(turn.base, put);
        } else if !put.is_empty() || !turn.gone.is_empty() {
            self.shown.change(put, &turn.gone);
        }
        self.shown.findings(print::told(turn.findings, turn.sources));
        // Nobody waits but for the first.
        let _ = self.first.send(());
    }

    fn failed(&self, error: Option<&ShellError>) {
        // The turn that ended it has told its own findings.
        let Some(error) = error else { return };
        let (message, help) = match error {
            ShellError::Refused { why, instead } => (why.clone(), Some(instead.clone())),
            other => (other.to_string(), None),
        };
        let told = Told {
            severity: "error".to_owned(),
            code: "failure".to_owned(),
            path: ".".to_owned(),
            line: 1,
            column: 1,
            message,
            help,
            snippet: String::new(),
        };
        self.shown.findings(Findings { errors: 1, warnings: 0, first: vec![told] });
        let _ = self.first.send(());
    }

    fn note(&self, _note: &str) {}

    fn looked_at(&self) -> Vec<String> {
        self.shown.looked_at()
    }

    fn see(&self, files: &[(String, Bytes)]) {
        let kept = files.iter().map(|(file, bytes)| (file.clone(), Kept::held(bytes.clone())));
        self.shown.change(kept.collect(), &[]);
    }
}
