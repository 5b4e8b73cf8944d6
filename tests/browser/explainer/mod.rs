//! The new page, made of `app.html`, in real engines: what a reader is promised of it.

mod asleep;
mod axe;
mod cards;
mod drawer;
mod following;
mod links;
mod masthead;
mod modes;
mod notice;
mod page;
mod playing;
mod print;
mod room;
mod search;
mod share;
mod slider;
mod waking;

use crate::runner::Test;

pub fn tests() -> Vec<Test> {
    let mut all = [
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
        notice::TESTS,
        share::TESTS,
    ]
    .concat();
    all.extend([masthead::tests(), search::tests(), modes::tests()].concat());
    all
}
