//! The code that puts the story into another page, as HTML.

use super::scripts;
use crate::domain::address::push_escaped;

const LOADER: &str = include_str!("../../public/embed.js");

/// The width and height that a frame has where nobody says otherwise, CSS px.
pub const SIZE: (u32, u32) = (720, 800);

/// What the story may do in a frame: copy a link, share it, fill the screen.
const ALLOW: &str = "clipboard-write; web-share; fullscreen";

/// What the frame's sandbox leaves to the story: its program, its own files, and links that open
/// outside the frame.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// A frame of fixed height, in plain HTML; lower where the view is, so that a reader gets past it. `src` is
/// escaped already.
pub fn frame(src: &str, title: &str) -> String {
    let (title, height) = (escape(title), SIZE.1);
    format!(
        "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         allow=\"{ALLOW}\" sandbox=\"{SANDBOX}\" style=\"border: 0; max-height: 85vh\"></iframe>"
    )
}

/// A place for the loader `embed.js` to put a frame into, and the loader; without it, a link.
pub fn loader(src: &str, folder: &str, title: &str) -> String {
    let title = escape(title);
    format!(
        "<div class=\"sightlines\" data-src=\"{src}\"><a href=\"{src}\">{title}</a></div>\n\
         <script async src=\"{folder}embed.js\"></script>"
    )
}

/// For pages that have pym.js: it makes the frame itself.
pub fn pym(src: &str, title: &str) -> String {
    let title = escape(title);
    format!(
        "<div data-pym-src=\"{src}\" data-pym-title=\"{title}\"></div>\n\
         <script src=\"pym.v1.min.js\"></script>"
    )
}

/// The loader, as it lies beside the page: without the lines and indents that are for its authors.
pub fn script() -> String {
    scripts::tidy(LOADER)
}

/// As text in HTML, or as an attribute's value.
pub fn escape(text: &str) -> String {
    let mut out = String::new();
    push_escaped(&mut out, text);
    out
}
