//! The only home of web_sys and gloo: binds the page to the reader's state. Each file
//! writes the state or watches it, and decides nothing.

mod actions;
mod bind;
mod cites;
mod clipboard;
mod compare;
mod controls;
mod dom;
mod failure;
mod frame;
mod known;
mod layout;
mod location;
mod map;
mod marks;
mod notice;
mod page;
mod play;
mod relations;
mod root;
mod scroll;
mod search;
mod share;
mod sliders;
mod stage;
mod stakes;
mod steps;
mod table;

use gloo::timers::callback::Timeout;

use crate::state::Reader;
use crate::story;

/// Called once, when the program has been loaded into the page: it may be here before all of the page
/// is.
pub fn start() {
    failure::watch();
    let document = dom::document();
    if document.ready_state() == "loading" {
        dom::listen(&document, "DOMContentLoaded", |_| begin());
    } else {
        begin();
    }
}

fn begin() {
    let index = dom::by_id("index").and_then(|i| i.text_content());
    if !index.is_some_and(story::carry) {
        failure::give_up("the index in the page is not whole or of another version: build anew");
        return;
    }
    let reader = Reader::new();
    location::restore(reader);
    wake(reader, &PARTS);
}

/// What is bound, in the order in which it is.
const PARTS: [fn(Reader); 16] = [
    text,
    stage::keep,
    relations::keep,
    stakes::keep,
    map::keep,
    page::keep,
    compare::keep,
    table::keep,
    marks::keep,
    play::keep,
    scroll::keep,
    steps::keep,
    search::keep,
    location::keep,
    actions::listen,
    |_| root::awake(),
];

/// How long the page is bound before it is given back to the reader for a moment, ms.
const SHARE_MS: f64 = 20.0;

/// Binds one part after the other, with room between them for what the reader does: on a slow phone
/// all at once would be a tenth of a second in which nothing answers.
fn wake(r: Reader, parts: &'static [fn(Reader)]) {
    let began = dom::now();
    for (i, part) in parts.iter().enumerate() {
        part(r);
        // Timers of a page that nobody sees come late.
        if dom::now() - began > SHARE_MS && !dom::document().hidden() {
            Timeout::new(0, move || wake(r, &parts[i + 1..])).forget();
            return;
        }
    }
}

/// What changes how the text is laid out comes at once: a link leads to its passage in the next
/// frame.
fn text(r: Reader) {
    frame::keep(r);
    known::keep(r);
    root::keep(r);
    controls::keep(r);
    sliders::keep(r);
}
