//! Any story's page: the stories of `tests/stories` on their own sites. Two actors, six with long names,
//! right to left; none has a map.

use crate::engine::Engine;
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::Story;

/// What their sites' folders begin with, before the name of a host.
pub const SITES: [(&str, &str); 3] = [("two", "two-"), ("six", "six-"), ("rtl", "rtl-")];

/// The narrowest screen, as high as a small phone.
const NARROW: (u32, u32) = (320, 640);

async fn assert_page_works(story: &Story, site: &str, actors: usize) -> Done {
    // The other engines' windows cannot be made so narrow.
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[NARROW, PHONE, DESK],
        Engine::Firefox | Engine::WebKit => &[(500, 844), DESK],
    };
    for &size in sizes {
        let page = Page::open_site(story, size, site).await?;
        let at = format!("{site} at {size:?}");
        assert_eq!(page.pushes_out().await?, Vec::<String>::new(), "{at}");
        let mut troubles = Vec::new();
        for scene in 1..=3 {
            page.go_to_nth_scene(scene).await?;
            troubles.extend(page.troubles_with_keys(actors).await?);
            // The narrowest screen has no room for the names of six.
            if actors < 6 || size != NARROW {
                troubles.extend(page.troubles_with_stage(actors).await?);
            }
            for slot in 1..=actors {
                page.press_key(slot).await?;
                let own = slot.to_string();
                page.wait_seen_as(&own).await?;
                assert_eq!(page.cards().await?, [own], "{at}, scene {scene}");
                let trouble = page.trouble_with_card(slot).await?;
                if !trouble.is_empty() {
                    troubles.push(format!("scene {scene}, card of {slot}: {trouble}"));
                }
                page.press_key(slot).await?;
                page.wait_seen_as("").await?;
            }
        }
        assert!(troubles.is_empty(), "{at}:\n  {}", troubles.join("\n  "));
    }
    let page = Page::open_site(story, DESK, site).await?;
    page.go_to_nth_scene(1).await?;
    page.next_scene().await?;
    page.wait_for_nth_scene(2).await?;
    page.nudge_slider(20).await?;
    page.let_go_of_slider().await?;
    page.wait_for_nth_scene(3).await
}

pub mod in_one {
    use super::*;
    use crate::engine::ONE;
    use crate::tests;

    tests![in ONE;
        two_actors_without_a_map,
        six_actors_with_long_names,
    ];

    async fn two_actors_without_a_map(story: Story) -> Done {
        assert_page_works(&story, "two-", 2).await
    }

    async fn six_actors_with_long_names(story: Story) -> Done {
        assert_page_works(&story, "six-", 6).await
    }
}

pub mod everywhere {
    use super::*;
    use crate::tests;

    tests![from_right_to_left];

    async fn from_right_to_left(story: Story) -> Done {
        assert_page_works(&story, "rtl-", 2).await
    }
}
