import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FEATURES, FEATURES_VERSION } from '../../src/naming/featureTable.ts';
import { EVENT_CASES } from '../naming/eventCases.ts';
import { eventDifferences } from '../naming/eventDifferences.ts';
import { sheetOf } from '../naming/eventSheet.ts';
import { cpythonEvents, micropythonEvents, typescriptEvents } from '../naming/eventsFound.ts';

const sheets = EVENT_CASES.map(sheetOf);

describe.each([
  ['TypeScript, all samples at once', () => typescriptEvents(EVENT_CASES, 1e9)],
  ['TypeScript, seven at a time', () => typescriptEvents(EVENT_CASES, 7)],
  ['MicroPython under WebAssembly', () => micropythonEvents(EVENT_CASES)],
  ['CPython', () => cpythonEvents(EVENT_CASES)],
])('features of events in %s', (_, work) => {
  let once: ReturnType<typeof work> | null = null;
  const events = () => {
    once ??= work();
    return once;
  };

  it.each(EVENT_CASES.map(({ name }, i) => [name, i] as const))('%s', async (_name, i) => {
    const found = (await events())[i] ?? [];
    expect(found.length).toBeGreaterThan(0);
    expect(eventDifferences(found, sheets[i] ?? [])).toEqual([]);
  });
});

/** For implementations that are not run here. Written anew with `TIDEMARK_WRITE_VECTORS=1`. */
it('the committed events are those of the sheet', () => {
  const path = fileURLToPath(new URL('../vectors/events/events.json', import.meta.url));
  const cases = EVENT_CASES.map(({ samples, ...rest }, i) => ({
    ...rest,
    columns: ['timeMs', 'x'],
    samples: samples.map(({ timeMs, x }) => [timeMs, Number.isNaN(x) ? 'nan' : x]),
    events: sheets[i],
  }));
  const features = FEATURES.map(({ name }) => name);
  const text = `${JSON.stringify({ version: FEATURES_VERSION, features, cases })}\n`;
  if (process.env.TIDEMARK_WRITE_VECTORS) writeFileSync(path, text);
  const committed = JSON.parse(readFileSync(path, 'utf8'));
  const again = JSON.parse(text);
  expect(committed.features).toEqual(again.features);
  for (const [i, { events, ...inputs }] of again.cases.entries()) {
    const { events: kept, ...its } = committed.cases[i];
    expect(its).toEqual(inputs);
    expect(eventDifferences(kept, events)).toEqual([]);
  }
});
