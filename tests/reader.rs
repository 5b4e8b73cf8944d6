//! The choice, and the links that carry it, on the bundled story.

use fixtures::{index, text};
use proptest::prelude::*;
use sightlines::domain::as_of::ALL;
use sightlines::domain::choice::{Choice, Mode};
use sightlines::domain::closeness;
use sightlines::domain::link::{Fault, Key};
use sightlines::domain::minutes;
use sightlines::domain::perspective::Perspective;
use sightlines::story::model::{BeatIx, EventIx, Voice};

fn read(link: &str) -> Choice {
    let parsed = Choice::from_link("", link, index());
    assert_eq!(parsed.problems, [], "{link}");
    parsed.choice
}

fn event(id: &str) -> EventIx {
    let found = index().events.iter().position(|e| e.id == id);
    found.expect("the story has it") as EventIx
}

fn scene_of(choice: Choice) -> &'static str {
    let scene = choice.scene(index()).expect("a scene is being read");
    index().scenes[usize::from(scene)].id
}

/// Any choice that a reader can come to.
fn any_choice() -> impl Strategy<Value = Choice> {
    let index = index();
    let beats = index.beats.len() as BeatIx;
    let events = index.events.len() as EventIx;
    let editions = index.editions.len() as u8;
    (
        prop::option::of(0..beats),
        prop::option::of(0..events),
        0..(1u8 << index.main),
        0..Mode::ALL.len(),
        prop::option::of(0..editions),
        prop::option::of(0..events),
    )
        .prop_map(move |(beat, picked, perspective, mode, as_of, pin)| {
            let mut choice = Choice {
                perspective: Perspective::from_bits(perspective),
                mode: Mode::ALL[mode],
                pin,
                ..Choice::INITIAL
            }
            .at_beat(beat);
            if let Some(event) = picked {
                choice = choice.at_event(index, event);
            }
            choice.with_as_of(index, as_of)
        })
}

proptest! {
    #[test]
    fn a_link_brings_back_the_choice_that_wrote_it(choice in any_choice()) {
        let link = choice.to_fragment(index());
        let parsed = Choice::from_link("", &link, index());
        prop_assert_eq!(parsed.problems, []);
        prop_assert_eq!(parsed.choice, choice, "{}", link);
    }

    #[test]
    fn no_link_breaks_the_page(link in "[a-z0-9=&.,%#-]{0,60}") {
        let choice = Choice::from_link("", &link, index()).choice;
        prop_assert!(choice.beat.is_none_or(|b| usize::from(b) < index().beats.len()));
        let again = Choice::from_link("", &choice.to_fragment(index()), index());
        prop_assert_eq!(again.choice, choice);
    }
}

#[test]
fn nothing_chosen_leaves_no_fragment() {
    assert_eq!(Choice::INITIAL.to_fragment(index()), "");
    assert_eq!(read(""), Choice::INITIAL);
}

#[test]
fn the_former_steps_lead_to_the_scene_that_tells_them() {
    for (n, scene) in (0..).zip(index().scenes) {
        for step in scene.former {
            let choice = read(&format!("step={step}"));
            assert_eq!(choice.scene(index()), Some(n), "{step}");
        }
    }
}

/// A link with a pinned event and a moment lost both: it landed at the end of the story.
#[test]
fn a_link_with_a_moment_and_a_pinned_event_brings_back_both() {
    let choice = read("t=2012-08-01&e=missile-tests&p=cn,us&pin=war-1904");
    assert_eq!(choice.shown(index()), Some(event("missile-tests")));
    assert_eq!(choice.pin, Some(event("war-1904")));
    assert_eq!(choice.perspective.count(), 2);
}

