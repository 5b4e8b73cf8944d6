//! Whether a part of the page may be shown with the articles that are out: what the style hides by
//! `data-since` and `data-until`, for what the program copies or counts.

use web_sys::Element;

/// Whether it holds as of an edition; without one, with all of them out.
pub fn holds(part: &Element, as_of: Option<u8>) -> bool {
    let edition = |name| part.get_attribute(name)?.parse::<u8>().ok();
    let (since, until) = (edition("data-since"), edition("data-until"));
    match as_of {
        Some(now) => {
            since.is_none_or(|since| since <= now) && until.is_none_or(|until| now < until)
        }
        None => until.is_none(),
    }
}
