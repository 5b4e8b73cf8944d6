//! A static host for the built sites: the folder's first part of the address says which site, and
//! how the host behaves, so that tests need no switch and caches cannot mix.

mod gate;
mod host;

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

use sightlines::publish::hosting::hash;

use crate::hosts;

use gate::Gate;
pub use host::{Host, Site};

const SEEN: &str = include_str!("seen.js");

#[derive(Debug, Clone)]
pub struct Request {
    pub line: String,
    pub status: u16,
}

#[derive(Clone)]
pub struct Server {
    address: String,
    /// The same on another port, which makes it another origin: where the hosts' pages stand.
    elsewhere: String,
    sites: Arc<[Site]>,
    /// Before the wasm of [`Host::WasmHeld`].
    gate: Arc<Gate>,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Serves the sites until the process ends.
    pub fn start(sites: Vec<Site>) -> std::io::Result<Self> {
        let (listener, address) = listen()?;
        let (other, elsewhere) = listen()?;
        let requests = Arc::new(Mutex::new(Vec::new()));
        let server = Self {
            address,
            elsewhere,
            sites: sites.into(),
            gate: Arc::default(),
            requests,
        };
        for listener in [listener, other] {
            let own = server.clone();
            thread::spawn(move || {
                for stream in listener.incoming().flatten() {
                    let own = own.clone();
                    thread::spawn(move || own.answer(&stream));
                }
            });
        }
        Ok(server)
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where pages of hosts stand.
    pub fn elsewhere(&self) -> &str {
        &self.elsewhere
    }

    /// What has been asked for since the last call.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut self.requests.lock().expect("no thread panics with it"))
    }

    /// Holds back the wasm of [`Host::WasmHeld`] from now on, or lets it go.
    pub fn hold_wasm(&self, is_held: bool) {
        self.gate.set(is_held);
    }

    fn answer(&self, stream: &TcpStream) -> Option<()> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}
        let path = first.split(' ').nth(1)?;
        let answer = match hosts::page(path, &self.address) {
            Some(Ok(page)) => Answer::of_a_host("html", page),
            Some(Err(library)) => match fs::read(&library) {
                Ok(script) => Answer::of_a_host("js", script),
                Err(_) => Answer::error(404),
            },
            None => Answer::to(path, &self.sites),
        };
        if answer.is_held {
            self.gate.pass();
        }
        let request = Request {
            line: first.clone(),
            status: answer.status,
        };
        self.requests.lock().ok()?.push(request);
        let policy = match &answer.policy {
            Some(policy) => format!(
                "Content-Security-Policy: {}\r\n",
                completed(policy, &self.address)
            ),
            None => String::new(),
        };
        let head = format!(
            "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {}\r\n{policy}\
             Access-Control-Allow-Origin: *\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
            answer.status,
            answer.mime,
            answer.body.len(),
        );
        let mut stream = stream;
        stream.write_all(head.as_bytes()).ok()?;
        stream.write_all(&answer.body[..answer.sent]).ok()
    }
}

struct Answer {
    status: u16,
    mime: &'static str,
    body: Vec<u8>,
    /// How much of the body really goes out.
    sent: usize,
    /// The site's, where it is a file of one, and not a page that holds it in a frame.
    policy: Option<String>,
    /// It goes out only when the gate opens.
    is_held: bool,
}

fn listen() -> std::io::Result<(TcpListener, String)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}", listener.local_addr()?);
    Ok((listener, address))
}

/// A site's policy, as the nginx file completes it: with the host's own address, since a sandboxed
/// page is no longer `'self'` in WebKit. Besides, it lets the tests' own script run.
fn completed(policy: &str, address: &str) -> String {
    policy
        .replace("'self'", &format!("'self' {address}"))
        .replace("script-src", &format!("script-src {}", hash(SEEN)))
}

