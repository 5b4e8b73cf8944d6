//! The timeline's tools: they unfold and fold without a trace, the period filters, and dots have names.

use fixtures::index;
use thirtyfour::Key;

use crate::engine::Engine;
use crate::page::{DESK, PHONE, Page, Thumb};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    the_tools_take_the_focus_and_give_it_back,
    a_period_keeps_the_slider_within_it_and_moves_nobody,
    dots_have_names,
];

async fn the_tools_take_the_focus_and_give_it_back(story: Story) -> Done {
    // Other engines' windows cannot be as narrow as a phone.
    let sizes = match story.engine {
        Engine::Chromium => &[DESK, PHONE][..],
        Engine::Firefox | Engine::WebKit => &[DESK],
    };
    for size in sizes {
        let page = Page::open_on(&story, *size, "scene=warships").await?;
        page.wait_for_scene("warships").await?;
        assert!(page.height_of_timeline().await? <= 64.5);
        let place = page.scroll_place().await?;
        page.wait_tools(false).await?;
        page.unfold_tools().await?;
        page.wait_focus_in_tools().await?;
        page.press(Key::Tab).await?;
        page.wait_focus_in_tools().await?;
        assert!(
            !page.is_focus_covered().await?,
            "{}",
            page.focus_on().await?
        );
        page.press(Key::Escape).await?;
        page.wait_tools(false).await?;
        page.wait_focus_on_tools_button().await?;
        // The button folds them too; and so does the focus that goes elsewhere, which they may cover.
        page.unfold_tools().await?;
        page.press_tools_button().await?;
        page.wait_tools(false).await?;
        page.unfold_tools().await?;
        page.focus_key(2).await?;
        page.wait_tools(false).await?;
        assert!(
            !page.is_focus_covered().await?,
            "{}",
            page.focus_on().await?
        );
        let after = page.scroll_place().await?;
        assert!(
            (after - place).abs() < 1.0,
            "the page has moved: {place} to {after}"
        );
    }
    Ok(())
}

async fn a_period_keeps_the_slider_within_it_and_moves_nobody(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships").await?;
    page.wait_for_scene("warships").await?;
    let place = page.scroll_place().await?;
    page.unfold_tools().await?;
    page.choose_period().await?;
    for thumb in [Thumb::From, Thumb::To] {
        let step = if thumb == Thumb::From { 1 } else { -1 };
        let mut before = page.thumb_says(thumb).await?;
        for _ in 0..10 {
            let now = page.nudge_thumb(thumb, step).await?;
            assert_ne!(now, before, "{thumb:?}: each step moves and says so");
            before = now;
        }
    }
    let near = page.press_on_thumb(Thumb::From, Key::Right).await?;
    assert_ne!(page.press_on_thumb(Thumb::From, Key::Left).await?, near);
    // They never cross.
    let end = page.thumb_says(Thumb::To).await?;
    assert_eq!(page.nudge_thumb(Thumb::From, 500).await?, end);
    assert_eq!(page.nudge_thumb(Thumb::To, -500).await?, end);
    page.press(Key::Escape).await?;
    page.wait_for_scene("warships").await?;
    let after = page.scroll_place().await?;
    assert!(
        (after - place).abs() < 1.0,
        "the page has moved: {place} to {after}"
    );
    // The link carries it, and the slider keeps within.
    let page = Page::open(&story, "scene=warships&w=2012-07-01..2014-03-31").await?;
    page.wait_for_scene("warships").await?;
    let address = page.choice_in_address().await?;
    assert_eq!(address, "scene=warships&w=2012-07-01..2014-03-31");
    let window = sightlines::domain::window::Window {
        from: fixtures::day("2012-07-01"),
        to: fixtures::day("2014-03-31"),
    };
    let within = window.visible(index().events);
    let says = |event: usize| crate::page::slider_says(event);
    let ends = page.slider_ends().await?;
    assert_eq!(ends, [says(within.start), says(within.end - 1)]);
    page.unfold_tools().await?;
    page.move_with_the_story().await?;
    let address = page.choice_in_address().await?;
    assert!(!address.contains("w="), "{address}");
    Ok(())
}

async fn dots_have_names(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships").await?;
    page.wait_for_scene("warships").await?;
    assert_eq!(page.tip().await?, "");
    page.point_at_lane(0.9999).await?;
    let tip = page.tip().await?;
    let mut names = (0..index().events.len()).map(crate::page::slider_says);
    assert!(names.any(|name| name == tip), "“{tip}” is no event");
    // What is only looked at moves nobody.
    page.wait_for_scene("warships").await?;
    page.point_at_scene("warships").await?;
    assert_eq!(page.tip().await?, "");
    page.focus_slider().await?;
    page.press(Key::Right).await?;
    let next = crate::page::slider_says(page.slider_stop().await?);
    assert_eq!(page.tip().await?, next);
    Ok(())
}
