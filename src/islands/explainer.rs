//! The root island: provides the reader to all others, and ties the choice to the page as a whole.

use leptos::ev;
use leptos::prelude::*;

use crate::page;
use crate::reader::Reader;

#[island]
pub fn Explainer(children: Children) -> impl IntoView {
    let reader = Reader::new();
    provide_context(reader);
    // In this order: the link, then what was tapped since, before the root tells of another choice.
    page::address::follow(reader);
    page::taps::take_over(reader);
    page::root::follow(reader);
    // Links to scenes keep what is chosen; links into the record open it beside the text.
    let open = move |click: ev::MouseEvent| {
        let Some(id) = page::links::target(&click) else {
            return;
        };
        if let Some(scene) = page::links::scene(&id) {
            click.prevent_default();
            reader.drawer.set(None);
            page::links::go_to(reader, scene.first);
        } else if page::copy::is_of_record(&id) {
            click.prevent_default();
            reader.drawer.set(Some(id));
        }
    };
    view! { <div class="explainer" on:click=open>{children()}</div> }
}
