//! The built page in real engines, through WebDriver: one suite and one page object for Chromium,
//! Firefox and WebKit. `cargo xtask test --only browser` sets everything up and runs it.
//!
//! A harness of its own, so that an engine starts once, serves its tests one after the other while
//! the other engines run beside it, and is always ended. A name or a part of one chooses tests:
//! `-- firefox`, `-- sliders::`, `-- webkit::links`.

mod asleep;
mod axe;
mod engine;
mod keyboard;
mod links;
mod narrow;
mod outline;
mod perspectives;
mod playing;
mod runner;
mod screenshots;
mod scroll;
mod server;
mod sliders;
mod sources;
mod story;

use std::process::ExitCode;

use runner::Test;

fn main() -> ExitCode {
    if screenshots::folder().is_some() {
        return runner::run(screenshots::TESTS, std::iter::empty());
    }
    let suite: Vec<Test> = [
        scroll::TESTS,
        sliders::TESTS,
        playing::TESTS,
        perspectives::TESTS,
        sources::TESTS,
        links::TESTS,
        asleep::TESTS,
        keyboard::TESTS,
        narrow::TESTS,
        axe::TESTS,
    ]
    .concat();
    runner::run(&suite, std::env::args().skip(1))
}
