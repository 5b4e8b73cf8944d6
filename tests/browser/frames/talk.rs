//! Our own interface: see `docs/embedding.md`.

use serde_json::{Value, json};

use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![a_host_sets_what_is_shown_and_is_told_what_happens];

async fn a_host_sets_what_is_shown_and_is_told_what_happens(story: Story) -> Done {
    let setup = Setup {
        sandbox: Sandbox::Scripts,
        obeys: true,
        site: "?layout=auto&scene=warships",
        ..Setup::of(Kind::Own)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_fits().await?;
    // Who has not greeted is told the height and nothing else.
    let before: Vec<Value> = host
        .outside("heard.filter(h => h.type !== 'height')")
        .await?;
    assert!(before.is_empty(), "{before:?}");
    host.send("{ sightlines: 1, type: 'hello' }").await?;
    host.wait_outside("the choice is told", "heard.some(h => h.type === 'choice')")
        .await?;
    let version = fixtures::text().meta.version;
    assert_eq!(
        host.heard("ready").await?,
        [json!({ "sightlines": 1, "type": "ready", "version": version, "layout": "auto" })]
    );
    let scenes = &fixtures::index().scenes;
    let n = scenes.iter().position(|scene| scene.id == "warships");
    let n = n.expect("the story has it") + 1;
    for kind in ["scene", "step"] {
        let told = host.heard(kind).await?;
        let wanted =
            json!({ "sightlines": 1, "type": kind, kind: "warships", "n": n, "of": scenes.len() });
        assert_eq!(told, [wanted]);
    }
    assert_eq!(host.heard("choice").await?[0]["choice"], "scene=warships");

    // What is set changes, and the rest stays.
    let entries: u64 = host.page().await?.ask("history.length").await?;
    host.send("{ sightlines: 1, type: 'set', choice: 'p=jp,ru', theme: 'dark' }")
        .await?;
    let page = host.page().await?;
    page.wait_seen_as("1 2").await?;
    page.wait_for_scene("warships").await?;
    assert_eq!(page.theme().await?.as_deref(), Some("dark"));
    host.send("{ sightlines: 1, type: 'set', choice: 'scene=zone', theme: 'system' }")
        .await?;
    let page = host.page().await?;
    page.wait_for_scene("zone").await?;
    assert_eq!(page.theme().await?, None, "the theme is the system's");
    assert_eq!(page.seen_as().await?, "1 2");
    host.wait_outside(
        "the choice is told again",
        "heard.some(h => h.type === 'choice' && h.choice === 'scene=zone&p=jp,ru')",
    )
    .await?;

    // What the reader does.
    host.page().await?.step_scene(true).await?;
    host.wait_outside(
        "the next scene is told",
        "heard.filter(h => h.type === 'scene').pop().scene !== 'zone'",
    )
    .await?;
    let page = host.page().await?;
    page.run("window.open = () => ({})").await?;
    page.follow_way_to_full_page().await?;
    host.wait_outside("the link is told", "heard.some(h => h.type === 'link')")
        .await?;
    let href = host.heard("link").await?[0]["href"].clone();
    assert!(
        href.as_str()
            .is_some_and(|h| h.starts_with("http") && h.contains("p=jp,ru")),
        "{href}"
    );
    // Nothing of it went into the history of the host's page.
    let page = host.page().await?;
    assert_eq!(page.ask::<u64>("history.length").await?, entries);
    host.end().await
}
