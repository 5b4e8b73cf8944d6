//! One event through every pair of eyes: pinning, the matrix, the register, the table.

use std::collections::BTreeMap;

use serde_json::json;
use sightlines::domain::compare;
use sightlines::domain::window::Window;
use sightlines::story::index;
use sightlines::story::model::Event;
use thirtyfour::Key;

use crate::engine::Engine;
use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    an_event_is_pinned_in_its_record_and_its_readings_stand_side_by_side,
    every_column_is_whole_for_every_event,
    silence_is_of_three_kinds,
    a_pin_stays_while_one_reads_on_and_is_let_go,
    the_register_picks_an_event_by_key_and_by_click,
    a_link_brings_the_pin_and_back_takes_it_away,
    the_columns_of_a_perspective_stand_out_and_none_goes,
    the_table_sorts_and_the_focus_stays,
    the_table_shows_where_sources_differ_and_what_the_window_holds,
    a_row_leads_to_the_passage_and_pins_its_event,
    a_phone_shows_one_column_at_a_time,
];

/// The matrix as a grid: for each column the rows that its cells cover.
const SPANS: &str = "(() => { const open = {}; const spans = {}; \
    [...document.querySelectorAll('.matrix tbody tr')].forEach((tr, row) => \
      [...tr.children].slice(1).forEach(td => { (spans[td.dataset.a] ??= []).push([row, td.rowSpan]); })); \
    return spans; })()";

impl Story {
    async fn wait_compared(&self, event: &str) -> Done {
        let same = format!(
            "document.querySelector('#compared').textContent === document.querySelector({}).textContent",
            json!(format!("#e-{event}-t"))
        );
        self.wait_for(&format!("{event} is compared"), &same).await
    }

    /// The words of a column's cells, from top to bottom.
    async fn column(&self, slot: usize) -> Done<Vec<String>> {
        self.ask(&format!(
            "[...document.querySelectorAll('.matrix td[data-a=\"{slot}\"]')].map(td => td.textContent.trim())"
        ))
        .await
    }

    /// The events of the table's rows that are shown, by index, in their order.
    async fn rows_shown(&self) -> Done<Vec<u16>> {
        self.ask(
            "[...document.querySelectorAll('.all tbody tr')].filter(tr => tr.checkVisibility()).map(tr => Number(tr.dataset.e))",
        )
        .await
    }

