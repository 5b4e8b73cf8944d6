//! Which sites there are, and how a host may serve one.

use std::path::PathBuf;
use std::{fs, io};

/// A built site.
pub struct Site {
    pub dist: PathBuf,
    /// What its first folders begin with, before the name of a [`Host`].
    pub prefix: &'static str,
    /// The very policy that the build has written for static hosts: a request elsewhere, or a script
    /// or style that is not the page's own, is refused and reported by the browser.
    pub policy: String,
}

impl Site {
    pub fn of(dist: PathBuf, prefix: &'static str) -> io::Result<Self> {
        let headers = fs::read_to_string(dist.join("_headers"))?;
        let policy = headers
            .lines()
            .find_map(|line| line.trim().strip_prefix("Content-Security-Policy: "))
            .ok_or_else(|| io::Error::other("_headers has no policy"))?
            .to_owned();
        Ok(Self {
            dist,
            prefix,
            policy,
        })
    }
}

/// How the host serves the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    Sound,
    /// 404 for the wasm.
    WasmMissing,
    /// 403 for the wasm, as a filter in an office does.
    WasmBlocked,
    /// Half of the wasm, as after an upload that was cut short.
    WasmHalf,
    /// The connection breaks in the middle of the wasm.
    WasmBroken,
    /// 404 for the script that loads the wasm.
    LoaderMissing,
    /// The wasm comes when the test lets it, as on a slow line.
    WasmHeld,
    /// All scripts taken out, for an engine whose JavaScript cannot be switched off.
    Scriptless,
}

impl Host {
    pub const FAILING: [Self; 5] = [
        Self::WasmMissing,
        Self::WasmBlocked,
        Self::WasmHalf,
        Self::WasmBroken,
        Self::LoaderMissing,
    ];

    const ALL: [Self; 8] = [
        Self::Sound,
        Self::WasmMissing,
        Self::WasmBlocked,
        Self::WasmHalf,
        Self::WasmBroken,
        Self::LoaderMissing,
        Self::WasmHeld,
        Self::Scriptless,
    ];

    pub fn folder(self) -> &'static str {
        match self {
            Self::Sound => "sound",
            Self::WasmMissing => "wasm-missing",
            Self::WasmBlocked => "wasm-blocked",
            Self::WasmHalf => "wasm-half",
            Self::WasmBroken => "wasm-broken",
            Self::LoaderMissing => "loader-missing",
            Self::WasmHeld => "wasm-held",
            Self::Scriptless => "scriptless",
        }
    }

    /// Which site stands in a first folder, and how it is served.
    pub fn of_folder<'a>(folder: &str, sites: &'a [Site]) -> Option<(&'a Site, Self)> {
        sites.iter().find_map(|site| {
            let behaves = folder.strip_prefix(site.prefix)?;
            let host = Self::ALL.into_iter().find(|h| h.folder() == behaves)?;
            Some((site, host))
        })
    }
}
