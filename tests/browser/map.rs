//! The map in real engines: whose names and lines it shows, that it flies and is zoomed by buttons
//! alone, what it marks, and that its words are as wide as the program takes them to be.

use serde::Deserialize;
use serde_json::{Value, json};
use sightlines::story::index;
use sightlines::story::model::Point;
use thirtyfour::Key;

use crate::engine::ONE;
use crate::runner::Done;
use crate::story::{Story, WIDE, slot};
use crate::tests;

pub mod everywhere {
    use super::*;
    tests![
        names_follow_the_perspective,
        border_lines_and_caption_follow_the_perspective,
        the_map_flies_from_view_to_view,
        buttons_zoom_with_the_keyboard_and_say_where_it_ends,
        the_wheel_belongs_to_the_page,
        the_events_ring_stands_where_its_place_is,
        a_sketched_way_shows_with_its_event_and_names_its_source,
        what_lies_outside_is_pointed_to,
        the_islands_have_an_inset,
        names_are_as_wide_as_they_were_taken_to_be,
        the_alternative_says_what_is_drawn,
        as_known_then_no_way_is_drawn_before_it_is_told,
        the_article_and_paper_have_a_map_of_their_own,
        a_phones_strip_shows_where_the_event_is,
    ];
}

pub mod in_one {
    use super::*;
    tests![in ONE;
        with_little_motion_it_jumps,
        a_turned_wheel_scrolls_the_page_and_leaves_the_map,
        in_forced_colours_every_line_is_drawn_in_the_readers_own,
    ];
}

/// In the drawing, what is hidden has no box.
const SEEN: &str = "(e => e.checkVisibility() && e.getBoundingClientRect().width > 0)";

/// Of a label, the lines of text that are shown: what they say, and the box of their letters in the
/// view, from the height of a capital to below the line.
const LINES: &str = "(lab => [...(lab.children.length ? lab.children : [lab])]\
    .filter(t => getComputedStyle(t).display !== 'none' && t.getNumberOfChars())\
    .map(t => { const em = parseFloat(getComputedStyle(t).fontSize), m = lab.getScreenCTM();\
      const a = t.getStartPositionOfChar(0), b = t.getEndPositionOfChar(t.getNumberOfChars() - 1);\
      return { words: t.textContent, left: a.x * m.a + m.e, right: b.x * m.a + m.e,\
        top: (a.y - em * .78) * m.d + m.f, bottom: (a.y + em * .24) * m.d + m.f,\
        em: em * m.a }; }))";

#[derive(Debug, Clone, Deserialize)]
struct Line {
    words: String,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    em: f64,
}

impl Line {
    fn meets(&self, other: &Self) -> bool {
        // Half a pixel is not seen.
        self.left + 0.5 < other.right
            && other.left + 0.5 < self.right
            && self.top + 0.5 < other.bottom
            && other.top + 0.5 < self.bottom
    }
}

impl Story {
    /// Opens a passage and waits until its map stands still.
    async fn open_map(&self, choice: &str) -> Done {
        self.open(choice).await?;
        self.wait_landed().await
    }

    /// Waits until the map is drawn where its flight ends. That no animation runs is not enough:
    /// WebKit says so while the last frame drawn is still one from just before the end.
    async fn wait_landed(&self) -> Done {
        // What a step or a size brings is begun in the frame after it.
        self.settle().await?;
        self.wait_for(
            "the map stands still",
            "(() => { const map = document.querySelector('.map'), world = map.querySelector('.world');\
             const drawn = new DOMMatrix(getComputedStyle(world).transform);\
             const goal = new DOMMatrix(world.style.transform || getComputedStyle(world).transform);\
             return map.getAnimations({ subtree: true }).every(a => a.playState !== 'running')\
               && 'abcdef'.split('').every(k => Math.abs(drawn[k] - goal[k]) < 1e-3 * Math.max(1, Math.abs(goal[k]))); })()",
        )
        .await?;
        self.settle().await
    }

    /// The names on the map outside the inset, line by line, or those in the inset.
    async fn names_on_map(&self, part: &str) -> Done<Vec<Vec<String>>> {
        self.ask(&format!(
            "[...document.querySelectorAll('.map {part} .lab')].filter({SEEN}).map({LINES}).map(l => l.map(t => t.words))"
        ))
        .await
    }

