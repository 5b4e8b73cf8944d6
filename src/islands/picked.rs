//! In a card whose link names an event that no paragraph is about: the event's record, in place of the
//! paragraph.

use leptos::html::{Div, H2};
use leptos::prelude::*;

use crate::domain::frame::Layout;
use crate::effect::effect;
use crate::page::copy;
use crate::reader::Reader;
use crate::story::index;

#[island]
pub fn Picked() -> impl IntoView {
    let reader = Reader::here();
    let title = NodeRef::<H2>::new();
    let record = NodeRef::<Div>::new();
    effect(move || {
        let picked = reader.choice().event;
        let picked = picked.filter(|_| reader.layout.get() == Layout::Card);
        let event = picked.and_then(|e| index().events.get(usize::from(e)));
        let (Some(title), Some(record)) = (title.get(), record.get()) else {
            return;
        };
        match event {
            Some(event) => {
                let mut part = String::from("e-");
                part.push_str(event.id);
                copy::show_copy(&part, &record);
                part.push_str("-t");
                let own = document().get_element_by_id(&part);
                title.set_text_content(own.and_then(|t| t.text_content()).as_deref());
            }
            None => record.set_text_content(None),
        }
    });
    view! {
        <article class="picked">
            <h2 node_ref=title></h2>
            <div node_ref=record></div>
        </article>
    }
}
