//! The page that stands in for a story with problems while it is served: it tells them as the check
//! does, and carries trunk's own script, by which it goes away once the story is mended.

use crate::embed::escape;

/// What is wrong with the story that was compiled; nothing if it is well.
pub const OF_THE_STORY: &str = include_str!(concat!(env!("OUT_DIR"), "/problems.txt"));

/// Stands in the script that trunk puts into a page it serves, and in none that it only builds.
const RELOADS: &str = ".well-known/trunk/ws";

/// Such a page, if `shell` is one that trunk serves.
pub fn page(shell: &str, report: &str) -> Option<String> {
    let script = reload_script(shell)?;
    let report = escape(report.trim());
    Some(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>The story has problems</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n\
         <h1>The story has problems</h1>\n\
         <p>Correct them and save the file: this page then gives way to the story by itself.</p>\n\
         <pre>{report}</pre>\n{script}\n</body>\n</html>\n"
    ))
}

const STYLE: &str = ":root{color-scheme:light dark}\
    body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
    pre{white-space:pre-wrap;overflow-wrap:anywhere;font:.9375rem/1.5 ui-monospace,monospace}";

fn reload_script(shell: &str) -> Option<&str> {
    let inside = shell.find(RELOADS)?;
    let start = shell[..inside].rfind("<script")?;
    let end = inside + shell[inside..].find("</script>")? + "</script>".len();
    Some(&shell[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVED: &str = "<body><script type=\"module\">start()</script>\
        <script>open('ws://x/.well-known/trunk/ws')</script></body>";

    #[test]
    fn a_served_page_tells_the_problems_and_keeps_the_script_that_reloads_it() {
        let report = "my story.json:3:4: “<b>” is no date\n  help: write 2013-11\n";
        let page = page(SERVED, report).expect("the page is served");
        assert!(page.contains(
            "<pre>my story.json:3:4: “&lt;b&gt;” is no date\n  help: write 2013-11</pre>"
        ));
        assert!(page.contains("<script>open('ws://x/.well-known/trunk/ws')</script>\n</body>"));
        assert!(!page.contains("start()"));
    }

    #[test]
    fn a_page_that_is_only_built_is_never_replaced() {
        assert_eq!(page("<body><script>start()</script></body>", "x"), None);
    }
}
