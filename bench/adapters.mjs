// bench.json of each page; build.mjs and `cargo xtask bench` write it into every built folder.
// A page has answered its first toggle when the first actor's text has gone, or come: `effect`.
const common = { slider: '#to', probe: '#shown', toggles: '.actor', effect: '.p0' };

// The slider's stops are events, and the stage says which it shows. README.md, "Our own page", says
// what differs.
const ours = {
  ready: '#sources',
  awake: '[data-ready]',
  slider: '.timeline .lane input',
  probe: '.stage .map',
  probed: 'data-e',
  toggles: '.stage .key',
  first: '.opening .key',
  effect: '.opening .card',
  prepare: [{ scroll: '.scene' }],
};

export const adapters = {
  floor: { ...common, ready: 'main > article:last-child', inert: true },
  'static-js': { ...common, ready: 'main > article:last-child' },
  scrollama: { ...common, ready: 'main > article:last-child' },
  svelte: { ...common, ready: 'main > article:last-child' },
  'vis-timeline': { ...common, ready: '.vis-item' },
  timelinejs: { ...common, ready: '.tl-slide .tl-headline' },
  ours,
  'ours-map': ours,
};
