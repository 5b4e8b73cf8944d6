//! The whole page, as the prerender writes it.

use leptos::prelude::*;

use super::chapter::chapter;
use super::dates;
use super::inline::inline;
use super::island::{
    Clock, CopyLink, Eyes, Modes, Notice, Panel, Relations, Sliders, Stage, Strip,
};
use super::opening::Opening;
use super::positions::positions;
use super::sources::sources;
use super::sources::who_is_heard;
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
        <a class="skip" href="#story">{labels::SKIP}</a>
        <Symbols/>
        <div class="page">
            <noscript><p class="asleep">{labels::NO_SCRIPT}</p></noscript>
            <p class="asleep" id="asleep" hidden>{labels::ASLEEP}</p>
            <Opening/>
            <Notice/>
            <div class="top">
                <div class="bar" role="region" aria-label=labels::WHOSE_VIEW><Eyes/></div>
                <div class="strip" role="region" aria-label=labels::WHERE_YOU_ARE><Strip/></div>
                <nav class="nav" aria-label=labels::CONTENTS><Contents/></nav>
                <div class="read" aria-hidden="true"></div>
            </div>
            <main class="scene" id="story">
                <div class="wrap spread">
                    <div class="steps">{chapters.collect_view()}</div>
                    <section class="stage" id="stage" aria-label=labels::STAGE>
                        <Stage/>
                        <figure class="rels"><Relations/></figure>
                    </section>
                </div>
                <section class="dock" id="dock" aria-label=labels::TIMELINE>
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
            <Positions/>
            <Sources/>
            <Footer/>
        </div>
        <Panel/>
    }
}

/// The contents list, and the ways out of the story.
#[component]
fn Contents() -> impl IntoView {
    let chapters = text().chapters.iter().map(|c| {
        view! { <li><a href=format!("#c-{}", c.id)>{c.title}</a></li> }
    });
    view! {
        <details class="menu">
            <summary>{labels::CONTENTS}</summary>
            <div class="menu-body">
                <ol>{chapters.collect_view()}</ol>
                <ul>
                    <li><a href="#positions">{labels::WHO_LEANS_WHERE}</a></li>
                    <li><a href="#sources">{labels::SOURCES}</a></li>
                </ul>
                <Modes/>
            </div>
        </details>
        <a class="wide-only" href="#sources">{labels::SOURCES}</a>
        <CopyLink/>
    }
}

#[component]
fn Positions() -> impl IntoView {
    view! {
        <section class="wrap sec" id="positions" aria-labelledby="positions-h">
            <h2 id="positions-h">{labels::WHO_LEANS_WHERE}</h2>
            <p class="dek">{labels::POSITIONS_DEK}</p>
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
            <h2 id="sources-h">{labels::SOURCES}</h2>
            <div class="method">{method.collect_view()}</div>
            {who_is_heard()}
            {sources()}
        </section>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let meta = &text().meta;
    let corrections = meta.corrections.iter().map(|c| {
        view! { <li>{dates::date(c.date, "", false)} ": " {inline(c.text)}</li> }
    });
    view! {
        <footer class="wrap foot">
            <p>
                {labels::PUBLISHED} " " {dates::date(meta.published, "", false)} " · "
                <a href="story.json" download>{labels::DOWNLOAD}</a> " · " {labels::VERSION} " " <code>{meta.version}</code>
            </p>
            <ul>{corrections.collect_view()}</ul>
        </footer>
    }
}
