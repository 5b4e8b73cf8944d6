//! How the page is laid out in a frame, and what of it follows the reader there.

use std::time::Duration;

use crate::hosts::{Hosted, Kind, Sandbox, Setup};
use crate::runner::Done;
use crate::story::Story;

pub async fn no_length_comes_from_the_view_of_a_frame_as_high_as_its_content(story: Story) -> Done {
    for mode in ["steps", "scroll", "article"] {
        for width in [340, 1200] {
            let site = match mode {
                "steps" => "?layout=auto",
                "scroll" => "?layout=auto#mode=scroll",
                _ => "?layout=auto#mode=article",
            };
            let setup = Setup {
                height: 400,
                width,
                site,
                ..Setup::of(Kind::Deaf)
            };
            let host = Hosted::awake(&story, setup).await?;
            let shown: String = host.inside("document.documentElement.dataset.mode").await?;
            assert_eq!(shown, mode);
            let stuck: Vec<String> = host
                .inside(
                    "[...document.body.querySelectorAll(':not(dialog, dialog *)')]\
                     .filter(e => e.checkVisibility() && /sticky|fixed/.test(getComputedStyle(e).position))\
                     .map(e => e.className)",
                )
                .await?;
            assert!(stuck.is_empty(), "{mode}, {width} px: {stuck:?} stick");
            // A scrollbar would come and go with the frame's height.
            story
                .run("document.documentElement.style.overflow = 'hidden'")
                .await?;
            let tall = "document.querySelector('.page').offsetHeight";
            let wide =
                "document.documentElement.scrollWidth - document.documentElement.clientWidth";
            let mut heights: Vec<i64> = Vec::new();
            for px in [400, 5000, 900] {
                host.host(&format!("document.querySelector('iframe').height = {px}"))
                    .await?;
                host.enter().await?;
                story.settle().await?;
                heights.push(story.ask(tall).await?);
                let over: i64 = story.ask(wide).await?;
                assert!(over <= 0, "{mode}, {width} px: {over} px too wide");
            }
            assert!(
                heights.iter().all(|h| *h == heights[0]),
                "{mode}, {width} px: the page follows its frame: {heights:?}"
            );
            host.end().await?;
        }
    }
    Ok(())
}

pub async fn a_frame_of_a_given_height_scrolls_inside(story: Story) -> Done {
    for sandbox in Sandbox::ALL {
        let setup = Setup {
            sandbox,
            hidden: sandbox == Sandbox::Scripts,
            height: 700,
            width: 1200,
            ..Setup::of(Kind::Deaf)
        };
        let host = Hosted::open(&story, setup).await?;
        if setup.hidden {
            host.wait_awake().await?;
            host.host("slot.hidden = false").await?;
        }
        host.wait_awake().await?;
        host.wait_layout("fixed").await?;
        // Into the story: the stage sticks beside it.
        story.scroll_to_step("warships").await?;
        story.wait_active(Some("warships")).await?;
        let stage: f64 = story.top_of(".stage").await?;
        story.scroll_by(120).await?;
        assert!(
            (story.top_of(".stage").await? - stage).abs() < 1.0,
            "it sticks"
        );
        // A reader's choice, and a link to it, work without an origin.
        story.toggle("jp").await?;
        assert_eq!(story.root("data-p").await?.as_deref(), Some("1"));
        let choice = story.choice_in_address().await?;
        assert!(choice.contains("p=jp"), "{choice}");
        let full = "(a => [a.href, a.target, a.rel, a.checkVisibility()])(document.querySelector('a.whole'))";
        let (href, target, rel, shown): (String, String, String, bool) = story.ask(full).await?;
        assert!(
            href.contains("p=jp") && href.contains("step=warships"),
            "{href}"
        );
        assert!(!href.contains("layout"), "{href}");
        assert_eq!(
            (target.as_str(), rel.as_str(), shown),
            ("_blank", "noopener", true)
        );
        // Content that grows does not move a host that does not listen, nor the host's page.
        story.run("document.querySelector('.page').append(document.querySelector('.steps').cloneNode(true))")
            .await?;
        story.settle().await?;
        assert_eq!(host.frame_height().await?, 700);
        assert!(host.outside::<f64>("scrollY").await? < 1.0);
        host.end().await?;
    }
    Ok(())
}

pub async fn nothing_scrolls_or_focuses_the_host_on_load(story: Story) -> Done {
    for (kind, height, site) in [
        (Kind::Deaf, 700, "#step=warships&p=jp"),
        (
            Kind::Deaf,
            2000,
            "?layout=auto#step=warships&pin=warships-2013",
        ),
        (Kind::Pym, 0, "#step=warships&p=jp"),
    ] {
        let setup = Setup {
            height,
            site,
            ..Setup::of(kind)
        };
        let host = Hosted::open(&story, setup).await?;
        // From outside: WebKit's driver focuses a frame when it enters it.
        host.wait_outside("the frame is awake and speaks", "spoken > 0")
            .await?;
        let still = "[Math.round(scrollY), document.activeElement === document.body]";
        story
            .assert_stays("the host's page", still, Duration::from_millis(400))
            .await?;
        assert_eq!(story.ask::<(i64, bool)>(still).await?, (0, true), "{site}");
        host.enter().await?;
        story.wait_active(Some("warships")).await?;
        host.end().await?;
    }
    Ok(())
}

