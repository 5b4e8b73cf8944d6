//! The interface's own words, in English: the one place where they stand.
//!
//! Each line is a function of its name, which gives the words as the loaded story has them: those of
//! its `meta.labels`, else these. `see_moment_as` is `see-moment-as` there. Words in braces are filled in by
//! the program; a translation must keep them.
//!
//! `page` words are only written into the page. `both` words are said by the program as well and travel
//! with the index, so that the program is the same for every story. Where the program begins to say
//! words of the page, their line begins with `both`.

use crate::loaded;

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// As a Rust name.
    pub name: &'static str,
    pub english: &'static str,
    /// Whether the program in the browser says it too.
    pub travels: bool,
}

impl Label {
    /// Its key in `meta.labels`.
    pub fn key(&self) -> String {
        self.name.replace('_', "-")
    }
}

macro_rules! labels {
    ($($kind:ident $name:ident: $english:literal,)*) => {
        /// All of them. The words of a story stand in this order, in two lists: those that travel, and
        /// those that do not.
        pub const LABELS: &[Label] = &[$(Label {
            name: stringify!($name),
            english: $english,
            travels: travels!($kind),
        }),*];

        $(label!($kind $name $english);)*
    };
}

macro_rules! travels {
    (both) => {
        true
    };
    (page) => {
        false
    };
}

macro_rules! label {
    (both $name:ident $english:literal) => {
        #[doc = $english]
        pub fn $name() -> &'static str {
            const PLACE: usize = place(stringify!($name));
            travelling(PLACE)
        }
    };
    (page $name:ident $english:literal) => {
        #[doc = $english]
        #[cfg(feature = "compile")]
        pub fn $name() -> &'static str {
            const PLACE: usize = place(stringify!($name));
            of_page(PLACE)
        }
    };
}

/// The words at a place of those that travel. One function for all of them keeps the wasm small.
#[inline(never)]
fn travelling(place: usize) -> &'static str {
    let words = loaded::index().labels.get(place);
    words.copied().unwrap_or_default()
}

/// The words at a place of those that only the page has.
#[cfg(feature = "compile")]
fn of_page(place: usize) -> &'static str {
    let words = loaded::text().labels.get(place);
    words.copied().unwrap_or_default()
}

/// Where a label stands in its list. The compiler works this out.
const fn place(name: &str) -> usize {
    let mut own = 0;
    while !same(LABELS[own].name, name) {
        own += 1;
    }
    let (mut place, mut i) = (0, 0);
    while i < own {
        if LABELS[i].travels == LABELS[own].travels {
            place += 1;
        }
        i += 1;
    }
    place
}

/// `==` of texts, which a `const fn` does not have.
const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut i = 0;
    while i < a.len() && i < b.len() && a[i] == b[i] {
        i += 1;
    }
    i == a.len() && i == b.len()
}

