//! The content security policy: what the page may run and load is what was built into it.

use std::cell::{Cell, RefCell};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lol_html::errors::RewritingError;
use lol_html::html_content::{Element, TextChunk};
use lol_html::{HandlerResult, RewriteStrSettings, element, rewrite_str, text};
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
        let found = RefCell::new(Self {
            scripts: Vec::new(),
            styles: Vec::new(),
        });
        // Of the element being read: whether it is run, and its content so far.
        let (is_run, script, style) = (Cell::new(false), RefCell::default(), RefCell::default());
        let settings = RewriteStrSettings {
            element_content_handlers: vec![
                element!("*", |element| refuse_attributes(element)),
                element!("script", |script| {
                    // Not a block of data, and not what has an address.
                    let kind = script.get_attribute("type").unwrap_or_default();
                    is_run.set(!script.has_attribute("src") && matches!(&*kind, "" | "module"));
                    Ok(())
                }),
                text!("script", |chunk| {
                    if let Some(content) = whole(&script, chunk).filter(|_| is_run.get()) {
                        add(&mut found.borrow_mut().scripts, &content);
                    }
                    Ok(())
                }),
                text!("style", |chunk| {
                    if let Some(content) = whole(&style, chunk) {
                        add(&mut found.borrow_mut().styles, &content);
                    }
                    Ok(())
                }),
            ],
            ..RewriteStrSettings::default()
        };
        rewrite_str(html, settings).map_err(|error| match error {
            RewritingError::ContentHandlerError(refused) => refused.to_string(),
            other => format!("the page cannot be read: {other}"),
        })?;
        Ok(found.into_inner())
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

/// The text of an element, once its last piece has come.
fn whole(content: &RefCell<String>, chunk: &TextChunk) -> Option<String> {
    content.borrow_mut().push_str(chunk.as_str());
    chunk.last_in_text_node().then(|| content.take())
}

/// Adds what is not empty, each once.
fn add(hashes: &mut Vec<String>, content: &str) {
    let hash = hash(content);
    if !content.is_empty() && !hashes.contains(&hash) {
        hashes.push(hash);
    }
}

fn refuse_attributes(element: &Element) -> HandlerResult {
    for attribute in element.attributes() {
        let name = attribute.name();
        if name == "style" || name.starts_with("on") {
            let tag = element.tag_name();
            return Err(format!(
                "<{tag}> has an attribute `{name}`, which a strict content security policy forbids: use a \
                 class, an attribute that the style sheet reads, or a listener"
            )
            .into());
        }
    }
    Ok(())
}
