//! What of the story counts: a period of time, and the articles that were out by a day. Neither moves the
//! reader.

use leptos::prelude::*;

use crate::reader::Reader;
use crate::story::model::Article;
use crate::story::{date_words, index, labels};

#[component]
pub fn Filters() -> impl IntoView {
    let reader = Reader::here();
    let has_period = Memo::new(move |_| reader.window.get().is_some());
    let set_period = move |on: bool| {
        reader.update_push(|choice| {
            let window = on.then(|| choice.filter(index()));
            choice.with_window(window)
        });
    };
    let last = index().editions.len().saturating_sub(1);
    let earlier = (0..last).map(|edition| view! { <Edition edition=edition as u8/> });
    let all = labels::all_articles().replace("{n}", &index().articles.len().to_string());
    view! {
        <div class="filters">
            <fieldset>
                <legend>{labels::show_on_timeline()}</legend>
                <label>
                    <input type="radio" name="period" checked=true prop:checked=move || !has_period.get() on:change=move |_| set_period(false)/>
                    <span>{labels::move_with_story()}</span>
                </label>
                <label>
                    <input type="radio" name="period" prop:checked=move || has_period.get() on:change=move |_| set_period(true)/>
                    <span>{labels::choose_period()}</span>
                </label>
            </fieldset>
            <fieldset>
                <legend>{labels::published_by()}</legend>
                <label>
                    <input type="radio" name="published" checked=true prop:checked=move || reader.as_of.get().is_none()
                        on:change=move |_| reader.update_push(|choice| choice.with_as_of(index(), None))/>
                    <span>{all}</span>
                </label>
                {earlier.collect_view()}
            </fieldset>
        </div>
    }
}

/// One day on which articles came out.
#[component]
fn Edition(edition: u8) -> impl IntoView {
    let reader = Reader::here();
    let day = index().editions[usize::from(edition)];
    let out = index().articles.iter().filter(|a| a.date.end == day);
    let names: Vec<_> = out.map(name).collect();
    view! {
        <label>
            <input type="radio" name="published" prop:checked=move || reader.as_of.get() == Some(edition)
                on:change=move |_| reader.update_push(|choice| choice.with_as_of(index(), Some(edition)))/>
            <span>{names.join("; ")}</span>
        </label>
    }
}

fn name(article: &Article) -> String {
    let number = article.source + 1;
    let date = article.date.label(&date_words());
    format!("{number} · {}, {date}", article.short)
}
