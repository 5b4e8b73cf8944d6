//! Our own interface: see `docs/embedding.md`.

use serde_json::{Value, json};

use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::runner::Done;
use crate::story::Story;

pub async fn a_host_sets_what_is_shown_and_is_told_what_happens(story: Story) -> Done {
    let setup = Setup {
        sandbox: Sandbox::Scripts,
        obeys: true,
        site: "?layout=auto&step=warships",
        ..Setup::of(Kind::Own)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_fits("at first").await?;
    // Who has not greeted is told the height and nothing else.
    let before: Vec<Value> = host
        .outside("heard.filter(h => h.type !== 'height')")
        .await?;
    assert!(before.is_empty(), "{before:?}");
    host.send("{ sightlines: 1, type: 'hello' }").await?;
    host.wait_outside("the choice is told", "heard.some(h => h.type === 'choice')")
        .await?;
    let version: String = host
        .inside("document.querySelector('.foot code').textContent")
        .await?;
    assert_eq!(
        host.heard("ready").await?,
        [json!({ "sightlines": 1, "type": "ready", "version": version, "layout": "auto" })]
    );
    let step = &host.heard("step").await?[0];
    assert_eq!(step["step"], "warships");
    let steps: u64 = host
        .inside("document.querySelectorAll('.step').length")
        .await?;
    assert_eq!(step["of"], steps);
    let choice = host.heard("choice").await?[0]["choice"].clone();
    assert!(
        choice.as_str().is_some_and(|c| c.contains("step=warships")),
        "{choice}"
    );

    // What is set changes, and the rest stays.
    let entries: u64 = host.inside("history.length").await?;
    host.send("{ sightlines: 1, type: 'set', choice: 'p=jp,ru', theme: 'dark' }")
        .await?;
    host.enter().await?;
    story
        .wait_value(
            "the perspective",
            "document.documentElement.dataset.p",
            "1 2",
        )
        .await?;
    story
        .wait_value(
            "the theme",
            "document.documentElement.dataset.theme",
            "dark",
        )
        .await?;
    assert_eq!(story.active_step().await?.as_deref(), Some("warships"));
    host.send("{ sightlines: 1, type: 'set', choice: 't=2014-03-01', theme: 'system' }")
        .await?;
    host.wait_inside(
        "the moment is in 2014",
        "/2014/.test(document.querySelector('.now').textContent)",
    )
    .await?;
    host.wait_inside(
        "the theme is the system's",
        "!document.documentElement.dataset.theme",
    )
    .await?;
    assert_eq!(story.root("data-p").await?.as_deref(), Some("1 2"));
    host.wait_outside(
        "the choice is told again",
        "heard.some(h => h.type === 'choice' && /p=jp,ru/.test(h.choice))",
    )
    .await?;

    // What the reader does.
    host.enter().await?;
    story
        .run("document.querySelector('.pager [data-do=page-forward]').click()")
        .await?;
    host.wait_outside(
        "the next step is told",
        "heard.filter(h => h.type === 'step').pop().step !== 'warships'",
    )
    .await?;
    host.enter().await?;
    story
        .run(
            "const link = document.querySelector('a.whole');\
             addEventListener('click', e => e.preventDefault());\
             link.click()",
        )
        .await?;
    host.wait_outside("the link is told", "heard.some(h => h.type === 'link')")
        .await?;
    let href = host.heard("link").await?[0]["href"].clone();
    assert!(
        href.as_str()
            .is_some_and(|h| h.starts_with("http") && h.contains("p=jp,ru")),
        "{href}"
    );
    // Nothing of it went into the history of the host's page.
    assert_eq!(host.inside::<u64>("history.length").await?, entries);
    host.end().await
}
