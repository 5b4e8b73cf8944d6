//! The site as one file, for where there is no server: a disk, a field of a CMS, a frame's `srcdoc`.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Policy, compress, files};
use crate::domain::address::Shared;
use crate::story::labels;

/// What wakes the page, after the script that wasm-bindgen has written.
const WAKE: &str = include_str!("single.js");

/// The only line of that script that a page cannot hold.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The finished page in `dist` with all that it needs inside. `canonical` is where the full site
/// lives, if that is known.
pub fn single(dist: &Path, canonical: Option<&str>) -> Result<String, String> {
    let page = dist.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(|e| format!("cannot read {page:?}: {e}"))?;
    let (mut script, mut wasm) = (None, None);
    for (name, path) in files(dist)? {
        let bytes = fs::read(&path).map_err(|e| format!("cannot read {path:?}: {e}"))?;
        match name.rsplit('.').next() {
            Some("wasm") => wasm = Some(bytes),
            Some("js") if html.contains(&format!("./{name}'")) => script = Some(bytes),
            Some("woff2") => {
                let font = data("font/woff2", &bytes);
                html = html.replace(&format!("url({name})"), &format!("url({font})"));
            }
            Some("svg") => {
                let icon = data("image/svg+xml", &bytes);
                html = html.replace(&format!("href=\"{name}\""), &format!("href=\"{icon}\""));
            }
            _ => {}
        }
    }
    let (Some(script), Some(wasm)) = (script, wasm) else {
        return Err(format!("{dist:?} lacks the program; build the site first"));
    };
    html = without_preloads(&html);
    html = swap(
        &html,
        ("<script type=\"module\">", "</script>"),
        &program(&String::from_utf8_lossy(&script), &wasm)?,
    )?;
    let story_link = "<a href=\"story.json\"";
    if html.contains(story_link) {
        html = swap(&html, (story_link, "</a>"), &story(canonical))?;
    }
    // The way to the page of its own: a file has none.
    html = html.replace(" href=\"./\"", " hidden");
    let policy = Policy::of(&html)?.alone();
    let charset = "<meta charset=\"utf-8\">";
    swap(
        &html,
        (charset, ""),
        &format!("{charset}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )
}

fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// The script with the program in it. Packed first: base64 of the packed program takes less than
/// half the room, and every browser that the page is made for can unpack it.
fn program(script: &str, wasm: &[u8]) -> Result<String, String> {
    if !script.contains(EXPORT) {
        return Err(format!("the script does not end with `{EXPORT}`"));
    }
    let packed = compress::gzip(wasm).map_err(|e| format!("cannot pack the program: {e}"))?;
    let islands = exported(script).join(", ");
    let wake = WAKE.replace("{islands}", &islands);
    let wake = wake.replace("{wasm}", &STANDARD.encode(packed));
    let script = without_exports(script).replace(EXPORT, &wake);
    if script.contains("</script") || script.contains("<!--") {
        return Err("the script holds what would end it within a page".to_owned());
    }
    Ok(format!("<script type=\"module\">{script}</script>"))
}

/// The functions by which the program's islands are woken.
fn exported(script: &str) -> Vec<&str> {
    let functions = script.lines().filter_map(|line| {
        let (name, _) = line.strip_prefix("export function ")?.split_once('(')?;
        Some(name)
    });
    functions.collect()
}

/// What only another module could ask for, as what it is.
fn without_exports(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    for line in script.lines() {
        let inner = line.strip_prefix("export ");
        let inner = inner.filter(|l| l.starts_with("function ") || l.starts_with("class "));
        out.push_str(inner.unwrap_or(line));
        out.push('\n');
    }
    out
}

/// Where the story's data can be had.
fn story(canonical: Option<&str>) -> String {
    let Some(canonical) = canonical else {
        return format!("<span>{}</span>", labels::download_elsewhere());
    };
    let full = Shared::new(Some(canonical.to_owned()), String::new(), String::new());
    let link = "<a href=\"{folder}story.json\">";
    format!("{}{}</a>", full.fill(link), labels::download())
}

/// Without the links that ask for files early.
fn without_preloads(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (i, piece) in html.split("<link ").enumerate() {
        let rest = match piece.split_once('>') {
            Some((tag, rest)) if i > 0 && tag.contains("preload\"") => rest,
            _ if i > 0 => {
                out += "<link ";
                piece
            }
            _ => piece,
        };
        out += rest;
    }
    out
}

/// Puts `with` in the place of what begins and ends so.
fn swap(html: &str, (from, to): (&str, &str), with: &str) -> Result<String, String> {
    let found = html.split_once(from);
    let found = found.and_then(|(before, rest)| Some((before, rest.split_once(to)?.1)));
    match found {
        Some((before, after)) => Ok(format!("{before}{with}{after}")),
        None => Err(format!("the page has no `{from}`; was index.html changed?")),
    }
}
