//! What a host says.

use super::{Host, TEXT_MOST, is_name, is_secret};

/// What a message asks of the frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// To be told the height, also if it is the same as before.
    Height,
    /// To be told what happens, beginning with what is the case now.
    Hello,
    /// To change what is shown.
    Set {
        /// In the words of a link, `scene=zone&p=jp,ru`: what it names changes, the rest stays.
        choice: Option<String>,
        theme: Option<Theme>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    /// As the reader's system has it.
    System,
}

impl Theme {
    /// The value of the root's `data-theme`.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
            Self::System => None,
        }
    }
}

/// A field of a message that is an object. Whatever is neither text nor number is absent.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    Absent,
    Text(String),
    Number(f64),
}

impl Field {
    fn is(&self, word: &str) -> bool {
        matches!(self, Self::Text(text) if text == word)
    }

    fn text(self) -> Option<String> {
        match self {
            Self::Text(text) if text.len() <= TEXT_MOST as usize => Some(text),
            _ => None,
        }
    }
}

impl Host {
    /// Reads a message that is a text.
    pub fn hear_text(&mut self, text: &str) -> Option<Ask> {
        if text.len() > TEXT_MOST as usize {
            return None;
        }
        if let Some(rest) = text.strip_prefix("[iFrameSizer]") {
            return self.hear_resizer(rest);
        }
        let rest = text.strip_prefix("pymxPYMx")?;
        let rest = rest.strip_prefix(self.pym.as_deref()?)?;
        let rest = rest.strip_prefix("xPYMx")?;
        // The host's page has another width now.
        rest.starts_with("widthxPYMx").then_some(Ask::Height)
    }

    /// iframe-resizer: a greeting, `id:8:false:...` with our own name first, or a command.
    fn hear_resizer(&mut self, rest: &str) -> Option<Ask> {
        let mut fields = rest.split(':');
        let id = fields.next()?;
        // The third field tells the greeting from what a frame inside ours would say.
        if matches!(fields.nth(1), Some("true" | "false")) {
            if !is_name(id) {
                return None;
            }
            self.resizer = Some(id.to_owned());
            self.resizer_waits = true;
            return Some(Ask::Height);
        }
        matches!(rest, "resize" | "reset").then_some(Ask::Height)
    }

    /// Reads a message that is an object. `field` gives its own fields by name.
    pub fn hear_object(&mut self, field: &mut dyn FnMut(&str) -> Field) -> Option<Ask> {
        let kind = field("type");
        if matches!(field("sightlines"), Field::Number(version) if version == 1.0) {
            return self.hear_own(&kind, field);
        }
        // newswire's frames.
        if kind.is("frames-init") && field("sentinel").is("amp") {
            self.newswire = true;
            return Some(Ask::Height);
        }
        // WordPress.
        if field("message").is("ready") {
            let secret = field("secret").text().filter(|secret| is_secret(secret))?;
            // The first one counts, as in WordPress' own frames.
            self.secret.get_or_insert(secret);
            return Some(Ask::Height);
        }
        None
    }

    /// Our own interface, version 1: see `docs/embedding.md`.
    fn hear_own(&mut self, kind: &Field, field: &mut dyn FnMut(&str) -> Field) -> Option<Ask> {
        if kind.is("hello") {
            self.listens = true;
            return Some(Ask::Hello);
        }
        if !kind.is("set") {
            return None;
        }
        let theme = field("theme");
        let theme = [Theme::Light, Theme::Dark, Theme::System]
            .into_iter()
            .find(|known| theme.is(known.word().unwrap_or("system")));
        let choice = field("choice").text();
        (choice.is_some() || theme.is_some()).then_some(Ask::Set { choice, theme })
    }
}

/// The object in JSON that a host sends through iframe-resizer's `sendMessage`, still to be read: it
/// may be one of our own messages.
pub fn resizer_json(text: &str) -> Option<&str> {
    let json = text.strip_prefix("[iFrameSizer]message:")?;
    (json.len() <= TEXT_MOST as usize).then_some(json)
}