    async fn alternative(&self) -> Done<String> {
        self.ask("document.querySelector('.map > svg').getAttribute('aria-label')")
            .await
    }

    async fn camera(&self) -> Done<String> {
        self.ask("document.querySelector('.map .world').getAttribute('style') ?? document.querySelector('.map .world').getAttribute('transform')")
            .await
    }

    async fn is_disabled(&self, deed: &str) -> Done<bool> {
        self.ask(&format!(
            "document.querySelector('.map [data-do={deed}]').ariaDisabled === 'true'"
        ))
        .await
    }
}

fn has(names: &[Vec<String>], lines: &[&str]) -> bool {
    names.iter().any(|name| name == lines)
}

async fn names_follow_the_perspective(story: Story) -> Done {
    story.open_map("step=on-the-shore").await?;
    let both: [&[&str]; 2] = [
        &["Northern Territories", "Southern Kurils"],
        &["Etorofu", "Iturup"],
    ];
    let tokyo: [&[&str]; 2] = [&["Northern Territories"], &["Etorofu"]];
    let moscow: [&[&str]; 2] = [&["Southern Kurils"], &["Iturup"]];
    for (actors, wanted) in [
        (&[][..], both),
        (&["jp"], tokyo),
        (&["ru"], moscow),
        (&["jp", "ru"], both),
        // Neither has a name of its own for them.
        (&["cn"], both),
        (&["jp", "us"], tokyo),
    ] {
        story.see_as(actors).await?;
        story.wait_landed().await?;
        let names = [
            story.names_on_map(".over").await?,
            story.names_on_map(".inset").await?,
        ]
        .concat();
        for name in wanted {
            assert!(has(&names, name), "{name:?} as {actors:?}: {names:?}");
        }
        for name in tokyo.iter().chain(&moscow).chain(&both) {
            assert!(
                wanted.contains(name) || !has(&names, name),
                "{name:?} as {actors:?}: {names:?}"
            );
        }
    }
    // A name is turned to where it is used: elsewhere it is China that has another one.
    story.open_map("step=zone").await?;
    for (actors, wanted) in [
        (&[][..], &["Senkaku", "Diaoyu"][..]),
        (&["jp"], &["Senkaku"]),
        (&["cn"], &["Diaoyu"]),
        (&["jp", "cn"], &["Senkaku", "Diaoyu"]),
        (&["ru"], &["Senkaku", "Diaoyu"]),
    ] {
        story.see_as(actors).await?;
        let names = story.names_on_map(".over").await?;
        assert!(has(&names, wanted), "{wanted:?} as {actors:?}: {names:?}");
    }
    Ok(())
}

async fn border_lines_and_caption_follow_the_perspective(story: Story) -> Done {
    story.open_map("step=on-the-shore").await?;
    for (actors, caption, thick) in [
        (&[][..], "Border drawn by each side", &[][..]),
        (&["jp"], "Border drawn by Japan", &["jp"]),
        (&["ru"], "Border drawn by Russia", &["ru"]),
        (
            &["jp", "ru"],
            "Border drawn by Japan and Russia",
            &["jp", "ru"],
        ),
        (&["us"], "Border drawn by each side", &[]),
        (&["ru", "cn"], "Border drawn by Russia", &["ru"]),
    ] {
        story.see_as(actors).await?;
        assert_eq!(story.text(".map .bord").await?, caption, "as {actors:?}");
        let mut strokes = Vec::new();
        for actor in ["jp", "ru"] {
            let line = format!(".map .m-claim[data-a='{}']", slot(actor));
            let (width, colour, own): (f64, String, String) = story
                .ask(&format!(
                    "(s => [parseFloat(s.strokeWidth), s.stroke, s.getPropertyValue('--c{}')])\
                     (getComputedStyle(document.querySelector(\"{line}\")))",
                    slot(actor)
                ))
                .await?;
            let is_thick = thick.contains(&actor);
            assert_eq!(width > 2.0, is_thick, "{actor} as {actors:?}: {width}");
            assert_eq!(!own.is_empty(), actors.contains(&actor));
            strokes.push(colour);
        }
        // Of two that are drawn alike neither stands out; colour is only for who looks.
        let is_alike = thick.is_empty();
        assert_eq!(
            strokes[0] == strokes[1],
            is_alike,
            "{strokes:?} as {actors:?}"
        );
    }
    Ok(())
}

