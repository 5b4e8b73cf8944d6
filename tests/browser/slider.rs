//! The slider: each move is one stop further, says so, and letting go leads to the scene.

use fixtures::index;
use sightlines::story::model::EventIx;
use thirtyfour::Key;

use crate::page::{Page, event};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    arrows_move_it_by_one_stop_each,
    a_helping_device_moves_it_by_one_stop_each,
    letting_go_leads_to_the_scene,
    dragging_shows_an_event_and_leads_to_its_scene,
];

async fn arrows_move_it_by_one_stop_each(story: Story) -> Done {
    let page = Page::open(&story, "e=rimpac-2012").await?;
    let first = event("rimpac-2012");
    page.wait_slider_at(first).await?;
    page.focus_slider().await?;
    for stop in first + 1..=first + 10 {
        page.press(Key::Right).await?;
        page.wait_slider_at(stop).await?;
    }
    for stop in (first..first + 10).rev() {
        page.press(Key::Left).await?;
        page.wait_slider_at(stop).await?;
    }
    page.press(Key::End).await?;
    page.wait_slider_at(last()).await?;
    page.press(Key::Home).await?;
    page.wait_slider_at(0).await
}

fn last() -> EventIx {
    EventIx::try_from(index().events.len() - 1).expect("no story has so many events")
}

async fn a_helping_device_moves_it_by_one_stop_each(story: Story) -> Done {
    let page = Page::open(&story, "scene=reopening").await?;
    let first = index().beats[usize::from(super::page::scene("reopening").first)].event;
    page.wait_slider_at(first).await?;
    for stop in first + 1..=first + 10 {
        page.nudge_slider(1).await?;
        page.wait_slider_at(stop).await?;
    }
    for stop in (first..first + 10).rev() {
        page.nudge_slider(-1).await?;
        page.wait_slider_at(stop).await?;
    }
    // Without letting go the text has stayed where it was.
    page.wait_for_scene("reopening").await
}

async fn letting_go_leads_to_the_scene(story: Story) -> Done {
    let page = Page::open(&story, "scene=reopening&p=jp").await?;
    let to = event("air-zone");
    let first = page.slider_stop().await?;
    let way = i32::from(to) - i32::try_from(first).expect("a stop's number is small");
    page.nudge_slider(way).await?;
    page.wait_slider_at(to).await?;
    page.let_go_of_slider().await?;
    page.wait_for_scene("zone").await?;
    page.assert_stays_there().await?;
    page.wait_slider_at(to).await?;
    assert_eq!(page.choice_in_address().await?, "scene=zone&p=jp");
    Ok(())
}

async fn dragging_shows_an_event_and_leads_to_its_scene(story: Story) -> Done {
    let page = Page::open(&story, "scene=photographs").await?;
    page.wait_for_scene("photographs").await?;
    for part in [0.5, 0.85, 0.2] {
        page.drag_slider_to(part).await?;
        let stop = page.slider_stop().await?;
        let own = index().events[stop];
        page.wait_for_beat(Some(own.beat)).await?;
        page.assert_stays_there().await?;
        let stop = EventIx::try_from(stop).expect("no story has so many events");
        page.wait_slider_at(stop).await?;
    }
    Ok(())
}
