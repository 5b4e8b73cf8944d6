//! The drawer: a part of the record beside the text, and ways from one part to the next and back.
//! Without the program the same links lead to the record itself.

use leptos::ev;
use leptos::html::{Dialog, Div, H3};
use leptos::prelude::*;
use web_sys::Element;

use super::compare::{COMPARISON, Comparison};
use crate::effect::effect_after;
use crate::page::copy;
use crate::page::place::Place;
use crate::reader::Reader;
use crate::story::labels;

#[island]
pub fn Drawer() -> impl IntoView {
    let reader = Reader::here();
    let dialog = NodeRef::<Dialog>::new();
    let body = NodeRef::<Div>::new();
    let heading = NodeRef::<H3>::new();
    let title = RwSignal::new(String::new());
    // The parts that led to this one, each with how far it was scrolled.
    let before = RwSignal::new(Vec::<(String, i32)>::new());
    let place = StoredValue::new_local(None::<Place>);
    let is_comparison = Memo::new(move |_| {
        reader
            .drawer
            .with(|part| part.as_deref() == Some(COMPARISON))
    });
    effect_after(move |last: Option<Option<String>>| {
        let part = reader.drawer.get();
        let (Some(dialog), Some(body), Some(heading)) = (dialog.get(), body.get(), heading.get())
        else {
            return part;
        };
        let last = last.flatten();
        let Some(now) = &part else {
            dialog.close();
            before.set(Vec::new());
            if last.is_some() {
                place.update_value(|place| {
                    if let Some(place) = place.take() {
                        place.restore();
                    }
                });
            }
            return part;
        };
        if !dialog.open() {
            place.set_value(Place::here());
        }
        // The last part but one is gone back to, however the reader comes there.
        let mut top = 0;
        before.update(|before| match (before.last(), last) {
            (Some((id, scrolled)), _) if id == now => {
                top = *scrolled;
                before.pop();
            }
            (_, Some(last)) if last != *now => before.push((last, dialog.scroll_top())),
            _ => {}
        });
        let copied = copy::show_copy(now, &body);
        let piece = copied.as_ref().and_then(|copied| copied.piece.clone());
        title.set(copied.map(|copied| copied.title).unwrap_or_default());
        // The comparison is live: it is shown itself, below.
        if now == COMPARISON {
            body.set_text_content(None);
        }
        if !dialog.open() {
            // It is in the page and not open, so it can be shown.
            let _ = dialog.show_modal();
        }
        show(&dialog, piece.as_ref(), top);
        // So that what is read out begins with what this is.
        let _ = heading.focus();
        part
    });
    let back = move |_| {
        let to = before.with_untracked(|before| before.last().map(|(part, _)| part.clone()));
        if to.is_some() {
            reader.drawer.set(to);
        }
    };
    let close = move || reader.drawer.set(None);
    view! {
        <dialog class="drawer beside" node_ref=dialog aria-labelledby="drawer-h" on:close=move |_| close()
            on:click=move |click| {
                if dialog.get_untracked().is_some_and(|dialog| is_beside(&click, &dialog)) {
                    close();
                }
            }>
            <header>
                <h3 id="drawer-h" tabindex="-1" node_ref=heading inner_html=move || title.get()></h3>
                <button type="button" class="quiet" hidden=move || before.with(Vec::is_empty) on:click=back>{labels::drawer_back()}</button>
                <button type="button" class="quiet" on:click=move |_| close()>{labels::close()}</button>
            </header>
            <div class="copied" node_ref=body></div>
            {move || is_comparison.get().then(|| view! { <Comparison/> })}
        </dialog>
    }
}

/// Whether a click is one on the page beside the drawer.
fn is_beside(click: &ev::MouseEvent, dialog: &Element) -> bool {
    let on_itself = click.target().is_some_and(|on| on == *dialog.as_ref());
    let frame = dialog.get_bounding_client_rect();
    let x = f64::from(click.client_x());
    on_itself && !(frame.left()..=frame.right()).contains(&x)
}

/// Between the head and the piece that was asked for, in px.
const AIR: i32 = 8;

/// Scrolls to the piece that was asked for, or to where the reader was.
fn show(dialog: &Element, piece: Option<&Element>, top: i32) {
    match piece {
        // Not by asking it to come into view, which scrolls a host's page too.
        Some(piece) if top == 0 => {
            let header = dialog.first_element_child();
            let header = header.map_or(0, |header| header.client_height());
            let from = dialog.get_bounding_client_rect().top();
            let below = (piece.get_bounding_client_rect().top() - from) as i32;
            // With a little air, and its frame not counted.
            dialog.set_scroll_top(dialog.scroll_top() + below - header - AIR);
        }
        _ => dialog.set_scroll_top(top),
    }
}
