//! An installed Chromium, run once without a window to print a page: found, given a folder of its own that is removed
//! whatever happens, and stopped when it takes too long or nobody wants its work any more.

use super::ShellError;
use std::fs::{self, DirBuilder, File};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// What it is called where `$CHROME` names none.
const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
/// Where macOS has it.
const APPLICATIONS: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
/// The longest document takes far less.
const MOST: Duration = Duration::from_secs(180);
const LOOK: Duration = Duration::from_millis(30);

/// Tagged and with an outline; nothing of the page's but the page; and no word to anybody but this machine.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
];

/// The program, or what to do without one.
pub fn find() -> Result<PathBuf, ShellError> {
    let help = "install Chromium or Chrome (Debian and Ubuntu: `apt install chromium`), or name its program in $CHROME";
    if let Some(chosen) = std::env::var_os("CHROME").filter(|chosen| !chosen.is_empty()) {
        let chosen = PathBuf::from(chosen);
        let found = on_path(&chosen);
        return found.ok_or_else(|| {
            ShellError::refused(format!("$CHROME names {}, and there is no such program", chosen.display()), help)
        });
    }
    let found = NAMES.iter().find_map(|name| on_path(Path::new(name)));
    let found = found.or_else(|| APPLICATIONS.iter().map(PathBuf::from).find(|path| path.is_file()));
    found.ok_or_else(|| ShellError::refused("pages are printed by Chromium, and none was found", help))
}

/// A program by its path, or by its name in one of the folders of `$PATH`.
fn on_path(name: &Path) -> Option<PathBuf> {
    if name.components().count() > 1 {
        return name.is_file().then(|| name.to_owned());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The page at `url` as PDF; none when `stop` turned true before it was done.
pub fn print(program: &Path, url: &str, stop: &AtomicBool) -> Result<Option<Vec<u8>>, ShellError> {
    let folder = Folder::new()?;
    let (file, said) = (folder.path.join("page.pdf"), folder.path.join("said"));
    let words = File::create(&said).map_err(ShellError::at("write", &said))?;
    let mut command = Command::new(program);
    command.args(ARGUMENTS).arg(format!("--user-data-dir={}", folder.path.join("profile").display()));
    command.arg(format!("--print-to-pdf={}", file.display()));
    if folder.is_roots() {
        // Chromium does not run as root otherwise. What it shows are pages of our own making.
        command.arg("--no-sandbox");
    }
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(words);
    let child = command.spawn().map_err(ShellError::at("run", program))?;
    let ended = Running(child).wait(stop, program)?;
    if ended == Ended::Stopped {
        return Ok(None);
    }
    let bytes = fs::read(&file).unwrap_or_default();
    if ended == Ended::Itself && bytes.starts_with(b"%PDF-") {
        return Ok(Some(bytes));
    }
    let said = fs::read_to_string(&said).unwrap_or_default();
    let last = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").to_owned();
    let why = match ended {
        Ended::TooLate => format!("{} did not print the page within {} seconds", program.display(), MOST.as_secs()),
        _ => format!("{} did not print the page: {last}", program.display()),
    };
    Err(ShellError::refused(why, "try another browser: $CHROME names the one that is used"))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    Itself,
    Stopped,
    TooLate,
}

/// A browser at work, which does not outlive its use.
struct Running(Child);

impl Running {
    fn wait(mut self, stop: &AtomicBool, program: &Path) -> Result<Ended, ShellError> {
        let begun = Instant::now();
        loop {
            if self.0.try_wait().map_err(ShellError::at("wait for", program))?.is_some() {
                return Ok(Ended::Itself);
            }
            if stop.load(Ordering::Relaxed) {
                return Ok(Ended::Stopped);
            }
            if begun.elapsed() > MOST {
                return Ok(Ended::TooLate);
            }
            thread::sleep(LOOK);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Its other processes end when it is gone. Of one that has ended, nothing is left to kill.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A folder for one run, for nobody else to read.
struct Folder {
    path: PathBuf,
}

impl Folder {
    fn new() -> Result<Self, ShellError> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        let mut number = 0;
        loop {
            let path = std::env::temp_dir().join(format!("rapporteur-pdf-{}-{number}", std::process::id()));
            match builder.create(&path) {
                Ok(()) => return Ok(Self { path }),
                // Left by a process that was killed.
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && number < 100 => number += 1,
                Err(error) => return Err(ShellError::at("make the folder", &path)(error)),
            }
        }
    }

    /// Whether this program runs as root: then what it makes is root's.
    fn is_roots(&self) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            fs::metadata(&self.path).is_ok_and(|meta| meta.uid() == 0)
        }
        #[cfg(not(unix))]
        false
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Processes of the browser that are about to end may still write.
        for _ in 0..40 {
            if fs::remove_dir_all(&self.path).is_ok() || !self.path.exists() {
                return;
            }
            thread::sleep(LOOK);
        }
    }
}
