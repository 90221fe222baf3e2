//! Connections: how many, how slow they may be, and how they end.

use super::answer::{Serving, answer};
use super::gate::Gate;
use super::shown::Shown;
use super::{browser, editor};
use crate::shell::cli::Serve;
use crate::shell::error::ShellError;
use crate::shell::print;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr, ToSocketAddrs, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot, watch};
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;

/// Ports tried above the one that was asked for.
const TRIES: u16 = 100;
/// Connections at the same time; others wait until one ends.
const CONNECTIONS: u32 = 256;
/// Of these, tabs that listen for changes.
const TABS: usize = 192;
/// Within this a connection must have asked for something.
const ASKED_WITHIN: Duration = Duration::from_secs(10);
/// Within this somebody must take some of what is sent.
const TAKEN_WITHIN: Duration = Duration::from_secs(10);
/// What a request's head may have.
const HEAD_BYTES: usize = 32 * 1024;
const HEAD_LINES: usize = 100;
/// What is under way when the server ends may still take this long.
const LAST: Duration = Duration::from_millis(300);

/// A server that has its address and does not answer yet.
pub struct Server {
    listener: std::net::TcpListener,
    address: SocketAddr,
    gate: Gate,
    /// As readers write it, with the port.
    host: String,
    root: PathBuf,
    editor: Option<&'static str>,
    is_scripted: bool,
}

impl Server {
    /// Takes the address that was asked for, at its port or at the next free one.
    pub fn listen(root: &Path, args: &Serve) -> Result<Self, ShellError> {
        let (ip, name) = address(&args.host)?;
        let listener = bind(ip, args.port)?;
        let address = listener.local_addr().map_err(ShellError::at("listen on", Path::new(&args.host)))?;
        let host = match &name {
            Some(name) => format!("{name}:{}", address.port()),
            None => SocketAddr::new(reachable(ip), address.port()).to_string(),
        };
        let editor = args.editor.map(editor::address);
        Ok(Self {
            listener,
            address,
            gate: Gate::new(address, name)?,
            host,
            root: root.to_owned(),
            editor,
            is_scripted: true,
        })
    }

    /// For a program on this machine that is to see the pages as they are: at any free port, without the preview's script.
    pub fn for_one(root: &Path) -> Result<Self, ShellError> {
        let ip = IpAddr::from([127, 0, 0, 1]);
        let listener = bind(ip, 0)?;
        let address = listener.local_addr().map_err(ShellError::at("listen on", Path::new("127.0.0.1")))?;
        let gate = Gate::new(address, None)?;
        let (host, root) = (address.to_string(), root.to_owned());
        Ok(Self { listener, address, gate, host, root, editor: None, is_scripted: false })
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where a site stands that has this base path, with the token if one is needed.
    pub fn url(&self, base: &str) -> String {
        let token = self.gate.token().map_or_else(String::new, |token| format!("?token={}", token.as_str()));
        format!("http://{}{base}/{token}", self.host)
    }

    /// Says where the site is, once, and opens it if that was asked for.
    pub fn announce(&self, base: &str, args: &Serve) {
        let url = self.url(base);
        print::out(&format!("the site is at {url} (Ctrl-C ends this)"));
        if self.gate.token().is_some() {
            print::note("note: whoever has this address can read the site, with all that it withholds from others");
        }
        if args.open {
            browser::open(&url);
        }
    }

    /// Answers until it is stopped. What is shown can change all the while.
    pub fn run(self, shown: &Arc<Shown>) -> Result<(), ShellError> {
        self.run_until(shown, stopped())
    }

    /// Answers while somebody is at work, who is told by a flag when the server is stopped meanwhile.
    pub fn during<T: Send>(
        self,
        shown: &Arc<Shown>,
        work: impl FnOnce(&AtomicBool) -> T + Send,
    ) -> Result<T, ShellError> {
        let is_over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let (done, is_done) = oneshot::channel();
            let worker = scope.spawn(|| {
                let made = work(&is_over);
                let _ = done.send(());
                made
            });
            let until = async {
                tokio::select! {
                    () = stopped() => {}
                    _ = is_done => {}
                }
            };
            let served = self.run_until(shown, until);
            is_over.store(true, Ordering::Relaxed);
            let made = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            served.map(|()| made)
        })
    }

    fn run_until(self, shown: &Arc<Shown>, until: impl Future<Output = ()>) -> Result<(), ShellError> {
        let failed = "answer at";
        let at = PathBuf::from(&self.host);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_io().enable_time().build();
        let runtime = runtime.map_err(ShellError::at(failed, &at))?;
        let (stop, stopping) = watch::channel(false);
        let serving = Serving {
            shown: shown.clone(),
            gate: self.gate,
            root: self.root,
            editor: self.editor,
            is_scripted: self.is_scripted,
            tabs: Arc::new(Semaphore::new(TABS)),
            stop: stopping,
        };
        let listener = self.listener;
        let done = runtime.block_on(async {
            let listener = TcpListener::from_std(listener).map_err(ShellError::at(failed, &at))?;
            accept(&listener, Arc::new(serving), (stop, until)).await;
            Ok(())
        });
        // Files that are being read for nobody any more are not waited for.
        runtime.shutdown_timeout(LAST);
        done
    }
}

