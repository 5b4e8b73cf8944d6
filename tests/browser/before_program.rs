//! No tap is lost: what a reader presses before the program is there is answered at once, or done as
//! soon as it wakes.

use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    a_key_answers_before_the_program_is_there,
    another_tap_is_performed_when_the_program_wakes,
    a_link_keeps_its_views,
    a_reader_who_has_scrolled_on_is_found_there,
];

async fn a_key_answers_before_the_program_is_there(story: Story) -> Done {
    let page = Page::open_held(&story, "").await?;
    page.press_key_in_the_opening(2).await?;
    assert_eq!(page.seen_as().await?, "2", "answered at once");
    page.press_key_in_the_opening(4).await?;
    page.press_key_in_the_opening(2).await?;
    page.press_key_in_the_opening(1).await?;
    assert_eq!(page.seen_as().await?, "1 4", "each of them");
    page.assert_not_ready().await?;
    page.let_wake().await?;
    assert_eq!(page.seen_as().await?, "1 4", "it survives the waking");
    page.go_to_scene("ministers").await?;
    assert_eq!(page.cards().await?, ["1", "4"]);
    assert!(page.is_key_pressed(1).await? && !page.is_key_pressed(2).await?);
    page.press_key(4).await?;
    page.wait_seen_as("1").await
}

async fn another_tap_is_performed_when_the_program_wakes(story: Story) -> Done {
    let page = Page::open_held(&story, "").await?;
    page.show_the_story().await?;
    page.next_scene().await?;
    page.assert_not_ready().await?;
    page.let_wake().await?;
    page.wait_for_scene("photographs").await
}

async fn a_link_keeps_its_views(story: Story) -> Done {
    let page = Page::open_held(&story, "scene=zone&p=cn").await?;
    page.let_wake().await?;
    page.wait_seen_as("3").await?;
    page.wait_for_scene("zone").await?;
    // What has been tapped counts on top of the link.
    let page = Page::open_held(&story, "scene=zone&p=cn").await?;
    page.press_key_in_the_opening(1).await?;
    page.let_wake().await?;
    page.wait_seen_as("1 3").await
}

async fn a_reader_who_has_scrolled_on_is_found_there(story: Story) -> Done {
    let page = Page::open_held(&story, "").await?;
    page.scroll_to_scene("icebreaker").await?;
    page.let_wake().await?;
    page.wait_for_scene("icebreaker").await?;
    page.assert_stays_there().await
}
