//! Draws the land of a story's map: Natural Earth's countries, projected, simplified as far as no
//! view of the story can show, and cut to what the views need. `cargo xtask map` calls it.
//!
//! A program of its own, because the story's build reads what it writes.

mod clip;
mod globe;
mod land;
mod paths;
mod simplify;
mod story;
mod topology;
mod views;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use crate::story::Story;
use crate::topology::Topology;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match &arguments[..] {
        [story, atlas, land] => draw(story.as_ref(), atlas.as_ref(), land.as_ref()),
        _ => Err("usage: mapmaker STORY.json COUNTRIES.json LAND.json".to_owned()),
    };
    match result {
        Ok(told) => {
            println!("{told}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("mapmaker: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Returns what to tell the one who called.
fn draw(story: &Path, atlas: &Path, out: &Path) -> Result<String, String> {
    let cannot = |what, path: &Path, error: &dyn std::fmt::Display| {
        format!("cannot {what} {}: {error}", path.display())
    };
    let read = |path: &Path| fs::read_to_string(path).map_err(|e| cannot("read", path, &e));
    let map = serde_json::from_str::<Story>(&read(story)?)
        .map_err(|e| cannot("understand", story, &e))?
        .map
        .ok_or_else(|| format!("{} has no `map`", story.display()))?;
    let topology: Topology =
        serde_json::from_str(&read(atlas)?).map_err(|e| cannot("understand", atlas, &e))?;

    let land = land::draw(&map, &topology)?;
    let mut json = serde_json::to_string_pretty(&land).map_err(|e| e.to_string())?;
    json.push('\n');
    fs::write(out, json).map_err(|e| cannot("write", out, &e))?;
    let size = land.size();
    Ok(format!("{}: {size} bytes of paths", out.display()))
}
