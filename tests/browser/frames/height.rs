//! Hosts that give the frame the height it asks for, each in its own dialect.

use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::page::{Page, scene};
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    libraries_size_the_frame,
    hosts_with_a_protocol_size_the_frame,
    wordpress_gives_a_thousand_pixels_and_the_page_scrolls_inside,
];

async fn libraries_size_the_frame(story: Story) -> Done {
    for (kind, sandbox) in [
        (Kind::Pym, Sandbox::None),
        (Kind::Resizer4, Sandbox::Scripts),
        (Kind::Resizer5, Sandbox::SameOrigin),
        (Kind::Newswire, Sandbox::Scripts),
    ] {
        sizes(&story, kind, sandbox).await?;
    }
    Ok(())
}

async fn hosts_with_a_protocol_size_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Amp, Sandbox::SameOrigin).await?;
    sizes(&story, Kind::Own, Sandbox::Scripts).await?;
    // Where a browser gives frames their content's height itself, it is asked to.
    let host = Hosted::awake(&story, Setup::of(Kind::Own)).await?;
    let page = host.page().await?;
    page.wait_layout("auto").await?;
    page.run("window.asked = 0; window.requestResize = () => { window.asked += 1; }")
        .await?;
    page.step_scene(true).await?;
    page.wait_for("the browser is asked", "window.asked > 0")
        .await?;
    host.end().await
}

/// Shown at once or later, as high as its content, as one scene follows the other. Without an origin
/// of its own the frame is hidden at first.
async fn sizes(story: &Story, kind: Kind, sandbox: Sandbox) -> Done {
    let what = format!("{kind:?}, {sandbox:?}");
    let setup = Setup {
        sandbox,
        hidden: sandbox == Sandbox::Scripts,
        obeys: true,
        ..Setup::of(kind)
    };
    let host = Hosted::open(story, setup).await?;
    if setup.hidden {
        host.wait_awake().await?;
        host.host("slot.hidden = false").await?;
    }
    host.wait_awake().await?;
    let page = host.page().await?;
    page.wait_layout("auto").await?;
    page.wait_for_scene("photographs").await?;
    let first = host.wait_fits().await?;
    assert!(first > 500, "{what}: the page is only {first} px high");
    let page = host.page().await?;
    assert_eq!(page.shown_scenes().await?, ["scene-photographs"], "{what}");

    page.step_scene(true).await?;
    page.wait_for_beat(Some(scene("photographs").end)).await?;
    let second = host.wait_fits().await?;
    assert_ne!(second, first, "{what}: no two scenes are as high");
    let page = host.page().await?;
    page.step_scene(false).await?;
    page.wait_for_scene("photographs").await?;
    let again = host.wait_fits().await?;
    assert_eq!(again, first, "{what}: back to what it was");
    host.end().await
}

async fn wordpress_gives_a_thousand_pixels_and_the_page_scrolls_inside(story: Story) -> Done {
    let setup = Setup {
        sandbox: Sandbox::Scripts,
        height: 400,
        ..Setup::of(Kind::WordPress)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_outside(
        "the frame is as high as WordPress lets it be",
        "document.querySelector('iframe').clientHeight === 1000",
    )
    .await?;
    let page: Page = host.page().await?;
    page.wait_layout("fixed").await?;
    page.go_to_scene("warships").await?;
    assert_eq!(host.frame_height().await?, 1000);
    host.end().await
}
