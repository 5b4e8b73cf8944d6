//! The masthead: at hand beside the text, with a menu of the scenes that works as plain links too.

use fixtures::index;
use thirtyfour::Key;

use crate::engine::{ALL, ONE};
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;
use crate::tests;

pub mod everywhere {
    use super::*;

    tests![in ALL;
        the_menu_leads_to_a_scene_and_closes,
        without_the_program_its_links_lead_to_the_scenes,
    ];

    async fn the_menu_leads_to_a_scene_and_closes(story: Story) -> Done {
        let page = Page::open(&story, "scene=warships&p=jp").await?;
        page.wait_for_scene("warships").await?;
        page.open_menu().await?;
        let all: Vec<_> = index()
            .scenes
            .iter()
            .map(|s| (s.id.to_owned(), true))
            .collect();
        assert_eq!(
            page.scenes_in_menu().await?,
            all,
            "each with date and title"
        );
        page.follow_in_menu("crimea").await?;
        page.wait_menu(false).await?;
        page.wait_for_scene("crimea").await?;
        page.wait_focus_on_title_of("crimea").await?;
        page.assert_stays_there().await?;
        assert_eq!(page.choice_in_address().await?, "scene=crimea&p=jp");
        page.driver().back().await?;
        page.wait_for_scene("warships").await?;
        // By keyboard, and left again.
        page.open_menu().await?;
        page.press(Key::Escape).await?;
        page.wait_menu(false).await?;
        assert!(page.is_focus_on_menu().await?, "the focus is back");
        page.open_menu().await?;
        page.tap_outside().await?;
        page.wait_menu(false).await?;
        page.open_menu().await?;
        page.follow_in_menu_by_keyboard("zone").await?;
        page.wait_for_scene("zone").await
    }

    async fn without_the_program_its_links_lead_to_the_scenes(story: Story) -> Done {
        let page = Page::open_at(&story, Host::Scriptless, "").await?;
        assert!(!page.is_search_offered().await?, "it would do nothing");
        page.open_menu().await?;
        page.follow_in_menu("crimea").await?;
        page.wait_value("where the link leads", "location.hash", "#scene-crimea")
            .await
    }
}

pub mod in_one {
    use super::*;

    tests![in ONE;
        it_is_at_hand_at_every_scene_on_a_desk,
        what_it_opens_is_accessible,
    ];

    async fn it_is_at_hand_at_every_scene_on_a_desk(story: Story) -> Done {
        let page = Page::open_on(&story, PHONE, "").await?;
        assert!(page.is_masthead_at_hand().await?, "on a phone, at the top");
        let page = Page::open_on(&story, DESK, "").await?;
        assert!(page.is_masthead_at_hand().await?, "in the opening");
        for scene in index().scenes {
            page.go_to_scene(scene.id).await?;
            assert!(page.is_masthead_at_hand().await?, "{}", scene.id);
        }
        Ok(())
    }

    async fn what_it_opens_is_accessible(story: Story) -> Done {
        let mut found = Vec::new();
        // Each state on a desk and on a phone, one of them light and one dark.
        for (size, theme) in [(DESK, "light"), (PHONE, "dark")] {
            for what in ["menu", "search", "share", "notice", "steps", "article"] {
                let choice = match what {
                    "notice" => "scene=nowhere&p=jp",
                    "steps" => "scene=warships&mode=steps&p=jp",
                    "article" => "scene=warships&mode=article",
                    _ => "",
                };
                let page = Page::open_on(&story, size, choice).await?;
                match what {
                    "menu" => page.open_menu().await?,
                    "share" => page.open_share().await?,
                    "search" => {
                        page.open_search().await?;
                        page.search_for("warships").await?;
                    }
                    _ => {}
                }
                page.lay_out_far_parts().await?;
                page.load_axe().await?;
                page.set_theme(theme).await?;
                let violations = page.violations().await?.into_iter();
                found.extend(violations.map(|v| format!("{what}, {} px, {theme}: {v}", size.0)));
            }
        }
        found.truncate(20);
        assert!(found.is_empty(), "violations:\n  {}", found.join("\n  "));
        Ok(())
    }
}
