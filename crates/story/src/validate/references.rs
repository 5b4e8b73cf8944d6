//! Ids are unique slugs, and whatever is referred to exists.

use std::collections::{HashMap, HashSet};

use super::super::inline::{self, Node, Scheme};
use super::inventory::Inventory;
use super::nearest;
use super::review::Review;

pub fn check(inventory: &Inventory, review: &mut Review) {
    ids(inventory, review);
    for used in &inventory.uses {
        if let Err((message, hint)) = find(inventory, review, used.list, used.id) {
            review.report(&used.path, message, hint);
        }
    }
    for (path, text) in &inventory.inline {
        nodes(inventory, review, path, &inline::parse(text).nodes);
    }
    for (path, list) in &inventory.sets {
        let mut seen = HashSet::new();
        for (i, one) in list.iter().enumerate() {
            if !seen.insert(one) {
                let path = super::places::item(path, i);
                review.report(&path, format!("“{one}” is listed twice"), "once is enough");
            }
        }
    }
}

fn ids(inventory: &Inventory, review: &mut Review) {
    let mut seen: HashMap<(&str, &str), &str> = HashMap::new();
    for given in &inventory.ids {
        let (list, id) = (given.list, given.id);
        if review.is_broken(&given.path) {
            continue;
        }
        if !inline::is_slug(id) {
            let hint = "ids are lower-case letters, digits and hyphens, as abe-moscow-2013";
            review.report(&given.path, format!("“{id}” is not an id"), hint);
        }
        if let Some(first) = seen.get(&(list, id)) {
            let line = review.line(first);
            let hint = format!("the first one is on line {line}; give this one an id of its own");
            review.report(&given.path, format!("two {list}s have the id “{id}”"), hint);
        } else {
            seen.insert((list, id), &given.path);
        }
    }
}

/// Whether the id exists; message and hint where it does not.
fn find(
    inventory: &Inventory,
    review: &Review,
    list: &'static str,
    id: &str,
) -> Result<(), (String, String)> {
    // Where the list itself is broken, nobody knows what it holds.
    let unreadable = match list {
        "doubt" => false,
        "view" => review.is_broken("map.views"),
        _ => review.is_broken(&format!("{list}s")),
    };
    if unreadable || inventory.given.contains(&(list, id)) {
        return Ok(());
    }
    let known = inventory.ids.iter().filter(|known| known.list == list);
    let known = known.map(|known| known.id);
    Err((
        format!("there is no {list} “{id}”"),
        nearest::hint(id, known),
    ))
}

fn nodes(inventory: &Inventory, review: &mut Review, path: &str, nodes_: &[Node]) {
    for node in nodes_ {
        match node {
            Node::Text(_) => {}
            Node::Emphasis(inner) | Node::Strong(inner) => nodes(inventory, review, path, inner),
            Node::Reference {
                scheme,
                id,
                words,
                offset,
            } => {
                let found = match scheme {
                    Scheme::Lang => Ok(()),
                    _ => find(inventory, review, scheme.word(), id),
                };
                if let Err((message, hint)) = found {
                    review.report_inside(path, *offset, message, hint);
                }
                nodes(inventory, review, path, words);
            }
        }
    }
}
