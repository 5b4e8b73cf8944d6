//! A phone's view of the stage: where one is, folded to a strip that unfolds the rest.

use leptos::prelude::*;

use super::map::first_look;
use super::timeline::AXIS;
use crate::domain::choice::Choice;
use crate::domain::words::{self, SLOTS};
use crate::domain::{known, map};
use crate::story::{date_words, index, labels};

/// The height of one line of sight.
const LINE: usize = 18;

/// What of the stage's map is around the event: the same drawing, without its names.
fn crop() -> Option<AnyView> {
    let look = first_look();
    let scene = map::scene(index(), look)?;
    let view = view! {
        <svg class="strip-sights crop" viewBox=scene.crop(look.size).view_box() preserveAspectRatio="xMidYMid slice" aria-hidden="true">
            <g class="world" transform=scene.camera.transform("")>
                <use href="#land"></use>
                <use href="#routes"></use>
            </g>
            <use href="#marks"></use>
        </svg>
    };
    Some(view.into_any())
}

/// Without a map: each capital's line of sight, and how far it comes.
fn lines() -> AnyView {
    let main = index().main;
    let eyes = (0..main).map(|slot| {
        view! {
            <g class="sight" data-a=SLOTS[slot] data-heard=words::heard_mark(words::voice(index(), None, slot, known::ALL))
                transform=format!("translate(0 {})", slot * LINE)>
                <path class="ray" d="M14 11H58"></path>
                <path class="short" d="M14 11H28"></path>
                <path class="stop" d="M29 5V17"></path>
                <path class="relay" d="M38 5l6 6-6 6-6-6z"></path>
                <use class="eye" href=format!("#s-{}", slot + 1) x="3" y="6" width="10" height="10"></use>
                <circle class="aim" cx="64" cy="11" r="5"></circle>
            </g>
        }
    });
    view! {
        <svg class="strip-sights" viewBox=format!("0 0 72 {}", 4 + main * LINE) aria-hidden="true">{eyes.collect_view()}</svg>
    }
    .into_any()
}

#[component]
pub fn Strip() -> impl IntoView {
    let initial = Choice::initial(index());
    let span = index().span;
    let [first, last] = [span.start, span.end].map(|day| day.year_label());
    view! {
        {crop().unwrap_or_else(lines)}
        <div class="strip-say">
            <p>
                <span class="when">{initial.moment.month_label(&date_words())}</span>
                <b></b>
            </p>
            <div class="strip-time" aria-hidden="true">
                <svg><use href="#axis" y=(-AXIS).to_string()></use></svg>
                <span>{first}</span> <span>{last}</span>
            </div>
        </div>
        <button type="button" class="unfold" data-do="unfold" aria-controls="stage dock"
            aria-label=labels::unfold_stage() aria-expanded="false">
            <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M4 8l6 6 6-6"></path></svg>
        </button>
    }
}
