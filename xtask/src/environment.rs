//! What every program that is started from here sees: the tools first on PATH, one compiler for
//! native and wasm code, and nothing of what `cargo run` set for this program itself.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Set by `cargo run` and by rustup for this process; a nested cargo must not inherit them.
const INHERITED: &[&str] = &[
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_PRIMARY_PACKAGE",
    "OUT_DIR",
    "RUSTUP_TOOLCHAIN",
    "RUSTUP_TOOLCHAIN_SOURCE",
    "RUST_RECURSION_COUNT",
];
const INHERITED_PREFIXES: &[&str] = &["CARGO_MANIFEST_", "CARGO_PKG_"];

/// The Rust that builds everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toolchain {
    /// A toolchain that rustup knows by this name.
    Rustup(String),
    /// The cargo and rustc on PATH, with no rustup in between.
    System,
}

impl Toolchain {
    /// The one that rustup chose for this run, in whatever way.
    pub fn active() -> Self {
        match env::var("RUSTUP_TOOLCHAIN") {
            Ok(name) if !name.is_empty() => Self::Rustup(name),
            _ => Self::System,
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Rustup(name) => name,
            Self::System => "the Rust on PATH",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Environment {
    root: PathBuf,
    toolchain: Toolchain,
    tools: Vec<PathBuf>,
    variables: Vec<(OsString, OsString)>,
}

impl Environment {
    pub fn new(root: &Path, toolchain: Toolchain) -> Self {
        Self {
            root: root.to_owned(),
            toolchain,
            tools: Vec::new(),
            variables: Vec::new(),
        }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn toolchain(&self) -> &Toolchain {
        &self.toolchain
    }

    pub fn use_toolchain(&mut self, toolchain: Toolchain) {
        self.toolchain = toolchain;
    }

    /// Puts a folder before everything else on PATH.
    pub fn add_tools(&mut self, folder: &Path) {
        if !self.tools.iter().any(|known| known == folder) {
            self.tools.insert(0, folder.to_owned());
        }
    }

    /// Sets a variable for every program started from here on.
    pub fn set(&mut self, name: &str, value: impl AsRef<OsStr>) {
        self.variables.push((name.into(), value.as_ref().into()));
    }

    /// A command in the checkout, seeing the tools and the toolchain.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        self.command_with(&self.toolchain, program)
    }

    /// The same with another toolchain.
    pub fn command_with(&self, toolchain: &Toolchain, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_inherited) {
                command.env_remove(name);
            }
        }
        // cargo run puts this toolchain's libraries here; another one must not load them.
        if let Some(paths) = env::var_os("LD_LIBRARY_PATH") {
            let kept = without_rust_libraries(&paths);
            if kept.is_empty() {
                command.env_remove("LD_LIBRARY_PATH");
            } else {
                command.env("LD_LIBRARY_PATH", kept);
            }
        }
        // Read the version that trunk warns about from nowhere: a build asks no third party.
        command.env("TRUNK_SKIP_VERSION_CHECK", "true");
        // trunk takes only true or false, the convention is any text.
        if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            command.env("NO_COLOR", "true");
        }
        command.env("PATH", self.path());
        if let Toolchain::Rustup(name) = toolchain {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// Where a program is on the PATH that commands see.
    pub fn find(&self, program: &str) -> Option<PathBuf> {
        env::split_paths(&self.path())
            .flat_map(|folder| {
                [
                    folder.join(program),
                    folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)),
                ]
            })
            .find(|candidate| is_program(candidate))
    }

    fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = self.tools.iter().cloned();
        let all = folders.chain(env::split_paths(&inherited));
        // A folder whose name holds the separator cannot be on PATH at all.
        env::join_paths(all).unwrap_or(inherited)
    }
}

fn is_inherited(name: &str) -> bool {
    INHERITED.contains(&name)
        || INHERITED_PREFIXES
            .iter()
            .any(|prefix| name.starts_with(prefix))
}

/// What is left of a library path when the folders of a Rust build or toolchain are taken out.
fn without_rust_libraries(paths: &OsStr) -> OsString {
    let kept = env::split_paths(paths).filter(|path| {
        let text = path.to_string_lossy();
        let built = text.ends_with("/debug") || text.ends_with("/deps");
        let toolchain = text.contains("/rustlib/") || text.contains("/toolchains/");
        !path.as_os_str().is_empty() && !built && !toolchain
    });
    env::join_paths(kept).unwrap_or_default()
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata()
        .is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cargo_run_set_is_not_passed_on() {
        for (name, inherited) in [
            ("CARGO", true),
            ("CARGO_PKG_NAME", true),
            ("CARGO_MANIFEST_DIR", true),
            ("RUSTUP_TOOLCHAIN", true),
            ("CARGO_HOME", false),
            ("CARGO_TARGET_DIR", false),
            ("CARGO_NET_OFFLINE", false),
            ("RUSTUP_HOME", false),
        ] {
            assert_eq!(is_inherited(name), inherited, "{name}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn only_the_folders_of_rust_leave_the_library_path() {
        for (paths, kept) in [
            (
                "/w/target/debug:/w/target/debug/deps:/r/toolchains/stable/lib:/opt/x/lib",
                "/opt/x/lib",
            ),
            ("/usr/lib/rustlib/x86_64-unknown-linux-gnu/lib", ""),
            ("/opt/a:/opt/b", "/opt/a:/opt/b"),
            ("", ""),
        ] {
            assert_eq!(without_rust_libraries(OsStr::new(paths)), kept, "{paths}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn tools_added_later_come_first_and_only_once() {
        let mut environment = Environment::new(Path::new("/"), Toolchain::System);
        environment.add_tools(Path::new("/one"));
        environment.add_tools(Path::new("/two"));
        environment.add_tools(Path::new("/one"));
        let path = environment.path();
        assert!(path.to_string_lossy().starts_with("/two:/one:"));
        assert_eq!(path.to_string_lossy().matches("/one:").count(), 1);
    }
}