/// Scrolls the host so that a step of the frame stands near the top of its view.
async fn scroll_host_to(host: &Hosted, selector: &str) -> Done {
    let top: f64 = host
        .inside(&format!(
            "document.querySelector('{selector}').getBoundingClientRect().top"
        ))
        .await?;
    host.host(&format!(
        "scrollTo(0, scrollY + document.querySelector('iframe').getBoundingClientRect().top + {top} - 150)"
    ))
    .await
}

pub async fn what_is_read_follows_what_is_seen(story: Story) -> Done {
    // The strip of a narrow frame, the stage of a wide one.
    for (width, follower, sandbox) in [
        (700, ".strip", Sandbox::Scripts),
        (1200, ".stage", Sandbox::None),
    ] {
        let setup = Setup {
            width,
            sandbox,
            obeys: true,
            site: "?layout=auto#mode=scroll",
            ..Setup::of(Kind::Own)
        };
        let host = Hosted::awake(&story, setup).await?;
        host.wait_fits("the whole scroll").await?;
        for step in ["warships", "sober-word", "guest"] {
            scroll_host_to(&host, &format!("#s-{step}")).await?;
            host.enter().await?;
            story.wait_active(Some(step)).await?;
        }
        let place: f64 = host
            .inside(&format!(
                "document.querySelector('{follower}').getBoundingClientRect().top"
            ))
            .await?;
        let (top, height): (f64, f64) = host
            .outside("[document.querySelector('iframe').getBoundingClientRect().top, innerHeight]")
            .await?;
        let seen = top + place;
        assert!(
            (-4.0..height / 2.0).contains(&seen),
            "{follower} stands at {seen} of the host's view of {height}"
        );
        host.end().await?;
    }
    Ok(())
}

pub async fn a_source_opens_where_the_reader_is(story: Story) -> Done {
    let setup = Setup {
        sandbox: Sandbox::Scripts,
        obeys: true,
        site: "?layout=auto#mode=scroll",
        ..Setup::of(Kind::Own)
    };
    let host = Hosted::awake(&story, setup).await?;
    host.wait_fits("the whole scroll").await?;
    scroll_host_to(&host, "#s-sober-word").await?;
    host.enter().await?;
    story.wait_active(Some("sober-word")).await?;
    let before: f64 = host.outside("scrollY").await?;
    host.enter().await?;
    story
        .run("document.querySelector('#s-sober-word .txt a.cite').click()")
        .await?;
    story
        .wait_for("the panel is open", "document.querySelector('.panel').open")
        .await?;
    assert_in_sight(&host, ".panel").await?;
    assert!((host.outside::<f64>("scrollY").await? - before).abs() < 1.0);
    host.end().await
}

/// An element of the frame stands wholly within the host's view.
async fn assert_in_sight(host: &Hosted, selector: &str) -> Done {
    let (top, bottom): (f64, f64) = host
        .inside(&format!(
            "(r => [r.top, r.bottom])(document.querySelector('{selector}').getBoundingClientRect())"
        ))
        .await?;
    let (frame, view): (f64, f64) = host
        .outside("[document.querySelector('iframe').getBoundingClientRect().top, innerHeight]")
        .await?;
    assert!(
        frame + top >= -2.0 && frame + bottom <= view + 2.0 && bottom - top > 80.0,
        "{selector} stands from {} to {} in a view of {view}",
        frame + top,
        frame + bottom
    );
    Ok(())
}

pub async fn jumps_lead_to_their_place_or_show_it(story: Story) -> Done {
    // Hosts that scroll when they are asked, and one that does not listen.
    for (kind, height, site) in [
        (Kind::Pym, 0, ""),
        (Kind::Resizer4, 0, ""),
        (Kind::Own, 0, "?layout=auto"),
        (Kind::Deaf, 9000, "?layout=auto"),
    ] {
        let setup = Setup {
            sandbox: Sandbox::Scripts,
            obeys: true,
            height,
            site,
            ..Setup::of(kind)
        };
        let host = Hosted::awake(&story, setup).await?;
        if kind == Kind::Own {
            host.send("{ sightlines: 1, type: 'hello' }").await?;
        }
        if kind != Kind::Deaf {
            host.wait_fits("at first").await?;
        }
        host.host("scrollTo(0, 1000)").await?;
        host.enter().await?;
        story.settle().await?;
        // In the list of contents, to what is still folded.
        story
            .run("document.querySelector('.menu a[href=\"#sources\"]').click()")
            .await?;
        let there = "(r => r.top)(document.querySelector('#sources').getBoundingClientRect())";
        let shown_here = "!!document.querySelector('.panel[open] .src')";
        let began = std::time::Instant::now();
        loop {
            let top: f64 = host.inside(there).await?;
            let (frame, view): (f64, f64) = host
                .outside(
                    "[document.querySelector('iframe').getBoundingClientRect().top, innerHeight]",
                )
                .await?;
            if (-16.0..view).contains(&(frame + top)) {
                break;
            }
            // Only a host that does not listen, in an engine that does not scroll it.
            if kind == Kind::Deaf && host.inside::<bool>(shown_here).await? {
                assert_in_sight(&host, ".panel").await?;
                break;
            }
            assert!(
                began.elapsed() < Duration::from_secs(8),
                "{kind:?}: the sources stand at {} in a view of {view}, and are not shown",
                frame + top
            );
        }
        host.end().await?;
    }
    Ok(())
}
