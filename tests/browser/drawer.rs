//! The drawer: a part of the record beside the text, without leaving the place in it.

use thirtyfour::Key;

use crate::engine::{ALL, Engine};
use crate::page::{DESK, PHONE, Page, compare::In};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    it_shows_a_copy_and_gives_the_reader_back_to_the_text,
    its_links_lead_on_within_it_and_back,
    a_cite_shows_its_source_and_the_paragraph,
    without_the_program_the_same_link_leads_to_the_record,
];

async fn it_shows_a_copy_and_gives_the_reader_back_to_the_text(story: Story) -> Done {
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[DESK, PHONE],
        Engine::Firefox | Engine::WebKit => &[DESK],
    };
    for size in sizes {
        let page = Page::open_on(&story, *size, "scene=warships&p=ru").await?;
        page.wait_for_scene("warships").await?;
        page.bring_record_link_into_sight("warships").await?;
        let place = page.scroll_place().await?;
        assert!(!page.is_drawer_open().await?);
        page.open_record_of("warships").await?;
        page.wait_drawer(true).await?;
        let (title, text) = page.shown_in_drawer().await?;
        assert_eq!(
            (title, text),
            page.record_of("warships").await?,
            "a copy of the record, under its own title"
        );
        let doubled = page.doubled_ids().await?;
        assert!(doubled.is_empty(), "ids twice in the page: {doubled:?}");
        let beyond = page.width_beyond_drawer().await?;
        assert!(beyond <= 0.0, "{beyond} px too wide");
        page.press(Key::Escape).await?;
        page.wait_drawer(false).await?;
        assert!(
            page.is_focus_on_record_link("warships").await?,
            "the focus is back where it was"
        );
        let now = page.scroll_place().await?;
        assert!((now - place).abs() <= 1.0, "the page moved: {place}, {now}");
        // And it opens again, by key, and is closed by its button.
        page.press(Key::Enter).await?;
        page.wait_drawer(true).await?;
        page.close_drawer().await?;
        page.wait_drawer(false).await?;
        assert!(page.is_focus_on_record_link("warships").await?);
    }
    Ok(())
}

async fn its_links_lead_on_within_it_and_back(story: Story) -> Done {
    let page = Page::open(&story, "scene=warships&p=ru,jp").await?;
    page.wait_for_scene("warships").await?;
    page.bring_record_link_into_sight("warships").await?;
    let place = page.scroll_place().await?;
    page.open_record_of("warships").await?;
    page.wait_drawer(true).await?;
    assert!(!page.can_go_back_in_drawer().await?);
    let (title, _) = page.shown_in_drawer().await?;
    // To the comparison of an event, to that event, to a source of it.
    page.compare_from_drawer("warships-2013").await?;
    page.wait_compared(In::Drawer, "warships-2013").await?;
    page.wait_columns(In::Drawer, &["1", "2"]).await?;
    page.follow_in_drawer("#e-warships-2013").await?;
    page.wait_title_in_drawer_of_event("warships-2013").await?;
    page.follow_cite_in_drawer().await?;
    page.wait_asked_piece_in_sight().await?;
    // And all the way back.
    page.go_back_in_drawer().await?;
    page.wait_title_in_drawer_of_event("warships-2013").await?;
    page.go_back_in_drawer().await?;
    page.wait_compared(In::Drawer, "warships-2013").await?;
    page.go_back_in_drawer().await?;
    page.wait_title_in_drawer(&title).await?;
    assert!(!page.can_go_back_in_drawer().await?);
    page.close_drawer().await?;
    page.wait_drawer(false).await?;
    assert!(page.is_focus_on_record_link("warships").await?);
    let now = page.scroll_place().await?;
    assert!((now - place).abs() <= 1.0, "the page moved: {place}, {now}");
    // A way into the story closes it.
    page.open_record_of("warships").await?;
    page.wait_drawer(true).await?;
    page.follow_in_drawer("#scene-warships").await?;
    page.wait_drawer(false).await?;
    page.wait_for_beat(Some(crate::page::scene("warships").first))
        .await?;
    page.assert_stays_there().await?;
    let address = page.choice_in_address().await?;
    assert!(address.contains("p=jp,ru"), "{address}");
    Ok(())
}

async fn a_cite_shows_its_source_and_the_paragraph(story: Story) -> Done {
    let page = Page::open(&story, "scene=crimea").await?;
    page.wait_for_scene("crimea").await?;
    let key = page.follow_cite_of_scene("crimea").await?;
    page.wait_drawer(true).await?;
    page.wait_asked_piece_in_sight().await?;
    let number = key.split('-').next().unwrap_or_default().to_owned();
    let title = page.title_of_source(&number).await?;
    page.wait_title_in_drawer(&title).await?;
    page.press(Key::Escape).await?;
    page.wait_drawer(false).await?;
    assert!(page.is_focus_on_cite_of_scene("crimea").await?);
    page.wait_for_scene("crimea").await
}

async fn without_the_program_the_same_link_leads_to_the_record(story: Story) -> Done {
    let page = Page::open_at(&story, Host::Scriptless, "").await?;
    page.bring_record_link_into_sight("warships").await?;
    page.open_record_of("warships").await?;
    page.wait_value("where the link leads", "location.hash", "#record-warships")
        .await?;
    page.wait_for_record_in_sight("warships").await
}
