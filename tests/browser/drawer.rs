//! The drawer: a part of the record beside the text, without leaving the place in it.

use thirtyfour::Key;

use crate::engine::{ALL, Engine};
use crate::page::{PHONE, Page};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    it_shows_a_copy_and_gives_the_reader_back_to_the_text,
    without_the_program_the_same_link_leads_to_the_record,
];

async fn it_shows_a_copy_and_gives_the_reader_back_to_the_text(story: Story) -> Done {
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[super::page::DESK, PHONE],
        Engine::Firefox | Engine::WebKit => &[super::page::DESK],
    };
    for size in sizes {
        let page = Page::open_on(&story, *size, "scene=warships&p=ru").await?;
        page.wait_for_scene("warships").await?;
        page.bring_record_link_into_sight("warships").await?;
        let place = page.scroll_place().await?;
        assert!(!page.is_drawer_open().await?);
        page.open_record_of("warships").await?;
        page.wait_drawer(true).await?;
        assert_eq!(
            page.text_in_drawer().await?,
            page.record_of("warships").await?,
            "a copy of the record"
        );
        let doubled = page.doubled_ids().await?;
        assert!(doubled.is_empty(), "ids twice in the page: {doubled:?}");
        page.press(Key::Escape).await?;
        page.wait_drawer(false).await?;
        assert!(
            page.is_focus_on_record_link("warships").await?,
            "the focus is back where it was"
        );
        let now = page.scroll_place().await?;
        assert!((now - place).abs() < 1.0, "the page moved: {place}, {now}");
        // And it opens again.
        page.open_record_of("warships").await?;
        page.wait_drawer(true).await?;
        page.press(Key::Escape).await?;
        page.wait_drawer(false).await?;
    }
    Ok(())
}

async fn without_the_program_the_same_link_leads_to_the_record(story: Story) -> Done {
    let page = Page::open_at(&story, Host::Scriptless, "").await?;
    page.bring_record_link_into_sight("warships").await?;
    page.open_record_of("warships").await?;
    page.wait_value("where the link leads", "location.hash", "#record-warships")
        .await?;
    page.wait_for_record_in_sight("warships").await
}
