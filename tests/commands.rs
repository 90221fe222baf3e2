//! Every `tests/transcripts/*.txt`: commands behind `$ `, and what a person sees. Each runs in an empty folder of its
//! own, by `sh`, with the program on the path. `BLESS=1 cargo test --test commands` writes the answers in.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

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

/// A server that is stopped by its own id when the test is over.
struct Served {
    child: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serve(folder: &Path, port: u16) -> Served {
    let mut child = Command::new(program())
        .args(["serve", "--port", &port.to_string()])
        .current_dir(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .expect("the program");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let line = lines.find_map(|line| line.ok().filter(|line| line.contains("http://127.0.0.1:"))).expect("the address");
    let address = line.split("http://127.0.0.1:").nth(1).expect("a port");
    let port = address.chars().take_while(char::is_ascii_digit).collect::<String>().parse().expect("a port");
    Served { child, port }
}

fn ask(port: u16, request: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    write!(stream, "{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("a request");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn serve_answers_on_this_machine_alone() {
    let folder = empty_folder("serve");
    assert!(Command::new(program()).args(["init", "."]).current_dir(&folder).status().expect("init").success());
    let site = folder.join("content/site.yaml");
    fs::write(&site, "title: T\nbase_url: https://example.org/sub/\n").expect("site.yaml");
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("a port").port();
    let served = serve(&folder, port);
    assert_ne!(served.port, port, "a port that is taken is left to its owner");
    let own = format!("localhost:{}", served.port);
    let status = |answer: &str| answer.split(' ').nth(1).unwrap_or_default().to_owned();

    let home = ask(served.port, "GET /sub/", &own);
    assert_eq!(status(&home), "200");
    assert!(home.contains("content-type: text/html; charset=utf-8") && home.contains("nosniff"), "{home}");
    let written = fs::read_to_string(folder.join("public/index.html")).expect("the page");
    assert!(home.ends_with(&written), "what is served is what is written");
    assert_eq!(status(&ask(served.port, "HEAD /sub/about/", &own)), "200");
    assert!(ask(served.port, "GET /sub/about", &own).contains("location: /sub/about/"));
    assert!(ask(served.port, "GET /", &own).contains("location: /sub/"));
    assert_eq!(status(&ask(served.port, "GET /sub/nowhere/", &own)), "404");
    assert_eq!(status(&ask(served.port, "GET /sub/../content/site.yaml", &own)), "404");
    assert_eq!(status(&ask(served.port, "POST /sub/", &own)), "405");
    assert_eq!(status(&ask(served.port, "GET /sub/", "evil.example")), "403");
    assert!(!ask(served.port, "GET /sub/", &own).contains("access-control"));
    drop(served);
    fs::remove_dir_all(&folder).expect("a folder of the test's own");
}
