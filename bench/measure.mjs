// node measure.mjs TARGET ... [options]     see README.md for targets and options
import puppeteer from 'puppeteer-core';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from './serve.mjs';
import { pageProbe } from './page-probe.mjs';
import { markdown, summarise } from './report.mjs';

const { values: opt, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string', default: '40,400,4000' }, profiles: { type: 'string', default: 'mobile,desktop' },
    rounds: { type: 'string', default: '5' }, steps: { type: 'string', default: '200' }, clicks: { type: 'string', default: '50' },
    'mem-rounds': { type: 'string', default: '1' }, 'mem-steps': { type: 'string', default: '1000' }, 'mem-toggles': { type: 'string', default: '0' }, 'mem-cap': { type: 'string', default: '20' },
    cap: { type: 'string', default: '8' }, 'load-cap': { type: 'string', default: '90' },
    fails: { type: 'string', default: '2' }, base: { type: 'string' },
    dist: { type: 'string', default: fileURLToPath(new URL('dist', import.meta.url)) },
    out: { type: 'string', default: fileURLToPath(new URL('results/latest', import.meta.url)) },
  },
});
const sizes = opt.n.split(',');
const PROFILES = {
  mobile: { cpu: 4, net: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }, view: { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true } },
  desktop: { cpu: 1, net: null, view: { width: 1350, height: 940, deviceScaleFactor: 1, mobile: false } },
};

function chromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const dir of process.env.PATH.split(delimiter)) for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try { accessSync(join(dir, name), constants.X_OK); return join(dir, name); } catch { /* next */ }
  }
  throw new Error('no chromium on PATH; set CHROMIUM');
}
const executablePath = chromium();

// A target is a name (DIST/NAME/{n}) or a folder, {n} in it standing for N.
// Each folder holds bench.json, its adapter.
function open(target, n) {
  const dir = resolve(target.includes('/') ? target.replaceAll('{n}', n) : join(opt.dist, target, n));
  if (!existsSync(join(dir, 'bench.json'))) return null;
  const adapter = JSON.parse(readFileSync(join(dir, 'bench.json'), 'utf8'));
  for (const k of ['name', 'ready', 'slider', 'probe', 'toggles', 'effect']) if (!adapter[k]) throw new Error(`${dir}/bench.json lacks ${k}`);
  return { dir, adapter };
}

const sleep = (ms) => new Promise((ok) => setTimeout(ok, ms));
const within = (p, s, what) => {
  let t;
  return Promise.race([p, new Promise((_, no) => { t = setTimeout(() => no(new Error(`${what}: over ${s} s`)), s * 1000); })]).finally(() => clearTimeout(t));
};
const q = (xs, p) => { const s = [...xs].sort((a, b) => a - b); return s.length ? s[Math.min(s.length - 1, Math.ceil(p * s.length) - 1)] : null; };
const kind = (mime) => (/html/.test(mime) ? 'html' : /wasm/.test(mime) ? 'wasm' : /javascript/.test(mime) ? 'js' : /css/.test(mime) ? 'css' : /font/.test(mime) ? 'font' : 'other');

