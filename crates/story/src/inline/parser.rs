//! Reads inline markup in one pass, with a stack of what is open.

use super::{Fault, Node, Parsed, Scheme, forbidden, is_language, is_slug};

/// Reads inline markup.
///
/// The nodes never nest deeper than strong, emphasis, reference, strong, emphasis.
pub fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        text,
        at: 0,
        open: vec![Frame::new(Opened::Text, 0)],
        faults: Vec::new(),
    };
    while parser.at < text.len() {
        parser.step();
    }
    parser.finish()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// The whole text.
    Text,
    Emphasis,
    Strong,
    /// The words of a reference.
    Words,
    /// The words of something already reported, an image or a reference inside another: they are
    /// read for their faults and dropped.
    Muted,
}

impl Opened {
    fn is_words(self) -> bool {
        matches!(self, Self::Words | Self::Muted)
    }
}

struct Frame {
    opened: Opened,
    /// Where it was opened.
    offset: usize,
    nodes: Vec<Node>,
    text: String,
}

impl Frame {
    fn new(opened: Opened, offset: usize) -> Self {
        Self {
            opened,
            offset,
            nodes: Vec::new(),
            text: String::new(),
        }
    }

    fn push(&mut self, node: Node) {
        self.flush();
        self.nodes.push(node);
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.nodes.push(Node::Text(std::mem::take(&mut self.text)));
        }
    }

    fn into_nodes(mut self) -> Vec<Node> {
        self.flush();
        self.nodes
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// What is open, outermost first; never empty.
    open: Vec<Frame>,
    faults: Vec<Fault>,
}

