//! Pages that hold the site in a frame, on another origin: with the libraries that hosts run, or
//! with a script of ours that does what their protocol says. And the page object for them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::page::Page;
use crate::runner::Done;
use crate::story::Story;

/// Who sizes the frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Pym,
    /// Version 4, the last one under MIT.
    Resizer4,
    Resizer5,
    Newswire,
    /// As WordPress treats a page of an unknown provider.
    WordPress,
    /// As `amp-iframe` does.
    Amp,
    /// Speaks our own interface.
    Own,
    /// Nobody.
    Deaf,
}

/// What the frame may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sandbox {
    None,
    /// Scripts, but no origin of its own: no storage.
    Scripts,
    SameOrigin,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Pym,
        Self::Resizer4,
        Self::Resizer5,
        Self::Newswire,
        Self::WordPress,
        Self::Amp,
        Self::Own,
        Self::Deaf,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Pym => "pym",
            Self::Resizer4 => "resizer4",
            Self::Resizer5 => "resizer5",
            Self::Newswire => "newswire",
            Self::WordPress => "wordpress",
            Self::Amp => "amp",
            Self::Own => "own",
            Self::Deaf => "deaf",
        }
    }

    /// The library, in the packages' folder.
    fn library(self) -> Option<&'static str> {
        Some(match self {
            Self::Pym => "pym.js/dist/pym.v1.js",
            Self::Resizer4 => "iframe-resizer/js/iframeResizer.js",
            Self::Resizer5 => "@iframe-resizer/parent/index.umd.js",
            Self::Newswire => "@newswire/frames/dist/frames.umd.js",
            Self::WordPress | Self::Amp | Self::Own | Self::Deaf => return None,
        })
    }

    /// The host's own part: `slot` takes the frame, `frame()` makes one with what was asked for.
    fn script(self) -> &'static str {
        match self {
            Self::Pym => {
                "var settings = { title: 'The story' };\
                 if (sandbox) settings.sandbox = sandbox;\
                 new pym.Parent('slot', site, settings);"
            }
            Self::Resizer4 => {
                "slot.append(frame());\
                 iFrameResize({ checkOrigin: false, warningTimeout: 0 }, '#slot iframe');"
            }
            Self::Resizer5 => {
                "slot.append(frame());\
                 iframeResize({ license: 'GPLv3', checkOrigin: false, warningTimeout: 0 }, '#slot iframe');"
            }
            Self::Newswire => {
                "var attributes = { title: 'The story' };\
                 if (sandbox) attributes.sandbox = sandbox;\
                 new newswireFrames.Framer(slot, { src: site, attributes: attributes });"
            }
            Self::WordPress => {
                "var secret = 'a1B2c3D4e5';\
                 site += '#?secret=' + secret;\
                 var it = frame();\
                 it.setAttribute('security', 'restricted');\
                 it.setAttribute('scrolling', 'no');\
                 addEventListener('message', function (e) {\
                   var data = e.data;\
                   if (!data || e.source !== it.contentWindow || data.secret !== secret || /[^a-zA-Z0-9]/.test(data.secret)) return;\
                   if (data.message === 'height') it.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));\
                   if (data.message === 'ready') e.source.postMessage({ message: 'ready', secret: secret }, '*');\
                 });\
                 slot.append(it);"
            }
            Self::Amp => {
                "site += '#amp=1';\
                 var it = frame();\
                 it.height = 400;\
                 addEventListener('message', function (e) {\
                   var data = e.data;\
                   if (!data || e.source !== it.contentWindow || data.sentinel !== 'amp') return;\
                   var height = Math.round(data.height);\
                   if (data.type === 'embed-size' && height >= 100) it.height = height;\
                 });\
                 slot.append(it);"
            }
            Self::Own => {
                "var it = frame();\
                 addEventListener('message', function (e) {\
                   var data = e.data;\
                   if (!data || e.source !== it.contentWindow || data.sightlines !== 1) return;\
                   heard.push(data);\
                   if (data.type === 'height' && obeys) it.height = data.height;\
                   if (data.type === 'scroll') scrollTo(0, it.getBoundingClientRect().top + scrollY + data.top);\
                 });\
                 slot.append(it);"
            }
            Self::Deaf => "slot.append(frame());",
        }
    }
}

