//! The three engines: starting each with its driver and a fresh profile, and ending both.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Map, Value, json};
use thirtyfour::{Capabilities, WebDriver};

use crate::any_story;
use crate::server::{Server, Site};
use crate::story::Story;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// For what is true of the page in one engine and so in all.
pub const ONE: &[Engine] = &[Engine::Chromium];

/// How long a driver may take to answer.
const START: Duration = Duration::from_secs(30);

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

/// A driver, its session, and what they need.
pub struct Running {
    engine: Engine,
    driver: WebDriver,
    server: Server,
    // Ended in this order, the driver before its screen.
    _process: Process,
    _screen: Option<Process>,
}

impl Engine {
    pub async fn start(self) -> Result<Running, String> {
        let dist = PathBuf::from(variable("SIGHTLINES_DIST", "the folder of the built site")?);
        if !dist.join("index.html").is_file() {
            return Err(format!("no built site in {}", dist.display()));
        }
        let mut sites = vec![site(dist, "")?];
        if let Some(folder) = std::env::var_os("SIGHTLINES_STORIES").map(PathBuf::from) {
            for (name, prefix) in any_story::SITES {
                sites.push(site(folder.join(name), prefix)?);
            }
        }
        let server = Server::start(sites).map_err(|e| format!("no port to serve on: {e}"))?;
        let program = variable(self.variable(), "the path of its driver")?;
        let screen = match self {
            Self::WebKit => Some(screen()?),
            Self::Chromium | Self::Firefox => None,
        };
        let port = free_port()?;
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}"));
        if let Some((_, display)) = &screen {
            command
                .env("DISPLAY", display)
                .env_remove("WAYLAND_DISPLAY");
        }
        let process = Process::start(&mut command)?;
        let address = format!("http://127.0.0.1:{port}");
        let driver = self.connect(&address, false).await?;
        Ok(Running {
            engine: self,
            driver,
            server,
            _process: process,
            _screen: screen.map(|(process, _)| process),
        })
    }

    /// Opens a session as soon as the driver answers.
    async fn connect(self, address: &str, scriptless: bool) -> Result<WebDriver, String> {
        let began = Instant::now();
        loop {
            let driver = WebDriver::new(address, self.capabilities(scriptless)).await;
            match driver {
                Ok(driver) => return Ok(driver),
                Err(error) if began.elapsed() > START => {
                    return Err(format!(
                        "its driver gave no session within {} s: {error}",
                        START.as_secs()
                    ));
                }
                Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
            }
        }
    }

    fn variable(self) -> &'static str {
        match self {
            Self::Chromium => "CHROMEDRIVER",
            Self::Firefox => "GECKODRIVER",
            Self::WebKit => "WEBKITDRIVER",
        }
    }

    fn capabilities(self, scriptless: bool) -> Capabilities {
        let capabilities = match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                    "--force-device-scale-factor=1", "--window-size=1700,1400",
                ] },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "-width", "1400", "-height", "1000"],
                    "prefs": {
                        "javascript.enabled": !scriptless,
                        // Tab reaches links and buttons on every system.
                        "accessibility.tabfocus": 7,
                    },
                },
            }),
            Self::WebKit => match mini_browser() {
                Some(binary) => json!({
                    "webkitgtk:browserOptions": { "binary": binary, "args": ["--automation"] },
                }),
                None => json!({}),
            },
        };
        let map: Map<String, Value> = capabilities.as_object().cloned().unwrap_or_default();
        Capabilities::from(map)
    }
}

impl Running {
    pub fn story(&self) -> Story {
        Story::new(self.engine, self.driver.clone(), self.server.clone())
    }

    /// Whether the browser has died.
    pub async fn is_gone(&self) -> bool {
        self.driver.title().await.is_err() && self.driver.windows().await.is_err()
    }

    pub async fn end(self) {
        // A dead session cannot be quit; its driver is ended in any case.
        let _ = self.driver.quit().await;
    }
}

fn site(dist: PathBuf, prefix: &'static str) -> Result<Site, String> {
    let folder = dist.display().to_string();
    Site::of(dist, prefix).map_err(|e| format!("no release site in {folder}: {e}"))
}

fn variable(name: &str, what: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name}, {what}, is not set; run `cargo xtask test`"))
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|e| format!("no free port: {e}"))
}

/// A screen that nobody sees; WebKitGTK has no headless mode.
fn screen() -> Result<(Process, String), String> {
    let mut command = Command::new("Xvfb");
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1700x1400x24",
        "-nolisten",
        "tcp",
    ]);
    let mut process = Process::start(command.stdout(Stdio::piped()))?;
    let mut number = String::new();
    if let Some(out) = process.0.stdout.take() {
        let _ = BufReader::new(out).read_line(&mut number);
    }
    match number.trim() {
        "" => Err("Xvfb gave no screen".to_owned()),
        number => Ok((process, format!(":{number}"))),
    }
}

/// Debian's place for the browser that WebKitGTK's driver steers; elsewhere the driver knows it.
fn mini_browser() -> Option<PathBuf> {
    let library = std::fs::read_dir("/usr/lib").ok()?;
    let mut roots: Vec<PathBuf> = library.flatten().map(|entry| entry.path()).collect();
    roots.push(PathBuf::from("/usr/libexec"));
    let of = |root: &Path| {
        ["4.1", "6.0", "4.0"].map(|v| root.join(format!("webkit2gtk-{v}/MiniBrowser")))
    };
    roots
        .iter()
        .flat_map(|root| of(root))
        .find(|path| path.is_file())
}

/// A program that ends with us.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Result<Self, String> {
        let name = command.get_program().to_string_lossy().into_owned();
        if std::env::var_os("SIGHTLINES_DRIVER_LOGS").is_none() {
            command.stderr(Stdio::null());
            if name != "Xvfb" {
                command.stdout(Stdio::null());
            }
        }
        command
            .stdin(Stdio::null())
            .spawn()
            .map(Self)
            .map_err(|e| format!("{name} cannot be run: {e}"))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // First politely, so that a driver ends its browser and removes its profile.
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let began = Instant::now();
        while asked.is_ok() && began.elapsed() < Duration::from_secs(5) {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
