//! Around the scenes: finds the beat being read while the page scrolls, marks it, and scrolls to a
//! beat that is asked for.

use leptos::html::Div;
use leptos::prelude::*;

use crate::page::{scroll_spy, tab_stops};
use crate::reader::Reader;

#[island]
pub fn Follow(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let scenes = NodeRef::<Div>::new();
    scroll_spy::follow(reader, scenes);
    tab_stops::follow(reader, scenes);
    view! { <div class="scenes" node_ref=scenes>{children()}</div> }
}
