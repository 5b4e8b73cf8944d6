//! The drawer: a part of the record beside the text. Without the program the same links lead to the
//! record itself.

use leptos::html::{Dialog, Div};
use leptos::prelude::*;

use crate::page::copy;
use crate::reader::Reader;
use crate::story::labels;

#[island]
pub fn Drawer() -> impl IntoView {
    let reader = Reader::here();
    let dialog = NodeRef::<Dialog>::new();
    let body = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let (Some(dialog), Some(body)) = (dialog.get(), body.get()) else {
            return;
        };
        match reader.drawer.get() {
            Some(part) => {
                copy::show_copy(&part, &body);
                body.set_scroll_top(0);
                if !dialog.open() {
                    // It is in the page and not open, so it can be shown.
                    let _ = dialog.show_modal();
                }
            }
            None => dialog.close(),
        }
    });
    view! {
        <dialog class="drawer" node_ref=dialog aria-label=labels::the_record_drawer() on:close=move |_| reader.drawer.set(None)>
            <button type="button" class="button" on:click=move |_| reader.drawer.set(None)>{labels::back_to_text()}</button>
            <div class="part" node_ref=body></div>
        </dialog>
    }
}
