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
    with_the_timeline_s_tools,
];

/// What a reader has opened.
#[derive(Clone, Copy)]
enum Opens {
    Nothing,
    RecordOf(&'static str),
    Tools,
}

async fn assert_accessible(story: &Story, choice: &str, opens: Opens) -> Done {
    let mut found = Vec::new();
    // Each state on a desk and on a phone, one of them light and one dark; the opening in all four.
    let all = [
        (DESK, "light"),
        (PHONE, "dark"),
        (DESK, "dark"),
        (PHONE, "light"),
    ];
    let states = if choice.is_empty() {
        &all[..]
    } else {
        &all[..2]
    };
    for &(size, theme) in states {
        let page = Page::open_on(story, size, choice).await?;
        match opens {
            Opens::Nothing => {}
            Opens::RecordOf(scene) => {
                page.bring_record_link_into_sight(scene).await?;
                page.open_record_of(scene).await?;
                page.wait_drawer(true).await?;
            }
            Opens::Tools => page.unfold_tools().await?,
        }
        // What has no place yet would seem to lie under others.
        page.lay_out_far_parts().await?;
        page.load_axe().await?;
        page.set_theme(theme).await?;
        let violations = page.violations().await?.into_iter();
        found.extend(violations.map(|v| format!("{} px, {theme}: {v}", size.0)));
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
    assert_accessible(&story, "", Opens::Nothing).await
}

async fn a_scene_on_nobodys_side(story: Story) -> Done {
    assert_accessible(&story, "scene=warships", Opens::Nothing).await
}

async fn a_scene_with_two_cards(story: Story) -> Done {
    assert_accessible(&story, "scene=warships&p=jp,ru", Opens::Nothing).await
}

async fn with_the_drawer_open(story: Story) -> Done {
    assert_accessible(&story, "scene=warships&p=jp", Opens::RecordOf("warships")).await
}

async fn with_the_timeline_s_tools(story: Story) -> Done {
    assert_accessible(
        &story,
        "scene=warships&w=2012..2013&asof=2014-03",
        Opens::Tools,
    )
    .await
}
