//! Links: an address carries the whole choice, and opens it cold; back and forward work.

use crate::outline::outline;
use crate::runner::Done;
use crate::story::{Scene, Story};
use crate::tests;

tests![
    ten_links_open_cold,
    broken_links_are_told_quietly_and_the_rest_of_them_counts,
    a_choice_made_in_the_page_is_the_same_from_its_address,
    back_and_forward_go_through_the_decisions,
];

/// A link, and what of the page it must show.
struct Link {
    choice: &'static str,
    step: Option<&'static str>,
    event: Option<&'static str>,
    /// A part of the moment's words.
    moment: &'static str,
    perspective: &'static str,
    hold: bool,
    mode: &'static str,
}

const LINK: Link = Link {
    choice: "",
    step: None,
    event: None,
    moment: "",
    perspective: "",
    hold: false,
    mode: "scroll",
};

const SOUND: [Link; 10] = [
    Link {
        choice: "step=zone",
        step: Some("zone"),
        event: Some("air-zone"),
        ..LINK
    },
    Link {
        choice: "step=warships&p=jp,ru",
        step: Some("warships"),
        perspective: "1 2",
        ..LINK
    },
    Link {
        choice: "step=silences&p=cn",
        step: Some("silences"),
        perspective: "3",
        ..LINK
    },
    Link {
        choice: "t=2014-02-08&e=sochi-talk",
        event: Some("sochi-talk"),
        moment: "8 February 2014",
        ..LINK
    },
    Link {
        choice: "e=hiroshima&p=us",
        event: Some("hiroshima"),
        moment: "2016",
        perspective: "4",
        ..LINK
    },
    Link {
        choice: "t=2013-12",
        moment: "December 2013",
        ..LINK
    },
    Link {
        choice: "w=2010-01-01..2013-12-31&hold=1",
        hold: true,
        ..LINK
    },
    Link {
        choice: "step=host&p=jp%2Cru%2Ccn%2Cus",
        step: Some("host"),
        perspective: "1 2 3 4",
        ..LINK
    },
    Link {
        choice: "step=guest&mode=article",
        mode: "article",
        ..LINK
    },
    Link {
        choice: "step=warships&t=2013-07-16&e=warships-2013&w=2010-01-01..2016-12-31&hold=1&p=jp,ru&mode=scroll",
        step: Some("warships"),
        event: Some("warships-2013"),
        moment: "July 2013",
        perspective: "1 2",
        hold: true,
        ..LINK
    },
];

const BROKEN: [Link; 9] = [
    Link {
        choice: "step=nowhere&p=ru",
        perspective: "2",
        ..LINK
    },
    Link {
        choice: "step=zone&e=never-happened",
        step: Some("zone"),
        event: Some("air-zone"),
        ..LINK
    },
    Link {
        choice: "step=zone&p=jp,atlantis",
        step: Some("zone"),
        perspective: "1",
        ..LINK
    },
    Link {
        choice: "step=zone&t=yesterday",
        step: Some("zone"),
        event: Some("air-zone"),
        ..LINK
    },
    Link {
        choice: "step=zone&w=2016-01-01..2010-01-01",
        step: Some("zone"),
        ..LINK
    },
    Link {
        choice: "step=zone&mode=interpretive-dance",
        step: Some("zone"),
        ..LINK
    },
    Link {
        choice: "step=zone&t=2013-02-31",
        step: Some("zone"),
        ..LINK
    },
    Link {
        choice: "p=%E0%A4%A&step=%%%&t=%",
        ..LINK
    },
    Link {
        choice: "step=%3Cimg%20src=x%20onerror=alert(1)%3E&p=us",
        perspective: "4",
        ..LINK
    },
];

impl Story {
    async fn assert_shows(&self, link: &Link) -> Done {
        let choice = link.choice;
        if let Some(step) = link.step {
            self.wait_active(Some(step)).await?;
            let top = self.top_of(&format!("#s-{step}")).await?;
            assert!(
                (0.0..800.0).contains(&top),
                "{choice}: the passage stands at {top}"
            );
        }
        if let Some(event) = link.event {
            self.wait_event_shown(event).await?;
        }
        let moment = self.moment().await?;
        assert!(
            moment.contains(link.moment),
            "{choice}: the moment is {moment}"
        );
        assert_eq!(
            self.root("data-p").await?.unwrap_or_default(),
            link.perspective,
            "{choice}"
        );
        assert_eq!(
            self.root("data-hold").await?.is_some(),
            link.hold,
            "{choice}"
        );
        assert_eq!(
            self.root("data-mode").await?.as_deref(),
            Some(link.mode),
            "{choice}"
        );
        Ok(())
    }
}

