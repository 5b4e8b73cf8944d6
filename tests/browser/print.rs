//! On paper: the story with all its cards, on a bearable number of sheets.

use crate::engine::ONE;
use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ONE; the_story_prints_whole_on_few_pages];

async fn the_story_prints_whole_on_few_pages(story: Story) -> Done {
    const MOST: usize = 16;
    // As it is when a reader has one view on, in the middle of the story.
    let page = Page::open(&story, "scene=zone&p=jp").await?;
    page.wait_for_scene("zone").await?;
    let hidden = page.hidden_on_paper().await?;
    assert!(hidden.is_empty(), "not printed: {hidden:?}");
    let pages = page.printed_pages_of_the_story().await?;
    assert!(
        (2..=MOST).contains(&pages),
        "the story prints on {pages} pages, at most {MOST} are wanted"
    );
    Ok(())
}
