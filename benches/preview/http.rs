//! One connection over which a page is asked for again and again.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// An answer that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(120);

pub struct Connection {
    host: String,
    stream: BufReader<TcpStream>,
}

#[derive(PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

impl Connection {
    /// To `127.0.0.1:1111`, and so on.
    pub fn open(host: &str) -> Result<Self, String> {
        let told = |error: std::io::Error| format!("{host}: {error}");
        let stream = TcpStream::connect(host).map_err(told)?;
        stream.set_nodelay(true).map_err(told)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(told)?;
        Ok(Self { host: host.to_owned(), stream: BufReader::new(stream) })
    }

    pub fn get(&mut self, path: &str) -> Result<Answer, String> {
        self.ask(path, "")?;
        self.answer().map_err(|error| format!("{}{path}: {error}", self.host))
    }

    /// Asks for a page with more heads than its name.
    pub fn ask(&mut self, path: &str, heads: &str) -> Result<(), String> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{heads}\r\n", self.host);
        self.stream.get_mut().write_all(request.as_bytes()).map_err(|error| format!("{}{path}: {error}", self.host))
    }

    /// The connection itself, for an answer that does not end.
    pub fn into_stream(self) -> TcpStream {
        self.stream.into_inner()
    }

    fn answer(&mut self) -> Result<Answer, std::io::Error> {
        let first = self.line()?;
        let status = first.split(' ').nth(1).and_then(|word| word.parse().ok());
        let status = status.ok_or_else(|| std::io::Error::other(format!("no answer but `{first}`")))?;
        let (mut length, mut chunked) = (0, false);
        loop {
            let line = self.line()?.to_ascii_lowercase();
            match line.split_once(':') {
                Some(("content-length", value)) => length = value.trim().parse().map_err(std::io::Error::other)?,
                Some(("transfer-encoding", value)) => chunked = value.trim() == "chunked",
                Some(_) => {}
                None => break,
            }
        }
        let mut body = Vec::new();
        if !chunked {
            body.resize(length, 0);
            self.stream.read_exact(&mut body)?;
            return Ok(Answer { status, body });
        }
        loop {
            let line = self.line()?;
            let size = usize::from_str_radix(line.trim(), 16).map_err(std::io::Error::other)?;
            let start = body.len();
            body.resize(start + size, 0);
            self.stream.read_exact(&mut body[start..])?;
            self.line()?;
            if size == 0 {
                return Ok(Answer { status, body });
            }
        }
    }

    /// A line without its end.
    fn line(&mut self) -> Result<String, std::io::Error> {
        let mut line = String::new();
        match self.stream.read_line(&mut line)? {
            0 => Err(std::io::Error::other("the connection was closed")),
            _ => Ok(line.trim_end().to_owned()),
        }
    }
}
