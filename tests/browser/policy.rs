//! The strict content security policy: every test of the suite is served it, and a violation fails
//! the test. Here, that this is so.

use crate::engine::Engine;
use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![what_the_policy_forbids_does_not_run_and_is_noticed];

async fn what_the_policy_forbids_does_not_run_and_is_noticed(story: Story) -> Done {
    Page::open(&story, "").await?;
    story
        .run(
            "const script = document.createElement('script');\
             script.textContent = 'window.ran = true';\
             document.head.append(script);\
             document.body.setAttribute('style', 'color: red');\
             const style = document.createElement('style');\
             style.textContent = 'body { color: red }';\
             document.head.append(style);\
             fetch('http://localhost:1/').catch(() => {});",
        )
        .await?;
    let noticed = "window.__seen.filter(s => s.startsWith('against the policy')).length";
    story
        .wait_value("what is against the policy", noticed, 4)
        .await?;
    let state: (bool, bool) = story
        .ask("[!!window.ran, getComputedStyle(document.body).color === 'rgb(255, 0, 0)']")
        .await?;
    assert_eq!(state, (false, false), "it had an effect");
    // What was done on purpose is no trouble.
    story.run("window.__seen.length = 0").await?;
    if story.engine == Engine::Chromium {
        story.driver().browser_log().await?;
    }
    Ok(())
}
