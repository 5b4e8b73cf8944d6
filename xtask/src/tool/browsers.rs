//! Three browser engines, the drivers that come with them, a screen for them, and fonts.

use std::path::PathBuf;

use crate::environment::Environment;
use crate::failure::{Failure, Result};
use crate::progress::say;
use crate::shell;
use crate::tool::{Workshop, apt};

/// Something the tests start, and the Debian package that has it.
struct Need {
    /// Any one of these programs will do.
    programs: &'static [&'static str],
    /// Some programs have no `--version`; that they are there must do.
    version: bool,
    package: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        programs: &["chromium", "google-chrome"],
        version: true,
        package: "chromium",
    },
    Need {
        programs: &["chromedriver"],
        version: true,
        package: "chromium-driver",
    },
    Need {
        programs: &["firefox-esr", "firefox"],
        version: true,
        package: "firefox-esr",
    },
    Need {
        programs: &["WebKitWebDriver"],
        version: false,
        package: "webkit2gtk-driver",
    },
    Need {
        programs: &["xvfb-run"],
        version: false,
        package: "xvfb",
    },
    Need {
        programs: &["xauth"],
        version: false,
        package: "xauth",
    },
];

/// Without these, Japanese, Chinese and Russian names would be tested as boxes.
const FONTS: &[&str] = &["fonts-noto-core", "fonts-noto-cjk"];

const WHY: &str = "the tests run in Chromium, Firefox and WebKit";

/// Installs what is missing with one call of apt; gives the drivers of Chromium and WebKit.
pub fn ensure(workshop: &Workshop) -> Result<(PathBuf, PathBuf)> {
    let environment = &workshop.environment;
    let mut packages: Vec<&str> = NEEDS
        .iter()
        .filter(|need| !need.is_met(environment))
        .map(|need| need.package)
        .collect();
    if apt::is_here(environment) {
        packages.extend(apt::missing(environment, FONTS));
        if packages.is_empty() {
            say(format!("browsers, drivers and fonts: found ({WHY})"));
        } else {
            apt::install(workshop, &packages, WHY)?;
        }
    } else if packages.is_empty() {
        say(format!("browsers and drivers: found ({WHY})"));
    } else {
        return Err(Failure::new(
            format!(
                "missing for the browser tests, as Debian names them: {}",
                packages.join(" ")
            ),
            "install their programs so that they are on PATH, or test on Debian, where this \
             command installs them",
        ));
    }
    Ok((
        driver(environment, "chromedriver", "chromium-driver")?,
        driver(environment, "WebKitWebDriver", "webkit2gtk-driver")?,
    ))
}

/// The one browser that the bench measures in.
pub fn chromium(workshop: &Workshop) -> Result<()> {
    let (need, environment) = (&NEEDS[0], &workshop.environment);
    // The bench takes the browser that CHROMIUM names, and says what it lacks where there is no apt.
    let is_named = std::env::var_os("CHROMIUM").is_some();
    if is_named || need.is_met(environment) || !apt::is_here(environment) {
        return Ok(());
    }
    apt::install(workshop, &[need.package], "the bench measures in it")
}

impl Need {
    fn is_met(&self, environment: &Environment) -> bool {
        self.programs.iter().any(|program| {
            environment.find(program).is_some()
                && (!self.version || shell::succeeds(environment.command(program).arg("--version")))
        })
    }
}

fn driver(environment: &Environment, program: &str, package: &str) -> Result<PathBuf> {
    environment.find(program).ok_or_else(|| {
        Failure::new(
            format!("{program} is not on PATH although {package} is installed"),
            "see where the package put it (`dpkg -L`), and add that folder to PATH",
        )
    })
}
