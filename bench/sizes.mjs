// What the reader downloads, and what the program is made of:
//   node bench/sizes.mjs dist        brotli sizes of a release site's parts, as budget.toml counts them
//   node bench/sizes.mjs target/wasm32-unknown-unknown/release/sightlines.wasm
//                                    code by crate, before wasm-bindgen and wasm-opt: read the shares
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const row = (size, name) => console.log(`${String(size).padStart(9)}  ${name}`);
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

function site(folder) {
  const names = readdirSync(folder);
  const file = (end) => readFileSync(join(folder, names.find((name) => name.endsWith(end))));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const styles = [...page.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map((match) => match[1]).join('');
  const wasm = names.find((name) => name.endsWith('_bg.wasm'));
  const parts = { wasm: brotli(file('_bg.wasm')), script: brotli(file(wasm.replace('_bg.wasm', '.js'))), styles: brotli(Buffer.from(styles)) };
  for (const [name, size] of Object.entries(parts)) row(size, name);
  row(Object.values(parts).reduce((a, b) => a + b), 'program: the three together');
  row(brotli(Buffer.from(page)), 'the whole page, styles included');
}

// The sizes of a wasm's functions with their names, by its code, import and name sections.
function functions(bytes) {
  let at = 8;
  const number = () => { // unsigned LEB128
    let value = 0, shift = 1, byte;
    do { byte = bytes[at++]; value += (byte & 127) * shift; shift *= 128; } while (byte > 127);
    return value;
  };
  const text = () => { const length = number(); at += length; return bytes.toString('utf8', at - length, at); };
  const sizes = [], names = new Map();
  let imported = 0, data = 0;
  while (at < bytes.length) {
    const id = bytes[at++], end = number() + at;
    if (id === 2) {
      for (let left = number(); left; left--) {
        text(); text();
        const kind = bytes[at++];
        if (kind === 0) { imported++; number(); continue; }
        if (kind === 1) at++; // a table: its type, then limits as a memory's
        if (kind === 3) { at += 2; continue; } // a global
        if (kind === 4) { at++; number(); continue; } // a tag
        if (bytes[at++] & 1) number();
        number();
      }
    } else if (id === 10) {
      for (let left = number(); left; left--) { const size = number(); sizes.push(size); at += size; }
    } else if (id === 11) {
      data = end - at;
    } else if (id === 0 && text() === 'name') {
      while (at < end) {
        const part = bytes[at++], next = number() + at;
        if (part === 1) for (let left = number(); left; left--) { const index = number(); names.set(index, text()); }
        at = next;
      }
    }
    at = end;
  }
  return { data, all: sizes.map((size, i) => ({ size, name: names.get(imported + i) ?? '' })) };
}

// The crate that a function's mangled name names first: for `<T as tachys::…>`, the trait's.
function crateOf(name) {
  const v0 = /^_R.*?C(?:s[0-9A-Za-z]*_)?(\d+)_?([A-Za-z_]\w*)/.exec(name);
  if (v0) return v0[2].slice(0, +v0[1]);
  const legacy = /^_ZN(\d+)(.*)/.exec(name);
  if (!legacy) return 'without a crate';
  const path = legacy[2].slice(0, +legacy[1]).replace(/\$\w+\$/g, ' ');
  return /(?:^|[ _&*])([a-z]\w*)\.\./.exec(path)?.[1] ?? (/^\w+$/.test(path) ? path : 'without a crate');
}

function program(path) {
  const { all: written, data } = functions(readFileSync(path));
  const all = written.filter(({ name }) => !name.startsWith('__wbindgen_describe')); // wasm-bindgen drops them
  if (!all.some(({ name }) => name)) throw new Error(`${path} has no names: take the one in target/, not in dist/`);
  const crates = new Map();
  for (const { size, name } of all) crates.set(crateOf(name), (crates.get(crateOf(name)) ?? 0) + size);
  const code = all.reduce((sum, { size }) => sum + size, 0);
  for (const [crate, size] of [...crates].sort((a, b) => b[1] - a[1])) if (size > code / 500) row(size, `${(size * 100 / code).toFixed(1).padStart(4)} %  ${crate}`);
  row(code, 'code in all');
  row(data, 'data: words and tables');
}

const path = process.argv[2] ?? 'dist';
if (statSync(path).isDirectory()) site(path); else program(path);