labels! {
    // Dates.
    both months_1: "January",
    both months_2: "February",
    both months_3: "March",
    both months_4: "April",
    both months_5: "May",
    both months_6: "June",
    both months_7: "July",
    both months_8: "August",
    both months_9: "September",
    both months_10: "October",
    both months_11: "November",
    both months_12: "December",
    both date_about: "about",
    both date_to: "to",
    page known_about: "known roughly",
    page known_month: "known to the month",
    page known_year: "known to the year",
    page planned: "planned",
    // The opening.
    page tagline: "One story, every line of sight",
    page how_we_read: "How we read them",
    page how_to_read: "How to read a line of sight",
    // Perspectives.
    // How an actor is heard.
    both no_statement: "No statement in these sources.",
    // What a reading tells.
    page aspect_saw: "saw",
    page aspect_fears: "fears",
    page aspect_wants: "wants",
    page aspect_offers: "offers",
    page aspect_says: "says",
    page aspect_advised: "was advised",
    // What a statement is.
    page kind_reported: "reported",
    page kind_paraphrase: "paraphrase",
    page kind_inference: "inference",
    both sources_disagree: "The sources disagree",
    page dispute_fact: "on a fact",
    page dispute_motive: "on a motive",
    page dispute_significance: "on what it means",
    // The explainer.
    page ways_in: "Ways into the page",
    both scenes: "Scenes",
    page the_record: "The record",
    page start: "Start",
    page length: "{minutes} minutes · {scenes} scenes",
    page own_words_long: "In its own public words",
    both own_words: "in its own words",
    both others_tell: "as others tell it",
    both as_told_by: "as {speaker} tells it",
    both via: "via {speaker}",
    both not_quoted: "not quoted",
    both not_part: "not part of this",
    page is_not_quoted: "is not quoted",
    page is_not_part: "is not part of this",
    page not_part_long: "None of these articles places {capital} in this event.",
    both opening: "The opening",
    both scene_of: "{n} of {of}",
    both see_moment_as: "See this moment as",
    page one_doubt: "1 doubt",
    page doubts: "{n} doubts",
    page one_event: "1 event",
    page events: "{n} events",
    page shift: "{actor} towards {toward}: from",
    page shift_to: "to",
    page level_relies: "relies on",
    page level_closer: "seeks closer ties",
    page level_apart: "at arm’s length",
    page level_wary: "wary",
    page level_hostile: "hostile",
    page open_record: "Open the record",
    page record_of_scene: "The record of this scene",
    page cite_name: "{source}, paragraph {paragraphs}",
    page matters_without_place: "{n} matters without a place",
    page quoted_in: "quoted in {n} of {of}",
    page our_conclusion: "Our conclusion from what is cited",
    both who_is_heard_h: "Who is heard",
    page register_empty: "Empty: not part of the event",
    both skip_to_story: "Skip to the story",
    page skip_to_record: "Skip to the record",
    page skip_to_sources: "Skip to the sources",
    both previous_scene: "Previous scene",
    both next_scene: "Next scene",
    both play_story: "Play",
    both pause_story: "Pause",
    both slider_moment: "Move through time",
    both far_km: "{km} km",
    both stage_alt: "Lines of sight to {event}, {date}. {voices}.",
    both drawer_back: "Back",
    // The record.
    page record_lead: "Everything that the story left out: what happened, who says so, how we come to hear it, and where the sources part ways.",
    page record_contents: "Parts of the record",
    page all_events_toc: "All events",
    page all_events_toc_about: "and who is heard on each",
    page all_events_h: "All {n} events",
    page all_events_about: "How each side is heard on each event. The event’s name leads to all that is told of it.",
    page column_when: "When",
    page column_what: "Event",
    page column_where: "Where",
    both column_caution: "Caution",
    both disputed_fact: "disputed fact",
    both disputed_motive: "disputed motive",
    both disputed_meaning: "disputed meaning",
    page no_place: "no place given",
    both any: "any",
    both heard_somehow: "heard",
    both some_caution: "doubtful or disputed",
    both with_doubts: "with doubts",
    both period_filters: "Only those in the timeline’s period.",
    both no_such_event: "No event is like that.",
    both show_all_events: "Show all events",
    page compare_toc: "The views compared",
    page compare_toc_about: "one event, side by side",
    both compare_story: "Compare where the story is: {event}",
    page compare_elsewhere: "The views of one event stand one below the other, with the event:",
    both what_advised: "What it was advised",
    page scene_by_scene: "Scene by scene",
    page scene_by_scene_about: "Every event in full, in the order of the story: what happened, what it meant to each side, what is doubtful.",
    page scene_by_scene_toc: "with {readings} readings and {doubts} doubts",
    page read_scene: "Read the scene",
    page further_events: "Further events",
    page articles: "{n} articles",
    page as_told_by_several: "as {speakers} tell it",
    page not_part_names: "Not part of this: {names}.",
    page sources_disagree_h: "Where the sources disagree",
    page disagreements_about: "Each stands in full with the event it is about, side by side, with what this page makes of it.",
    page disagreements_toc: "on facts, motives, meaning",
    page disputes_of_fact: "On facts",
    page disputes_of_motive: "On motives",
    page disputes_of_significance: "On what things mean",
    page who_is_close: "Who is close to whom",
    page positions_toc: "how each side stood, and when that changed",
    page one_towards: "{actor} towards {toward}",
    page wants_toc: "and offers, refuses, fears",
    page what_one_offers: "What {name} offers",
    page what_one_asks: "What {name} asks",
    page what_one_refuses: "What {name} refuses",
    page what_one_fears: "What {name} fears",
    page bargain_offers: "Offers",
    page bargain_asks: "Asks",
    page bargain_refuses: "Refuses",
    page bargain_fears: "Fears",
    both nothing_told: "nothing told",
    page voyage_toc: "station by station",
    page meetings_toc: "and the years without one",
    page what_is_missing: "What is missing",
    page gaps_toc: "what no article tells",
    page people: "Who is who",
    page people_toc: "the people named",
    page terms: "Words explained",
    page terms_toc: "terms that the story uses",
    page notes: "Editor’s notes",
    page notes_about: "What one has to know and the articles do not say.",
    page outside: "not from the articles",
    page sources_about: "Who wrote, from where, and whose voices are heard. Under each, where this page uses which paragraph.",
    page sources_toc: "who wrote, and how we read them",
    page corrections: "Corrections",
    page no_corrections: "None so far.",
    // Themes.
    both theme_diplomacy: "diplomacy",
    both theme_security: "security",
    both theme_territory: "territory",
    both theme_economy: "economy",
    both theme_energy: "energy",
    both theme_great_power: "great powers",
    // The stage.
    both map_and: " and ",
    page map_drawn: "About the map",
    page map_drawn_how: "Coasts and borders are Natural Earth’s, in an equal-area projection, simplified. A line of sight joins a capital and an event; the articles draw none. A capital or an event outside the map is marked at its edge, in its direction.",
    page pair: "{a} and {b}",
    page what_each_wants: "What each side wants",
    page stakes_dek: "What each capital is after, what it fears, what it would give and what it will not do, as the articles tell it.",
    page stake_since: "since {date}",
    page stake_until: "until {date}",
    page no_position: "No word in these sources.",
    page positions_dek: "What each capital held towards the others, and since when. The levels are the editor’s coding of what the articles describe; the words beside them say why.",
    // The timeline.
    both timeline: "Timeline",
    both timeline_tools: "Timeline tools",
    both show_on_timeline: "Show on the timeline",
    both move_with_story: "Move with the story",
    both choose_period: "Choose a period",
    both period_from: "The period’s beginning",
    both period_to: "The period’s end",
    both published_by: "Only what was published by…",
    both all_articles: "All {n} articles",
    both not_published: "not published by then",
    both nothing_yet: "nothing yet",
    page nothing_published: "Nothing of this was published by then.",
    page instrument: "All events by how well their date is known",
    both lane_closer: "closer ↑",
    page lane_apart: "apart ↓",
    page lane_day: "day or month",
    page lane_about: "about, a stretch",
    page lane_year: "only the year",
    page articles_out: "articles out",
    page mark_day: "a day",
    page mark_month: "a month",
    page mark_about: "about, or a stretch",
    page mark_year: "the year only",
    page mark_several: "so many at once",
    page mark_curve: "how close {actor} and {toward} stood, our coding",
    page mark_article: "an article came out",
    page mark_ring: "where it happened",
    page mark_matter: "a matter without a place",
    page map_does: "Whoever is switched on turns names, land and borders on the map; with nobody, every name stands. A capital beyond the frame stands at its rim, in its true direction.",
    both search: "Search",
    both search_story: "Search the story",
    both search_hint: "Scenes, views, events, people, terms and sources. Names count in every actor's form.",
    both search_none: "Nothing here has all of these words. Try fewer, or only their beginnings.",
    both search_count: "Found: {n}",
    both found_event: "Event",
    both found_scene: "Scene",
    // As known then.
    // Comparing.
    page compare_views: "Compare the views",
    both unpin: "Let go of this event",
    page event_voices: "Who is heard, event by event",
    both matrix: "What the event was to each side",
    page whose_column: "Whose view",
    both question: "Question",
    both what_saw: "What it saw",
    both what_fears: "What it fears",
    both what_wants: "What it wants",
    both what_offers: "What it offers",
    both what_says: "What it says",
    both column_theme: "Theme",
    both shown_count: "{n} of {of} events",
    // Sharing.
    both share: "Share",
    both share_h: "Share, cite, embed",
    both share_link: "Link to this view",
    both share_link_means: "Opens the story where you are now, seen by the same sides.",
    both share_citation: "Citation",
    page citation: "“{title}”. Interactive explainer, {date}. Data version {version}. {url}",
    both share_citation_means: "The version changes with every change of the story’s data.",
    both embed_fixed: "Code for a frame of fixed height",
    both embed_fixed_means: "Plain HTML for any page. The story scrolls inside the frame.",
    both embed_loader: "Code for a frame as high as its content",
    both embed_loader_means: "With a small script, which also lets links to your own page carry a view of the story.",
    both embed_pym: "Code for pages that use pym.js",
    both embed_pym_means: "With iframe-resizer, take the plain frame and add ?layout=auto to its address.",
    both copy: "Copy",
    both copied: "Copied: {what}",
    both share_by_system: "Share by another app",
    both embed_h: "For other pages",
    both copy_by_hand: "Your browser did not let us copy. The text is selected: copy it yourself.",
    // The page.
    // In a host's page.
    both read_the_story: "Read the story",
    both read_as: "Read as",
    both mode_scroll: "a story with its stage",
    both mode_scenes: "one scene at a time",
    both mode_article: "an article",
    page sources: "Sources",
    both source: "Source",
    page source_date: "Date",
    page source_vantage: "Stands where",
    page source_hears: "Hears",
    page who_is_heard_overall: "Who is heard in them",
    page unsigned: "unsigned",
    page where_used: "Where the story uses it, paragraph by paragraph",
    page not_used: "not used",
    page published: "Published",
    page version: "Version",
    page download: "The story as data (JSON)",
    page download_elsewhere: "The story as data is not part of this file",
    both close: "Close",
    both left_out: "Part of the link that brought you here could not be followed: {parts}. The rest has been.",
    both left_scene: "a scene that is not in this story",
    both left_beat: "a paragraph that is not in this scene",
    both left_event: "an event that is not in this story",
    both left_later: "an event that was not known by the date in the link",
    both left_actor: "a side that is not in this story",
    both left_date: "a date that is none",
    both left_period: "a period that is none",
    both left_mode: "a way of reading that is not offered",
    page without_program: "You are reading the whole story as an article: the program behind the timeline and the perspective switches did not load. Reloading may help.",
}

/// The placeholders of a label, without braces, in alphabetical order.
pub fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
        .collect();
    found.sort_unstable();
    found
}