async fn the_map_flies_from_view_to_view(story: Story) -> Done {
    story.open_map("step=warships").await?;
    story
        .run(
            "window.__flights = 0; document.querySelector('.map .world')\
             .addEventListener('transitionend', e => { if (e.propertyName === 'transform') window.__flights += 1; })",
        )
        .await?;
    let (before, name) = (
        story.camera().await?,
        story.text(".map [data-views]").await?,
    );
    story.scroll_to_step("icebreaker").await?;
    story.wait_active(Some("icebreaker")).await?;
    story
        .wait_for("the map has flown", "window.__flights > 0")
        .await?;
    assert_ne!(story.camera().await?, before);
    assert_ne!(story.text(".map [data-views]").await?, name);
    story.wait_landed().await
}

async fn with_little_motion_it_jumps(story: Story) -> Done {
    story.emulate("prefers-reduced-motion", "reduce").await?;
    story.open_map("step=warships").await?;
    let before = story.camera().await?;
    story
        .run(
            "window.__flights = 0; for (const name of ['transitionrun', 'animationstart'])\
             document.querySelector('.map').addEventListener(name, () => { window.__flights += 1; })",
        )
        .await?;
    story.scroll_to_step("icebreaker").await?;
    story.wait_active(Some("icebreaker")).await?;
    assert_ne!(story.camera().await?, before);
    let still: (usize, usize) = story
        .ask("[window.__flights, document.querySelector('.map').getAnimations({ subtree: true }).length]")
        .await?;
    assert_eq!(still, (0, 0), "no transition and no animation has begun");
    story.emulate("", "").await
}

impl Story {
    /// Sets a media feature; an empty name sets all back.
    async fn emulate(&self, feature: &str, value: &str) -> Done {
        let features = if feature.is_empty() {
            json!([])
        } else {
            json!([{ "name": feature, "value": value }])
        };
        self.driver()
            .cdp()
            .send_raw(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )
            .await
            .map(drop)
    }
}

async fn buttons_zoom_with_the_keyboard_and_say_where_it_ends(story: Story) -> Done {
    story.open_map("step=two-names").await?;
    let first = story.camera().await?;
    assert!(story.is_disabled("zoom-reset").await?, "nothing to undo");
    let mut seen = vec![first.clone()];
    story.focus(".map [data-do=zoom-in]").await?;
    while !story.is_disabled("zoom-in").await? {
        story.press(Key::Enter).await?;
        let now = story.camera().await?;
        assert!(!seen.contains(&now), "each press goes closer");
        seen.push(now);
        assert!(seen.len() < 12, "there is an end to it");
    }
    assert!(seen.len() > 1, "the passage's view is not the closest");
    // At the end it says so, keeps the focus, and does nothing.
    story.press(Key::Enter).await?;
    assert_eq!(Some(&story.camera().await?), seen.last());
    assert!(!story.is_disabled("zoom-reset").await?);
    let held: bool = story
        .ask("document.activeElement.dataset.do === 'zoom-in'")
        .await?;
    assert!(held, "the focus stays");
    story
        .press_on(".map [data-do=zoom-reset]", Key::Enter)
        .await?;
    assert_eq!(story.camera().await?, first, "back to the passage's view");
    assert!(story.is_disabled("zoom-reset").await?);
    story.focus(".map [data-do=zoom-out]").await?;
    for _ in 0..12 {
        if story.is_disabled("zoom-out").await? {
            break;
        }
        story.press(Key::Enter).await?;
    }
    assert!(
        story.is_disabled("zoom-out").await?,
        "there is an end to it on this side too"
    );
    assert_ne!(story.camera().await?, first);
    // The next passage begins with its own view.
    story.wait_landed().await?;
    story.scroll_to_step("icebreaker").await?;
    story.wait_active(Some("icebreaker")).await?;
    assert!(story.is_disabled("zoom-reset").await?);
    Ok(())
}

