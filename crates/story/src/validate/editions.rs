//! Nothing is known before what it rests on: `known` can only be later than what follows from
//! the cites.

use super::super::editions::{Editions, end};
use super::super::source::{Edtf, Story};
use super::inventory::each;
use super::places::field;
use super::review::Review;
use crate::date::Day;

pub fn check(story: &Story, review: &mut Review) {
    let editions = Editions::of(story);
    let mut check = |path: &str, known: &Option<Edtf>, derived: Option<Day>| {
        later(path, known, derived, review);
    };
    each("events", &story.events, |path, event| {
        check(&path, &event.known, editions.event(event));
        each(
            &field(&path, "readings"),
            &event.readings,
            |path, reading| {
                check(&path, &reading.known, editions.reading(reading));
            },
        );
        each(&field(&path, "doubts"), &event.doubts, |path, doubt| {
            check(&path, &doubt.known, editions.doubt(doubt));
        });
    });
    each("positions", &story.positions, |path, position| {
        check(&path, &position.known, editions.position(position));
    });
    each("stakes", &story.stakes, |path, stake| {
        check(&path, &stake.known, editions.stake(stake));
    });
    each("disagreements", &story.disagreements, |path, of| {
        check(&path, &of.known, editions.disagreement(of));
    });
}

fn later(path: &str, known: &Option<Edtf>, derived: Option<Day>, review: &mut Review) {
    let Some((known, derived)) = known.as_deref().and_then(end).zip(derived) else {
        return;
    };
    // What has been repaired may seem to rest on something else.
    if known < derived && review.is_sound(path) {
        let hint = format!(
            "that is on {}: name a later day, or leave `known` out",
            derived.iso()
        );
        let message = "known before it can be";
        review.report(&field(path, "known"), message, hint);
    }
}
