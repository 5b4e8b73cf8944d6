//! How the page is laid out in a frame: full of its host's height, as high as its content, or a card.

use std::time::Duration;

use serde_json::json;

use crate::engine::Engine;
use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::page::{Page, scene};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;

/// Every layout, in the sizes that hosts give: the frame, and its query.
const SIZES: [(u32, u32, &str); 8] = [
    (360, 600, "?layout=card#scene=warships"),
    (640, 420, "?layout=card#scene=warships"),
    (360, 600, "?layout=fixed"),
    (700, 500, "?layout=fixed"),
    (1100, 560, "?layout=fixed"),
    (390, 720, "?layout=auto"),
    (700, 720, "?layout=auto"),
    (1100, 720, "?layout=auto"),
];

fn frame(kind: Kind, (width, height): (u32, u32), site: &'static str) -> Setup {
    Setup {
        width,
        height,
        site,
        ..Setup::of(kind)
    }
}

pub mod everywhere {
    use super::*;
    use crate::tests;

    tests![
        a_frame_of_a_given_height_scrolls_inside,
        no_length_comes_from_the_view_of_a_frame_as_high_as_its_content,
        nothing_scrolls_or_focuses_the_host_on_load,
        another_scene_and_its_record_come_to_where_the_reader_is,
        a_card_shows_one_scene_and_leads_to_the_story,
    ];

    async fn a_frame_of_a_given_height_scrolls_inside(story: Story) -> Done {
        for sandbox in [Sandbox::Scripts, Sandbox::SameOrigin] {
            let setup = Setup {
                sandbox,
                ..frame(Kind::Deaf, (1200, 700), "")
            };
            let host = Hosted::awake(&story, setup).await?;
            let page = host.page().await?;
            page.wait_layout("fixed").await?;
            // Into the story: the stage sticks beside it.
            page.go_to_scene("warships").await?;
            let stage = page.stage_top().await?;
            page.scroll_by(60).await?;
            assert!((page.stage_top().await? - stage).abs() < 1.0, "it sticks");
            // A reader's choice, and a link to it, work without an origin.
            page.press_key(1).await?;
            page.wait_seen_as("1").await?;
            assert!(page.choice_in_address().await?.contains("p=jp"));
            let (href, _) = page.way_to_full_page().await?;
            assert!(href.contains("scene=warships&p=jp"), "{href}");
            assert!(!href.contains("layout"), "{href}");
            // Content that grows does not move a host that does not listen, nor the host's page. The
            // driver may have scrolled it to the key.
            let before = host.scroll_place().await?;
            host.page().await?.grow().await?;
            assert_eq!(host.frame_height().await?, 700);
            assert!((host.scroll_place().await? - before).abs() < 1.0);
            host.end().await?;
        }
        Ok(())
    }

    async fn no_length_comes_from_the_view_of_a_frame_as_high_as_its_content(story: Story) -> Done {
        let widths: &[u32] = match story.engine {
            Engine::Chromium => &[340, 700, 1200],
            Engine::Firefox | Engine::WebKit => &[340, 1200],
        };
        for width in widths {
            let setup = frame(Kind::Deaf, (*width, 400), "?layout=auto#p=jp,cn");
            let host = Hosted::awake(&story, setup).await?;
            let page = host.page().await?;
            let stuck = page.sticking().await?;
            assert!(stuck.is_empty(), "{width} px: {stuck:?} stick");
            // A scrollbar would come and go with the frame's height.
            page.run("document.documentElement.style.overflow = 'hidden'")
                .await?;
            let mut heights: Vec<i64> = Vec::new();
            for px in [400, 5000, 900] {
                host.host(&format!("document.querySelector('iframe').height = {px}"))
                    .await?;
                let page = host.page().await?;
                page.settle().await?;
                heights.push(page.page_height().await?);
                let over = page.width_beyond_view().await?;
                assert!(over <= 0.0, "{width} px: {over} px too wide");
            }
            assert!(
                heights.iter().all(|h| *h == heights[0]),
                "{width} px: the page follows its frame: {heights:?}"
            );
            host.end().await?;
        }
        Ok(())
    }

    async fn nothing_scrolls_or_focuses_the_host_on_load(story: Story) -> Done {
        for (kind, height, site) in [
            (Kind::Deaf, 700, "#scene=warships&p=jp"),
            (Kind::Deaf, 2000, "?layout=auto#scene=warships&p=jp"),
            (Kind::Pym, 0, "#scene=warships&p=jp"),
        ] {
            let host = Hosted::open(&story, frame(kind, (700, height), site)).await?;
            // From outside: WebKit's driver focuses a frame when it enters it.
            host.wait_outside("the frame is awake and speaks", "spoken > 0")
                .await?;
            let still = "[Math.round(scrollY), document.activeElement === document.body]";
            story
                .assert_stays("the host's page", still, Duration::from_millis(400))
                .await?;
            assert_eq!(story.ask::<(i64, bool)>(still).await?, (0, true), "{site}");
            host.page().await?.wait_for_scene("warships").await?;
            host.end().await?;
        }
        Ok(())
    }

