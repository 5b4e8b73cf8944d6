//! The interface's own words, in English: the one place where they stand.
//!
//! `build.rs` turns every line into a constant of [`crate::story::labels`], `see-it-as` into
//! `SEE_IT_AS`, in the words of the story's `meta.labels` where it has any. Words in braces are
//! filled in by the program; a translation must keep them.

/// Key and text.
pub const DEFAULTS: &[(&str, &str)] = &[
    // Dates.
    ("months-1", "January"),
    ("months-2", "February"),
    ("months-3", "March"),
    ("months-4", "April"),
    ("months-5", "May"),
    ("months-6", "June"),
    ("months-7", "July"),
    ("months-8", "August"),
    ("months-9", "September"),
    ("months-10", "October"),
    ("months-11", "November"),
    ("months-12", "December"),
    ("date-about", "about"),
    ("date-to", "to"),
    ("known-about", "known roughly"),
    ("known-month", "known to the month"),
    ("known-year", "known to the year"),
    ("planned", "planned"),
    // The opening.
    ("tagline", "One story, every line of sight"),
    (
        "byline",
        "Drawn from {sources} articles written between {from} and {to}. {events} events, each tied to a source and a paragraph.",
    ),
    ("how-we-read", "How we read them"),
    ("how-to-read", "How to read a line of sight"),
    (
        "speaks-means",
        "A source reports this capital’s own public words.",
    ),
    (
        "through-others-means",
        "A writer tells us what it saw or wanted.",
    ),
    (
        "silent-means",
        "The line stops short: no source here speaks for it.",
    ),
    ("to-actor", "to {name}"),
    // Perspectives.
    ("whose-view", "Whose view"),
    ("see-it-as", "See it as"),
    ("nobodys-side", "Nobody’s side"),
    ("from-capital", "From {capital}"),
    // How an actor is heard.
    ("who-is-heard", "Who is heard on this event"),
    ("speaks", "Speaks"),
    ("through-others", "Heard through others"),
    ("through-source", "through {n}"),
    ("silent", "Silent"),
    ("not-involved", "Not involved"),
    (
        "not-involved-long",
        "Not involved, and no statement in these sources.",
    ),
    ("no-statement", "No statement in these sources."),
    // What a reading tells.
    ("aspect-saw", "saw"),
    ("aspect-fears", "fears"),
    ("aspect-wants", "wants"),
    ("aspect-offers", "offers"),
    ("aspect-says", "says"),
    // What a statement is.
    ("kind-reported", "reported"),
    ("kind-paraphrase", "paraphrase"),
    ("kind-inference", "inference"),
    ("doubt", "Doubtful."),
    ("sources-disagree", "The sources disagree"),
    ("dispute-fact", "on a fact"),
    ("dispute-motive", "on a motive"),
    ("dispute-significance", "on what it means"),
    // Themes.
    ("theme-diplomacy", "diplomacy"),
    ("theme-security", "security"),
    ("theme-territory", "territory"),
    ("theme-economy", "economy"),
    ("theme-energy", "energy"),
    ("theme-great-power", "great powers"),
    // The stage.
    ("stage", "The stage: who sees the event how"),
    ("unfold-stage", "Lines of sight, relations and timeline"),
    ("where-you-are", "Where you are"),
    ("who-leans-where", "Who leans where"),
    ("in-words", "The same in words, with sources"),
    ("level-2", "leans on"),
    ("level-1", "courts"),
    ("level-0", "at arm’s length from"),
    ("level-minus-1", "wary of"),
    ("level-minus-2", "hostile to"),
    ("no-word", "no word"),
    ("no-position", "No word in these sources."),
    ("toward", "Towards {name}"),
    (
        "positions-dek",
        "What each capital held towards the others, and since when. The levels are the editor’s coding of what the articles describe; the words beside them say why.",
    ),
    // The timeline.
    ("timeline", "Timeline"),
    ("previous-event", "Previous event"),
    ("next-event", "Next event"),
    ("play", "Play"),
    ("pause", "Pause"),
    ("moment", "Moment"),
    ("window-from", "Window from"),
    ("window-to", "Window to"),
    ("timeline-binding", "What the timeline does while you read"),
    ("follow-moment", "Follow the text"),
    ("hold-window", "Hold a window"),
    ("event-of", "Event {n} of {of}"),
    ("events-so-far", "{n} of {of} events so far"),
    ("window-count", "{from} to {to}: {n} of {of} events"),
    ("read-passage", "Go to the passage"),
    ("dates-drawn", "How dates are drawn"),
    ("key-day", "day"),
    ("key-month", "month"),
    ("key-about", "about, or a stretch"),
    ("key-year", "year"),
    ("key-several", "several at once"),
    ("key-disputed", "facts in dispute"),
    // The page.
    ("skip", "Skip to the story"),
    ("contents", "Contents"),
    ("read-as", "Read as"),
    ("mode-scroll", "a story with its stage"),
    ("mode-article", "an article"),
    ("chapter-of", "Chapter {n} of {of}"),
    ("not-told", "What no source says"),
    ("sources", "Sources"),
    ("source", "Source"),
    ("source-of", "Source {n} of {of}"),
    ("source-author", "Author"),
    ("source-publication", "Published in"),
    ("source-date", "Date"),
    ("source-vantage", "Stands where"),
    ("source-hears", "Hears"),
    ("who-is-heard-overall", "Who is heard in them"),
    ("unsigned", "unsigned"),
    ("not-stated", "Not stated in our copy"),
    (
        "where-used",
        "Where the story uses it, paragraph by paragraph",
    ),
    ("not-used", "not used"),
    (
        "paragraph-carries",
        "Paragraph {place} carries these statements in the story",
    ),
    ("published", "Published"),
    ("version", "Version"),
    ("download", "The story as data (JSON)"),
    ("copy-link", "Copy link"),
    ("link-copied", "Link copied"),
    ("close", "Close"),
    (
        "link-broken",
        "Part of the link that brought you here could not be read ({keys}); the rest has been followed.",
    ),
    (
        "no-script",
        "You are reading the whole story as an article. The timeline and the perspective switches need JavaScript.",
    ),
    (
        "asleep",
        "You are reading the whole story as an article: the program behind the timeline and the perspective switches did not load. Reloading may help.",
    ),
];

/// The constant's name: `see-it-as` becomes `SEE_IT_AS`.
pub fn constant(key: &str) -> String {
    key.to_uppercase().replace('-', "_")
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
