//! The styles as readers get them.

/// A page without the comments in its styles, which only we read. No text in a style looks like one.
pub fn without_comments(page: &str) -> String {
    let mut out = String::with_capacity(page.len());
    let mut parts = page.split("<style");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str("<style");
        let (style, rest) = part.split_at(part.find("</style>").unwrap_or(part.len()));
        let mut style = style;
        while let Some((before, comment)) = style.split_once("/*") {
            out.push_str(before);
            style = comment.split_once("*/").map_or("", |(_, after)| after);
            style = style.strip_prefix('\n').unwrap_or(style);
        }
        out.push_str(style);
        out.push_str(rest);
    }
    out
}
