//! Who leans where, how it moved, and what each side wants: as the moment and the perspective have
//! them.

use serde_json::json;
use sightlines::domain::known::ALL;
use sightlines::domain::relations::{self, Link};
use sightlines::domain::scale::{self, UNITS};
use sightlines::domain::words;
use sightlines::story::model::StepIx;
use sightlines::story::{index, text};
use thirtyfour::Key;

use crate::runner::Done;
use crate::story::{Story, slot};
use crate::tests;

tests![
    the_diagram_turns_to_the_one_actor_that_is_switched_on,
    lines_stand_as_the_positions_do_and_changes_are_marked_and_told,
    a_line_opens_its_statement_by_keyboard,
    a_line_opens_by_pointer_and_follows_the_moment,
    the_small_charts_mark_the_moment,
    what_each_side_wants_follows_the_moment,
    a_side_that_is_not_switched_on_is_folded,
];

/// Japan towards Russia: the first direction of all.
const LINE: &str = ".rels-svg:not([data-turn]) [data-l='0']";

fn step(id: &str) -> StepIx {
    let step = index().steps.iter().position(|s| s.id == id);
    step.unwrap_or_else(|| panic!("no step {id}")) as StepIx
}

fn links(id: &str) -> Vec<Link> {
    let moment = index().steps[step(id) as usize].moment;
    relations::all_at(index().positions, index().main, moment, ALL)
}

async fn the_diagram_turns_to_the_one_actor_that_is_switched_on(story: Story) -> Done {
    story.open("step=warships").await?;
    let cases: [(&[&str], Option<&str>, usize); 7] = [
        (&[], None, 12),
        (&["jp"], Some("jp"), 6),
        (&["ru"], Some("ru"), 6),
        (&["cn"], Some("cn"), 6),
        (&["us"], Some("us"), 6),
        (&["jp", "us"], None, 12),
        (&["jp", "ru", "cn", "us"], None, 12),
    ];
    for (actors, centre, lines) in cases {
        story.see_as(actors).await?;
        let shown = "[...document.querySelectorAll('.rels-svg')].filter(s => s.checkVisibility())\
            .map(s => s.dataset.turn ?? null)";
        let shown: Vec<Option<String>> = story.ask(shown).await?;
        let wanted = centre.map(|actor| slot(actor).to_string());
        assert_eq!(shown, [wanted], "the drawing for {actors:?}");
        assert_eq!(
            story.count_shown(".rels-svg .rel").await?,
            lines,
            "lines for {actors:?}"
        );
    }
    Ok(())
}

async fn lines_stand_as_the_positions_do_and_changes_are_marked_and_told(story: Story) -> Done {
    let mut marked = 0;
    for id in ["warships", "crimea", "guest"] {
        story.open(&format!("step={id}")).await?;
        let moment = index().steps[step(id) as usize].moment;
        let since = relations::compared_with(index(), Some(step(id)), moment);
        for (nth, link) in links(id).into_iter().enumerate() {
            let (actor, toward) = (link.actor, link.toward);
            let changed = relations::changed(index().positions, actor, toward, since, moment, ALL);
            marked += usize::from(changed);
            let level = link.position.map(|p| index().positions[p].level);
            let wanted = json!([
                words::level_mark(level),
                changed,
                words::line(index(), link, changed.then_some(since)),
                changed,
            ]);
            let line = format!(
                "(l => [l.dataset.level, l.hasAttribute('data-news'), l.querySelector('title').textContent, \
                 l.querySelector('.news').checkVisibility()])\
                 (document.querySelector(\".rels-svg:not([data-turn]) [data-l='{nth}']\"))"
            );
            story
                .wait_value(&format!("line {nth} in {id}"), &line, wanted)
                .await?;
        }
    }
    assert!(marked > 1, "the story has changes to mark");
    Ok(())
}

impl Story {
    /// The open line says what the page's list says of that direction's position.
    async fn wait_line_open(&self, link: Link) -> Done {
        let heading = words::line(index(), link, None);
        self.wait_value(
            "the open line's heading",
            "document.querySelector('#line[open] h3')?.textContent ?? null",
            heading,
        )
        .await?;
        let position = link.position.expect("a position to state");
        let same = format!(
            "['.st', '.cite', 'time'].every(part => \
             document.querySelector('#line ' + part)?.textContent \
             === document.querySelector('#p-{position} ' + part).textContent)"
        );
        self.wait_for("the line's statement is the page's", &same)
            .await
    }
}

