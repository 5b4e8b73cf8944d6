//! Around the scenes: finds the beat being read while the page scrolls, marks it, scrolls to a beat that
//! is asked for, and keeps the reader's place.

use leptos::html::Div;
use leptos::prelude::*;

use crate::page::{keep_place, scroll_spy, tab_stops, uncover};
use crate::reader::Reader;

#[island]
pub fn Follow(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let scenes = NodeRef::<Div>::new();
    scroll_spy::follow(reader, scenes);
    tab_stops::follow(reader, scenes);
    keep_place::follow(scenes);
    uncover::follow();
    view! { <div class="scenes" node_ref=scenes>{children()}</div> }
}
