//! Turning a phone, resizing a window: the passage stays.

use fixtures::index;

use crate::engine::{Engine, ONE};
use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

pub mod everywhere {
    use super::*;
    tests![the_passage_stays_when_the_view_changes];
}

pub mod in_one {
    use super::*;
    tests![in ONE;
        half_of_a_low_view_is_text,
        nothing_that_has_the_focus_is_covered,
        bars_grow_with_large_letters,
        long_words_stay_within_the_view,
    ];
}

async fn the_passage_stays_when_the_view_changes(story: Story) -> Done {
    let beats = match story.engine {
        Engine::Chromium => vec![3, 11, 20],
        Engine::Firefox | Engine::WebKit => vec![11],
    };
    for sizes in [
        &[(390, 844), (844, 390), (390, 844)][..],
        &[(820, 1180), (1280, 800), (820, 1180)],
    ] {
        let page = Page::open_in_frame(&story, sizes[0], "").await?;
        for beat in &beats {
            assert!(usize::from(*beat) < index().beats.len());
            page.turn_frame(sizes[0]).await?;
            page.go_to_beat(*beat).await?;
            page.scroll_by(40).await?;
            page.assert_stays_there().await?;
            page.mark_words_at_the_line().await?;
            for size in &sizes[1..] {
                page.turn_frame(*size).await?;
                page.assert_stays_there().await?;
                let off = page.off_the_line().await?;
                assert!(off <= 0.5, "beat {beat} at {size:?}: {off:.2} views off");
            }
        }
    }
    Ok(())
}

const LOW: [(u32, u32); 4] = [(320, 256), (640, 320), (844, 390), (360, 400)];

async fn half_of_a_low_view_is_text(story: Story) -> Done {
    for size in LOW {
        let page = Page::open_on(&story, size, "").await?;
        page.go_to_beat(10).await?;
        let share = page.text_share().await?;
        assert!(share >= 50.0, "{size:?}: {share:.0} % is text");
        let beyond = page.width_beyond_view().await?;
        assert!(beyond <= 0.0, "{size:?}: {beyond} px too wide");
    }
    Ok(())
}

async fn nothing_that_has_the_focus_is_covered(story: Story) -> Done {
    for size in [(320, 256), (360, 400), (844, 390), (390, 844), (1280, 800)] {
        let page = Page::open_on(&story, size, "scene=warships&p=jp,ru").await?;
        page.wait_for_scene("warships").await?;
        page.focus_first_link_of("warships").await?;
        for _ in 0..16 {
            page.press(thirtyfour::Key::Tab).await?;
            page.settle().await?;
            assert!(
                !page.is_focus_covered().await?,
                "{size:?}: something lies over {}",
                page.focus_on().await?
            );
        }
    }
    Ok(())
}

async fn bars_grow_with_large_letters(story: Story) -> Done {
    let mut trouble = Vec::new();
    for (size, px) in [
        ((1280, 800), 24),
        ((1280, 800), 32),
        ((820, 1180), 32),
        ((390, 844), 24),
    ] {
        Page::set_letters(&story, px).await?;
        let page = Page::open_on(&story, size, "").await?;
        page.scroll_to_scene("warships").await?;
        let found = page.trouble_with_bars().await?.into_iter();
        trouble.extend(found.map(|t| format!("{size:?}, letters of {px} px: {t}")));
        if page.width_beyond_view().await? > 0.0 {
            trouble.push(format!("{size:?}, letters of {px} px: too wide"));
        }
    }
    Page::set_letters(&story, 16).await?;
    assert_eq!(trouble, [""; 0]);
    Ok(())
}

async fn long_words_stay_within_the_view(story: Story) -> Done {
    let page = Page::open_on(&story, crate::story::NARROW, "scene=warships&p=jp").await?;
    page.put_in_long_words().await?;
    page.lay_out_far_parts().await?;
    assert_eq!(page.long_words_that_stick_out().await?, [""; 0]);
    Ok(())
}
