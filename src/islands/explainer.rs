//! The root island: provides the reader to all others, and ties the choice to the page as a whole.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::page;
use crate::reader::Reader;

#[island]
pub fn Explainer(children: Children) -> impl IntoView {
    let reader = Reader::new();
    provide_context(reader);
    let all = NodeRef::<Div>::new();
    // In this order: the link, then what was tapped since, before host and root are told of the choice.
    page::address::follow(reader);
    page::taps::take_over(reader);
    page::frame::follow(reader, all);
    page::root::follow(reader);
    // Links into the record open it beside the text.
    let open = move |click: ev::MouseEvent| {
        if let Some(part) = page::copy::record_link(&click) {
            click.prevent_default();
            reader.drawer.set(Some(part));
        }
    };
    view! { <div class="explainer" node_ref=all on:click=open>{children()}</div> }
}
