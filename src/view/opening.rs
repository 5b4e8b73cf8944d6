//! The opening: the title, what it rests on, how to read a line of sight, and the chart.

use leptos::prelude::*;

use crate::domain::words::{self, SLOTS};

use super::dates;
use super::glyph::sight_line;
use super::known;
use crate::story::model::{
    Anchor, Chart, ChartName, ChartNameRole, ChartPath, ChartRole, ChartSight, Heard,
};
use crate::story::{index, labels, text};

#[component]
pub fn Opening() -> impl IntoView {
    let meta = &text().meta;
    let sources = text().sources;
    let first = sources.iter().map(|s| s.date.start).min();
    let last = sources.iter().map(|s| s.date.end).max();
    let month = |day: Option<crate::domain::date::Day>| {
        day.map_or(String::new(), |d| d.month_label(&dates::date_words()))
    };
    let byline = labels::byline()
        .replace("{sources}", &sources.len().to_string())
        .replace("{from}", &month(first))
        .replace("{to}", &month(last))
        .replace("{events}", &index().events.len().to_string());
    let key = [
        (Heard::Direct, labels::speaks(), labels::speaks_means()),
        (
            Heard::Reported,
            labels::through_others(),
            labels::through_others_means(),
        ),
        (Heard::Silent, labels::silent(), labels::silent_means()),
    ];
    let key = key.into_iter().map(|(heard, name, means)| {
        view! { <li>{sight_line(0, heard)} <span><b>{name} "."</b> " " {means}</span></li> }
    });
    view! {
        <header class="wrap opening" id="top">
            <div class="lede">
                <p class="mast">
                    <svg viewBox="0 0 28 20" aria-hidden="true">
                        <path d="M1 1 20 10M1 10H14M1 19 20 10"></path>
                        <circle cx="22.5" cy="10" r="4.5"></circle>
                        <circle class="g-dot" cx="22.5" cy="10" r="1.5"></circle>
                    </svg>
                    <b>"Sightlines"</b> <span>{labels::tagline()}</span>
                </p>
                <h1>{meta.title}</h1>
                <p class="dek" data-k=known::hindsight()>{meta.dek}</p>
                <p class="byline" data-k=known::hindsight()>{byline} " " <a href="#sources">{labels::how_we_read()}</a></p>
                <section class="how" aria-labelledby="how-h">
                    <h2 id="how-h">{labels::how_to_read()}</h2>
                    <ul>{key.collect_view()}</ul>
                </section>
            </div>
            {text().chart.as_ref().map(chart)}
        </header>
    }
}

fn chart(chart: &'static Chart) -> AnyView {
    let [x, y, w, h] = chart.view;
    let [tx, ty] = chart.target;
    view! {
        <figure class="chart hero lens" data-k=known::hindsight()>
            <svg viewBox=format!("{x} {y} {w} {h}") preserveAspectRatio="xMidYMid slice" role="img" aria-label=chart.alt>
                {chart.paths.iter().map(path).collect_view()}
                {chart.names.iter().map(name).collect_view()}
                {chart.sights.iter().map(sight).collect_view()}
                <circle class="aim" cx=tx.to_string() cy=ty.to_string() r="14"></circle>
                <circle class="aim-dot" cx=tx.to_string() cy=ty.to_string() r="3.5"></circle>
            </svg>
        </figure>
    }
    .into_any()
}

fn path(path: &'static ChartPath) -> AnyView {
    let class = match path.role {
        ChartRole::Graticule => "m-grat",
        ChartRole::Land => "m-land",
        ChartRole::Disputed => "m-land m-dis",
        ChartRole::Claim => "m-claim",
    };
    view! { <path class=class data-a=path.actor.map(|a| SLOTS[a as usize]) d=path.d></path> }
        .into_any()
}

fn sight(sight: &'static ChartSight) -> AnyView {
    let ([x0, y0], [x1, y1], [lx, ly]) = (sight.from, sight.to, sight.label);
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx.hypot(dy).max(1.0);
    // The stop stands across the line; the diamond in its middle.
    let (nx, ny) = (-dy / length * 10.0, dx / length * 10.0);
    let mark = match sight.heard {
        Heard::Direct => ().into_any(),
        Heard::Reported => {
            let (mx, my) = (x0 + dx * 0.55, y0 + dy * 0.55);
            let d = format!("M{mx:.1} {:.1}l11 11-11 11-11-11z", my - 11.0);
            view! { <path class="relay" d=d></path> }.into_any()
        }
        Heard::Silent | Heard::Uninvolved => {
            let d = format!(
                "M{:.1} {:.1}L{:.1} {:.1}",
                x1 + nx,
                y1 + ny,
                x1 - nx,
                y1 - ny
            );
            view! { <path class="stop" d=d></path> }.into_any()
        }
    };
    let actor = &index().actors[sight.actor as usize];
    view! {
        <g class="sight" data-a=SLOTS[sight.actor as usize] data-heard=words::heard_mark(sight.heard)>
            <path class="ray" d=format!("M{x0} {y0}L{x1} {y1}")></path>
            {mark}
            <use class="eye" href=format!("#s-{}", sight.actor + 1) x=(x0 - 9.0).to_string() y=(y0 - 9.0).to_string() width="18" height="18"></use>
            <text class=label_class("lab cap", sight.anchor) x=lx.to_string() y=ly.to_string()>{actor.capital}</text>
            <text class=label_class("lab dist", sight.anchor) x=lx.to_string() y=(ly + 15.0).to_string()>{sight.note}</text>
        </g>
    }
    .into_any()
}

fn name(name: &'static ChartName) -> AnyView {
    let [x, y] = name.at;
    let class = match name.role {
        ChartNameRole::Country => "lab on-land country",
        ChartNameRole::Sea => "lab sea",
        ChartNameRole::Place => "lab on-land",
        ChartNameRole::Disputed => "lab cap",
    };
    let class = label_class(class, name.anchor);
    let Some(place) = name.place else {
        return view! { <text class=class x=x.to_string() y=y.to_string()>{name.text}</text> }
            .into_any();
    };
    let place = &text().places[place as usize];
    if place.names.is_empty() {
        return view! { <text class=class x=x.to_string() y=y.to_string()>{place.name}</text> }
            .into_any();
    }
    // Rival names one under the other, each with whose it is.
    let slots: Vec<_> = place
        .names
        .iter()
        .map(|(a, _)| SLOTS[*a as usize])
        .collect();
    let lines = place.names.iter().enumerate().map(|(i, (actor, words))| {
        let y = y + 38.0 * i as f64;
        let to = labels::to_actor().replace("{name}", index().actors[*actor as usize].name);
        view! {
            <g class=format!("n a{}", actor + 1)>
                <text class=class.clone() x=x.to_string() y=y.to_string()>{*words}</text>
                <text class=label_class("lab", name.anchor) x=x.to_string() y=(y + 16.0).to_string()>{to}</text>
            </g>
        }
    });
    view! { <g class="pl" data-n=slots.join(" ")>{lines.collect_view()}</g> }.into_any()
}

fn label_class(base: &str, anchor: Anchor) -> String {
    let end = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " mid",
        Anchor::End => " end",
    };
    format!("{base}{end}")
}
