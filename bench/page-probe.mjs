// Runs inside the measured page, before any of its own scripts. Handed to
// evaluateOnNewDocument, so it may use nothing from outside the function.
export function pageProbe(adapter) {
  const b = (window.__bench = {
    fcp: null, lcp: null, lcpTag: null, cls: 0, long: [], loaf: [], lastLongEnd: 0,
    interactive: null, tries: 0, samples: [], events: [], memories: new Set(), errors: [],
  });
  const watch = (type, fn, extra) => {
    try { new PerformanceObserver((l) => l.getEntries().forEach(fn)).observe({ type, buffered: true, ...extra }); } catch { /* not in this browser */ }
  };
  watch('paint', (e) => { if (e.name === 'first-contentful-paint') b.fcp = e.startTime; });
  watch('largest-contentful-paint', (e) => { b.lcp = e.startTime; b.lcpTag = e.element?.tagName ?? null; });
  let win = 0, first = -1e9, last = -1e9;
  watch('layout-shift', (e) => {
    if (e.hadRecentInput) return;
    if (e.startTime - last > 1000 || e.startTime - first > 5000) { win = 0; first = e.startTime; }
    last = e.startTime; win += e.value; b.cls = Math.max(b.cls, win);
  });
  watch('longtask', (e) => { b.long.push([e.startTime, e.duration]); b.lastLongEnd = e.startTime + e.duration; });
  watch('long-animation-frame', (e) => b.loaf.push([e.startTime, e.duration]));
  watch('event', (e) => { if (e.interactionId) b.events.push([e.name, e.interactionId, e.duration]); }, { durationThreshold: 16 });
  window.addEventListener('error', (e) => b.errors.push(String(e.message).slice(0, 200)));
  window.addEventListener('unhandledrejection', (e) => b.errors.push(String(e.reason).slice(0, 200)));

  // WebAssembly memories are outside the JS heap: note each one an instance exports.
  if (window.WebAssembly) {
    const note = (inst) => { for (const v of Object.values(inst.exports)) if (v instanceof WebAssembly.Memory) b.memories.add(v); };
    for (const k of ['instantiate', 'instantiateStreaming']) {
      const real = WebAssembly[k];
      WebAssembly[k] = async function (...args) { const r = await real.apply(this, args); note(r.instance ?? r); return r; };
    }
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct(t, args) { const i = Reflect.construct(t, args); note(i); return i; } });
  }
  b.wasmBytes = () => [...b.memories].reduce((s, m) => s + m.buffer.byteLength, 0);

  const later = (fn) => { const c = new MessageChannel(); c.port1.onmessage = () => { c.port1.close(); fn(); }; c.port2.postMessage(0); };
  const painted = (fn) => requestAnimationFrame(() => later(fn));
  const find = (s) => document.querySelector(s);
  const fire = (el, v) => { el.value = v; el.dispatchEvent(new Event('input', { bubbles: true })); };
  const range = (el) => ({ lo: +el.min || 0, hi: el.max === '' ? 100 : +el.max, step: adapter.stride ?? (+el.step || 1) });
  b.range = () => range(find(adapter.slider));
  b.setSlider = (where) => { const el = find(adapter.slider), r = range(el); fire(el, r.lo + (r.hi - r.lo) * where); };

  // Interactive: the first time one slider step changes the probe's text, tried
  // from the end of parsing on. The step is taken back at once, so that as a rule
  // no frame shows it; every fourth try also waits for a frame, for pages that
  // update in one.
  const attempt = () => {
    const el = find(adapter.slider), p = find(adapter.probe);
    if (document.readyState === 'loading' || !el || !p) { setTimeout(attempt, 25); return; }
    const slow = ++b.tries % 4 === 0;
    const r = range(el), v = +el.value, was = p.textContent;
    fire(el, v - r.step >= r.lo ? v - r.step : v + r.step);
    (slow ? painted : later)(() => {
      const yes = find(adapter.probe)?.textContent !== was;
      if (yes) b.interactive = performance.now();
      const now = find(adapter.slider);
      if (now) fire(now, v);
      if (!yes) setTimeout(attempt, 25);
    });
  };
  if (!adapter.inert) attempt();

  // One sample per trusted event: its own time stamp to the end of the next frame's
  // main-thread work (rAF, then a message posted from it). Chromium holds messages
  // back after an input until its frame, so no message can time the handler alone.
  let pending = false, wake = null, type = null;
  const onEvent = (e) => {
    if (!e.isTrusted || pending) return;
    pending = true;
    const t0 = e.timeStamp;
    painted(() => { pending = false; b.samples.push(performance.now() - t0); wake?.(); wake = null; });
  };
  b.begin = (t) => {
    if (type) window.removeEventListener(type, onEvent, true);
    type = t; b.samples = []; b.events = []; b.loaf = [];
    window.addEventListener(t, onEvent, true);
  };
  b.until = (n) => new Promise((ok) => { if (b.samples.length >= n) ok(true); else { wake = () => ok(true); setTimeout(() => ok(b.samples.length >= n), 30000); } });
  b.sweep = async (steps, capMs) => {
    const end = performance.now() + capMs, stops = adapter.stops ?? 200;
    let i = 0;
    for (; i < steps && performance.now() < end; i++) {
      b.setSlider(Math.abs(((i + 1) % stops) / (stops / 2) - 1)); // there and back in a lap, by double steps
      await new Promise(i % 4 ? later : requestAnimationFrame); // every fourth step is painted
    }
    return i;
  };
  // Every toggle in turn, each as often off as on.
  b.flip = async (clicks, capMs) => {
    const end = performance.now() + capMs, all = document.querySelectorAll(adapter.toggles), whole = 2 * all.length;
    let i = 0;
    for (; (i < clicks && performance.now() < end) || i % whole; i++) {
      all[i % all.length].click();
      await new Promise(i % 4 ? later : requestAnimationFrame);
    }
    return i;
  };
  b.spin = () => { // fixed work, to see what speed the main thread really ran at
    const t = performance.now();
    let x = 1;
    for (let i = 0; i < 6e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
    b.sink = x;
    return performance.now() - t;
  };
}
