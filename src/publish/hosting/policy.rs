//! The content security policy: what the page may run and load is what was built into it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The hashes of a page's inline scripts and styles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    pub scripts: Vec<String>,
    pub styles: Vec<String>,
}

/// A policy's word for an inline script or style: `'sha256-...'`.
pub fn hash(content: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(content)))
}

/// The origin of an http or https address, if it can stand in a policy.
pub fn origin(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    let is_origin = matches!(scheme, "http" | "https") && !host.is_empty();
    (is_origin && host.chars().all(is_host)).then(|| format!("{scheme}://{host}"))
}

impl Policy {
    /// Fails if the page has what no hash can allow: style attributes or event handlers.
    pub fn of(html: &str) -> Result<Self, String> {
        refuse_attributes(html)?;
        Ok(Self {
            scripts: hashes(html, "script"),
            styles: hashes(html, "style"),
        })
    }

    /// The header's value. `origin` is added to `'self'`, which matches nothing in WebKit where a
    /// sandbox takes the page's origin away.
    pub fn header(&self, origin: Option<&str>) -> String {
        let own = match origin {
            Some(origin) => format!("'self' {origin}"),
            None => "'self'".to_owned(),
        };
        let (scripts, styles) = (self.scripts.join(" "), self.styles.join(" "));
        format!(
            "default-src 'none'; script-src {own} 'wasm-unsafe-eval' {scripts}; style-src {styles}; \
             connect-src {own}; font-src {own}; img-src {own}; base-uri 'none'; form-action 'none'"
        )
    }
}

impl Policy {
    /// For a page that holds all it needs and asks nobody for anything.
    pub fn alone(&self) -> String {
        let (scripts, styles) = (self.scripts.join(" "), self.styles.join(" "));
        format!(
            "default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; \
             font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
        )
    }
}

/// The hashes of all elements of this name that hold their content themselves.
fn hashes(html: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    for rest in html.split(&open).skip(1) {
        let Some((attributes, content)) = rest.split_once('>') else {
            continue;
        };
        // Not `<scripting>`; not a block of data, which is not run.
        let is_it = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
        let is_data = ["type=\"application/", "type=\"text/"]
            .iter()
            .any(|kind| attributes.contains(kind));
        let is_run = !attributes.contains("src=") && !is_data;
        if !is_it || !is_run {
            continue;
        }
        let content = content.split(&close).next().unwrap_or_default();
        let hash = hash(content);
        if !found.contains(&hash) {
            found.push(hash);
        }
    }
    found
}

/// Looks at the tags only: text and scripts may speak of attributes.
fn refuse_attributes(html: &str) -> Result<(), String> {
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let tag = &rest[..end_of_tag(rest)];
        for attribute in names(tag) {
            if attribute == "style" || attribute.starts_with("on") {
                return Err(format!(
                    "<{tag}> has an attribute `{attribute}`, which a strict content security policy \
                     forbids: use a class, an attribute that the style sheet reads, or a listener"
                ));
            }
        }
        rest = &rest[tag.len()..];
        for raw in ["script", "style"] {
            if tag.split(|c: char| !c.is_ascii_alphanumeric()).next() == Some(raw) {
                rest = &rest[rest.find(&format!("</{raw}")).unwrap_or(rest.len())..];
            }
        }
    }
    Ok(())
}

/// Where a tag ends: at the first `>` outside quotes.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (i, c) in rest.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (None, '>') => return i,
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The names of a tag's attributes.
fn names(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = tag.split_once(char::is_whitespace).map_or("", |(_, r)| r);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_whitespace() || matches!(c, '=' | '/'))
            .unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        found.push(rest[..end].to_ascii_lowercase());
        rest = rest[end..].trim_start();
        if let Some(value) = rest.strip_prefix('=') {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            rest = match quote {
                Some(quote) => value[1..].split_once(quote).map_or("", |(_, rest)| rest),
                None => value.split_once(char::is_whitespace).map_or("", |(_, r)| r),
            };
        }
    }
}
