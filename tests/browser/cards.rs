//! What a press on a key brings is in sight: the actor's card lies whole in the view, without a
//! scroll, on every screen.

use fixtures::index;

use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::story::Story;

/// Scenes of every kind: one with two short cards, one with four, one with silences, the last one.
const SCENES: [&str; 4] = ["photographs", "ministers", "zone", "next-week"];

async fn assert_cards_in_sight(story: &Story, size: (u32, u32)) -> Done {
    let page = Page::open_on(story, size, "").await?;
    let mut troubles = Vec::new();
    for scene in SCENES {
        page.go_to_scene(scene).await?;
        assert_eq!(
            page.cards().await?,
            Vec::<String>::new(),
            "{scene}: nobody is switched on, so no card is shown"
        );
        for slot in 1..=index().main {
            page.press_key(slot).await?;
            let own = slot.to_string();
            page.wait_seen_as(&own).await?;
            assert!(page.is_key_pressed(slot).await?, "{scene}: key {slot}");
            assert_eq!(page.cards().await?, [own], "{scene}: the card of {slot}");
            let trouble = page.trouble_with_card(slot).await?;
            if !trouble.is_empty() {
                troubles.push(format!("{scene}, card of {slot}: {trouble}"));
            }
            page.press_key(slot).await?;
            page.wait_seen_as("").await?;
        }
    }
    assert!(
        troubles.is_empty(),
        "at {} x {}:\n  {}",
        size.0,
        size.1,
        troubles.join("\n  ")
    );
    Ok(())
}

pub mod everywhere {
    use super::*;
    use crate::tests;

    tests![
        a_key_brings_its_card_into_sight_on_a_desk,
        a_key_in_the_opening_counts_for_the_whole_story,
    ];

    async fn a_key_brings_its_card_into_sight_on_a_desk(story: Story) -> Done {
        assert_cards_in_sight(&story, DESK).await
    }

    async fn a_key_in_the_opening_counts_for_the_whole_story(story: Story) -> Done {
        let page = Page::open(&story, "").await?;
        page.press_key_in_the_opening(2).await?;
        page.wait_seen_as("2").await?;
        assert_eq!(
            page.cards().await?,
            ["2"],
            "how the sources as a whole let it be heard"
        );
        assert_eq!(page.trouble_with_card(2).await?, "", "in the opening");
        page.go_to_scene("photographs").await?;
        assert!(page.is_key_pressed(2).await?, "both keys are one");
        assert_eq!(page.cards().await?, ["2"]);
        // The next paragraph has a card of its own.
        let text = page.text_of_card(2).await?;
        page.go_to_beat(1).await?;
        assert_eq!(page.cards().await?, ["2"]);
        assert_ne!(page.text_of_card(2).await?, text, "the card followed");
        Ok(())
    }
}

pub mod in_one {
    use super::*;
    use crate::engine::ONE;
    use crate::tests;

    tests![in ONE;
        a_key_brings_its_card_into_sight_on_a_small_desk,
        a_key_brings_its_card_into_sight_on_a_tablet,
        a_key_brings_its_card_into_sight_on_a_phone,
        a_key_brings_its_card_into_sight_on_the_smallest_phone,
        a_key_brings_its_card_into_sight_on_a_phone_held_sideways,
        two_keys_bring_two_cards_and_all_four_fit_on_a_desk,
    ];

    async fn a_key_brings_its_card_into_sight_on_a_small_desk(story: Story) -> Done {
        assert_cards_in_sight(&story, (1024, 768)).await
    }

    async fn a_key_brings_its_card_into_sight_on_a_tablet(story: Story) -> Done {
        assert_cards_in_sight(&story, (820, 1180)).await
    }

    async fn a_key_brings_its_card_into_sight_on_a_phone(story: Story) -> Done {
        assert_cards_in_sight(&story, PHONE).await
    }

    async fn a_key_brings_its_card_into_sight_on_the_smallest_phone(story: Story) -> Done {
        assert_cards_in_sight(&story, (360, 640)).await
    }

    async fn a_key_brings_its_card_into_sight_on_a_phone_held_sideways(story: Story) -> Done {
        assert_cards_in_sight(&story, (844, 390)).await
    }

    async fn two_keys_bring_two_cards_and_all_four_fit_on_a_desk(story: Story) -> Done {
        let page = Page::open(&story, "").await?;
        page.go_to_scene("ministers").await?;
        let mut on = Vec::new();
        for slot in 1..=index().main {
            page.press_key(slot).await?;
            on.push(slot.to_string());
            page.wait_seen_as(&on.join(" ")).await?;
            assert_eq!(page.cards().await?, on);
            for shown in 1..=slot {
                let trouble = page.trouble_with_card(shown).await?;
                assert!(trouble.is_empty(), "{on:?}, card of {shown}: {trouble}");
            }
        }
        Ok(())
    }
}
