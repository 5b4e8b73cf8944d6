//! The period: a window with two thumbs over the instrument's lanes. Each thumb is a slider whose steps
//! are whole months, or what suits the story.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

use super::axis::{day, ends, of_day, percent, veils};
use crate::domain::date::Day;
use crate::domain::period::Stretches;
use crate::domain::window::Window;
use crate::effect::effect;
use crate::reader::Reader;
use crate::story::{date_words, index, labels};

/// Which thumb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// `children`: the lanes.
#[island]
pub fn Period(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let has_period = Memo::new(move |_| reader.window.get().is_some());
    let stretches = StoredValue::new(Stretches::of(index()));
    view! {
        <div class="over-lanes">
            {children()}
            <Show when=move || has_period.get()><Thumbs stretches=stretches/></Show>
        </div>
    }
}

#[component]
fn Thumbs(stretches: StoredValue<Stretches>) -> impl IntoView {
    let reader = Reader::here();
    let area = NodeRef::<Div>::new();
    let period = move || reader.choice_untracked().filter(index());
    let dragged = StoredValue::new(None::<End>);
    let set = move |end: End, n: usize| {
        let moved = stretches.with_value(|stretches| match end {
            End::From => stretches.with_first(period(), n),
            End::To => stretches.with_last(period(), n),
        });
        reader.update_replace(|choice| choice.with_window(Some(moved)));
    };
    let under = move |pointer: &ev::PointerEvent| {
        let frame = area.get_untracked()?.get_bounding_client_rect();
        let part = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
        Some(day(part * 100.0))
    };
    let drag = move |end: End, to: Day| set(end, stretches.with_value(|s| s.at(to)));
    let take = move |pointer: ev::PointerEvent| {
        let Some(at) = under(&pointer) else { return };
        let end = nearer(period(), at);
        dragged.set_value(Some(end));
        drag(end, at);
        if let Some(area) = area.get_untracked() {
            // Without the capture a drag ends at the lanes' edge, which is all.
            let _ = area.set_pointer_capture(pointer.pointer_id());
        }
    };
    let follow = move |pointer: ev::PointerEvent| {
        if let (Some(end), Some(at)) = (dragged.get_value(), under(&pointer)) {
            drag(end, at);
        }
    };
    view! {
        <div class="period" node_ref=area on:pointerdown=take on:pointermove=follow
            on:pointerup=move |_| dragged.set_value(None) on:pointercancel=move |_| dragged.set_value(None)>
            <svg aria-hidden="true">{move || reader.window.get().map(veils)}</svg>
            <Thumb end=End::From stretches=stretches set=set/>
            <Thumb end=End::To stretches=stretches set=set/>
        </div>
    }
}

/// The thumb nearer to a day; of two on top of each other the one that can go there.
fn nearer(period: Window, at: Day) -> End {
    let far = |day: Day| (of_day(day) - of_day(at)).abs();
    let (from, to) = (far(period.from), far(period.to));
    if from < to || (from == to && at < period.from) {
        End::From
    } else {
        End::To
    }
}

#[component]
fn Thumb(
    end: End,
    stretches: StoredValue<Stretches>,
    set: impl Fn(End, usize) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let reader = Reader::here();
    let thumb = NodeRef::<Div>::new();
    let period = move || reader.window.get().unwrap_or_else(|| Window::full(index()));
    let own = move || match end {
        End::From => period().from,
        End::To => period().to,
    };
    let place = Memo::new(move |_| stretches.with_value(|s| s.at(own())));
    let says = Memo::new(move |_| stretches.with_value(|s| s.label(own(), &date_words())));
    effect(move || {
        let (from, to) = ends(period());
        let at = match end {
            End::From => from,
            End::To => to,
        };
        if let Some(thumb) = thumb.get() {
            // A custom property takes any value; the policy refuses inline styles.
            let _ = HtmlElement::style(&thumb).set_property("--at", &percent(at));
        }
    });
    let (class, label) = match end {
        End::From => ("grip from", labels::period_from()),
        End::To => ("grip to", labels::period_to()),
    };
    let input = move |event: ev::Event| {
        if let Ok(n) = event_target_value(&event).parse() {
            set(end, n);
            // Where the other thumb stopped it, nothing has changed that would put it back.
            let range = event_target::<HtmlInputElement>(&event);
            range.set_value(&place.get_untracked().to_string());
        }
    };
    view! {
        <div class=class node_ref=thumb>
            <input type="range" min="0" max=stretches.with_value(Stretches::last).to_string() step="1" aria-label=label
                prop:value=move || place.get().to_string() aria-valuetext=move || says.get() on:input=input/>
            <i></i>
            <span aria-hidden="true">{move || says.get()}</span>
        </div>
    }
}
