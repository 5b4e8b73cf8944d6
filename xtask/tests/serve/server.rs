//! The server as a process, with all that it starts.

use std::fs::{self, File};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::copy;

/// How often a condition is looked at.
pub const TICK: Duration = Duration::from_millis(100);
/// After this long the last line of the server tells that it lives.
const SILENCE: Duration = Duration::from_secs(8);
const END: Duration = Duration::from_secs(60);
/// cargo compiles the chores, then they refuse.
const REFUSAL: Duration = Duration::from_secs(5 * 60);

pub struct Server {
    child: Child,
    printed: PathBuf,
}

impl Server {
    /// In a process group of its own, as a shell would start it.
    pub fn start(folder: &Path, story: &str, port: u16) -> Self {
        let printed = folder.with_extension("log");
        let file = File::create(&printed).expect("the target folder can be written");
        let errors = file.try_clone().expect("a file can be shared");
        let child = Command::new("cargo")
            .args(["xtask", "serve", "--port", &port.to_string()])
            .current_dir(folder)
            .env("SIGHTLINES_STORY", story)
            .env_remove("SIGHTLINES_LAND")
            .env("CARGO_TARGET_DIR", copy::target())
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(errors)
            .process_group(0)
            .spawn()
            .expect("cargo is on PATH");
        Self { child, printed }
    }

    /// What it has printed so far.
    pub fn printed(&self) -> String {
        fs::read_to_string(&self.printed).unwrap_or_default()
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_none())
    }

    /// What a server says that does not start.
    pub fn refusal(mut self) -> String {
        self.wait("it refuses", REFUSAL, |server| !server.is_running());
        let status = self.child.wait().expect("it was started");
        assert!(!status.success(), "{}", self.printed());
        self.printed()
    }

    /// Ends it as Ctrl-C does, and proves that nothing of it is left.
    pub fn end(mut self) {
        assert!(self.is_running(), "it ended by itself:\n{}", self.printed());
        self.signal("INT");
        self.wait("the server ends", END, |server| !server.is_running());
        self.wait("all that it started ends", END, |server| {
            server.left().is_empty()
        });
    }

    /// Waits until something holds; what was printed tells why it does not.
    pub fn wait(&mut self, what: &str, limit: Duration, mut holds: impl FnMut(&mut Self) -> bool) {
        let deadline = Instant::now() + limit;
        let mut told = Instant::now();
        while !holds(self) {
            if told.elapsed() >= SILENCE {
                let printed = self.printed();
                eprintln!(
                    "  … until {what}: {}",
                    printed.lines().last().unwrap_or_default()
                );
                told = Instant::now();
            }
            assert!(
                Instant::now() < deadline,
                "{what}: not within {} s; left: {:?}; printed:\n{}",
                limit.as_secs(),
                self.left(),
                self.printed()
            );
            thread::sleep(TICK);
        }
    }

    fn signal(&self, name: &str) {
        let group = format!("-{}", self.child.id());
        // It fails where the group has ended already.
        let _ = Command::new("kill")
            .args(["-s", name, "--", &group])
            .status();
    }

    /// The processes of its group that still run.
    fn left(&self) -> Vec<String> {
        let group = self.child.id().to_string();
        let all = Command::new("ps")
            .args(["-A", "-o", "pgid=,stat=,args="])
            .output()
            .expect("ps tells what runs");
        String::from_utf8_lossy(&all.stdout)
            .lines()
            .filter(|line| {
                let mut words = line.split_whitespace();
                let is_ours = words.next() == Some(&group);
                // A zombie has ended; who shall take note of it is not ours to say.
                is_ours && words.next().is_some_and(|state| !state.starts_with('Z'))
            })
            .map(str::to_owned)
            .collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if !self.left().is_empty() {
            self.signal("KILL");
        }
        // Ended one way or the other.
        let _ = self.child.wait();
    }
}
