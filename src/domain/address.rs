//! The addresses under which the page is shared: where it lives, and the choice it is shown with.

/// What can be said of the page's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// Without fragment; empty if the page has no address of its own.
    page: String,
    choice: String,
}

impl Shared {
    /// The page lives at its canonical address, if the story gives one, else where it was opened:
    /// then without the query, which holds what a host or an embed library has added. `choice` is a
    /// link's fragment, without `#`.
    pub fn new(canonical: Option<String>, own: String, choice: String) -> Self {
        let page = canonical.unwrap_or_else(|| {
            let mut own = own;
            own.truncate(own.find(['?', '#']).unwrap_or(own.len()));
            own
        });
        // A frame that was given its content instead of an address.
        let has_address = !page.starts_with("about:");
        Self {
            page: if has_address { page } else { String::new() },
            choice,
        }
    }

    /// Whether other pages can lead to it.
    pub fn is_public(&self) -> bool {
        self.page.starts_with("http")
    }

    /// Fills in a pattern: `{page}` and `{link}` are addresses, without and with the choice; `{src}`,
    /// `{auto}` (in the layout that is as high as its content) and `{folder}` are escaped for an
    /// attribute in HTML.
    pub fn fill(&self, pattern: &str) -> String {
        let mut out = String::new();
        for (i, piece) in pattern.split('{').enumerate() {
            let word = piece.split('}').next().unwrap_or_default();
            // Before the first brace there is none to fill.
            let filled = i > 0 && piece.len() > word.len();
            match word {
                "page" if filled => out.push_str(&self.page),
                "link" if filled => out.push_str(&self.link("")),
                "src" if filled => push_escaped(&mut out, &self.link("")),
                "auto" if filled => push_escaped(&mut out, &self.link("layout=auto")),
                "folder" if filled => self.push_folder(&mut out),
                _ => {
                    // A brace of the text's own.
                    if i > 0 {
                        out.push('{');
                    }
                    out.push_str(piece);
                    continue;
                }
            }
            out.push_str(&piece[word.len() + 1..]);
        }
        out
    }

    fn link(&self, query: &str) -> String {
        let mut link = self.page.clone();
        if !query.is_empty() {
            link.push(if link.contains('?') { '&' } else { '?' });
            link.push_str(query);
        }
        if !self.choice.is_empty() {
            link.push('#');
            link.push_str(&self.choice);
        }
        link
    }

    /// Where the files beside the page are.
    fn push_folder(&self, out: &mut String) {
        let page = self.page.split('?').next().unwrap_or_default();
        match page.rfind('/') {
            Some(slash) if !page[..slash].ends_with('/') => {
                push_escaped(out, &page[..=slash]);
            }
            // A host alone, as `https://news.example`.
            _ => {
                push_escaped(out, page);
                out.push('/');
            }
        }
    }
}

/// As text in HTML, or as an attribute's value.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
