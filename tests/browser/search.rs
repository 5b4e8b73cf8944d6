//! Search: finds what the page says, in any script, marks it, and leads there.

use fixtures::index;
use thirtyfour::Key;

use crate::engine::{ALL, Engine, ONE};
use crate::page::{PHONE, Page};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

pub mod everywhere {
    use super::*;

    tests![in ALL;
        a_word_is_found_marked_and_leads_to_its_place,
        words_of_any_script_are_found_and_marked_to_the_letter,
    ];

    async fn a_word_is_found_marked_and_leads_to_its_place(story: Story) -> Done {
        let page = Page::open(&story, "scene=zone&p=jp").await?;
        page.wait_for_scene("zone").await?;
        let place = page.scroll_place().await?;
        page.open_search().await?;
        page.search_for("snow dragon").await?;
        page.wait_found("scene-icebreaker").await?;
        for (to, marks) in page.found().await? {
            assert_eq!(marks, ["Snow", "Dragon"], "{to}");
        }
        let says = page.search_says().await?;
        let found = page.found().await?.len().to_string();
        assert!(says.contains(&found), "{says}");
        // The record opens beside the text, and gives the reader back to it.
        let (event, _) = page.found().await?.swap_remove(1);
        page.follow_found(&event).await?;
        page.wait_search(false).await?;
        page.wait_drawer(true).await?;
        assert!(page.shown_in_drawer().await?.1.contains("Snow Dragon"));
        page.press(Key::Escape).await?;
        page.wait_drawer(false).await?;
        let now = page.scroll_place().await?;
        assert!((now - place).abs() < 1.0, "the page moved: {place}, {now}");
        // Enter leads to the first.
        page.open_search().await?;
        page.press(Key::Enter).await?;
        page.wait_search(false).await?;
        page.wait_for_scene("icebreaker").await?;
        page.wait_focus_on_title_of("icebreaker").await?;
        page.assert_stays_there().await?;
        assert_eq!(page.choice_in_address().await?, "scene=icebreaker&p=jp");
        // Left again, it gives back place and focus, and asks for nothing by a single key.
        page.open_search().await?;
        page.press(Key::Escape).await?;
        page.wait_search(false).await?;
        if story.engine != Engine::WebKit {
            assert!(page.is_focus_on_search().await?, "the focus is back");
        }
        page.press(Key::Divide).await?;
        page.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))")
            .await?;
        page.wait_search(false).await
    }

    async fn words_of_any_script_are_found_and_marked_to_the_letter(story: Story) -> Done {
        let page = Page::open(&story, "").await?;
        page.rewrite_first_paragraph(
            "日本は北方領土を求める。 στην Αθήνα · старий Їжак і ґанок · Lange Straße · cafe\u{301} · ΟΔΟΣ",
        )
        .await?;
        page.open_search().await?;
        for (query, mark) in [
            ("北方領土", "北方領土"),
            ("ΑΘΗΝΑ", "Αθήνα"),
            ("їжак", "Їжак"),
            ("Ґ", "ґ"),
            ("strasse", "Straße"),
            ("café", "cafe\u{301}"),
            ("οδός", "ΟΔΟΣ"),
        ] {
            page.search_for(query).await?;
            let (_, marks) = page.found().await?.swap_remove(0);
            assert_eq!(marks, [mark], "{query}");
        }
        Ok(())
    }
}

pub mod in_one {
    use super::*;

    tests![in ONE;
        all_that_the_page_tells_is_found,
        what_was_published_later_is_not_found,
        it_fits_a_phone,
    ];

    async fn all_that_the_page_tells_is_found(story: Story) -> Done {
        let page = Page::open(&story, "p=jp").await?;
        page.open_search().await?;
        for (query, wanted) in [
            // Names count in every actor's form.
            ("iturup", "e-"),
            ("etorofu", "e-"),
            ("diaoyu", "scene-"),
            ("photographs disputed", "scene-photographs"),
            ("sailed", "e-"),
            ("lavrov foreign minister", "who-"),
            ("finlandization", "term-"),
            ("gang of two", "src-"),
        ] {
            page.search_for(query).await?;
            let found = page.found().await?;
            assert!(
                found.iter().any(|(to, _)| to.starts_with(wanted)),
                "{query}: {found:?}"
            );
            assert!(
                found.iter().all(|(_, marks)| !marks.is_empty()),
                "{query}: {found:?}"
            );
        }
        page.search_for("zzzz").await?;
        assert!(page.found().await?.is_empty());
        assert_eq!(
            page.search_says().await?,
            sightlines::story::labels::search_none()
        );
        Ok(())
    }

    async fn what_was_published_later_is_not_found(story: Story) -> Done {
        let mut counts = Vec::new();
        for choice in ["", "asof=2013-12-31"] {
            let page = Page::open(&story, choice).await?;
            page.open_search().await?;
            page.search_for("crimea").await?;
            counts.push(page.found().await?.len());
        }
        assert!(index().editions.len() > 1 && counts[0] > 0, "{counts:?}");
        assert_eq!(counts[1], 0, "nobody could have written of it");
        Ok(())
    }

    async fn it_fits_a_phone(story: Story) -> Done {
        let page = Page::open_on(&story, PHONE, "").await?;
        page.open_search().await?;
        page.search_for("sea of okhotsk").await?;
        let wide = page.too_wide_in_dialog().await?;
        assert!(wide.is_empty(), "wider than the view: {wide:#?}");
        Ok(())
    }
}
