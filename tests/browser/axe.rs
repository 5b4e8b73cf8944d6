//! axe-core in each state of the new page, light and dark, on a desk and on a phone.

use crate::engine::ONE;
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ONE;
    the_opening,
    a_scene_on_nobodys_side,
    a_scene_with_two_cards,
    with_the_drawer_open,
];

async fn assert_accessible(story: &Story, choice: &str, record_of: Option<&str>) -> Done {
    let mut found = Vec::new();
    for size in [DESK, PHONE] {
        let page = Page::open_on(story, size, choice).await?;
        if let Some(scene) = record_of {
            page.bring_record_link_into_sight(scene).await?;
            page.open_record_of(scene).await?;
            page.wait_drawer(true).await?;
        }
        // What has no place yet would seem to lie under others.
        page.lay_out_far_parts().await?;
        page.load_axe().await?;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await?;
            let violations = page.violations().await?.into_iter();
            found.extend(violations.map(|v| format!("{} px, {theme}: {v}", size.0)));
        }
    }
    let all = found.len();
    found.truncate(20);
    assert!(
        found.is_empty(),
        "{all} violations:\n  {}",
        found.join("\n  ")
    );
    Ok(())
}

async fn the_opening(story: Story) -> Done {
    assert_accessible(&story, "", None).await
}

async fn a_scene_on_nobodys_side(story: Story) -> Done {
    assert_accessible(&story, "scene=warships", None).await
}

async fn a_scene_with_two_cards(story: Story) -> Done {
    assert_accessible(&story, "scene=warships&p=jp,ru", None).await
}

async fn with_the_drawer_open(story: Story) -> Done {
    assert_accessible(&story, "scene=warships&p=jp", Some("warships")).await
}
