//! As known then: with the switch on, nothing that was not known on the reader's day is anywhere in
//! the page, neither to be seen nor to be heard.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;
use sightlines::domain::date::{Date, Day};
use thirtyfour::Key;

use crate::outline::outline;
use crate::runner::Done;
use crate::story::Story;
use crate::tests;

tests![
    nothing_that_was_not_known_then_is_in_the_article,
    nothing_that_was_not_known_then_is_beside_the_stage,
    what_was_known_then_is_in_the_page,
    no_link_leads_to_what_is_not_known_yet,
    nothing_is_counted_that_is_not_known_yet,
    one_passage_at_a_time_it_is_one_that_is_known,
    the_switch_keeps_the_moment_and_stands_in_the_link,
    the_readers_day_is_moved_by_the_slider_and_not_by_the_text,
    before_the_first_article_there_is_nothing_but_a_way_to_it,
    stepping_goes_through_what_is_known_and_stays_on_the_readers_day,
    a_passage_that_stays_keeps_its_place_and_one_that_goes_leaves_it_to_the_one_before,
    an_article_on_the_timeline_brings_its_day,
    switched_off_all_is_there_again,
];

// ---------------------------------------------------------------- what the story says

/// Something the story says, in plain words, and the day from which on it could be known.
struct Said {
    words: String,
    known: Day,
}