// A fresh browser with the probe in its page, slowed as the profile says, for what `work` does with it.
async function session(site, adapter, profile, work) {
  const userDataDir = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  let browser;
  try {
    browser = await puppeteer.launch({
      executablePath, userDataDir, headless: true, defaultViewport: null, protocolTimeout: 200_000 + 2000 * Number(opt['mem-cap']),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    const [page] = await browser.pages();
    const cdp = await page.createCDPSession();
    await cdp.send('Network.enable');
    await cdp.send('Emulation.setDeviceMetricsOverride', profile.view);
    await page.evaluateOnNewDocument(pageProbe, adapter);
    // Same origin and headers first, so that starting a renderer process is not timed.
    await page.goto(site.url + '__warm', { waitUntil: 'load' });
    await sleep(500);
    if (profile.net) await cdp.send('Network.emulateNetworkConditions', profile.net);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
    await work(browser, page, cdp);
  } finally {
    if (browser) {
      const proc = browser.process();
      await Promise.race([browser.close().catch(() => {}), sleep(4000)]);
      if (proc.exitCode === null) proc.kill('SIGKILL');
    }
    rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const go = (page, site, adapter) => page.goto(site.url + (adapter.path ?? ''), { timeout: 0, waitUntil: 'domcontentloaded' }).catch(() => {});
// Asks the page; null while it is still being opened.
const ask = (page, fn, ...args) => page.evaluate(fn, ...args).catch((e) => { if (/context|detached|navigat/i.test(e.message)) return null; throw e; });
const tap = async (cdp, x, y) => {
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};
const click = async (cdp, x, y) => {
  const mouse = { x, y, button: 'left', clickCount: 1 };
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
};

// The first answer, in a load of its own, since a tap ends what the browser tells of LCP.
async function firstAnswer({ site, adapter, profile }) {
  const m = {};
  await session(site, { ...adapter, tapping: true }, profile, async (browser, page, cdp) => {
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await page.exposeFunction('__tap', (x, y) => tap(cdp, x, y).catch(() => {}));
    const end = Date.now() + Number(opt['load-cap']) * 1000;
    go(page, site, adapter);
    while (m.answer === undefined) {
      await sleep(250);
      const s = await ask(page, () => window.__bench && (({ answer, tapped, taps }) => ({ answer, tapped, taps }))(window.__bench));
      if (s?.answer) Object.assign(m, s);
      else if (Date.now() > end) throw new Error(`no answer to ${s?.taps ?? 0} taps within ${opt['load-cap']} s`);
    }
  }).catch((e) => { m.failed = `first answer: ${e.message}`.slice(0, 300); });
  return m;
}

async function once({ site, adapter, profile, withMemory }) {
  const m = {}, cap = Number(opt.cap), loadCap = Number(opt['load-cap']);
  let stage = 'start';
  await session(site, adapter, profile, async (browser, page, cdp) => {
    const types = new Map(), bytes = { total: 0 };
    let inflight = 0, lastNet = Date.now();
    cdp.on('Network.requestWillBeSent', (e) => { if (!e.redirectResponse) inflight++; });
    cdp.on('Network.responseReceived', (e) => types.set(e.requestId, kind(e.response.mimeType)));
    cdp.on('Network.loadingFinished', (e) => {
      inflight--; lastNet = Date.now();
      const k = types.get(e.requestId) ?? 'other';
      bytes[k] = (bytes[k] ?? 0) + e.encodedDataLength; bytes.total += e.encodedDataLength;
    });
    cdp.on('Network.loadingFailed', () => { inflight--; lastNet = Date.now(); });
    await cdp.send('Performance.enable');
    const perf = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((x) => [x.name, x.value]));

    stage = 'load';
    site.reset();
    const began = Date.now();
    go(page, site, adapter);
    const left = () => Math.max(1, loadCap - (Date.now() - began) / 1000);
    for (;;) {
      await sleep(250);
      const s = await within(ask(page, (sel) => {
        const b = window.__bench;
        return b && location.pathname !== '/__warm' && { ready: !!document.querySelector(sel), interactive: b.interactive, done: document.readyState === 'complete', quiet: performance.now() - b.lastLongEnd };
      }, adapter.ready), left(), 'load');
      if (s?.ready && s.done && (adapter.inert || s.interactive !== null) && s.quiet > 1000 && inflight <= 0 && Date.now() - lastNet > 500) break;
      if (left() <= 1) throw new Error(`load: not ready, interactive and quiet within ${loadCap} s (${JSON.stringify(s)})`);
    }
    const load = await perf();
    const s = await page.evaluate(() => {
      const b = window.__bench;
      return { fcp: b.fcp, lcp: b.lcp, lcpTag: b.lcpTag, cls: b.cls, long: b.long, interactive: b.interactive, elements: document.getElementsByTagName('*').length, nav: (({ responseStart, responseEnd }) => [responseStart, responseEnd])(performance.getEntriesByType('navigation')[0]), spin: [b.spin(), b.spin(), b.spin()], errors: b.errors };
    });
    if (s.errors.length) m.errors = s.errors.slice(0, 3);
    Object.assign(m, { fcp: s.fcp, lcp: s.lcp, cls: s.cls, interactive: s.interactive, elements: s.elements, ttfb: s.nav[0], docEnd: s.nav[1] });
    m.spin = q(s.spin, 0.5);
    m.tbt = s.long.reduce((t, [at, d]) => t + (at + d > (s.fcp ?? 0) ? Math.max(0, d - 50) : 0), 0);
    m.blockAll = s.long.reduce((t, [, d]) => t + Math.max(0, d - 50), 0);
    m.longest = Math.max(0, ...s.long.map(([, d]) => d));
    m.loadCpu = load.TaskDuration * 1000; m.loadScript = load.ScriptDuration * 1000; m.loadLayout = (load.LayoutDuration + load.RecalcStyleDuration) * 1000;
    for (const [k, v] of Object.entries(bytes)) m['bytes.' + k] = v;
    m.bodyBytes = site.count.bytes; m.requests = site.count.requests;
    if (site.count.missing.length) m.missing = site.count.missing.slice(0, 3);

    const sys = await browser.target().createCDPSession();
    const memory = async () => {
      await cdp.send('HeapProfiler.collectGarbage'); await cdp.send('HeapProfiler.collectGarbage');
      const h = await cdp.send('Runtime.getHeapUsage');
      const wasm = await page.evaluate(() => window.__bench.wasmBytes());
      const { processInfo } = await sys.send('SystemInfo.getProcessInfo');
      const pid = processInfo.filter((p) => p.type === 'renderer').sort((a, c) => c.cpuTime - a.cpuTime)[0]?.id;
      let priv = null;
      try { priv = [...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm)].reduce((t, x) => t + +x[1], 0) * 1024; } catch { /* not Linux */ }
      return { js: h.usedSize, blink: h.embedderHeapUsedSize ?? null, wasm, priv, nodes: (await perf()).Nodes };
    };
    stage = 'heap';
    const mem0 = await within(memory(), 60, 'heap');
    m.heap = mem0.js; m.blink = mem0.blink; m.wasmMem = mem0.wasm; m.priv = mem0.priv; m.nodes = mem0.nodes;

    // Trusted input only from here on.
    const series = async (name, type, count, act) => {
      stage = name;
      await page.evaluate((t) => window.__bench.begin(t), type);
      const before = await perf(), end = Date.now() + cap * 1000;
      let i = 0;
      for (; i < count && Date.now() < end; i++) {
        await act(i);
        if (!(await within(page.evaluate((k) => window.__bench.until(k), i + 1), 40, name))) throw new Error(`${name}: no ${type} event reached the page at step ${i}`);
      }
      const after = await perf();
      await sleep(200);
      const r = await page.evaluate(() => { const { samples, seen, events, loaf } = window.__bench; return { samples, seen, events, loaf }; });
      const byId = new Map();
      for (const [, id, d] of r.events) byId.set(id, Math.max(byId.get(id) ?? 0, d));
      const ev = [...byId.values(), ...Array(Math.max(0, i - byId.size)).fill(16)];
      Object.assign(m, {
        [name + '.p50']: q(r.samples, 0.5), [name + '.p95']: q(r.samples, 0.95), [name + '.max']: Math.max(...r.samples),
        [name + '.inp95']: q(ev, 0.95), [name + '.cpu']: (after.TaskDuration - before.TaskDuration) * 1000 / i,
        [name + '.longFrames']: r.loaf.length * 100 / i, [name + '.count']: i, [name + '.seen']: r.seen / i,
      });
    };
    const press = async (key, code) => {
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: code });
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: code });
    };
    // As much of the time span in every target; on a slider with fewer stops than 200, in fewer steps.
    const half = Math.round(Number(opt.steps) / 2 * Math.min(1, await page.evaluate(() => window.__bench.stops()) / 200)), steps = 2 * half;
    stage = 'prepare';
    await within(page.evaluate(async (todo) => {
      for (const { scroll, click } of todo) {
        if (scroll) document.querySelector(scroll).scrollIntoView({ block: 'start', behavior: 'instant' });
        const el = click && document.querySelector(click);
        if (el?.checkVisibility()) el.click();
        await new Promise((ok) => requestAnimationFrame(() => setTimeout(ok, 400)));
      }
    }, adapter.prepare ?? []), 40, 'prepare');
    await page.evaluate((sel) => document.querySelector(sel).focus({ preventScroll: true }), adapter.slider);
    const high = await page.evaluate((sel) => { const el = document.querySelector(sel), r = window.__bench.range(); return +el.value > (r.lo + r.hi) / 2; }, adapter.slider);
    const [out, back] = high ? [['ArrowLeft', 37], ['ArrowRight', 39]] : [['ArrowRight', 39], ['ArrowLeft', 37]];
    await series('step', 'keydown', steps, (i) => press(...(i < half ? out : back)));
    if (!adapter.inert && m['step.seen'] < 0.9) m.errors = [...(m.errors ?? []), `${Math.round(m['step.seen'] * 100)} % of the steps changed ${adapter.probe} by the next frame`];
    await series('jump', 'keydown', 8, (i) => press(...(high === (i % 2 === 0) ? ['Home', 36] : ['End', 35])));
    if (m['jump.count'] % 2) { // cut short half-way: put every event back before the toggles
      await page.evaluate((h) => window.__bench.setSlider(h ? 1 : 0), high);
      await within(page.evaluate(() => new Promise((ok) => requestAnimationFrame(() => setTimeout(ok, 50)))), 40, 'jump');
    }
    const nToggles = await page.evaluate((sel) => document.querySelectorAll(sel).length, adapter.toggles);
    await series('toggle', 'click', Number(opt.clicks), async (i) => {
      const at = await page.evaluate((sel, k) => {
        const el = document.querySelectorAll(sel)[k];
        el.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        const r = el.getBoundingClientRect();
        return [r.x + r.width / 2, r.y + r.height / 2];
      }, adapter.toggles, i % nToggles);
      await click(cdp, ...at);
    });

    if (withMemory) {
      stage = 'memory';
      await page.evaluate((h) => window.__bench.setSlider(h ? 1 : 0), high);
      await sleep(500);
      const a = await within(memory(), 60, 'memory');
      const memCap = Number(opt['mem-cap']);
      m['mem.steps'] = await within(page.evaluate((k, ms) => window.__bench.sweep(k, ms), Number(opt['mem-steps']), memCap * 1000), memCap + 70, 'memory');
      await page.evaluate((h) => window.__bench.setSlider(h ? 1 : 0), high);
      m['mem.toggles'] = await within(page.evaluate((k, ms) => window.__bench.flip(k, ms), Number(opt['mem-toggles']), memCap * 1000), memCap + 70, 'memory');
      await sleep(1500);
      const b = await within(memory(), 60, 'memory');
      Object.assign(m, { 'mem.js': b.js - a.js, 'mem.wasm': b.wasm - a.wasm, 'mem.nodes': b.nodes - a.nodes });
    }
  }).catch((e) => { m.failed = `${stage}: ${e.message}`.slice(0, 300); });
  return m;
}