impl Sandbox {
    fn attribute(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Scripts => "allow-scripts",
            Self::SameOrigin => "allow-scripts allow-same-origin",
        }
    }
}

/// The page at a path of the host's origin, or the path of the library that it asks for; none of
/// other paths. `address` is where the site stands.
pub fn page(path: &str, address: &str) -> Option<Result<Vec<u8>, PathBuf>> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    if let Some(library) = path.strip_prefix("/library/") {
        let kind = Kind::ALL.into_iter().find(|k| k.word() == library)?;
        let folder = std::env::var("SIGHTLINES_HOSTS")
            .expect("SIGHTLINES_HOSTS names the hosts' libraries; run `cargo xtask test`");
        return Some(Err(PathBuf::from(folder).join(kind.library()?)));
    }
    let word = path.strip_prefix("/host/")?;
    let kind = Kind::ALL.into_iter().find(|k| k.word() == word)?;
    let library = match kind.library() {
        Some(_) => format!("<script src=\"/library/{word}\"></script>"),
        None => String::new(),
    };
    // The query is the tests' own. The frame stands in the host's first view: engines let others rest.
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
         <link rel=\"icon\" href=\"data:,\">\
         <style>body {{ margin: 0 }} p {{ margin: 0; height: 1200px }} p:first-of-type {{ height: 120px }} .scrolls, .scrolls body {{ overflow: hidden; height: 100% }} .scrolls main {{ overflow: auto; height: 100% }} iframe {{ display: block; width: 100%; border: 0 }}</style>\
         <script>\
         var asked = new URLSearchParams('{query}'), get = function (name) {{ return asked.get(name) || ''; }};\
         var site = '{address}/sound/' + get('site'), sandbox = get('sandbox'), obeys = !!get('obeys'), heard = [], wrong = [], spoken = 0;\
         addEventListener('message', function () {{ spoken += 1; }});\
         addEventListener('error', function (e) {{ wrong.push(e.message); }});\
         function frame() {{\
           var it = document.createElement('iframe');\
           it.title = 'The story';\
           if (get('height')) it.height = get('height');\
           if (sandbox) it.setAttribute('sandbox', sandbox);\
           it.src = site;\
           return it;\
         }}\
         </script>{library}\
         <main><p>Before</p><div id=\"slot\"></div><p>After</p></main>\
         <script>\
         var slot = document.getElementById('slot');\
         slot.hidden = !!get('hidden');\
         if (get('scroller')) document.documentElement.className = 'scrolls';\
         if (get('width')) slot.style.width = get('width') + 'px';\
         {}\
         </script>",
        kind.script()
    );
    Some(Ok(page.into_bytes()))
}

/// A host's page with the site in it.
#[derive(Clone)]
pub struct Hosted {
    pub story: Story,
}

/// How the frame is put into the page.
#[derive(Debug, Clone, Copy)]
pub struct Setup {
    pub kind: Kind,
    pub sandbox: Sandbox,
    /// The frame's height at the beginning, px; 0 is the browser's own.
    pub height: u32,
    pub width: u32,
    pub hidden: bool,
    /// Whether an element of the host's page scrolls, and not the page itself.
    pub scroller: bool,
    /// Whether our own host gives the height it is told.
    pub obeys: bool,
    /// The query and fragment of the frame's address.
    pub site: &'static str,
}

impl Setup {
    pub const fn of(kind: Kind) -> Self {
        Self {
            kind,
            sandbox: Sandbox::None,
            height: 0,
            width: 700,
            hidden: false,
            scroller: false,
            obeys: false,
            site: "",
        }
    }
}

impl Hosted {
    /// Opens the host's page; the frame need not have come.
    pub async fn open(story: &Story, setup: Setup) -> Done<Self> {
        story.leave().await?;
        let flag = |name: &str, on: bool| match on {
            true => format!("&{name}=1"),
            false => String::new(),
        };
        let site = setup.site.replace('&', "%26").replace('#', "%23");
        let height = match setup.height {
            0 => String::new(),
            px => format!("&height={px}"),
        };
        let address = format!(
            "{}/host/{}?sandbox={}&site={site}&width={}{height}{}{}{}",
            story.elsewhere(),
            setup.kind.word(),
            setup.sandbox.attribute().replace(' ', "%20"),
            setup.width,
            flag("hidden", setup.hidden),
            flag("obeys", setup.obeys),
            flag("scroller", setup.scroller),
        );
        story.driver().goto(address).await?;
        let hosted = Self {
            story: story.clone(),
        };
        Ok(hosted)
    }

