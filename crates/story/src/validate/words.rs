//! Words: nothing empty, nothing unsafe, markup only where it is read, labels that exist.

use super::super::inline;
use super::super::labels::{LABELS, Label, placeholders};
use super::super::source::{Meta, Story};
use super::inventory::{Inventory, Plain, each};
use super::nearest;
use super::places::field;
use super::review::Review;

pub fn check(story: &Story, inventory: &Inventory, review: &mut Review) {
    for plain in &inventory.plain {
        check_plain(plain, review);
    }
    for (path, text) in &inventory.inline {
        if text.trim().is_empty() {
            empty(path, review);
        }
        for fault in inline::parse(text).faults {
            review.report_inside(path, fault.offset, fault.message, fault.hint);
        }
    }
    meta(&story.meta, review);
    each("sources", &story.sources, |path, source| {
        if let Some(url) = &source.url {
            address(&field(&path, "url"), url, review);
        }
    });
}

fn empty(path: &str, review: &mut Review) {
    review.report(
        path,
        "empty text",
        "write it, or leave the field out if it is optional",
    );
}

fn check_plain(plain: &Plain, review: &mut Review) {
    let Plain { path, text, .. } = plain;
    if text.trim().is_empty() {
        empty(path, review);
    }
    for (offset, c) in text.char_indices() {
        if let Some(why) = inline::forbidden(c) {
            let message = format!("the character {} {why}", c.escape_unicode());
            review.report_inside(path, offset, message, "delete it");
        }
    }
    if let Some(offset) = ["](", "**", "</"]
        .iter()
        .find_map(|markup| text.find(markup))
    {
        let hint = "this field is plain text: write the words alone";
        review.report_inside(path, offset, "markup is not read here", hint);
    }
}

fn meta(meta: &Meta, review: &mut Review) {
    if !inline::is_language(&meta.language) {
        let message = format!("“{}” is not a language tag", meta.language);
        review.report("meta.language", message, "as en-GB, ja or pt-BR");
    }
    for (path, url) in [
        ("meta.canonical", &meta.canonical),
        ("meta.image", &meta.image),
    ] {
        if let Some(url) = url {
            address(path, url, review);
        }
    }
    if let Some((_, fragment)) = meta.canonical.as_ref().and_then(|url| url.split_once('#')) {
        let message = format!("an address with a fragment, “#{fragment}”");
        let hint = "leave it off: links to a view of the story add their own";
        review.report("meta.canonical", message, hint);
    }
    for (key, text) in &meta.labels {
        label(key, text, review);
    }
}

fn address(path: &str, url: &str, review: &mut Review) {
    let host = url.strip_prefix("https://").unwrap_or_default();
    let unsafe_sign = |c: char| !c.is_ascii_graphic() || "\"<>\\^`{|}".contains(c);
    if host.is_empty() || host.starts_with('/') || host.contains(unsafe_sign) {
        let hint = "a full address that begins with https://, other signs percent-encoded";
        review.report(path, format!("“{url}” is not an https address"), hint);
    }
}

fn label(key: &str, text: &str, review: &mut Review) {
    let path = field("meta.labels", key);
    let Some(label) = LABELS.iter().find(|label| label.key() == key) else {
        let known: Vec<_> = LABELS.iter().map(Label::key).collect();
        let hint = nearest::hint(key, known.iter().map(String::as_str));
        review.report_key(&path, format!("there is no label “{key}”"), hint);
        return;
    };
    if placeholders(text) != placeholders(label.english) {
        let message = "the words in braces differ from the label’s own";
        review.report(
            &path,
            message,
            format!("it is “{}” in English", label.english),
        );
    }
}