    /// Slides to an event, as a reader does who knows where it stands.
    async fn pin_by_register(&self, event: usize) -> Done {
        self.run(&format!(
            "const slider = document.querySelector('.reg-in'); slider.value = {event}; \
             slider.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ))
        .await
    }
}

async fn an_event_is_pinned_in_its_record_and_its_readings_stand_side_by_side(
    story: Story,
) -> Done {
    story.open("").await?;
    let pin = "#e-warships-2013 > .pin";
    story.scroll_to_show(pin).await?;
    story.click(pin).await?;
    story.wait_compared("warships-2013").await?;
    story
        .wait_for(
            "its heading has the focus and is seen",
            "(h => document.activeElement === h && h.getBoundingClientRect().top >= document.querySelector('.top').getBoundingClientRect().bottom \
              && h.getBoundingClientRect().bottom < innerHeight)(document.querySelector('#compared'))",
        )
        .await?;
    // Every reading of the record stands in its actor's column and in its aspect's row.
    let misplaced: Vec<String> = story
        .ask(
            "[...document.querySelectorAll('#e-warships-2013 .r')].filter(r => { \
               const row = document.querySelectorAll('.matrix tbody tr')[r.dataset.row]; \
               const cell = row.querySelector(`td[data-a=\"${r.closest('.reading').dataset.a}\"]`); \
               return !cell?.textContent.includes(r.querySelector('.st').textContent.trim()); \
             }).map(r => r.textContent)",
        )
        .await?;
    assert!(misplaced.is_empty(), "{misplaced:?}");
    let doubles: Vec<String> = story
        .ask("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)")
        .await?;
    assert!(doubles.is_empty(), "ids that stand twice: {doubles:?}");
    // Its cites lead to the sources as everywhere.
    story.follow_cite(".matrix a.cite").await?;
    story.close_panel().await?;
    // And the stage's card pins what it shows.
    story.scroll_to_step("zone").await?;
    story.wait_event_shown("air-zone").await?;
    story.click("#stage .card .pin").await?;
    story.wait_compared("air-zone").await
}

async fn every_column_is_whole_for_every_event(story: Story) -> Done {
    story.open("").await?;
    for (ix, event) in index().events.iter().enumerate() {
        story.pin_by_register(ix).await?;
        story.wait_compared(event.id).await?;
        let spans: BTreeMap<String, Vec<(usize, usize)>> = story.ask(SPANS).await?;
        assert_eq!(spans.len(), index().main, "{}: columns", event.id);
        for (slot, cells) in spans {
            let mut next = 0;
            for (row, rows) in cells {
                assert_eq!(row, next, "{}: column {slot} at row {row}", event.id);
                next = row + rows;
            }
            assert_eq!(next, compare::ASPECTS, "{}: column {slot}", event.id);
        }
        let empty: usize = story
            .ask("[...document.querySelectorAll('.matrix td')].filter(td => !td.textContent.trim()).length")
            .await?;
        assert_eq!(empty, 0, "{}: cells without a word", event.id);
    }
    Ok(())
}

async fn silence_is_of_three_kinds(story: Story) -> Done {
    story.open("pin=warships-2013").await?;
    story.wait_compared("warships-2013").await?;
    let (japan, china, america) = (
        story.column(1).await?,
        story.column(3).await?,
        story.column(4).await?,
    );
    assert_eq!(japan[0], "No statement in these sources");
    let says = &japan[japan.len() - 1];
    assert!(says.starts_with("Heard only through others"), "{says}");
    // Worded by the story itself.
    let says = &china[china.len() - 1];
    assert!(
        says.starts_with("No statement in these sources") && says.contains("nobody in Beijing"),
        "{says}"
    );
    assert_eq!(america.len(), 1, "one cell for an actor with nothing");
    assert!(america[0].starts_with("Not involved"), "{}", america[0]);
    let who = story.text(".compared .who").await?;
    assert_eq!(
        who,
        "Heard through others: Japan, Russia, China. Not involved: United States."
    );
    Ok(())
}

async fn a_pin_stays_while_one_reads_on_and_is_let_go(story: Story) -> Done {
    story.open("step=zone&pin=warships-2013").await?;
    story.wait_compared("warships-2013").await?;
    story.scroll_to_step("crimea").await?;
    story.wait_active(Some("crimea")).await?;
    story.wait_compared("warships-2013").await?;
    story
        .run("document.querySelector('[data-do=unpin]').click()")
        .await?;
    let at_hand = story
        .event_shown()
        .await?
        .expect("this passage has an event");
    story.wait_compared(&at_hand).await?;
    assert!(
        !story.is_shown("[data-do=unpin]").await?,
        "nothing to let go"
    );
    // The way to the comparison takes the event at hand along.
    story.click(".nav > a[href='#compare']").await?;
    story
        .wait_for(
            "the comparison is in view",
            "document.querySelector('#compare').getBoundingClientRect().top < innerHeight / 2",
        )
        .await?;
    story.wait_compared(&at_hand).await
}

async fn the_register_picks_an_event_by_key_and_by_click(story: Story) -> Done {
    let all = outline().by_time();
    story.open("pin=warships-2013").await?;
    story.scroll_to_show(".reg").await?;
    let at = all.iter().position(|e| e == "warships-2013").unwrap();
    story.press_on(".reg-in", Key::Right).await?;
    story.wait_compared(&all[at + 1]).await?;
    let (said, title): (String, String) = story
        .ask("[document.querySelector('.reg-in').ariaValueText ?? document.querySelector('.reg-in').getAttribute('aria-valuetext'), document.querySelector('#compared').textContent]")
        .await?;
    assert!(said.contains(&title) && said.contains("Russia"), "{said}");
    story.press(Key::End).await?;
    story.wait_compared(&all[all.len() - 1]).await?;
    story.press(Key::Home).await?;
    story.wait_compared(&all[0]).await?;
    // A click on a column, wherever it stands, picks its event, and it is outlined.
    for column in [1, 17, all.len() / 2, all.len() - 2, all.len() - 1] {
        let (x, y): (f64, f64) = story
            .ask(&format!(
                "(r => [r.left + r.width / 2, r.top + r.height / 2])(document.querySelectorAll('.reg-rows > :nth-child(2) > i')[{column}].getBoundingClientRect())"
            ))
            .await?;
        story.drag((x, y), (x, y)).await?;
        story.wait_compared(&all[column]).await?;
        let off: f64 = story
            .ask(&format!(
                "Math.abs(document.querySelector('.reg-at').getBoundingClientRect().left - document.querySelectorAll('.reg-rows > :first-child > i')[{column}].getBoundingClientRect().left)"
            ))
            .await?;
        assert!(
            off < 1.5,
            "the outline stands {off} px beside column {column}"
        );
    }
    Ok(())
}

async fn a_link_brings_the_pin_and_back_takes_it_away(story: Story) -> Done {
    story.open("step=zone").await?;
    story.wait_active(Some("zone")).await?;
    story.wait_compared("air-zone").await?;
    let pin = "#e-air-zone > .pin";
    story.scroll_to_show(pin).await?;
    story.click(pin).await?;
    let link = story.choice_in_address().await?;
    assert!(link.ends_with("pin=air-zone"), "{link}");
    story.driver().back().await?;
    story
        .wait_for(
            "the pin is gone",
            "!location.hash.includes('pin=') && document.querySelector('[data-do=unpin]').hidden",
        )
        .await?;
    story.open("pin=sochi-talk").await?;
    story.wait_compared("sochi-talk").await?;
    story
        .wait_for(
            "a link to a comparison leads to it",
            "Math.abs(document.querySelector('#compared').getBoundingClientRect().top) < innerHeight / 2",
        )
        .await
}

async fn the_columns_of_a_perspective_stand_out_and_none_goes(story: Story) -> Done {
    story.open("pin=warships-2013").await?;
    let colour = |slot: usize| {
        format!(
            "getComputedStyle(document.querySelector('.matrix td[data-a=\"{slot}\"]')).backgroundColor"
        )
    };
    let plain: String = story.ask(&colour(1)).await?;
    assert_eq!(plain, story.ask::<String>(&colour(3)).await?);
    story.see_as(&["jp"]).await?;
    story
        .wait_for(
            "Japan's column is tinted",
            &format!("{} !== '{plain}'", colour(1)),
        )
        .await?;
    assert_eq!(
        plain,
        story.ask::<String>(&colour(3)).await?,
        "China's is not"
    );
    assert_eq!(
        story.count_shown(".matrix thead th[data-a]").await?,
        index().main,
        "every column is still there"
    );
    assert!(!story.is_shown(".cols").await?, "there is room for all");
    Ok(())
}

async fn the_table_sorts_and_the_focus_stays(story: Story) -> Done {
    let all = index().events.len() as u16;
    story.open("").await?;
    let by = |what: &str| format!(".all button[value={what}]");
    story.scroll_to_show(".all thead").await?;
    assert_eq!(story.rows_shown().await?, (0..all).collect::<Vec<_>>());
    let heard = |e: &u16| compare::heard(&index().events[*e as usize].voices);
    story.press_on(&by("heard"), Key::Enter).await?;
    let rows = story.rows_shown().await?;
    assert_eq!(rows.len(), all as usize);
    assert!(
        rows.is_sorted_by_key(|e| (std::cmp::Reverse(heard(e)), *e)),
        "{rows:?}"
    );
    story.press(Key::Enter).await?;
    let rows = story.rows_shown().await?;
    assert!(rows.is_sorted_by_key(|e| (heard(e), *e)), "{rows:?}");
    let kept: bool = story
        .ask(&format!(
            "document.activeElement.matches('{}')",
            by("heard")
        ))
        .await?;
    assert!(kept, "the focus stays in the header");
    story.click(&by("theme")).await?;
    let themes: Vec<String> = story
        .ask("[...document.querySelectorAll('.all tbody tr')].map(tr => tr.children[tr.children.length - 3].textContent)")
        .await?;
    let mut groups = themes.clone();
    groups.dedup();
    let mut kinds = themes;
    kinds.sort();
    kinds.dedup();
    assert_eq!(groups.len(), kinds.len(), "theme by theme: {groups:?}");
    let sorted: Vec<(String, String)> = story
        .ask("[...document.querySelectorAll('.all [aria-sort]')].map(th => [th.textContent, th.ariaSort ?? th.getAttribute('aria-sort')])")
        .await?;
    assert_eq!(sorted, [("Theme".to_owned(), "ascending".to_owned())]);
    story.click(&by("date")).await?;
    assert_eq!(story.rows_shown().await?, (0..all).collect::<Vec<_>>());
    story.click(&by("date")).await?;
    assert_eq!(
        story.rows_shown().await?,
        (0..all).rev().collect::<Vec<_>>()
    );
    Ok(())
}

async fn the_table_shows_where_sources_differ_and_what_the_window_holds(story: Story) -> Done {
    let all = index().events.len();
    story.open("").await?;
    let status = "document.querySelector('.sift [role=status]').textContent";
    story
        .wait_value("the count", status, format!("{all} of {all} events"))
        .await?;
    let differing = |words: &str| {
        format!(
            "[...document.querySelectorAll('.all tbody tr')].filter(tr => tr.checkVisibility()).every(tr => /{words}/.test(tr.children[tr.children.length - 2].textContent))"
        )
    };
    for (value, words) in [(1, "a fact"), (2, "a motive"), (4, "what it means")] {
        let choose = format!(".sift input[value='{value}']");
        story.scroll_to_show(".sift").await?;
        story.click(&choose).await?;
        let shown = story.rows_shown().await?.len();
        assert!(0 < shown && shown < all, "{words}: {shown}");
        assert!(story.ask::<bool>(&differing(words)).await?, "{words}");
        story
            .wait_value("the count", status, format!("{shown} of {all} events"))
            .await?;
        story.click(&choose).await?;
    }
    assert_eq!(story.rows_shown().await?.len(), all);
    // A held window leaves the rest out; the stage that follows the text does not.
    story.open("hold=1&w=2013-01-01..2013-12-31").await?;
    let (from, to) = (
        sightlines::domain::date::Day::from_ymd(2013, 1, 1),
        sightlines::domain::date::Day::from_ymd(2013, 12, 31),
    );
    let within = |e: &Event| Window { from, to }.contains(e.anchor);
    let wanted: Vec<u16> = (0..all as u16)
        .filter(|e| within(&index().events[*e as usize]))
        .collect();
    assert_eq!(story.rows_shown().await?, wanted);
    story
        .wait_value(
            "the count",
            status,
            format!("{} of {all} events", wanted.len()),
        )
        .await?;
    story.click(".bind input[value=follow]").await?;
    assert_eq!(story.rows_shown().await?.len(), all);
    Ok(())
}

async fn a_row_leads_to_the_passage_and_pins_its_event(story: Story) -> Done {
    story.open("").await?;
    let row = format!(
        ".all tr[data-e='{}']",
        outline()
            .by_time()
            .iter()
            .position(|e| e == "air-zone")
            .unwrap()
    );
    story.scroll_to_show(&row).await?;
    story.scroll_by(-120).await?;
    story.click(&format!("{row} .plain")).await?;
    story.wait_compared("air-zone").await?;
    story.scroll_to_show(&row).await?;
    story.scroll_by(-120).await?;
    story.click(&format!("{row} a")).await?;
    story
        .wait_for(
            "its record is in view",
            "(t => t > 0 && t < innerHeight / 2)(document.querySelector('#e-air-zone').getBoundingClientRect().top)",
        )
        .await?;
    story.wait_active(Some(&story.step_of("air-zone").id)).await
}

async fn a_phone_shows_one_column_at_a_time(story: Story) -> Done {
    story.open_narrow("pin=warships-2013").await?;
    let columns = "[...document.querySelectorAll('.matrix thead th[data-a]')].filter(th => th.checkVisibility()).map(th => th.dataset.a).join()";
    story.wait_value("the column", columns, "1").await?;
    story.scroll_to_show(".cols").await?;
    story.click(".cols input[value='3']").await?;
    story.wait_value("the column", columns, "3").await?;
    // Taking a side turns to its column.
    story.toggle("ru").await?;
    story.wait_value("the column", columns, "2").await?;
    // The register is wider than the screen; its outlined column is in sight all the same.
    let seen: bool = story
        .ask("(at => at.left >= 0 && at.right <= innerWidth)(document.querySelector('.reg-at').getBoundingClientRect())")
        .await?;
    assert!(seen, "the outlined column is scrolled into view");
    if story.engine == Engine::Chromium {
        let wide: bool = story
            .ask("(r => r.scrollWidth > r.clientWidth)(document.querySelector('.reg').parentElement)")
            .await?;
        assert!(wide, "it scrolls in a frame of its own");
    }
    Ok(())
}