async fn the_wheel_belongs_to_the_page(story: Story) -> Done {
    story.open_map("step=warships").await?;
    let before = story.camera().await?;
    let taken: Vec<bool> = story
        .ask(
            "['.map > svg', '.map .goal', '.map figcaption'].map(s => !document.querySelector(s)\
             .dispatchEvent(new WheelEvent('wheel', { deltaY: 240, bubbles: true, cancelable: true })))",
        )
        .await?;
    assert_eq!(taken, [false; 3], "nobody takes the wheel from the page");
    story.settle().await?;
    assert_eq!(story.camera().await?, before);
    Ok(())
}

async fn a_turned_wheel_scrolls_the_page_and_leaves_the_map(story: Story) -> Done {
    story.open_map("step=warships").await?;
    let (x, y): (f64, f64) = story
        .ask("(r => [r.x + r.width / 2, r.y + r.height / 2])(document.querySelector('.map > svg').getBoundingClientRect())")
        .await?;
    let (camera, from) = (story.camera().await?, story.scroll_place().await?);
    let turn = json!({ "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": 60 });
    story
        .driver()
        .cdp()
        .send_raw("Input.dispatchMouseEvent", turn)
        .await?;
    story
        .wait_for("the page has scrolled", &format!("scrollY > {from}"))
        .await?;
    assert_eq!(story.camera().await?, camera);
    Ok(())
}

/// Where an event's place is on the plane.
fn place_of(event: &str) -> Option<Point> {
    let event = index().events.iter().find(|e| e.id == event)?;
    let map = index().map.as_ref()?;
    Some(map.places[usize::from(event.place?)].at)
}

/// Where the middle of the event's mark and where its place are in the view, and the drawing's box.
#[derive(Debug, Deserialize)]
struct Aim {
    ring: (f64, f64),
    place: (f64, f64),
    frame: (f64, f64, f64, f64),
    is_shown: bool,
    /// From the mark to the tip of its pointer, if it has one.
    off: Option<(f64, f64)>,
}

impl Story {
    async fn aim(&self, at: Point) -> Done<Aim> {
        let (x, y) = (f64::from(at.x) / 10.0, f64::from(at.y) / 10.0);
        self.ask(&format!(
            "(() => {{ const map = document.querySelector('.map > svg'), goal = map.querySelector('.goal');\
             const m = map.querySelector('.world').getScreenCTM(), f = map.getBoundingClientRect();\
             const middle = r => [r.x + r.width / 2, r.y + r.height / 2];\
             const ring = middle(goal.querySelector('.aim').getBoundingClientRect());\
             const off = goal.querySelector('.off').getAttribute('d');\
             const tip = off && off.match(/-?[0-9.]+/g).slice(2, 4).map(Number);\
             const s = map.getScreenCTM();\
             return {{ ring, place: [{x} * m.a + m.e, {y} * m.d + m.f], frame: [f.left, f.top, f.right, f.bottom],\
               is_shown: !goal.hasAttribute('hidden') && {SEEN}(goal.querySelector('.aim')),\
               off: tip && [tip[0] * s.a + s.e - ring[0], tip[1] * s.d + s.f - ring[1]] }}; }})()"
        ))
        .await
    }
}

async fn the_events_ring_stands_where_its_place_is(story: Story) -> Done {
    for (step, event) in [
        ("warships", "warships-2013"),
        ("on-the-shore", "medvedev-2010"),
        ("zone", "air-zone"),
        ("four-ministers", "two-plus-two"),
    ] {
        story.open_map(&format!("step={step}&e={event}")).await?;
        let aim = story.aim(place_of(event).expect("it has a place")).await?;
        assert!(aim.is_shown && aim.off.is_none(), "{event}: {aim:?}");
        let (dx, dy) = (aim.ring.0 - aim.place.0, aim.ring.1 - aim.place.1);
        assert!(dx.abs() < 1.5 && dy.abs() < 1.5, "{event}: {aim:?}");
    }
    // Of an event without a place no ring is drawn.
    story.open_map("step=to-moscow&e=abe-putin-series").await?;
    let shown: bool = story
        .ask("!document.querySelector('.map .goal').hasAttribute('hidden')")
        .await?;
    assert!(!shown);
    Ok(())
}

