//! The built page in real engines, through WebDriver: one suite and one page object for Chromium,
//! Firefox and WebKit. `cargo xtask test --only browser` sets everything up and runs it.
//!
//! A harness of its own, so that an engine starts once, serves its tests one after the other while
//! the other engines run beside it, and is always ended. A name or a part of one chooses tests:
//! `-- firefox`, `-- slider::`, `-- webkit::links`.

mod asleep;
mod axe;
mod cards;
mod drawer;
mod engine;
mod following;
mod hosts;
mod links;
mod page;
mod playing;
mod print;
mod room;
mod runner;
mod screenshots;
mod server;
mod slider;
mod story;
mod tally;
mod waking;

use std::process::ExitCode;

use runner::Test;

fn main() -> ExitCode {
    fixtures::load();
    if screenshots::folder().is_some() {
        return runner::run(screenshots::TESTS, std::iter::empty());
    }
    let suite: Vec<Test> = [
        cards::everywhere::TESTS,
        cards::in_one::TESTS,
        following::TESTS,
        links::TESTS,
        slider::TESTS,
        drawer::TESTS,
        waking::TESTS,
        asleep::TESTS,
        playing::TESTS,
        room::TESTS,
        axe::TESTS,
        print::TESTS,
    ]
    .concat();
    runner::run(&suite, std::env::args().skip(1))
}
