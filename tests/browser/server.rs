//! A static host for the built site: the folder's first part of the address says how the host
//! behaves, so that tests need no switch and caches cannot mix.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// How the host serves the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    Sound,
    /// 404 for the wasm.
    WasmMissing,
    /// 403 for the wasm, as a filter in an office does.
    WasmBlocked,
    /// Half of the wasm, as after an upload that was cut short.
    WasmHalf,
    /// The connection breaks in the middle of the wasm.
    WasmBroken,
    /// 404 for the script that loads the wasm.
    LoaderMissing,
    /// All scripts taken out, for an engine whose JavaScript cannot be switched off.
    Scriptless,
}

impl Host {
    pub const FAILING: [Self; 5] = [
        Self::WasmMissing,
        Self::WasmBlocked,
        Self::WasmHalf,
        Self::WasmBroken,
        Self::LoaderMissing,
    ];

    const ALL: [Self; 7] = [
        Self::Sound,
        Self::WasmMissing,
        Self::WasmBlocked,
        Self::WasmHalf,
        Self::WasmBroken,
        Self::LoaderMissing,
        Self::Scriptless,
    ];

    pub fn folder(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::WasmMissing => "wasm-missing",
            Self::WasmBlocked => "wasm-blocked",
            Self::WasmHalf => "wasm-half",
            Self::WasmBroken => "wasm-broken",
            Self::LoaderMissing => "loader-missing",
            Self::Scriptless => "scriptless",
        }
    }
}

/// Nothing but the host itself; a request elsewhere is refused and reported by the browser.
const POLICY: &str = "default-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; img-src 'self' data:";
const SEEN: &str = include_str!("seen.js");

#[derive(Debug, Clone)]
pub struct Request {
    pub line: String,
    pub status: u16,
}

#[derive(Clone)]
pub struct Server {
    address: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Serves the folder until the process ends.
    pub fn start(dist: PathBuf) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}", listener.local_addr()?);
        let requests = Arc::new(Mutex::new(Vec::new()));
        let server = Self { address, requests };
        let (dist, own) = (Arc::new(dist), server.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (dist, own) = (Arc::clone(&dist), own.clone());
                thread::spawn(move || own.answer(&stream, &dist));
            }
        });
        Ok(server)
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    /// What has been asked for since the last call.
    pub fn take_requests(&self) -> Vec<Request> {
        std::mem::take(&mut self.requests.lock().expect("no thread panics with it"))
    }

    fn answer(&self, stream: &TcpStream, dist: &Path) -> Option<()> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}
        let path = first.split(' ').nth(1)?;
        let answer = Answer::to(path, dist);
        let request = Request {
            line: first.clone(),
            status: answer.status,
        };
        self.requests.lock().ok()?.push(request);
        let head = format!(
            "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {}\r\nContent-Security-Policy: {POLICY}\r\n\
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
}

impl Answer {
    fn new(status: u16, mime: &'static str, body: Vec<u8>) -> Self {
        let sent = body.len();
        Self {
            status,
            mime,
            body,
            sent,
        }
    }

    fn error(status: u16) -> Self {
        Self::new(status, "text/plain", status.to_string().into_bytes())
    }

    fn to(path: &str, dist: &Path) -> Self {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let Some((folder, file)) = path.trim_start_matches('/').split_once('/') else {
            return Self::error(404);
        };
        if let Some(size) = folder.strip_prefix("frame-") {
            return Self::frame(size, file);
        }
        let Some(host) = Host::ALL.into_iter().find(|h| h.folder() == folder) else {
            return Self::error(404);
        };
        let file = if file.is_empty() { "index.html" } else { file };
        if file.split('/').any(|part| part == "..") {
            return Self::error(404);
        }
        let Ok(mut body) = fs::read(dist.join(file)) else {
            return Self::error(404);
        };
        let extension = file.rsplit('.').next().unwrap_or_default();
        match (host, extension) {
            (Host::WasmMissing, "wasm") | (Host::LoaderMissing, "js") => return Self::error(404),
            (Host::WasmBlocked, "wasm") => return Self::error(403),
            (Host::WasmHalf, "wasm") => body.truncate(body.len() / 2),
            (Host::Scriptless, "html") => body = without_scripts(&text(body)).into_bytes(),
            (_, "html") => {
                let head = format!("<head><script>{SEEN}</script>");
                body = text(body).replacen("<head>", &head, 1).into_bytes();
            }
            _ => {}
        }
        let mut answer = Self::new(200, mime(extension), body);
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
             src=\"/sound/{file}\"></iframe>"
        );
        Self::new(200, mime("html"), page.into_bytes())
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
