//! The folder outside the checkout that keeps tools, so that every checkout finds them.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};
use crate::progress::say;

#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// `$SIGHTLINES_CACHE`, else `$XDG_CACHE_HOME/sightlines`, else `~/.cache/sightlines`.
    pub fn open() -> Result<Self> {
        let folder = place(
            env::var_os("SIGHTLINES_CACHE"),
            env::var_os("XDG_CACHE_HOME"),
            env::home_dir(),
        )
        .ok_or_else(|| {
            Failure::new(
                "no absolute folder is given to keep tools in",
                "set SIGHTLINES_CACHE to an absolute folder that is yours to write",
            )
        })?;
        let cache = Self { folder };
        fs::create_dir_all(cache.tools()).map_err(|error| Failure::at(&cache.tools(), &error))?;
        Ok(cache)
    }

    /// Where installed tools are, one folder each.
    pub fn tools(&self) -> PathBuf {
        self.folder.join("tools")
    }

    /// The folder of one tool.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join(name)
    }

    /// Where something is compiled; kept after a failure so that a second try goes on from there.
    pub fn build(&self, name: &str) -> PathBuf {
        self.folder.join("build").join(name)
    }

    /// What an installation printed.
    pub fn log(&self, name: &str) -> PathBuf {
        self.folder.join("log").join(format!("{name}.log"))
    }

    /// Where a file is written to have the server of a port build anew.
    pub fn signal(&self, port: u16) -> PathBuf {
        self.folder.join("serve").join(port.to_string())
    }

    /// Waits until no other run installs, and keeps others waiting until the file is dropped.
    pub fn lock(&self) -> Result<File> {
        let path = self.folder.join("lock");
        let file = File::create(&path).map_err(|error| Failure::at(&path, &error))?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => {
                say("waiting: another `cargo xtask` is installing tools in the same cache");
            }
            Err(TryLockError::Error(error)) => return Err(Failure::at(&path, &error)),
        }
        file.lock().map_err(|error| Failure::at(&path, &error))?;
        Ok(file)
    }

    /// Removes what this program put there, and nothing else.
    pub fn remove(&self) -> Result<()> {
        for name in ["tools", "build", "log", "serve"] {
            remove_folder(&self.folder.join(name))?;
        }
        Ok(())
    }
}

/// Removes a folder if it is there.
pub fn remove_folder(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    say(format!("removing {}", folder.display()));
    fs::remove_dir_all(folder).map_err(|error| Failure::at(folder, &error))
}

fn place(own: Option<OsString>, xdg: Option<OsString>, home: Option<PathBuf>) -> Option<PathBuf> {
    // A relative folder would be another one in each checkout.
    let absolute = |path: PathBuf| path.is_absolute().then_some(path);
    if let Some(own) = own.filter(|own| !own.is_empty()) {
        return absolute(own.into());
    }
    xdg.map(PathBuf::from)
        .and_then(absolute)
        .map(|folder| folder.join("sightlines"))
        .or_else(|| {
            home.and_then(absolute)
                .map(|folder| folder.join(".cache").join("sightlines"))
        })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_cache_is_where_the_reader_says_or_where_caches_are() {
        for (own, xdg, home, expected) in [
            (Some("/a"), Some("/b"), Some("/h"), Some("/a")),
            (None, Some("/b"), Some("/h"), Some("/b/sightlines")),
            (None, None, Some("/h"), Some("/h/.cache/sightlines")),
            (
                Some(""),
                Some("here"),
                Some("/h"),
                Some("/h/.cache/sightlines"),
            ),
            (Some("here"), Some("/b"), Some("/h"), None),
            (None, None, None, None),
        ] {
            assert_eq!(
                place(
                    own.map(OsString::from),
                    xdg.map(OsString::from),
                    home.map(PathBuf::from)
                ),
                expected.map(PathBuf::from)
            );
        }
    }

    #[test]
    fn a_second_run_waits_for_the_first() {
        let folder = env::temp_dir().join(format!("xtask-lock-{}", std::process::id()));
        let cache = Cache {
            folder: folder.clone(),
        };
        fs::create_dir_all(&folder).expect("the temporary folder is writable");
        let held = cache.lock().expect("nobody holds a new lock");
        let other = File::create(folder.join("lock")).expect("the lock file is writable");
        assert!(matches!(other.try_lock(), Err(TryLockError::WouldBlock)));
        drop(held);
        assert!(other.try_lock().is_ok());
        fs::remove_dir_all(&folder).expect("the temporary folder is ours");
    }
}