    /// Hosts that scroll when they are asked, and one that does not listen and whose scroller is an
    /// element, which some engines scroll.
    async fn another_scene_and_its_record_come_to_where_the_reader_is(story: Story) -> Done {
        for kind in [Kind::Pym, Kind::Resizer4, Kind::Own, Kind::Deaf] {
            let setup = Setup {
                sandbox: Sandbox::Scripts,
                obeys: true,
                scroller: kind == Kind::Deaf,
                ..frame(
                    kind,
                    (700, if kind == Kind::Deaf { 2400 } else { 0 }),
                    "?layout=auto",
                )
            };
            let host = Hosted::awake(&story, setup).await?;
            if kind == Kind::Own {
                host.send("{ sightlines: 1, type: 'hello' }").await?;
            }
            if kind != Kind::Deaf {
                host.wait_fits().await?;
            }
            host.page().await?.wait_for_scene("photographs").await?;
            host.scroll_to(700).await?;
            host.page().await?.wait_seen_from(300).await?;
            // The record opens where the reader is, and the host stays.
            let before = host.scroll_place().await?;
            let (top, bottom) = host.page().await?.place_of_record("photographs").await?;
            let (frame, view) = host.frame_in_view().await?;
            assert!(
                frame + top >= -2.0 && frame + bottom <= view + 2.0 && bottom - top > 200.0,
                "{kind:?}: the record stands from {} to {} in a view of {view}",
                frame + top,
                frame + bottom
            );
            let after = host.scroll_place().await?;
            assert!((after - before).abs() < 1.0, "{kind:?}: {before}, {after}");
            let page = host.page().await?;
            page.close_drawer_in_place().await?;
            page.step_scene(true).await?;
            page.wait_for_beat(Some(scene("photographs").end)).await?;
            if kind == Kind::Deaf && story.engine == Engine::WebKit {
                // It scrolls nobody's page: the reader does.
                host.end().await?;
                continue;
            }
            host.wait_story_at_top(&format!("{kind:?}")).await?;
            host.end().await?;
        }
        Ok(())
    }

    async fn a_card_shows_one_scene_and_leads_to_the_story(story: Story) -> Done {
        for size in [(360, 600), (640, 420)] {
            let setup = Setup {
                sandbox: Sandbox::Scripts,
                ..frame(Kind::Deaf, size, "?layout=card#scene=warships")
            };
            let host = Hosted::awake(&story, setup).await?;
            let page = host.page().await?;
            page.wait_for_scene("warships").await?;
            assert_eq!(page.shown_scenes().await?, ["scene-warships"]);
            let trouble = page.trouble_with_layout_of_card().await?;
            assert!(trouble.is_empty(), "{size:?}: {trouble:?}");
            assert_eq!(page.cards().await?, Vec::<String>::new());
            page.press_key(1).await?;
            page.wait_seen_as("1").await?;
            assert_eq!(page.cards().await?, ["1"]);
            let trouble = page.trouble_with_card(1).await?;
            assert!(trouble.is_empty(), "{size:?}: {trouble}");
            // Where a sandbox lets no window open, the story opens right here, and leaves no entry.
            let entries: u64 = page.ask("history.length").await?;
            page.follow_way_to_full_page().await?;
            page.wait_for(
                "the whole page",
                "document.documentElement.dataset.layout === 'fixed'",
            )
            .await?;
            let page = host.page().await?;
            page.wait_until_ready().await?;
            page.wait_for_scene("warships").await?;
            page.wait_seen_as("1").await?;
            assert_eq!(page.ask::<u64>("history.length").await?, entries);
            host.end().await?;
        }
        Ok(())
    }
}

pub mod in_one {
    use super::*;
    use crate::engine::ONE;
    use crate::tests;

    tests![in ONE;
        every_layout_has_map_keys_and_a_line_in_its_first_view,
        a_theme_that_is_asked_for_stands_from_the_first_paint,
        a_frame_hands_scrolling_on_at_its_ends,
        a_paragraph_that_is_pressed_comes_onto_the_stage,
        a_card_shows_an_event_that_no_paragraph_is_about,
        axe_finds_nothing_in_frames,
    ];

    async fn every_layout_has_map_keys_and_a_line_in_its_first_view(story: Story) -> Done {
        for (width, height, site) in SIZES {
            let host = Hosted::awake(&story, frame(Kind::Deaf, (width, height), site)).await?;
            let page = host.page().await?;
            let missing = page.missing_in_first_view(height).await?;
            assert!(
                missing.is_empty(),
                "{width} x {height}, {site}: {missing:?}"
            );
            host.end().await?;
        }
        Ok(())
    }

