//! What of a link could not be followed, in a sentence. It is polite, and stays until it is closed.
//!
//! While a dialog is open all else is out of reach, also for who speaks to the page: what a dialog has
//! to say, it says itself.

use leptos::prelude::*;

use crate::domain::link::{Fault, Key, Problem};
use crate::reader::Reader;
use crate::story::labels;

#[island]
pub fn Notice() -> impl IntoView {
    let reader = Reader::here();
    let words = move || reader.problems.with(|problems| sentence(problems));
    let is_said = move || !reader.problems.with(Vec::is_empty);
    view! {
        <div class="notice" data-on=move || is_said().then_some("")>
            <p role="status">{words}</p>
            <button type="button" hidden=move || !is_said() on:click=move |_| reader.problems.set(Vec::new())>
                {labels::close()}
            </button>
        </div>
    }
}

/// Names each thing once.
fn sentence(problems: &[Problem]) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for problem in problems {
        let part = left_out(*problem);
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    match parts.is_empty() {
        true => String::new(),
        false => labels::left_out().replace("{parts}", &parts.join(", ")),
    }
}

fn left_out(problem: Problem) -> &'static str {
    match (problem.key, problem.what) {
        (_, Fault::Later) => labels::left_later(),
        (Key::Window, _) => labels::left_period(),
        (_, Fault::NotADate | Fault::Backwards) => labels::left_date(),
        (Key::Event | Key::Pin, _) => labels::left_event(),
        (Key::Perspective, _) => labels::left_actor(),
        (Key::Beat, _) => labels::left_beat(),
        (Key::Mode, _) => labels::left_mode(),
        (Key::Scene | Key::Step | Key::AsOf | Key::Moment, _) => labels::left_scene(),
    }
}
