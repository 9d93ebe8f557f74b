/**
 * What single channels have of their own and no board has, kept for each board in local storage: it
 * comes back with that board, after a reload or another board.
 */
import type { Announcement } from '../analysis/client/client.ts';
import type { OwnParameters } from '../analysis/messages/judgingMessages.ts';
import type { BoardStore } from './boardStore.ts';
import { boardKey } from './channelLooks.ts';
import type { PreferencesStorage } from './preferences.ts';
import { readSetup } from './setup.ts';
import { type TuningStore, unpushedChannels } from './tuningStore.ts';

const STORAGE_KEY = 'tidemark.own';
/** Of more boards those that were changed longest ago are forgotten. */
const MOST_BOARDS = 50;

/** Keeps them from now on. Returns what is to hear the worker's messages, after the stores have. */
export function keepOwn(
  storage: PreferencesStorage,
  { board, tuning }: { readonly board: BoardStore; readonly tuning: TuningStore },
): (message: Announcement) => void {
  let boards = readAll(storage);
  /** The board whose own parameters stand in the tuning; null until it has said what it uses. */
  let current: string | null = null;

  function keep(key: string, own: OwnParameters): void {
    const isGone = Object.keys(own).length === 0;
    if (isGone && !boards.has(key)) return;
    boards.delete(key);
    if (!isGone) boards.set(key, own);
    boards = new Map([...boards].slice(-MOST_BOARDS));
    try {
      storage?.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(boards)));
    } catch {
      // Full or forbidden: they hold for this visit.
      return;
    }
  }

  board.subscribe((now, before) => {
    if (now.source !== before.source) current = null;
  });
  tuning.subscribe((now, before) => {
    if (current === null || now.dragging) return;
    if (now.own === before.own && now.boardOwn === before.boardOwn && !before.dragging) return;
    keep(current, unpushedChannels(now) > 0 ? now.own : {});
  });

  return (message) => {
    if (message.type !== 'board-parameters' && message.type !== 'channels') return;
    const { source, connection, channels } = board.getState();
    // What a recording was judged with is its own affair.
    if (current !== null || source === null || source.kind === 'replay') return;
    const isKnown = connection.kind === 'tidemark' ? tuning.getState().board !== null : true;
    if (!isKnown || channels.length === 0) return;
    const key = boardKey(connection.identity, source);
    const kept = boards.get(key);
    if (kept && unpushedChannels(tuning.getState()) === 0) tuning.getState().takeKept(kept);
    current = key;
  };
}

function readAll(storage: PreferencesStorage): Map<string, OwnParameters> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(STORAGE_KEY) ?? '{}');
    return new Map(
      Object.entries(stored ?? {}).flatMap(([key, channels]) => {
        const reading = readSetup({ channels });
        return reading.ok ? [[key, reading.setup.own] as const] : [];
      }),
    );
  } catch {
    return new Map();
  }
}
