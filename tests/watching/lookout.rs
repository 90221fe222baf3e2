//! The program itself: every address that it serves, what it does when the system does not tell changes, and that it rests.

use crate::preview::{Files, NOW, OPENING, begin_site, clean, more, put};
use rapporteur::build::Options;
use rapporteur::model::date::Instant as Moment;
use rapporteur::model::manuscript::Drafts;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(20);

/// A site that the program serves, until it is stopped by its id.
struct Served {
    root: PathBuf,
    child: Child,
    port: u16,
    /// What it said, to both of its outputs.
    said: Arc<Mutex<Vec<String>>>,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.root);
    }
}

impl Served {
    /// Serves the site; by way of a command that runs what follows it, if one is given.
    fn begin(name: &str, by: &[&str], arguments: &[&str]) -> Self {
        let root = std::env::temp_dir().join(format!("rapporteur-lookout-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        begin_site(&root);
        let root = root.canonicalize().expect("a site");
        let program = [env!("CARGO_BIN_EXE_rapporteur"), "serve", "--port", "0", "--now", NOW];
        let words: Vec<&str> = by.iter().chain(&program).chain(arguments).copied().collect();
        let mut child = Command::new(words[0])
            .args(&words[1..])
            .current_dir(&root)
            .env_remove("RUST_BACKTRACE")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program");
        let said = Arc::new(Mutex::new(Vec::new()));
        let outputs: [Box<dyn Read + Send>; 2] =
            [Box::new(child.stdout.take().expect("an output")), Box::new(child.stderr.take().expect("an output"))];
        for output in outputs {
            let said = said.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(output).lines().map_while(Result::ok) {
                    said.lock().expect("no thread failed").push(line);
                }
            });
        }
        let mut served = Self { root, child, port: 0, said };
        let line = served.until_said("http://127.0.0.1:");
        let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        served.port = port.and_then(|port| port.parse().ok()).expect("a port");
        served
    }

