//! Links: what an address says is what the page shows, also an address from before the page had
//! scenes, and one that is broken.

use fixtures::index;

use crate::engine::{ALL, Engine};
use crate::page::{DESK, PHONE, Page, event, scene};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    a_link_opens_its_scene_and_its_views,
    links_to_former_steps_lead_to_the_scene_that_tells_them,
    a_link_of_the_first_kind_still_brings_event_and_pin,
    a_link_to_an_event_without_a_paragraph_shows_it,
    back_and_forward_lead_through_what_was_pressed,
    broken_links_do_no_harm,
];

async fn a_link_opens_its_scene_and_its_views(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships&p=jp,ru").await?;
    page.wait_for_scene("warships").await?;
    page.wait_seen_as("1 2").await?;
    assert_eq!(page.cards().await?, ["1", "2"]);
    page.assert_stays_there().await?;
    assert_eq!(page.choice_in_address().await?, "scene=warships&p=jp,ru");
    // The second paragraph too.
    page.follow_link("scene=crimea&beat=2&p=us").await?;
    page.wait_for_beat(Some(scene("crimea").first + 1)).await?;
    page.wait_seen_as("4").await?;
    page.assert_stays_there().await?;
    assert_eq!(page.choice_in_address().await?, "scene=crimea&beat=2&p=us");
    Ok(())
}

async fn links_to_former_steps_lead_to_the_scene_that_tells_them(story: Story) -> Done {
    let mut former = Vec::new();
    for scene in index().scenes {
        former.extend(scene.former.iter().map(|step| (*step, scene.id)));
    }
    assert!(former.len() > 30, "the story names its former steps");
    // Each of them in one engine, some in the others: the reading of links is proved natively.
    let (every, sizes) = match story.engine {
        Engine::Chromium => (1, &[DESK, PHONE][..]),
        Engine::Firefox | Engine::WebKit => (7, &[DESK][..]),
    };
    for size in sizes {
        let (step, scene) = former[former.len() - 1];
        let page = Page::open_on(&story, *size, &format!("step={step}")).await?;
        page.wait_for_scene(scene).await?;
        for (step, scene) in former.iter().step_by(every) {
            page.follow_link(&format!("step={step}")).await?;
            page.wait_for_scene(scene).await?;
            page.settle().await?;
            page.wait_for_beat(Some(self::scene(scene).first)).await?;
        }
    }
    Ok(())
}

async fn a_link_of_the_first_kind_still_brings_event_and_pin(story: Story) -> Done {
    let link = "t=2012-08-01&e=missile-tests&p=cn,us&pin=war-1904";
    let page = Page::open(&story, link).await?;
    page.wait_slider_at(event("missile-tests")).await?;
    page.wait_for_scene("icebreaker").await?;
    page.wait_seen_as("3 4").await?;
    page.assert_stays_there().await?;
    let address = page.choice_in_address().await?;
    assert!(
        address.ends_with("pin=war-1904") && address.contains("p=cn,us"),
        "{address}"
    );
    // The address is a link of today's kind, and brings the same.
    let page = Page::open(&story, &address).await?;
    page.wait_slider_at(event("missile-tests")).await?;
    assert_eq!(page.choice_in_address().await?, address);
    Ok(())
}

async fn a_link_to_an_event_without_a_paragraph_shows_it(story: Story) -> Done {
    let page = Page::open(&story, "e=rimpac-2012").await?;
    page.wait_slider_at(event("rimpac-2012")).await?;
    page.assert_stays_there().await?;
    page.wait_slider_at(event("rimpac-2012")).await?;
    let address = page.choice_in_address().await?;
    assert!(address.contains("e=rimpac-2012"), "{address}");
    Ok(())
}

async fn back_and_forward_lead_through_what_was_pressed(story: Story) -> Done {
    let page = Page::open(&story, "scene=crimea").await?;
    page.wait_for_scene("crimea").await?;
    page.press_key(1).await?;
    page.press_key(4).await?;
    page.wait_seen_as("1 4").await?;
    page.driver().back().await?;
    page.wait_seen_as("1").await?;
    page.driver().back().await?;
    page.wait_seen_as("").await?;
    page.wait_for_scene("crimea").await?;
    page.driver().forward().await?;
    page.wait_seen_as("1").await?;
    page.next_scene().await?;
    page.wait_for_scene("not-waiting").await?;
    page.driver().back().await?;
    page.wait_for_scene("crimea").await?;
    page.wait_seen_as("1").await?;
    Ok(())
}

async fn broken_links_do_no_harm(story: Story) -> Done {
    for (link, scene, seen_as) in [
        ("scene=nowhere&p=xx,jp", None, "1"),
        ("scene=zone&beat=99&p=cn,cn,%ff", Some("zone"), "3"),
        (
            "step=&e=%00&t=yesterday&w=9..1&mode=dance&asof=never&pin=&p=us",
            None,
            "4",
        ),
        ("scene", None, ""),
        ("&&&=&=&p=", None, ""),
    ] {
        let page = Page::open(&story, link).await?;
        page.wait_seen_as(seen_as).await?;
        match scene {
            Some(scene) => page.wait_for_scene(scene).await?,
            None => page.wait_for_beat(None).await?,
        }
        // And the page goes on working.
        page.go_to_scene("offer").await?;
        page.wait_for_scene("offer").await?;
    }
    Ok(())
}