/// Shows the site until it is stopped.
pub fn serve(shown: &Arc<Shown>, root: &Path, args: &Serve) -> Result<(), ShellError> {
    let server = Server::listen(root, args)?;
    server.announce(&shown.base(), args);
    server.run(shown)
}

/// The machine's address that `--host` means, and the name that it gives it, if it is no address.
fn address(host: &str) -> Result<(IpAddr, Option<String>), ShellError> {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    if let Ok(address) = bare.parse::<IpAddr>() {
        return Ok((address, None));
    }
    let found = (host, 0).to_socket_addrs().map_err(ShellError::at("find the address of", Path::new(host)))?;
    // Browsers try both of a name's kinds; one of this machine is enough.
    let mut found: Vec<IpAddr> = found.map(|address| address.ip()).collect();
    found.sort_by_key(IpAddr::is_ipv6);
    let first = found.first().copied();
    let first =
        first.ok_or_else(|| ShellError::refused(format!("`{host}` has no address"), "give one, such as 0.0.0.0"))?;
    Ok((first, Some(host.to_owned())))
}

/// The port asked for, or the next free one.
fn bind(address: IpAddr, port: u16) -> Result<std::net::TcpListener, ShellError> {
    let mut last = None;
    for candidate in port..=port.saturating_add(TRIES) {
        let listener = std::net::TcpListener::bind((address, candidate));
        match listener.and_then(|listener| listener.set_nonblocking(true).map(|()| listener)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => last = Some(error),
            Err(error) => return Err(ShellError::at("listen on", Path::new(&format!("{address}:{candidate}")))(error)),
        }
    }
    let error = last.unwrap_or_else(|| std::io::Error::other("no port is free"));
    Err(ShellError::at("listen on a port of", Path::new(&address.to_string()))(error))
}

/// An address that others can use, where the server listens on all: the one by which this machine would ask the world.
fn reachable(address: IpAddr) -> IpAddr {
    if !address.is_unspecified() {
        return address;
    }
    // Nothing is sent: connecting only chooses an address. This one is for documentation and belongs to nobody.
    let (any, other) = if address.is_ipv4() { ("0.0.0.0:0", "192.0.2.1:9") } else { ("[::]:0", "[2001:db8::1]:9") };
    let own = UdpSocket::bind(any).and_then(|socket| socket.connect(other).and_then(|()| socket.local_addr()));
    let local = if address.is_ipv4() { [127, 0, 0, 1].into() } else { std::net::Ipv6Addr::LOCALHOST.into() };
    own.map_or(local, |own| own.ip())
}

/// Takes connections until the server is to end, and then gives those that there are a moment.
async fn accept(
    listener: &TcpListener,
    serving: Arc<Serving>,
    (stop, until): (watch::Sender<bool>, impl Future<Output = ()>),
) {
    let places = Arc::new(Semaphore::new(CONNECTIONS as usize));
    let mut until = std::pin::pin!(until);
    loop {
        let taken = async {
            let place = places.clone().acquire_owned().await;
            (place, listener.accept().await)
        };
        tokio::select! {
            () = &mut until => break,
            taken = taken => match taken {
                (Ok(place), Ok((stream, _))) => drop(tokio::spawn(converse(stream, serving.clone(), place))),
                // No descriptor is free, or somebody hung up at once.
                _ => tokio::time::sleep(Duration::from_millis(50)).await,
            },
        }
    }
    stop.send_replace(true);
    let _ = timeout(LAST + LAST / 2, places.acquire_many(CONNECTIONS)).await;
}

async fn converse(stream: TcpStream, serving: Arc<Serving>, _place: OwnedSemaphorePermit) {
    let Ok(local) = stream.local_addr() else { return };
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(TAKEN_WITHIN));
    let mut stop = serving.stop.clone();
    let service = service_fn(|request| {
        let serving = serving.clone();
        async move { Ok::<_, Infallible>(answer(&serving, &request, local.ip()).await) }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(ASKED_WITHIN).max_buf_size(HEAD_BYTES).max_headers(HEAD_LINES);
    let connection = http.serve_connection(TokioIo::new(Box::pin(stream)), service);
    let mut connection = std::pin::pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => return,
        _ = stop.wait_for(|stopped| *stopped) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(LAST, connection).await;
}

/// Ctrl-C, or a polite request to end.
async fn stopped() {
    let mut end = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(end) => end,
        Err(_) => return drop(tokio::signal::ctrl_c().await),
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = end.recv() => {}
    }
}
