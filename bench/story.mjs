// The events of data.mjs as a story in our own format, so that our page is measured over the same
// text as its peers:   node story.mjs N > story.json
//
// Each summary and each of the four perspectives stands in it word for word. Where the format wants
// more than an event has, there is as little of it as the format allows: a scene of a few words for
// each stretch of events, a cite for each reading, and positions to draw. A citation becomes a cite: the
// number and the paragraph of a source.
import { pathToFileURL } from 'node:url';
import { ACTORS, makeEvents } from './data.mjs';

const ASPECTS = ['saw', 'fears', 'wants', 'offers'];
const THEMES = ['diplomacy', 'security', 'territory', 'economy', 'energy', 'great-power'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const PARAGRAPHS = 40; // of a source, about as many as an article has
const SCENES = 14; // about as many as in the bundled story

const actorId = (a) => ACTORS[a].toLowerCase();
const eventId = (e) => `e${e.id}`;

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

function event(e, cites) {
  return {
    id: eventId(e), title: e.title, date: e.date, date_basis: 'stated', theme: THEMES[e.id % THEMES.length],
    actors: e.actors.map(actorId),
    summary: [{ text: e.summary, kind: 'reported', cites }],
    readings: e.perspectives.map((text, a) => ({
      actor: actorId(a), aspect: ASPECTS[(e.id + a) % ASPECTS.length], voice: 'reported', text, kind: 'paraphrase', cites: [cites[a % cites.length]],
    })),
  };
}

// Every pair of actors, and a change of mind half-way.
function positions() {
  return ACTORS.flatMap((_, a) => ACTORS.flatMap((_, b) => (a === b ? [] : ['2020', '2023'].map((since, i) => ({
    actor: actorId(a), toward: actorId(b), since, level: ((a * 3 + b + i * 2) % 5) - 2, text: 'As the events have it.', kind: 'inference', cites: ['s0:1'],
  })))));
}

// A scene tells one of its events, with a card for each actor; the others stand in its record.
function scenes(events, cites) {
  const size = Math.ceil(events.length / SCENES);
  const own = Array.from({ length: Math.ceil(events.length / size) }, (_, i) => events.slice(i * size, (i + 1) * size));
  return own.map(([told, ...also]) => ({
    id: `s${told.id}`, title: `${MONTHS[told.date.slice(5, 7) - 1]} ${told.date.slice(0, 4)}, from number ${told.id + 1}`,
    beats: [{
      event: eventId(told),
      text: [{ text: 'What came next, in the order in which it came.', kind: 'reported', cites: [cites(told)[0]] }],
      cards: told.perspectives.map((text, a) => ({
        actor: actorId(a), aspect: ASPECTS[(told.id + a) % ASPECTS.length], voice: 'reported', text, kind: 'paraphrase', cites: [cites(told)[a % cites(told).length]],
      })),
    }],
    also: also.map(eventId),
  }));
}

export function makeStory(n) {
  const events = makeEvents(n);
  const { sources, of: cites } = citer(events);
  return {
    format: 2,
    meta: {
      title: 'Four trees', dek: `What ${ACTORS.join(', ')} made of ${n} events, none of which came about.`, language: 'en',
      published: '2026-01-01', span: '2020/2025', method: ['A seeded generator wrote every word of this.'],
    },
    sources: Array.from({ length: sources }, source),
    actors: ACTORS.map(actor),
    places: [],
    events: events.map((e) => event(e, cites(e))),
    positions: positions(),
    scenes: scenes(events, cites),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(JSON.stringify(makeStory(Number(process.argv[2])), null, 1) + '\n');
}
