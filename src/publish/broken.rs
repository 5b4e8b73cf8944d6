//! What stands in place of the page while its author is at work and the story has problems: these
//! problems. The server's own reload stays in it, so that a story that is repaired comes back by
//! itself.

use crate::publish::embed::escape;

/// Only the script that trunk's server adds speaks to this address.
const RELOAD: &str = ".well-known/trunk/ws";

/// Whether `shell` is a page that trunk serves, and not one that it only builds.
pub fn is_served(shell: &str) -> bool {
    reload(shell).is_some()
}

/// The report as a page of its own; `shell` is the one that trunk has built.
pub fn page(shell: &str, report: &str) -> String {
    let report = escape(report);
    let (cure, reload) = match reload(shell) {
        Some(script) => (
            "Correct them and save: the page comes back by itself.",
            script,
        ),
        None => ("Correct them and build again.", ""),
    };
    format!(
        "<!doctype html>\n\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>The story has problems</title>\n\
         <style>\n\
         :root {{ color-scheme: light dark; }}\n\
         body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }}\n\
         pre {{ white-space: pre-wrap; overflow-wrap: anywhere; font: .9rem/1.6 ui-monospace, monospace; }}\n\
         </style>\n\
         </head>\n\
         <body>\n\
         <main>\n\
         <h1>The story has problems</h1>\n\
         <p>{cure}</p>\n\
         <pre>{report}</pre>\n\
         </main>\n\
         {reload}\n\
         </body>\n\
         </html>\n"
    )
}

/// The element that reloads the page when the site was built anew, where there is a server.
fn reload(shell: &str) -> Option<&str> {
    let address = shell.find(RELOAD)?;
    let start = shell[..address].rfind("<script")?;
    let end = address + shell[address..].find("</script>")? + "</script>".len();
    shell.get(start..end)
}
