//! The table of all events: ordered, filtered, and a way into each.

use fixtures::index;
use sightlines::story::model::{Event, Voice};
use thirtyfour::Key;

use crate::engine::ALL;
use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    it_is_ordered_by_date_and_by_theme,
    it_shows_what_is_asked_for_and_says_how_much,
];

fn events(is: impl Fn(&Event) -> bool) -> Vec<u16> {
    let all = (0..).zip(index().events);
    all.filter(|(_, e)| is(e)).map(|(ix, _)| ix).collect()
}

fn count(n: usize) -> String {
    format!("{n} of {} events", index().events.len())
}

async fn it_is_ordered_by_date_and_by_theme(story: Story) -> Done {
    let page = Page::open(&story, "").await?;
    page.bring_table_into_sight().await?;
    let all = events(|_| true);
    assert_eq!(page.rows().await?, all);
    assert_eq!(page.sorted_by().await?, ["date", "ascending"]);
    page.sort_by("date").await?;
    let reversed: Vec<u16> = all.iter().rev().copied().collect();
    page.wait_rows(&reversed).await?;
    assert_eq!(page.sorted_by().await?, ["date", "descending"]);
    let themes = page.themes().await?;
    let mut by_theme = all.clone();
    by_theme.sort_by_key(|e| themes[usize::from(*e)]);
    page.sort_by("theme").await?;
    page.wait_rows(&by_theme).await?;
    assert_eq!(page.sorted_by().await?, ["theme", "ascending"]);
    // A row opens its event beside the table, and closing leads back to the row.
    let first = index().events[usize::from(by_theme[2])].id;
    page.open_row(first).await?;
    page.wait_drawer(true).await?;
    page.wait_title_in_drawer_of_event(first).await?;
    page.press(Key::Escape).await?;
    page.wait_drawer(false).await?;
    assert!(page.is_focus_on_row(first).await?, "back at the row");
    page.wait_rows(&by_theme).await
}

async fn it_shows_what_is_asked_for_and_says_how_much(story: Story) -> Done {
    let page = Page::open(&story, "").await?;
    page.bring_table_into_sight().await?;
    assert_eq!(page.says_of_rows().await?, count(index().events.len()));
    // Whom one hears, and how.
    let heard = |e: &Event| matches!(e.voices[2], Voice::Direct | Voice::Reported);
    page.sift(0, "31").await?;
    page.wait_rows(&events(heard)).await?;
    assert_eq!(page.says_of_rows().await?, count(events(heard).len()));
    page.sift(0, "12").await?;
    let own_words = events(|e| e.voices[0] == Voice::Direct);
    page.wait_rows(&own_words).await?;
    // With a theme that none of them has: nothing, in words, and a way back.
    let themes = page.themes().await?;
    let other = (0..6u8).find(|t| own_words.iter().all(|e| themes[usize::from(*e)] != *t));
    let other = other.expect("a theme on which nobody of them is quoted");
    page.sift(1, &other.to_string()).await?;
    page.wait_rows(&[]).await?;
    let says = page.says_of_rows().await?;
    assert!(
        says.starts_with(&count(0)) && says.len() > count(0).len(),
        "{says}"
    );
    page.show_all_rows().await?;
    page.wait_rows(&events(|_| true)).await?;
    assert_eq!(page.sifted_by().await?, ["", "", ""]);
    // What is marked doubtful.
    let doubtful = page.doubtful_rows().await?;
    page.sift(2, "15").await?;
    page.wait_rows(&doubtful).await?;
    // And what the timeline's period leaves.
    page.follow_link("w=2013..2013").await?;
    let of_year = events(|e| e.anchor.ymd().0 == 2013);
    let left: Vec<u16> = of_year
        .iter()
        .filter(|e| doubtful.contains(e))
        .copied()
        .collect();
    page.wait_rows(&left).await?;
    page.bring_table_into_sight().await?;
    page.show_all_rows().await?;
    page.wait_rows(&events(|_| true)).await?;
    let address = page.choice_in_address().await?;
    assert!(!address.contains("w="), "{address}");
    Ok(())
}
