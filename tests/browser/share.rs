//! The share dialog: what it offers, how it is opened, used and left.

use thirtyfour::Key;

use crate::runner::Done;
use crate::story::{NARROW, Story};
use crate::tests;

tests![
    it_offers_a_link_a_citation_and_code_for_other_pages,
    by_keyboard_alone_it_opens_copies_and_gives_the_focus_back,
    in_a_frame_the_link_is_the_story_s_own_address,
    it_is_there_on_the_narrowest_phone,
];

const BUTTON: &str = ".nav > [data-do=share]";
const OPEN: &str = "document.getElementById('share').open";

impl Story {
    async fn open_share(&self) -> Done {
        self.click(BUTTON).await?;
        self.wait_for("the share dialog is open", OPEN).await
    }

    async fn offered(&self, what: &str) -> Done<String> {
        self.ask(&format!("document.getElementById('share-{what}').value"))
            .await
    }

    async fn shared_status(&self) -> Done<String> {
        self.text("#share [role=status]").await
    }
}

/// What a reader pastes: the clipboard, by way of a field of the page.
async fn pasted(story: &Story) -> Done<String> {
    story
        .run(
            "const field = document.createElement('textarea'); field.id = 'paste';\
             document.getElementById('share').append(field);",
        )
        .await?;
    story.focus("#paste").await?;
    let chord = if cfg!(target_os = "macos") {
        Key::Meta
    } else {
        Key::Control
    };
    story.find("#paste").await?.send_keys(chord + "v").await?;
    let text: String = story.ask("document.getElementById('paste').value").await?;
    story
        .run("document.getElementById('paste').remove()")
        .await?;
    Ok(text)
}

async fn it_offers_a_link_a_citation_and_code_for_other_pages(story: Story) -> Done {
    story.open("step=zone&p=ru").await?;
    let choice = story.choice_in_address().await?;
    story.open_share().await?;
    let page: String = story.ask("location.origin + location.pathname").await?;
    let link = format!("{page}#{choice}");
    assert_eq!(story.offered("link").await?, link);
    let cite = story.offered("cite").await?;
    let version = sightlines::story::text().meta.version;
    for part in [sightlines::story::text().meta.title, "2026", version, &page] {
        assert!(cite.contains(part), "{part} in {cite}");
    }
    // As a page would that has the code pasted in; its policy is another one than ours, which forbids
    // style attributes.
    let made: Vec<String> = story
        .ask(
            "['frame', 'loader', 'pym'].map(id => {\
               const page = new DOMParser().parseFromString(document.getElementById('share-' + id).value.replace('style=', 'data-style='), 'text/html');\
               const [frame, div, link, script] = ['iframe', 'div', 'a', 'script'].map(s => page.querySelector(s));\
               return [frame?.getAttribute('src'), frame?.title, div?.dataset.src, link?.getAttribute('href'),\
                 link?.textContent, div?.dataset.pymSrc, script?.getAttribute('src')].filter(x => x).join(' | ');\
             })",
        )
        .await?;
    let title = sightlines::story::text().meta.title;
    let auto = format!("{page}?layout=auto#{choice}");
    assert_eq!(
        made,
        [
            format!("{link} | {title}"),
            format!("{link} | {link} | {title} | {page}embed.js"),
            format!("{auto} | pym.v1.min.js"),
        ]
    );
    // The story in another state is another link.
    story.press(Key::Escape).await?;
    story
        .wait_for("the dialog is closed", &format!("!{OPEN}"))
        .await?;
    story.toggle("ru").await?;
    let choice = story.choice_in_address().await?;
    story.open_share().await?;
    assert_eq!(story.offered("link").await?, format!("{page}#{choice}"));
    Ok(())
}

