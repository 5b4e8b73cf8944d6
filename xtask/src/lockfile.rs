//! Reads one thing from Cargo.lock: the version of a package.

use std::path::Path;

use crate::failure::{Failure, Result};
use crate::version::Version;

/// The wasm-bindgen that the program is linked with; its command line tool must be the same one.
pub fn wasm_bindgen_version(root: &Path) -> Result<Version> {
    let path = root.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(|error| {
        Failure::new(
            format!("{}: {error}", path.display()),
            "run `cargo generate-lockfile`, or check the file out again: it is committed",
        )
    })?;
    version_of(&lock, "wasm-bindgen").ok_or_else(|| {
        Failure::new(
            format!("{}: names no version of wasm-bindgen", path.display()),
            "see that Cargo.toml depends on wasm-bindgen, then run `cargo generate-lockfile`",
        )
    })
}

fn version_of(lock: &str, package: &str) -> Option<Version> {
    let wanted = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| line.trim() == wanted))?
        .lines()
        .find_map(|line| line.trim().strip_prefix("version = \"")?.strip_suffix('"'))
        .and_then(Version::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "0.2.120"
dependencies = [
 "wasm-bindgen",
]

[[package]]
name = "wasm-bindgen"
version = "0.2.126"
source = "registry"
"#;

    #[test]
    fn the_package_is_found_by_its_whole_name() {
        for (package, version) in [
            ("wasm-bindgen", Some(Version(0, 2, 126))),
            ("wasm-bindgen-macro", Some(Version(0, 2, 120))),
            ("wasm", None),
        ] {
            assert_eq!(version_of(LOCK, package), version, "{package}");
        }
    }

    #[test]
    fn windows_line_ends_do_not_matter() {
        let lock = LOCK.replace('\n', "\r\n");
        assert_eq!(version_of(&lock, "wasm-bindgen"), Some(Version(0, 2, 126)));
    }
}
