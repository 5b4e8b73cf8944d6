//! Says at the start how long a run takes that has much to build, so that nobody waits in doubt.

use std::env;
use std::path::PathBuf;

use crate::failure::Result;
use crate::progress::say;
use crate::tool::{self, Workshop, cargo_install};

/// Measured on 2 cores that did nothing else; docs/performance.md has the figures.
const BOTH_TOOLS: u32 = 4;

/// A page for `serve`, or the release site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Served,
    Released,
}

impl Page {
    /// Where cargo puts what it compiles for the browser.
    fn profile(self) -> &'static str {
        match self {
            Self::Served => "debug",
            Self::Released => "release",
        }
    }

    fn minutes(self) -> u32 {
        match self {
            Self::Served => 3,
            Self::Released => 4,
        }
    }
}

pub fn announce(workshop: &Workshop, page: Page) -> Result<()> {
    let missing: Vec<u32> = tool::built_for_site(workshop)?
        .iter()
        .filter(|tool| !cargo_install::is_here(workshop, tool))
        .map(|tool| tool.minutes)
        .collect();
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    let compiled = workshop
        .environment
        .root()
        .join(target)
        .join("wasm32-unknown-unknown")
        .join(page.profile());
    if let Some(forecast) = forecast(&missing, compiled.is_dir(), page) {
        say(forecast);
    }
    Ok(())
}

/// What a first run is told, from the minutes of each missing tool; nothing if all is there.
fn forecast(missing: &[u32], is_compiled: bool, page: Page) -> Option<String> {
    let tools = match missing {
        [] => 0,
        [one] => *one,
        _ => BOTH_TOOLS,
    };
    let page = if is_compiled { 0 } else { page.minutes() };
    let parts: Vec<String> = [(tools, "the tools"), (page, "the page")]
        .into_iter()
        .filter(|(minutes, _)| *minutes > 0)
        .map(|(minutes, what)| format!("{what} {minutes}"))
        .collect();
    (!parts.is_empty()).then(|| {
        format!(
            "a first run: about {} min on 2 idle cores ({}); later ones take seconds",
            tools + page,
            parts.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_missing_is_counted() {
        let told = |missing: &[u32], is_compiled| forecast(missing, is_compiled, Page::Served);
        assert_eq!(told(&[], true), None);
        for (missing, is_compiled, parts) in [
            (
                &[3, 2][..],
                false,
                "about 7 min on 2 idle cores (the tools 4, the page 3)",
            ),
            (&[2], true, "about 2 min on 2 idle cores (the tools 2)"),
            (&[], false, "(the page 3)"),
        ] {
            let line = told(missing, is_compiled).unwrap_or_default();
            assert!(line.contains(parts), "{line}");
        }
    }
}