// Puppeteer only closes its browser on these; the run has to end too.
for (const sig of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(sig, () => process.exit(130));
const runs = [], fails = new Map(), names = new Set();
const meta = { rounds: Number(opt.rounds), node: process.version, cores: cpus().length, profiles: opt.profiles, options: { ...opt, out: undefined } };
const out = resolve(opt.out);
mkdirSync(dirname(out), { recursive: true });
const sites = new Map();
for (const t of positionals) for (const n of sizes) {
  const o = open(t, n);
  if (o) sites.set(t + '|' + n, { ...o, site: await serve(o.dir) });
  else console.error(`no ${t} for N=${n}; left out`);
}
{ const b = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] }); meta.browser = await b.version(); await b.close(); }
for (let round = 0; round < meta.rounds; round++) for (const n of sizes) for (const p of opt.profiles.split(',')) for (let k = 0; k < positionals.length; k++) {
  const t = positionals[(k + round) % positionals.length]; // each round starts with another target
  const s = sites.get(t + '|' + n);
  if (!s) continue;
  const key = [s.adapter.name, n, p].join('|');
  if ((fails.get(key) ?? 0) >= Number(opt.fails)) continue;
  names.add(s.adapter.name);
  const t0 = Date.now();
  const m = await once({ ...s, profile: PROFILES[p], withMemory: p === 'desktop' && round < Number(opt['mem-rounds']) });
  if (PROFILES[p].net && !m.failed) Object.assign(m, await firstAnswer({ ...s, profile: PROFILES[p] }));
  if (m.answer) m.answerLcp = m.answer / m.lcp;
  if (m.failed) fails.set(key, (fails.get(key) ?? 0) + 1);
  runs.push({ target: s.adapter.name, n: Number(n), profile: p, round, load1: loadavg()[0], ...m });
  console.log(`r${round} N=${n} ${p} ${s.adapter.name}: ${m.failed ?? `lcp ${m.lcp?.toFixed(0)} answer ${m.answer?.toFixed(0) ?? '-'} int ${m.interactive?.toFixed(0) ?? '-'} tbt ${m.tbt.toFixed(0)} step95 ${m['step.p95']?.toFixed(1)} tog95 ${m['toggle.p95']?.toFixed(1)}`} (${((Date.now() - t0) / 1000).toFixed(1)} s)${m.errors ? ' ERRORS ' + m.errors.join(' / ') : ''}${m.missing ? ' MISSING ' + m.missing.join(' ') : ''}`);
  writeFileSync(out + '.partial.json', JSON.stringify({ meta, runs }));
}
for (const { site } of sites.values()) site.close();
const base = opt.base ?? (names.has('svelte') ? 'svelte' : [...names][0]);
const result = { meta, base, summary: summarise(runs) };
writeFileSync(out + '.json', JSON.stringify(result, null, 1) + '\n');
writeFileSync(out + '.md', markdown(result));
console.log(markdown(result));
