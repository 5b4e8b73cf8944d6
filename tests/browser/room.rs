//! The measures of a page that does not press its reader: few controls at a time, few stops of Tab, a
//! large map, nothing that sticks out.

use fixtures::index;

use crate::engine::ONE;
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::{NARROW, Story};
use crate::tests;

tests![in ONE;
    at_a_scene_few_controls_are_in_view,
    tab_leads_soon_to_the_end_of_the_story,
    nothing_sticks_out_sideways,
    the_map_has_most_of_the_view,
];

async fn at_a_scene_few_controls_are_in_view(story: Story) -> Done {
    const MOST: usize = 25;
    let mut over = Vec::new();
    for size in [DESK, PHONE] {
        let page = Page::open_on(&story, size, "").await?;
        for scene in index().scenes {
            page.go_to_scene(scene.id).await?;
            let controls = page.controls_in_view().await?;
            if controls.len() > MOST {
                over.push(format!("{}, {} px: {controls:?}", scene.id, size.0));
            }
        }
    }
    assert!(
        over.is_empty(),
        "more than {MOST}:\n  {}",
        over.join("\n  ")
    );
    Ok(())
}

async fn tab_leads_soon_to_the_end_of_the_story(story: Story) -> Done {
    const MOST: usize = 60;
    let page = Page::open(&story, "").await?;
    let stops = page.tab_stops_to_the_end_of_the_story().await?;
    assert!(stops <= MOST, "{stops} stops, at most {MOST} are wanted");
    Ok(())
}

async fn nothing_sticks_out_sideways(story: Story) -> Done {
    let page = Page::open_on(&story, NARROW, "").await?;
    let beyond = page.width_beyond_view().await?;
    assert!(beyond <= 0.0, "the page is {beyond} px too wide");
    for slot in 1..=index().main {
        page.go_to_scene("ministers").await?;
        page.press_key(slot).await?;
        let beyond = page.width_beyond_view().await?;
        assert!(beyond <= 0.0, "with {slot} on: {beyond} px too wide");
    }
    Ok(())
}

async fn the_map_has_most_of_the_view(story: Story) -> Done {
    let mut small = Vec::new();
    for (size, least) in [
        (DESK, 55.0),
        ((1920, 1080), 60.0),
        ((820, 1180), 38.0),
        (PHONE, 38.0),
    ] {
        let page = Page::open_on(&story, size, "").await?;
        page.go_to_scene("warships").await?;
        let share = page.map_share().await?;
        if share < least {
            small.push(format!("{size:?}: {share:.1} %, wanted are {least} %"));
        }
    }
    assert!(
        small.is_empty(),
        "the map is small\n  {}",
        small.join("\n  ")
    );
    Ok(())
}
