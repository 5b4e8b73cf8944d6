//! Playing goes from scene to scene and stops at any touch; the buttons beside it mean scenes.

use fixtures::index;
use thirtyfour::Key;

use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    the_buttons_lead_from_scene_to_scene,
    playing_goes_on_by_itself_and_stops_at_a_touch,
    the_same_button_stops_it,
];

async fn the_buttons_lead_from_scene_to_scene(story: Story) -> Done {
    let page = Page::open(&story, "").await?;
    page.show_the_story().await?;
    for scene in index().scenes {
        page.next_scene().await?;
        page.wait_for_beat(Some(scene.first)).await?;
        page.wait_for_scene(scene.id).await?;
    }
    page.assert_stays_there().await?;
    for scene in index().scenes.iter().rev().skip(1) {
        page.previous_scene().await?;
        page.wait_for_beat(Some(scene.first)).await?;
    }
    page.previous_scene().await?;
    page.wait_for_beat(None).await
}

async fn playing_goes_on_by_itself_and_stops_at_a_touch(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone").await?;
    page.wait_for_scene("zone").await?;
    page.press_play().await?;
    page.wait_playing(true).await?;
    page.wait_for_scene("crimea").await?;
    page.wait_playing(true).await?;
    page.press(Key::Shift).await?;
    page.wait_playing(false).await?;
    page.assert_stays_there().await?;
    for touch in ["pointerdown", "wheel", "touchstart"] {
        page.press_play().await?;
        page.wait_playing(true).await?;
        page.touch(touch).await?;
        page.wait_playing(false).await?;
    }
    page.press_key(1).await?;
    page.wait_seen_as("1").await
}

async fn the_same_button_stops_it(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone").await?;
    for is_playing in [true, false, true, false] {
        page.press_play().await?;
        page.wait_playing(is_playing).await?;
    }
    page.wait_for_scene("zone").await
}
