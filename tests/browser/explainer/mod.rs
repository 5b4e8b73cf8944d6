//! The new page, made of `app.html`, in real engines: what a reader is promised of it.

mod asleep;
mod axe;
mod cards;
mod compare;
mod drawer;
mod following;
mod links;
mod page;
mod playing;
mod print;
mod record_links;
mod room;
mod slider;
mod table;
mod waking;

use crate::runner::Test;

pub fn tests() -> Vec<Test> {
    [
        cards::everywhere::TESTS,
        cards::in_one::TESTS,
        following::TESTS,
        links::TESTS,
        slider::TESTS,
        drawer::TESTS,
        compare::everywhere::TESTS,
        compare::in_one::TESTS,
        table::TESTS,
        record_links::TESTS,
        waking::TESTS,
        asleep::TESTS,
        playing::TESTS,
        room::TESTS,
        axe::TESTS,
        print::TESTS,
    ]
    .concat()
}