async fn ten_links_open_cold(story: Story) -> Done {
    for link in &SOUND {
        story.open(link.choice).await?;
        story.assert_shows(link).await?;
        assert!(
            !story.is_shown(".notice").await?,
            "{}: there is nothing to notice",
            link.choice
        );
    }
    // The window of the link filters.
    story.open("w=2013-01-01..2013-12-31&hold=1").await?;
    let outside = "document.querySelectorAll('article.event[data-out]').length";
    story
        .wait_for(
            "events are out of the window",
            &format!("{outside} > 0 && {outside} < {}", outline().events.len()),
        )
        .await
}

async fn broken_links_are_told_quietly_and_the_rest_of_them_counts(story: Story) -> Done {
    for link in &BROKEN {
        story.open(link.choice).await?;
        story.assert_shows(link).await?;
        assert!(
            story.is_shown(".notice").await?,
            "{}: a notice says what could not be read",
            link.choice
        );
        let role: String = story
            .ask("document.querySelector('.notice').getAttribute('role')")
            .await?;
        assert_eq!(role, "status", "the notice is polite");
    }
    // The notice goes when it is told to.
    story
        .run("document.querySelector('.notice button').click()")
        .await?;
    story
        .wait_for(
            "the notice is gone",
            "!document.querySelector('.notice').checkVisibility()",
        )
        .await?;
    // What is no choice at all is an anchor, known or not: nothing to tell.
    for anchor in ["garbage", "%%%%", "utm-source"] {
        story.open(anchor).await?;
        assert!(!story.is_shown(".notice").await?, "#{anchor} is left alone");
    }
    story.open("sources").await?;
    let top = story.top_of("#sources").await?;
    assert!(
        (0.0..400.0).contains(&top),
        "an anchor leads to its place: {top}"
    );
    Ok(())
}

async fn a_choice_made_in_the_page_is_the_same_from_its_address(story: Story) -> Done {
    story.open("").await?;
    assert_eq!(
        story.choice_in_address().await?,
        "",
        "nothing chosen, nothing in the address"
    );
    story.scroll_to_step("customers").await?;
    story.wait_active(Some("customers")).await?;
    story.see_as(&["jp", "cn"]).await?;
    let mut links = vec![(story.choice_in_address().await?, story.scene().await?)];
    story.drag_moment_to_event("sochi-2016").await?;
    links.push((story.choice_in_address().await?, story.scene().await?));
    story.hold_a_window().await?;
    links.push((story.choice_in_address().await?, story.scene().await?));
    for (link, scene) in links {
        story.open(&link).await?;
        story.wait_active(scene.step.as_deref()).await?;
        assert_eq!(story.scene().await?, scene, "{link}");
        assert_eq!(
            story.choice_in_address().await?,
            link,
            "the address that opened it stays"
        );
    }
    Ok(())
}

async fn back_and_forward_go_through_the_decisions(story: Story) -> Done {
    story.open("").await?;
    story.scroll_to_step("guest").await?;
    story.wait_active(Some("guest")).await?;
    story.choice_in_address().await?;
    let mut scenes: Vec<Scene> = vec![story.scene().await?];
    for actor in ["jp", "ru"] {
        story.toggle(actor).await?;
        scenes.push(story.scene().await?);
    }
    let root = "document.documentElement.getAttribute('data-p') ?? ''";
    for scene in [&scenes[1], &scenes[0]] {
        story.driver().back().await?;
        story
            .wait_value(
                "the perspective, after going back,",
                root,
                scene.perspective.clone(),
            )
            .await?;
        story.wait_active(scene.step.as_deref()).await?;
        assert_eq!(story.scene().await?, *scene, "after going back");
    }
    for scene in &scenes[1..] {
        story.driver().forward().await?;
        story
            .wait_value(
                "the perspective, after going forward,",
                root,
                scene.perspective.clone(),
            )
            .await?;
        story.wait_active(scene.step.as_deref()).await?;
        assert_eq!(story.scene().await?, *scene, "after going forward");
    }
    Ok(())
}
