//! Broken variants of the small story, each with exactly the problem that it deserves.

use serde_json::{Value, json};
use story::validate::{Problem, check};

use super::{SMALL, list};

/// Stands before the place that the problem should name.
const MARK: char = '‸';

struct Case {
    /// From and to, each found exactly once in the small story; `MARK` in one of the latter.
    edits: &'static [(&'static str, &'static str)],
    path: &'static str,
    message: &'static str,
    /// Part of it.
    hint: &'static str,
}

/// Makes the edits, and takes the mark out: the broken story, and the place expected.
fn break_small(edits: &[(&str, &str)]) -> (String, usize, usize) {
    let mut json = SMALL.to_owned();
    for (from, to) in edits {
        assert_eq!(json.matches(from).count(), 1, "{from} is not unique");
        json = json.replace(from, to);
    }
    let mark = json
        .find(MARK)
        .expect("a mark says where the problem stands");
    let before = &json[..mark];
    let line = before.lines().count().max(1);
    let column = before.lines().last().unwrap_or_default().chars().count() + 1;
    (json.replace(MARK, ""), line, column)
}

fn refuse(json: &str) -> Vec<Problem> {
    check(json).expect_err("the story is broken")
}

fn expect_each(cases: &[Case]) {
    for case in cases {
        let (json, line, column) = break_small(case.edits);
        let problems = refuse(&json);
        let told = list(&problems);
        assert_eq!(problems.len(), 1, "{:?}\n{told}", case.edits);
        let one = &problems[0];
        assert_eq!(
            (&*one.path, &*one.message),
            (case.path, case.message),
            "{told}"
        );
        assert_eq!((one.line, one.column), (line, column), "{told}");
        assert!(one.hint.contains(case.hint), "{told}");
    }
}

macro_rules! cases {
    ($($name:ident { $($edits:expr => $path:literal, $message:literal, $hint:literal;)* })*) => {$(
        #[test]
        fn $name() {
            expect_each(&[$(Case {
                edits: &$edits,
                path: $path,
                message: $message,
                hint: $hint,
            }),*]);
        }
    )*};
}

