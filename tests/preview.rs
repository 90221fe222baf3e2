//! The preview's server, asked over bare sockets: who gets an answer, which, and what slow or hostile clients can do to it.

use clap::Parser;
use rapporteur::shell::cli::{Cli, Command as Asked};
use rapporteur::shell::preview::{Findings, Kept, Server, Shown};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

const BIG: usize = 3 * 1024 * 1024;
const HUGE: usize = 64 * 1024 * 1024;

/// A site in a folder of its own, shown by the program, which is stopped by its id when the test is over.
struct Preview {
    folder: PathBuf,
    child: Child,
    port: u16,
    /// What the program said about where the site is.
    url: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn site(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("rapporteur-preview-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    let write = |path: &str, text: &[u8]| {
        let path = folder.join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the test");
        fs::write(path, text).expect("a file of the test's own");
    };
    write("site.yaml", b"title: T\n");
    write("about.md", b"---\ntitle: About\n---\nWords.\n");
    write("talks/_index.md", b"---\ntitle: Talks\nstart: 2026-06-01\n---\n");
    write("talks/2026-06-01-opening.md", b"---\ntitle: Opening\n---\n\nFiji spoke.\n\nNorway listened.\n");
    write("talks/secret.txt", b"0123456789");
    let mut big = b"begin".to_vec();
    big.resize(BIG, b'x');
    write("talks/big.bin", &big);
    folder
}

fn preview_of(folder: PathBuf, arguments: &[&str]) -> Preview {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .arg("serve")
        .args(arguments)
        .current_dir(&folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let line = lines.find_map(|line| line.ok().filter(|line| line.contains("http://"))).expect("the address");
    let url = line.split(' ').find(|word| word.starts_with("http://")).expect("an address").to_owned();
    let port = url.rsplit(':').next().and_then(|rest| rest.split('/').next()).and_then(|port| port.parse().ok());
    Preview { folder, child, port: port.expect("a port"), url }
}

fn preview(name: &str, arguments: &[&str]) -> Preview {
    preview_of(site(name), &[&["--port", "0"], arguments].concat())
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("a connection");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout");
    stream
}

/// Sends a request as it stands, and reads until the connection ends.
fn raw(port: u16, request: &str) -> Answer {
    let mut stream = connect(port);
    stream.write_all(request.as_bytes()).expect("a request");
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|word| word.parse().ok()).unwrap_or(0);
    Answer { status, head, body: bytes.get(end + 4..).unwrap_or_default().to_vec() }
}

impl Preview {
    fn ask(&self, line: &str, headers: &[&str]) -> Answer {
        let own = format!("Host: 127.0.0.1:{}", self.port);
        let lines: String =
            std::iter::once(own.as_str()).chain(headers.iter().copied()).map(|line| format!("{line}\r\n")).collect();
        raw(self.port, &format!("{line} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n"))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[])
    }
}

/// What a page is without the preview's script.
fn without_script(page: &str) -> String {
    let (before, rest) = page.split_once("<script src=\"/.rapporteur/preview.js\"").expect("the script");
    format!("{before}{}", rest.split_once("</script>").expect("its end").1)
}

#[test]
fn pages_are_those_that_were_written_and_a_script_that_no_file_has() {
    let site = preview("pages", &[]);
    let home = site.get("/");
    assert_eq!((home.status, home.header("content-type")), (200, Some("text/html; charset=utf-8")));
    let written = fs::read_to_string(site.folder.join("public/index.html")).expect("the page");
    assert_eq!(without_script(&home.text()), written);
    assert!(!written.contains(".rapporteur"));
    assert_eq!(home.header("content-length"), Some(home.body.len().to_string().as_str()));
    let feed = site.get("/robots.txt");
    assert_eq!(feed.body, fs::read(site.folder.join("public/robots.txt")).expect("a file"));
    let missing = site.get("/nowhere/");
    let written = fs::read_to_string(site.folder.join("public/404.html")).expect("the page");
    assert_eq!((missing.status, without_script(&missing.text())), (404, written));
    assert_eq!(site.get("/about").header("location"), Some("/about/"));
    assert_eq!(site.get("/about?a=b").header("location"), Some("/about/?a=b"));
    assert_eq!(site.get("/about/index.html").status, 200);
    for script in ["/.rapporteur/preview.js", "/.rapporteur/preview.css"] {
        assert_eq!(site.get(script).status, 200, "{script}");
    }
    assert_eq!(site.get("/.rapporteur/other").status, 404);
}

