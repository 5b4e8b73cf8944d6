//! The notice: says what of a link could not be followed, and nothing where all could.

use sightlines::story::labels;

use crate::engine::ALL;
use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ALL; what_a_link_gets_wrong_is_said_and_can_be_closed];

fn left_out(parts: &[&str]) -> String {
    labels::left_out().replace("{parts}", &parts.join(", "))
}

async fn what_a_link_gets_wrong_is_said_and_can_be_closed(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone&e=never-happened&p=jp,atlantis").await?;
    page.wait_for_scene("zone").await?;
    page.wait_seen_as("1").await?;
    page.wait_notice(&left_out(&[labels::left_actor(), labels::left_event()]))
        .await?;
    let place = page.scroll_place().await?;
    page.close_notice().await?;
    page.wait_notice("").await?;
    assert_eq!(page.scroll_place().await?, place, "nothing has moved");
    // Another link says something else, a sound one nothing.
    for (link, parts) in [
        ("scene=crimea&w=2016..2010", &[labels::left_period()][..]),
        ("scene=crimea&p=ru", &[]),
        ("mode=interpretive-dance", &[labels::left_mode()]),
        ("e=iiss-report&asof=2013-12-31", &[labels::left_later()]),
        (
            "step=%3Cimg%20src=x%20onerror=alert(1)%3E",
            &[labels::left_scene()],
        ),
        ("p=us", &[]),
    ] {
        page.follow_link(link).await?;
        let words = match parts {
            [] => String::new(),
            parts => left_out(parts),
        };
        page.wait_notice(&words).await?;
    }
    // What is no choice at all is a part of the page, known or not: nothing to tell.
    for anchor in ["garbage", "%%%%", "record"] {
        page.follow_link(anchor).await?;
        assert_eq!(page.notice().await?, "", "#{anchor}");
    }
    Ok(())
}
