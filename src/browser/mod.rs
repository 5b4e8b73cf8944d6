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

use crate::state::Reader;
use crate::story;

/// Called once, when the program has been loaded into the page.
pub fn start() {
    failure::watch();
    let index = dom::by_id("index").and_then(|i| i.text_content());
    let index = index.and_then(|text| story::wire::read(&text));
    if !index.is_some_and(story::load_index) {
        failure::give_up("the index in the page is not whole or of another version: build anew");
        return;
    }
    let reader = Reader::new();
    location::restore(reader);
    frame::keep(reader);
    known::keep(reader);
    root::keep(reader);
    controls::keep(reader);
    sliders::keep(reader);
    stage::keep(reader);
    relations::keep(reader);
    stakes::keep(reader);
    map::keep(reader);
    page::keep(reader);
    compare::keep(reader);
    table::keep(reader);
    marks::keep(reader);
    play::keep(reader);
    scroll::keep(reader);
    steps::keep(reader);
    search::keep(reader);
    location::keep(reader);
    actions::listen(reader);
    root::awake();
}
