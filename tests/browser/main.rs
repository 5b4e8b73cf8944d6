//! The built page in real engines, through WebDriver: one suite and one page object for Chromium,
//! Firefox and WebKit. `cargo xtask test --only browser` sets everything up and runs it.
//!
//! A harness of its own, so that an engine starts once, serves its tests one after the other while
//! the other engines run beside it, and is always ended. A name or a part of one chooses tests:
//! `-- firefox`, `-- sliders::`, `-- webkit::links`.

mod asleep;
mod axe;
mod compare;
mod engine;
mod explainer;
mod frames;
mod hosts;
mod keyboard;
mod known;
mod links;
mod loader;
mod map;
mod narrow;
mod newsroom;
mod outline;
mod perspectives;
mod playing;
mod policy;
mod relations;
mod runner;
mod screenshots;
mod scroll;
mod search;
mod server;
mod share;
mod single;
mod sliders;
mod sources;
mod steps;
mod story;
mod tally;

use std::process::ExitCode;

use runner::Test;

fn main() -> ExitCode {
    fixtures::load();
    if screenshots::folder().is_some() {
        return runner::run(screenshots::TESTS, std::iter::empty());
    }
    let mut suite: Vec<Test> = [
        scroll::TESTS,
        sliders::TESTS,
        playing::TESTS,
        perspectives::TESTS,
        relations::TESTS,
        map::everywhere::TESTS,
        map::in_one::TESTS,
        sources::TESTS,
        compare::TESTS,
        links::TESTS,
        asleep::TESTS,
        keyboard::TESTS,
        known::TESTS,
        narrow::TESTS,
        policy::TESTS,
        steps::TESTS,
        search::TESTS,
        share::TESTS,
        loader::TESTS,
        single::TESTS,
        axe::TESTS,
        frames::TESTS,
    ]
    .concat();
    suite.extend(explainer::tests());
    runner::run(&suite, std::env::args().skip(1))
}
