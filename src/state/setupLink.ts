/** A setup in the fragment of an address: no server sees it. Pure. */

import { PARAMETER_NAMES } from '../detector/parameters.ts';
import { readSetup, type Setup, type SetupReading } from './setup.ts';
import type { TuningState } from './tuningStore.ts';

/** Other fragments are not ours to read. */
const BEGINNING = '#setup?';
const VERSION = '1';
/** Values that are words, not numbers. */
const WORDS = ['tail', 'window', 'layout', 'fit', 'machine'];

export function setupFragment({ parameters, own, view, virtual }: Setup): string {
  const named = new URLSearchParams({ v: VERSION });
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) named.set(name, String(value));
  };
  add('machine', virtual?.machine);
  add('seed', virtual?.seed);
  add('window', view.window);
  add('layout', view.layout);
  add('fit', view.fitTab);
  for (const name of PARAMETER_NAMES) add(name, parameters[name]);
  if (Object.keys(own).length > 0) add('channels', JSON.stringify(own));
  return `${BEGINNING}${named}`;
}

/** Null where the fragment is no setup. */
export function readSetupFragment(fragment: string): SetupReading | null {
  if (!fragment.startsWith(BEGINNING)) return null;
  const { v = '', ...texts } = Object.fromEntries(
    new URLSearchParams(fragment.slice(BEGINNING.length)),
  );
  if (/^\d+$/.test(v) && Number(v) > Number(VERSION)) {
    return { ok: false, fault: { code: 'newer' } };
  }
  if (v !== VERSION) return { ok: false, fault: { code: 'value', name: 'v', value: v, must: '' } };
  return readSetup(
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, valueIn(name, text)])),
  );
}

function valueIn(name: string, text: string): unknown {
  if (WORDS.includes(name)) return text;
  if (name === 'channels') {
    try {
      return JSON.parse(text);
    } catch {
      // What it is instead is said with the refusal.
      return text;
    }
  }
  // An empty text would be read as 0.
  return /\d/.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** What the person has before them, to hand on. */
export function setupOf(
  { editing, own }: Pick<TuningState, 'editing' | 'own'>,
  view: Required<Setup['view']>,
  virtual: Setup['virtual'],
): Setup {
  const { window, layout, fitTab } = view;
  return { parameters: editing, own, view: { window, layout, fitTab }, virtual, converted: [] };
}
