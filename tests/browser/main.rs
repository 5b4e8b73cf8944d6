//! The built page in real engines, through WebDriver: one suite and one page object for Chromium,
//! Firefox and WebKit. `cargo xtask test --only browser` sets everything up and runs it.
//!
//! A harness of its own, so that an engine starts once, serves its tests one after the other while
//! the other engines run beside it, and is always ended. A name or a part of one chooses tests:
//! `-- firefox`, `-- slider::`, `-- webkit::links`.

mod any_story;
mod as_of;
mod axe;
mod before_program;
mod cards;
mod compare;
mod drawer;
mod engine;
mod following;
mod frames;
mod hosts;
mod links;
mod loader;
mod masthead;
mod modes;
mod newsroom;
mod notice;
mod page;
mod playing;
mod policy;
mod print;
mod record_links;
mod room;
mod runner;
mod screenshots;
mod search;
mod server;
mod share;
mod single;
mod slider;
mod story;
mod table;
mod tally;
mod tools;
mod turning;
mod without_program;

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
        tools::TESTS,
        as_of::TESTS,
        turning::everywhere::TESTS,
        turning::in_one::TESTS,
        drawer::TESTS,
        compare::everywhere::TESTS,
        compare::in_one::TESTS,
        table::TESTS,
        record_links::TESTS,
        before_program::TESTS,
        without_program::TESTS,
        playing::TESTS,
        room::TESTS,
        axe::TESTS,
        any_story::in_one::TESTS,
        any_story::everywhere::TESTS,
        print::TESTS,
        policy::TESTS,
        frames::height::TESTS,
        frames::layouts::everywhere::TESTS,
        frames::layouts::in_one::TESTS,
        frames::talk::TESTS,
        frames::hostile::TESTS,
        loader::TESTS,
        single::TESTS,
        masthead::everywhere::TESTS,
        masthead::in_one::TESTS,
        search::everywhere::TESTS,
        search::in_one::TESTS,
        share::TESTS,
        notice::TESTS,
        modes::everywhere::TESTS,
        modes::in_one::TESTS,
    ]
    .concat();
    runner::run(&suite, std::env::args().skip(1))
}
