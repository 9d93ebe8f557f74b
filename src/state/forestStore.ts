/** The model by which events are named, and what it calls them. The model outlives the page. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ForestName } from '../analysis/messages/namingMessages.ts';
import type { Model } from '../naming/model.ts';
import { type ModelFault, readModel } from '../naming/readModel.ts';
import { MARK, writeModel } from '../naming/writeModel.ts';
import type { PreferencesStorage } from './preferences.ts';

const STORAGE_KEY = 'tidemark.model';

/** Half of the trees and a little. */
const FIRST_CONFIDENCE = 0.55;

/** Names of so many events are kept, the newest; as many as the worker describes. */
const MOST_NAMES = 20_000;

/** A model in force. */
export interface UsedModel {
  readonly model: Model;
  /** Of its file. */
  readonly text: string;
  readonly hash: string;
}

export interface ForestState {
  /** Null: events are named by nobody but the person. */
  readonly used: UsedModel | null;
  /** Why the file that was chosen last is no model. */
  readonly fault: ModelFault | { readonly code: 'unreadable' } | null;
  /** A smaller share of the trees gives no name; of the next training, and of the model in force. */
  readonly confidence: number;
  /** What the forest calls events, by their ids. */
  readonly names: ReadonlyMap<number, ForestName>;
  /** Names all events by the model in this text; a text that is none changes nothing. */
  readonly use: (text: string) => void;
  /** As `use`, of a file. */
  readonly open: (file: Blob) => Promise<void>;
  readonly setConfidence: (confidence: number) => void;
  /** No model any more. */
  readonly drop: () => void;
  readonly named: (names: readonly ForestName[], replaceAll: boolean) => void;
}

export type ForestStore = StoreApi<ForestState>;

/** @param tell has the worker name events by the text of a model, or by none */
export function createForestStore(
  storage: PreferencesStorage,
  tell: (model: string | null) => void,
): ForestStore {
  function keep(text: string): void {
    try {
      storage?.setItem(STORAGE_KEY, text);
    } catch {
      // Full or forbidden: it holds for this visit.
    }
  }

  const kept = readKept(storage);
  if (kept) tell(kept.text);
  return createStore<ForestState>((set, get) => {
    function put(used: UsedModel): void {
      set({ used, fault: null, confidence: used.model.confidence });
      keep(used.text);
      tell(used.text);
    }
    return {
      used: kept,
      fault: null,
      confidence: kept?.model.confidence ?? FIRST_CONFIDENCE,
      names: new Map(),
      use: (text) => {
        const reading = readModel(text);
        if (reading.ok) put({ model: reading.model, text, hash: reading.hash });
        else set({ fault: reading.fault });
      },
      open: async (file) => {
        let text: string;
        try {
          text = await file.text();
        } catch {
          set({ fault: { code: 'unreadable' } });
          return;
        }
        get().use(text);
      },
      setConfidence: (confidence) => {
        const { used } = get();
        if (!used) {
          set({ confidence });
          return;
        }
        const text = writeModel({ ...used.model, confidence });
        const reading = readModel(text);
        if (reading.ok) put({ model: reading.model, text, hash: reading.hash });
      },
      drop: () => {
        set({ used: null, fault: null, names: new Map() });
        keep('');
        tell(null);
      },
      named: (names, replaceAll) => {
        const known = replaceAll ? new Map<number, ForestName>() : new Map(get().names);
        for (const one of names) known.set(one.event, one);
        for (const oldest of known.keys()) {
          if (known.size <= MOST_NAMES) break;
          known.delete(oldest);
        }
        set({ names: known });
      },
    };
  });
}

/** By its name. */
export const mayBeModel = ({ name }: File): boolean => /\.(csv|txt)$/i.test(name);

/** Whether a file begins as a model's does, maybe of another version or a broken one. */
export async function beginsAsModel(file: Blob): Promise<boolean> {
  try {
    return (await file.slice(0, MARK.length + 1).text()) === `${MARK},`;
  } catch {
    // What cannot be read is told of by whoever reads it.
    return false;
  }
}

function readKept(storage: PreferencesStorage): UsedModel | null {
  try {
    const text = storage?.getItem(STORAGE_KEY);
    if (!text) return null;
    const reading = readModel(text);
    return reading.ok ? { model: reading.model, text, hash: reading.hash } : null;
  } catch {
    // Storage may be forbidden.
    return null;
  }
}
