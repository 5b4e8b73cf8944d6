//! The site as one file: opened from disk, and as the content of a frame in another page.

use std::path::PathBuf;

use thirtyfour::Key;

use crate::newsroom::Newsroom;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    from_disk_it_does_all_that_needs_no_server,
    as_a_frame_s_content_it_does_the_same,
];

fn file() -> PathBuf {
    std::env::var_os("SIGHTLINES_SINGLE")
        .map(PathBuf::from)
        .expect("SIGHTLINES_SINGLE names the single file; run `cargo xtask test`")
}

/// What a reader does who knows nothing of servers.
async fn assert_works(story: &Story) -> Done {
    story.wait_until_awake().await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    story.see_as(&["jp", "ru"]).await?;
    assert_eq!(story.root("data-p").await?.as_deref(), Some("1 2"));
    assert!(
        story
            .ask::<bool>("document.fonts.check('1rem Newsreader') && [...document.fonts].some(f => f.family === 'Newsreader' && f.status === 'loaded')")
            .await?,
        "the font is in the file"
    );
    let moment = "document.querySelector('.in-moment').getAttribute('aria-valuetext')";
    let before: String = story.ask(moment).await?;
    story.press_on(".in-moment", Key::Right).await?;
    story
        .wait_for(
            "the slider has moved the moment",
            &format!("{moment} !== {}", serde_json::json!(before)),
        )
        .await?;
    story.click(".nav > [data-do=search]").await?;
    story
        .find("#search input")
        .await?
        .send_keys("Sochi")
        .await?;
    story
        .wait_for(
            "something is found",
            "document.querySelectorAll('#search .found a').length > 0",
        )
        .await?;
    story.press(Key::Escape).await?;
    story.click(".nav > [data-do=share]").await?;
    story.click("#share-link ~ button").await?;
    let said = story.text("#share [role=status]").await?;
    assert!(said.starts_with("Copied"), "{said}");
    let link: String = story
        .ask("document.getElementById('share-link').value")
        .await?;
    assert!(link.contains("p=jp,ru"), "{link}");
    assert!(
        !story.is_shown(".share-embed").await?,
        "nobody could embed it"
    );
    story.press(Key::Escape).await?;
    story.follow_cite("#s-warships .txt a.cite").await?;
    story.close_panel().await?;
    // A link within the page leads there, and not elsewhere. Where an engine does not anchor, what is
    // above grows while it goes there the first time.
    let sources = "document.querySelector('.nav > a[href=\"#sources\"]').click()";
    story.run(sources).await?;
    story.settle().await?;
    story.run(sources).await?;
    story
        .wait_for(
            "the sources are in view",
            "(top => top > -5 && top < 400)(document.querySelector('#sources').getBoundingClientRect().top)",
        )
        .await?;
    let asked: Vec<String> = story
        .ask("performance.getEntriesByType('resource').map(r => r.name).filter(n => !n.startsWith('data:'))")
        .await?;
    assert!(asked.is_empty(), "it asks for {asked:?}");
    Ok(())
}

async fn from_disk_it_does_all_that_needs_no_server(story: Story) -> Done {
    let address = format!("file://{}", file().display());
    story.driver().goto(&address).await?;
    assert_works(&story).await?;
    // A view's link opens that view.
    story.driver().goto("about:blank").await?;
    story
        .driver()
        .goto(format!("{address}#step=zone&p=cn"))
        .await?;
    story.wait_until_awake().await?;
    story.wait_active(Some("zone")).await?;
    assert_eq!(story.root("data-p").await?.as_deref(), Some("3"));
    story.driver().goto("about:blank").await
}

async fn as_a_frame_s_content_it_does_the_same(story: Story) -> Done {
    let path = file();
    let page = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    let page = page.replace('&', "&amp;").replace('"', "&quot;");
    let host = format!(
        "<!doctype html><html lang=\"en\"><title>A page of a CMS</title><link rel=\"icon\" href=\"data:,\">\
         <style>body {{ margin: 0 }} iframe {{ border: 0; width: 1280px; height: 760px }}</style>\
         <iframe title=\"The story\" srcdoc=\"{page}\"></iframe>"
    );
    let cms = Newsroom::open(vec![("/", host)]);
    story.driver().goto(cms.address("/")).await?;
    story.driver().enter_frame(0).await?;
    assert_works(&story).await?;
    let address: String = story.ask("location.href").await?;
    assert!(address.starts_with("about:srcdoc"), "{address}");
    story.driver().enter_default_frame().await?;
    story.driver().goto("about:blank").await
}
