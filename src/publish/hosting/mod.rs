//! Ready for any static host: the content security policy of the very page that was built, files
//! that tell hosts to send it, and compressed copies. For no host at all: one file.

mod compress;
mod hosts;
mod policy;
mod single;

use std::fs;
use std::path::{Path, PathBuf};

use super::scripts;

pub use compress::without_ending;
pub use policy::{Policy, hash};
pub use single::single;

/// Writes what hosts want beside the finished page in `dist`: `_headers`, `hosting/nginx.conf`, and, if
/// `copies` are wanted, for each file that it makes smaller a `.br` and a `.gz`; and tidies the
/// program's script. Returns the page's policy.
///
/// `origin` is where the site will live, as `https://news.example`, if that is known.
pub fn write(dist: &Path, origin: Option<&str>, copies: bool) -> Result<Policy, String> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(|e| format!("cannot read {page:?}: {e}"))?;
    let policy = Policy::of(&html)?;
    let mut files = files(dist)?;
    files.retain(|(name, _)| without_ending(name) == name);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let header = policy.header(origin);
    save(&dist.join("_headers"), &hosts::headers(&header, &names))?;
    let folder = dist.join("hosting");
    fs::create_dir_all(&folder).map_err(|e| format!("cannot make {folder:?}: {e}"))?;
    save(&folder.join("nginx.conf"), &hosts::nginx(&policy, origin))?;
    for (name, path) in &files {
        if name.ends_with(".js") {
            let script = fs::read_to_string(path);
            let script = script.map_err(|e| format!("cannot read {path:?}: {e}"))?;
            save(path, &scripts::tidy(&script))?;
        }
        if copies {
            compress::beside(path)?;
        }
    }
    Ok(policy)
}

/// Where the site will live: `SIGHTLINES_ORIGIN`, else the origin of the story's `canonical` address,
/// else unknown.
pub fn origin() -> Result<Option<String>, String> {
    match std::env::var("SIGHTLINES_ORIGIN") {
        Ok(given) if !given.is_empty() => policy::origin(&given).map(Some).ok_or_else(|| {
            format!("SIGHTLINES_ORIGIN: `{given}` is no origin such as https://news.example")
        }),
        _ => Ok(crate::story::text().meta.canonical.and_then(policy::origin)),
    }
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("cannot write {path:?}: {e}"))
}

/// Every file of the site, by its name in an address and its path, sorted by name.
pub fn files(dist: &Path) -> Result<Vec<(String, PathBuf)>, String> {
    let mut found = Vec::new();
    let mut folders = vec![(String::new(), dist.to_owned())];
    while let Some((prefix, folder)) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|e| format!("cannot read {folder:?}: {e}"))?;
        for entry in entries {
            let path = entry
                .map_err(|e| format!("cannot read {folder:?}: {e}"))?
                .path();
            let Some(own) = path.file_name().and_then(|name| name.to_str()) else {
                return Err(format!("{path:?} has no name that an address could hold"));
            };
            let name = format!("{prefix}{own}");
            if path.is_dir() {
                folders.push((format!("{name}/"), path));
            } else {
                found.push((name, path));
            }
        }
    }
    found.sort();
    Ok(found)
}
