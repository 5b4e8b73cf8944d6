//! The moment in words, the event stepper, play and pause, and the switch between following the
//! text and holding a window.

use leptos::prelude::*;

use crate::domain::choice::Choice;
use crate::state::{Reader, reader};
use crate::story::model::Event;
use crate::story::{DATE_WORDS, index, labels};

/// To the next or previous event in the window, and to the passage that tells it.
pub(crate) fn step_event(r: Reader, forward: bool) {
    r.playing.set(false);
    if r.step_event(forward) {
        r.offer.set(None);
        super::jump(r);
    }
}

/// The moment no finer than it is meant: an event's own day, else the month.
pub(crate) fn moment_label(choice: Choice) -> String {
    let exact = choice
        .event
        .map(|e| &index().events[e as usize])
        .filter(|e| e.anchor == choice.moment);
    match exact {
        Some(event) => event_date(event),
        None => choice.moment.month_label(&DATE_WORDS),
    }
}

/// As the event's record words it, which may be the article's words.
fn event_date(event: &'static Event) -> String {
    #[cfg(feature = "hydrate")]
    if let Some(date) = crate::browser::page::event_date(event.id) {
        return date;
    }
    event.date.label(&DATE_WORDS)
}

fn event_count(choice: Choice) -> String {
    let total = index().events.len();
    match choice.event {
        Some(event) => labels::EVENT_OF
            .replace("{n}", &(event + 1).to_string())
            .replace("{of}", &total.to_string()),
        None => {
            let past = index()
                .events
                .partition_point(|e| e.anchor <= choice.moment);
            labels::EVENTS_SO_FAR
                .replace("{n}", &past.to_string())
                .replace("{of}", &total.to_string())
        }
    }
}

#[island]
pub fn Clock() -> impl IntoView {
    let r = reader();
    #[cfg(feature = "hydrate")]
    crate::browser::play::keep_playing(r);
    let no_neighbour = move |forward| r.choice().neighbour(index(), forward).is_none();
    view! {
        <p class="now">{move || moment_label(r.choice())}</p>
        <div class="row">
            <button type="button" aria-label=labels::PREVIOUS_EVENT
                aria-disabled=move || no_neighbour(false).to_string()
                on:click=move |_| step_event(r, false)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M11 2v12L3 8z"></path></svg>
            </button>
            <button type="button" class="wide" on:click=move |_| r.playing.update(|p| *p = !*p)>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                    <path d=move || if r.playing.get() { "M3 2h4v12H3zM9 2h4v12H9z" } else { "M4 2v12l9-6z" }></path>
                </svg>
                <span>{move || if r.playing.get() { labels::PAUSE } else { labels::PLAY }}</span>
            </button>
            <button type="button" aria-label=labels::NEXT_EVENT
                aria-disabled=move || no_neighbour(true).to_string()
                on:click=move |_| step_event(r, true)>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 2v12l8-6z"></path></svg>
            </button>
        </div>
        <p class="small count">{move || event_count(r.choice())}</p>
        <fieldset class="bind">
            <legend class="vh">{labels::TIMELINE_BINDING}</legend>
            <label>
                <input type="radio" name="bind" checked=true prop:checked=move || !r.hold.get()
                    on:change=move |_| r.decide(|c| c.hold(index(), false).without_window(index())) />
                <span>{labels::FOLLOW_MOMENT}</span>
            </label>
            <label>
                <input type="radio" name="bind" prop:checked=move || r.hold.get()
                    on:change=move |_| r.decide(hold_window) />
                <span>{labels::HOLD_WINDOW}</span>
            </label>
        </fieldset>
    }
}

/// Holding begins with the timeline's own span, without the long past.
fn hold_window(choice: Choice) -> Choice {
    let span = index().span;
    choice
        .hold(index(), true)
        .without_window(index())
        .with_from(index(), span.start)
        .with_to(index(), span.end)
}
