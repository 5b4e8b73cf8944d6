//! A reader with the page open: loads it, listens on trunk's socket as the script in the page does,
//! and loads it anew when told to.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::server::{Server, TICK};

pub struct Reader {
    port: u16,
    page: String,
    socket: Socket,
}

impl Reader {
    /// Waits for the first page.
    pub fn open(server: &mut Server, port: u16, limit: Duration) -> Self {
        let mut opened = None;
        server.wait("the first page comes", limit, |server| {
            assert!(server.is_running(), "it ended:\n{}", server.printed());
            opened = Self::load(port);
            opened.is_some()
        });
        opened.expect("it was waited for")
    }

    pub fn page(&self) -> &str {
        &self.page
    }

    /// Waits until the page shows something, without touching it: it must reload by itself.
    pub fn comes_to_see(
        &mut self,
        server: &mut Server,
        limit: Duration,
        what: &str,
        shows: impl Fn(&str) -> bool,
    ) {
        server.wait(what, limit, |server| {
            assert!(server.is_running(), "it ended:\n{}", server.printed());
            if self.socket.says_reload() {
                let mut loaded = None;
                server.wait("the page loads", Duration::from_secs(30), |_| {
                    loaded = Self::load(self.port);
                    loaded.is_some()
                });
                *self = loaded.expect("it was waited for");
            }
            shows(&self.page)
        });
    }

    /// The page, and the socket that its script opens; nothing while there is no whole page.
    fn load(port: u16) -> Option<Self> {
        let page = get(port).ok()?;
        if !page.contains(".well-known/trunk/ws") {
            return None;
        }
        let socket = Socket::open(port).ok()?;
        Some(Self { port, page, socket })
    }
}

fn connect(port: u16) -> io::Result<TcpStream> {
    let stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    Ok(stream)
}

/// The page at `/`.
fn get(port: u16) -> io::Result<String> {
    let mut stream = connect(port)?;
    write!(
        stream,
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    match answer.split_once("\r\n\r\n") {
        Some((head, page)) if head.starts_with("HTTP/1.1 200") => Ok(page.to_owned()),
        _ => Err(io::Error::other(answer)),
    }
}

struct Socket {
    stream: TcpStream,
    heard: Vec<u8>,
}

impl Socket {
    fn open(port: u16) -> io::Result<Self> {
        let mut stream = connect(port)?;
        write!(
            stream,
            "GET /.well-known/trunk/ws HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
             Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )?;
        let mut heard = Vec::new();
        let deadline = Instant::now() + Duration::from_secs(10);
        while !heard.windows(4).any(|bytes| bytes == b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte)?;
            heard.extend(byte);
            if Instant::now() > deadline {
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
        if !heard.starts_with(b"HTTP/1.1 101") {
            return Err(io::Error::other("trunk does not open its socket"));
        }
        heard.clear();
        stream.set_read_timeout(Some(TICK))?;
        Ok(Self { stream, heard })
    }

    /// Whether the message has come on which the script loads the page anew.
    fn says_reload(&mut self) -> bool {
        let mut buffer = [0; 1024];
        // Nothing within a tick is no error: it is asked again.
        if let Ok(length) = self.stream.read(&mut buffer) {
            self.heard.extend(&buffer[..length]);
        }
        // Frames from a server are not masked.
        String::from_utf8_lossy(&self.heard).contains("\"reload\"")
    }
}
