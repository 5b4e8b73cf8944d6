//! The whole page, as the prerender writes it.

use leptos::prelude::*;

use super::chapter::chapter;
use super::clock::Clock;
use super::compare::Compare;
use super::dates;
use super::drift::drift;
use super::eyes::Eyes;
use super::inline::inline;
use super::known;
use super::modes::Modes;
use super::notice::Notice;
use super::opening::Opening;
use super::pager::Pager;
use super::panel::Panel;
use super::positions::positions;
use super::relations::Relations;
use super::search::{Search, search_button};
use super::share::{Share, share_button};
use super::sliders::Sliders;
use super::sources::sources;
use super::sources::who_is_heard;
use super::stage::Stage;
use super::stakes::Stakes;
use super::strip::Strip;
use super::symbols::Symbols;
use super::timeline::{Timeline, TimelineKey};
use crate::story::{labels, text};

#[component]
pub fn App() -> impl IntoView {
    let chapters = text()
        .chapters
        .iter()
        .enumerate()
        .map(|(i, c)| chapter(i + 1, c));
    view! {
        <a class="skip" href="#story">{labels::skip()}</a>
        <Symbols/>
        <div class="page" id="page">
            <noscript><p class="asleep">{labels::no_script()}</p></noscript>
            <p class="asleep" id="asleep" hidden>{labels::asleep()}</p>
            <Opening/>
            // Here the prerender puts the styles of all that follows.
            <style id="second"></style>
            <Notice/>
            <div class="top" id="bar">
                <div class="bar" role="region" aria-label=labels::whose_view()><Eyes/></div>
                <div class="strip lens" role="region" aria-label=labels::where_you_are()><Strip/></div>
                <nav class="nav" aria-label=labels::contents()><Contents/></nav>
                <div class="read" id="read" aria-hidden="true"></div>
            </div>
            <main class="scene" id="story">
                <div class="wrap spread">
                    <div class="steps" id="steps"><known::Banner/> {chapters.collect_view()} <Pager/></div>
                    <section class="stage lens" id="stage" aria-label=labels::stage()>
                        <Stage/>
                        <figure class="rels"><Relations/></figure>
                    </section>
                </div>
                <section class="dock" id="dock" aria-label=labels::timeline()>
                    <div class="wrap">
                        <div class="ctl"><Clock/></div>
                        <div class="tl">
                            <div class="tl-box">
                                <Timeline/>
                                <div class="veil ahead"></div>
                                <div class="veil before"></div>
                                <div class="veil after"></div>
                                <div class="plumb"></div>
                                <Sliders/>
                            </div>
                            <TimelineKey/>
                        </div>
                    </div>
                </section>
            </main>
            <button type="button" class="more" id="more" data-do="more" aria-expanded="false">{labels::more()}</button>
            <Compare/>
            <Stakes/>
            <Positions/>
            <Sources/>
            <Footer/>
        </div>
        <Panel/>
        <Search/>
        <Share/>
    }
}

/// The contents list, and the ways out of the story.
#[component]
fn Contents() -> impl IntoView {
    let chapters = text().chapters.iter().map(|c| {
        view! { <li data-k=known::from(c.known, known::PAGE)><a href=format!("#c-{}", c.id)>{c.title}</a></li> }
    });
    view! {
        <a class="whole" href=text().meta.canonical.unwrap_or("./") target="_blank" rel="noopener">{labels::full_page()}</a>
        <details class="menu">
            <summary>{labels::contents()}</summary>
            <div class="menu-body">
                <ol>{chapters.collect_view()}</ol>
                <ul>
                    <li><a href="#compare" data-do="compare">{labels::compare_h()}</a></li>
                    {(!text().stakes.is_empty()).then(|| view! { <li><a href="#stakes">{labels::what_each_wants()}</a></li> })}
                    <li><a href="#positions">{labels::who_leans_where()}</a></li>
                    <li><a href="#sources">{labels::sources()}</a></li>
                </ul>
                {search_button()}
                {share_button()}
                <Modes/>
                <known::Switch/>
            </div>
        </details>
        {search_button()}
        <a class="wide-only" href="#compare" data-do="compare">{labels::compare()}</a>
        <a class="wide-only" href="#sources">{labels::sources()}</a>
        {share_button()}
    }
}

#[component]
fn Positions() -> impl IntoView {
    view! {
        <section class="wrap sec" id="positions" aria-labelledby="positions-h">
            <h2 id="positions-h">{labels::who_leans_where()}</h2>
            <p class="dek">{labels::positions_dek()}</p>
            {drift()}
            {positions()}
        </section>
    }
}

#[component]
fn Sources() -> impl IntoView {
    let method = text()
        .meta
        .method
        .iter()
        .map(|p| view! { <p>{inline(p)}</p> });
    view! {
        <section class="wrap sec" id="sources" aria-labelledby="sources-h">
            <h2 id="sources-h">{labels::sources()}</h2>
            <div class="method" data-k=known::hindsight()>{method.collect_view()}</div>
            {who_is_heard()}
            {super::map::how()}
            {sources()}
        </section>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let meta = &text().meta;
    let corrections = meta.corrections.iter().map(|c| {
        view! { <li data-k=known::hindsight()>{dates::date(c.date, "", false)} ": " {inline(c.text)}</li> }
    });
    view! {
        <footer class="wrap foot" id="foot">
            <p>
                {labels::published()} " " {dates::date(meta.published, "", false)} " · "
                <a href="story.json" download>{labels::download()}</a> " · " {labels::version()} " " <code>{meta.version}</code>
            </p>
            <ul>{corrections.collect_view()}</ul>
        </footer>
    }
}
