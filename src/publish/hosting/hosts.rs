//! Files that tell hosts how to serve the site.

use super::Policy;

/// For what has its content's hash in its name.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For the page, which changes under its name: kept, but asked for anew.
const ASK: &str = "public, max-age=0, must-revalidate";
/// For fonts, icons and the like.
const A_WEEK: &str = "public, max-age=604800";

/// What every answer carries besides the policy. Other origins may fetch the files: a sandboxed
/// frame has none of its own, so even its own program and font come from another.
const ALWAYS: &[(&str, &str)] = &[
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
];

/// How long a file may be kept.
fn kept(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        _ if is_hashed(name) => FOR_EVER,
        Some("woff2" | "svg" | "png") => A_WEEK,
        _ => ASK,
    }
}

/// Whether the name holds 16 digits of its content's hash, as `sightlines-0123456789abcdef.js`.
fn is_hashed(name: &str) -> bool {
    name.split(['-', '_', '.'])
        .any(|part| part.len() == 16 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// `_headers`, as Netlify and Cloudflare Pages read it.
pub fn headers(policy: &str, names: &[&str]) -> String {
    let mut out = format!("/*\n  Content-Security-Policy: {policy}\n");
    for (name, value) in ALWAYS {
        out += &format!("  {name}: {value}\n");
    }
    // Each file by name: where two rules give the same header, hosts join the values.
    for name in [""].iter().chain(names) {
        out += &format!("/{name}\n  Cache-Control: {}\n", kept(name));
        if name.ends_with(".wasm") {
            out += "  Content-Type: application/wasm\n";
        }
    }
    out
}

/// What goes into an nginx `location` that serves the folder.
pub fn nginx(policy: &Policy, origin: Option<&str>) -> String {
    // nginx knows its own address when it answers.
    let policy = policy.header(Some(origin.unwrap_or("$scheme://$http_host")));
    let mut out = String::from(
        "# Goes into the `location` that serves this folder, inside `server`. Written by the build: the\n\
         # policy holds the hashes of this very page, so take the file anew with each version.\n\
         types {\n",
    );
    for (mime, endings) in [
        ("text/html", "html"),
        ("text/javascript", "js"),
        ("application/wasm", "wasm"),
        ("application/json", "json"),
        ("image/svg+xml", "svg"),
        ("font/woff2", "woff2"),
        ("text/plain", "txt"),
    ] {
        out += &format!("    {mime} {endings};\n");
    }
    out += "}\ncharset utf-8;\ncharset_types text/html text/javascript application/json;\n\
            gzip_static on;\n\
            # brotli_static on;  # with the module ngx_brotli\n";
    out += &format!("add_header Content-Security-Policy \"{policy}\" always;\n");
    for (name, value) in ALWAYS {
        out += &format!("add_header {name} \"{value}\" always;\n");
    }
    // One header for all: an `add_header` inside a nested location would drop those above.
    out += "set $kept \"";
    out += ASK;
    out += "\";\n";
    for (what, kept) in [
        ("-[0-9a-f]{16}(_bg)?\\.(js|wasm)$", FOR_EVER),
        ("\\.(woff2|svg|png)$", A_WEEK),
    ] {
        out += &format!("if ($uri ~ \"{what}\") {{ set $kept \"{kept}\"; }}\n");
    }
    out += "add_header Cache-Control $kept;\n";
    out
}
