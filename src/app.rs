//! The page, in the order in which it is read.

use leptos::prelude::*;

use crate::components::{
    Finale, Guest, Instrument, Land, Masthead, Opening, Record, Scenes, Symbols,
};
use crate::islands::{Drawer, Explainer, Follow, Keys, Notice, Picked, Stage, Timeline, Turn};
use crate::story::labels;

#[component]
pub fn App() -> impl IntoView {
    view! {
        <Symbols/>
        <nav class="skip">
            <a href="#story">{labels::skip_to_story()}</a>
            <a href="#record">{labels::skip_to_record()}</a>
            <a href="#sources">{labels::skip_to_sources()}</a>
        </nav>
        <Explainer>
            <Masthead/>
            <Opening/>
            <main class="story" id="story" tabindex="-1">
                <div class="stage">
                    <Stage><Land/></Stage>
                    <Keys/>
                </div>
                <div class="texts">
                    <Follow><Scenes/></Follow>
                    <Picked/>
                    <Turn/>
                </div>
                <Timeline><Instrument/></Timeline>
            </main>
            <Guest/>
            <Finale/>
            <Record/>
            <Drawer/>
            <Notice/>
        </Explainer>
    }
}
