//! The name of the page, and the ways into it: always at hand beside the text, at the top of the page
//! where the map lies over it.

use leptos::prelude::*;

use super::scene;
use crate::components::as_of::{PAGE, since};
use crate::islands::{Menu, Search, Share};
use crate::story::model::SceneIx;
use crate::story::{index, labels, text};

#[component]
pub fn Masthead() -> impl IntoView {
    view! {
        <header class="masthead">
            <svg viewBox="0 0 28 20" aria-hidden="true">
                <path d="M0 1 17 8.4M0 10h17M0 19l17-7.4"></path>
                <circle cx="22" cy="10" r="5"></circle>
                <circle class="pupil" cx="22" cy="10" r="1.75"></circle>
            </svg>
            <b>"Sightlines"</b>
            <nav aria-label=labels::ways_in()>
                <Menu><Contents/></Menu>
                <Search/>
                <Share/>
            </nav>
        </header>
    }
}

/// The scenes by date and title, and what follows them.
#[component]
fn Contents() -> impl IntoView {
    let scenes = (0..index().scenes.len() as SceneIx).map(|ix| {
        let to = format!("#scene-{}", index().scenes[usize::from(ix)].id);
        let title = text().scenes[usize::from(ix)].title;
        view! {
            <li data-since=since(scene::known(ix), PAGE)>
                <a href=to><small>{scene::date(ix)}</small> " " <span>{title}</span></a>
            </li>
        }
    });
    let finale = text().finale.as_ref();
    let finale = finale
        .map(|f| view! { <li><a href="#finale"><small></small> <span>{f.title}</span></a></li> });
    view! {
        <ol>
            {scenes.collect_view()}
            {finale}
            <li><a href="#record"><small></small> <span>{labels::the_record()}</span></a></li>
        </ol>
    }
}
