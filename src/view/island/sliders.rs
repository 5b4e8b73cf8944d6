//! The timeline's three sliders: the moment, and the two ends of the window.
//!
//! Native range inputs over the drawn axis. Their value is a place on the axis, so that the thumb
//! stands where the axis says; the keys move by the axis' own stops, months and events.

use leptos::prelude::*;

use super::clock::moment_label;
#[cfg(feature = "hydrate")]
use crate::browser::slider::Key;
use crate::domain::choice::Choice;
use crate::domain::date::Day;
use crate::domain::scale;
use crate::domain::stops::{self, Stops};
use crate::state::{Reader, reader};
use crate::story::{DATE_WORDS, index, labels};

/// Which thumb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thumb {
    Moment,
    From,
    To,
}

impl Thumb {
    fn day(self, choice: Choice) -> Day {
        match self {
            Self::Moment => choice.moment,
            Self::From => choice.window.from,
            Self::To => choice.window.to,
        }
    }

    fn set(self, r: Reader, day: Day) {
        r.playing.set(false);
        r.drift(|c| match self {
            Self::Moment => c.at_moment(index(), day),
            Self::From => c.with_from(index(), day),
            Self::To => c.with_to(index(), day),
        });
    }

    /// What a screen reader says: a date, and the event that the moment stands at.
    fn phrase(self, choice: Choice) -> String {
        match self {
            Self::Moment => {
                let mut phrase = moment_label(choice);
                if let Some(title) = event_title(choice) {
                    phrase.push_str(", ");
                    phrase.push_str(&title);
                }
                phrase
            }
            _ => self.day(choice).month_label(&DATE_WORDS),
        }
    }
}

/// The current event's title, as the page holds it.
fn event_title(choice: Choice) -> Option<String> {
    let event = &index().events[choice.event? as usize];
    #[cfg(feature = "hydrate")]
    return crate::browser::page::event_title(event.id);
    #[cfg(not(feature = "hydrate"))]
    return crate::story::text()
        .events
        .get(index().events.iter().position(|e| e.id == event.id)?)
        .map(|e| e.title.to_owned());
}

fn place(day: Day) -> String {
    scale::x(index().knots, day).to_string()
}

/// The stops of each thumb, made once.
#[derive(Clone)]
struct Axis {
    moments: Stops,
    edges: Stops,
}

impl Axis {
    fn new() -> Self {
        Self {
            moments: stops::stops(index()),
            edges: stops::edges(index()),
        }
    }

    /// Where a thumb that is dragged to `day` comes to stand. A window ends on the eve of an edge,
    /// so that the month it is dragged to is in it whole.
    fn drag(&self, thumb: Thumb, day: Day) -> Day {
        match thumb {
            Thumb::Moment => stops::snap(&self.moments, day),
            Thumb::From => stops::floor(&self.edges, day),
            Thumb::To => stops::eve(&self.edges, day),
        }
    }

    /// Where a key takes a thumb that stands at `now`; none at the end of the way.
    #[cfg(feature = "hydrate")]
    fn key(&self, thumb: Thumb, now: Day, key: Key) -> Option<Day> {
        let stops = match thumb {
            Thumb::Moment => &self.moments,
            Thumb::From | Thumb::To => &self.edges,
        };
        let to = match (thumb, key) {
            (Thumb::To, Key::Back) => return stops::previous_eve(stops, now),
            (Thumb::To, Key::Forward) => return stops::next_eve(stops, now),
            (Thumb::To, Key::PageForward) => stops::page(stops, Day(now.0 + 1), true),
            (Thumb::To, Key::PageBack) => stops::page(stops, stops::floor(stops, now), false),
            (_, Key::Back) => stops::previous(stops, now),
            (_, Key::Forward) => stops::next(stops, now),
            (_, Key::PageBack) => stops::page(stops, now, false),
            (_, Key::PageForward) => stops::page(stops, now, true),
            (_, Key::First) => Some(stops.first()),
            (_, Key::Last) => Some(stops.last()),
        };
        match thumb {
            Thumb::To => to.map(|day| stops::eve(stops, day)),
            Thumb::Moment | Thumb::From => to,
        }
    }
}

#[island]
pub fn Sliders() -> impl IntoView {
    let r = reader();
    let initial = r.peek();
    let axis = StoredValue::new(Axis::new());

    let slider = move |thumb: Thumb, class: &'static str, name: &'static str| {
        view! {
            <input type="range" class=class aria-label=name min="0" max=scale::UNITS.to_string() step="1"
                value=place(thumb.day(initial))
                prop:value=move || place(thumb.day(r.choice()))
                aria-valuetext=move || thumb.phrase(r.choice())
                on:input=move |_ev| {
                    let slide = |x: i32| {
                        let day = axis.with_value(|a| a.drag(thumb, scale::day(index().knots, x)));
                        thumb.set(r, day);
                    };
                    #[cfg(feature = "hydrate")]
                    crate::browser::slider::on_input(&_ev, slide, || {
                        (place(thumb.day(r.peek())), thumb.phrase(r.peek()))
                    });
                    #[cfg(not(feature = "hydrate"))]
                    let _ = slide;
                }
                on:keydown=move |_ev| {
                    #[cfg(feature = "hydrate")]
                    crate::browser::slider::on_key(&_ev, |key| {
                        let now = thumb.day(r.peek());
                        if let Some(day) = axis.with_value(|a| a.key(thumb, now, key)) {
                            thumb.set(r, day);
                            if thumb == Thumb::Moment {
                                super::jump(r);
                            }
                        }
                        (place(thumb.day(r.peek())), thumb.phrase(r.peek()))
                    });
                }
                on:change=move |_| {
                    if thumb == Thumb::Moment {
                        r.offer_jump();
                    }
                }
            />
        }
    };
    let count = move || {
        let window = r.filter.get();
        let shown = window.visible(index().events).len();
        labels::WINDOW_COUNT
            .replace("{from}", &window.from.month_label(&DATE_WORDS))
            .replace("{to}", &window.to.month_label(&DATE_WORDS))
            .replace("{n}", &shown.to_string())
            .replace("{of}", &index().events.len().to_string())
    };
    view! {
        {slider(Thumb::From, "in-from", labels::WINDOW_FROM)}
        {slider(Thumb::To, "in-to", labels::WINDOW_TO)}
        {slider(Thumb::Moment, "in-moment", labels::MOMENT)}
        <p class="flag">
            <span>{move || event_title(r.choice()).unwrap_or_default()}</span>
        </p>
        <p class="offer" hidden=move || r.offer.get().is_none()>
            <button type="button" class="plain" on:click=move |_| { r.offer.set(None); super::jump(r) }>
                {labels::READ_PASSAGE}
            </button>
        </p>
        <p class="small window-count">{count}</p>
    }
}
