//! The lane: all events along the time axis, and the thumb. Dragging shows an event on the stage; letting
//! go leads to the scene that tells it.

use leptos::ev;
use leptos::html::{Div, Input};
use leptos::prelude::*;

use super::axis::{part, percent, position, veils};
use crate::domain::date::Day;
use crate::domain::window::Window;
use crate::domain::{closeness, order, scale};
use crate::effect::effect;
use crate::reader::Reader;
use crate::story::model::EventIx;
use crate::story::{date_words, index, labels};

#[component]
pub fn Lane() -> impl IntoView {
    let reader = Reader::here();
    let lane = NodeRef::<Div>::new();
    let range = NodeRef::<Input>::new();
    let at = Memo::new(move |_| reader.preview.get().or(reader.event.get()));
    // Where the slider stops: at the events of the period, so far as they were published.
    let stops = Memo::new(move |_| {
        let window = reader.window.get().unwrap_or_else(|| Window::full(index()));
        order::stops(index(), window, reader.horizon.get())
    });
    // Where the pointer is, as an event.
    let under = move |pointer: &ev::PointerEvent| {
        let lane = lane.get_untracked()?;
        let frame = lane.get_bounding_client_rect();
        let part = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
        stops.with_untracked(|stops| nearest(stops, part * 100.0))
    };
    let dragging = RwSignal::new(false);
    let pointed = RwSignal::new(None::<EventIx>);
    let has_focus = RwSignal::new(false);
    let x = move || percent(needle(reader).map_or(0.0, position));
    // As one, since a value beyond the range would be cut off.
    effect(move || {
        let last = stops.with(|stops| stops.len().saturating_sub(1));
        let place = stops.with(|stops| {
            let at = at.get().unwrap_or_default();
            stops.partition_point(|stop| *stop < at).min(last)
        });
        if let Some(range) = range.get() {
            range.set_max(&last.to_string());
            range.set_value(&place.to_string());
        }
    });
    let named = move || {
        let focused = at.get().filter(|_| has_focus.get());
        reader.preview.get().or(pointed.get()).or(focused)
    };
    let tip = move || {
        named().map(|event| {
            let x = position(event);
            let anchor = match x {
                ..25.0 => "start",
                75.0.. => "end",
                _ => "middle",
            };
            view! { <text class="tip" x=percent(x) y="22%" text-anchor=anchor>{says(event)}</text> }
        })
    };
    let input = move |event: ev::Event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let stop = stops.with_untracked(|stops| stops.get(place?).copied());
        reader.preview.set(stop);
    };
    let settle = move || {
        if let Some(event) = reader.preview.get_untracked() {
            reader.go_to_event(event);
            reader.preview.set(None);
        }
    };
    view! {
        <div class="lane" node_ref=lane
            on:pointerdown=move |pointer| {
                dragging.set(true);
                reader.preview.set(under(&pointer));
                if let Some(lane) = lane.get_untracked() {
                    // Without the capture a drag ends at the lane's edge, which is all.
                    let _ = lane.set_pointer_capture(pointer.pointer_id());
                }
            }
            on:pointermove=move |pointer| {
                let event = under(&pointer);
                if dragging.get_untracked() { reader.preview.set(event) } else { pointed.set(event) }
            }
            on:pointerup=move |_| {
                if dragging.get_untracked() {
                    dragging.set(false);
                    settle();
                }
            }
            on:pointercancel=move |_| {
                dragging.set(false);
                reader.preview.set(None);
            }
            on:pointerleave=move |_| pointed.set(None)>
            <svg aria-hidden="true">
                {move || curve(reader.horizon.get())}
                <line class="axis" x1="0" x2="100%" y1="60%" y2="60%"></line>
                {years()}
                {move || dots(reader.horizon.get()).collect_view()}
                {move || reader.window.get().map(veils)}
                <line class="needle" x1=x x2=x y1="30%" y2="60%"></line>
                <circle class="thumb" cx=x cy="60%" r="8"></circle>
                <circle class="dot" cx=x cy="60%" r="3"></circle>
                {tip}
            </svg>
            {curve_name()}
            <input type="range" min="0" max=index().events.len().saturating_sub(1).to_string() step="1"
                aria-label=labels::slider_moment() value="0" node_ref=range
                aria-valuetext=move || match at.get() {
                    Some(event) => Some(says(event)),
                    None => reader.choice().is_unpublished(index()).then(|| labels::not_published().to_owned()),
                }
                on:focus=move |_| has_focus.set(true) on:blur=move |_| has_focus.set(false)
                on:input=input on:change=move |_| settle() />
        </div>
    }
}

/// The event at which the story stands, whether it may be named or not.
fn needle(reader: Reader) -> Option<EventIx> {
    let of_beat = || {
        let beat = index().beats.get(usize::from(reader.beat.get()?))?;
        Some(beat.event)
    };
    let shown = reader.preview.get().or(reader.event.get());
    shown.or_else(of_beat)
}

/// An event in the slider's words: its date and its name.
fn says(event: EventIx) -> String {
    let event = &index().events[usize::from(event)];
    format!("{}, {}", event.date.label(&date_words()), event.short)
}

/// The stop nearest to a place on the axis, in percent.
fn nearest(stops: &[EventIx], x: f64) -> Option<EventIx> {
    let far = |event: &&EventIx| (f64::from(position(**event)) - x).abs();
    let nearest = stops.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
    nearest.copied()
}

/// The events that can be known; those too close to be told apart as one larger dot.
fn dots(horizon: Day) -> impl Iterator<Item = impl IntoView> {
    let mut groups: Vec<Vec<f32>> = Vec::new();
    for event in order::stops(index(), Window::full(index()), horizon) {
        let x = position(event);
        match groups.last_mut() {
            Some(group) if x - group[0] < 1.0 => group.push(x),
            _ => groups.push(vec![x]),
        }
    }
    groups.into_iter().map(|group| {
        let count = group.len() as f32;
        let x = group.iter().sum::<f32>() / count;
        let radius = format!("{:.1}", 1.1 + 2.4 * count.sqrt());
        view! { <circle class="dot" cx=percent(x) cy="60%" r=radius></circle> }
    })
}

/// How close two sides stood, if the story names two, as a line of steps.
fn curve(horizon: Day) -> Option<impl IntoView> {
    let d = closeness::path(&closeness::steps(index(), index().curve?, horizon))?;
    Some(
        view! { <svg class="curve" viewBox="0 0 1000 32" preserveAspectRatio="none" height="40%"><path d=d></path></svg> },
    )
}

/// What the curve shows.
fn curve_name() -> Option<impl IntoView> {
    let pair = index().curve?;
    let name = |actor: u8| index().actors[usize::from(actor)].capital;
    let pair = format!("{}–{}", name(pair.0), name(pair.1));
    Some(
        view! { <p class="closer"><span class="between">{pair}</span> " " {labels::lane_closer()}</p> },
    )
}

/// The years, as many as there is room for.
fn years() -> impl IntoView {
    let index = index();
    let ticks = scale::ticks(index.knots, index.span)
        .into_iter()
        .map(|tick| {
            let x = percent(part(tick.x));
            view! {
                <line class="tick" x1=x.clone() x2=x.clone() y1="60%" y2="70%"></line>
                <text class="year" x=x y="97%">{tick.year.to_string()}</text>
            }
        });
    ticks.collect_view()
}