async fn by_keyboard_alone_it_opens_copies_and_gives_the_focus_back(story: Story) -> Done {
    story.open("step=zone&p=jp").await?;
    // The address is written anew when the page has come to rest.
    story.choice_in_address().await?;
    let link: String = story.ask("location.href").await?;
    story.press_on(BUTTON, Key::Enter).await?;
    story.wait_for("the share dialog is open", OPEN).await?;
    let focused = "document.activeElement.closest('#share') ? document.activeElement.id || document.activeElement.textContent.trim() : 'outside'";
    let mut stops: Vec<String> = vec![story.ask(focused).await?];
    while stops.last().is_none_or(|s| !s.starts_with("Copy")) {
        assert!(stops.len() < 5, "no button in reach: {stops:?}");
        story.press(Key::Tab).await?;
        stops.push(story.ask(focused).await?);
    }
    assert_eq!(stops, ["Close", "share-link", "Copy Link to this view"]);
    story.press(Key::Enter).await?;
    assert_eq!(story.shared_status().await?, "Copied: Link to this view");
    assert_eq!(
        story.ask::<String>(focused).await?,
        stops[2],
        "the focus stays"
    );
    assert_eq!(pasted(&story).await?, link);
    for (id, name) in [
        ("cite", "Citation"),
        ("frame", "Code for a frame of fixed height"),
    ] {
        let button = format!("#share-{id} ~ button");
        story.press_on(&button, Key::Enter).await?;
        assert_eq!(story.shared_status().await?, format!("Copied: {name}"));
        assert_eq!(pasted(&story).await?, story.offered(id).await?);
    }
    story.press(Key::Escape).await?;
    story
        .wait_for("the dialog is closed", &format!("!{OPEN}"))
        .await?;
    let back = format!("document.activeElement === document.querySelector({BUTTON:?})");
    story.wait_for("the focus is where it was", &back).await
}

async fn in_a_frame_the_link_is_the_story_s_own_address(story: Story) -> Done {
    story.open_narrow("step=zone&p=ru").await?;
    let own: String = story.ask("location.origin + location.pathname").await?;
    let choice = story.choice_in_address().await?;
    // Hosts add to the query, and what they add is not the reader's to pass on.
    story
        .run("history.replaceState(null, '', '?parentUrl=x' + location.hash)")
        .await?;
    for (canonical, page, folder) in [
        (None, own.as_str(), own.as_str()),
        (
            Some("https://news.example/isles"),
            "https://news.example/isles",
            "https://news.example/",
        ),
        (
            Some("https://news.example/isles/"),
            "https://news.example/isles/",
            "https://news.example/isles/",
        ),
    ] {
        let value = serde_json::json!(canonical);
        story
            .run(&format!(
                "if ({value}) document.getElementById('share').dataset.canonical = {value};\
                 document.querySelector('.menu').open = true;\
                 document.querySelector('.menu [data-do=share]').click();"
            ))
            .await?;
        story.wait_for("the share dialog is open", OPEN).await?;
        assert_eq!(story.offered("link").await?, format!("{page}#{choice}"));
        let code = story.offered("loader").await?;
        assert!(
            code.contains(&format!("src=\"{folder}embed.js\"")),
            "{code}"
        );
        story.click("#share .panel-head button").await?;
    }
    Ok(())
}

async fn it_is_there_on_the_narrowest_phone(story: Story) -> Done {
    story.open_narrow("step=zone").await?;
    story.click(".menu summary").await?;
    story.click(".menu [data-do=share]").await?;
    story.wait_for("the share dialog is open", OPEN).await?;
    let (width, _) = NARROW;
    let wide: Vec<String> = story
        .ask(&format!(
            "[...document.querySelectorAll('#share, #share *')]\
             .filter(e => e.checkVisibility() && !e.matches('.vh') && (e.getBoundingClientRect().right > {width} + .5 || e.getBoundingClientRect().left < -.5))\
             .map(e => e.outerHTML.slice(0, 90))"
        ))
        .await?;
    assert!(wide.is_empty(), "wider than the view: {wide:#?}");
    let scrolls: bool = story
        .ask("document.getElementById('share').scrollWidth > document.getElementById('share').clientWidth")
        .await?;
    assert!(!scrolls, "it scrolls sideways");
    story.press(Key::Escape).await?;
    story
        .wait_for("the dialog is closed", &format!("!{OPEN}"))
        .await?;
    // The focus is in the menu that it was opened from.
    story
        .wait_for(
            "the focus is in the menu",
            "!!document.activeElement.closest('.menu')",
        )
        .await
}
