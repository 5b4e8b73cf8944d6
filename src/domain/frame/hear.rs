//! What a host says.

use super::{Host, PX_MOST, TEXT_MOST, View, is_name, is_secret};

/// What a message asks of the frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// To be told the height, also if it is the same as before.
    Height,
    /// To know that the reader sees this part of the frame.
    View(View),
    /// To be told what happens, beginning with what is the case now.
    Hello,
    /// To change what is shown.
    Set {
        /// In the words of a link, `p=jp,ru&t=2013-11`: what it names changes, the rest stays.
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

    /// A length or a place; none if it is no number that one can draw with.
    fn px(&self) -> Option<i32> {
        match *self {
            Self::Number(n) if n.is_finite() => Some((n as i32).clamp(-PX_MOST, PX_MOST)),
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
        if rest.strip_prefix("widthxPYMx").is_some() {
            return Some(Ask::Height);
        }
        position(rest.strip_prefix("viewport-iframe-positionxPYMx")?).map(Ask::View)
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
        if let Some(json) = rest.strip_prefix("pageInfo:") {
            return page_info(json).map(Ask::View);
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
        if kind.is("view") {
            let (top, height) = (field("top").px()?, field("height").px()?);
            let (top, height) = (top.max(0), height.max(0));
            return Some(Ask::View(View { top, height }));
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

/// iframe-resizer's account of the host's page: the fields we need of a flat object of numbers.
fn page_info(json: &str) -> Option<View> {
    let number = |name: &str| {
        // By hand too: the standard library's search for a text is made for long ones.
        let found = json
            .as_bytes()
            .windows(name.len())
            .position(|w| w == name.as_bytes())?;
        let rest = json.get(found + name.len()..)?;
        let rest = rest.strip_prefix("\":")?;
        whole(rest.split([',', '}']).next()?)
    };
    let top = number("\"offsetTop")? - number("\"scrollTop")?;
    let bottom = top + number("\"iframeHeight")?;
    Some(View::within(number("\"clientHeight")?, top, bottom))
}

/// pym's account of where the frame stands: the host's view's width and height, then the frame's
/// top, left, bottom and right in it.
fn position(text: &str) -> Option<View> {
    let mut numbers = text.split(' ').map(whole);
    let mut next = || numbers.next().flatten();
    let (_, view, top, _, bottom, _) = (next()?, next()?, next()?, next()?, next()?, next()?);
    Some(View::within(view, top, bottom))
}

/// A number as JavaScript writes it, its fraction dropped. By hand, because reading floats would be
/// a large part of the whole program.
fn whole(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let mut number = 0;
    let mut any = false;
    let mut bytes = digits.bytes();
    for b in &mut bytes {
        match b {
            b'0'..=b'9' => {
                number = (number * 10 + i32::from(b - b'0')).min(PX_MOST);
                any = true;
            }
            b'.' => break,
            _ => return None,
        }
    }
    (any && bytes.all(|b| b.is_ascii_digit())).then_some(sign * number)
}
