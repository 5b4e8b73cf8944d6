//! The register of voices: every event a column, every main actor a row, and how it is heard.
//!
//! A drawing for the eye, with a native slider over it that picks the event; the slider's value says
//! the column in words, and the table below it says all of them.

use leptos::prelude::*;

use super::glyph::badge;
use super::known;
use crate::domain::choice::Choice;
use crate::domain::compare::{self, YearMark};
use crate::domain::words::{SLOTS, voice_mark};
use crate::story::model::Heard;
use crate::story::{index, labels};

/// Columns that a year's number takes, where they are narrowest.
const YEAR: usize = 3;

#[component]
pub fn Register() -> impl IntoView {
    let index = index();
    let names = (0..index.main).map(|slot| {
        let actor = &index.actors[slot];
        view! { <li>{badge(slot, actor.letter)} {actor.short}</li> }
    });
    let rows = (0..index.main).map(|slot| {
        let cells = index
            .events
            .iter()
            .map(|e| view! { <i class=voice_mark(e.voices[slot])></i> });
        view! { <div data-a=SLOTS[slot]>{cells.collect::<Vec<_>>()}</div> }
    });
    let last = index.events.len().saturating_sub(1);
    let at = Choice::initial(index).compared(index).unwrap_or_default();
    view! {
        <h3 id="register-h">{labels::event_voices()}</h3>
        <div class="scroll far" role="region" aria-labelledby="register-h" tabindex="0">
            <div class="reg">
                <ul class="reg-who" aria-hidden="true">{names.collect_view()}</ul>
                <div class="reg-box">
                    <Years/>
                    <div class="reg-rows" aria-hidden="true">{rows.collect_view()}</div>
                    <div class="reg-at only-js"></div>
                    <input class="reg-in only-js" type="range" min="0" max=last.to_string() step="1" value=at.to_string()
                        aria-label=labels::compared_event() />
                </div>
            </div>
        </div>
        <Key/>
        <Totals/>
    }
}

/// The years, and a line where each begins.
#[component]
fn Years() -> impl IntoView {
    let of = index().events.len().max(1);
    let marks = compare::years(index(), YEAR).into_iter().map(|mark| {
        let YearMark { column, year, known: day, labelled } = mark;
        let x = format!("{:.3}%", column as f64 * 100.0 / of as f64);
        let number = labelled.then(|| view! { <text x=x.clone() dx="4" y="12">{year.to_string()}</text> });
        view! {
            <g data-k=known::from(day, known::PAGE)>
                <line x1=x.clone() x2=x.clone() y1=if labelled { "0" } else { "12" } y2="100%"></line>
                {number}
            </g>
        }
    });
    view! { <svg class="reg-years" aria-hidden="true">{marks.collect_view()}</svg> }
}

#[component]
fn Key() -> impl IntoView {
    let items = [
        (Heard::Direct, labels::speaks_own()),
        (Heard::Reported, labels::only_through_others()),
        (Heard::Silent, labels::no_statement_short()),
        (Heard::Uninvolved, labels::not_involved()),
    ]
    .map(|(heard, words)| view! { <li><i class=voice_mark(heard) aria-hidden="true"></i>{words}</li> });
    view! {
        <ul class="reg-key">
            {items.collect_view()}
            <li class="only-js"><i class="at" aria-hidden="true"></i>{labels::outlined()}</li>
        </ul>
    }
}

/// What the drawing shows at a glance, in numbers.
#[component]
fn Totals() -> impl IntoView {
    let events = index().events;
    let of_each = (0..index().main).map(|slot| {
        let count = |heard| {
            let all = events.iter().filter(|e| e.voices[slot] == heard);
            all.count().to_string()
        };
        labels::voices_of()
            .replace("{name}", index().actors[slot].name)
            .replace("{direct}", &count(Heard::Direct))
            .replace("{reported}", &count(Heard::Reported))
    });
    let words = labels::voices_total()
        .replace("{of}", &events.len().to_string())
        .replace("{list}", &of_each.collect::<Vec<_>>().join(", "));
    // It counts what is said in all of the articles.
    let all_out = index().editions.last().copied().unwrap_or(known::PAGE);
    view! { <p class="small totals" data-k=known::from(all_out, known::PAGE)>{words}</p> }
}
