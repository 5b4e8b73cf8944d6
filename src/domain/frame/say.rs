//! What the frame says: heights, and where to scroll to, in every form that hosts understand.

use super::{Host, Layout};

/// A message to the host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Say<'a> {
    Text(&'a str),
    Object(&'a [(&'a str, Value<'a>)]),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value<'a> {
    Null,
    Text(&'a str),
    Number(i32),
    /// An object with this one field.
    Within(&'a str, i32),
}

use Value::{Null, Number, Text, Within};

/// The field by which our own messages are told apart, and their version.
pub const OWN: (&str, Value) = ("sightlines", Number(1));

/// What iframe-resizer's frames say first.
pub const RESIZER_READY: &str = "[iFrameResizerChild]Ready";

impl Host {
    /// Announces the page's size, in each form that this host may know. Some hosts want the page's
    /// address and width too.
    pub fn say_height(&mut self, href: &str, width: i32, height: i32, say: &mut dyn FnMut(Say)) {
        if let Some(id) = &self.pym {
            say(Say::Text(&pym(id, "height", height)));
        }
        if let Some(id) = &self.resizer {
            let trigger = if self.resizer_waits { "init" } else { "size" };
            self.resizer_waits = false;
            say(Say::Text(&resizer(id, height, width, trigger)));
        }
        if let Some(secret) = &self.secret {
            say(Say::Object(&[
                ("message", Text("height")),
                ("value", Number(height)),
                ("secret", Text(secret)),
            ]));
        }
        // AMP's and newswire's frames.
        say(Say::Object(&[
            ("sentinel", Text("amp")),
            ("type", Text("embed-size")),
            ("height", Number(height)),
        ]));
        // Embedly, and Medium through it.
        say(Say::Text(&embedly(href, height)));
        say(Say::Object(&[(
            "datawrapper-height",
            Within("sightlines", height),
        )]));
        // The Guardian's interactives.
        say(Say::Object(&[
            ("kind", Text("interactive:height")),
            ("height", Number(height)),
        ]));
        say(Say::Object(&[
            OWN,
            ("type", Text("height")),
            ("height", Number(height)),
        ]));
    }

    /// Asks the host to scroll so that what stands this far down in the frame comes to the top of
    /// its view. Tells whether this host is known to do so.
    pub fn say_scroll(&self, top: i32, say: &mut dyn FnMut(Say)) -> bool {
        if self.listens {
            say(Say::Object(&[
                OWN,
                ("type", Text("scroll")),
                ("top", Number(top)),
            ]));
            return true;
        }
        if let Some(id) = &self.pym {
            say(Say::Text(&pym(id, "scrollToChildPos", top)));
            return true;
        }
        if let Some(id) = &self.resizer {
            say(Say::Text(&resizer(id, top, 0, "scrollToOffset")));
            return true;
        }
        say(Say::Object(&[
            ("kind", Text("interactive:scroll")),
            ("scroll", Number(top)),
        ]));
        false
    }
}

/// The page is ready; with the story's version and the layout.
pub fn ready(version: &str, layout: Layout, say: &mut dyn FnMut(Say)) {
    let (version, layout) = (Text(version), Text(layout.word()));
    say(Say::Object(&[
        OWN,
        ("type", Text("ready")),
        ("version", version),
        ("layout", layout),
    ]));
}

/// The reader has come to a scene, the `n`th `of` all, counted from 1; or back to the opening. Hosts
/// from before there were scenes know it as a step.
pub fn scene(id: Option<&str>, n: i32, of: i32, say: &mut dyn FnMut(Say)) {
    for kind in ["scene", "step"] {
        say(Say::Object(&[
            OWN,
            ("type", Text(kind)),
            (kind, id.map_or(Null, Text)),
            ("n", Number(n)),
            ("of", Number(of)),
        ]));
    }
}

/// What the reader has chosen, in the words of a link.
pub fn choice(words: &str, say: &mut dyn FnMut(Say)) {
    say(Say::Object(&[
        OWN,
        ("type", Text("choice")),
        ("choice", Text(words)),
    ]));
}

/// The reader follows a link out of the page.
pub fn link(href: &str, say: &mut dyn FnMut(Say)) {
    say(Say::Object(&[
        OWN,
        ("type", Text("link")),
        ("href", Text(href)),
    ]));
}

fn pym(id: &str, kind: &str, value: i32) -> String {
    let mut text = String::from("pymxPYMx");
    for part in [id, "xPYMx", kind, "xPYMx"] {
        text.push_str(part);
    }
    push(&mut text, value);
    text
}

fn resizer(id: &str, height: i32, width: i32, kind: &str) -> String {
    let mut text = String::from("[iFrameSizer]");
    text.push_str(id);
    text.push(':');
    push(&mut text, height);
    text.push(':');
    push(&mut text, width);
    text.push(':');
    text.push_str(kind);
    text
}

fn embedly(href: &str, height: i32) -> String {
    let mut text = String::from("{\"src\":\"");
    // An address holds neither quotes nor controls, but it may hold backslashes.
    for c in href.chars().filter(|c| !c.is_control()) {
        if matches!(c, '"' | '\\') {
            text.push('\\');
        }
        text.push(c);
    }
    text.push_str("\",\"context\":\"iframe.resize\",\"height\":");
    push(&mut text, height);
    text.push('}');
    text
}

fn push(text: &mut String, number: i32) {
    text.push_str(&number.to_string());
}