async fn a_sketched_way_shows_with_its_event_and_names_its_source(story: Story) -> Done {
    for (link, name, cite) in [
        (
            "step=icebreaker&e=snow-dragon",
            Some("Snow Dragon, 2012"),
            "4-7",
        ),
        ("step=icebreaker&e=missile-tests", None, ""),
        (
            "step=warships&e=warships-2013",
            Some("Warships, July 2013"),
            "4-8",
        ),
        ("step=warships&e=eastern-drill", None, ""),
    ] {
        story.open_map(link).await?;
        let drawn: usize = story
            .ask(&format!(
                "[...document.querySelectorAll('.map .m-route')].filter({SEEN}).length"
            ))
            .await?;
        assert_eq!(drawn, usize::from(name.is_some()), "{link}");
        let said: Vec<(String, Vec<String>)> = story
            .ask(
                "[...document.querySelectorAll('.map .way-say')].filter(s => s.checkVisibility())\
                 .map(s => [s.textContent, [...s.querySelectorAll('a.cite')].map(c => c.dataset.c)])",
            )
            .await?;
        let Some(name) = name else {
            assert!(said.is_empty(), "{link}: {said:?}");
            continue;
        };
        assert_eq!(said.len(), 1, "{link}: {said:?}");
        let (words, cites) = &said[0];
        assert!(words.starts_with(&format!("{name}: sketch")), "{words}");
        assert_eq!(cites, &[cite]);
        let names = story.names_on_map(".over").await?;
        assert!(has(&names, &[name]), "{link}: {names:?}");
        assert!(story.alternative().await?.contains(name));
    }
    // The cite leads to the source, as any other.
    story.open_map("step=warships&e=warships-2013").await?;
    story
        .follow_cite(".map .way-say:not([hidden]) a.cite")
        .await?;
    story.close_panel().await
}

async fn what_lies_outside_is_pointed_to(story: Story) -> Done {
    // Sochi is west of all that is drawn.
    story.open_map("step=guest&e=sochi-talk").await?;
    let aim = story.aim(place_of("sochi-talk").expect("a place")).await?;
    let (left, top, right, bottom) = aim.frame;
    let inside = |(x, y): (f64, f64)| x > left && x < right && y > top && y < bottom;
    assert!(
        aim.is_shown && inside(aim.ring) && !inside(aim.place),
        "{aim:?}"
    );
    let off = aim.off.expect("a pointer");
    let way = (aim.place.0 - aim.ring.0, aim.place.1 - aim.ring.1);
    let cosine = (off.0 * way.0 + off.1 * way.1) / (off.0.hypot(off.1) * way.0.hypot(way.1));
    assert!(cosine > 0.7, "it points there: {aim:?}");
    // Moscow and Washington stand at the edge with their names, and point outwards.
    story.open_map("step=warships").await?;
    let names = story.names_on_map(".over").await?;
    for (actor, name) in [("ru", "Moscow"), ("us", "Washington")] {
        assert!(has(&names, &[name]), "{names:?}");
        let (at, tip): ((f64, f64), (f64, f64)) = story
            .ask(&format!(
                "(() => {{ const map = document.querySelector('.map > svg'), f = map.getBoundingClientRect();\
                 const middle = e => (r => [r.x + r.width / 2, r.y + r.height / 2])(e.getBoundingClientRect());\
                 const [x, y] = middle(map), sight = map.querySelector(\".sight[data-a='{}']\");\
                 return ['.eye', '.off'].map(s => sight.querySelector(s)).map(middle).map(p => [(p[0] - x) / f.width, (p[1] - y) / f.height]); }})()",
                slot(actor)
            ))
            .await?;
        let edge = at.0.abs().max(at.1.abs());
        assert!((0.34..0.5).contains(&edge), "{name} at the edge: {at:?}");
        assert!(
            tip.0.abs().max(tip.1.abs()) > edge,
            "{name} points outwards: {at:?} {tip:?}"
        );
    }
    Ok(())
}