cases! {
    fields_are_known_and_complete {
        [(r#""theme": "territory","#, r#""theme": "territory", ‸"colour": 1,"#)] =>
            "events[0].colour", "unknown field “colour”", "one of id, title, short, date";
        [(r#""date_label": "the"#, r#"‸"date_lable": "the"#)] =>
            "events[1].date_lable", "unknown field “date_lable”", "did you mean “date_label”?";
        [("{\n      \"id\": \"vote\",", "‸{\n      \"id\": \"vote\","), (r#""theme": "territory","#, "")] =>
            "events[0]", "“theme” is missing", "one of diplomacy, security";
        [(r#"{ "id": "quay", "name": "the quay", "lat": 54, "lon": -3 }"#, r#"‸{ "id": "quay", "name": "the quay", "lat": 54 }"#)] =>
            "places[1]", "“lon” is missing", "add it: Degrees east";
        [("{\n  \"format\": 2,", "‸{")] =>
            "", "“format” is missing", "The format's version";
        [("\"publication\": \"The Gazette\",", "‸\"title\": \"Twice\",")] =>
            "sources[0].title", "“title” is written twice here", "keep one";
    }

    values_have_their_type {
        [(r#""title": "A ferry is sold""#, r#""title": ‸7"#)] =>
            "scenes[0].title", "a number where text belongs", "write text";
        [(r#""paragraphs": 4"#, r#""paragraphs": ‸4.5"#)] =>
            "sources[1].paragraphs", "a number where a whole number belongs", "whole number";
        [(r#""paragraphs": 4"#, r#""paragraphs": ‸-4"#)] =>
            "sources[1].paragraphs", "-4 is too small", "0 at least";
        [(r#""author": "A. Reeve""#, r#""author": ‸null"#)] =>
            "sources[0].author", "null where text belongs", "leave the field out";
        [(r#""disputed": ["significance"]"#, r#""disputed": ‸"significance""#)] =>
            "events[0].disputed", "text where a list belongs", "write a list";
        [(r#""aspect": "wants",
              "label""#, r#""aspect": ‸true,
              "label""#)] =>
            "scenes[1].beats[0].cards[0].aspect", "true or false where a word belongs", "saw, fears";
        [(r#""status": "planned""#, r#""status": ‸"planed""#)] =>
            "events[2].status", "“planed” is not a known word here", "did you mean “planned”?";
        [(r#""theme": "economy""#, r#""theme": ‸"money""#)] =>
            "events[1].theme", "“money” is not a known word here", "one of diplomacy";
        [(r#""level": -2"#, r#""level": ‸-3"#)] =>
            "positions[0].level", "-3 is too small", "-2 at least";
        [(r#""lat": 54.5"#, r#""lat": ‸91"#)] =>
            "places[0].lat", "91 is too large", "90 at most";
        [(r#""lon": -3.25"#, r#""lon": ‸-181.5"#)] =>
            "places[0].lon", "-181.5 is too small", "-180 at least";
        [(r#""format": 2"#, r#""format": ‸3"#), (r#""dek""#, r#""deck""#)] =>
            "format", "format 3 is not known to this program", "format 2";
        [(r#""format": 2"#, r#""format": ‸1"#), (r#""scenes": ["#, r#""chapters": ["#)] =>
            "format", "format 1 is the former format, of chapters and steps", "tell the story in scenes";
        [(r#""format": 2"#, r#""format": ‸"2""#)] =>
            "format", "text where a whole number belongs", "write a whole number";
    }

    ids_are_unique_slugs {
        [(r#""id": "capital""#, r#""id": ‸"narrows""#)] =>
            "places[2].id", "two places have the id “narrows”", "on line 66";
        [(r#""id": "seven-five""#, r#""id": ‸"ferry""#)] =>
            "scenes[1].id", "two scenes have the id “ferry”", "its own";
        [(r#""id": "open-water""#, r#""id": ‸"Open water""#)] =>
            "stakes[0].id", "“Open water” is not an id", "lower-case";
        [(r#""id": "county-view""#, r#""id": ‸"County view""#)] =>
            "gaps[0].id", "“County view” is not an id", "lower-case";
        [(r#""id": "county-view""#, r#""id": ‸"""#)] =>
            "gaps[0].id", "“” is not an id", "lower-case";
        [(r#""unnumbered": ["caption"]"#, r#""unnumbered": ["caption", ‸"12"]"#)] =>
            "sources[0].unnumbered[1]", "“12” is not a label", "with a letter";
    }

    whatever_is_referred_to_exists {
        [(r#""actors": ["county", "fleet"]"#, r#""actors": ["county", ‸"fleets"]"#)] =>
            "events[2].actors[1]", "there is no actor “fleets”", "did you mean “fleet”?";
        [(r#""actors": ["county", "fleet"]"#, r#""actors": ["county", ‸"county"]"#)] =>
            "events[2].actors[1]", "“county” is listed twice", "once";
        [("[span](event:vote)", "[span](‸event:veto)")] =>
            "stakes[0].text", "there is no event “veto”", "one of vote";
        [("\"place\": \"narrows\",\n", "\"place\": ‸\"sea\",\n")] =>
            "events[0].place", "there is no place “sea”", "one of narrows, quay";
        [(r#""town": "Bridge Reach""#, r#""towns": ‸"Bridge Reach""#)] =>
            "places[0].names.towns", "there is no actor “towns”", "“town”";
        [(r#""events": ["vote", "works"],
      "sides""#, r#""events": [‸"votes", "works"],
      "sides""#)] =>
            "disagreements[0].events[0]", "there is no event “votes”", "“vote”";
        [("[the vote](event:vote)", "[the vote](‸event:veto)")] =>
            "events[2].summary[0].text", "there is no event “veto”", "one of vote";
        [("](doubt:vote-count)", "](‸doubt:vote-cuont)")] =>
            "events[2].summary[0].text", "there is no doubt “vote-cuont”", "“vote-count”";
        [("[Gazette](source:gazette)", "\\u005bGazette](‸source:gazete)")] =>
            "actors[1].voice_note", "there is no source “gazete”", "“gazette”";
    }

    dates_are_read_and_make_sense {
        [(r#""published": "2022-03-01""#, r#""published": ‸"March 2022""#)] =>
            "meta.published", "“March 2022” is not a date: write 2013-11-02, 2013-11 or 2013, with ~ for about", "1990/1999";
        [(r#""date": "2022-03-04""#, r#""date": ‸"2022-02-30""#)] =>
            "meta.corrections[0].date", "2022-02-30 is not in the calendar", "2013-11";
        [(r#""date": "1960/1969""#, r#""date": ‸"1969/1960""#)] =>
            "events[1].date", "the range 1969/1960 runs backwards", "the earlier one first";
        [(r#""span": "2018/2021""#, r#""span": ‸"2018-02/2021""#)] =>
            "meta.span", "the span does not cover whole years", "as 2018/2021";
        [(r#""span": "2018/2021""#, r#""span": ‸"0001/2021""#)] =>
            "meta.span", "the span is longer than 300 years", "behind a break";
        [(r#""span": "2018/2021""#, r#""span": "2018/2020""#), (r#""date": "2021~""#, r#""date": ‸"2021~""#)] =>
            "events[2].date", "the event lies after the timeline’s end", "meta.span";
        [(r#""anchor": "2021-03""#, r#""anchor": ‸"2022-03""#)] =>
            "events[2].anchor", "the anchor lies outside the event’s date", "within 2021~";
        [(r#""anchor": "2021-03""#, r#""anchor": ‸"2021""#)] =>
            "events[2].anchor", "an anchor is a day or a month", "2013-11-02";
        [(r#""since": "2019-05""#, r#""since": "2018-01-01""#), (r#""since": "2018""#, r#""since": ‸"2018-01-01""#)] =>
            "positions[1].since", "fleet has two positions towards town from the same day", "merge";
        [(r#""until": "2019-05""#, r#""until": ‸"2018-08""#)] =>
            "stakes[2].until", "it ends before it begins", "from 2018-09 on";
    }

    nothing_is_known_before_what_it_rests_on {
        [(r#""known": "2021-02""#, r#""known": ‸"2020-12-30""#)] =>
            "stakes[0].known", "known before it can be", "that is on 2020-12-31";
        [(r#""cites": ["tide:1"]
    },
    {
      "actor": "town""#, r#""cites": ["gazette:1"], "known": ‸"2019-05-02"
    },
    {
      "actor": "town""#)] =>
            "stakes[1].known", "known before it can be", "2019-05-03";
        [(r#""since": "2018-09",
      "until": "2019-05","#, r#""since": "2020-03", "known": ‸"2020-02","#)] =>
            "stakes[2].known", "known before it can be", "2020-03-01";
        [(r#""known": "2019-06"
        },"#, r#""known": ‸"2019-05-02"
        },"#)] =>
            "events[0].readings[1].known", "known before it can be", "2019-05-03";
        [(r#""date": "2021~","#, r#""date": "2021~", "known": ‸"2020","#)] =>
            "events[2].known", "known before it can be", "2021-01-01";
        [(r#""id": "vote-count","#, r#""id": "vote-count", "known": ‸"2019","#)] =>
            "events[0].doubts[0].known", "known before it can be", "2020-12-31";
        [(r#""level": -2,"#, r#""level": -2, "known": ‸"2019-05","#)] =>
            "positions[0].known", "known before it can be", "2020-12-31";
        [(r#""topic": "How tall the masts are","#, r#""topic": "How tall the masts are", "known": ‸"2019","#)] =>
            "disagreements[0].known", "known before it can be", "2020-12-31";
        [(r#""known": "2021-02""#, r#""known": ‸"soon""#)] =>
            "stakes[0].known", "“soon” is not a date: write 2013-11-02, 2013-11 or 2013, with ~ for about", "2013-11";
        // What is not a list of cites is not taken for a list of none.
        [(r#""cites": ["tide:4"],
      "known": "2021-02""#, r#""cites": ‸"tide:4",
      "known": "2019""#)] =>
            "stakes[0].cites", "text where a list belongs", "write a list";
    }

    statements_rest_on_paragraphs {
        [(r#""cites": ["gazette:9"]"#, r#""cites": ‸[]"#)] =>
            "events[2].summary[0].cites", "a statement without a cite", "“gazette:1”";
        [(r#""cites": ["gazette:4"]"#, r#""cites": ‸[]"#)] =>
            "events[0].readings[1].cites", "a statement without a cite", "“gazette:1”";
        [(r#""cites": ["gazette:6"]"#, r#""cites": ‸[]"#)] =>
            "disagreements[0].sides[0].cites", "a statement without a cite", "“gazette:1”";
        [(r#""cites": ["gazette:8"]"#, r#""cites": ‸[]"#)] =>
            "stakes[2].cites", "a statement without a cite", "“gazette:1”";
        [(r#""cites": ["gazette:4"]"#, r#""cites": [‸"gazette:10"]"#)] =>
            "events[0].readings[1].cites[0]", "source “gazette” has no paragraph 10", "1 to 9";
        [(r#""cites": ["gazette:4"]"#, r#""cites": [‸"gazette:0"]"#)] =>
            "events[0].readings[1].cites[0]", "source “gazette” has no paragraph 0", "1 to 9";
        [(r#""cites": ["gazette:4"]"#, r#""cites": [‸"gazette:04"]"#)] =>
            "events[0].readings[1].cites[0]", "source “gazette” has no paragraph 04", "1 to 9";
        [(r#""cites": ["gazette:4"]"#, r#""cites": ["gazette:4", ‸"gazette:4"]"#)] =>
            "events[0].readings[1].cites[1]", "“gazette:4” is listed twice", "once";
        [(r#""gazette:caption""#, r#"‸"gazette:captoin""#)] =>
            "events[0].summary[0].cites[1]", "source “gazette” has no part “captoin”", "“caption”";
        [(r#""gazette:caption""#, r#"‸"tide:caption""#)] =>
            "events[0].summary[0].cites[1]", "source “tide” has no part “caption”", "1 to 4";
        [(r#""cites": ["gazette:4"]"#, r#""cites": [‸"gazete:4"]"#)] =>
            "events[0].readings[1].cites[0]", "there is no source “gazete”", "“gazette”";
        [(r#""cites": ["gazette:4"]"#, r#""cites": [‸"gazette 4"]"#)] =>
            "events[0].readings[1].cites[0]", "“gazette 4” is not a cite", "source:paragraph";
    }

    nobody_speaks_who_is_silent {
        [("\"actor\": \"fleet\",\n          \"aspect\": \"fears\",\n          \"voice\": \"reported\"",
          "\"actor\": \"fleet\",\n          \"aspect\": \"fears\",\n          \"voice\": ‸\"direct\"")] =>
            "events[0].readings[0].voice", "fleet speaks here, and its voice is “reported”", "change the voice of fleet";
        [("\"letter\": \"F\",\n      \"voice\": \"reported\"", "\"letter\": \"F\",\n      \"voice\": \"none\""),
         ("\"aspect\": \"fears\",\n          \"voice\": \"reported\"", "\"aspect\": \"fears\",\n          \"voice\": ‸\"direct\"")] =>
            "events[0].readings[0].voice", "fleet speaks here, and its voice is “none”", "“reported”";
        [("\"letter\": \"F\",\n      \"voice\": \"reported\"", "\"letter\": \"F\",\n      \"voice\": \"none\""),
         ("\"aspect\": \"fears\"", "\"aspect\": \"says\""),
         ("sold.\",\n          \"kind\": \"paraphrase\"", "sold.\",\n          \"kind\": ‸\"reported\"")] =>
            "events[0].readings[0].kind", "a reported statement of fleet, whose voice is “none”", "“paraphrase”";
        [("\"actor\": \"town\",\n          \"aspect\": \"saw\"", "\"actor\": ‸\"county\",\n          \"aspect\": \"saw\"")] =>
            "events[2].readings[0].actor", "a reading for county, which is not a main actor", "“main”";
        [("\"actor\": \"town\",\n      \"about\"", "\"actor\": ‸\"county\",\n      \"about\"")] =>
            "stakes[2].actor", "a stake of county", "main actors";
        [("\"toward\": \"town\",\n      \"since\": \"2018\"", "\"toward\": ‸\"fleet\",\n      \"since\": \"2018\""),
         (r#""shift": { "actor": "fleet", "toward": "town" },"#, "")] =>
            "positions[1].toward", "a position of fleet towards itself", "another";
    }

    the_story_hangs_together {
        [("{\n      \"id\": \"fleet\"", "‸{\n      \"id\": \"fleet\""), ("\n      \"letter\": \"F\",", "")] =>
            "actors[2]", "a main actor without letter", "add “letter”";
        [("{\n      \"id\": \"fleet\"", "‸{\n      \"id\": \"fleet\""), ("\n      \"capital\": \"the quay\",", "")] =>
            "actors[2]", "a main actor without capital", "“minor”";
        [(r#""letter": "F""#, r#""letter": ‸"Fl""#)] =>
            "actors[2].letter", "“Fl” is not one letter", "badge";
        [(r#",
        { "text": "Twelve, on the older boats.", "kind": "reported", "cites": ["tide:4"] }"#, ""),
         ("\"sides\": [", "\"sides\": ‸[")] =>
            "disagreements[0].sides", "a disagreement needs two sides", "doubt";
        [(r#"[
        { "text": "The last ferry was sold for scrap.", "kind": "reported", "cites": ["tide:3"] }
      ]"#, "‸[]")] =>
            "events[1].summary", "an event without a summary", "sentence";
    }

    words_are_there_and_safe {
        [(r#""date_label": "in May""#, r#""date_label": ‸" ""#)] =>
            "scenes[1].date_label", "empty text", "optional";
        [("\"There had been a ferry.\"", "‸\"\"")] =>
            "scenes[0].beats[0].text[0].text", "empty text", "write it";
        [("\"The ferry stops\"", "\"The ‸**ferry** stops\"")] =>
            "events[1].title", "markup is not read here", "plain text";
        [("\"The ferry stops\"", "\"The ‸\\u202eferry stops\"")] =>
            "events[1].title", "the character \\u{202e} changes the writing direction", "delete";
        [("There had been a ferry.", "There \\\"had\\\" 𝄞\\ud834\\udd1eé ‸<br>been.")] =>
            "scenes[0].beats[0].text[0].text", "HTML is not allowed in a story", "emphasis";
        [("There had been a ferry.", "There ‸*had been a ferry.")] =>
            "scenes[0].beats[0].text[0].text", "“*” is not closed", "close it";
        [(r#""language": "en-GB""#, r#""language": ‸"English, British""#)] =>
            "meta.language", "“English, British” is not a language tag", "en-GB";
        [(r#""url": "https://example.org/gazette""#, r#""url": ‸"http://example.org/gazette""#)] =>
            "sources[0].url", "“http://example.org/gazette” is not an https address", "https://";
        [(r#""language": "en-GB","#, r#""language": "en-GB", "canonical": ‸"https:// x","#)] =>
            "meta.canonical", "“https:// x” is not an https address", "percent";
        [(r#""language": "en-GB","#, r#""language": "en-GB", "canonical": ‸"https://example.org/#top","#)] =>
            "meta.canonical", "an address with a fragment, “#top”", "leave it off";
        [(r#""language": "en-GB","#, r#""language": "en-GB", "image": ‸"card.png","#)] =>
            "meta.image", "“card.png” is not an https address", "https://";
        [(r#""language": "en-GB","#, r#""language": "en-GB", "author": ‸" ","#)] =>
            "meta.author", "empty text", "optional";
        [(r#""see-moment-as": "Stand with""#, r#"‸"see-moment-sa": "Stand with""#)] =>
            "meta.labels.see-moment-sa", "there is no label “see-moment-sa”", "“see-moment-as”";
        [(r#""see-moment-as": "Stand with""#, r#""scene-of": ‸"{n} de {total}""#)] =>
            "meta.labels.scene-of", "the words in braces differ from the label’s own", "{n} of {of}";
    }

    every_event_belongs_to_a_scene {
        [("\"event\": \"old-ferry\"", "\"event\": \"vote\""), (r#""id": "old-ferry""#, r#""id": ‸"old-ferry""#),
         ("\"event\": \"vote\",\n          \"view\"", "\"event\": \"works\",\n          \"view\"")] =>
            "events[1].id", "the event “old-ferry” belongs to no scene", "name it in a beat";
        [(r#""steps": ["before""#, r#""also": ["vote"], "steps": ["before""#), (r#""id": "vote","#, r#""id": ‸"vote","#)] =>
            "events[0].id", "the event “vote” belongs to 2 scenes", "ferry, seven-five";
        // A misspelt id is told once.
        [("\"event\": \"old-ferry\"", "\"event\": ‸\"old-fery\"")] =>
            "scenes[0].beats[0].event", "there is no event “old-fery”", "“old-ferry”";
        [("\"event\": \"old-ferry\"", "\"event\": ‸7")] =>
            "scenes[0].beats[0].event", "a number where text belongs", "write text";
    }

    scenes_can_be_told {
        [(r#"[{ "text": "There had been a ferry.", "kind": "reported", "cites": ["tide:3"] }]"#, "‸[]")] =>
            "scenes[0].beats[0].text", "a beat without text", "say what happened";
        [(r#""beats": [
        {
          "event": "old-ferry",
          "text": [{ "text": "There had been a ferry.", "kind": "reported", "cites": ["tide:3"] }],
          "cards": []
        }
      ]"#, r#""also": ["old-ferry"], "beats": ‸[]"#)] =>
            "scenes[0].beats", "a scene of 0 beats", "one or two";
        [(r#""cards": [
            {
              "actor": "town","#, r#""cards": [
            {
              "actor": ‸"county","#)] =>
            "scenes[1].beats[1].cards[0].actor", "a card of county", "main actors";
        [("\"actor\": \"fleet\", \"toward\": \"town\"", "\"actor\": \"town\", \"toward\": \"fleet\""), ("\"shift\": {", "\"shift\": ‸{")] =>
            "scenes[1].shift", "town has not changed its position towards fleet", "`positions`";
        [(r#""disagreement": "mast-height""#, r#""disagreement": ‸"mast""#)] =>
            "scenes[1].disagreement", "there is no disagreement “mast”", "mast-height";
        [(r#"[
      [{ "text": "The council, more than the boats.", "kind": "inference", "cites": ["tide:2"] }]
    ]"#, "[‸[]]")] =>
            "finale.text[0]", "an empty paragraph", "drop it";
    }

    the_map_can_be_drawn {
        [("\"view\": \"close\",\n          \"text", "\"view\": ‸\"closer\",\n          \"text")] =>
            "scenes[1].beats[0].view", "there is no view “closer”", "“close”";
        [("\"view\": \"close\",\n    \"text", "\"view\": ‸\"ferry\",\n    \"text")] =>
            "finale.view", "there is no view “ferry”", "one of harbour, close";
        [(r#""meridian": -3"#, r#""meridian": ‸190"#)] =>
            "map.projection.meridian", "190 is too large", "180 at most";
        [(r#""parallels": [54, 55]"#, r#""parallels": [54, ‸90]"#)] =>
            "map.projection.parallels[1]", "a parallel beyond the poles", "between -90 and 90";
        [(r#""center": [-3.25, 54.5], "across": 33"#, r#""center": ‸[54.5, -93.25], "across": 33"#)] =>
            "map.views[1].center", "54.5, -93.25 is not on the globe", "degrees east";
        [(r#""across": 33"#, r#""across": ‸0"#)] =>
            "map.views[1].across", "0 is too small", "1 at least";
        [(r#""id": "close", "name""#, r#""id": ‸"harbour", "name""#),
         ("\n          \"view\": \"close\",", ""), ("\n    \"view\": \"close\",", "")] =>
            "map.views[1].id", "two views have the id “harbour”", "its own";
        [(r#"[
      { "id": "harbour", "name": "Low Harbour", "center": [-3, 54.5], "across": 132 },
      { "id": "close", "name": "The two banks", "center": [-3.25, 54.5], "across": 33 }
    ]"#, "‸[]"),
         ("\n          \"view\": \"close\",", ""), ("\n    \"view\": \"close\",", "")] =>
            "map.views", "a map without views", "at least one";
        [(r#""code": "833""#, r#""code": ‸"IM""#)] =>
            "map.countries[1].code", "“IM” is not a country’s code", "three digits";
        [(r#""code": "833""#, r#""code": ‸"826""#)] =>
            "map.countries[1].code", "two countries have the code 826", "on line 335";
        [(r#""code": "826", "actor": "town""#, r#""code": "826", "actor": ‸"county""#)] =>
            "map.countries[0].actor", "land of county", "leave `actor` out";
        [(r#""seas": [{ "name": "The bay", "at": [-3.5, 54]"#, r#""seas": [{ "name": "The bay", "at": ‸[-3.5]"#)] =>
            "map.seas[0].at", "1 items where 2 belong", "a list of 2";
    }

    seats_are_places_and_every_main_actor_has_one {
        [("{\n      \"id\": \"fleet\"", "‸{\n      \"id\": \"fleet\""), ("\n      \"seat\": \"quay\",", "")] =>
            "actors[2]", "a main actor without a seat on the map", "add “seat”";
        [(r#""seat": "quay""#, r#""seat": ‸"key""#)] =>
            "actors[2].seat", "there is no place “key”", "one of narrows, quay";
    }

    lines_on_the_map_belong_to_somebody {
        [(r#""place": "narrows", "bounds""#, r#""place": ‸"narrow", "bounds""#)] =>
            "map.disputed[0].place", "there is no place “narrow”", "“narrows”";
        [(r#""bounds": [-3.5, 54.25, -3, 54.75]"#, r#""bounds": ‸[-3.5, 54.75, -3, 54.25]"#)] =>
            "map.disputed[0].bounds", "bounds without an area", "west, south, east, north";
        [(r#""bounds": [-3.5, 54.25, -3, 54.75]"#, r#""bounds": ‸[-3.5, 54.25, 203, 54.75]"#)] =>
            "map.disputed[0].bounds", "203, 54.75 is not on the globe", "degrees east";
        [(r#""claimants": ["fleet", "town"]"#, r#""claimants": ["fleet", "town", ‸"county"]"#)] =>
            "map.disputed[0].claimants[2]", "a claim of county", "only main actors";
        [(r#""claimants": ["fleet", "town"]"#, r#""claimants": ["fleet", "town", ‸"town"]"#)] =>
            "map.disputed[0].claimants[2]", "“town” is listed twice", "once";
        [(r#""claimants": ["fleet", "town"]"#, r#""claimants": ["fleet"]"#), ("\"id\": \"town-line\",\n        \"actor\": \"town\"", "\"id\": \"town-line\",\n        \"actor\": ‸\"town\"")] =>
            "map.borders[1].actor", "a line of town, which does not claim it", "its claimants are fleet";
        [(r#""claimants": ["fleet", "town"] }"#, r#""claimants": ["fleet", "town"] },
        { "place": ‸"narrows", "bounds": [0, 0, 1, 1], "claimants": ["fleet"] }"#)] =>
            "map.disputed[1].place", "“narrows” is disputed twice", "the first time is on line 340";
        [(r#""claimants": ["fleet", "town"] }"#, r#""claimants": ["fleet", "town"] },
        { "place": "hall", "bounds": [0, 0, 1, 1], "claimants": ‸[] }"#)] =>
            "map.disputed[1].claimants", "a disputed place that nobody claims", "main actors";
        [("\"actor\": \"fleet\",\n        \"disputed\": \"narrows\"", "\"actor\": \"fleet\",\n        \"disputed\": ‸\"quay\"")] =>
            "map.borders[0].disputed", "“quay” is not among the disputed places", "map.disputed";
        [(r#""kind": "inference",
        "cites": [],
        "points""#, r#""kind": "reported",
        "cites": ‸[],
        "points""#)] =>
            "map.borders[0].cites", "a statement without a cite", "“gazette:1”";
        [("[[-3.25, 54.75], [-3.25, 54.25]]", "‸[[-3.25, 54.75]]")] =>
            "map.borders[0].points", "a line of less than two points", "from where to where";
        [("[[-3.25, 54.75], [-3.25, 54.25]]", "[[-3.25, 54.75], ‸[-3.25, 954.25]]")] =>
            "map.borders[0].points[1]", "-3.25, 954.25 is not on the globe", "degrees east";
        [("[council](actor:town)", "[council](‸actor:twon)")] =>
            "map.borders[1].text", "there is no actor “twon”", "one of county, town, fleet";
        [("\"event\": \"vote\",\n        \"label", "\"event\": ‸\"veto\",\n        \"label")] =>
            "map.routes[0].event", "there is no event “veto”", "one of vote";
        [(r#""label": "To sea""#, r#""label": ‸"""#)] =>
            "map.routes[0].label", "empty text", "write it";
        [(r#""cites": ["tide:2"],
        "points""#, r#""cites": ‸[],
        "points""#)] =>
            "map.routes[0].cites", "a statement without a cite", "“gazette:1”";
        [(r#""id": "way-out""#, r#""id": ‸"way out""#)] =>
            "map.routes[0].id", "“way out” is not an id", "lower-case";
    }

    a_story_is_strict_json {
        [(r#""format": 2,"#, r#""format": 1‸"#)] =>
            "", "not JSON: expected comma", "strict JSON";
        [("\"format\": 2,", "‸// one\n\"format\": 2,")] =>
            "", "not JSON: comments are not allowed", "no comments";
        [(r#""cites": ["gazette:9"]"#, r#""cites": ["gazette:9"‸,]"#)] =>
            "", "not JSON: trailing commas are not allowed", "none after the last";
    }
}

#[test]
fn many_faults_are_told_in_one_go_and_in_the_order_of_the_text() {
    let edits = [
        (r#""format": 2,"#, r#""format": 2, "formt": 2,"#),
        (r#""span": "2018/2021""#, r#""span": "2018-02/2021""#),
        (
            r#""date_basis": "stated",
      "date_note": "Printed"#,
            r#""date_basis": "said",
      "date_note": "Printed"#,
        ),
        (
            r#""id": "quay", "name": "the quay", "lat": 54"#,
            r#""id": "quay", "lat": 540"#,
        ),
        (r#""theme": "territory","#, ""),
        (
            r#""cites": ["tide:1"]
        },"#,
            r#""cites": ["tide:9"]
        },"#,
        ),
        ("](place:narrows).", "](place:gut)."),
        (
            r#""actor": "town",
          "aspect": "saw","#,
            r#""actor": "town",
          "aspect": "sees","#,
        ),
        (r#""level": -2"#, r#""level": "low""#),
        (
            r#""title": "Seven vote against five""#,
            r#""titel": "Seven vote against five""#,
        ),
        ("nobody has measured.", "nobody has **measured."),
    ];
    let mut json = SMALL.to_owned();
    for (from, to) in edits {
        assert_eq!(json.matches(from).count(), 1, "{from}");
        json = json.replace(from, to);
    }
    let problems = refuse(&json);
    let paths: Vec<&str> = problems.iter().map(|p| &*p.path).collect();
    let expected = [
        "formt",
        "meta.span",
        "sources[0].date_basis",
        "places[1]",
        "places[1].lat",
        "events[0]",
        "events[0].summary[0].text",
        "events[0].readings[0].cites[0]",
        "events[2].readings[0].aspect",
        "positions[0].level",
        "scenes[1]",
        "scenes[1].titel",
        "disagreements[0].handling",
    ];
    assert_eq!(paths, expected, "{}", list(&problems));
}

#[test]
fn the_number_of_main_actors_is_bounded() {
    let main = |n: usize| {
        let more: Vec<String> = (0..n)
            .map(|i| {
                format!(
                    r#"{{ "id": "a{i}", "name": "A", "role": "main", "capital": "C", "letter": "L", "seat": "quay",
                    "voice": "direct" }},"#
                )
            })
            .collect();
        SMALL.replace(
            "\"actors\": [\n    {",
            &format!("\"actors\": [{}\n    {{", more.concat()),
        )
    };
    assert!(check(&main(4)).is_ok());
    let message = &refuse(&main(5))[0].message;
    assert_eq!(message, "7 main actors");
}

#[test]
fn a_broken_list_does_not_make_its_users_look_broken() {
    let (from, to) = (r#""places": ["#, r#""places": 5, "plases": ["#);
    let problems = refuse(&SMALL.replace(from, to));
    let paths: Vec<&str> = problems.iter().map(|p| &*p.path).collect();
    assert_eq!(paths, ["places", "plases"], "{}", list(&problems));
}

#[test]
fn a_broken_map_does_not_make_its_users_look_broken() {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    story["map"] = json!(5);
    for actor in story["actors"].as_array_mut().unwrap() {
        actor.as_object_mut().unwrap().remove("seat");
    }
    let problems = refuse(&story.to_string());
    let paths: Vec<&str> = problems.iter().map(|p| &*p.path).collect();
    assert_eq!(paths, ["map"], "{}", list(&problems));
}

#[test]
fn a_view_belongs_to_a_map() {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    story.as_object_mut().unwrap().remove("map");
    let problems = refuse(&story.to_string());
    let told: Vec<_> = problems.iter().map(|p| (&*p.path, &*p.message)).collect();
    let expected = [
        ("scenes[1].beats[0].view", "there is no view “close”"),
        ("finale.view", "there is no view “close”"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_number_of_views_is_bounded() {
    let mut story: Value = serde_json::from_str(SMALL).unwrap();
    let views = story["map"]["views"].as_array_mut().unwrap();
    let first = views[0].clone();
    views.extend((views.len()..256).map(|i| {
        let mut view = first.clone();
        view["id"] = json!(format!("v{i}"));
        view
    }));
    let problems = refuse(&story.to_string());
    assert_eq!(problems.len(), 1, "{}", list(&problems));
    assert_eq!(problems[0].message, "256 views");
}

#[test]
fn a_story_that_is_something_else_is_refused_once() {
    for (json, message) in [
        ("", "the story is empty"),
        ("[]", "a list where an object belongs"),
        ("7", "a number where an object belongs"),
        ("{\"format\": 01}", "not JSON: expected comma"),
        (
            "{\"format\": \"\t\"}",
            "not JSON: control character (\\u0000-\\u001F) found while parsing a string",
        ),
    ] {
        let problems = refuse(json);
        assert_eq!(problems.len(), 1, "{}", list(&problems));
        assert_eq!(problems[0].message, message);
    }
}

#[test]
fn a_problem_reads_like_a_compiler_s() {
    let json = SMALL.replace(r#"["gazette:4"]"#, r#"["gazette:40"]"#);
    let told = refuse(&json)[0].in_file("public/story.json");
    let expected = "public/story.json:108:21: events[0].readings[1].cites[0]: \
                    source “gazette” has no paragraph 40\n  help: its paragraphs are 1 to 9";
    assert_eq!(told, expected);
}
