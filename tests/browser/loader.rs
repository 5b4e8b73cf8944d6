//! The loader `embed.js` in a newsroom's page, on another origin than the story. A stand-in speaks
//! for the story's page, so that each message is sent when the test says so.

use serde_json::{Value, json};
use sightlines::embed;

use crate::newsroom::Newsroom;
use crate::runner::Done;
use crate::server::Host as Site;
use crate::story::Story;
use crate::tests;

tests![
    the_frame_is_as_high_as_it_says_within_reason,
    a_frame_of_fixed_height_keeps_it,
    links_to_the_host_s_page_lead_into_the_story,
    the_frame_is_told_what_of_it_is_in_view,
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
                 <link rel=\"icon\" href=\"data:,\"><style>body {{ margin: 0 }} .tall {{ height: 3000px }}</style>\
                 <p>Before</p>{body}<p class=\"tall\">After</p>"
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
                   ['ready', 'height', 'scroll', 'step', 'choice', 'link'].forEach(function (type) {{\
                     addEventListener('sightlines:' + type, function (event) {{\
                       said.push([type, event.detail]);\
                       if (type === 'ready') window.met = true;\
                     }});\
                   }});\
                 </script>\
                 <div class=\"sightlines\" {attributes}><a href=\"{src}\">Two shores</a></div>\
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
        assert_eq!(own, (json!("Two shores"), json!("lazy"), json!(src)));
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
            host.say("{ sightlines: 1, type: 'step', step: 'ports', n: 1, of: 2 }")
                .await?;
            story
                .wait_for("it has been read", "said[said.length - 1][0] === 'step'")
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
        ("/#sightlines=p=jp,ru&step=ports", "#p=jp,ru&step=ports"),
        (
            "/?utm=x&sightlines=p%3Djp%26step%3Dports",
            "#p=jp&step=ports",
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
    let src = host.frame("src").await?;
    assert!(src.as_str().is_some_and(|s| s.ends_with("#p=jp")), "{src}");
    let theme = "heard.some(m => m.type === 'set' && m.theme === 'dark')";
    host.wait_heard("the story is told the theme", theme)
        .await?;
    story
        .run("document.querySelector('.sightlines').sightlines({ choice: 'p=ru' })")
        .await?;
    let choice = "heard.some(m => m.type === 'set' && m.choice === 'p=ru')";
    host.wait_heard("the host’s script chooses", choice).await?;
    host.leave().await
}

async fn the_frame_is_told_what_of_it_is_in_view(story: Story) -> Done {
    let host = Host::open(&story, "data-src=\"{src}\"", "/").await?;
    host.say("{ sightlines: 1, type: 'height', height: 2500 }")
        .await?;
    host.wait_height(2500).await?;
    for place in [0, 900, 2300, 4000] {
        story
            .run(&format!(
                "scrollTo({{ top: {place}, behavior: 'instant' }})"
            ))
            .await?;
        story.settle().await?;
        let seen: (f64, f64) = story
            .ask(
                "(b => [Math.max(0, -b.top), Math.max(0, Math.min(innerHeight, b.bottom) - Math.max(0, b.top))])\
                 (document.querySelector('.sightlines iframe').getBoundingClientRect())",
            )
            .await?;
        let (top, height) = seen;
        let told = format!(
            "(v => v && v.top === {top} && v.height === {height})(heard.filter(m => m.type === 'view').pop())"
        );
        host.wait_heard("it is told what is in view", &told).await?;
    }
    // The other way round: the story asks to be shown from a place in it.
    host.say("{ sightlines: 1, type: 'scroll', top: 600 }")
        .await?;
    story
        .wait_for(
            "the place has come to the top",
            "Math.abs(document.querySelector('.sightlines iframe').getBoundingClientRect().top + 600) < 2",
        )
        .await?;
    host.leave().await
}

async fn what_the_reader_does_becomes_events(story: Story) -> Done {
    let host = Host::open(&story, "data-src=\"{src}\"", "/").await?;
    story.run("said.length = 0").await?;
    for message in [
        "{ sightlines: 1, type: 'step', step: 'ports', n: 2, of: 9, more: { deep: 1 } }",
        "{ sightlines: 1, type: 'link', href: 'https://news.example/' }",
        // Another version, an unknown word, other libraries' messages, nothing at all.
        "{ sightlines: 2, type: 'step', step: 'x' }",
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
    let step =
        json!(["step", { "sightlines": 1, "type": "step", "step": "ports", "n": 2, "of": 9 }]);
    assert_eq!(
        said,
        [
            step,
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
    assert_eq!(state, (0, false, "Two shores".to_owned()), "the link stays");
    host.leave().await
}

/// No stand-in: the page as built, under its own policy.
async fn with_the_story_s_own_page_all_of_it_comes_together(story: Story) -> Done {
    let src = story.address(Site::Sound, "");
    let attributes = format!("data-src=\"{src}\" data-theme=\"dark\"");
    let host = Host::open(&story, &attributes, "/#sightlines=p=jp,ru&step=zone").await?;
    let version: String = story
        .ask("said.find(s => s[0] === 'ready')[1].version")
        .await?;
    assert_eq!(version, sightlines::story::text().meta.version);
    story
        .wait_for(
            "the view that the host’s address names is told",
            "said.some(s => s[0] === 'step' && s[1].step === 'zone')",
        )
        .await?;
    story.driver().enter_frame(0).await?;
    story
        .wait_for(
            "the page shows it, in the host’s theme, as high as its content",
            "(r => r.dataset.p === '1 2' && r.dataset.theme === 'dark' && r.dataset.layout === 'auto')\
             (document.documentElement) && Math.abs(innerHeight - document.querySelector('.page').offsetHeight) < 3",
        )
        .await?;
    story.driver().enter_default_frame().await?;
    story.run("said.length = 0").await?;
    // Another link into the story, followed in the host's page.
    story
        .run("location.hash = 'sightlines=p=cn&step=warships'")
        .await?;
    story
        .wait_for(
            "the page has followed and says so",
            "said.some(s => s[0] === 'step' && s[1].step === 'warships') \
             && said.some(s => s[0] === 'choice' && s[1].choice.includes('p=cn'))",
        )
        .await?;
    host.leave().await
}
