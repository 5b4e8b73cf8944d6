//! Which version of the format a story is written in. One of another version is told so, and nothing
//! else: every field of it might be wrong.

use serde_json::Value;

use super::review::Review;

/// The version that this program reads.
const OURS: i64 = 2;
/// The one before it.
const FORMER: i64 = 1;

/// Whether the story is in a format that can be checked. What is no number at all is a fault of shape.
pub fn check(story: &Value, review: &mut Review) -> bool {
    let Some(format) = story["format"].as_i64().filter(|format| *format != OURS) else {
        return true;
    };
    let (message, hint) = match format {
        FORMER => (
            "format 1 is the former format, of chapters and steps".to_owned(),
            "tell the story in scenes, as docs/writing-a-story.md says, and write 2 here",
        ),
        _ => (
            format!("format {format} is not known to this program"),
            "it reads format 2",
        ),
    };
    review.report("format", message, hint);
    false
}