#[test]
fn what_a_link_gets_wrong_is_told_and_the_rest_is_followed() {
    for (link, key, what) in [
        ("scene=nowhere&p=jp", Key::Scene, Fault::Unknown),
        ("e=nothing&p=jp", Key::Event, Fault::Unknown),
        ("t=soon&p=jp", Key::Moment, Fault::NotADate),
        ("w=2014..2012&p=jp", Key::Window, Fault::Backwards),
        ("asof=late&p=jp", Key::AsOf, Fault::NotADate),
        ("mode=upside-down&p=jp", Key::Mode, Fault::Unknown),
        ("scene=warships&beat=9&p=jp", Key::Beat, Fault::Unknown),
        ("p=jp,xx", Key::Perspective, Fault::Unknown),
        ("e=iiss-report&asof=2013&p=jp", Key::Event, Fault::Later),
        ("pin=sochi-2016&asof=2013&p=jp", Key::Pin, Fault::Later),
    ] {
        let parsed = Choice::from_link("", link, index());
        let told: Vec<_> = parsed.problems.iter().map(|p| (p.key, p.what)).collect();
        assert_eq!(told, [(key, what)], "{link}");
        assert!(parsed.choice.perspective.has(0), "{link}");
    }
}

#[test]
fn picking_an_event_goes_to_the_scene_it_belongs_to() {
    for (ix, event) in index().events.iter().enumerate() {
        let choice = Choice::INITIAL.at_event(index(), ix as EventIx);
        assert_eq!(choice.shown(index()), Some(ix as EventIx), "{}", event.id);
        assert_eq!(choice.beat, Some(event.beat), "{}", event.id);
    }
}

#[test]
fn next_and_previous_mean_scenes_and_end_at_both_ends() {
    let mut choice = Choice::INITIAL;
    assert_eq!(choice.neighbour(index(), false), None);
    let mut seen = Vec::new();
    while let Some(beat) = choice.neighbour(index(), true) {
        choice = choice.at_beat(beat);
        seen.push(scene_of(choice));
    }
    let all: Vec<_> = index().scenes.iter().map(|scene| scene.id).collect();
    assert_eq!(seen, all);
}

#[test]
fn an_edition_takes_away_what_was_not_known_by_then() {
    let last = (index().events.len() - 1) as EventIx;
    let choice = Choice::INITIAL.at_event(index(), last);
    let early = choice.with_as_of(index(), Some(0));
    assert_eq!(early.beat, choice.beat, "the text stays where it is");
    assert_eq!(early.event, None);
    assert_eq!(early.with_as_of(index(), None).as_of, None);
}

/// What a card says and what a key says is one thing.
#[test]
fn a_beat_is_heard_as_its_cards_are() {
    for (ix, beat) in index().beats.iter().enumerate() {
        let choice = Choice::INITIAL.at_beat(Some(ix as BeatIx));
        assert_eq!(choice.voices(index()), beat.voices);
        for slot in 0..index().main {
            let is_told = matches!(beat.voices[slot], Voice::Direct | Voice::Reported);
            assert_eq!(
                is_told,
                !beat.speakers[slot].is_empty(),
                "beat {ix}, {slot}"
            );
        }
    }
}

#[test]
fn the_curve_runs_forward_and_within_its_levels() {
    let pair = index().curve.expect("the story names a pair");
    let steps = closeness::steps(index(), pair, ALL);
    assert!(steps.len() > 3);
    assert!(steps.windows(2).all(|two| two[0].0 < two[1].0));
    assert!(steps.iter().all(|(_, level)| (-4..=4).contains(level)));
}

#[test]
fn the_story_is_read_in_eight_minutes_and_with_one_actor_in_twelve() {
    fixtures::load();
    assert!(minutes::of_story(text()) <= 8);
    for slot in 0..index().main {
        let all = minutes::with_actor(text(), slot as u8);
        assert!(all <= 12, "{all} minutes with {}", index().actors[slot].id);
    }
    // Each scene has one or two beats.
    for (scene, words) in index().scenes.iter().zip(text().scenes) {
        let beats = usize::from(scene.first)..usize::from(scene.end);
        assert!((1..=2).contains(&beats.len()), "{}", words.title);
    }
}
