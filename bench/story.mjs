// The events of data.mjs as a story in our own format, so that our page is measured over the same
// text as its peers:   node story.mjs N [--map] > story.json
//
// Each summary and each of the four perspectives stands in the record word for word. Up to 60 scenes
// tell two events each, with the same words again: the summary as the beat, the perspectives as its
// cards. All other events of a scene's stretch of time have their record there. A citation becomes a
// cite: the number and the paragraph of a source. With --map, the events happen on the bundled story's map.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ACTORS, makeEvents } from './data.mjs';

const ASPECTS = ['saw', 'fears', 'wants', 'offers'];
const THEMES = ['diplomacy', 'security', 'territory', 'economy', 'energy', 'great-power'];
const PARAGRAPHS = 40; // of a source, about as many as an article has
const EVENTS_PER_SCENE = 5;
const MOST_SCENES = 60;

const actorId = (a) => ACTORS[a].toLowerCase();
const eventId = (e) => `e${e.id}`;
const reported = (text, cites) => ({ text, kind: 'reported', cites });

// Citations are dealt out over the paragraphs of as many sources as there are articles' worth of.
function citer(events) {
  const all = [...new Set(events.flatMap((e) => e.citations))];
  const sources = Math.min(200, Math.ceil(all.length / PARAGRAPHS));
  const places = new Map(all.map((text, i) => [text, `s${i % sources}:${1 + (Math.floor(i / sources) % PARAGRAPHS)}`]));
  return { sources, of: (event) => [...new Set(event.citations.map((text) => places.get(text)))] };
}

function source(_, i) {
  return {
    id: `s${i}`, title: `Article ${i + 1}`, date: '2025-12-31', date_basis: 'stated', date_note: 'As printed.',
    vantage: 'Nobody in particular', hears: 'Nobody either', paragraphs: PARAGRAPHS,
  };
}

function actor(name, a) {
  return { id: actorId(a), name, role: 'main', capital: name, letter: name[0], voice: 'reported', voice_note: 'Made up like the rest.' };
}

// How each actor saw an event: the readings of its record, and the cards of its beat.
function views(e, cites) {
  return e.perspectives.map((text, a) => ({
    actor: actorId(a), aspect: ASPECTS[(e.id + a) % ASPECTS.length], voice: 'reported', text, kind: 'paraphrase', cites: [cites[a % cites.length]],
  }));
}

function event(e, cites) {
  return {
    id: eventId(e), title: e.title, date: e.date, date_basis: 'stated', theme: THEMES[e.id % THEMES.length],
    actors: e.actors.map(actorId), summary: [reported(e.summary, cites)], readings: views(e, cites),
  };
}

// Every pair of actors, and a change of mind half-way.
function positions() {
  return ACTORS.flatMap((_, a) => ACTORS.flatMap((_, b) => (a === b ? [] : ['2020', '2023'].map((since, i) => ({
    actor: actorId(a), toward: actorId(b), since, level: ((a * 3 + b + i * 2) % 5) - 2, text: 'As the events have it.', kind: 'inference', cites: ['s0:1'],
  })))));
}

function scenes(events, cites) {
  const count = Math.min(MOST_SCENES, Math.ceil(events.length / EVENTS_PER_SCENE));
  const start = (i) => Math.floor(i * events.length / count);
  return Array.from({ length: count }, (_, i) => {
    const own = events.slice(start(i), start(i + 1));
    const told = [...new Set([own[0], own[own.length >> 1]])];
    return {
      id: `t${own[0].id}`, title: `What came about from number ${own[0].id + 1} on`,
      beats: told.map((e) => ({ event: eventId(e), text: [reported(e.summary, cites(e))], cards: views(e, cites(e)) })),
      also: own.filter((e) => !told.includes(e)).map(eventId),
    };
  });
}

// The bundled story's map and places, in the hands of our actors; without what hangs on its events and sources.
function bundledMap() {
  const bundled = JSON.parse(readFileSync(new URL('../public/story.json', import.meta.url), 'utf8'));
  const main = bundled.actors.filter((a) => a.role === 'main').slice(0, ACTORS.length);
  const borders = bundled.map.borders.map((border) => ({ ...border, text: 'Schematic.', kind: 'inference', cites: [] }));
  const text = JSON.stringify({
    places: bundled.places.map(({ note, ...place }) => place),
    map: { ...bundled.map, borders, routes: [] },
    seats: main.map((a) => a.seat),
  });
  return JSON.parse(main.reduce((text, a, i) => text.replaceAll(`"${a.id}"`, `"${actorId(i)}"`), text));
}

export function makeStory(n, hasMap) {
  const { places, map, seats } = hasMap ? bundledMap() : { places: [], seats: [] };
  const placeOf = (e) => (hasMap ? { place: places[e.id % places.length].id } : {});
  const events = makeEvents(n);
  const { sources, of: cites } = citer(events);
  return {
    format: 2,
    meta: {
      title: 'Four trees', dek: `What ${ACTORS.join(', ')} made of ${n} events, none of which came about.`, language: 'en',
      published: '2026-01-01', span: '2020/2025', method: ['A seeded generator wrote every word of this.'],
    },
    sources: Array.from({ length: sources }, source),
    actors: ACTORS.map((name, a) => ({ ...actor(name, a), seat: seats[a] })),
    places,
    map,
    events: events.map((e) => ({ ...event(e, cites(e)), ...placeOf(e) })),
    positions: positions(),
    figures: { curve: { actor: actorId(0), toward: actorId(1) } },
    opening: {
      finding: [reported(`${ACTORS.length} trees look at ${n} events, and each sees something else.`, ['s0:1'])],
      lead: 'None of it came about. Choose a tree to read what it made of a moment.',
    },
    scenes: scenes(events, cites),
    finale: { title: 'What had changed by 2025', text: [[reported('Nothing had, as nothing had come about.', ['s0:1'])]] },
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(JSON.stringify(makeStory(Number(process.argv[2]), process.argv[3] === '--map'), null, 1) + '\n');
}
