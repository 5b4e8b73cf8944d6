//! What the record holds, with numbers: the ways into it.

use leptos::prelude::*;

use crate::components::as_of::{PAGE, Stretch, stretches};
use crate::domain::date::Day;
use crate::story::{index, labels, text};

/// A part: its anchor, its name, a few words on it, and how much it holds, edition by edition.
struct Entry {
    to: &'static str,
    name: &'static str,
    about: Vec<Stretch<String>>,
    counts: Vec<Stretch<usize>>,
}

impl Entry {
    /// `known` are the days from which on each thing in it can be known.
    fn new(to: &'static str, name: &'static str, about: &str, known: Vec<Day>) -> Self {
        Self {
            to,
            name,
            about: stretches(PAGE, |_| about.to_owned()),
            counts: stretches(PAGE, |day| known.iter().filter(|k| **k <= day).count()),
        }
    }
}

#[component]
pub fn Contents() -> impl IntoView {
    let items: Vec<_> = entries().into_iter().filter_map(item).collect();
    view! { <nav class="toc" aria-label=labels::record_contents()><ul>{items}</ul></nav> }
}

/// What holds nothing has no entry; what holds nothing yet has none until then.
fn item(entry: Entry) -> Option<AnyView> {
    let first = entry.counts.iter().position(|of| of.what > 0)?;
    let since = entry.counts[first].since.clone();
    let counts = entry.counts.into_iter().filter(|of| of.what > 0);
    let counts = counts.map(|of| {
        view! { <span data-since=of.since data-until=of.until>{of.what}</span> }
    });
    let about = entry.about.into_iter().map(|of| {
        view! { <span data-since=of.since data-until=of.until>{of.what}</span> }
    });
    let view = view! {
        <li data-since=since>
            <a href=format!("#{}", entry.to)>
                <b>{counts.collect_view()}</b>
                " "
                <span>{entry.name}</span>
            </a>
            <small>{about.collect_view()}</small>
        </li>
    };
    Some(view.into_any())
}

fn entries() -> Vec<Entry> {
    let text = text();
    let events = || {
        index()
            .events
            .iter()
            .map(|e| e.published_by)
            .collect::<Vec<_>>()
    };
    // The same at any time.
    let always = |n: usize| vec![PAGE; n];
    let mut out = vec![
        Entry::new(
            "all-events",
            labels::all_events_toc(),
            labels::all_events_toc_about(),
            events(),
        ),
        Entry::new(
            "compare",
            labels::compare_toc(),
            labels::compare_toc_about(),
            always(index().main),
        ),
        scene_by_scene(),
        Entry::new(
            "disagreements",
            labels::sources_disagree_h(),
            labels::disagreements_toc(),
            text.disagreements.iter().map(|d| d.published_by).collect(),
        ),
        Entry::new(
            "positions",
            labels::who_is_close(),
            labels::positions_toc(),
            text.positions.iter().map(|p| p.published_by).collect(),
        ),
        Entry::new(
            "stakes",
            labels::what_each_wants(),
            labels::wants_toc(),
            text.stakes.iter().map(|s| s.published_by).collect(),
        ),
    ];
    if let Some(voyage) = &text.voyage {
        let known = voyage
            .stations
            .iter()
            .map(|s| s.statement.published_by)
            .collect();
        out.push(Entry::new(
            "voyage",
            voyage.title,
            labels::voyage_toc(),
            known,
        ));
    }
    if let Some(meetings) = &text.meetings {
        let known = meetings
            .marks
            .iter()
            .map(super::meetings::published_by)
            .collect();
        out.push(Entry::new(
            "meetings",
            meetings.title,
            labels::meetings_toc(),
            known,
        ));
    }
    out.extend([
        Entry::new(
            "gaps",
            labels::what_is_missing(),
            labels::gaps_toc(),
            text.gaps.iter().map(|g| g.published_by).collect(),
        ),
        Entry::new(
            "cast",
            labels::people(),
            labels::people_toc(),
            text.cast.iter().map(|p| p.statement.published_by).collect(),
        ),
        Entry::new(
            "glossary",
            labels::terms(),
            labels::terms_toc(),
            text.glossary
                .iter()
                .map(|t| t.statement.published_by)
                .collect(),
        ),
        Entry::new(
            "notes",
            labels::notes(),
            labels::outside(),
            always(text.notes.len()),
        ),
        Entry::new(
            "sources",
            labels::sources(),
            labels::sources_toc(),
            text.sources.iter().map(|s| s.date.end).collect(),
        ),
    ]);
    out
}

/// Counts scenes; says how many readings and doubts stand in them.
fn scene_by_scene() -> Entry {
    let all = || text().events.iter();
    let about = |day: Day| {
        let readings = all()
            .flat_map(|e| e.readings)
            .filter(|r| r.published_by <= day);
        let doubts = all()
            .flat_map(|e| e.doubts)
            .filter(|d| d.published_by <= day);
        labels::scene_by_scene_toc()
            .replace("{readings}", &readings.count().to_string())
            .replace("{doubts}", &doubts.count().to_string())
    };
    let scenes = (0..index().scenes.len()).map(|scene| super::scenes::known(scene as u8));
    Entry {
        about: stretches(PAGE, about),
        ..Entry::new("by-scene", labels::scene_by_scene(), "", scenes.collect())
    }
}
