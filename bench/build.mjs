// node build.mjs [--dist DIST] [--targets A,B] [N ...]   builds each target for each N into
// DIST/TARGET/N/. Our own page is built by `cargo xtask bench`; here it only gets its bench.json.
import { build } from 'vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeEvents } from './data.mjs';
import { page } from './peers/static.mjs';
import { adapters } from './adapters.mjs';

const here = (p) => fileURLToPath(new URL(p, import.meta.url));
const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: { dist: { type: 'string', default: here('dist') }, targets: { type: 'string', default: Object.keys(adapters).filter((t) => !t.startsWith('ours')).join() } },
});
const targets = opt.targets.split(',');
for (const t of targets) if (!adapters[t]) throw new Error(`no target ${t}; there are ${Object.keys(adapters).join(', ')}`);
const sizes = positionals.map(Number);
for (const n of sizes.length ? sizes : [40, 400, 4000]) {
  const events = makeEvents(n);
  const data = {
    name: 'events',
    resolveId: (id) => (id === 'virtual:events' ? '\0events' : null),
    load: (id) => (id === '\0events' ? `export default JSON.parse(${JSON.stringify(JSON.stringify(events))})` : null),
  };
  for (const peer of targets) {
    const out = resolve(opt.dist, peer, String(n));
    if (peer.startsWith('ours')) {
      mkdirSync(out, { recursive: true });
    } else if (peer === 'floor' || peer === 'static-js') {
      mkdirSync(out, { recursive: true });
      writeFileSync(`${out}/index.html`, page(events, peer === 'static-js'));
    } else {
      await build({
        configFile: false, logLevel: 'error', root: here(`peers/${peer}`), base: './',
        plugins: [data, ...(peer === 'svelte' ? [svelte({ configFile: false })] : [])],
        build: { outDir: out, emptyOutDir: true, target: 'esnext', modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1e6 },
      });
      if (peer === 'timelinejs') {
        const src = here('node_modules/@knight-lab/timelinejs/dist');
        for (const f of ['js/timeline.js', 'css/timeline.css', 'css/icons']) cpSync(`${src}/${f}`, `${out}/tl/${f}`, { recursive: true });
      }
    }
    writeFileSync(`${out}/bench.json`, JSON.stringify({ name: peer, n, ...adapters[peer] }, null, 2) + '\n');
    console.log(`built ${peer} ${n}`);
  }
}