async fn a_line_opens_its_statement_by_keyboard(story: Story) -> Done {
    story.open("step=warships").await?;
    story.press_on(LINE, Key::Enter).await?;
    story.wait_line_open(links("warships")[0]).await?;
    story
        .wait_for(
            "the focus is in what has opened",
            "document.querySelector('#line').contains(document.activeElement)",
        )
        .await?;
    story.wait_active(Some("warships")).await?;
    story.press(Key::Escape).await?;
    story
        .wait_for("it is closed", "!document.querySelector('#line').open")
        .await?;
    let back = format!(
        "document.activeElement === document.querySelector({})",
        json!(LINE)
    );
    story.wait_for("the focus is back on the line", &back).await
}

async fn a_line_opens_by_pointer_and_follows_the_moment(story: Story) -> Done {
    story.open("step=warships").await?;
    story.click(&format!("{LINE} .hit")).await?;
    story.wait_line_open(links("warships")[0]).await?;
    // Another passage, another position, in the same place.
    story.scroll_to_step("crimea").await?;
    story.wait_active(Some("crimea")).await?;
    story.wait_line_open(links("crimea")[0]).await?;
    story.follow_cite("#line .cite").await?;
    story.close_panel().await?;
    story.click("#line form button").await?;
    story
        .wait_for("it is closed", "!document.querySelector('#line').open")
        .await
}

async fn the_small_charts_mark_the_moment(story: Story) -> Done {
    for id in ["warships", "crimea"] {
        story.open(&format!("step={id}")).await?;
        let moment = index().steps[step(id) as usize].moment;
        let at = f64::from(scale::x(index().knots, moment)) / f64::from(UNITS);
        let off = format!(
            "[...document.querySelectorAll('#drift .drift-box')].map(box => {{\
             const b = box.getBoundingClientRect(), m = box.querySelector('.drift-now').getBoundingClientRect();\
             return Math.abs((m.left + m.right) / 2 - b.left - b.width * {at}) }})"
        );
        let off: Vec<f64> = story.ask(&off).await?;
        assert_eq!(off.len(), 6, "a chart for each pair");
        assert!(off.iter().all(|px| *px < 1.6), "{id}: marks off by {off:?}");
    }
    // The same charts, from the stage.
    story.click(".rels [data-show=drift]").await?;
    assert_eq!(story.count_shown(".panel .drift-box").await?, 6);
    story.close_panel().await?;
    // A perspective's colour goes with the copy: a selector by id once left it behind.
    story.open("step=crimea&p=jp").await?;
    story.click(".rels [data-show=drift]").await?;
    let [there, copied, ink]: [String; 3] = story
        .ask(
            "[...['#drift', '.panel'].map(at => getComputedStyle(document.querySelector(\
             at + ' .drift-line[data-a=\"1\"], ' + at + ' [data-a=\"1\"] .drift-line')).stroke),\
             getComputedStyle(document.body).color]",
        )
        .await?;
    assert_eq!(copied, there);
    assert_ne!(copied, ink);
    story.close_panel().await
}

async fn what_each_side_wants_follows_the_moment(story: Story) -> Done {
    let mut seen = Vec::new();
    for id in ["warships", "guest"] {
        story.open(&format!("step={id}")).await?;
        let moment = index().steps[step(id) as usize].moment;
        let before = relations::compared_with(index(), Some(step(id)), moment);
        let holds = |day| {
            text().stakes.iter().filter(move |s| {
                s.since.start <= day && s.until.is_none_or(|until| day <= until.end)
            })
        };
        let wanted = holds(moment).count();
        let old = holds(moment)
            .filter(|s| holds(before).any(|b| std::ptr::eq(*s, b)))
            .count();
        story.click(".rels [data-show=wants]").await?;
        assert_eq!(story.count_shown(".panel .want li").await?, wanted, "{id}");
        assert_eq!(
            story.count_shown(".panel .want .new").await?,
            wanted - old,
            "new in {id}"
        );
        assert_eq!(
            story.count_shown("#stakes .want li").await?,
            wanted,
            "in the page, {id}"
        );
        seen.push(wanted);
        story.close_panel().await?;
    }
    assert_ne!(seen[0], seen[1], "moments that differ");
    story.scroll_to_show("#stakes").await?;
    story.click("#stakes-all").await?;
    assert_eq!(
        story.count_shown("#stakes .want li").await?,
        text().stakes.len(),
        "all the years"
    );
    Ok(())
}

async fn a_side_that_is_not_switched_on_is_folded(story: Story) -> Done {
    story.open("step=warships").await?;
    let cases: [&[&str]; 4] = [&[], &["cn"], &["jp", "ru"], &["jp", "ru", "cn", "us"]];
    for actors in cases {
        story.see_as(actors).await?;
        for actor in ["jp", "ru", "cn", "us"] {
            let side = format!("#wants details[data-a='{}']", slot(actor));
            let open: bool = story
                .ask(&format!("document.querySelector(\"{side}\").open"))
                .await?;
            assert_eq!(
                open,
                actors.is_empty() || actors.contains(&actor),
                "{actor} in {actors:?}"
            );
        }
    }
    Ok(())
}
