//! Compressed copies, for hosts that send what lies ready.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use brotli::CompressorWriter;
use flate2::{Compression, write::GzEncoder};

/// What compressing makes smaller. A font in WOFF2 is compressed already.
const TEXTS: &[&str] = &["html", "js", "wasm", "css", "json", "svg", "txt"];

/// Brotli's best, with the largest window that every browser takes. For a file of more than `LARGE`
/// bytes it takes minutes, and a lower quality gives a few percent more.
const QUALITY: u32 = 11;
const QUALITY_LARGE: u32 = 9;
const LARGE: usize = 4 << 20;
const WINDOW: u32 = 22;

/// Writes `FILE.br` and `FILE.gz` beside the file, if it is of a kind that gets smaller.
///
/// A copy that is newer than its file is kept: the program's, when another story is written around it.
pub fn beside(path: &Path) -> Result<(), String> {
    let kind = path.extension().and_then(|kind| kind.to_str());
    if !kind.is_some_and(|kind| TEXTS.contains(&kind)) {
        return Ok(());
    }
    let failed = |path: &Path, e| format!("cannot compress {path:?}: {e}");
    let content = fs::read(path).map_err(|e| failed(path, e))?;
    for (ending, compress) in ENDINGS {
        let beside = with_ending(path, ending);
        if is_newer(&beside, path) {
            continue;
        }
        compress(&content)
            .and_then(|copy| fs::write(&beside, copy))
            .map_err(|e| failed(&beside, e))?;
    }
    Ok(())
}

/// Each ending and what makes such a copy.
const ENDINGS: [(&str, Compress); 2] = [("br", brotli), ("gz", gzip)];
type Compress = fn(&[u8]) -> std::io::Result<Vec<u8>>;

fn is_newer(copy: &Path, file: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|m| m.modified()).ok();
    let (copy, file) = (changed(copy), changed(file));
    copy.is_some() && copy > file
}

/// The name of the file that this is a copy of, if it is one.
pub fn without_ending(name: &str) -> &str {
    let mut endings = ENDINGS.iter();
    let original = endings.find_map(|(ending, _)| name.strip_suffix(ending)?.strip_suffix('.'));
    original.unwrap_or(name)
}

pub fn brotli(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let quality = match content.len() {
        0..=LARGE => QUALITY,
        _ => QUALITY_LARGE,
    };
    let mut writer = CompressorWriter::new(&mut out, 1 << 16, quality, WINDOW);
    writer.write_all(content)?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

pub fn gzip(content: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(content)?;
    writer.finish()
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
