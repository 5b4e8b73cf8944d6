//! The stage follows the text: scrolling goes through all paragraphs in order, and the counter, the
//! slider and the address with it.

use fixtures::index;
use sightlines::story::labels;

use crate::engine::{ALL, Engine};
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    scrolling_leads_through_all_paragraphs_in_order,
    scrolling_back_to_the_top_ends_in_the_opening,
    going_to_a_scene_marks_it_and_names_it_in_the_address,
];

/// How far a reader turns the wheel at once, in px: less than any paragraph is high.
const TURN: i32 = 90;

async fn scrolling_leads_through_all_paragraphs_in_order(story: Story) -> Done {
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[DESK, PHONE],
        Engine::Firefox | Engine::WebKit => &[DESK],
    };
    for size in sizes {
        let page = Page::open_on(&story, *size, "").await?;
        let end = page.story_end().await?;
        let mut seen: Vec<(Option<usize>, String)> = Vec::new();
        while page.scroll_place().await? + f64::from(size.1) / 2.0 < end {
            let now = page.standing().await?;
            let now = (now.beat, now.counter);
            if seen.last() != Some(&now) {
                seen.push(now);
            }
            page.scroll_by(TURN).await?;
        }
        let mut wanted = vec![(None, counter(0))];
        for (n, beat) in index().beats.iter().enumerate() {
            wanted.push((Some(n), counter(usize::from(beat.scene) + 1)));
        }
        assert_eq!(seen, wanted, "on {size:?}");
    }
    Ok(())
}

/// What the page says of where in the story the reader is.
fn counter(scene: usize) -> String {
    labels::scene_of()
        .replace("{n}", &scene.to_string())
        .replace("{of}", &index().scenes.len().to_string())
}

async fn scrolling_back_to_the_top_ends_in_the_opening(story: Story) -> Done {
    let page = Page::open(&story, "").await?;
    page.go_to_scene("photographs").await?;
    page.scroll_by(-5000).await?;
    page.wait_for_beat(None).await?;
    assert_eq!(page.choice_in_address().await?, "");
    Ok(())
}

async fn going_to_a_scene_marks_it_and_names_it_in_the_address(story: Story) -> Done {
    let page = Page::open(&story, "").await?;
    page.go_to_scene("warships").await?;
    page.wait_for_scene("warships").await?;
    let own = index().beats[usize::from(super::page::scene("warships").first)].event;
    page.wait_slider_at(own).await?;
    assert_eq!(page.choice_in_address().await?, "scene=warships");
    page.assert_stays_there().await
}
