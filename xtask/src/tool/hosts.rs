//! What hosts run to size their frames: libraries that the browser tests hold the site's frame
//! against. Fetched for the tests alone; some have licences that keep them out of the site.

use std::path::PathBuf;

use crate::failure::Result;
use crate::tool::{Workshop, npm};

const FOLDER: &str = "tests/browser/hosts";

/// The folder of the packages.
pub fn ensure(workshop: &Workshop) -> Result<PathBuf> {
    let folder = workshop.environment.root().join(FOLDER);
    npm::install_locked(workshop, "hosts", &folder)
}