async fn the_islands_have_an_inset(story: Story) -> Done {
    story.open_map("step=two-wars").await?;
    let drawn: (bool, f64) = story
        .ask(&format!(
            "(g => [{SEEN}(g.querySelector('.frame')), g.querySelector('svg use').getBoundingClientRect().width])\
             (document.querySelector('.map .inset'))"
        ))
        .await?;
    assert!(drawn.0 && drawn.1 > 100.0, "the land is in it: {drawn:?}");
    let names = story.names_on_map(".inset").await?;
    for name in [
        &["Northern Territories", "Southern Kurils"][..],
        &["Etorofu", "Iturup"],
        &["Kunashiri"],
        &["Shikotan"],
        &["Habomai"],
    ] {
        assert!(
            names
                .iter()
                .any(|n| n.len() == name.len() && n[0].starts_with(name[0])),
            "{name:?} in {names:?}"
        );
    }
    // From near by it would show nothing more.
    story.open_map("step=two-names").await?;
    assert!(story.names_on_map(".inset").await?.is_empty());
    Ok(())
}

/// Every line of every name on the map.
#[derive(Debug, Deserialize)]
struct Drawn {
    frame: (f64, f64, f64, f64),
    labels: Vec<Vec<Line>>,
    inset: Vec<Vec<Line>>,
    inset_frame: Option<(f64, f64, f64, f64)>,
}

impl Story {
    async fn drawn(&self) -> Done<Drawn> {
        self.ask(&format!(
            "(() => {{ const map = document.querySelector('.map > svg');\
             const box = e => (r => [r.left, r.top, r.right, r.bottom])(e.getBoundingClientRect());\
             const labels = part => [...map.querySelectorAll(part + ' .lab')].filter({SEEN}).map({LINES});\
             const frame = map.querySelector('.inset .frame');\
             return {{ frame: box(map), labels: labels('.over'), inset: labels('.inset'),\
               inset_frame: frame && {SEEN}(frame) ? box(frame) : null }}; }})()"
        ))
        .await
    }

    /// No name covers another or leaves the frame; letters can be read.
    async fn assert_names_fit(&self, how: &str) -> Done {
        let drawn = self.drawn().await?;
        assert!(!drawn.labels.is_empty(), "{how}: no names");
        let mut faults = Vec::new();
        let parts = [
            (&drawn.labels, Some(drawn.frame)),
            (&drawn.inset, drawn.inset_frame),
        ];
        for (labels, frame) in parts {
            for (i, label) in labels.iter().enumerate() {
                let Some((left, top, right, bottom)) = frame else {
                    faults.push(format!("{label:?} without a frame"));
                    continue;
                };
                for line in label {
                    if line.left < left
                        || line.right > right
                        || line.top < top
                        || line.bottom > bottom
                    {
                        faults.push(format!("{} leaves the frame: {line:?}", line.words));
                    }
                    // Names of countries are the smallest.
                    if line.em < 8.0 {
                        faults.push(format!("{} is too small: {line:?}", line.words));
                    }
                    let others = labels[..i].iter().flatten();
                    let met = others.filter(|other| other.meets(line));
                    faults.extend(met.map(|other| format!("{line:?} meets {other:?}")));
                }
            }
        }
        if let Some((left, top, right, bottom)) = drawn.inset_frame {
            let under = drawn.labels.iter().flatten().filter(|line| {
                line.left + 0.5 < right
                    && left + 0.5 < line.right
                    && line.top + 0.5 < bottom
                    && top + 0.5 < line.bottom
            });
            faults.extend(under.map(|line| format!("{line:?} lies under the inset")));
        }
        assert!(faults.is_empty(), "{how}:\n  {}", faults.join("\n  "));
        Ok(())
    }
}

/// The computed widths are tested natively for every passage, perspective and size; here it is shown
/// that they are those of real letters.
async fn names_are_as_wide_as_they_were_taken_to_be(story: Story) -> Done {
    let steps = ["two-wars", "two-names", "warships", "zone"];
    let views: [&[&str]; 3] = [&[], &["jp"], &["jp", "ru"]];
    for width in [1280, 768, 320] {
        if width == 320 {
            story.open_narrow("step=two-wars").await?;
        } else {
            story.resize((width, 1000)).await?;
            story.open("step=two-wars").await?;
        }
        if width < 1088 {
            story.click(".unfold").await?;
        }
        for step in steps {
            for actors in views {
                let list = actors.join(",");
                let link = format!("step={step}&p={list}");
                story
                    .run(&format!("location.hash = {}", json!(link)))
                    .await?;
                story
                    .wait_for(
                        "the link has been followed",
                        &format!(
                            "document.querySelector('.step.is-on')?.id === 's-{step}' && (document.documentElement.dataset.p ?? '') === '{}'",
                            actors.iter().map(|a| slot(a).to_string()).collect::<Vec<_>>().join(" ")
                        ),
                    )
                    .await?;
                story.wait_landed().await?;
                story
                    .assert_names_fit(&format!("{width} px, {link}"))
                    .await?;
            }
        }
    }
    story.driver().enter_default_frame().await?;
    story.resize(WIDE).await
}