    fn until_said(&self, words: &str) -> String {
        let deadline = Instant::now() + DEADLINE;
        loop {
            let said = self.said.lock().expect("no thread failed").clone();
            match said.iter().find(|line| line.contains(words)) {
                Some(line) => return line.clone(),
                None => assert!(Instant::now() < deadline, "not said: {words}; but {said:?}"),
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn write(&self, path: &str, text: &str) {
        put(&self.root.join(path), text);
    }

    fn opening(&self) -> String {
        fs::read_to_string(self.root.join(OPENING)).expect("a report")
    }

    /// What is served at an address, without the preview's own script.
    fn ask(&self, address: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "GET {address} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let (head, mut body) = (String::from_utf8_lossy(&answer[..end]).into_owned(), answer.split_off(end + 4));
        let script = b"<script src=\"/.rapporteur/preview.js\"";
        if let Some(start) = body.windows(script.len()).position(|part| part == script) {
            let close = b"</script>";
            let length = body[start..].windows(close.len()).position(|part| part == close).expect("the script's end");
            body.drain(start..start + length + close.len());
        }
        (head.lines().next().unwrap_or_default().to_owned(), body)
    }

    /// Asks for every address until all answers are those of a clean build; and for `gone`, which must not be there. Gives
    /// how many addresses there are.
    fn serves_a_clean_build(&self, gone: &[&str]) -> usize {
        let options = Options { now: Moment::read(NOW).expect("a moment"), drafts: Drafts::Withheld, base_url: None };
        let (files, findings) = clean(&self.root, &options);
        assert!(!rapporteur::diag::has_errors(&findings), "{findings:?}");
        let deadline = Instant::now() + DEADLINE;
        loop {
            let wrong = self.wrong(&files, gone);
            if wrong.is_empty() {
                return files.len();
            }
            assert!(Instant::now() < deadline, "not served in time: {wrong:?}; said: {:?}", self.said.lock());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn wrong(&self, files: &Files, gone: &[&str]) -> Vec<String> {
        let address = |file: &String| format!("/{}", file.strip_suffix("index.html").unwrap_or(file));
        let other = files.iter().filter(|(file, bytes)| {
            let (status, body) = self.ask(&address(file));
            !status.contains("200") || body != **bytes
        });
        let gone = gone.iter().filter(|address| !self.ask(address).0.contains("404"));
        other.map(|(file, _)| file.clone()).chain(gone.map(|address| (*address).to_owned())).collect()
    }

    fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status();
        assert!(sent.expect("kill").success());
    }

    /// How often its threads have run, and for how long (in the system's ticks).
    fn work(&self) -> (u64, u64) {
        let id = self.child.id();
        let tasks = fs::read_dir(format!("/proc/{id}/task")).expect("its threads");
        let switches = |task: fs::DirEntry| {
            let status = fs::read_to_string(task.path().join("status")).unwrap_or_default();
            let lines = status.lines().filter(|line| line.contains("ctxt_switches"));
            lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).sum::<u64>()
        };
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).expect("its state");
        let numbers = stat.rsplit(") ").next().expect("numbers").split(' ').skip(11).take(2);
        let ticks = numbers.filter_map(|number| number.parse::<u64>().ok()).sum();
        (tasks.filter_map(Result::ok).map(switches).sum(), ticks)
    }
}

/// One history through the whole program: after each step every address is that of a clean build (Zola 2133, 2742 and Hugo
/// 5266: the preview is another site than the build; Zola 2441, 1324, 962).
#[test]
fn every_address_is_a_clean_builds() {
    let served = Served::begin("crawl", &[], &[]);
    let mut asked = served.serves_a_clean_build(&[]);
    let saved = served.root.join("content/spring/2020-03-02-opening.part");
    fs::write(&saved, more(&served.opening(), "Chile joined.")).expect("a save");
    fs::rename(&saved, served.root.join(OPENING)).expect("a save");
    asked += served.serves_a_clean_build(&[]);
    served
        .write("content/winter/_index.md", "---\ntitle: Winter\nstart: 2021-01-04\nend: 2021-01-05\n---\nThey met.\n");
    served.write("content/winter/2021-01-04-opening.md", "---\ntitle: Snow\n---\nNorway spoke.\n");
    asked += served.serves_a_clean_build(&[]);
    fs::rename(served.root.join("content/winter"), served.root.join("content/hibernal")).expect("a folder");
    asked += served.serves_a_clean_build(&["/winter/", "/winter/2021-01-04-opening/"]);
    let template = fs::read_to_string(served.root.join("themes/own/templates/page.html")).expect("a template");
    served.write("themes/own/templates/page.html", "{% if %}");
    served.until_said("the pages stay as they were");
    served.write("themes/own/templates/page.html", &template.replace("wide", "narrow"));
    asked += served.serves_a_clean_build(&[]);
    served.write("content/spring/2020-03-04-review.md", "---\ntitle: Review\ndraft: true\n---\nNot yet.\n");
    asked += served.serves_a_clean_build(&["/spring/2020-03-04-review/"]);
    fs::remove_dir_all(served.root.join("content/hibernal")).expect("a folder");
    asked += served.serves_a_clean_build(&["/hibernal/"]);
    let line = served.until_said("content/spring/2020-03-02-opening.md: ");
    assert!(line.contains(" rendered, ") && line.ends_with(" ms"), "{line}");
    println!("every address is a clean build's: {asked} answers after 7 steps");
}

/// While nothing happens nothing runs; Ctrl-C ends the program at once, without an error.
#[test]
fn it_rests_and_ends() {
    let mut served = Served::begin("rests", &[], &[]);
    served.serves_a_clean_build(&[]);
    let deadline = Instant::now() + DEADLINE;
    loop {
        let before = served.work();
        std::thread::sleep(Duration::from_millis(300));
        let after = served.work();
        if before == after {
            break;
        }
        assert!(Instant::now() < deadline, "it never rests: {before:?}, {after:?}");
    }
    served.signal("INT");
    let ended = Instant::now();
    let status = loop {
        if let Some(status) = served.child.try_wait().expect("the program") {
            break status;
        }
        assert!(ended.elapsed() < Duration::from_secs(5), "it does not end");
        std::thread::sleep(Duration::from_millis(5));
    };
    assert_eq!(status.code(), Some(0));
}

/// More happens than the system keeps for a program that does not listen for a while: all files are looked at.
#[test]
fn the_systems_queue_overflows() {
    let most = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").expect("inotify");
    let most: usize = most.trim().parse().expect("a number");
    assert!(most <= 200_000, "this system keeps too many events to try: {most}");
    let served = Served::begin("overflow", &[], &[]);
    served.signal("STOP");
    for number in 0..most / 4 {
        served.write("content/spring/noise.txt", &number.to_string());
        served.write("content/spring/hush.txt", &number.to_string());
    }
    served.write("content/spring/deep/er/new.txt", "new");
    fs::remove_file(served.root.join("content/spring/2020-03-04-review.md")).expect("a report");
    served.write(OPENING, &more(&served.opening(), "Chile joined."));
    served.signal("CONT");
    served.until_said("note: more changed at once than the system tells");
    served.serves_a_clean_build(&["/spring/2020-03-04-review/"]);
    served.write("content/spring/deep/er/new.txt", "newer");
    served.serves_a_clean_build(&[]);
}

/// The system watches no more folders, or no more programs (Hugo 168, 1011, 8720: it dies, or hears nothing): files are
/// looked at, and that is said once.
#[test]
fn the_systems_limits_are_reached() {
    for limit in ["watches", "instances"] {
        let set = format!("echo 0 > /proc/sys/user/max_inotify_{limit} && exec \"$@\"");
        let by = ["unshare", "-Ur", "sh", "-c", &set, "sh"];
        if !Command::new(by[0]).args(&by[1..]).arg("true").status().is_ok_and(|status| status.success()) {
            println!("this system lets nobody set limits: not tried");
            return;
        }
        let served = Served::begin(limit, &by, &[]);
        served.write(OPENING, &more(&served.opening(), "Chile joined."));
        served.serves_a_clean_build(&[]);
        served.write("content/spring/deep/new.txt", "new");
        served.serves_a_clean_build(&[]);
        let said = served.said.lock().expect("no thread failed");
        let notes = said.iter().filter(|line| line.contains("looking at all files every 500 ms instead")).count();
        assert_eq!(notes, 1, "{said:?}");
    }
}

/// A build beside the preview, of the same output: one waits for the other, and what is served is right (quality.md, two
/// builds at once).
#[test]
fn a_build_beside_it() {
    let served = Served::begin("beside", &[], &[]);
    let mut refused = 0;
    for edit in 0..8 {
        served.write(OPENING, &more(&served.opening(), &format!("Edit {edit} named Chile.")));
        let mut build = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
        let run = build.args(["build", "--now", NOW]).current_dir(&served.root).output().expect("the program");
        match run.status.code() {
            Some(0) => {}
            Some(2) => {
                refused += 1;
                let words = String::from_utf8_lossy(&run.stderr).into_owned();
                let holder = words.split("(process ").nth(1).and_then(|rest| rest.split(')').next());
                assert!(holder.is_some_and(|holder| holder.parse::<u32>().is_ok()), "{words}");
            }
            other => panic!("{other:?}: {run:?}"),
        }
    }
    served.serves_a_clean_build(&[]);
    println!("builds beside the preview: 8, {refused} of them refused");
}
