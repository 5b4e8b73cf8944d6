//! A voyage and what answered it, station by station: a lane for each actor, read from the top.

use leptos::prelude::*;

use super::part::{first, part};
use crate::components::as_of::{PAGE, since};
use crate::components::text::{inline, statement};
use crate::glyph::badge;
use crate::story::model::{ActorIx, Station};
use crate::story::{index, text};
use crate::words::slot_mark;

#[component]
pub fn VoyageLanes() -> impl IntoView {
    let Some(voyage) = text().voyage.as_ref().filter(|v| !v.stations.is_empty()) else {
        return ().into_any();
    };
    let mut lanes: Vec<ActorIx> = Vec::new();
    for station in voyage.stations {
        if !lanes.contains(&station.actor) {
            lanes.push(station.actor);
        }
    }
    let heads = lanes.iter().zip(1..).map(|(actor, lane)| {
        let slot = main_slot(*actor);
        let name = index().actors[usize::from(*actor)].name;
        let lane: usize = lane;
        view! { <p class="lane-h" data-lane=lane.to_string() data-a=slot.map(slot_mark)>{slot.map(badge)} <b>{name}</b></p> }
    });
    let stations = voyage.stations.iter().map(|s| {
        let lane = lanes
            .iter()
            .position(|actor| *actor == s.actor)
            .unwrap_or_default()
            + 1;
        station(s, lane)
    });
    let body = view! {
        <div class="voyage" data-lanes=lanes.len().to_string()>
            <div class="lanes" aria-hidden="true">{heads.collect_view()}</div>
            <ol>{stations.collect_view()}</ol>
        </div>
        <p class="about">{inline(voyage.note)}</p>
    };
    let known = voyage.stations.iter().map(|s| s.statement.published_by);
    part("voyage", voyage.title, "", first(known), body)
}

fn main_slot(actor: ActorIx) -> Option<usize> {
    Some(usize::from(actor)).filter(|slot| *slot < index().main)
}

fn station(station: &'static Station, lane: usize) -> AnyView {
    let slot = main_slot(station.actor);
    let known = station.statement.published_by;
    view! {
        <li data-lane=lane.to_string() data-a=slot.map(slot_mark) data-since=since(known, PAGE)>
            <p class="small">{station.date_label}</p>
            <p class="said">
                <b class="whose">{index().actors[usize::from(station.actor)].name} ": "</b>
                {statement(&station.statement, known)}
            </p>
        </li>
    }
    .into_any()
}
