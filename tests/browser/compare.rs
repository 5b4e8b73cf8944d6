//! One event compared: what it was to each side, question by question, in the record and beside the text.

use fixtures::index;
use sightlines::story::model::Voice;
use thirtyfour::Key;

use crate::engine::{ALL, ONE};
use crate::page::{Page, compare::In, event};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

pub mod everywhere {
    use super::*;

    tests![in ALL;
        a_link_brings_back_the_pin_and_the_event_at_hand,
        an_event_is_pinned_in_the_record_and_compared_beside_it,
    ];
}

pub mod in_one {
    use super::*;

    tests![in ONE;
        every_reading_of_every_event_stands_in_its_place,
        what_was_published_later_is_not_compared,
    ];
}

async fn a_link_brings_back_the_pin_and_the_event_at_hand(story: Story) -> Done {
    let link = "t=2012-08-01&e=missile-tests&p=cn,us&pin=war-1904";
    let page = Page::open(&story, link).await?;
    page.wait_slider_at(event("missile-tests")).await?;
    page.wait_compared(In::Record, "war-1904").await?;
    page.wait_columns(In::Record, &["3", "4"]).await?;
    // Between the opening and the record nothing is scrolled past: the event at hand stays.
    let back = page.way_back_from_pin(In::Record).await?;
    let other = index().events[usize::from(event("missile-tests"))].short;
    assert!(back.contains(other), "{back}");
    Ok(())
}

async fn an_event_is_pinned_in_the_record_and_compared_beside_it(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships").await?;
    page.wait_for_scene("warships").await?;
    page.wait_compared(In::Record, "warships-2013").await?;
    page.wait_columns(In::Record, &["1", "2", "3", "4"]).await?;
    assert_eq!(page.way_back_from_pin(In::Record).await?, "");
    page.compare_from_record("air-zone").await?;
    page.wait_drawer(true).await?;
    page.wait_compared(In::Drawer, "air-zone").await?;
    let address = page.choice_in_address().await?;
    assert!(address.contains("pin=air-zone"), "{address}");
    assert_eq!(page.doubled_ids().await?, [] as [String; 0]);
    page.press(Key::Escape).await?;
    page.wait_drawer(false).await?;
    // Reading on does not change it; letting go does, and back brings it again.
    page.go_to_scene("warships").await?;
    page.wait_compared(In::Record, "air-zone").await?;
    page.bring_comparison_into_sight().await?;
    page.let_go_of_pin(In::Record).await?;
    let address = page.choice_in_address().await?;
    assert!(!address.contains("pin="), "{address}");
    page.driver().back().await?;
    page.wait_compared(In::Record, "air-zone").await
}

async fn every_reading_of_every_event_stands_in_its_place(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships").await?;
    for (ix, own) in (0..).zip(index().events) {
        page.follow_link(&format!("scene=warships&pin={}", own.id))
            .await?;
        page.wait_compared(In::Record, own.id).await?;
        let misplaced = page.misplaced_readings(In::Record, ix).await?;
        assert!(misplaced.is_empty(), "{}: {misplaced:?}", own.id);
        let torn = page.torn_columns(In::Record).await?;
        assert!(torn.is_empty(), "{}: columns {torn:?}", own.id);
    }
    // Silence is shown in its kind.
    page.follow_link("scene=warships&pin=warships-2013").await?;
    page.wait_compared(In::Record, "warships-2013").await?;
    let silent = page.silence(In::Record, 4).await?;
    assert_eq!(silent.as_deref(), Some("uninvolved"));
    let is_mute =
        |slot: usize| move |e: &&sightlines::story::model::Event| e.voices[slot] == Voice::Silent;
    let mute = index().events.iter().find(is_mute(0));
    if let Some(mute) = mute {
        page.follow_link(&format!("scene=warships&pin={}", mute.id))
            .await?;
        page.wait_compared(In::Record, mute.id).await?;
        let silent = page.silence(In::Record, 1).await?;
        assert!(
            silent.as_deref().is_none_or(|how| how == "silent"),
            "{silent:?}"
        );
    }
    Ok(())
}

async fn what_was_published_later_is_not_compared(story: Story) -> Done {
    let editions = index().editions;
    let late = index().events.iter().find(|e| e.published_by > editions[0]);
    let late = late.expect("an event that only later articles tell");
    let first = editions[0].iso();
    let page = Page::open(
        &story,
        &format!("scene=warships&asof={first}&pin={}", late.id),
    )
    .await?;
    // The one at hand instead, and nothing to let go of.
    page.wait_compared(In::Record, "warships-2013").await?;
    assert_eq!(page.way_back_from_pin(In::Record).await?, "");
    Ok(())
}
