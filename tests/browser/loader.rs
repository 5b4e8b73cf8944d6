//! The loader `embed.js` in a newsroom's page, on another origin than the story. A stand-in speaks
//! for the story's page, so that each message is sent when the test says so.

use serde_json::{Value, json};
use sightlines::publish::embed;

use crate::newsroom::Newsroom;
use crate::page::Page;
use crate::runner::Done;
use crate::server::Host as Site;
use crate::story::Story;
use crate::tests;

tests![
    the_frame_is_as_high_as_it_says_within_reason,
    a_frame_of_fixed_height_keeps_it,
    links_to_the_host_s_page_lead_into_the_story,
    the_host_brings_a_place_into_sight_whatever_of_it_scrolls,
    what_is_added_and_moved_later_works_and_leaves_nothing_behind,
    what_the_reader_does_becomes_events,
    an_address_that_is_none_gets_no_frame,
    with_the_story_s_own_page_all_of_it_comes_together,
];

/// Answers the loader's greeting and keeps what it hears.
const STAND_IN: &str = "<!doctype html><title>Stand-in</title><script>\
    var heard = [];\
    function say(message) { parent.postMessage(message, '*'); }\
    addEventListener('message', function (event) {\
      if (event.source !== parent) return;\
      heard.push(event.data);\
      if (event.data.type === 'hello') say({ sightlines: 1, type: 'ready', version: 'ab', layout: 'auto' });\
    });\
    say('[iFrameResizerChild]Ready');</script>";

/// A frame of somebody else's in the same page, which would like a say.
const STRANGER: &str = "<!doctype html><title>Stranger</title><script>\
    parent.postMessage({ sightlines: 1, type: 'height', height: 5000 }, '*');\
    parent.postMessage('asked', '*');</script>";

struct Host {
    story: Story,
    newsroom: Newsroom,
    site: Newsroom,
}

impl Host {
    /// Opens a newsroom's page that holds the story by the loader, with these attributes, and waits
    /// until the two have met.
    async fn open(story: &Story, attributes: &str, address: &str) -> Done<Self> {
        let host = Self::without_frame(story, attributes, address).await?;
        story
            .wait_for("loader and frame have met", "window.met === true")
            .await?;
        Ok(host)
    }

    async fn without_frame(story: &Story, attributes: &str, address: &str) -> Done<Self> {
        let page = |body: &str| {
            format!(
                "<!doctype html><html lang=\"en\"><title>A newsroom’s page</title>\
                 <link rel=\"icon\" href=\"data:,\"><style>body {{ margin: 0 }} .tall {{ height: 3000px }} .scrolls, .scrolls body {{ overflow: hidden; height: 100% }} .scrolls main {{ overflow: auto; height: 100% }}</style>\
                 <main><p>Before</p>{body}<p class=\"tall\">After</p></main>"
            )
        };
        let site = Newsroom::open(vec![
            ("/story/", STAND_IN.to_owned()),
            ("/story/embed.js", embed::script()),
            ("/stranger/", page(STRANGER)),
        ]);
        let (src, script) = (site.address("/story/"), site.address("/story/embed.js"));
        let attributes = attributes.replace("{src}", &src);
        let newsroom = Newsroom::open(vec![(
            "/",
            page(&format!(
                "<script>\
                   var said = [];\
                   ['ready', 'height', 'scroll', 'scene', 'step', 'choice', 'link'].forEach(function (type) {{\
                     addEventListener('sightlines:' + type, function (event) {{\
                       said.push([type, event.detail]);\
                       if (type === 'ready') window.met = true;\
                     }});\
                   }});\
                 </script>\
                 <div class=\"sightlines\" {attributes}><a href=\"{src}\">Two old rivals</a></div>\
                 <script async src=\"{script}\"></script>"
            )),
        )]);
        story.driver().goto(newsroom.address(address)).await?;
        Ok(Self {
            story: story.clone(),
            newsroom,
            site,
        })
    }

    /// An attribute or property of the frame.
    async fn frame(&self, what: &str) -> Done<Value> {
        self.story
            .ask(&format!(
                "document.querySelector('.sightlines iframe').{what}"
            ))
            .await
    }

    /// Has the story's page say this.
    async fn say(&self, message: &str) -> Done {
        self.inside(&format!("say({message})")).await
    }

