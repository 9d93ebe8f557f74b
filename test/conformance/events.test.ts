import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FEATURES, FEATURES_VERSION } from '../../src/naming/featureTable.ts';
import { EVENT_CASES } from '../naming/eventCases.ts';
import { type DescribedEvent, sheetOf } from '../naming/eventSheet.ts';
import { cpythonEvents, micropythonEvents, typescriptEvents } from '../naming/eventsFound.ts';

const sheets = EVENT_CASES.map(sheetOf);

/** One sentence each: numbers must be the same to 1e-9 of their size, or of 1e-9 where they are tiny. */
function differences(found: readonly DescribedEvent[], expected: readonly DescribedEvent[]) {
  const places = (events: readonly DescribedEvent[]) => events.map(({ from, to }) => [from, to]);
  const sentences: string[] = [];
  if (JSON.stringify(places(found)) !== JSON.stringify(places(expected))) {
    return [`events at ${JSON.stringify(places(found))}, not ${JSON.stringify(places(expected))}`];
  }
  for (const [i, { numbers }] of expected.entries()) {
    for (const [k, { name }] of FEATURES.entries()) {
      const is = found[i]?.numbers[k] ?? Number.NaN;
      const wanted = numbers[k] ?? Number.NaN;
      const most = 1e-9 * Math.max(1, Math.abs(is), Math.abs(wanted));
      if (!(Math.abs(is - wanted) <= most)) {
        sentences.push(`event ${i}: ${name} is ${is} instead of ${wanted}`);
      }
    }
  }
  return sentences;
}

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
    expect(differences(found, sheets[i] ?? [])).toEqual([]);
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
    expect(differences(kept, events)).toEqual([]);
  }
});
