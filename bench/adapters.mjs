// bench.json of each page; build.mjs and `cargo xtask bench` write it into every built folder.
const common = { slider: '#to', probe: '#shown', toggles: '.actor' };

// The held window's last month is what filters our page, and a link holds it, with every actor on.
// README.md, "Our own page", says what differs.
const ours = {
  path: '#hold=1&p=alder,birch,cedar,dogwood',
  ready: '#sources article:last-child',
  slider: '.in-to',
  probe: '.window-count',
  toggles: '.eyes button',
  stops: 72, // months from one end to the other
  stride: 300, // of the axis's 10,000 units: at least a month, wherever the axis gives months most room
  prepare: [{ scroll: '.step' }, { click: '.unfold' }],
};

export const adapters = {
  floor: { ...common, ready: 'main > article:last-child', inert: true },
  'static-js': { ...common, ready: 'main > article:last-child' },
  scrollama: { ...common, ready: 'main > article:last-child' },
  svelte: { ...common, ready: 'main > article:last-child' },
  'vis-timeline': { ...common, ready: '.vis-item' },
  timelinejs: { ...common, ready: '.tl-slide .tl-headline' },
  ours,
};