    async fn a_theme_that_is_asked_for_stands_from_the_first_paint(story: Story) -> Done {
        let system = |theme: &str| json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        let mut grounds = Vec::new();
        for (has, asks) in [("dark", "light"), ("light", "dark")] {
            story
                .driver()
                .cdp()
                .send_raw("Emulation.setEmulatedMedia", system(has))
                .await?;
            let page = Page::open_held(&story, &format!("?theme={asks}")).await?;
            assert_eq!(page.theme().await?.as_deref(), Some(asks));
            let before = page.ground().await?;
            page.let_wake().await?;
            assert_eq!(page.ground().await?, before, "waking changes no colour");
            grounds.push(before);
            let page = Page::open_at(&story, Host::Sound, "").await?;
            page.wait_until_ready().await?;
            grounds.push(page.ground().await?);
        }
        story
            .driver()
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", json!({ "features": [] }))
            .await?;
        // What was asked for first is what the system has then.
        assert_eq!(grounds[0], grounds[3]);
        assert_eq!(grounds[1], grounds[2]);
        assert_ne!(grounds[0], grounds[1]);
        Ok(())
    }

    async fn a_frame_hands_scrolling_on_at_its_ends(story: Story) -> Done {
        let setup = frame(Kind::Deaf, (700, 600), "?layout=fixed");
        let host = Hosted::awake(&story, setup).await?;
        host.leave().await?;
        let wheel = json!({ "type": "mouseWheel", "x": 300, "y": 400, "deltaX": 0, "deltaY": 400 });
        let cdp = story.driver().cdp();
        cdp.send_raw("Input.dispatchMouseEvent", wheel.clone())
            .await?;
        host.wait_inside("the frame scrolls first", "scrollY > 0")
            .await?;
        assert!(host.scroll_place().await? < 1.0, "and the host stays");
        let page = host.page().await?;
        page.run("scrollTo({ top: 1e9, behavior: 'instant' })")
            .await?;
        page.settle().await?;
        host.leave().await?;
        for _ in 0..4 {
            cdp.send_raw("Input.dispatchMouseEvent", wheel.clone())
                .await?;
        }
        host.wait_outside("then the host scrolls", "scrollY > 0")
            .await?;
        host.end().await
    }

    async fn a_paragraph_that_is_pressed_comes_onto_the_stage(story: Story) -> Done {
        let setup = frame(Kind::Deaf, (700, 1400), "?layout=auto#scene=warships&p=ru");
        let host = Hosted::awake(&story, setup).await?;
        let page = host.page().await?;
        let first = scene("warships").first;
        page.wait_for_beat(Some(first)).await?;
        let text = page.text_of_card(2).await?;
        page.press_paragraph(1).await?;
        page.wait_for_beat(Some(first + 1)).await?;
        assert_ne!(page.text_of_card(2).await?, text, "the card followed");
        host.end().await
    }

    async fn a_card_shows_an_event_that_no_paragraph_is_about(story: Story) -> Done {
        let (ix, event) = (fixtures::index().events.iter().enumerate())
            .find(|(ix, event)| {
                let beat = &fixtures::index().beats[usize::from(event.beat)];
                usize::from(beat.event) != *ix
            })
            .expect("the record holds more than the story tells");
        story.resize((360, 600)).await?;
        let page =
            Page::open_at(&story, Host::Sound, &format!("?layout=card#e={}", event.id)).await?;
        page.wait_until_ready().await?;
        let (title, _) = page.picked().await?;
        assert_eq!(title, fixtures::text().events[ix].title);
        assert_eq!(page.shown_scenes().await?, Vec::<String>::new());
        let trouble = page.width_beyond_view().await?;
        assert!(trouble <= 0.0, "{trouble} px too wide");
        Ok(())
    }

    async fn axe_finds_nothing_in_frames(story: Story) -> Done {
        let mut found = Vec::new();
        for (query, sizes) in [
            (
                "?layout=card#scene=warships&p=jp,ru",
                &[(360, 600), (640, 420)][..],
            ),
            ("?layout=auto#scene=warships&p=jp,ru", &[(700, 900)]),
        ] {
            for size in sizes {
                story.resize(*size).await?;
                let page = Page::open_at(&story, Host::Sound, query).await?;
                page.wait_until_ready().await?;
                page.load_axe().await?;
                for theme in ["light", "dark"] {
                    page.set_theme(theme).await?;
                    let violations = page.violations().await?.into_iter();
                    found.extend(violations.map(|v| format!("{query}, {size:?}, {theme}: {v}")));
                }
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    }
}