impl Parser<'_> {
    fn step(&mut self) {
        let rest = &self.text[self.at..];
        let Some(c) = rest.chars().next() else { return };
        match c {
            '\\' => self.escape(),
            '*' => self.stars(),
            '[' => self.open_words(),
            ']' => self.close_words(),
            '!' if rest.starts_with("![") => self.image(),
            '<' => self.angle(),
            '&' if is_entity(rest) => self.entity(),
            c => {
                if let Some(why) = forbidden(c) {
                    self.fault(
                        self.at,
                        format!("the character {} {why}", c.escape_unicode()),
                        "delete it",
                    );
                }
                self.plain(c);
            }
        }
    }

    fn fault(&mut self, offset: usize, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(Fault {
            offset,
            message: message.into(),
            hint: hint.into(),
        });
    }

    fn top(&mut self) -> &mut Frame {
        self.open.last_mut().expect("the whole text is always open")
    }

    fn plain(&mut self, c: char) {
        self.top().text.push(c);
        self.at += c.len_utf8();
    }

    fn escape(&mut self) {
        let next = self.text[self.at + 1..].chars().next();
        if let Some(c) = next.filter(|c| c.is_ascii_punctuation()) {
            self.at += 1;
            self.plain(c);
        } else {
            self.fault(
                self.at,
                "a backslash that makes nothing plain",
                r"write \\ for a backslash",
            );
            self.plain('\\');
        }
    }

    fn angle(&mut self) {
        let next = self.text[self.at + 1..].chars().next();
        let tag = next.is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c));
        let message = if tag {
            "HTML is not allowed in a story"
        } else {
            "“<” is not allowed bare"
        };
        self.fault(
            self.at,
            message,
            r"write *emphasis*, **strong** or a reference, and \< for the sign itself",
        );
        self.plain('<');
    }

    fn entity(&mut self) {
        self.fault(
            self.at,
            "HTML entities are not allowed in a story",
            r"write the character itself, or \& for the sign",
        );
        self.plain('&');
    }

    fn image(&mut self) {
        self.fault(
            self.at,
            "images are not allowed in a story",
            "describe in words what it shows",
        );
        self.open.push(Frame::new(Opened::Muted, self.at));
        self.at += 2;
    }

    fn open_words(&mut self) {
        let nested = self.open.iter().any(|f| f.opened.is_words());
        if nested {
            self.fault(
                self.at,
                "a reference inside another",
                "end the first one before the second begins",
            );
        }
        let opened = if nested { Opened::Muted } else { Opened::Words };
        self.open.push(Frame::new(opened, self.at));
        self.at += 1;
    }

    fn close_words(&mut self) {
        let here = self.at;
        if !self.open.iter().any(|f| f.opened.is_words()) {
            self.fault(here, "“]” without “[”", r"write \] for a plain bracket");
            self.plain(']');
            return;
        }
        self.at += 1;
        while !self.top().opened.is_words() {
            self.abandon();
        }
        let frame = self.open.pop().expect("a frame of words is open");
        let (opened, offset) = (frame.opened, frame.offset);
        let words = frame.into_nodes();
        match self.target(opened, offset) {
            Some(target) if opened == Opened::Words => self.reference(here + 2, &target, words),
            _ if opened == Opened::Words => self.spill(words),
            _ => {}
        }
    }

    /// What stands in round brackets after `]`, if it is there.
    fn target(&mut self, opened: Opened, offset: usize) -> Option<String> {
        let rest = &self.text[self.at..];
        if !rest.starts_with('(') {
            if opened == Opened::Words {
                self.fault(
                    offset,
                    "square brackets without a target",
                    r"write [words](event:id), or \[ and \] for plain brackets",
                );
            }
            return None;
        }
        let Some(end) = rest.find(')') else {
            if opened == Opened::Words {
                self.fault(
                    self.at,
                    "a reference without its closing “)”",
                    "write [words](event:id)",
                );
            }
            return None;
        };
        let target = rest[1..end].to_owned();
        self.at += end + 1;
        Some(target)
    }

    fn reference(&mut self, offset: usize, target: &str, words: Vec<Node>) {
        let Some((scheme, id)) = self.read_target(offset, target) else {
            self.spill(words);
            return;
        };
        if blank(&words) && scheme != Scheme::Place {
            self.fault(
                offset,
                format!("the reference {target} has no words"),
                "only a place can do without: write [words](…)",
            );
        }
        self.top().push(Node::Reference {
            scheme,
            id: id.to_owned(),
            words,
            offset,
        });
    }

    fn read_target<'t>(&mut self, offset: usize, target: &'t str) -> Option<(Scheme, &'t str)> {
        let (word, id) = target.split_once(':').unwrap_or((target, ""));
        let scheme = Scheme::ALL.iter().find(|(w, _)| *w == word);
        let Some(&(_, scheme)) = scheme else {
            self.unknown_scheme(offset, word, target);
            return None;
        };
        let good = match scheme {
            Scheme::Lang => is_language(id),
            _ => is_slug(id),
        };
        if !good {
            let (message, hint) = match scheme {
                Scheme::Lang => ("is not a language tag", "as ja-Latn or ru"),
                _ => (
                    "is not an id",
                    "ids are lower-case letters, digits and hyphens",
                ),
            };
            self.fault(offset, format!("“{id}” {message}"), hint);
            return None;
        }
        Some((scheme, id))
    }

    fn unknown_scheme(&mut self, offset: usize, word: &str, target: &str) {
        let web = ["http", "https", "mailto", "javascript", "data"];
        if web.contains(&word) || target.starts_with("//") || target.starts_with("www.") {
            self.fault(
                offset,
                "links out of the story are not allowed",
                "list the article under `sources` and write [words](source:id)",
            );
        } else {
            self.fault(
                offset,
                format!("“{word}” is no kind of reference"),
                "one of place, actor, event, source, doubt, note, lang: [words](event:id)",
            );
        }
    }

    /// A run of asterisks opens and closes what it can.
    fn stars(&mut self) {
        let rest = &self.text[self.at..];
        let mut run = rest.len() - rest.trim_start_matches('*').len();
        let can_open = rest[run..].starts_with(|c: char| !c.is_whitespace());
        while run > 0 {
            let top = self.top().opened;
            let (emphasis, strong) = (self.inside(Opened::Emphasis), self.inside(Opened::Strong));
            let taken = if top == Opened::Strong && run >= 2 {
                self.close(2)
            } else if top == Opened::Emphasis && (run != 2 || strong || !can_open) {
                self.close(1)
            } else if can_open && run >= 2 && !strong {
                self.open_style(Opened::Strong, 2)
            } else if can_open && !emphasis {
                self.open_style(Opened::Emphasis, 1)
            } else {
                self.fault(
                    self.at,
                    "an asterisk that opens and closes nothing",
                    r"write \* for a plain asterisk",
                );
                self.at += run;
                return;
            };
            run -= taken;
        }
    }

    /// Whether a style is open, in the innermost words.
    fn inside(&self, style: Opened) -> bool {
        let here = self.open.iter().rev();
        here.take_while(|f| !f.opened.is_words())
            .any(|f| f.opened == style)
    }

    fn open_style(&mut self, style: Opened, width: usize) -> usize {
        self.open.push(Frame::new(style, self.at));
        self.at += width;
        width
    }

    fn close(&mut self, width: usize) -> usize {
        let frame = self.open.pop().expect("a style is open");
        let (opened, offset) = (frame.opened, frame.offset);
        let nodes = frame.into_nodes();
        self.at += width;
        if blank(&nodes) {
            self.fault(offset, "emphasis without words", "delete the asterisks");
        }
        self.top().push(match opened {
            Opened::Strong => Node::Strong(nodes),
            _ => Node::Emphasis(nodes),
        });
        width
    }

    /// Reports the innermost opened thing as unclosed and keeps what it holds.
    fn abandon(&mut self) {
        let frame = self.open.pop().expect("something is open");
        let (message, hint) = match frame.opened {
            Opened::Strong => ("“**” is not closed", r"close it, or write \*\*"),
            Opened::Emphasis => ("“*” is not closed", r"close it, or write \*"),
            _ => ("“[” is not closed", r"write [words](event:id), or \["),
        };
        self.fault(frame.offset, message, hint);
        if frame.opened != Opened::Muted {
            self.spill(frame.into_nodes());
        }
    }

    fn spill(&mut self, nodes: Vec<Node>) {
        for node in nodes {
            self.top().push(node);
        }
    }

    fn finish(mut self) -> Parsed {
        while self.open.len() > 1 {
            self.abandon();
        }
        let whole = self.open.pop().expect("the whole text is always open");
        self.faults.sort_by_key(|f| f.offset);
        Parsed {
            nodes: whole.into_nodes(),
            faults: self.faults,
        }
    }
}

/// `&amp;`, `&#60;` and the like.
fn is_entity(rest: &str) -> bool {
    let name = rest[1..].strip_prefix('#').unwrap_or(&rest[1..]);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    end.is_some_and(|end| (1..=31).contains(&end) && name[end..].starts_with(';'))
}

/// Whether nothing would be shown.
fn blank(nodes: &[Node]) -> bool {
    nodes.iter().all(|node| match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Emphasis(inner) | Node::Strong(inner) => blank(inner),
        Node::Reference { .. } => false,
    })
}
