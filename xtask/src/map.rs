//! Draws the land of a story's map, into `land.json` beside the story.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Result;
use crate::shell;
use crate::tool::{Workshop, atlas};

const STORY: &str = "public/story.json";

pub fn draw(workshop: &Workshop) -> Result<()> {
    let atlas = {
        let _lock = workshop.cache.lock()?;
        atlas::ensure(workshop)?
    };
    // Relative to the checkout, as in the build.
    let story = env::var_os("SIGHTLINES_STORY").map_or_else(|| STORY.into(), PathBuf::from);
    let land = env::var_os("SIGHTLINES_LAND").map_or_else(|| beside(&story), PathBuf::from);
    let mut cargo = workshop.environment.command("cargo");
    cargo
        .args(["run", "--quiet", "--package", "mapmaker", "--"])
        .args([&story, &atlas, &land]);
    shell::show(&mut cargo, "correct the story's `map`, then run this again")
}

fn beside(story: &Path) -> PathBuf {
    story.with_file_name("land.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_land_lies_beside_its_story() {
        for (story, land) in [
            ("public/story.json", "public/land.json"),
            ("mine.json", "land.json"),
        ] {
            assert_eq!(beside(Path::new(story)), Path::new(land));
        }
    }
}
