//! Search in the story.

use thirtyfour::Key;

use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    a_word_is_found_and_leads_to_its_place,
    names_count_in_every_actors_form,
    the_keyboard_alone_suffices,
    nothing_found_is_said,
    a_result_shows_its_passage_one_at_a_time,
];

const OPEN: &str = "document.getElementById('search').open";
const RESULTS: &str = "document.querySelectorAll('#search .found a').length";

async fn ask(story: &Story, words: &str) -> Done {
    story.wait_for("the search is open", OPEN).await?;
    story.find("#search input").await?.clear().await?;
    for sign in words.chars() {
        story
            .find("#search input")
            .await?
            .send_keys(sign.to_string())
            .await?;
    }
    story.settle().await
}

async fn a_word_is_found_and_leads_to_its_place(story: Story) -> Done {
    story.open("p=jp,ru").await?;
    story.click(".nav > [data-do=search]").await?;
    ask(&story, "snow dragon").await?;
    story
        .wait_for("there are results", &format!("{RESULTS} > 0"))
        .await?;
    let first: String = story
        .ask("document.querySelector('#search .found a').getAttribute('href')")
        .await?;
    let marked: Vec<String> = story
        .ask("[...document.querySelectorAll('#search .found li:first-child mark')].map(m => m.textContent)")
        .await?;
    assert_eq!(marked, ["Snow", "Dragon"]);
    story.click("#search .found a").await?;
    story
        .wait_for("the search is closed", &format!("!{OPEN}"))
        .await?;
    let place = format!("document.querySelector({first:?}).getBoundingClientRect()");
    story
        .wait_for(
            "the place is in view",
            &format!("{place}.top > 0 && {place}.top < innerHeight / 2"),
        )
        .await?;
    story
        .wait_for(
            "its title has the focus",
            &format!("document.querySelector({first:?}).contains(document.activeElement)"),
        )
        .await?;
    assert_eq!(
        story.root("data-p").await?.as_deref(),
        Some("1 2"),
        "the perspective stays"
    );
    Ok(())
}

async fn names_count_in_every_actors_form(story: Story) -> Done {
    story.open("p=jp").await?;
    for name in ["iturup", "etorofu", "diaoyu", "southern kurils"] {
        story.click(".nav > [data-do=search]").await?;
        ask(&story, name).await?;
        story
            .wait_for(&format!("{name} is found"), &format!("{RESULTS} > 0"))
            .await?;
        story.press(Key::Escape).await?;
        story
            .wait_for("the search is closed", &format!("!{OPEN}"))
            .await?;
    }
    Ok(())
}

async fn the_keyboard_alone_suffices(story: Story) -> Done {
    story.open("").await?;
    story.press(Key::Divide).await?;
    if !story.becomes(OPEN).await? {
        story
            .run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }))")
            .await?;
    }
    ask(&story, "gas").await?;
    story
        .wait_for("there are results", &format!("{RESULTS} > 1"))
        .await?;
    story.press(Key::Down).await?;
    story.press(Key::Down).await?;
    story
        .wait_for(
            "the second result has the focus",
            "document.activeElement === document.querySelectorAll('#search .found a')[1]",
        )
        .await?;
    story.press(Key::Up).await?;
    story.press(Key::Up).await?;
    story
        .wait_for(
            "the field has the focus again",
            "document.activeElement.matches('#search input')",
        )
        .await?;
    story.press(Key::Enter).await?;
    story
        .wait_for("the search is closed", &format!("!{OPEN}"))
        .await
}

async fn nothing_found_is_said(story: Story) -> Done {
    story.open("").await?;
    story.click(".nav > [data-do=search]").await?;
    ask(&story, "zzzz").await?;
    let said = story.text("#search [role=status]").await?;
    assert!(said.starts_with("Nothing here"), "{said:?}");
    assert_eq!(story.ask::<usize>(RESULTS).await?, 0);
    Ok(())
}

async fn a_result_shows_its_passage_one_at_a_time(story: Story) -> Done {
    story.open("mode=steps&step=warships").await?;
    story.click(".nav > [data-do=search]").await?;
    ask(&story, "air zone").await?;
    story.click("#search .found a").await?;
    story
        .wait_for(
            "another passage is shown",
            "document.querySelector('.step.is-on').id !== 's-warships'",
        )
        .await?;
    story
        .wait_for(
            "the title that has the focus is shown",
            "document.activeElement.matches('[tabindex=\"-1\"]') && document.activeElement.checkVisibility()",
        )
        .await
}
