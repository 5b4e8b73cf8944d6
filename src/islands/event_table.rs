//! Around the table of all events: what of it is shown, and in which order. The rows themselves are
//! static.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;

use crate::domain::as_of;
use crate::domain::choice::Choice;
use crate::domain::event_rows::{Doubtful, Filter, Hearing, Order, ordered};
use crate::effect::effect_after;
use crate::page::event_rows::{self, Row};
use crate::reader::Reader;
use crate::story::model::{ActorIx, EventIx, Voice};
use crate::story::{index, labels};
use crate::words::slot_mark;

#[island]
pub fn EventTable(children: Children) -> impl IntoView {
    let reader = Reader::here();
    let table = NodeRef::<Div>::new();
    let filter = RwSignal::new(Filter::default());
    let order = RwSignal::new((Order::Date, false));
    let window = Memo::new(move |_| reader.choice().window);
    // How many are shown of how many that can be known.
    let all = index().events.len();
    let count = RwSignal::new((all, all));
    let rows = StoredValue::new_local(Vec::<Row>::new());
    effect_after(move |is_sifted: Option<bool>| {
        let Some(table) = table.get() else {
            return false;
        };
        let (filter, window, as_of) = (filter.get(), window.get(), reader.as_of.get());
        let is_all = filter == Filter::default() && window.is_none();
        // A table of which nothing is asked, and never was, is as it is written.
        let is_sifted = is_sifted.unwrap_or_default() || !is_all;
        if is_sifted {
            find(rows, &table);
        }
        let choice = reader.choice_untracked();
        let (horizon, period) = (choice.horizon(index()), choice.filter(index()));
        let (mut shown, mut of) = (0, 0);
        rows.with_value(|rows| {
            for (event, own) in index().events.iter().enumerate() {
                let is_known = own.published_by <= horizon;
                let is_shown = rows.get(event).is_none_or(|row| {
                    let voices = as_of::voices(index(), event as EventIx, horizon);
                    let is_shown = period.contains(own.anchor)
                        && filter.shows(&voices, row.theme, row.doubtful(as_of));
                    row.show(is_shown);
                    is_shown
                });
                of += usize::from(is_known);
                shown += usize::from(is_known && is_shown);
            }
        });
        count.set((shown, of));
        is_sifted
    });
    effect_after(move |woken: Option<()>| {
        let (by, descending) = order.get();
        if let (Some(table), Some(())) = (table.get_untracked(), woken) {
            find(rows, &table);
            rows.with_value(|rows| {
                let themes: Vec<u8> = rows.iter().map(|row| row.theme).collect();
                event_rows::put_in_order(rows, &ordered(&themes, by, descending));
            });
            event_rows::say_order(&table, by, descending);
        }
    });
    let sort = move |click: ev::MouseEvent| {
        if let Some(by) = event_rows::asked_order(&click) {
            order.update(|(now, descending)| {
                *descending = *now == by && !*descending;
                *now = by;
            });
        }
    };
    let clear = move |_| {
        filter.set(Filter::default());
        reader.update_push(|choice| Choice {
            window: None,
            ..choice
        });
    };
    let says = move || {
        let (shown, of) = count.get();
        labels::shown_count()
            .replace("{n}", &shown.to_string())
            .replace("{of}", &of.to_string())
    };
    let is_filtered = move || window.get().is_some() || filter.get() != Filter::default();
    let is_empty = move || count.get().0 == 0;
    view! {
        <div class="sift only-js">
            <Selects filter=filter/>
            <p class="shown" role="status">
                {says} <span hidden=move || window.get().is_none()>" " {labels::period_filters()}</span>
                <span hidden=move || !is_empty()>" " {labels::no_such_event()}</span>
            </p>
            <button type="button" class="quiet" hidden=move || !is_filtered() on:click=clear>{labels::show_all_events()}</button>
        </div>
        <div node_ref=table on:click=sort hidden=is_empty>{children()}</div>
    }
}

