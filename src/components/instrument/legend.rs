//! What the timeline's marks mean, and the map's.

use leptos::prelude::*;

use crate::glyph::how;
use crate::story::model::Voice;
use crate::story::{index, labels};

#[component]
pub fn Legend() -> impl IntoView {
    let curve = index().curve.map(|(actor, toward)| {
        let name = |actor: u8| index().actors[usize::from(actor)].capital;
        let words = labels::mark_curve()
            .replace("{actor}", name(actor))
            .replace("{toward}", name(toward));
        view! { <li><svg viewBox="0 0 28 14" aria-hidden="true"><path class="stroke" d="M1 11h11V4h15"></path></svg>{words}</li> }
    });
    let map = index().map.as_ref().map(|_| {
        view! {
            <ul class="marks-legend">
                <li>{how(Voice::Direct)}{labels::own_words()}</li>
                <li>{how(Voice::Reported)}{labels::others_tell()}</li>
                <li>{how(Voice::Silent)}{labels::not_quoted()}</li>
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><circle class="stroke" cx="14" cy="7" r="6"></circle><circle class="full" cx="14" cy="7" r="2"></circle></svg>{labels::mark_ring()}</li>
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><path class="stroke" d="M3 1h22v12H3zM5.5 3.5h17v7h-17z"></path></svg>{labels::mark_matter()}</li>
            </ul>
            <p class="map-does">{labels::map_does()}</p>
        }
    });
    view! {
        <div class="legends">
            <ul class="marks-legend">
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><path class="day" d="M14 0v14"></path></svg>{labels::mark_day()}</li>
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="month" x="9" width="10" height="14"></rect></svg>{labels::mark_month()}</li>
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="about" width="28" height="14"></rect></svg>{labels::mark_about()}</li>
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="year-only" x="1" y="1" width="26" height="12"></rect></svg>{labels::mark_year()}</li>
                <li><b>"3"</b>{labels::mark_several()}</li>
                {curve}
                <li><svg viewBox="0 0 28 14" aria-hidden="true"><rect class="stroke" x="7" y="1" width="13" height="12"></rect></svg>{labels::mark_article()}</li>
            </ul>
            {map}
        </div>
    }
}
