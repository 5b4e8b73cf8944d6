//! Hosts that give the frame the height it asks for.

use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::runner::Done;
use crate::story::Story;

/// Unfolds, and folds, what stands after the story: the page grows, and shrinks.
const MORE: &str = "document.querySelector('.more').click()";

pub async fn pym_sizes_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Pym, &Sandbox::ALL).await
}

pub async fn iframe_resizer_4_sizes_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Resizer4, &Sandbox::ALL).await
}

pub async fn iframe_resizer_5_sizes_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Resizer5, &Sandbox::ALL).await
}

pub async fn newswires_frames_size_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Newswire, &Sandbox::ALL).await
}

pub async fn amps_frames_size_the_frame(story: Story) -> Done {
    // It never leaves a frame without a sandbox.
    sizes(&story, Kind::Amp, &Sandbox::ALL[1..]).await
}

pub async fn a_host_of_our_own_interface_sizes_the_frame(story: Story) -> Done {
    sizes(&story, Kind::Own, &Sandbox::ALL[1..2]).await
}

/// Where a browser gives frames their content's height itself, it is asked to.
pub async fn the_browsers_own_way_is_asked(story: Story) -> Done {
    let host = Hosted::open(&story, Setup::of(Kind::Own)).await?;
    host.wait_awake().await?;
    host.wait_layout("auto").await?;
    host.enter().await?;
    story
        .run("window.asked = 0; window.requestResize = () => { window.asked += 1; }")
        .await?;
    story.run(MORE).await?;
    host.wait_inside("the browser is asked", "window.asked > 0")
        .await?;
    host.end().await
}

/// With each sandbox: shown later or at once, grown, shrunk. Without an origin of its own the frame is
/// hidden at first.
async fn sizes(story: &Story, kind: Kind, sandboxes: &[Sandbox]) -> Done {
    for sandbox in sandboxes.iter().copied() {
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
        host.wait_layout("auto").await?;
        // Also if it had no places at first.
        story.wait_active(Some("two-wars")).await?;
        let first = host.wait_fits(&format!("{what}, at first")).await?;
        assert!(first > 600, "{what}: the page is only {first} px high");

        host.enter().await?;
        story.run(MORE).await?;
        host.wait_inside(
            "the sources are shown",
            "document.querySelector('#sources').checkVisibility()",
        )
        .await?;
        let grown = host.wait_fits(&format!("{what}, grown")).await?;
        assert!(grown > first + 1000, "{what}: from {first} to {grown}");

        host.enter().await?;
        story.run(MORE).await?;
        host.wait_inside(
            "the sources are gone",
            "!document.querySelector('#sources').checkVisibility()",
        )
        .await?;
        let shrunk = host.wait_fits(&format!("{what}, shrunk")).await?;
        assert_eq!(shrunk, first, "{what}: back to what it was");
        host.end().await?;
    }
    Ok(())
}

pub async fn wordpress_gives_a_thousand_pixels_and_the_page_scrolls_inside(story: Story) -> Done {
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
    host.wait_layout("fixed").await?;
    host.enter().await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    assert_eq!(host.frame_height().await?, 1000);
    host.end().await
}
