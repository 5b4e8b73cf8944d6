// Runs inside the measured page, before any of its own scripts. Handed to
// evaluateOnNewDocument, so it may use nothing from outside the function.
export function pageProbe(adapter) {
  const b = (window.__bench = {
    fcp: null, lcp: null, lcpTag: null, cls: 0, long: [], loaf: [], lastLongEnd: 0,
    interactive: null, tries: 0, answer: null, tapped: null, taps: 0, samples: [], seen: 0, events: [], memories: new Set(), errors: [],
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
  const range = (el) => ({ lo: +el.min || 0, hi: el.max === '' ? 100 : +el.max, step: +el.step || 1 });
  b.range = () => range(find(adapter.slider));
  b.stops = () => { const r = b.range(); return Math.round((r.hi - r.lo) / r.step); };
  b.setSlider = (where) => { const el = find(adapter.slider), r = range(el); fire(el, r.lo + (r.hi - r.lo) * where); };
  // What a slider step changes, as text.
  const shown = () => { const el = find(adapter.probe); return adapter.probed ? el?.getAttribute(adapter.probed) : el?.textContent; };

  // Interactive: the first time that one slider step changes the probe, tried from the end of parsing
  // on. A page that wakes is asked by a toggle instead, once it says that it is awake. What was tried
  // is taken back at once, so that as a rule no frame shows it; every fourth try also waits for a
  // frame, for pages that update in one.
  const bySlider = () => {
    const el = find(adapter.slider), r = range(el), v = +el.value, was = shown();
    fire(el, v - r.step >= r.lo ? v - r.step : v + r.step);
    return () => { const yes = shown() !== was, now = find(adapter.slider); if (now) fire(now, v); return yes; };
  };
  const byToggle = () => {
    const el = find(adapter.toggles), was = el.ariaPressed;
    el.click();
    return () => { const yes = el.ariaPressed !== was; if (yes) el.click(); return yes; };
  };
  const attempt = () => {
    const isThere = find(adapter.slider) && find(adapter.probe) && (!adapter.awake || find(adapter.awake));
    if (document.readyState === 'loading' || !isThere) { setTimeout(attempt, 25); return; }
    const answered = adapter.awake ? byToggle() : bySlider();
    (++b.tries % 4 ? later : painted)(() => {
      const now = performance.now();
      if (answered()) b.interactive = now; else setTimeout(attempt, 25);
    });
  };

  // First answer: the first toggle is tapped as soon as it is painted, and again when a tap has shown
  // no effect after 50 ms, or has come nowhere after 2 s; up to the end of the frame that shows the effect.
  const look = () => !!find(adapter.effect)?.checkVisibility();
  const tapping = () => {
    let was = null, asked = -1e9, arrived = -1e9;
    window.addEventListener('click', (e) => { if (e.isTrusted) arrived = performance.now(); }, true);
    const frame = () => {
      if (was !== null && look() !== was) { later(() => { b.answer = performance.now(); }); return; }
      const now = performance.now(), isDue = arrived > asked ? now - arrived >= 50 : now - asked >= 2000;
      const at = isDue && b.fcp !== null && find(adapter.first ?? adapter.toggles)?.getBoundingClientRect();
      if (at?.width && at.top >= 0 && at.bottom <= innerHeight) {
        was = look(); asked = now; b.tapped ??= now; b.taps++;
        window.__tap(at.x + at.width / 2, at.y + at.height / 2);
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  if (adapter.tapping) tapping(); else if (!adapter.inert) attempt();

  // One sample per trusted event: its own time stamp to the end of the next frame's
  // main-thread work (rAF, then a message posted from it). Chromium holds messages
  // back after an input until its frame, so no message can time the handler alone.
  let pending = false, wake = null, type = null;
  const onEvent = (e) => {
    if (!e.isTrusted || pending) return;
    pending = true;
    const t0 = e.timeStamp, was = shown();
    painted(() => {
      pending = false; b.samples.push(performance.now() - t0);
      if (shown() !== was) b.seen++;
      wake?.(); wake = null;
    });
  };
  b.begin = (t) => {
    if (type) window.removeEventListener(type, onEvent, true);
    type = t; b.samples = []; b.seen = 0; b.events = []; b.loaf = [];
    window.addEventListener(t, onEvent, true);
  };
  b.until = (n) => new Promise((ok) => { if (b.samples.length >= n) ok(true); else { wake = () => ok(true); setTimeout(() => ok(b.samples.length >= n), 30000); } });
  b.sweep = async (steps, capMs) => {
    const end = performance.now() + capMs, stops = b.stops();
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
