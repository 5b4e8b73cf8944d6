//! The timeline: where the story stands in time, and the ways through it. Dragging shows an event
//! on the stage; letting go leads to the scene that tells it.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::date::Day;
use crate::domain::{closeness, scale};
use crate::page::play;
use crate::reader::Reader;
use crate::story::model::EventIx;
use crate::story::{date_words, index, labels};
use crate::words::{moment, scene_count};

#[island]
pub fn Timeline() -> impl IntoView {
    let reader = Reader::here();
    play::follow(reader);
    let at = Memo::new(move |_| reader.preview.get().or(reader.event.get()));
    let step = move |forward: bool| {
        move |_| {
            reader.go_to_neighbour(forward);
        }
    };
    view! {
        <section class="timeline" aria-label=labels::timeline()>
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
            <Lane at=at/>
        </section>
    }
}

/// All events along the time axis, and the thumb.
#[component]
fn Lane(at: Memo<Option<EventIx>>) -> impl IntoView {
    let reader = Reader::here();
    let lane = NodeRef::<Div>::new();
    // Where the pointer is, as an event.
    let under = move |pointer: &ev::PointerEvent| {
        let lane = lane.get_untracked()?;
        let frame = lane.get_bounding_client_rect();
        let part = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
        nearest(part * 100.0)
    };
    let dragging = RwSignal::new(false);
    let hover = RwSignal::new(None::<EventIx>);
    let dots = dots().into_iter().map(|dot| {
        view! { <circle class="dot" cx=percent(dot.x) cy="60%" r=dot.radius></circle> }
    });
    let x = move || percent(at.get().map_or(0.0, position));
    let value = move || at.get().unwrap_or(0).to_string();
    let shown = move || reader.preview.get().or(hover.get());
    let tip = move || {
        shown().map(|event| {
            let x = position(event);
            let anchor = match x {
                ..20.0 => "start",
                80.0.. => "end",
                _ => "middle",
            };
            view! { <text class="tip" x=percent(x) y="22%" text-anchor=anchor>{index().events[usize::from(event)].short}</text> }
        })
    };
    let input = move |event: ev::Event| {
        reader.preview.set(event_target_value(&event).parse().ok());
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
                if dragging.get_untracked() { reader.preview.set(event) } else { hover.set(event) }
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
            on:pointerleave=move |_| hover.set(None)>
            <svg aria-hidden="true">
                {move || curve(reader.choice().horizon(index()))}
                <line class="axis" x1="0" x2="100%" y1="60%" y2="60%"></line>
                {years()}
                {dots.collect_view()}
                <line class="needle" x1=x x2=x y1="30%" y2="60%"></line>
                <circle class="thumb" cx=x cy="60%" r="8"></circle>
                <circle class="dot" cx=x cy="60%" r="3"></circle>
                {tip}
            </svg>
            <input type="range" min="0" max=index().events.len().saturating_sub(1).to_string() step="1"
                aria-label=labels::slider_moment() value="0" prop:value=value
                aria-valuetext=move || at.get().map(says)
                on:input=input on:change=move |_| settle() />
        </div>
    }
}

/// An event in the slider's words: its date and its name.
fn says(event: EventIx) -> String {
    let event = &index().events[usize::from(event)];
    format!("{}, {}", event.date.label(&date_words()), event.short)
}

/// Where an event stands, in percent of the axis.
fn position(event: EventIx) -> f32 {
    let index = index();
    part(scale::x(
        index.knots,
        index.events[usize::from(event)].anchor,
    ))
}

fn part(x: i32) -> f32 {
    x as f32 * 100.0 / scale::UNITS as f32
}

fn percent(x: f32) -> String {
    format!("{x:.2}%")
}

/// The event nearest to a place on the axis, in percent.
fn nearest(x: f64) -> Option<EventIx> {
    let far = |event: &EventIx| (f64::from(position(*event)) - x).abs();
    let events = 0..index().events.len() as EventIx;
    events.min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// Events that stand too close to be told apart.
struct Dot {
    x: f32,
    radius: String,
}

fn dots() -> Vec<Dot> {
    let mut groups: Vec<Vec<f32>> = Vec::new();
    for event in 0..index().events.len() as EventIx {
        let x = position(event);
        match groups.last_mut() {
            Some(group) if x - group[0] < 1.0 => group.push(x),
            _ => groups.push(vec![x]),
        }
    }
    let dot = |group: Vec<f32>| Dot {
        x: group.iter().sum::<f32>() / group.len() as f32,
        radius: format!("{:.1}", 1.1 + 2.4 * (group.len() as f32).sqrt()),
    };
    groups.into_iter().map(dot).collect()
}

/// How close two sides stood, if the story names two: a line of steps, and what it shows.
fn curve(horizon: Day) -> Option<impl IntoView> {
    let pair = index().curve?;
    let steps = closeness::steps(index(), pair, horizon);
    let mut d = String::new();
    for (i, (x, level)) in steps.iter().enumerate() {
        let (x, y) = (x / 10, 16 - 3 * i32::from(*level));
        d.push_str(&match i {
            0 => format!("M{x} {y}"),
            _ => format!("H{x}V{y}"),
        });
    }
    d.push_str("H1000");
    let name = |actor: u8| index().actors[usize::from(actor)].capital;
    let words = labels::closer()
        .replace("{actor}", name(pair.0))
        .replace("{toward}", name(pair.1));
    (!steps.is_empty()).then(|| {
        view! {
            <svg class="curve" viewBox="0 0 1000 32" preserveAspectRatio="none" height="40%"><path d=d></path></svg>
            <text class="closer" x="0" y="26%">{words}</text>
        }
    })
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