/// Worked out from the story's own file, not from the page.
struct Record {
    said: Vec<Said>,
    /// Events' ids with their days.
    events: Vec<(String, Day)>,
    /// Days on which articles came out, in order.
    editions: Vec<Day>,
    /// What need not be shown although it is known.
    passing: BTreeSet<String>,
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn date(value: &Value) -> Option<Date> {
    Date::parse(value.as_str()?).ok()
}

fn words(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The longest stretch of a text that no markup interrupts.
fn plain(text: &str) -> String {
    // Words stand in brackets, what they refer to in parentheses right after.
    let pieces = text.split(']').flat_map(|piece| {
        let refers = piece.starts_with('(').then(|| piece.find(')')).flatten();
        piece[refers.map_or(0, |end| end + 1)..].split(['[', '*'])
    });
    let longest = pieces.max_by_key(|piece| piece.chars().count());
    longest.unwrap_or_default().trim().to_owned()
}

impl Record {
    fn read() -> Self {
        let dist = std::env::var("SIGHTLINES_DIST").expect("SIGHTLINES_DIST names the built site");
        let text = std::fs::read_to_string(Path::new(&dist).join("story.json"));
        let story: Value =
            serde_json::from_str(&text.expect("the site holds the story")).expect("JSON");
        let mut record = Self {
            said: Vec::new(),
            events: Vec::new(),
            editions: Vec::new(),
            passing: BTreeSet::new(),
        };
        let out = |id: &str| {
            let source = list(&story["sources"]).iter().find(|s| s["id"] == id);
            date(&source.expect("a source")["date"])
                .expect("a date")
                .end
        };
        let sources = list(&story["sources"]);
        let mut editions: Vec<Day> = sources.iter().map(|s| out(words(&s["id"]))).collect();
        editions.sort_unstable();
        editions.dedup();
        let last = *editions.last().expect("a source");
        // All that it rests on must be out; what rests on nothing looks back over everything.
        let cited = |of: &Value| {
            let days = list(&of["cites"]).iter();
            let days = days.map(|cite| out(words(cite).split_once(':').expect("a cite").0));
            days.max().unwrap_or(last)
        };
        let or_later =
            |day: Day, of: &Value| date(&of["known"]).map_or(day, |known| known.end.max(day));
        let statement = |of: &Value, around: Option<Day>| {
            let day = or_later(cited(of), of);
            around.map_or(day, |around| day.max(around))
        };

        for source in sources {
            let day = out(words(&source["id"]));
            for part in ["title", "date_note", "vantage", "hears"] {
                record.say(&source[part], day);
            }
        }
        for event in list(&story["events"]) {
            let told = list(&event["summary"])
                .iter()
                .map(cited)
                .min()
                .expect("a summary");
            let start = date(&event["date"]).expect("a date").start;
            let day = or_later(told.max(start), event);
            record.events.push((words(&event["id"]).to_owned(), day));
            record.say(&event["title"], day);
            for part in ["summary", "readings", "doubts"] {
                for of in list(&event[part]) {
                    record.say(&of["text"], statement(of, Some(day)));
                }
            }
        }
        for part in ["positions", "stakes"] {
            for of in list(&story[part]) {
                let since = date(&of["since"]).expect("a date").start;
                record.say(&of["text"], statement(of, Some(since)));
            }
        }
        // What a side wants is shown while it holds.
        let passing = list(&story["stakes"]).iter();
        record.passing = passing.map(|of| plain(words(&of["text"]))).collect();
        for of in list(&story["disagreements"]) {
            let sides = list(&of["sides"]).iter();
            let day = or_later(sides.map(cited).max().expect("two sides"), of);
            for part in ["topic", "handling"] {
                record.say(&of[part], day);
            }
            for side in list(&of["sides"]) {
                record.say(&side["text"], day);
            }
        }
        for of in list(&story["gaps"]) {
            let day = date(&of["known"]).map_or(last, |known| known.end);
            record.say(&of["title"], day);
            record.say(&of["text"], day);
        }
        for chapter in list(&story["chapters"]) {
            let mut first = None::<Day>;
            for step in list(&chapter["steps"]) {
                let text = list(&step["text"]).iter().flat_map(list);
                let told = text.map(|of| {
                    record.say(&of["text"], statement(of, None));
                    cited(of)
                });
                let listed = if step["list"].is_null() {
                    last
                } else {
                    editions[0]
                };
                let day = or_later(told.min().unwrap_or(listed), step);
                record.say(&step["title"], day);
                for of in list(&step["readings"]) {
                    record.say(&of["text"], statement(of, None));
                }
                first = Some(first.map_or(day, |first| first.min(day)));
            }
            let day = or_later(first.expect("a step"), chapter);
            record.say(&chapter["title"], day);
            record.say(&chapter["dek"], day);
        }
        for actor in list(&story["actors"]) {
            record.say(&actor["voice_note"], last);
        }
        let published = date(&story["meta"]["published"]).expect("a date").start;
        record.say(&story["meta"]["dek"], published);
        for of in list(&story["meta"]["method"]) {
            record.say(of, published);
        }
        for of in list(&story["meta"]["corrections"]) {
            record.say(&of["text"], published);
        }
        record.say(&story["chart"]["alt"], published);
        record.editions = editions;
        record
    }

    fn say(&mut self, text: &Value, known: Day) {
        let words = plain(words(text));
        if words.chars().count() >= 8 {
            self.said.push(Said { words, known });
        }
    }

    /// Before the first article, on each one's day and on the eve of it, at the end.
    fn moments(&self) -> Vec<Day> {
        let mut moments = BTreeSet::from([Day::from_ymd(2012, 6, 1), Day::from_ymd(2016, 12, 31)]);
        for day in &self.editions {
            moments.extend([Day(day.0 - 1), *day]);
        }
        moments.into_iter().collect()
    }

    /// What must not be said on a day: what is known later, unless something known says it too.
    fn ahead(&self, day: Day) -> Vec<&str> {
        let known: Vec<&str> = self
            .said
            .iter()
            .filter(|s| s.known <= day)
            .map(|s| s.words.as_str())
            .collect();
        let later = self
            .said
            .iter()
            .filter(|s| s.known > day)
            .map(|s| s.words.as_str());
        later
            .filter(|words| !known.iter().any(|k| k.contains(words)))
            .collect()
    }
}

// ---------------------------------------------------------------- what the page says

impl Story {
    /// All that the page says to anyone: text, names, descriptions and values of all that is there.
    async fn all_said(&self) -> Done<String> {
        let walk = "(() => { const out = []; const walk = n => {\
            if (n.nodeType === 3) { out.push(n.data); return; }\
            if (n.nodeType !== 1 || /^(script|style|noscript|template)$/i.test(n.tagName)) return;\
            if (getComputedStyle(n).display === 'none') return;\
            for (const a of ['alt', 'title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'summary'])\
              if (n.hasAttribute(a)) out.push(n.getAttribute(a));\
            for (const a of ['aria-labelledby', 'aria-describedby'])\
              for (const id of (n.getAttribute(a) ?? '').split(' '))\
                out.push(document.getElementById(id)?.textContent ?? '');\
            if (n.value && n.type !== 'radio' && n.type !== 'checkbox') out.push(String(n.value));\
            n.childNodes.forEach(walk); };\
            walk(document.body); return out.join('\\n'); })()";
        self.ask(walk).await
    }

    /// Another choice by its link, in the open page.
    async fn follow(&self, link: &str) -> Done {
        self.run(&format!("location.hash = {}", serde_json::json!(link)))
            .await?;
        self.settle().await?;
        self.settle().await
    }

    async fn wait_day(&self, day: Day) -> Done {
        let words = sightlines::story::date_words();
        self.wait_value(
            "the reader's day",
            "document.querySelector('.then:not([hidden]) b')?.textContent.replace('As known on ', '') ?? null",
            day.label(&words),
        )
        .await
    }

    /// How many elements that match have a place in the page, drawn ones too.
    async fn count_placed(&self, selector: &str) -> Done<usize> {
        self.ask(&format!(
            "[...document.querySelectorAll({})]\
             .filter(e => getComputedStyle(e).display !== 'none' && (e.ownerSVGElement || e.getClientRects().length)).length",
            serde_json::json!(selector)
        ))
        .await
    }

    async fn is_there(&self, selector: &str) -> Done<bool> {
        Ok(self.count_placed(selector).await? > 0)
    }
}

const SWITCH: &str = ".ctl [name=known]";
const NEXT_ARTICLE: &str = "[data-do=next-article]";

async fn nothing_that_was_not_known_then_is_in_the_article(story: Story) -> Done {
    story.assert_nothing_ahead("mode=article").await
}

async fn nothing_that_was_not_known_then_is_beside_the_stage(story: Story) -> Done {
    story.assert_nothing_ahead("step=guest&p=jp,ru,cn,us").await
}

impl Story {
    async fn assert_nothing_ahead(&self, rest: &str) -> Done {
        let record = Record::read();
        self.open("").await?;
        let mut found = Vec::new();
        for day in record.moments() {
            self.follow(&format!("{rest}&t={}&known=1", day.iso()))
                .await?;
            self.wait_day(day).await?;
            let said = self.all_said().await?;
            let ahead = record.ahead(day).into_iter();
            let slips = ahead.filter(|words| said.contains(words));
            found.extend(slips.map(|words| format!("{}: {words}", day.iso())));
        }
        assert!(
            found.is_empty(),
            "known only later:\n  {}",
            found.join("\n  ")
        );
        Ok(())
    }
}

/// Or the tests above could be passed by an empty page.
async fn what_was_known_then_is_in_the_page(story: Story) -> Done {
    let record = Record::read();
    story.open("").await?;
    for day in record.moments() {
        story
            .follow(&format!("mode=article&t={}&known=1", day.iso()))
            .await?;
        story.wait_day(day).await?;
        let known = record.events.iter().filter(|(_, known)| *known <= day);
        let known: BTreeSet<String> = known.map(|(id, _)| id.clone()).collect();
        let shown: BTreeSet<String> = story
            .ask("[...document.querySelectorAll('article.event')].filter(e => e.checkVisibility()).map(e => e.id.slice(2))")
            .await?;
        assert_eq!(shown, known, "on {}", day.iso());
        let said = story.all_said().await?;
        let missing: Vec<&str> = record
            .said
            .iter()
            .filter(|s| s.known <= day && !record.passing.contains(&s.words))
            .filter(|s| !said.contains(&s.words))
            .map(|s| s.words.as_str())
            .collect();
        assert!(
            missing.is_empty(),
            "missing on {}:\n  {}",
            day.iso(),
            missing.join("\n  ")
        );
    }
    Ok(())
}

/// Not even a line under words says that there will be more to them.
async fn no_link_leads_to_what_is_not_known_yet(story: Story) -> Done {
    story.open("").await?;
    for day in Record::read().moments() {
        story
            .follow(&format!("mode=article&t={}&known=1", day.iso()))
            .await?;
        story.wait_day(day).await?;
        let dead: Vec<String> = story
            .ask(
                "[...document.querySelectorAll('.page a[href^=\"#\"]')].filter(a => a.checkVisibility())\
                 .filter(a => document.getElementById(a.hash.slice(1))?.closest('[data-later]'))\
                 .map(a => a.className + ' ' + a.hash + ': ' + a.textContent)",
            )
            .await?;
        assert!(dead.is_empty(), "on {}: {dead:#?}", day.iso());
    }
    Ok(())
}

async fn nothing_is_counted_that_is_not_known_yet(story: Story) -> Done {
    let record = Record::read();
    story.open("").await?;
    let last = *record.editions.last().expect("a source");
    let (sources, chapters) = (outline().sources, outline().chapters.len());
    let totals = [
        format!("Source {sources} of {sources}"),
        format!("of {chapters}"),
    ];
    for day in record.moments() {
        story
            .follow(&format!("mode=article&t={}&known=1", day.iso()))
            .await?;
        story.wait_day(day).await?;
        story.lay_out_all().await?;
        let heads: String = story
            .ask(
                "[...document.querySelectorAll('.chap-head p:not(.chap-dek), #sources .src > .small')]\
                 .filter(p => p.checkVisibility()).map(p => p.innerText).join('\\n')",
            )
            .await?;
        let is_all_out = day >= last;
        assert!(
            is_all_out || !heads.contains(" of "),
            "on {}: {heads}",
            day.iso()
        );
        // The years of a chapter do not run ahead.
        let year: u32 = day.iso()[..4].parse().expect("a year");
        let ahead = (year + 1..=2016).find(|y| heads.contains(&y.to_string()));
        assert_eq!(ahead, None, "on {}: {heads}", day.iso());
        assert!(
            !is_all_out || totals.iter().all(|total| heads.contains(total)),
            "on {}: {heads}",
            day.iso()
        );
    }
    Ok(())
}

/// A link to a passage that nobody could know then opens at the nearest one that is known.
async fn one_passage_at_a_time_it_is_one_that_is_known(story: Story) -> Done {
    story
        .open("step=president-elect&t=2014-02-28&known=1&mode=steps")
        .await?;
    let shown: Vec<String> = story
        .ask("[...document.querySelectorAll('.step')].filter(s => s.checkVisibility()).map(s => s.id.slice(2))")
        .await?;
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(story.active_step().await?, Some(shown[0].clone()));
    let link = story.choice_in_address().await?;
    assert!(
        link.starts_with(&format!("step={}&", shown[0])),
        "the link says where one is: {link}"
    );
    Ok(())
}

async fn the_switch_keeps_the_moment_and_stands_in_the_link(story: Story) -> Done {
    story.open("step=guest&t=2014-03-01").await?;
    assert!(
        story
            .is_there("#e-trump-elected, #sources .src:nth-child(3)")
            .await?
    );
    story.click(SWITCH).await?;
    story.wait_day(Day::from_ymd(2014, 3, 1)).await?;
    assert_eq!(story.moment().await?, "1 March 2014");
    let link = story.choice_in_address().await?;
    assert!(
        link.contains("t=2014-03-01") && link.ends_with("known=1"),
        "{link}"
    );
    story.reload().await?;
    story.wait_day(Day::from_ymd(2014, 3, 1)).await?;
    assert!(!story.is_there("#sources .src:nth-child(3)").await?);
    // The history holds the state before.
    story.driver().back().await?;
    story
        .wait_for("all is there", "document.querySelector('.then').hidden")
        .await?;
    assert!(story.is_there("#sources .src:nth-child(3)").await?);
    Ok(())
}

async fn the_readers_day_is_moved_by_the_slider_and_not_by_the_text(story: Story) -> Done {
    story.open("step=guest&t=2014-03-01&known=1").await?;
    story.scroll_to_step("warships").await?;
    story.wait_active(Some("warships")).await?;
    story.wait_event_shown("warships-2013").await?;
    assert_eq!(story.moment().await?, "1 March 2014");
    story.press_on(".in-moment", Key::Left).await?;
    story.wait_day(Day::from_ymd(2014, 2, 28)).await?;
    story.press_on(".in-moment", Key::Home).await?;
    story
        .wait_for(
            "nothing is known",
            "[...document.querySelectorAll('.step')].every(s => !s.checkVisibility())",
        )
        .await?;
    let phrase: String = story
        .ask("document.querySelector('.in-moment').getAttribute('aria-valuetext')")
        .await?;
    assert!(!phrase.contains(','), "no event is named: {phrase}");
    Ok(())
}

async fn before_the_first_article_there_is_nothing_but_a_way_to_it(story: Story) -> Done {
    let record = Record::read();
    story.open("t=2013-07-16&known=1").await?;
    story.wait_day(Day::from_ymd(2013, 7, 16)).await?;
    assert_eq!(
        story
            .count_placed(".chap, .event, .src, .mark, .tl-pub[data-d]")
            .await?,
        0
    );
    assert_eq!(story.event_shown().await?, None);
    let words = sightlines::story::date_words();
    let first = record.editions[0].label(&words);
    let status = story.text(".then [role=status]").await?;
    assert!(status.contains(&first), "{status}");
    story.scroll_to_show(".then").await?;
    story.click(NEXT_ARTICLE).await?;
    story.wait_day(record.editions[0]).await?;
    assert!(story.is_there(".chap").await?);
    for day in &record.editions[1..] {
        story.click(NEXT_ARTICLE).await?;
        story.wait_day(*day).await?;
    }
    assert!(!story.is_there(NEXT_ARTICLE).await?, "no article is left");
    let status = story.text(".then [role=status]").await?;
    let all = outline().sources;
    assert!(status.starts_with(&format!("{all} of {all}")), "{status}");
    Ok(())
}

async fn stepping_goes_through_what_is_known_and_stays_on_the_readers_day(story: Story) -> Done {
    let record = Record::read();
    let day = Day::from_ymd(2014, 2, 28);
    story.open("t=2014-02-28&known=1").await?;
    story.wait_day(day).await?;
    let known = record
        .events
        .iter()
        .filter(|(_, known)| *known <= day)
        .count();
    let count = story.text(".count").await?;
    assert!(
        count.ends_with(&format!("of {known}")),
        "{count} of {known}"
    );
    for button in [
        "back", "back", "forward", "forward", "forward", "forward", "forward", "forward",
    ] {
        story
            .click(&format!("#dock .row [data-do={button}]"))
            .await?;
        let shown = story
            .event_shown()
            .await?
            .expect("an event is on the stage");
        let (_, from) = record
            .events
            .iter()
            .find(|(id, _)| *id == shown)
            .expect("an event");
        assert!(*from <= day, "{shown} is known later");
        story.wait_day(day).await?;
    }
    Ok(())
}

async fn a_passage_that_stays_keeps_its_place_and_one_that_goes_leaves_it_to_the_one_before(
    story: Story,
) -> Done {
    story.open("step=warships&t=2014-02-28").await?;
    story.scroll_to_show("#s-warships .txt").await?;
    let before = story.top_of("#s-warships .txt").await?;
    story.click(SWITCH).await?;
    story.wait_day(Day::from_ymd(2014, 2, 28)).await?;
    let after = story.top_of("#s-warships .txt").await?;
    assert!((after - before).abs() <= 1.0, "from {before} to {after}");
    // A passage of 2016, years before it.
    story
        .open("step=president-elect&t=2016-12-31&known=1")
        .await?;
    story.scroll_to_step("president-elect").await?;
    for _ in 0..3 {
        story.press_on(".in-moment", Key::PageDown).await?;
    }
    story
        .wait_for(
            "the passage is gone",
            "!document.querySelector('#s-president-elect').checkVisibility()",
        )
        .await?;
    let active = story.active_step().await?;
    assert!(active.is_some(), "something is being read");
    story.wait_active_is_shown().await
}

impl Story {
    async fn wait_active_is_shown(&self) -> Done {
        self.wait_for(
            "the step being read is in the view",
            "(s => s && s.checkVisibility() && s.getBoundingClientRect().bottom > 0 \
             && s.getBoundingClientRect().top < innerHeight)(document.querySelector('.step.is-on'))",
        )
        .await
    }
}

async fn an_article_on_the_timeline_brings_its_day(story: Story) -> Done {
    story.open("step=guest").await?;
    assert_eq!(
        story.count_placed(".tl-pub[data-d]").await?,
        5,
        "always there"
    );
    story.click(".tl-pub[data-d] text").await?;
    let first = Record::read().editions[0];
    story
        .wait_for(
            "the moment is the article's day",
            &format!("location.hash.includes('t={}')", first.iso()),
        )
        .await?;
    story.click(SWITCH).await?;
    story.wait_day(first).await?;
    assert_eq!(story.count_placed(".tl-pub[data-d]").await?, 1);
    Ok(())
}

async fn switched_off_all_is_there_again(story: Story) -> Done {
    story.open("step=guest").await?;
    let all =
        "[...document.querySelectorAll('body *')].map(e => e.hasAttribute('data-later')).join()";
    let before: String = story.ask(all).await?;
    story.click(SWITCH).await?;
    let link = story.choice_in_address().await?;
    assert!(link.ends_with("known=1"), "{link}");
    story.press_on(".in-moment", Key::Home).await?;
    story.press_on(".in-moment", Key::End).await?;
    story.press_on(".in-moment", Key::PageUp).await?;
    story.focus("[data-do=known-leave]").await?;
    story.press(Key::Enter).await?;
    story
        .wait_for("all is there", "document.querySelector('.then').hidden")
        .await?;
    let held: bool = story
        .ask("document.activeElement === document.querySelector('.ctl [name=known]')")
        .await?;
    assert!(held, "the focus goes to the switch");
    // The card's content is a copy of what is on the stage now.
    let count = "document.querySelectorAll('[data-later]').length";
    let hidden: usize = story.ask(count).await?;
    assert_eq!(hidden, before.matches("true").count());
    Ok(())
}
