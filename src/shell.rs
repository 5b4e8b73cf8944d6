//! The shell that trunk has built, taken apart: what a reader looks at first waits for nothing that
//! it does not need.

/// What stands in front of the page's first words, what follows them, and what stands last.
#[derive(Debug, PartialEq, Eq)]
pub struct Shell {
    /// Up to and including `<body>`: the styles of the opening.
    pub first: String,
    /// All other styles, and before them what asks for the font and the program.
    pub second: String,
    /// The rest of the body, scripts, and whatever follows.
    pub last: String,
}

/// Takes a shell apart: second comes what asks for the font and the wasm, the script that fetches the
/// program, and the styles in the body. Fails if it is not the shell that `index.html` describes.
pub fn take_apart(shell: &str) -> Result<Shell, String> {
    let lacks = |what| format!("index.html has no `{what}` to fill; was it changed?");
    let (head, body) = shell.split_once("<body>").ok_or(lacks("<body>"))?;
    let end = body.find("</body>").ok_or(lacks("</body>"))?;
    let styles = body[..end].rfind("</style>").map(|i| i + "</style>".len());
    let (styles, last) = body.split_at(styles.unwrap_or(0));
    let (head, program) = cut(head, "<script type=\"module\">", "</script>");
    let mut first = String::with_capacity(shell.len());
    let mut second = String::new();
    for (i, piece) in head.split("<link ").enumerate() {
        match piece.split_once('>') {
            // The script asks for the module itself, in the same breath.
            Some((tag, rest)) if i > 0 && tag.contains("\"modulepreload\"") => first.push_str(rest),
            Some((tag, rest)) if i > 0 && tag.contains("\"preload\"") => {
                second.push_str(&format!("<link {tag}>"));
                first.push_str(rest);
            }
            _ if i > 0 => first.push_str(&format!("<link {piece}")),
            _ => first.push_str(piece),
        }
    }
    first.push_str("<body>");
    second.push_str(program);
    second.push_str(styles.trim());
    let last = last.trim_start().to_owned();
    Ok(Shell {
        first,
        second,
        last,
    })
}

/// The text without the first stretch from `from` to `to`, and that stretch.
fn cut<'a>(text: &'a str, from: &str, to: &str) -> (String, &'a str) {
    let found = text.find(from).and_then(|start| {
        let end = start + text[start..].find(to)? + to.len();
        Some((start, end))
    });
    match found {
        Some((start, end)) => (text[..start].to_owned() + &text[end..], &text[start..end]),
        None => (text.to_owned(), ""),
    }
}
