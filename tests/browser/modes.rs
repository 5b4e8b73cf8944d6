//! The ways to read: with the stage, one scene at a time, as an article; the reader's place is the same.

use fixtures::index;
use sightlines::story::model::Voice;

use crate::engine::{ALL, Engine, ONE};
use crate::page::{DESK, PHONE, Page, scene};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

pub mod everywhere {
    use super::*;

    tests![in ALL;
        one_scene_is_shown_and_leads_to_its_neighbours,
        another_way_to_read_keeps_the_place,
    ];

    async fn one_scene_is_shown_and_leads_to_its_neighbours(story: Story) -> Done {
        let sizes: &[(u32, u32)] = match story.engine {
            Engine::Chromium => &[DESK, PHONE],
            Engine::Firefox | Engine::WebKit => &[DESK],
        };
        for size in sizes {
            let page = Page::open_on(&story, *size, "step=warships&mode=steps&p=jp").await?;
            page.wait_alone("warships").await?;
            page.turn(true).await?;
            let here = index().scenes.iter().position(|s| s.id == "warships");
            let next = index().scenes[here.expect("the story has it") + 1].id;
            page.wait_alone(next).await?;
            page.wait_focus_on_title_of(next).await?;
            page.turn(false).await?;
            page.wait_alone("warships").await?;
            assert!(page.is_key_pressed(1).await?, "the perspective stays");
            // Scrolling leads into no other.
            page.scroll_by(-9000).await?;
            assert_eq!(page.scenes_shown().await?, ["warships"]);
            page.follow_link("scene=crimea&mode=steps").await?;
            page.wait_alone("crimea").await?;
            assert_eq!(page.choice_in_address().await?, "scene=crimea&mode=steps");
            // Before the first is read, it is the one that is shown.
            let page = Page::open_on(&story, *size, "mode=steps").await?;
            assert_eq!(page.scenes_shown().await?, [index().scenes[0].id]);
        }
        Ok(())
    }

    async fn another_way_to_read_keeps_the_place(story: Story) -> Done {
        let page = Page::open(&story, "").await?;
        page.go_to_scene("zone").await?;
        for mode in ["steps", "article", "steps", "scroll", "article"] {
            if mode == "scroll" {
                // The masthead of an article is at the top; here it is at hand.
                assert!(page.is_masthead_at_hand().await?);
            }
            page.read_as(mode).await?;
            page.wait_for_scene("zone").await?;
            page.assert_stays_there().await?;
            assert_eq!(page.is_map_shown().await?, mode != "article");
            assert_eq!(page.is_turn_shown().await?, mode == "steps");
            let shown = page.scenes_shown().await?.len();
            let wanted = if mode == "steps" {
                1
            } else {
                index().scenes.len()
            };
            assert_eq!(shown, wanted, "{mode}");
        }
        // Nobody is on, so each is heard; then one.
        let beats = usize::from(scene("zone").first)..usize::from(scene("zone").end);
        let heard = index().beats[beats.clone()].iter().map(|beat| {
            let all = beat.voices[..index().main].iter();
            all.filter(|heard| **heard != Voice::Uninvolved).count()
        });
        let cards = page.cards_in_text("zone").await?;
        assert_eq!(cards.len(), heard.sum::<usize>(), "{cards:?}");
        page.press_key(1).await?;
        page.wait_seen_as("1").await?;
        let cards = page.cards_in_text("zone").await?;
        assert!(
            !cards.is_empty() && cards.iter().all(|actor| actor == "1"),
            "{cards:?}"
        );
        page.driver().back().await?;
        page.driver().back().await?;
        page.wait_mode("scroll").await?;
        page.wait_for_scene("zone").await
    }
}

pub mod in_one {
    use super::*;

    tests![in ONE; on_paper_every_way_is_the_whole, a_search_leads_into_another_scene];

    async fn on_paper_every_way_is_the_whole(story: Story) -> Done {
        for choice in [
            "scene=zone&mode=steps&p=jp",
            "scene=zone&mode=article&p=cn",
            "mode=steps",
        ] {
            let page = Page::open(&story, choice).await?;
            let hidden = page.hidden_on_paper().await?;
            assert!(hidden.is_empty(), "{choice}: not printed: {hidden:?}");
        }
        Ok(())
    }

    async fn a_search_leads_into_another_scene(story: Story) -> Done {
        let page = Page::open(&story, "scene=zone&mode=steps").await?;
        page.wait_alone("zone").await?;
        page.open_search().await?;
        page.search_for("snow dragon").await?;
        page.follow_found("scene-icebreaker").await?;
        page.wait_alone("icebreaker").await?;
        page.wait_focus_on_title_of("icebreaker").await
    }
}
