//! Hears from what trunk prints whether it builds, so that only a build's silence is told.

use std::time::Instant;

use crate::output;
use crate::progress::seconds;

#[derive(Default)]
pub struct TrunkLog {
    /// Of the line that is not over yet.
    line: Vec<u8>,
    building: Option<Build>,
}

struct Build {
    began: Instant,
    silent_since: Instant,
    told: Instant,
}

impl TrunkLog {
    /// Takes in a piece of what trunk prints; `built` is told how long a build took that is done.
    pub fn hear(&mut self, piece: &[u8], mut built: impl FnMut(&str)) {
        if let Some(build) = &mut self.building {
            build.silent_since = Instant::now();
        }
        for &byte in piece {
            if byte != b'\n' {
                self.line.push(byte);
                continue;
            }
            let line = String::from_utf8_lossy(&self.line);
            match event(line.trim_end()) {
                Some(Event::Begun) => self.building = Some(Build::now()),
                Some(Event::Built) => {
                    if let Some(build) = self.building.take() {
                        built(&seconds(build.began.elapsed()));
                    }
                }
                Some(Event::Failed) => self.building = None,
                None => {}
            }
            self.line.clear();
        }
    }

    /// To be called at times while trunk prints nothing.
    pub fn tell_of_silence(&mut self) {
        if let Some(build) = &mut self.building {
            output::tell("the build", build.silent_since, &mut build.told);
        }
    }
}

impl Build {
    fn now() -> Self {
        let now = Instant::now();
        Self {
            began: now,
            silent_since: now,
            told: now,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    Begun,
    Built,
    Failed,
}

/// `2026-11-29T13:54:11.169315Z  INFO 📦 starting build`, perhaps in colour.
fn event(line: &str) -> Option<Event> {
    if line.contains("INFO") && line.ends_with("starting build") {
        Some(Event::Begun)
    } else if line.contains("INFO") && line.ends_with("success") {
        Some(Event::Built)
    } else if line.contains("ERROR") && line.ends_with("error") {
        Some(Event::Failed)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_is_heard_from_its_begin_to_its_end() {
        let mut log = TrunkLog::default();
        let mut built = 0;
        for (piece, is_building, count) in [
            ("2026Z  INFO 🚀 Starting trunk 0.21.14\n", false, 0),
            ("2026Z  INFO 📦 starting", false, 0),
            (" build\n   Compiling leptos v0.8\n", true, 0),
            ("a hook that ends with success\n", true, 0),
            (
                "\u{1b}[2m2026Z\u{1b}[0m \u{1b}[32m INFO\u{1b}[0m ✅ success\n",
                false,
                1,
            ),
            ("2026Z  INFO 📦 starting build\n", true, 1),
            ("2026Z ERROR ❌ error\nhook call\n", false, 1),
        ] {
            log.hear(piece.as_bytes(), |_| built += 1);
            assert_eq!(log.building.is_some(), is_building, "{piece}");
            assert_eq!(built, count, "{piece}");
        }
    }
}
