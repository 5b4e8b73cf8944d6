// Medians over rounds, and the tables. Also puts several measurings together:
//   node report.mjs [--base NAME] [--out results/NAME] FILE.partial.json ...
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';

const median = (xs) => { const s = [...xs].sort((a, b) => a - b), h = s.length >> 1; return s.length % 2 ? s[h] : (s[h - 1] + s[h]) / 2; };
const skip = new Set(['target', 'n', 'profile', 'round', 'failed', 'errors', 'missing']);
const order = ['mobile', 'desktop'];

export function summarise(runs) {
  const groups = new Map();
  for (const r of runs) {
    const k = [r.n, r.profile, r.target].join('|');
    if (!groups.has(k)) groups.set(k, []);
    groups.get(k).push(r);
  }
  return [...groups.values()].map((g) => {
    const { target, n, profile } = g[0], metrics = {};
    for (const k of new Set(g.flatMap(Object.keys))) {
      if (skip.has(k)) continue;
      const xs = g.map((r) => r[k]).filter((x) => typeof x === 'number' && Number.isFinite(x));
      if (xs.length) metrics[k] = [median(xs), Math.min(...xs), Math.max(...xs)].map((x) => +x.toFixed(Math.abs(x) < 10 ? 3 : 1));
    }
    return { target, n, profile, runs: g.length, failed: g.filter((r) => r.failed).map((r) => r.failed), errors: g.flatMap((r) => r.errors ?? []).slice(0, 3), metrics };
  });
}

const kb = (x) => (x / 1024).toFixed(1), mb = (x) => (x / 1048576).toFixed(1), ms = (x) => x.toFixed(0), ms1 = (x) => x.toFixed(1);
const COLUMNS = [
  ['KiB', 'bytes.total', kb], ['FCP', 'fcp', ms], ['LCP', 'lcp', ms], ['first answer', 'answer', ms], ['answer / LCP', 'answerLcp', (x) => x.toFixed(2)], ['CLS', 'cls', (x) => x.toFixed(3)], ['interactive', 'interactive', ms], ['TBT', 'tbt', ms], ['TBT all', 'blockAll', ms], ['load CPU', 'loadCpu', ms],
  ['steps', 'step.count', ms], ['step p50', 'step.p50', ms1], ['step p95', 'step.p95', ms1], ['step CPU', 'step.cpu', ms1], ['jump p50', 'jump.p50', ms1],
  ['clicks', 'toggle.count', ms], ['toggle p50', 'toggle.p50', ms1], ['toggle p95', 'toggle.p95', ms1], ['toggle CPU', 'toggle.cpu', ms1], ['long frames /100 steps', 'step.longFrames', ms1],
  ['JS heap MB', 'heap', mb], ['wasm MB', 'wasmMem', mb], ['renderer MB', 'priv', mb], ['elements', 'elements', ms],
];
const RATIO = ['bytes.total', 'lcp', 'answer', 'interactive', 'blockAll', 'loadCpu', 'step.p95', 'step.cpu', 'jump.p50', 'toggle.p95', 'toggle.cpu', 'heap', 'priv'];

export function markdown({ meta, base, summary }) {
  const out = [`# Results\n\n${meta.browser ?? ''}, node ${meta.node}, ${meta.cores} cores, interleaved rounds (the runs column says how many finished); medians. Times in ms. mobile = 4x CPU, 150 ms, 1.6 Mbps; desktop = no throttle.\n`];
  const row = (cells) => `| ${cells.join(' | ')} |`;
  for (const [n, p] of [...new Map(summary.map((s) => [s.n + s.profile, [s.n, s.profile]])).values()]
    .sort((a, b) => a[0] - b[0] || order.indexOf(a[1]) - order.indexOf(b[1]))) {
    const rows = summary.filter((s) => s.n === n && s.profile === p), b = rows.find((s) => s.target === base);
    const cols = COLUMNS.filter(([, k]) => rows.some((s) => s.metrics[k] && (k !== 'wasmMem' || s.metrics[k][0] > 0)));
    out.push(`## N = ${n}, ${p}\n`, row(['target', 'runs', ...cols.map((c) => c[0])]), row(Array(cols.length + 2).fill('---')));
    for (const s of rows) out.push(row([s.target, s.runs - s.failed.length, ...cols.map(([, k, f]) => (s.metrics[k] ? f(s.metrics[k][0]) : '–'))]));
    const shown = RATIO.filter((k) => b?.metrics[k]?.[0]);
    if (shown.length) {
      out.push(`\nRatios to ${base}:\n`, row(['target', ...shown]), row(Array(shown.length + 1).fill('---')));
      for (const s of rows) out.push(row([s.target, ...shown.map((k) => (s.metrics[k] ? (s.metrics[k][0] / b.metrics[k][0]).toFixed(2) : '–'))]));
    }
    const mem = rows.filter((s) => s.metrics['mem.js']);
    if (mem.length) {
      out.push('\nGrowth after slider steps and toggles (forced GC):\n', row(['target', 'steps', 'toggles', 'JS KiB', 'wasm KiB', 'nodes']), row(Array(6).fill('---')));
      for (const s of mem) out.push(row([s.target, ms(s.metrics['mem.steps'][0]), ms(s.metrics['mem.toggles']?.[0] ?? 0), kb(s.metrics['mem.js'][0]), kb(s.metrics['mem.wasm'][0]), ms(s.metrics['mem.nodes'][0])]));
    }
    for (const s of rows) for (const f of new Set([...s.failed, ...s.errors])) out.push(`\n${s.target}: ${f}`);
    out.push('');
  }
  return out.join('\n') + '\n';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { base: { type: 'string', default: 'svelte' }, out: { type: 'string' } } });
  const parts = positionals.map((f) => JSON.parse(readFileSync(f, 'utf8')));
  const result = { meta: parts[0].meta, base: values.base, summary: summarise(parts.flatMap((p) => p.runs)) };
  if (values.out) {
    writeFileSync(values.out + '.json', JSON.stringify(result, null, 1) + '\n');
    writeFileSync(values.out + '.md', markdown(result));
  }
  console.log(markdown(result));
}
