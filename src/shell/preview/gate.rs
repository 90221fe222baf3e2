//! Who may ask: those who name this machine as we do, from pages of ours, and who have the token where one is needed. A web
//! site that the author visits meanwhile must read nothing of a site that may hold what is not out yet.

use super::ShellError;
use hyper::header::{self, HeaderMap, HeaderName};
use hyper::{Request, StatusCode};
use std::net::{IpAddr, SocketAddr};
use std::path::Path;

/// Why somebody is turned away.
pub type Refusal = (StatusCode, &'static str);

const FOREIGN_HOST: Refusal =
    (StatusCode::FORBIDDEN, "the preview answers to its own address alone, not to this name (Host)");
const FOREIGN_PAGE: Refusal = (StatusCode::FORBIDDEN, "the preview does not answer to pages of other sites");
const NO_TOKEN: Refusal =
    (StatusCode::FORBIDDEN, "open the address with the token that `rapporteur serve` printed when it began");
const ODD_HOST: Refusal = (StatusCode::BAD_REQUEST, "a request names one host");

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const MODE: HeaderName = HeaderName::from_static("sec-fetch-mode");
const DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// What is asked of those who ask.
pub struct Gate {
    port: u16,
    /// A name of this machine that the author chose, beside its addresses.
    name: Option<String>,
    token: Option<Token>,
}

impl Gate {
    /// For a server at this address. All but this machine's own loopback is open to others, so a token is needed there.
    pub fn new(address: SocketAddr, name: Option<String>) -> Result<Self, ShellError> {
        let token = if address.ip().is_loopback() { None } else { Some(Token::new()?) };
        Ok(Self { port: address.port(), name, token })
    }

    pub fn token(&self) -> Option<&Token> {
        self.token.as_ref()
    }

    /// Passes a request that names us as its host; gives the name that it used. `local` is the address that it came to.
    ///
    /// A name that others can make lead here is no name of ours: so a page of theirs that was loaded from such a name
    /// never gets an answer that its browser would let it read.
    pub fn host<B>(&self, request: &Request<B>, local: IpAddr) -> Result<String, Refusal> {
        let mut hosts = request.headers().get_all(header::HOST).iter();
        let (Some(host), None) = (hosts.next(), hosts.next()) else { return Err(ODD_HOST) };
        let host = host.to_str().map_err(|_| ODD_HOST)?;
        let named = request.uri().authority().map_or(host, |authority| authority.as_str());
        let local = local.to_canonical();
        let mut names = vec![SocketAddr::new(local, self.port).to_string()];
        if local.is_loopback() {
            names.push(format!("localhost:{}", self.port));
        }
        names.extend(self.name.as_ref().map(|name| format!("{name}:{}", self.port)));
        // Browsers leave out the port that is HTTP's own.
        if self.port == 80 {
            names.extend(names.clone().iter().filter_map(|name| name.strip_suffix(":80").map(str::to_owned)));
        }
        let is_ours = |host: &str| names.iter().any(|name| name.eq_ignore_ascii_case(host));
        if is_ours(host) && is_ours(named) { Ok(host.to_owned()) } else { Err(FOREIGN_HOST) }
    }

    /// Passes what is not asked for by a page of another site, unless that only leads its reader here.
    pub fn page(headers: &HeaderMap) -> Result<(), Refusal> {
        let is = |name: &HeaderName, word: &str| headers.get(name).is_some_and(|value| value == word);
        let from_elsewhere = is(&SITE, "cross-site") || is(&SITE, "same-site");
        let followed = is(&MODE, "navigate") && is(&DEST, "document");
        if from_elsewhere && !followed { Err(FOREIGN_PAGE) } else { Ok(()) }
    }

    /// Passes what only pages of ours may ask. Browsers always say the origin of a page that asks another site.
    pub fn own(headers: &HeaderMap, host: &str) -> Result<(), Refusal> {
        let mut origins = headers.get_all(header::ORIGIN).iter();
        let own = format!("http://{host}");
        let is_own = origins.all(|origin| origin.as_bytes().eq_ignore_ascii_case(own.as_bytes()));
        let mut sites = headers.get_all(&SITE).iter();
        let is_same = sites.all(|site| site == "same-origin");
        if is_own && is_same { Ok(()) } else { Err(FOREIGN_PAGE) }
    }

    /// Passes who has the token, if one is needed; gives the cookie to set where it came in the address.
    pub fn known<B>(&self, request: &Request<B>) -> Result<Option<String>, Refusal> {
        let Some(token) = &self.token else { return Ok(None) };
        let cookie = self.cookie();
        let cookies = request.headers().get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut cookies = cookies.flat_map(|all| all.split(';')).filter_map(|one| one.trim().split_once('='));
        if cookies.any(|(name, value)| name == cookie && token.is(value)) {
            return Ok(None);
        }
        match super::answer::asked(request.uri(), "token") {
            Some(word) if token.is(&word) => {
                Ok(Some(format!("{cookie}={}; Path=/; HttpOnly; SameSite=Strict", token.0)))
            }
            _ => Err(NO_TOKEN),
        }
    }

    /// Cookies are one for all ports of a host.
    fn cookie(&self) -> String {
        format!("rapporteur-{}", self.port)
    }
}

/// What a reader on another machine must know: 128 bits from the operating system, in hexadecimal.
pub struct Token(String);

impl Token {
    fn new() -> Result<Self, ShellError> {
        let mut bytes = [0; 16];
        let failed = |error| ShellError::at("ask for", Path::new("randomness"))(std::io::Error::other(error));
        getrandom::fill(&mut bytes).map_err(failed)?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Compares digests, which takes equally long wherever the words differ.
    fn is(&self, word: &str) -> bool {
        blake3::hash(word.as_bytes()) == blake3::hash(self.0.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(uri: &str, headers: &[(&str, &str)]) -> Request<()> {
        let mut request = Request::builder().uri(uri);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(()).expect("a request")
    }

    #[test]
    fn hosts_are_ours_to_the_letter() {
        let gate = Gate { port: 1111, name: None, token: None };
        let v4: IpAddr = [127, 0, 0, 1].into();
        let v6: IpAddr = "::1".parse().expect("an address");
        let asked = |host: &str, local| gate.host(&request("/", &[("host", host)]), local).is_ok();
        for (host, local) in
            [("127.0.0.1:1111", v4), ("localhost:1111", v4), ("LOCALHOST:1111", v4), ("[::1]:1111", v6)]
        {
            assert!(asked(host, local), "{host}");
        }
        let mapped = "::ffff:127.0.0.1".parse().expect("an address");
        assert!(asked("127.0.0.1:1111", mapped));
        for host in
            ["127.0.0.1", "127.0.0.1:1112", "[::1]:1111", "localhost.:1111", "evil.example:1111", "", "127.0.0.2:1111"]
        {
            assert!(!asked(host, v4), "{host}");
        }
        assert!(gate.host(&request("/", &[]), v4).is_err());
        let twice = [("host", "127.0.0.1:1111"), ("host", "127.0.0.1:1111")];
        assert!(gate.host(&request("/", &twice), v4).is_err());
        assert!(gate.host(&request("http://evil.example/", &twice[..1]), v4).is_err());
        assert!(gate.host(&request("http://127.0.0.1:1111/", &twice[..1]), v4).is_ok());
        let gate = Gate { port: 80, name: Some("desk.local".to_owned()), token: None };
        for (host, ours) in [("localhost", true), ("127.0.0.1:80", true), ("desk.local", true), ("desk.localx", false)]
        {
            assert_eq!(gate.host(&request("/", &[("host", host)]), v4).is_ok(), ours, "{host}");
        }
    }

    #[test]
    fn pages_of_other_sites_may_lead_here_and_nothing_else() {
        let page = |site: &str, mode: &str, dest: &str| {
            let headers = [("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", dest)];
            Gate::page(request("/", &headers).headers()).is_ok()
        };
        assert!(page("none", "navigate", "document") && page("same-origin", "no-cors", "script"));
        assert!(page("cross-site", "navigate", "document"));
        assert!(!page("cross-site", "navigate", "iframe") && !page("same-site", "no-cors", "image"));
        assert!(!page("cross-site", "cors", "empty"));
        assert!(Gate::page(request("/", &[]).headers()).is_ok());
        let own = |headers: &[(&str, &str)]| Gate::own(request("/", headers).headers(), "localhost:1111").is_ok();
        assert!(own(&[]) && own(&[("origin", "http://localhost:1111"), ("sec-fetch-site", "same-origin")]));
        for origin in ["http://localhost:1112", "https://localhost:1111", "null", "http://127.0.0.1:1111", ""] {
            assert!(!own(&[("origin", origin)]), "{origin}");
        }
        assert!(!own(&[("sec-fetch-site", "none")]) && !own(&[("sec-fetch-site", "same-site")]));
    }

    #[test]
    fn a_token_comes_by_cookie_or_once_in_the_address() {
        let open = Gate { port: 1111, name: None, token: None };
        assert_eq!(open.known(&request("/", &[])), Ok(None));
        let gate = Gate::new(SocketAddr::from(([192, 0, 2, 1], 1111)), None).expect("randomness");
        let token = gate.token().expect("a token").as_str().to_owned();
        assert_eq!(token.len(), 32);
        assert!(gate.known(&request("/", &[])).is_err() && gate.known(&request("/?token=", &[])).is_err());
        assert!(gate.known(&request(&format!("/?token={token}0"), &[])).is_err());
        let cookie = gate.known(&request(&format!("/?token={token}"), &[])).expect("known").expect("a cookie");
        assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"), "{cookie}");
        let brought = format!("other=1; {}", cookie.split(';').next().unwrap_or_default());
        assert_eq!(gate.known(&request("/", &[("cookie", &brought)])), Ok(None));
        assert!(gate.known(&request("/", &[("cookie", &format!("rapporteur-1112={token}"))])).is_err());
    }
}