    /// The same, and waits until the site is awake in its frame.
    pub async fn awake(story: &Story, setup: Setup) -> Done<Self> {
        let hosted = Self::open(story, setup).await?;
        hosted.wait_awake().await?;
        Ok(hosted)
    }

    pub async fn wait_awake(&self) -> Done {
        self.enter().await?;
        self.story
            .wait_for(
                "the framed page is awake",
                "document.documentElement.hasAttribute('data-ready')",
            )
            .await
    }

    /// What is asked from here on, is asked in the frame.
    pub async fn enter(&self) -> Done {
        self.leave().await?;
        self.story.driver().enter_frame(0).await
    }

    /// From here on, in the host's page.
    pub async fn leave(&self) -> Done {
        self.story.driver().enter_default_frame().await
    }

    pub async fn outside<T: DeserializeOwned>(&self, expression: &str) -> Done<T> {
        self.leave().await?;
        self.story.ask(expression).await
    }

    /// Does something in the host's page.
    pub async fn host(&self, statements: &str) -> Done {
        self.leave().await?;
        self.story.run(statements).await
    }

    /// Sends a message into the frame, as an expression of JavaScript.
    pub async fn send(&self, message: &str) -> Done {
        self.host(&format!(
            "document.querySelector('iframe').contentWindow.postMessage({message}, '*')"
        ))
        .await
    }

    pub async fn wait_outside(&self, what: &str, expression: &str) -> Done {
        self.leave().await?;
        self.story.wait_for(what, expression).await
    }

    pub async fn wait_inside(&self, what: &str, expression: &str) -> Done {
        self.enter().await?;
        self.story.wait_for(what, expression).await
    }

    /// The page in the frame: what is asked from here on, is asked there.
    pub async fn page(&self) -> Done<Page> {
        self.enter().await?;
        Ok(Page::here(&self.story))
    }

    /// Scrolls the host's page, whatever of it scrolls.
    pub async fn scroll_to(&self, top: u32) -> Done {
        self.host(&format!("{SCROLLER}.scrollTo(0, {top})")).await?;
        self.story.settle().await
    }

    pub async fn scroll_place(&self) -> Done<f64> {
        self.outside(&format!("{SCROLLER}.scrollTop")).await
    }

    /// Where the frame's top stands in the host's view, and how high that is.
    pub async fn frame_in_view(&self) -> Done<(f64, f64)> {
        self.outside("[document.querySelector('iframe').getBoundingClientRect().top, innerHeight]")
            .await
    }

    /// Waits until the story's top stands near the top of the host's view.
    pub async fn wait_story_at_top(&self, what: &str) -> Done {
        let began = Instant::now();
        loop {
            let top = self.page().await?.story_top().await?;
            let (frame, view) = self.frame_in_view().await?;
            if (-2.0..view / 2.0).contains(&(frame + top)) {
                return Ok(());
            }
            assert!(
                began.elapsed() < Duration::from_secs(8),
                "{what}: the story stands at {} in a view of {view}",
                frame + top
            );
        }
    }

    /// How high the frame is in the host's page.
    pub async fn frame_height(&self) -> Done<i64> {
        self.outside("document.querySelector('iframe').clientHeight")
            .await
    }

    /// Waits until the frame is as high as what is in it, and gives that height.
    pub async fn wait_fits(&self) -> Done<i64> {
        self.page().await?.wait_fits_its_frame().await?;
        self.frame_height().await
    }

    /// Nothing went wrong in the host's page nor in the frame; the next page may come.
    pub async fn end(self) -> Done {
        let wrong: Vec<String> = self.outside("wrong").await?;
        assert!(wrong.is_empty(), "wrong in the host's page: {wrong:?}");
        self.enter().await?;
        self.story.leave().await
    }

    /// The messages of one type that our own host has heard.
    pub async fn heard(&self, kind: &str) -> Done<Vec<Value>> {
        self.outside(&format!("heard.filter(h => h.type === {})", json!(kind)))
            .await
    }
}

/// What of the host's page scrolls.
const SCROLLER: &str = "(document.querySelector('.scrolls main') ?? document.scrollingElement)";
