//! From which day on a reader of the two papers could know what the small story says. The Gazette
//! came out on 3 May 2019, the newsletter some time in 2020.

use serde_json::json;

use super::{SMALL, Value, accept, small};
use story::date::Day;
use story::model::{Index, StakeKind, Text};
use story::resolve::resolve;

const GAZETTE: Day = Day::from_ymd(2019, 5, 3);
const TIDE: Day = Day::from_ymd(2020, 12, 31);

/// The small story with a field or an item set.
fn with(pointer: &str, value: Value) -> (Index, Text) {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    match story.pointer_mut(parent).unwrap() {
        Value::Array(items) => items[field.parse::<usize>().unwrap()] = value,
        object => object[field] = value,
    }
    resolve(&accept(&story.to_string()))
}

#[test]
fn an_edition_is_a_day_on_which_sources_came_out() {
    assert_eq!(small().0.editions, [GAZETTE, TIDE]);
    let (index, _) = with("/sources/1/date", json!("2019-05-03"));
    assert_eq!(index.editions, [GAZETTE], "each day once");
    let (index, _) = with("/sources/1/date", json!("2018"));
    let new_year_s_eve = Day::from_ymd(2018, 12, 31);
    assert_eq!(
        index.editions,
        [new_year_s_eve, GAZETTE],
        "in the order of time"
    );
}

#[test]
fn a_statement_is_known_when_all_its_sources_are_out() {
    let (_, text) = small();
    let known = |beat: usize| text.beats[beat].text[0].published_by;
    assert_eq!([known(0), known(1), known(2)], [TIDE, TIDE, GAZETTE]);
    let vote = &text.events[1];
    assert_eq!(
        vote.doubts[0].published_by, TIDE,
        "without cites: when the last one is out"
    );
    assert_eq!(vote.doubts[0].statement.published_by, TIDE);
    assert_eq!(text.events[2].readings[0].published_by, TIDE);
}

#[test]
fn an_author_s_day_holds_where_it_is_later() {
    let (_, text) = small();
    let [wants, says, fears] = text.events[1].readings else {
        panic!("three readings of the vote");
    };
    let june = Day::from_ymd(2019, 6, 30);
    assert_eq!(
        [wants.published_by, says.published_by, fears.published_by],
        [GAZETTE, june, TIDE]
    );
    assert_eq!(
        says.statement.published_by, june,
        "reading and statement agree"
    );
}

#[test]
fn an_event_is_known_by_its_summary_and_not_before_it_happens() {
    let (index, text) = small();
    let known: Vec<_> = index.events.iter().map(|e| e.published_by).collect();
    assert_eq!(known, [TIDE, GAZETTE, Day::from_ymd(2021, 1, 1)]);
    assert!(
        index
            .events
            .iter()
            .zip(text.events)
            .all(|(e, t)| e.published_by == t.published_by)
    );

    let two = json!([
        { "text": "It stopped.", "kind": "reported", "cites": ["tide:3"] },
        { "text": "It was sold.", "kind": "reported", "cites": ["gazette:3"] },
    ]);
    let (index, _) = with("/events/1/summary", two);
    assert_eq!(
        index.events[0].published_by, GAZETTE,
        "by the first statement"
    );

    let (index, text) = with("/events/0/known", json!("2020-06"));
    assert_eq!(index.events[1].published_by, Day::from_ymd(2020, 6, 30));
    assert_eq!(
        text.events[1].summary[0].published_by, index.events[1].published_by,
        "the summary too"
    );
}

#[test]
fn positions_and_stakes_are_not_known_before_they_hold() {
    let (index, text) = small();
    assert!(index.positions.iter().all(|p| p.published_by == TIDE));
    assert!(
        text.positions
            .iter()
            .all(|p| p.published_by == TIDE && p.statement.published_by == TIDE)
    );
    let (index, text) = with("/positions/0/since", json!("2021-03"));
    let march = Day::from_ymd(2021, 3, 1);
    assert_eq!(
        (
            index.positions[1].published_by,
            text.positions[1].published_by
        ),
        (march, march)
    );
    let (_, text) = with("/stakes/1/since", json!("2021-03"));
    assert_eq!(text.stakes[1].published_by, march);
}

#[test]
fn a_gap_shows_when_the_last_source_is_out_unless_the_author_knows_better() {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    story["gaps"][0].as_object_mut().unwrap().remove("known");
    let (_, text) = resolve(&accept(&story.to_string()));
    assert_eq!(text.gaps[0].published_by, TIDE);
}

#[test]
fn an_actor_is_heard_as_far_as_the_papers_are_out() {
    use story::model::Voice::{Direct, Reported, Silent, Uninvolved};
    let (index, _) = small();
    let heard = |event: usize, edition| {
        let voices = index.events[event].voices_at(edition);
        assert!(voices[2..].iter().all(|voice| *voice == Uninvolved));
        [voices[0], voices[1]]
    };
    // The mayor's words are known from June 2019 on, the fleet's fears from 2020.
    assert_eq!(heard(1, 0), [Reported, Silent]);
    assert_eq!(heard(1, 1), [Direct, Reported]);
    assert_eq!(
        heard(1, 9),
        [Direct, Reported],
        "the last row holds from then on"
    );
    // A silence in words is known when the last paper is out.
    assert_eq!(heard(2, 0), [Uninvolved, Silent]);
    assert_eq!(heard(2, 1), [Silent, Silent]);
    let rows: Vec<_> = index.events.iter().map(|e| e.voices_by.len()).collect();
    assert_eq!(rows, [1, 2, 2], "rows that do not differ are written once");
    assert!(
        index
            .events
            .iter()
            .all(|e| e.voices_by.last() == Some(&e.voices))
    );
}

#[test]
fn stakes_stand_by_actor_kind_and_date() {
    let (_, text) = small();
    let order: Vec<_> = text.stakes.iter().map(|s| (s.actor, s.about)).collect();
    let expected = [
        (0, StakeKind::Interest),
        (1, StakeKind::Fear),
        (1, StakeKind::Limit),
    ];
    assert_eq!(order, expected);
    let [interest, _, limit] = text.stakes else {
        panic!("three stakes");
    };
    assert_eq!(
        interest.until.map(|d| d.end),
        Some(Day::from_ymd(2019, 5, 31))
    );
    assert_eq!((limit.id, limit.until), ("open-water", None));
    assert_eq!(limit.published_by, Day::from_ymd(2021, 2, 28));
}