async fn the_alternative_says_what_is_drawn(story: Story) -> Done {
    for (link, wanted, unwanted) in [
        (
            "step=warships&e=warships-2013",
            &[
                "The event is marked at Sea of Okhotsk.",
                "Every name of a disputed place is written.",
                "Border drawn by each side.",
                "A way is sketched: Warships, July 2013.",
            ][..],
            &["Names used by", "outside"][..],
        ),
        (
            "step=guest&e=sochi-talk&p=jp,ru",
            &[
                "The event lies outside the map, at Sochi.",
                "Names used by Japan and Russia.",
                "Border drawn by Japan and Russia.",
            ],
            &["sketched", "Every name"],
        ),
        (
            "step=zone&e=air-zone&p=cn",
            &["The event is marked at Diaoyu.", "Names used by China."],
            &["Senkaku", "sketched"],
        ),
        (
            "step=zone&e=air-zone&p=jp,cn",
            &["The event is marked at Senkaku / Diaoyu."],
            &[],
        ),
        (
            "step=to-moscow&e=abe-putin-series",
            &["The sources give the event no place."],
            &["is marked", "sketched"],
        ),
    ] {
        story.open_map(link).await?;
        let said = story.alternative().await?;
        for words in wanted {
            assert!(said.contains(words), "{link}: {words} in {said}");
        }
        for words in unwanted {
            assert!(!said.contains(words), "{link}: {words} in {said}");
        }
        let view = story.text(".map [data-views]").await?;
        assert!(said.starts_with(&format!("Map: {view}.")), "{said}");
        // How each line of sight is drawn.
        let drawn: Vec<String> = story
            .ask("[...document.querySelectorAll('.map .sight')].map(s => s.dataset.heard)")
            .await?;
        for (slot, heard) in drawn.iter().enumerate() {
            let word = match heard.as_str() {
                "direct" => "Speaks",
                "reported" => "Heard through others",
                "silent" => "Silent",
                _ => "Not involved",
            };
            let capital = index().actors[slot].capital;
            assert!(said.contains(&format!("{capital}: {word}")), "{said}");
        }
    }
    // It follows without a new page, and never a step behind.
    story.open_map("step=warships&e=warships-2013").await?;
    story.scroll_to_step("icebreaker").await?;
    story.wait_active(Some("icebreaker")).await?;
    let said = story.alternative().await?;
    assert!(
        said.contains("A way is sketched: Snow Dragon, 2012."),
        "{said}"
    );
    Ok(())
}

async fn as_known_then_no_way_is_drawn_before_it_is_told(story: Story) -> Done {
    // The article that tells of both ways came out in late 2013.
    for (day, is_told) in [("2013-07-20", false), ("2016-12-01", true)] {
        for (event, name) in [
            ("snow-dragon", "Snow Dragon, 2012"),
            ("warships-2013", "Warships, July 2013"),
        ] {
            story
                .open_map(&format!("t={day}&e={event}&known=1"))
                .await?;
            let drawn: bool = story
                .ask(&format!(
                    "[...document.querySelectorAll('.map .m-route')].some({SEEN})"
                ))
                .await?;
            let said = story.alternative().await?;
            let names = story.names_on_map(".over").await?;
            assert_eq!(drawn, is_told, "{event} on {day}");
            assert_eq!(said.contains(name), is_told, "{event} on {day}: {said}");
            assert!(is_told || !has(&names, &[name]), "{event} on {day}");
        }
    }
    Ok(())
}

