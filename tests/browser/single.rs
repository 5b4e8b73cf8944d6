//! The site as one file: opened from disk, and as the content of a frame in another page.

use std::path::PathBuf;

use crate::newsroom::Newsroom;
use crate::page::{Page, scene};
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
async fn assert_works(story: &Story) -> Done<Page> {
    let page = Page::here(story);
    page.wait_until_ready().await?;
    page.go_to_scene("warships").await?;
    page.press_key(1).await?;
    page.press_key(2).await?;
    page.wait_seen_as("1 2").await?;
    assert_eq!(page.cards().await?, ["1", "2"]);
    assert!(
        page.ask::<bool>(
            "[...document.fonts].some(f => f.family === 'Newsreader' && f.status === 'loaded')"
        )
        .await?,
        "the font is in the file"
    );
    page.next_scene().await?;
    page.wait_for_beat(Some(scene("warships").end)).await?;
    page.go_to_scene("warships").await?;
    page.place_of_record("warships").await?;
    page.close_drawer_in_place().await?;
    let (href, shown) = page.way_to_full_page().await?;
    assert!(!shown, "a file is no page to lead to: {href}");
    let asked: Vec<String> = page
        .ask("performance.getEntriesByType('resource').map(r => r.name).filter(n => !n.startsWith('data:'))")
        .await?;
    assert!(asked.is_empty(), "it asks for {asked:?}");
    Ok(page)
}

async fn from_disk_it_does_all_that_needs_no_server(story: Story) -> Done {
    let address = format!("file://{}", file().display());
    story.driver().goto(&address).await?;
    assert_works(&story).await?;
    // A view's link opens that view.
    story.driver().goto("about:blank").await?;
    story
        .driver()
        .goto(format!("{address}#scene=zone&p=cn"))
        .await?;
    let page = Page::here(&story);
    page.wait_until_ready().await?;
    page.wait_for_scene("zone").await?;
    page.wait_seen_as("3").await?;
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
