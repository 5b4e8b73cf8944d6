//! One line per step: seconds since the start, what is done, and why.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

static START: OnceLock<Instant> = OnceLock::new();

/// Starts the clock that every line shows.
pub fn start() {
    start_after(Duration::ZERO);
}

/// Goes on with the clock of another program, which has run so long.
pub fn start_after(time: Duration) {
    let now = Instant::now();
    START.get_or_init(|| now.checked_sub(time).unwrap_or(now));
}

/// What the clock shows.
pub fn elapsed() -> Duration {
    START.get_or_init(Instant::now).elapsed()
}

/// Says what is being done.
pub fn say(line: impl AsRef<str>) {
    eprintln!("[{:>8}] {}", seconds(elapsed()), line.as_ref());
}

/// Seconds with one decimal, minutes when there are many.
pub fn seconds(time: Duration) -> String {
    let tenths = time.as_millis() / 100;
    if tenths < 1000 {
        format!("{}.{} s", tenths / 10, tenths % 10)
    } else {
        format!("{} m {:02} s", tenths / 600, tenths % 600 / 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_and_readable() {
        for (milliseconds, text) in [
            (0, "0.0 s"),
            (1_260, "1.2 s"),
            (99_900, "99.9 s"),
            (100_000, "1 m 40 s"),
            (754_000, "12 m 34 s"),
        ] {
            assert_eq!(seconds(Duration::from_millis(milliseconds)), text);
        }
    }
}
