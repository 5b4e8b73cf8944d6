//! Scripts as readers get them.

/// A script without the lines that are for its authors, comments that fill whole lines, and without
/// indents. A text that goes over several lines keeps it all as it is.
pub fn tidy(script: &str) -> String {
    let spans_lines = |line: &str| line.matches('`').count() % 2 == 1;
    if script.lines().any(spans_lines) {
        return script.to_owned();
    }
    let mut out = String::with_capacity(script.len());
    let mut is_comment = false;
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    out
}
