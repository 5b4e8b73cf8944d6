//! Without the program: the whole story as an article, whatever it is that is missing.

use crate::engine::{ALL, Engine};
use crate::page::{DESK, PHONE, Page};
use crate::runner::Done;
use crate::server::Host;
use crate::story::Story;
use crate::tests;

tests![in ALL;
    without_javascript_the_whole_story_is_there,
    a_wasm_that_is_missing_blocked_or_cut_short_leaves_the_whole_story,
];

async fn without_javascript_the_whole_story_is_there(story: Story) -> Done {
    let sizes: &[(u32, u32)] = match story.engine {
        Engine::Chromium => &[DESK, PHONE],
        Engine::Firefox | Engine::WebKit => &[DESK],
    };
    for size in sizes {
        story.resize(*size).await?;
        let page = Page::open_at(&story, Host::Scriptless, "").await?;
        page.assert_whole_story("without JavaScript").await?;
    }
    Ok(())
}

async fn a_wasm_that_is_missing_blocked_or_cut_short_leaves_the_whole_story(story: Story) -> Done {
    let mut unnoticed = Vec::new();
    for host in Host::FAILING {
        let how = host.folder();
        let page = Page::open_at(&story, host, "").await?;
        if !page.gives_up().await? {
            unnoticed.push(how);
            continue;
        }
        page.assert_whole_story(how).await?;
    }
    assert!(
        unnoticed.is_empty(),
        "the page does not notice, and hides what it tells: {unnoticed:?}"
    );
    Ok(())
}