#[test]
fn answers_have_the_headers_of_a_careful_host() {
    let site = preview("headers", &[]);
    for path in ["/", "/nowhere/", "/talks/secret.txt", "/about", "/.rapporteur/preview.js"] {
        let answer = site.get(path);
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe-inline"), "{path}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(answer.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(answer.header("cross-origin-resource-policy"), Some("same-origin"), "{path}");
        assert!(answer.header("referrer-policy").is_some() && answer.header("permissions-policy").is_some(), "{path}");
        assert!(!answer.head.to_lowercase().contains("access-control"), "{path}");
    }
}

#[test]
fn a_page_can_be_asked_for_and_nothing_else_done() {
    let site = preview("methods", &[]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"] {
        let answer = site.ask(&format!("{method} /"), &[]);
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
    for path in ["/", "/nowhere/", "/talks/secret.txt", "/talks/big.bin", "/.rapporteur/preview.js", "/about"] {
        let (head, get) = (site.ask(&format!("HEAD {path}"), &[]), site.get(path));
        assert_eq!((head.status, head.body.len()), (get.status, 0), "{path}");
        for name in ["content-length", "etag", "content-type", "location"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
}

#[test]
fn a_name_that_was_made_to_lead_here_gets_no_answer() {
    let site = preview("host", &[]);
    let port = site.port;
    let as_host =
        |host: &str| raw(port, &format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status;
    assert_eq!(as_host(&format!("localhost:{port}")), 200);
    for host in ["evil.example", "127.0.0.1", "localhost", "[::1]", "127.0.0.1.evil.example", "127.0.0.1@evil.example"]
    {
        assert_eq!(as_host(host), 403, "{host}");
        assert_eq!(as_host(&format!("{host}:{}", port.wrapping_add(1))), 403, "{host}");
    }
    assert_eq!(as_host(&format!("evil.example:{port}")), 403);
    let own = format!("Host: 127.0.0.1:{port}\r\n");
    let status = |lines: &str| raw(port, &format!("{lines}Connection: close\r\n\r\n")).status;
    assert_eq!(status("GET / HTTP/1.1\r\n"), 400);
    assert_eq!(status(&format!("GET / HTTP/1.1\r\n{own}{own}")), 400);
    assert_eq!(status(&format!("GET http://evil.example/ HTTP/1.1\r\n{own}")), 403);
    assert_eq!(status(&format!("GET http://127.0.0.1:{port}/ HTTP/1.1\r\n{own}")), 200);
    assert_eq!(status("nonsense\r\n"), 400);
}

#[test]
fn pages_of_other_sites_read_nothing() {
    let site = preview("origin", &[]);
    let from = |path: &str, headers: &[&str]| site.ask(&format!("GET {path}"), headers).status;
    let followed = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"];
    assert_eq!(from("/", &followed), 200);
    let framed = ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"];
    assert_eq!(from("/", &framed), 403);
    assert_eq!(from("/talks/secret.txt", &["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"]), 403);
    let own = format!("Origin: http://127.0.0.1:{}", site.port);
    for channel in ["/.rapporteur/places?page=/about/", "/.rapporteur/preview.js"] {
        assert_eq!(from(channel, &[&own, "Sec-Fetch-Site: same-origin"]), 200, "{channel}");
    }
    for channel in ["/.rapporteur/events?page=/", "/.rapporteur/places?page=/about/"] {
        for origin in ["http://evil.example", "http://127.0.0.1:1", "null", "http://localhost", ""] {
            assert_eq!(from(channel, &[&format!("Origin: {origin}")]), 403, "{channel} {origin}");
        }
        assert_eq!(from(channel, &[&followed[..], &["Origin: null"]].concat()), 403, "{channel}");
        assert_eq!(from(channel, &followed), 403, "{channel}");
        assert_eq!(from(channel, &["Sec-Fetch-Site: same-site"]), 403, "{channel}");
    }
}

#[test]
fn addresses_are_never_paths_of_the_disk() {
    let site = preview("paths", &[]);
    let up = [
        "/../content/site.yaml",
        "/%2e%2e/content/site.yaml",
        "/..%2fcontent/site.yaml",
        "/talks/../../content/site.yaml",
    ];
    let odd = ["//", "//about/", "/talks//secret.txt", "/talks/./secret.txt", "/.rapporteur", "/public/index.html"];
    let codes =
        ["/%00", "/%ff", "/about%2f", "/%2fetc/passwd", "/..%5ccontent", "/%zz", "/about/%", "/%0d%0aSet-Cookie:a=b/"];
    for path in up.iter().chain(&odd).chain(&codes) {
        let answer = site.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
        assert!(!answer.text().contains("title: T"), "{path}");
    }
    assert_eq!(site.get("/t%61lks/secret.txt").text(), "0123456789");
    // What was put into the output by others is no page; what became a link is none any more.
    fs::write(site.folder.join("public/planted.html"), "planted").expect("a file");
    assert_eq!(site.get("/planted.html").status, 404);
    let page = site.folder.join("public/talks/secret.txt");
    fs::remove_file(&page).expect("a file that goes");
    std::os::unix::fs::symlink("/etc/hostname", &page).expect("a link");
    assert_eq!(site.get("/talks/secret.txt").status, 404);
}

#[test]
fn files_are_sent_whole_in_part_or_not_again() {
    let site = preview("ranges", &[]);
    for (path, size, middle) in [("/talks/secret.txt", 10, "123"), ("/talks/big.bin", BIG, "egi")] {
        let whole = site.get(path);
        assert_eq!((whole.status, whole.body.len()), (200, size), "{path}");
        assert_eq!(whole.header("accept-ranges"), Some("bytes"));
        let tag = whole.header("etag").expect("a tag").to_owned();
        let part = |headers: &[&str]| site.ask(&format!("GET {path}"), headers);
        let some = part(&["Range: bytes=1-3"]);
        assert_eq!((some.status, some.text().as_str()), (206, middle), "{path}");
        assert_eq!(some.header("content-range"), Some(format!("bytes 1-3/{size}").as_str()));
        assert_eq!(some.header("content-length"), Some("3"));
        let last = part(&["Range: bytes=-2"]);
        assert_eq!(last.header("content-range"), Some(format!("bytes {}-{}/{size}", size - 2, size - 1).as_str()));
        assert_eq!(last.body, whole.body[size - 2..]);
        let beyond = part(&[&format!("Range: bytes={size}-")]);
        assert_eq!((beyond.status, beyond.body.len()), (416, 0), "{path}");
        assert_eq!(beyond.header("content-range"), Some(format!("bytes */{size}").as_str()));
        assert_eq!(part(&["Range: bytes=0-0,2-2"]).body.len(), size);
        assert_eq!(part(&["Range: bytes=1-3", &format!("If-Range: {tag}")]).status, 206);
        assert_eq!(part(&["Range: bytes=1-3", "If-Range: \"other\""]).status, 200);
        let again = part(&[&format!("If-None-Match: \"other\", {tag}")]);
        assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, Some(tag.as_str())), "{path}");
        assert_eq!(part(&["If-None-Match: \"other\""]).status, 200);
    }
    // A page's tag is of what is sent, script and all, and a page that says that nothing is here is never `not modified`.
    let tag = site.get("/about/").header("etag").expect("a tag").to_owned();
    assert_eq!(site.ask("GET /about/", &[&format!("If-None-Match: {tag}")]).status, 304);
    assert_eq!(site.ask("GET /nowhere/", &["If-None-Match: *", "Range: bytes=0-0"]).status, 404);
}

#[test]
fn a_site_under_a_path_is_under_that_path() {
    let folder = site("base");
    fs::write(folder.join("content/site.yaml"), "title: T\nbase_url: https://example.org/sub/\n").expect("site.yaml");
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("a port").port();
    let site = preview_of(folder, &["--port", &port.to_string()]);
    assert_ne!(site.port, port, "a port that is taken is left to its owner");
    assert!(site.url.ends_with("/sub/"), "{}", site.url);
    assert_eq!(site.get("/sub/about/").status, 200);
    assert_eq!(site.get("/sub/about").header("location"), Some("/sub/about/"));
    for above in ["/", "/sub"] {
        assert_eq!(site.get(above).header("location"), Some("/sub/"), "{above}");
    }
    for outside in ["/about/", "/subabout/", "/other/"] {
        assert_eq!(site.get(outside).status, 404, "{outside}");
    }
    assert_eq!(site.get("/.rapporteur/preview.js").status, 200);
    assert_eq!(site.get("/.rapporteur/places?page=/sub/talks/2026-06-01-opening/").text(), PLACES);
}

const PLACES: &str = r#"{"path":"content/talks/2026-06-01-opening.md","places":[["p1",5],["p2",7]]}"#;

#[test]
fn paragraphs_lead_to_their_lines() {
    let site = preview("places", &[]);
    assert_eq!(site.get("/.rapporteur/places?page=/talks/2026-06-01-opening/").text(), PLACES);
    assert_eq!(site.get("/.rapporteur/places?page=%2Fabout%2F").text(), r#"{"path":null,"places":[]}"#);
    for nothing in ["", "?page=", "?page=/nowhere/", "?page=/../content/site.yaml", "?page=content/site.yaml"] {
        assert_eq!(site.get(&format!("/.rapporteur/places{nothing}")).status, 404, "{nothing}");
    }
}

#[test]
fn others_need_the_token() {
    let site = preview("token", &["--host", "0.0.0.0"]);
    let token = site.url.split("/?token=").nth(1).expect("a token in the address").to_owned();
    assert!(token.len() == 32 && token.bytes().all(|byte| byte.is_ascii_hexdigit()), "{token}");
    for path in ["/", "/about/", "/.rapporteur/events?page=/", "/?token=", "/?token=0123456789abcdef0123456789abcdef"] {
        let answer = site.get(path);
        assert_eq!(answer.status, 403, "{path}");
        assert!(!answer.text().contains(&token));
    }
    let opened = site.get(&format!("/about/?token={token}"));
    let cookie = opened.header("set-cookie").expect("a cookie");
    assert!(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict"), "{cookie}");
    assert_eq!((opened.status, opened.header("refresh")), (200, Some("0;url=/about/")));
    assert!(!opened.text().contains("Words."), "the page itself comes to those who show the cookie");
    let cookie = format!("Cookie: a=b; {}", cookie.split(';').next().unwrap_or_default());
    assert!(site.ask("GET /about/", &[&cookie]).text().contains("Words."));
    let foreign =
        format!("GET / HTTP/1.1\r\nHost: evil.example:{}\r\n{cookie}\r\nConnection: close\r\n\r\n", site.port);
    assert_eq!(raw(site.port, &foreign).status, 403, "a token does not make a foreign name ours");
    assert_eq!(preview("no-token", &[]).get("/").status, 200, "this machine's own loopback needs none");
}

#[test]
fn a_browser_is_opened_or_that_is_told() {
    for (browser, opens) in [("no-such-browser", false), ("sh open.sh", true), ("no-such-browser:sh open.sh %s", true)]
    {
        let folder = site("open");
        fs::write(folder.join("open.sh"), "printf %s \"$1\" > waiting && mv waiting opened").expect("a file");
        let told = fs::File::create(folder.join("told")).expect("a file");
        let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
            .args(["serve", "--port", "0", "--open"])
            .current_dir(&folder)
            .env("BROWSER", browser)
            .stdout(Stdio::null())
            .stderr(told)
            .spawn()
            .expect("the program");
        let begun = Instant::now();
        let done = || match opens {
            true => fs::read_to_string(folder.join("opened")).is_ok_and(|url| url.starts_with("http://127.0.0.1:")),
            false => fs::read_to_string(folder.join("told")).is_ok_and(|told| told.contains("no browser")),
        };
        while !done() && begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let done = done();
        child.kill().expect("the end");
        child.wait().expect("its end");
        fs::remove_dir_all(&folder).expect("a folder of the test's own");
        assert!(done, "{browser}");
    }
}

#[test]
fn slow_clients_keep_nobody_waiting_and_lose_their_connections() {
    // More than the system keeps for somebody who does not read.
    let folder = site("slow");
    let huge = fs::File::create(folder.join("content/talks/huge.bin")).expect("a file");
    huge.set_len(HUGE as u64).expect("a file of that size");
    let site = preview_of(folder, &["--port", "0"]);
    let begun = Instant::now();
    let dumb = |request: &str| {
        let mut stream = connect(site.port);
        stream.write_all(request.as_bytes()).expect("some bytes");
        stream
    };
    let own = format!("Host: 127.0.0.1:{}\r\n", site.port);
    let mut slow: Vec<TcpStream> = (0..50).map(|_| dumb(&format!("GET / HTTP/1.1\r\n{own}X-A: "))).collect();
    // These ask for much and take nothing.
    slow.extend((0..25).map(|_| dumb(&format!("GET /talks/huge.bin HTTP/1.1\r\n{own}\r\n"))));
    slow.extend((0..25).map(|_| dumb("")));
    for _ in 0..20 {
        let asked = Instant::now();
        assert_eq!(site.get("/").status, 200);
        assert!(asked.elapsed() < Duration::from_secs(2), "a page took {:?} beside slow clients", asked.elapsed());
    }
    // So many that there is no place left: others wait until the slow ones have lost theirs.
    slow.extend((0..200).map(|_| dumb("")));
    assert_eq!(site.get("/").status, 200);
    assert!(begun.elapsed() < Duration::from_secs(25), "no place became free in {:?}", begun.elapsed());
    std::thread::sleep(Duration::from_secs(13).saturating_sub(begun.elapsed()));
    let mut taken = Vec::new();
    let _ = slow[60].read_to_end(&mut taken);
    assert!(
        !taken.is_empty() && taken.len() < HUGE,
        "one who took nothing for so long still got {} bytes",
        taken.len()
    );
    let mut rest = Vec::new();
    assert!(slow[99].read_to_end(&mut rest).is_ok() && rest.is_empty(), "one who says nothing is hung up on");
}

#[test]
fn a_head_has_its_limits() {
    let site = preview("heads", &[]);
    let long = format!("X-A: {}", "a".repeat(64 * 1024));
    assert_eq!(site.ask("GET /", &[&long]).status, 431);
    assert!(matches!(site.get(&format!("/{}", "a".repeat(64 * 1024))).status, 414 | 431));
    let many: Vec<String> = (0..200).map(|at| format!("X-{at}: a")).collect();
    assert_eq!(site.ask("GET /", &many.iter().map(String::as_str).collect::<Vec<_>>()).status, 431);
}

#[test]
fn it_ends_at_once_whoever_hangs_on_it() {
    for signal in ["-TERM", "-INT"] {
        let mut site = preview(&format!("end{signal}"), &[]);
        let own = format!("Host: 127.0.0.1:{}\r\n", site.port);
        let requests =
            ["/.rapporteur/events?page=/", "/talks/big.bin"].map(|path| format!("GET {path} HTTP/1.1\r\n{own}\r\n"));
        let half = format!("GET / HTTP/1.1\r\n{own}");
        let hanging = requests.iter().cycle().take(20).chain(std::iter::once(&half));
        let _streams: Vec<TcpStream> = hanging
            .map(|request| {
                let mut stream = connect(site.port);
                stream.write_all(request.as_bytes()).expect("a request");
                stream
            })
            .collect();
        assert_eq!(site.get("/").status, 200);
        let asked = Instant::now();
        let sent = Command::new("kill").args([signal, &site.child.id().to_string()]).status().expect("kill");
        assert!(sent.success());
        let ended = site.child.wait().expect("its end");
        assert!(asked.elapsed() < Duration::from_secs(1), "{signal}: it took {:?}", asked.elapsed());
        assert_eq!(ended.code(), Some(0), "{signal}");
    }
}

#[test]
fn a_site_with_mistakes_is_shown_as_it_last_was_or_as_not_built_yet() {
    let folder = site("mistakes");
    fs::write(folder.join("content/about.md"), "---\ntitle: A\nlayout: x\n---\n").expect("a file");
    let mut site = preview_of(folder, &["--port", "0"]);
    let page = site.get("/about/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("has not been built yet") && page.text().contains("/.rapporteur/preview.js"));
    let mut channel = listen(site.port, "/about/", "");
    let told = next(&mut channel, "findings");
    assert!(told.contains("\"errors\":1") && told.contains("unknown-key") && told.contains("layout: x"), "{told}");
    assert!(told.contains("\"path\":\"content/about.md\"") && told.contains("\"line\":3"), "{told}");
    site.child.kill().expect("the end");
}

/// A tab's channel.
fn listen(port: u16, page: &str, mark: &str) -> BufReader<TcpStream> {
    let mut stream = connect(port);
    let request = format!("GET /.rapporteur/events?page={page}&mark={mark} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("a request");
    BufReader::new(stream)
}

/// The data of the next event, which must have this name.
fn next(channel: &mut BufReader<TcpStream>, name: &str) -> String {
    let mut event = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(channel.read_line(&mut line).unwrap_or(0), 0, "no {name} came");
        let line = line.trim_end();
        if let Some(word) = line.strip_prefix("event: ") {
            event = word.to_owned();
        }
        if let Some(data) = line.strip_prefix("data: ").filter(|_| event != "hello") {
            assert_eq!(event, name, "{data}");
            return data.to_owned();
        }
    }
}

/// The preview in this process, so that what it shows can be changed.
fn shown() -> (Arc<Shown>, u16) {
    let shown = Arc::new(Shown::new(""));
    let Asked::Serve(args) = Cli::parse_from(["rapporteur", "serve", "--port", "0"]).command else {
        unreachable!("those are the arguments of serve")
    };
    let server = Server::listen(Path::new("."), &args).expect("a port");
    let port = server.address().port();
    let own = shown.clone();
    std::thread::spawn(move || server.run(&own));
    (shown, port)
}

fn file(name: &str, text: &str) -> (String, Kept) {
    (name.to_owned(), Kept::held(text.to_owned()))
}

fn mark(port: u16, path: &str) -> String {
    let page = raw(port, &format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n")).text();
    page.split("data-mark=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a mark").to_owned()
}

#[test]
fn a_tab_hears_of_its_own_page_alone() {
    let (shown, port) = shown();
    shown.replace("", [file("index.html", "home"), file("a/index.html", "a"), file("404.html", "gone")]);
    let tab = |path: &str| {
        let mut channel = listen(port, path, &mark(port, path));
        next(&mut channel, "findings");
        channel
    };
    let (mut home, mut a, mut none) = (tab("/"), tab("/a/"), tab("/b/"));
    assert_eq!(shown.looked_at(), ["/b/", "/a/", "/"]);
    shown.change(vec![file("a/index.html", "another a")], &[]);
    assert_eq!(next(&mut a, "page"), format!("\"{}\"", mark(port, "/a/")));
    // The other tabs hear next of what concerns them: nothing came to them before.
    shown.change(vec![file("b/index.html", "b")], &[]);
    assert_eq!(next(&mut none, "page"), format!("\"{}\"", mark(port, "/b/")));
    shown.change(vec![], &["index.html".to_owned()]);
    assert!(next(&mut home, "page").starts_with("\"404-"));
    shown.findings(Findings { errors: 2, ..Findings::default() });
    for channel in [&mut home, &mut a, &mut none] {
        assert!(next(channel, "findings").contains("\"errors\":2"));
    }
}

#[test]
fn a_tab_hears_what_it_has_missed() {
    let (shown, port) = shown();
    shown.replace("", [file("index.html", "old")]);
    let old = mark(port, "/");
    shown.change(vec![file("index.html", "new")], &[]);
    let mut channel = listen(port, "/", &old);
    next(&mut channel, "findings");
    assert_eq!(next(&mut channel, "page"), format!("\"{}\"", mark(port, "/")));
}

#[test]
fn a_tab_hears_that_its_style_sheets_alone_are_others() {
    let (shown, port) = shown();
    let page =
        |hash: &str| file("index.html", &format!("<link rel=\"stylesheet\" href=\"/assets/a.{hash}.css\">words"));
    shown.replace("", [page("0123456789abcdef")]);
    let mut channel = listen(port, "/", &mark(port, "/"));
    next(&mut channel, "findings");
    assert_eq!(next(&mut channel, "styles"), "[\"/assets/a.0123456789abcdef.css\"]");
    shown.change(vec![page("fedcba9876543210"), file("assets/a.fedcba9876543210.css", "p {}")], &[]);
    assert_eq!(next(&mut channel, "styles"), "[\"/assets/a.fedcba9876543210.css\"]");
}

#[test]
fn a_tab_that_is_closed_is_no_longer_looked_at() {
    let (shown, port) = shown();
    shown.replace("", [file("index.html", "home")]);
    let mut channel = listen(port, "/", &mark(port, "/"));
    next(&mut channel, "findings");
    assert_eq!(shown.looked_at(), ["/"]);
    drop(channel);
    let begun = Instant::now();
    while !shown.looked_at().is_empty() {
        assert!(begun.elapsed() < Duration::from_secs(10), "the tab is still counted");
        std::thread::sleep(Duration::from_millis(20));
    }
}