    /// Runs something in the story's page.
    async fn inside(&self, statements: &str) -> Done {
        self.story.driver().enter_frame(0).await?;
        self.story.run(statements).await?;
        self.story.driver().enter_default_frame().await
    }

    /// Waits until the story's page has heard what makes the expression true.
    async fn wait_heard(&self, what: &str, expression: &str) -> Done {
        self.story.driver().enter_frame(0).await?;
        self.story.wait_for(what, expression).await?;
        self.story.driver().enter_default_frame().await
    }

    async fn wait_height(&self, px: u32) -> Done {
        let height = "document.querySelector('.sightlines iframe').offsetHeight";
        self.story
            .wait_value("the frame’s height", height, px)
            .await
    }

    /// Leaves the page: what it asked of other hosts was meant.
    async fn leave(self) -> Done {
        self.story.driver().goto("about:blank").await
    }
}

async fn the_frame_is_as_high_as_it_says_within_reason(story: Story) -> Done {
    for sandbox in ["", "data-sandbox=\"allow-scripts\""] {
        let host = Host::open(&story, &format!("data-src=\"{{src}}\" {sandbox}"), "/").await?;
        let own = (
            host.frame("title").await?,
            host.frame("loading").await?,
            host.frame("src").await?,
        );
        let src = format!("{}?layout=auto", host.site.address("/story/"));
        assert_eq!(own, (json!("Two old rivals"), json!("lazy"), json!(src)));
        let allowed = host.frame("getAttribute('sandbox')").await?;
        assert_eq!(
            allowed.as_str().is_some_and(|s| s.contains("same-origin")),
            sandbox.is_empty(),
            "{allowed}"
        );
        for (says, height) in [
            ("1500", 1500),
            ("700", 700),
            // Not a height: it stays.
            ("-5", 700),
            ("NaN", 700),
            ("1e12", 100_000),
            ("3", 150),
        ] {
            host.say(&format!(
                "{{ sightlines: 1, type: 'height', height: {says} }}"
            ))
            .await?;
            // A second message, to know that the first one has been read.
            host.say("{ sightlines: 1, type: 'scene', scene: 'ports', n: 1, of: 2 }")
                .await?;
            story
                .wait_for("it has been read", "said[said.length - 1][0] === 'scene'")
                .await?;
            host.wait_height(height).await?;
            story.run("said.length = 0").await?;
        }
        // Neither the page itself nor another frame in it speaks for the story.
        let stranger = host.site.address("/stranger/");
        story
            .run(&format!(
                "addEventListener('message', e => {{ if (e.data === 'asked') window.asked = true; }});\
                 postMessage({{ sightlines: 1, type: 'height', height: 4000 }}, '*');\
                 const frame = document.createElement('iframe');\
                 frame.src = {};\
                 document.body.append(frame);",
                json!(stranger)
            ))
            .await?;
        story
            .wait_for("the stranger has spoken", "window.asked === true")
            .await?;
        host.wait_height(150).await?;
        host.leave().await?;
    }
    Ok(())
}

async fn a_frame_of_fixed_height_keeps_it(story: Story) -> Done {
    let host = Host::open(&story, "data-src=\"{src}\" data-height=\"640\"", "/").await?;
    assert_eq!(
        host.frame("src").await?,
        json!(format!("{}?layout=fixed", host.site.address("/story/")))
    );
    host.say("{ sightlines: 1, type: 'height', height: 1500 }")
        .await?;
    story
        .wait_for("it has been read", "said.some(s => s[0] === 'height')")
        .await?;
    host.wait_height(640).await?;
    // The page around it stays in sight, so that a reader gets past it.
    let most = host.frame("style.maxHeight").await?;
    assert_eq!(most, json!("85vh"));
    // It greets once it is heard, and does not begin again with each message.
    host.inside("window.before = heard.length").await?;
    for _ in 0..3 {
        host.say("{ sightlines: 1, type: 'choice', choice: 'p=jp' }")
            .await?;
    }
    story
        .wait_value(
            "what was chosen",
            "said.filter(s => s[0] === 'choice').length",
            3,
        )
        .await?;
    host.wait_heard("nothing more was said to it", "heard.length === before")
        .await?;
    host.leave().await
}

