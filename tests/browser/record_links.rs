//! Links to a place in the record from elsewhere: they land there and stay, also when the program wakes
//! afterwards and what is on the way gets its height late.

use crate::engine::{ALL, Engine};
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    a_cold_link_lands_where_it_leads,
    a_link_stays_where_it_leads_when_the_program_comes_late,
    a_reload_does_not_lead_back,
    a_link_in_the_contents_lands_where_it_leads,
];

/// Early and late in the record, great and small.
const PLACES: [&str; 5] = [
    "e-missile-tests",
    "src-4-8",
    "record-crimea",
    "sources",
    "map-how",
];

async fn a_cold_link_lands_where_it_leads(story: Story) -> Done {
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[DESK, PHONE],
        Engine::Firefox | Engine::WebKit => &[DESK],
    };
    for size in sizes {
        for place in PLACES {
            let page = Page::open_on(&story, *size, place).await?;
            page.wait_landed(place).await?;
            page.assert_stays_landed(place).await?;
        }
    }
    Ok(())
}

async fn a_link_stays_where_it_leads_when_the_program_comes_late(story: Story) -> Done {
    let page = Page::open_held(&story, "e-missile-tests").await?;
    page.let_wake().await?;
    page.wait_landed("e-missile-tests").await?;
    page.assert_stays_landed("e-missile-tests").await?;
    // Who has moved on meanwhile stays where he is.
    let page = Page::open_held(&story, "e-missile-tests").await?;
    page.scroll_like_a_reader(-1500).await?;
    let before = page.top_of_part("e-missile-tests").await?;
    page.let_wake().await?;
    page.settle().await?;
    let now = page.top_of_part("e-missile-tests").await?;
    assert!(now > 300.0, "led back: {before} before, {now} now");
    Ok(())
}

async fn a_reload_does_not_lead_back(story: Story) -> Done {
    // There the engine itself goes to the place again.
    if story.engine == Engine::Firefox {
        return Ok(());
    }
    let page = Page::open(&story, "sources").await?;
    page.wait_landed("sources").await?;
    page.scroll_by(-700).await?;
    page.reload().await?;
    page.settle().await?;
    // Where exactly the engine puts the reader is its own affair, since heights far away are guesses; a
    // landing of ours would be within the part's margin.
    let top = page.top_of_part("sources").await?;
    assert!(top.abs() > 40.0, "led back to {top}");
    Ok(())
}

async fn a_link_in_the_contents_lands_where_it_leads(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone&p=jp").await?;
    for part in ["sources", "positions", "compare", "glossary"] {
        page.follow_contents(part).await?;
        page.wait_landed(part).await?;
        page.assert_stays_landed(part).await?;
        assert!(!page.is_drawer_open().await?, "{part} is scrolled to");
    }
    page.wait_seen_as("1").await?;
    // Without the program too.
    let page = Page::open_at(&story, Host::Scriptless, "e-missile-tests").await?;
    page.wait_landed("e-missile-tests").await
}
