//! Only what was published by a day: what is later goes everywhere, and the reader stays where he is.

use fixtures::index;
use sightlines::story::labels;

use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    what_was_published_later_goes_and_the_passage_stays,
    a_scene_without_anything_says_so,
];

async fn what_was_published_later_goes_and_the_passage_stays(story: Story) -> Done {
    for scene in ["favours", "zone"] {
        let page = Page::open(&story, &format!("scene={scene}")).await?;
        page.wait_for_scene(scene).await?;
        page.unfold_tools().await?;
        for edition in [Some(2), Some(1), None] {
            let before = page.passage_top().await?;
            page.only_published_by(edition).await?;
            page.settle().await?;
            let after = page.passage_top().await?;
            assert!(
                (before - after).abs() <= 5.0,
                "{scene}, by {edition:?}: the passage has moved from {before} to {after}"
            );
            page.wait_for_scene(scene).await?;
            if let Some(edition) = edition {
                assert_eq!(page.shown_too_early(edition).await?, [""; 0]);
                assert_eq!(page.empty_scenes().await?, [""; 0]);
            }
        }
        assert_eq!(page.unpublished_scenes().await?, [""; 0]);
        let address = page.choice_in_address().await?;
        assert_eq!(address, format!("scene={scene}"));
    }
    Ok(())
}

async fn a_scene_without_anything_says_so(story: Story) -> Done {
    let page = Page::open(&story, "scene=crimea&asof=2013-12-31").await?;
    let empty = page.unpublished_scenes().await?;
    assert!(!empty.is_empty(), "by 2013 not all was published");
    let there = empty.last().expect("there is one").clone();
    page.go_to_scene(&there).await?;
    page.assert_stays_there().await?;
    assert_eq!(page.moment_in_the_bar().await?, labels::not_published());
    assert_eq!(page.key_status(1).await?, labels::nothing_yet());
    assert_eq!(page.lines_of_sight().await?, 0);
    // The slider stops only at what was known.
    let known = index()
        .events
        .iter()
        .filter(|e| e.published_by <= index().editions[0])
        .count();
    assert_eq!(page.slider_stops().await?, known);
    // Stepping on leads through all scenes, empty or not.
    page.previous_scene().await?;
    let before = index()
        .scenes
        .iter()
        .position(|s| s.id == there)
        .expect("it is one")
        - 1;
    page.wait_for_beat(Some(index().scenes[before].first)).await
}
