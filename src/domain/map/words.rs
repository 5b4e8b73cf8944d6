//! What the map shows, in words.

use super::{Look, Scene};
use crate::domain::perspective::Perspective;
use crate::domain::words;
use crate::story::labels;
use crate::story::model::Index;

/// The words of the story that the map's own words need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The view's name.
    pub view: String,
    /// The name of the event's place, as the perspective has it.
    pub place: Option<String>,
    /// The way that is sketched for the event.
    pub route: Option<String>,
}

/// The picture's alternative: what it states, in sentences.
pub fn alternative(
    index: &Index,
    look: &Look,
    scene: &Scene,
    drawers: &[u8],
    told: &Told,
) -> String {
    let mut out = labels::map_of().replace("{view}", &told.view);
    let mut say = |sentence: &str| {
        out.push(' ');
        out.push_str(sentence);
    };
    match (&scene.aim, &told.place) {
        (Some(aim), Some(place)) => {
            let label = match aim.off {
                Some(_) => labels::map_outside(),
                None => labels::map_at(),
            };
            say(&label.replace("{place}", place));
        }
        _ if look.event.is_some() => say(labels::map_nowhere()),
        _ => {}
    }
    let mut heard = words::sights(index, look.event, look.horizon);
    heard.push('.');
    say(&heard);
    say(&match look.perspective.is_neutral() {
        true => labels::map_names_all().to_owned(),
        false => labels::map_names().replace("{names}", &names(index, look.perspective)),
    });
    if !drawers.is_empty() {
        let mut border = borders(index, look.perspective, drawers);
        border.push('.');
        say(&border);
    }
    if let Some(route) = &told.route {
        say(&labels::map_route().replace("{route}", route));
    }
    out
}

/// Whose border stands out, of the slots that draw one.
pub fn borders(index: &Index, perspective: Perspective, drawers: &[u8]) -> String {
    let mut chosen = Perspective::NEUTRAL;
    for slot in drawers {
        if perspective.has(*slot) && !chosen.has(*slot) {
            chosen = chosen.toggle(*slot);
        }
    }
    match chosen.is_neutral() {
        true => labels::border_of_all().to_owned(),
        false => labels::border_of().replace("{names}", &names(index, chosen)),
    }
}

fn names(index: &Index, perspective: Perspective) -> String {
    let mut out = String::new();
    for slot in perspective.iter() {
        if !out.is_empty() {
            out.push_str(labels::map_and());
        }
        out.push_str(index.actors[slot as usize].name);
    }
    out
}
