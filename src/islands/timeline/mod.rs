//! The timeline: where the story stands in time, the ways through it, and the tools that unfold above.

mod axis;
mod filters;
mod lane;
mod period;

pub use period::Period;

use leptos::ev;
use leptos::html::{Button, Div, Section};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, Node};

use crate::effect::effect_after;
use crate::page::play;
use crate::reader::Reader;
use crate::story::{index, labels};
use crate::words::{moment, scene_count};
use filters::Filters;
use lane::Lane;

/// `children`: the instrument that stands in the tools beside what is set there.
#[island]
pub fn Timeline(children: Children) -> impl IntoView {
    let reader = Reader::here();
    play::follow(reader);
    let step = move |forward: bool| {
        move |_| {
            reader.go_to_neighbour(forward);
        }
    };
    let bar = NodeRef::<Section>::new();
    let tools = NodeRef::<Div>::new();
    let button = NodeRef::<Button>::new();
    let is_open = RwSignal::new(false);
    // What is not shown yet cannot take the focus: the effect comes after the tools are unfolded.
    effect_after(move |was_open: Option<bool>| {
        let open = is_open.get();
        if open
            && was_open == Some(false)
            && let Some(tools) = tools.get_untracked()
        {
            // It is shown now, and so takes the focus.
            let _ = tools.focus_with_options(&in_place());
        }
        open
    });
    let close = move || {
        is_open.set(false);
        if let Some(button) = button.get_untracked() {
            // It is always shown.
            let _ = button.focus_with_options(&in_place());
        }
    };
    let toggle = move |_| {
        if is_open.get_untracked() {
            close();
        } else {
            is_open.set(true);
        }
    };
    let key = move |key: ev::KeyboardEvent| {
        if key.key() == "Escape" && is_open.get_untracked() {
            close();
        }
    };
    // Folded when the focus goes elsewhere, so that the tools lie over nothing that has it.
    let leave = move |focus: ev::FocusEvent| {
        let to = focus.related_target();
        let to = to.and_then(|to| to.dyn_into::<Node>().ok());
        if let (Some(bar), Some(to)) = (bar.get_untracked(), to)
            && !bar.contains(Some(&to))
        {
            is_open.set(false);
        }
    };
    view! {
        <section class="timeline" node_ref=bar aria-label=labels::timeline() on:keydown=key on:focusout=leave>
            <div class="steps">
                <button type="button" aria-label=labels::previous_scene() on:click=step(false)>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M14 3v14L4 10z"></path></svg>
                </button>
                <button type="button" class="play" on:click=move |_| reader.playing.update(|on| *on = !*on)
                    aria-label=move || if reader.playing.get() { labels::pause_story() } else { labels::play_story() }>
                    <svg viewBox="0 0 20 20" aria-hidden="true">
                        <path d=move || if reader.playing.get() { "M4 2h4v16H4zM12 2h4v16h-4z" } else { "M5 2l12 8-12 8z" }></path>
                    </svg>
                </button>
                <button type="button" aria-label=labels::next_scene() on:click=step(true)>
                    <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M6 3v14l10-7z"></path></svg>
                </button>
                <p class="now">
                    <b>{move || moment(index(), reader.choice())}</b>
                    <span>{move || scene_count(index(), reader.choice())}</span>
                </p>
            </div>
            <Lane/>
            <button type="button" class="unfold" node_ref=button aria-label=labels::timeline_tools() aria-controls="timeline-tools"
                aria-expanded=move || if is_open.get() { "true" } else { "false" } on:click=toggle>
                <span>{labels::timeline_tools()}</span>
                <svg viewBox="0 0 12 8" aria-hidden="true"><path d="M1 7l5-5 5 5"></path></svg>
            </button>
            <div class="tools" id="timeline-tools" role="group" aria-label=labels::timeline_tools() tabindex="-1"
                node_ref=tools hidden=move || !is_open.get()>
                <Filters/>
                {children()}
            </div>
        </section>
    }
}

/// The focus goes where it is seen: the page need not scroll for it.
fn in_place() -> FocusOptions {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    options
}