async fn links_to_the_host_s_page_lead_into_the_story(story: Story) -> Done {
    for (address, fragment) in [
        ("/#sightlines=p=jp,ru&scene=ports", "#p=jp,ru&scene=ports"),
        (
            "/?utm=x&sightlines=p%3Djp%26scene%3Dports",
            "#p=jp&scene=ports",
        ),
        ("/#elsewhere", "#p=cn"),
        ("/#sightlines=%E0%A4%A", "#p=cn"),
    ] {
        let host = Host::open(&story, "data-src=\"{src}#p=cn\"", address).await?;
        let src = format!("{}?layout=auto{fragment}", host.site.address("/story/"));
        assert_eq!(host.frame("src").await?, json!(src), "{address}");
        // A link within the host's page, followed later.
        story.run("location.hash = 'sightlines=p=us'").await?;
        let choice = "heard.some(m => m.type === 'set' && m.choice === 'p=us')";
        host.wait_heard("the story is told the choice", choice)
            .await?;
        host.leave().await?;
    }
    let host = Host::open(
        &story,
        "data-src=\"{src}\" data-name=\"isles\" data-theme=\"dark\"",
        "/#isles=p=jp",
    )
    .await?;
    // The theme is in the address, so that it stands from the first paint.
    let src = host.frame("src").await?;
    let src = src.as_str().unwrap_or_default();
    assert!(src.ends_with("?layout=auto&theme=dark#p=jp"), "{src}");
    story
        .run("document.querySelector('.sightlines').sightlines({ choice: 'p=ru' })")
        .await?;
    let choice = "heard.some(m => m.type === 'set' && m.choice === 'p=ru')";
    host.wait_heard("the host’s script chooses", choice).await?;
    host.leave().await
}

async fn the_host_brings_a_place_into_sight_whatever_of_it_scrolls(story: Story) -> Done {
    for class in ["", "scrolls"] {
        let host = Host::open(&story, "data-src=\"{src}\" data-offset=\"50\"", "/").await?;
        story
            .run(&format!("document.documentElement.className = '{class}'"))
            .await?;
        host.say("{ sightlines: 1, type: 'height', height: 2500 }")
            .await?;
        host.wait_height(2500).await?;
        host.say("{ sightlines: 1, type: 'scroll', top: 600 }")
            .await?;
        story
            .wait_for(
                "the place has come below what sticks to the top",
                "Math.abs(document.querySelector('.sightlines iframe').getBoundingClientRect().top + 550) < 2",
            )
            .await?;
        host.leave().await?;
    }
    Ok(())
}

/// As pages do that change without being loaded again: one working frame each time, and no growth.
async fn what_is_added_and_moved_later_works_and_leaves_nothing_behind(story: Story) -> Done {
    let host = Host::open(&story, "data-src=\"{src}\"", "/").await?;
    story
        .run(
            "window.listeners = 0;\
             const add = EventTarget.prototype.addEventListener;\
             EventTarget.prototype.addEventListener = function () { listeners += 1; return add.apply(this, arguments); };\
             window.markup = document.querySelector('.sightlines').outerHTML",
        )
        .await?;
    let greeted = "said.filter(s => s[0] === 'ready').length";
    for round in 1..=4 {
        // Taken away and put back as it was copied, with the frame of before in it.
        story
            .run("said.length = 0; document.querySelector('.sightlines').remove()")
            .await?;
        story
            .run("document.querySelector('main').insertAdjacentHTML('afterbegin', markup)")
            .await?;
        story
            .wait_value("how often it has been greeted", greeted, 1)
            .await?;
        // Moved, whereby its page is loaded anew; in the view, or a frame waits until it comes near.
        story
            .run("document.querySelector('main > p').after(document.querySelector('.sightlines'))")
            .await?;
        story
            .wait_value("how often it has been greeted then", greeted, 2)
            .await?;
        host.say("{ sightlines: 1, type: 'height', height: 700 }")
            .await?;
        host.wait_height(700).await?;
        // The script once more, and the documented call.
        let script = json!(host.site.address("/story/embed.js"));
        story
            .run(&format!(
                "const s = document.createElement('script'); s.src = {script}; s.onload = () => {{ window.loaded = {round}; }};\
                 document.head.append(s); sightlines();"
            ))
            .await?;
        story
            .wait_value("the script", "window.loaded", round)
            .await?;
        let state: (usize, usize, String) = story
            .ask("[document.querySelectorAll('iframe').length, listeners, document.querySelector('iframe').title]")
            .await?;
        assert_eq!(state, (1, 0, "Two old rivals".to_owned()), "round {round}");
    }
    // A card, added by the host's own script.
    story
        .run(
            "const card = document.createElement('div'); card.className = 'sightlines';\
             card.dataset.src = document.querySelector('.sightlines').dataset.src; card.dataset.layout = 'card';\
             card.style.width = '360px'; document.querySelector('main').prepend(card);",
        )
        .await?;
    let card = "(f => f && [f.offsetHeight, new URL(f.src).search])(document.querySelector('main > .sightlines iframe'))";
    story
        .wait_value("the card", card, json!([600, "?layout=card"]))
        .await?;
    host.leave().await
}

