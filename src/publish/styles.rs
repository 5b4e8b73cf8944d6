//! The styles as readers get them.

/// A page without what in its styles only we read: comments, and the lines' ends and indents. No text
/// in a style looks like a comment or holds two spaces.
pub fn tidy(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut parts = page.split("<style");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (tag, rest) = part.split_at(part.find('>').map_or(0, |end| end + 1));
        let (mut style, rest) = rest.split_at(rest.find("</style>").unwrap_or(rest.len()));
        let mut words = String::new();
        while let Some((before, comment)) = style.split_once("/*") {
            words.push_str(before);
            style = comment.split_once("*/").map_or("", |(_, after)| after);
        }
        words.push_str(style);
        out.push_str("<style");
        out.push_str(tag);
        for (i, word) in words.split_ascii_whitespace().enumerate() {
            if i > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
        out.push_str(rest);
    }
    out
}
