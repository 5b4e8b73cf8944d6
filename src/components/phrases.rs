//! Words for what the model counts or names: levels and aspects.

use crate::story::labels;
use crate::story::model::Aspect;

/// How one actor stands towards another, in words.
pub fn level(level: i8) -> &'static str {
    match level {
        2 => labels::level_relies(),
        1 => labels::level_closer(),
        0 => labels::level_apart(),
        -1 => labels::level_wary(),
        _ => labels::level_hostile(),
    }
}

/// What a reading tells, after its actor's name.
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Saw => labels::aspect_saw(),
        Aspect::Fears => labels::aspect_fears(),
        Aspect::Wants => labels::aspect_wants(),
        Aspect::Offers => labels::aspect_offers(),
        Aspect::Says => labels::aspect_says(),
        Aspect::Advised => labels::aspect_advised(),
    }
}
