//! Every `tests/transcripts/*.txt`: commands behind `$ `, and what a person sees. Each runs in an empty folder of its
//! own, by `sh`, with the program on the path. `BLESS=1 cargo test --test commands` writes the answers in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_rapporteur"))
}

fn empty_folder(name: &str) -> PathBuf {
    // Outside this repository, which is itself a site that commands would find.
    let folder = std::env::temp_dir().join(format!("rapporteur-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    folder.canonicalize().expect("a folder for the test")
}

#[test]
fn transcripts() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts");
    let mut files: Vec<PathBuf> =
        fs::read_dir(root).expect("transcripts").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    assert!(files.len() >= 8, "the transcripts were not found");
    let mut wrong = Vec::new();
    for file in files {
        let wanted = fs::read_to_string(&file).expect("a transcript");
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        let folder = empty_folder(&name);
        let found = replay(&wanted, &folder);
        fs::remove_dir_all(&folder).expect("a folder of the test's own");
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &found).expect("a transcript that can be written");
        } else if found != wanted {
            wrong.push(format!("{}\n--- wanted\n{wanted}\n--- found\n{found}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Runs a transcript's commands anew, and writes down what they say.
fn replay(transcript: &str, folder: &Path) -> String {
    let mut out = String::new();
    let mut lines = transcript.lines().peekable();
    while let Some(line) = lines.peek().filter(|line| !line.starts_with("$ ")) {
        out.push_str(line);
        out.push('\n');
        lines.next();
    }
    while let Some(line) = lines.next() {
        let Some(command) = line.strip_prefix("$ ") else { continue };
        let mut script = command.to_owned();
        // A command goes on where a line ends in a backslash.
        while script.ends_with('\\') {
            script.push('\n');
            script.push_str(lines.next().unwrap_or_default());
        }
        let path = format!(
            "{}:{}",
            program().parent().expect("a folder").display(),
            std::env::var("PATH").unwrap_or_default()
        );
        let run = Command::new("sh")
            .args(["-c", &format!("({script}) 2>&1")])
            .current_dir(folder)
            .env("PATH", path)
            .env("HOME", folder.parent().expect("a folder"))
            .env_remove("RUST_BACKTRACE")
            .output()
            .expect("sh");
        out.push_str(&format!("$ {script}\n{}", tidy(&String::from_utf8_lossy(&run.stdout), folder)));
        if !run.status.success() {
            out.push_str(&format!("(exit {})\n", run.status.code().unwrap_or(-1)));
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + "\n"
}

/// What differs from one machine and moment to the next: the folder, and how long things took.
fn tidy(text: &str, folder: &Path) -> String {
    let text = text.replace(&folder.display().to_string(), "/here");
    let mut out = String::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let timed = words.len() > 2 && words[words.len() - 1] == "ms";
        let line =
            if timed { format!("{} … ms", words[..words.len() - 2].join(" ").trim_end()) } else { line.to_owned() };
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