async fn what_the_reader_does_becomes_events(story: Story) -> Done {
    let host = Host::open(&story, "data-src=\"{src}\"", "/").await?;
    story.run("said.length = 0").await?;
    for message in [
        "{ sightlines: 1, type: 'scene', scene: 'ports', n: 2, of: 9, more: { deep: 1 } }",
        "{ sightlines: 1, type: 'link', href: 'https://news.example/' }",
        // Another version, an unknown word, other libraries' messages, nothing at all.
        "{ sightlines: 2, type: 'scene', scene: 'x' }",
        "{ sightlines: 1, type: 'navigate', href: 'https://news.example/' }",
        "{ sentinel: 'amp', type: 'embed-size', height: 900 }",
        "'pymxPYMxaxPYMxheightxPYMx900'",
        "null",
        "{ sightlines: 1, type: 'choice', choice: 'p=jp' }",
    ] {
        host.say(message).await?;
    }
    story
        .wait_for("all has been read", "said.some(s => s[0] === 'choice')")
        .await?;
    let own = |kind: &str, key: &str, value: &str| json!([kind, { "sightlines": 1, "type": kind, key: value }]);
    let said: Vec<Value> = story.ask("said").await?;
    let scene =
        json!(["scene", { "sightlines": 1, "type": "scene", "scene": "ports", "n": 2, "of": 9 }]);
    assert_eq!(
        said,
        [
            scene,
            own("link", "href", "https://news.example/"),
            own("choice", "choice", "p=jp")
        ]
    );
    let address: String = story.ask("location.href").await?;
    assert_eq!(address, host.newsroom.address("/"), "nothing leads away");
    host.leave().await
}

async fn an_address_that_is_none_gets_no_frame(story: Story) -> Done {
    let host = Host::without_frame(&story, "data-src=\"javascript:window.ran=1\"", "/").await?;
    story
        .wait_for("the page is there", "document.readyState === 'complete'")
        .await?;
    story.settle().await?;
    let state: (usize, bool, String) = story
        .ask("[document.querySelectorAll('iframe').length, 'ran' in window, document.querySelector('.sightlines').textContent]")
        .await?;
    assert_eq!(
        state,
        (0, false, "Two old rivals".to_owned()),
        "the link stays"
    );
    host.leave().await
}

/// No stand-in: the page as built, under its own policy.
async fn with_the_story_s_own_page_all_of_it_comes_together(story: Story) -> Done {
    let src = story.address(Site::Sound, "");
    let attributes = format!("data-src=\"{src}\" data-theme=\"dark\"");
    let host = Host::open(&story, &attributes, "/#sightlines=p=jp,ru&scene=zone").await?;
    let version: String = story
        .ask("said.find(s => s[0] === 'ready')[1].version")
        .await?;
    assert_eq!(version, fixtures::text().meta.version);
    story
        .wait_for(
            "the view that the host’s address names is told",
            "said.some(s => s[0] === 'scene' && s[1].scene === 'zone')",
        )
        .await?;
    story.driver().enter_frame(0).await?;
    let page = Page::here(&story);
    page.wait_seen_as("1 2").await?;
    page.wait_layout("auto").await?;
    assert_eq!(page.theme().await?.as_deref(), Some("dark"));
    page.wait_fits_its_frame().await?;
    story.driver().enter_default_frame().await?;
    story.run("said.length = 0").await?;
    // Another link into the story, followed in the host's page.
    story
        .run("location.hash = 'sightlines=p=cn&scene=warships'")
        .await?;
    story
        .wait_for(
            "the page has followed and says so",
            "said.some(s => s[0] === 'scene' && s[1].scene === 'warships') \
             && said.some(s => s[0] === 'choice' && s[1].choice.includes('p=cn'))",
        )
        .await?;
    host.leave().await
}
