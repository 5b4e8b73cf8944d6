//! Other people's hosts: pages written for a test, each host on a port of its own and so of another
//! origin than the site.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

/// A host with these pages, by path; what else is asked for is not there.
pub struct Newsroom {
    address: String,
}

/// A path, and what the host answers there.
pub type Page = (&'static str, String);

impl Newsroom {
    /// Serves the pages until the process ends.
    pub fn open(pages: Vec<Page>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port to serve on");
        let port = listener.local_addr().expect("it has a port").port();
        let pages = Arc::new(pages);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let pages = Arc::clone(&pages);
                thread::spawn(move || answer(&stream, &pages));
            }
        });
        Self {
            address: format!("http://127.0.0.1:{port}"),
        }
    }

    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }
}

fn answer(mut stream: &std::net::TcpStream, pages: &[Page]) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    while !lines.next()?.ok()?.is_empty() {}
    let asked = first.split(' ').nth(1)?;
    let path = asked.split(['?', '#']).next()?;
    let found = pages.iter().find(|(own, _)| *own == path);
    let (status, body) = found.map_or((404, ""), |(_, body)| (200, body));
    let mime = match path.ends_with(".js") {
        true => "text/javascript",
        false => "text/html",
    };
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {mime}; charset=utf-8\r\nContent-Length: {}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(body.as_bytes()).ok()
}
