//! The styles as readers get them.

use lol_html::html_content::{ContentType, TextChunk};

/// Takes out of a page's styles what only we read: comments, and the lines' ends and indents. No text in a
/// style looks like a comment or holds two spaces.
pub fn tidy() -> impl FnMut(&mut TextChunk) -> lol_html::HandlerResult {
    let mut style = String::new();
    move |chunk| {
        style.push_str(chunk.as_str());
        let whole = chunk.last_in_text_node();
        match whole {
            true => chunk.replace(
                &without_comments(&std::mem::take(&mut style)),
                ContentType::Html,
            ),
            false => chunk.remove(),
        }
        Ok(())
    }
}

fn without_comments(style: &str) -> String {
    let mut rest = style;
    let mut words = String::new();
    while let Some((before, comment)) = rest.split_once("/*") {
        words.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    words.push_str(rest);
    let words: Vec<&str> = words.split_ascii_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::without_comments;

    #[test]
    fn what_only_authors_read_goes() {
        let style = "/* Why. */\na {\n  color: red; /* so */\n}\n";
        assert_eq!(without_comments(style), "a { color: red; }");
    }
}
