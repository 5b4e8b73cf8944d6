//! The root island: provides the reader to all others, and ties the choice to the page as a whole.

use leptos::ev;
use leptos::html::Div;
use leptos::leptos_dom::helpers::request_animation_frame;
use leptos::prelude::*;

use super::compare::COMPARISON;
use crate::domain::choice::Choice;
use crate::page;
use crate::page::links::{Way, go_to, way};
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
    page::deck::follow(reader);
    page::landing::follow();
    let open = move |click: ev::MouseEvent| {
        let Some(way) = way(&click) else { return };
        click.prevent_default();
        match way {
            Way::Part(part) => reader.drawer.set(Some(part)),
            Way::Comparison(event) => {
                let pin = Some(event);
                reader.update_push(|choice| Choice { pin, ..choice });
                reader.drawer.set(Some(COMPARISON.to_owned()));
            }
            Way::Beat(beat) => {
                reader.drawer.set(None);
                // Once the drawer has given the reader's place back.
                request_animation_frame(move || go_to(reader, beat));
            }
        }
    };
    view! { <div class="explainer" node_ref=all on:click=open>{children()}</div> }
}
