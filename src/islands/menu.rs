//! The menu of the scenes, and of the ways to read them. Its links are plain ones, so it works
//! without the program too; with it, it closes by Escape, by a tap outside, and behind a reader who
//! goes on.

use leptos::ev;
use leptos::html::{Details, Summary};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};

use crate::domain::choice::Mode;
use crate::effect::effect;
use crate::page::links;
use crate::reader::Reader;
use crate::story::labels;

#[island]
pub fn Menu(children: Children) -> impl IntoView {
    let menu = NodeRef::<Details>::new();
    let summary = NodeRef::<Summary>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let close_if_outside = move |target: Option<EventTarget>| {
        let target = target.and_then(|t| t.dyn_into::<Node>().ok());
        let menu = menu.get_untracked();
        if menu
            .zip(target)
            .is_some_and(|(menu, to)| !menu.contains(Some(&to)))
        {
            close();
        }
    };
    effect(move || {
        let tap = window_event_listener(ev::pointerdown, move |tap| close_if_outside(tap.target()));
        on_cleanup(move || tap.remove());
    });
    let leave = move |key: ev::KeyboardEvent| {
        if key.key() == "Escape" {
            close();
            if let Some(summary) = summary.get_untracked() {
                // It is in the page, so it takes the focus.
                let _ = summary.focus();
            }
        }
    };
    view! {
        <details class="menu" node_ref=menu on:keydown=leave
            on:focusout=move |focus| close_if_outside(focus.related_target())
            on:click=move |click| {
                if links::link(&click).is_some() {
                    close();
                }
            }>
            <summary node_ref=summary>{labels::scenes()}</summary>
            <div class="sheet">{children()} <Modes/></div>
        </details>
    }
}

/// How the story is laid out for reading.
#[component]
fn Modes() -> impl IntoView {
    let reader = Reader::here();
    let option = move |mode: Mode, name: &'static str| {
        view! {
            <label>
                // By the click, which is also performed for a reader who tapped before the program was there.
                <input type="radio" name="mode" value=mode.word() checked=mode == Mode::Scroll
                    prop:checked=move || reader.mode.get() == mode on:click=move |_| reader.read_as(mode) />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="modes only-js">
            <legend>{labels::read_as()}</legend>
            {option(Mode::Scroll, labels::mode_scroll())}
            {option(Mode::Steps, labels::mode_scenes())}
            {option(Mode::Article, labels::mode_article())}
        </fieldset>
    }
}
