//! What the record holds, with numbers: the ways into it.

use leptos::prelude::*;

use crate::story::{index, labels, text};

/// A part: its anchor, how much it holds, its name, and a few words.
type Entry = (&'static str, usize, String, String);

#[component]
pub fn Contents() -> impl IntoView {
    let entries = entries().into_iter().filter(|(_, n, ..)| *n > 0);
    let items = entries.map(|(to, n, name, about)| {
        view! {
            <li>
                <a href=format!("#{to}")><b>{n}</b> <span>{name}</span></a>
                <small>{about}</small>
            </li>
        }
    });
    view! { <nav class="toc" aria-label=labels::record_contents()><ul>{items.collect_view()}</ul></nav> }
}

fn entries() -> Vec<Entry> {
    let text = text();
    let readings: usize = text.events.iter().map(|e| e.readings.len()).sum();
    let doubts: usize = text.events.iter().map(|e| e.doubts.len()).sum();
    let in_all = labels::scene_by_scene_toc()
        .replace("{readings}", &readings.to_string())
        .replace("{doubts}", &doubts.to_string());
    let voyage = text.voyage.as_ref();
    let meetings = text.meetings.as_ref();
    let title = |of: Option<&'static str>| of.unwrap_or_default().to_owned();
    let entry = |to, n, name: &str, about: &str| (to, n, name.to_owned(), about.to_owned());
    vec![
        entry(
            "all-events",
            text.events.len(),
            labels::all_events_toc(),
            labels::all_events_toc_about(),
        ),
        entry(
            "compare",
            index().main,
            labels::compare_toc(),
            labels::compare_toc_about(),
        ),
        entry(
            "by-scene",
            text.scenes.len(),
            labels::scene_by_scene(),
            &in_all,
        ),
        entry(
            "disagreements",
            text.disagreements.len(),
            labels::sources_disagree_h(),
            labels::disagreements_toc(),
        ),
        entry(
            "positions",
            text.positions.len(),
            labels::who_is_close(),
            labels::positions_toc(),
        ),
        entry(
            "stakes",
            text.stakes.len(),
            labels::what_each_wants(),
            labels::wants_toc(),
        ),
        (
            "voyage",
            voyage.map_or(0, |v| v.stations.len()),
            title(voyage.map(|v| v.title)),
            labels::voyage_toc().to_owned(),
        ),
        (
            "meetings",
            meetings.map_or(0, |m| m.marks.len()),
            title(meetings.map(|m| m.title)),
            labels::meetings_toc().to_owned(),
        ),
        entry(
            "gaps",
            text.gaps.len(),
            labels::what_is_missing(),
            labels::gaps_toc(),
        ),
        entry(
            "cast",
            text.cast.len(),
            labels::people(),
            labels::people_toc(),
        ),
        entry(
            "glossary",
            text.glossary.len(),
            labels::terms(),
            labels::terms_toc(),
        ),
        entry(
            "notes",
            text.notes.len(),
            labels::notes(),
            labels::outside(),
        ),
        entry(
            "sources",
            text.sources.len(),
            labels::sources(),
            labels::sources_toc(),
        ),
    ]
}
