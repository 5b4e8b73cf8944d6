//! Search in the page's own words, beside the text. What "published by" hides is not found.

use leptos::ev;
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use crate::domain::search::{Folded, Piece, Query, fold, snippet, whole};
use crate::page::links;
use crate::page::texts::{self, Part, Passage, Place};
use crate::reader::Reader;
use crate::story::labels;

/// More parts than anyone reads, and passages of each; the count says how many there are.
const PARTS: usize = 40;
const PASSAGES: usize = 3;

#[island]
pub fn Search() -> impl IntoView {
    let reader = Reader::here();
    let dialog = NodeRef::<Dialog>::new();
    let field = NodeRef::<Input>::new();
    let found = RwSignal::new(Found::default());
    let gathered = StoredValue::new(None::<Gathered>);
    let look = move || {
        let Some(field) = field.get_untracked() else {
            return;
        };
        let as_of = reader.choice_untracked().as_of;
        gathered.update_value(|gathered| {
            let texts = match gathered.take().filter(|g| g.as_of == as_of) {
                Some(same) => same,
                None => Gathered::new(as_of),
            };
            found.set(texts.find(&Query::new(&field.value(), &mut texts::spell)));
            *gathered = Some(texts);
        });
    };
    let open = move |_| {
        if let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
        {
            // It is in the page and not open, so it can be shown.
            let _ = dialog.show_modal();
            if let Some(field) = field.get_untracked() {
                field.select();
            }
            look();
        }
    };
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let go = move |place: &Place| {
        close();
        match place {
            Place::Beat(beat) => links::go_to(reader, *beat),
            Place::Record(id) => reader.drawer.set(Some(id.clone())),
        }
    };
    // Engines take the first Escape for emptying the field.
    let leave = move |key: ev::KeyboardEvent| {
        if key.key() == "Escape" {
            key.prevent_default();
            close();
        }
    };
    let first = move |enter: ev::SubmitEvent| {
        enter.prevent_default();
        let first = found.with_untracked(|found| found.hits.first().map(|hit| hit.place.clone()));
        if let Some(place) = first {
            go(&place);
        }
    };
    let hits = move || {
        let hits = found.get().hits.into_iter();
        hits.map(|hit| view! { <li><Result hit=hit go=go/></li> })
            .collect_view()
    };
    view! {
        <button type="button" class="only-js" on:click=open>{labels::search()}</button>
        <dialog class="drawer search" node_ref=dialog aria-label=labels::search_story() on:keydown=leave>
            <form on:submit=first>
                <input type="search" aria-label=labels::search_story() autocomplete="off" spellcheck="false"
                    enterkeyhint="search" node_ref=field on:input=move |_| look() />
                <button type="button" class="button" on:click=move |_| close()>{labels::close()}</button>
            </form>
            <p class="small" role="status">{move || found.with(Found::said)}</p>
            <ol class="found">{hits}</ol>
        </dialog>
    }
}

/// A part in which something was found: a link to it, or to the passage.
#[component]
fn Result(hit: Hit, go: impl Fn(&Place) + Copy + 'static) -> impl IntoView {
    let place = hit.place;
    let address = match &place {
        Place::Beat(beat) => links::address(*beat),
        Place::Record(id) => format!("#{id}"),
    };
    let passages = hit.passages.into_iter().map(|(who, words)| {
        let who = (!who.is_empty()).then(|| view! { <b>{who} ": "</b> });
        view! { <span class="snippet">{who} {marked(words)}</span> }
    });
    view! {
        <a href=address on:click=move |click| {
            click.prevent_default();
            go(&place);
        }>
            <span class="small">{hit.about}</span>
            <span class="title">{marked(hit.title)}</span>
            {passages.collect_view()}
        </a>
    }
}

type Words = Vec<(String, bool)>;

fn marked(words: Words) -> impl IntoView {
    let words = words.into_iter().map(|(words, is_marked)| match is_marked {
        true => leptos::either::Either::Left(view! { <mark>{words}</mark> }),
        false => leptos::either::Either::Right(words),
    });
    words.collect_view()
}

/// What was found, and in how many parts of the page.
#[derive(Clone, Default)]
struct Found {
    is_asked: bool,
    count: usize,
    hits: Vec<Hit>,
}

#[derive(Clone)]
struct Hit {
    about: String,
    title: Words,
    place: Place,
    /// Whose, and the words.
    passages: Vec<(String, Words)>,
}

impl Found {
    fn said(&self) -> String {
        match (self.is_asked, self.count) {
            (false, _) => labels::search_hint().to_owned(),
            (true, 0) => labels::search_none().to_owned(),
            (true, n) => labels::search_count().replace("{n}", &n.to_string()),
        }
    }
}

/// All that can be found of what was published by an edition.
struct Gathered {
    as_of: Option<u8>,
    parts: Vec<(Part, Folded, Vec<Folded>)>,
}

impl Gathered {
    fn new(as_of: Option<u8>) -> Self {
        let mut known: Vec<(char, String)> = Vec::new();
        // Browsers are asked for each letter once.
        let mut spell = move |letter: char| {
            let at = known.binary_search_by_key(&letter, |(letter, _)| *letter);
            let at = at.unwrap_or_else(|at| {
                known.insert(at, (letter, texts::spell(letter)));
                at
            });
            known[at].1.clone()
        };
        let parts = texts::gather(as_of).into_iter().map(|part| {
            let title = fold(&part.title, &mut spell);
            let passages = part.passages.iter();
            let passages = passages.map(|p| fold(&p.words, &mut spell)).collect();
            (part, title, passages)
        });
        Self {
            as_of,
            parts: parts.collect(),
        }
    }

    fn find(&self, query: &Query) -> Found {
        let mut found = Found {
            is_asked: !query.is_empty(),
            ..Found::default()
        };
        if query.is_empty() {
            return found;
        }
        for (part, title, passages) in &self.parts {
            let own: Vec<(&Passage, &Folded)> = part.passages.iter().zip(passages).collect();
            let own = own
                .into_iter()
                .filter(|(_, folded)| query.finds_under(title, folded));
            let own: Vec<_> = own.take(PASSAGES).collect();
            let in_title = query.finds(title);
            if own.is_empty() && !in_title {
                continue;
            }
            found.count += 1;
            if found.hits.len() < PARTS {
                let place = own.first().filter(|_| !in_title);
                let place = place.map_or(&part.place, |(passage, _)| &passage.place);
                found.hits.push(Hit {
                    about: part.about.clone(),
                    title: cut(&part.title, whole(query, title, part.title.len())),
                    place: place.clone(),
                    passages: own
                        .iter()
                        .map(|(p, folded)| excerpt(query, p, folded))
                        .collect(),
                });
            }
        }
        found
    }
}

fn excerpt(query: &Query, passage: &Passage, folded: &Folded) -> (String, Words) {
    let all = &passage.words;
    let pieces = snippet(query, folded, all.len());
    let (start, end) = (
        pieces.first().map(|p| p.start),
        pieces.last().map(|p| p.end),
    );
    let mut words = cut(all, pieces);
    if start > Some(0) {
        words.insert(0, ("… ".to_owned(), false));
    }
    if end < Some(all.len()) {
        words.push((" …".to_owned(), false));
    }
    (passage.who.clone(), words)
}

fn cut(text: &str, pieces: Vec<Piece>) -> Words {
    let words = |p: &Piece| text.get(p.start..p.end).unwrap_or_default().to_owned();
    pieces.iter().map(|p| (words(p), p.is_marked)).collect()
}
