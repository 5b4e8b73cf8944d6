//! The new page, made of `app.html`, in real engines: what a reader is promised of it.

mod as_of;
mod asleep;
mod axe;
mod cards;
mod drawer;
mod following;
mod links;
mod page;
mod playing;
mod print;
mod room;
mod slider;
mod tools;
mod turning;
mod waking;

use crate::runner::Test;

pub fn tests() -> Vec<Test> {
    [
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
        waking::TESTS,
        asleep::TESTS,
        playing::TESTS,
        room::TESTS,
        axe::TESTS,
        print::TESTS,
    ]
    .concat()
}
