//! Versions as tools print them.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// The first word of a tool's `--version` output that starts with a number:
    /// `trunk 0.21.14`, `wasm-opt version 132 (version_132)`, `v20.1.0`.
    pub fn in_output(output: &str) -> Option<Self> {
        output.split_whitespace().find_map(Self::parse)
    }

    /// Reads `1`, `1.2`, `1.2.3` or `v1.2.3`; what is missing counts as zero, and what follows
    /// the numbers (`-beta.1`, `+build`) is ignored.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        let numbers = word
            .split(|c: char| !c.is_ascii_digit() && c != '.')
            .next()?;
        let mut parts = numbers.trim_end_matches('.').split('.');
        let first = parts.next()?.parse().ok()?;
        let mut rest = || match parts.next() {
            Some(part) => part.parse().ok(),
            None => Some(0),
        };
        Some(Self(first, rest()?, rest()?))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_in_what_tools_print() {
        for (output, expected) in [
            ("trunk 0.21.14", Some(Version(0, 21, 14))),
            ("wasm-bindgen 0.2.126", Some(Version(0, 2, 126))),
            (
                "wasm-opt version 132 (version_132)",
                Some(Version(132, 0, 0)),
            ),
            (
                "geckodriver 0.36.0 (a3d508507022 2025-02-24)\nmore",
                Some(Version(0, 36, 0)),
            ),
            ("v20.19.2", Some(Version(20, 19, 2))),
            ("0.2.126-beta.1", Some(Version(0, 2, 126))),
            ("no number here", None),
            ("", None),
        ] {
            assert_eq!(Version::in_output(output), expected, "{output}");
        }
    }

    #[test]
    fn versions_compare_by_number_not_by_text() {
        assert!(Version(0, 21, 14) > Version(0, 21, 9));
        assert!(Version(116, 0, 0) <= Version(132, 0, 0));
        assert!(Version(1, 0, 0) > Version(0, 99, 99));
    }
}
