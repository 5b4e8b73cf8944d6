//! The record: everything that the story leaves out, below it and in the drawer beside each scene.
//! Written once and whole; what folds, folds by the browser's own means.

mod compare;
mod contents;
mod curve;
mod dates;
mod disagreement;
mod doubts;
mod event;
mod event_table;
mod gaps;
mod meetings;
mod method;
mod notes;
mod part;
mod people;
mod positions;
mod reading;
mod scenes;
mod sources;
mod terms;
mod uses;
mod voyage;
mod wants;

use leptos::prelude::*;

use compare::Compare;
use contents::Contents;
use disagreement::Disagreements;
use event_table::EventTable;
use gaps::Gaps;
use meetings::MeetingStrip;
use method::Method;
use notes::Notes;
use people::People;
use positions::Positions;
use scenes::ScenesOfEvents;
use sources::Sources;
use terms::Terms;
use voyage::VoyageLanes;
use wants::Wants;

use crate::story::labels;

/// The record, in the order in which readers ask: what there is, who saw one event how, each event in
/// full, what the events add up to, who tells all this.
#[component]
pub fn Record() -> impl IntoView {
    view! {
        <section class="record" id="record" aria-labelledby="record-h" tabindex="-1">
            <h2 id="record-h">{labels::the_record()}</h2>
            <p class="lead">{labels::record_lead()}</p>
            <Contents/>
            <EventTable/>
            <Compare/>
            <ScenesOfEvents/>
            <Disagreements/>
            <Positions/>
            <Wants/>
            <VoyageLanes/>
            <MeetingStrip/>
            <Gaps/>
            <People/>
            <Terms/>
            <Notes/>
            <Sources/>
            <Method/>
        </section>
    }
}
