//! The timeline's instrument: all events by how well their date is known, with what the articles and the
//! curve tell beside them, and the legend of it all. Drawn once; the period lies over it.

mod lanes;
mod legend;

use leptos::prelude::*;

use crate::islands::Period;
use crate::story::labels;
use lanes::{LaneNames, Lanes};
use legend::Legend;

#[component]
pub fn Instrument() -> impl IntoView {
    view! {
        <div class="instrument" role="group" aria-label=labels::instrument()>
            <LaneNames/>
            <Period><Lanes/></Period>
            <Legend/>
        </div>
    }
}