/// Looks the rows up, once, when they are first asked for.
fn find(rows: StoredValue<Vec<Row>, LocalStorage>, table: &web_sys::Element) {
    if rows.with_value(Vec::is_empty) {
        rows.set_value(event_rows::all(table));
    }
}

/// What the reader can ask for.
#[component]
fn Selects(filter: RwSignal<Filter>) -> impl IntoView {
    let actors = (0..index().main).map(|slot| {
        let options = (0..Hearing::ALL.len()).map(|n| {
            view! { <option value=hearing_word(slot as ActorIx, n)>{hearing(n)}</option> }
        });
        view! { <optgroup label=index().actors[slot].name>{options.collect_view()}</optgroup> }
    });
    let themes = themes();
    let themes = themes.into_iter().enumerate().map(|(n, theme)| {
        view! { <option value=n.to_string()>{theme}</option> }
    });
    let doubts = Doubtful::ASKED.into_iter().map(|of| {
        view! { <option value=of.0.to_string()>{doubtful(of)}</option> }
    });
    let heard = move || match filter.get().heard {
        Some((actor, hearing)) => {
            let n = Hearing::ALL.iter().position(|of| *of == hearing);
            hearing_word(actor, n.unwrap_or_default())
        }
        None => String::new(),
    };
    let number = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
    let theme = move || number(filter.get().theme);
    let doubt = move || number(filter.get().doubtful.map(|of| of.0));
    view! {
        <label>
            <span>{labels::who_is_heard_h()}</span>
            <select prop:value=heard on:change=move |e| filter.update(|f| f.heard = read_hearing(&event_target_value(&e)))>
                <option value="">{labels::any()}</option>
                {actors.collect_view()}
            </select>
        </label>
        <label>
            <span>{labels::column_theme()}</span>
            <select prop:value=theme on:change=move |e| filter.update(|f| f.theme = event_target_value(&e).parse().ok())>
                <option value="">{labels::any()}</option>
                {themes.collect_view()}
            </select>
        </label>
        <label>
            <span>{labels::column_caution()}</span>
            <select prop:value=doubt
                on:change=move |e| filter.update(|f| f.doubtful = event_target_value(&e).parse().ok().map(Doubtful))>
                <option value="">{labels::any()}</option>
                {doubts.collect_view()}
            </select>
        </label>
    }
}

/// An actor and the nth way to be heard, as an option's value.
fn hearing_word(actor: ActorIx, n: usize) -> String {
    let mut word = String::from(slot_mark(usize::from(actor)));
    word.push_str(slot_mark(n));
    word
}

fn read_hearing(word: &str) -> Option<(ActorIx, Hearing)> {
    let mut digits = word.bytes().map(|digit| digit.wrapping_sub(b'1'));
    let actor = digits.next()?;
    Some((actor, *Hearing::ALL.get(usize::from(digits.next()?))?))
}

fn hearing(n: usize) -> &'static str {
    match Hearing::ALL[n] {
        Hearing::Any => labels::heard_somehow(),
        Hearing::Exactly(Voice::Direct) => labels::own_words(),
        Hearing::Exactly(Voice::Reported) => labels::others_tell(),
        Hearing::Exactly(_) => labels::not_quoted(),
    }
}

/// In the order in which the record numbers them.
fn themes() -> [&'static str; 6] {
    [
        labels::theme_diplomacy(),
        labels::theme_security(),
        labels::theme_territory(),
        labels::theme_economy(),
        labels::theme_energy(),
        labels::theme_great_power(),
    ]
}

fn doubtful(of: Doubtful) -> &'static str {
    match of {
        Doubtful::DOUBT => labels::with_doubts(),
        Doubtful::DISAGREEMENT => labels::sources_disagree(),
        Doubtful::FACT => labels::disputed_fact(),
        Doubtful::MOTIVE => labels::disputed_motive(),
        Doubtful::MEANING => labels::disputed_meaning(),
        _ => labels::some_caution(),
    }
}
