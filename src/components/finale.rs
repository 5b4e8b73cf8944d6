//! The last picture: every line of sight of every event on one map, and who is heard.

use leptos::prelude::*;

use super::as_of::PAGE;
use super::picture::FinalePicture;
use super::register::Register;
use super::text::running;
use crate::story::{labels, text};

#[component]
pub fn Finale() -> impl IntoView {
    let finale = text().finale.as_ref();
    finale.map(|finale| {
        let text = finale
            .text
            .iter()
            .map(|p| view! { <p>{running(p, PAGE)}</p> });
        view! {
            <section class="finale" id="finale" aria-labelledby="finale-t">
                <div class="words">
                    <h2 id="finale-t">{finale.title}</h2>
                    {text.collect_view()}
                    <p><a class="button" href="#record">{labels::open_record()}</a></p>
                </div>
                <div class="picture"><FinalePicture/></div>
                <Register/>
            </section>
        }
    })
}