impl Answer {
    fn new(status: u16, mime: &'static str, body: Vec<u8>) -> Self {
        let sent = body.len();
        Self {
            status,
            mime,
            body,
            sent,
            policy: None,
            is_held: false,
        }
    }

    fn error(status: u16) -> Self {
        Self::new(status, "text/plain", status.to_string().into_bytes())
    }

    fn to(path: &str, sites: &[Site]) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let Some((folder, file)) = path.trim_start_matches('/').split_once('/') else {
            return Self::error(404);
        };
        if let Some(size) = folder.strip_prefix("frame-") {
            return Self::frame(size, file);
        }
        let Some((site, host)) = Host::of_folder(folder, sites) else {
            return Self::error(404);
        };
        let answer = Self::of_site(site, host, file);
        Self {
            policy: Some(site.policy.clone()),
            ..answer
        }
    }

    fn of_site(site: &Site, host: Host, file: &str) -> Self {
        let file = if file.is_empty() { "index.html" } else { file };
        if file.split('/').any(|part| part == "..") {
            return Self::error(404);
        }
        let Ok(mut body) = fs::read(site.dist.join(file)) else {
            return Self::error(404);
        };
        let extension = file.rsplit('.').next().unwrap_or_default();
        match (host, extension) {
            (Host::WasmMissing, "wasm") | (Host::LoaderMissing, "js") => return Self::error(404),
            (Host::WasmBlocked, "wasm") => return Self::error(403),
            (Host::WasmHalf, "wasm") => body.truncate(body.len() / 2),
            (Host::Scriptless, "html") => body = without_scripts(&text(body)).into_bytes(),
            (_, "html") => {
                let mut body = text(body);
                if host == Host::WasmHeld {
                    body = without_preload(&body);
                }
                let head = format!("<head><script>{SEEN}</script>");
                return Self::new(
                    200,
                    mime(extension),
                    body.replacen("<head>", &head, 1).into(),
                );
            }
            _ => {}
        }
        let mut answer = Self::new(200, mime(extension), body);
        answer.is_held = host == Host::WasmHeld && extension == "wasm";
        if host == Host::WasmBroken && extension == "wasm" {
            answer.sent /= 2;
        }
        answer
    }

    /// A page that holds the site in a frame: the way to a view narrower than a window can be.
    fn frame(size: &str, file: &str) -> Self {
        let (width, height) = size.split_once('x').unwrap_or(("320", "640"));
        let page = format!(
            "<!doctype html><html lang=\"en\"><title>A narrow view</title>\
             <link rel=\"icon\" href=\"data:,\"><style>body{{margin:0}}</style>\
             <iframe title=\"The site\" width=\"{width}\" height=\"{height}\" style=\"border:0\" \
             src=\"/sound/{file}?layout=full\"></iframe>"
        );
        Self::of_a_host("html", page.into_bytes())
    }

    /// Not a file of the site: without its policy.
    fn of_a_host(extension: &str, body: Vec<u8>) -> Self {
        Self::new(200, mime(extension), body)
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

fn mime(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// The page without its early request for the wasm: that one would hold up the page's `load`, for which
/// drivers wait.
fn without_preload(html: &str) -> String {
    let mut links = html.split("<link ");
    let mut out = links.next().unwrap_or_default().to_owned();
    for link in links {
        let (tag, rest) = link.split_once('>').unwrap_or((link, ""));
        if !(tag.contains("rel=\"preload\"") && tag.contains(".wasm\"")) {
            out.push_str(&format!("<link {tag}>"));
        }
        out.push_str(rest);
    }
    out
}

/// The page as an engine without JavaScript lays it out.
fn without_scripts(html: &str) -> String {
    let mut rest = html;
    let mut out = String::with_capacity(html.len());
    while let Some(start) = rest.find("<script") {
        out.push_str(&rest[..start]);
        let end = rest[start..]
            .find("</script>")
            .map_or(rest.len(), |end| start + end + 9);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out.replace("<noscript>", "<div class=\"noscript\">")
        .replace("</noscript>", "</div>")
}
