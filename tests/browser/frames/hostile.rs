//! Hosts, and others, that mean no good.

use serde_json::json;

use crate::engine::Engine;
use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![strangers_are_not_heard, no_message_breaks_the_page];

/// More than anyone could answer.
const FLOOD: &str = "const to = document.querySelector('iframe').contentWindow;\
     heard.length = 0;\
     for (let i = 0; i < 2500; i++) {\
       to.postMessage({ sightlines: 1, type: 'hello' }, '*');\
       to.postMessage({ sightlines: 1, type: 'set', choice: 'scene=zone' }, '*');\
       to.postMessage({ sightlines: 1, type: 'set', choice: i % 2 ? 'p=jp' : 'p=' }, '*');\
       to.postMessage('[iFrameSizer]resize', '*');\
     }\
     to.postMessage({ sightlines: 1, type: 'set', choice: 'p=&scene=photographs', theme: 'dark' }, '*');";

async fn strangers_are_not_heard(story: Story) -> Done {
    let setup = Setup {
        obeys: true,
        site: "?layout=auto",
        ..Setup::of(Kind::Own)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_fits().await?;
    let before = host.page().await?.state().await?;
    // A frame beside ours, from the host's origin, and our own window.
    host.host(
        "window.done = 0;\
         const beside = document.createElement('iframe');\
         beside.srcdoc = '<script>parent.frames[0].postMessage({ sightlines: 1, type: \"hello\" }, \"*\");\
         parent.frames[0].postMessage({ sightlines: 1, type: \"set\", choice: \"p=jp\", theme: \"dark\" }, \"*\");\
         parent.frames[0].postMessage(\"[iFrameSizer]x:8:false\", \"*\");\
         parent.done = 1;</script>';\
         document.body.append(beside);",
    )
    .await?;
    host.wait_outside("the stranger has spoken", "window.done === 1")
        .await?;
    let page = host.page().await?;
    page.run("postMessage({ sightlines: 1, type: 'set', choice: 'p=jp', theme: 'dark' }, '*')")
        .await?;
    // The host's own message comes after theirs.
    host.send("{ sightlines: 1, type: 'set', theme: 'light' }")
        .await?;
    host.wait_inside(
        "the host is heard",
        "document.documentElement.dataset.theme === 'light'",
    )
    .await?;
    story
        .run("delete document.documentElement.dataset.theme")
        .await?;
    assert_eq!(host.page().await?.state().await?, before);
    assert!(
        host.heard("ready").await?.is_empty(),
        "a stranger's greeting was answered"
    );
    host.end().await
}

async fn no_message_breaks_the_page(story: Story) -> Done {
    let setup = Setup {
        // In Chromium in the host's own process, whose heap the driver can tidy up.
        sandbox: match story.engine {
            Engine::Chromium => Sandbox::SameOrigin,
            Engine::Firefox | Engine::WebKit => Sandbox::Scripts,
        },
        obeys: true,
        site: "?layout=auto&parentUrl=%253Cb%2520id%253Dbad%253E&parentTitle=%253Cb%2520id%253Dbad%253E\
               &childId=%253Cb%253E",
        ..Setup::of(Kind::Own)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_fits().await?;
    let before = host.page().await?.state().await?;
    host.host(
        "const to = document.querySelector('iframe').contentWindow;\
         let deep = {}; for (let i = 0; i < 400; i++) deep = { deep, type: deep };\
         const long = 'x'.repeat(1e6), bad = '<b id=bad>';\
         const values = [null, undefined, NaN, -1, 1e308, true, '', long, bad, [], [[]], deep, new Map(), new Date(), 10n,\
           new ArrayBuffer(9), { toString: 1 }, '{', 'javascript:alert(1)', 'pymxPYMx', '[iFrameSizer]', '[iFrameSizer]message:{',\
           '[iFrameSizer]message:' + JSON.stringify(long), '[iFrameSizer]message:null', '[iFrameSizer]pageInfo:{\"offsetTop\":}',\
           'pymxPYMx' + bad + 'xPYMxnavigateToxPYMxhttps://example.org/', 'pymxPYMx<b>xPYMxviewport-iframe-positionxPYMxNaN'];\
         for (const value of values) to.postMessage(value, '*');\
         for (const type of ['hello', 'view', 'set', 'height', 'navigate', bad, long, deep, 3, null])\
           for (const value of [null, NaN, -5, Infinity, 1e308, bad, long, deep, []]) {\
             to.postMessage({ sightlines: type === 'hello' ? 2 : 1, type, top: value, height: value, theme: value,\
               choice: typeof value === 'string' ? value : null, secret: value, message: 'ready', sentinel: value }, '*');\
           }\
         to.postMessage({ sightlines: 1, type: 'set', choice: 'scene=' + bad + '&p=%ZZ,xx&t=99999-99-99&w=..&__proto__=1' }, '*');",
    )
    .await?;
    host.host(FLOOD).await?;
    host.wait_inside(
        "the last message is obeyed",
        "document.documentElement.dataset.theme === 'dark'",
    )
    .await?;
    story
        .run("delete document.documentElement.dataset.theme")
        .await?;
    host.wait_inside("nobody's side", "!document.documentElement.dataset.p")
        .await?;
    // Not one of them went anywhere, nor became part of the page.
    assert_eq!(host.page().await?.state().await?, before);
    let answers: u32 = host.outside("heard.length").await?;
    assert!(answers < 300, "{answers} answers to a flood");
    if story.engine == Engine::Chromium {
        assert_nothing_is_kept(&host).await?;
    }
    // It still works.
    let page = host.page().await?;
    page.press_key(2).await?;
    page.wait_seen_as("2").await?;
    host.end().await
}

/// Another flood leaves no more behind than the first one did. Only Chromium tells.
async fn assert_nothing_is_kept(host: &Hosted) -> Done {
    let first = least_heap(host, 0).await?;
    host.host(FLOOD).await?;
    host.wait_inside(
        "the last message is obeyed again",
        "document.documentElement.dataset.theme === 'dark'",
    )
    .await?;
    host.story
        .run("delete document.documentElement.dataset.theme")
        .await?;
    let wanted = first + first / 2;
    let second = least_heap(host, wanted).await?;
    assert!(second <= wanted, "the heap grew from {first} to {second}");
    Ok(())
}

/// The least that the heap shrinks to while garbage is collected a few times, or the first size that
/// is small enough.
async fn least_heap(host: &Hosted, enough: u64) -> Done<u64> {
    let mut least = u64::MAX;
    for _ in 0..8 {
        let collect = "HeapProfiler.collectGarbage";
        host.story
            .driver()
            .cdp()
            .send_raw(collect, json!({}))
            .await?;
        host.enter().await?;
        host.story.settle().await?;
        least = least.min(host.story.ask("performance.memory.usedJSHeapSize").await?);
        if least <= enough {
            break;
        }
    }
    Ok(least)
}