/// Both names and every side's line, whatever the reader has chosen on the screen.
async fn the_article_and_paper_have_a_map_of_their_own(story: Story) -> Done {
    const LAND: &str = "document.querySelector('.still .world use').getBoundingClientRect().width";
    story.open("step=warships&p=jp").await?;
    assert!(!story.is_shown(".still").await?, "not beside the stage");
    story.click(".menu summary").await?;
    story.click("[name=mode][value=article]").await?;
    assert!(story.is_shown(".still").await?);
    let land: f64 = story.ask(LAND).await?;
    assert!(land > 300.0, "the stage's land is drawn: {land}");
    story.open("").await?;
    story
        .run("delete document.documentElement.dataset.js")
        .await?;
    assert!(story.is_shown(".still").await?);
    let land: f64 = story.ask(LAND).await?;
    assert!(land > 300.0, "the stage's land is drawn: {land}");
    let names: Vec<Vec<String>> = story
        .ask(&format!(
            "[...document.querySelectorAll('.still .lab')].filter({SEEN}).map({LINES}).map(l => l.map(t => t.words))"
        ))
        .await?;
    for name in [
        &["Northern Territories", "Southern Kurils"][..],
        &["Etorofu", "Iturup"],
        &["Senkaku", "Diaoyu"],
        &["Tokyo"],
        &["Moscow"],
    ] {
        assert!(has(&names, name), "{name:?} in {names:?}");
    }
    let caption = story.text(".still figcaption").await?;
    for line in ["Border drawn by Japan", "Border drawn by Russia"] {
        assert!(caption.contains(line), "{caption}");
    }
    let buttons: usize = story.count_shown(".still button, #stage button").await?;
    assert_eq!(buttons, 0, "nothing there does nothing");
    story.run("document.documentElement.dataset.js = ''").await
}

async fn a_phones_strip_shows_where_the_event_is(story: Story) -> Done {
    story.open_narrow("step=warships&e=warships-2013").await?;
    for step in ["warships", "zone", "guest"] {
        story.scroll_to_step(step).await?;
        story.wait_active(Some(step)).await?;
        let (ring, land): (Value, f64) = story
            .ask(
                "(() => { const crop = document.querySelector('.crop'), r = crop.getBoundingClientRect();\
                 const aim = document.querySelector('.map .goal > g').getAttribute('transform').match(/-?[0-9.]+/g).map(Number);\
                 const m = crop.getScreenCTM();\
                 return [[(aim[0] * m.a + m.e - r.left) / r.width, (aim[1] * m.d + m.f - r.top) / r.height],\
                   crop.querySelector('use').getBoundingClientRect().width]; })()",
            )
            .await?;
        let (x, y): (f64, f64) = serde_json::from_value(ring).expect("a place");
        let inside = (0.05..0.95).contains(&x) && (0.05..0.95).contains(&y);
        assert!(inside, "the ring of {step} is in the strip: {x} {y}");
        assert!(land > 100.0, "the land is drawn: {land}");
    }
    Ok(())
}

async fn in_forced_colours_every_line_is_drawn_in_the_readers_own(story: Story) -> Done {
    story.emulate("forced-colors", "active").await?;
    story.open_map("step=warships&p=jp,ru").await?;
    // What is drawn differs from what it is drawn on.
    let faint: Vec<String> = story
        .ask(
            "(() => { const probe = document.createElement('i'); document.body.append(probe);\
             const of = c => { probe.style.cssText = 'forced-color-adjust: none; color: ' + c; return getComputedStyle(probe).color; };\
             const ground = of('Canvas');\
             const out = [['.map .ray', 'stroke'], ['.map .aim', 'stroke'], ['.map .m-claim', 'stroke'], ['.map .m-coast', 'stroke'],\
               ['.map .m-route', 'stroke'], ['.map .relay-n', 'fill'], ['.map .lab', 'fill'], ['.rel .shaft', 'stroke'], ['.rel .head', 'fill'],\
               ['.node .nm', 'fill'], ['.tl-tick', 'fill'], ['.tl-axis', 'stroke'], ['.tl-year', 'fill'], ['.reg i.d', 'backgroundColor']]\
               .filter(([s, p]) => getComputedStyle(document.querySelector(s))[p] === ground).map(([s]) => s);\
             probe.remove(); return out; })()",
        )
        .await?;
    story.emulate("", "").await?;
    assert!(
        faint.is_empty(),
        "drawn in the ground's own colour: {faint:?}"
    );
    Ok(())
}
