//! A preview's server as a child: started, asked, and watched in what it takes of the processor.

use super::http::Connection;
use std::fs;
use std::io::Read;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const TICK: Duration = Duration::from_millis(1);
/// A server that took no processor time for so long has nothing more to do.
const QUIET: Duration = Duration::from_millis(150);
/// What does not come within this never does.
const DEADLINE: Duration = Duration::from_secs(300);
/// A page that is not another after so long stays as it was.
const STALE: Duration = Duration::from_secs(30);
/// Linux counts processor time for programs in such parts of a second.
const CLOCK: f64 = 100.0;

pub enum Generator {
    Rapporteur(PathBuf),
    Hugo(PathBuf),
}

impl Generator {
    pub fn name(&self) -> &'static str {
        match self {
            Self::Rapporteur(_) => "rapporteur",
            Self::Hugo(_) => "Hugo",
        }
    }
}

pub struct Served {
    child: Child,
    begun: Instant,
    host: String,
    connection: Option<Connection>,
    is_ours: bool,
}

/// A tab that is open, until it is dropped.
pub struct Tab(TcpStream);

impl Drop for Tab {
    fn drop(&mut self) {
        let _ = self.0.shutdown(std::net::Shutdown::Both);
    }
}

impl Served {
    pub fn start(generator: &Generator, folder: &Path) -> Result<Self, String> {
        let port = free_port()?.to_string();
        let (program, args): (&Path, &[&str]) = match generator {
            Generator::Rapporteur(path) => (path, &["serve", "--port"]),
            Generator::Hugo(path) => (path, &["server", "--bind", "127.0.0.1", "--port"]),
        };
        let begun = Instant::now();
        let mut command = Command::new(program);
        command.args(args).arg(&port).current_dir(folder);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|error| format!("{}: {error}", program.display()))?;
        let is_ours = matches!(generator, Generator::Rapporteur(_));
        Ok(Self { child, begun, host: format!("127.0.0.1:{port}"), connection: None, is_ours })
    }

    /// Waits until a page is there; gives how long that was after the start.
    pub fn until_shown(&mut self, page: &str) -> Result<Duration, String> {
        loop {
            if self.status(page).is_ok_and(|status| status == 200) {
                return Ok(self.begun.elapsed());
            }
            if self.begun.elapsed() > DEADLINE || self.child.try_wait().is_ok_and(|ended| ended.is_some()) {
                return Err(format!("{}{page} never came", self.host));
            }
            sleep(TICK);
        }
    }

    /// What is answered at an address now.
    pub fn status(&mut self, page: &str) -> Result<u16, String> {
        self.connection().and_then(|connection| connection.get(page)).map(|answer| answer.status)
    }

    /// Changes something and waits until a page has other bytes; gives how long that took; none where it
    /// never has.
    pub fn wait_for_other(
        &mut self,
        page: &str,
        change: impl FnOnce() -> std::io::Result<()>,
    ) -> Result<Option<Duration>, String> {
        let before = self.connection()?.get(page)?;
        let begun = Instant::now();
        change().map_err(|error| format!("{page}: {error}"))?;
        loop {
            let asked = Instant::now();
            match self.connection()?.get(page) {
                Ok(answer) if answer == before => {}
                Ok(_) => return Ok(Some(begun.elapsed())),
                // Hugo can break off an answer whose page is made anew just then.
                Err(_) => self.connection = None,
            }
            if begun.elapsed() > STALE {
                return Ok(None);
            }
            sleep(TICK.saturating_sub(asked.elapsed()));
        }
    }

    /// Opens a tab at a page, as far as a server hears of one.
    pub fn look_at(&mut self, page: &str) -> Result<Tab, String> {
        let mut connection = Connection::open(&self.host)?;
        let heads = format!("Origin: http://{}\r\nSec-Fetch-Site: same-origin\r\n", self.host);
        // Hugo renders first what was asked for last, and needs no connection for that.
        let path = if self.is_ours { format!("/.rapporteur/events?page={page}&mark=none") } else { page.to_owned() };
        connection.ask(&path, &heads)?;
        let stream = connection.into_stream();
        let mut heard = stream.try_clone().map_err(|error| error.to_string())?;
        let mut first = [0; 12];
        heard.read_exact(&mut first).map_err(|error| error.to_string())?;
        if !first.ends_with(b"200") {
            return Err(format!("{}{path} was refused", self.host));
        }
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while heard.read(&mut bytes).is_ok_and(|read| read > 0) {}
        });
        Ok(Tab(stream))
    }

    /// Waits until the server does nothing.
    pub fn quiet(&self) -> Result<(), String> {
        let begun = Instant::now();
        while begun.elapsed() < DEADLINE {
            let before = self.ticks()?;
            sleep(QUIET);
            if self.ticks()? == before {
                return Ok(());
            }
        }
        Err(format!("{} is never quiet", self.host))
    }

    /// Which share of a processor it takes over a time.
    pub fn busy(&self, time: Duration) -> Result<f64, String> {
        let before = self.ticks()?;
        sleep(time);
        Ok((self.ticks()? - before) as f64 / CLOCK / time.as_secs_f64())
    }

    /// Its processor time, user and system (proc_pid_stat(5), the 14th and 15th field).
    fn ticks(&self) -> Result<u64, String> {
        let path = format!("/proc/{}/stat", self.child.id());
        let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
        let after = text.rsplit_once(')').map_or("", |(_, rest)| rest);
        let fields: Vec<u64> = after.split_whitespace().skip(11).take(2).filter_map(|word| word.parse().ok()).collect();
        Ok(fields.iter().sum())
    }

    fn connection(&mut self) -> Result<&mut Connection, String> {
        if self.connection.is_none() {
            self.connection = Some(Connection::open(&self.host)?);
        }
        self.connection.as_mut().ok_or_else(|| format!("{}: no connection", self.host))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|error| error.to_string())
}
