//! The share dialog: what it offers, how it is opened, used and left.

use sightlines::story::{labels, text};
use thirtyfour::Key;

use crate::engine::{ALL, Engine};
use crate::page::Page;
use crate::runner::Done;
use crate::story::{NARROW, Story};
use crate::tests;

tests![in ALL;
    it_offers_a_link_a_citation_and_code_for_other_pages,
    by_keyboard_alone_it_opens_copies_and_gives_the_focus_back,
    where_copying_is_refused_the_text_is_selected_and_the_page_says_so,
];

async fn it_offers_a_link_a_citation_and_code_for_other_pages(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone&p=ru").await?;
    page.wait_for_scene("zone").await?;
    let choice = "scene=zone&p=ru";
    // Hosts add to the query, and what they add is not the reader's to pass on.
    page.run("history.replaceState(null, '', '?parentUrl=x' + location.hash)")
        .await?;
    page.open_share().await?;
    let own: String = page.ask("location.origin + location.pathname").await?;
    let offered = page.offered().await?;
    let link = format!("{own}#{choice}");
    assert_eq!(offered[0], link);
    let meta = &text().meta;
    for part in [meta.title, meta.version, &own] {
        assert!(offered[1].contains(part), "{part} in {}", offered[1]);
    }
    let title = meta.title;
    assert_eq!(
        page.made_of_codes().await?,
        [
            format!("{link} | {link} | {title} | {own}embed.js"),
            format!("{link} | {title}"),
            format!("{own}?layout=auto#{choice} | pym.v1.min.js"),
        ]
    );
    // The story in another state is another link, and lives where it says that it does.
    page.press(Key::Escape).await?;
    page.wait_share(false).await?;
    page.press_key(2).await?;
    page.wait_seen_as("").await?;
    page.set_canonical("https://news.example/isles").await?;
    page.open_share().await?;
    let offered = page.offered().await?;
    assert_eq!(offered[0], "https://news.example/isles#scene=zone");
    assert!(
        offered[2].contains("src=\"https://news.example/embed.js\""),
        "{}",
        offered[2]
    );
    if story.engine == Engine::Chromium {
        page.resize(NARROW).await?;
        let wide = page.too_wide_in_dialog().await?;
        assert!(wide.is_empty(), "wider than the view: {wide:#?}");
    }
    Ok(())
}

async fn by_keyboard_alone_it_opens_copies_and_gives_the_focus_back(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone&p=jp").await?;
    page.wait_for_scene("zone").await?;
    page.open_share_by_keyboard().await?;
    let offered = page.offered().await?;
    for (n, name) in [
        (0, labels::share_link()),
        (1, labels::share_citation()),
        (2, labels::embed_loader()),
    ] {
        page.copy(n).await?;
        let wanted = labels::copied().replace("{what}", name);
        assert_eq!(page.share_says().await?, wanted);
        assert_eq!(page.pasted().await?, offered[n]);
    }
    page.press(Key::Escape).await?;
    page.wait_share(false).await?;
    assert!(page.is_focus_on_share().await?, "the focus is back");
    Ok(())
}

async fn where_copying_is_refused_the_text_is_selected_and_the_page_says_so(story: Story) -> Done {
    let page = Page::open(&story, "scene=zone").await?;
    page.refuse_copying().await?;
    page.open_share().await?;
    page.copy(0).await?;
    assert_eq!(page.share_says().await?, labels::copy_by_hand());
    assert!(page.is_selected(0).await?, "ready to be copied by hand");
    Ok(())
}
