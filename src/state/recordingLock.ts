/**
 * Whether any tab of ours records a session, by way of Web Locks, which end with the tab that holds
 * them. A newer version that takes over takes the parts of the older one away from every tab.
 */
import type { RecordingStore } from './recordingStore.ts';

const NAME = 'tidemark recording';

/** What of `navigator.locks` is needed; null where the browser has none. */
export type Locks = Pick<LockManager, 'request' | 'query'> | null;

/** Holds the lock for as long as this tab records. */
export function holdWhileRecording(recordings: RecordingStore, locks: Locks): void {
  let release: (() => void) | null = null;
  const follow = (): void => {
    const isRecording = recordings.getState().recording.phase === 'recording';
    if (isRecording && !release) release = holdShared(locks);
    if (!isRecording) {
      release?.();
      release = null;
    }
  };
  follow();
  recordings.subscribe(follow);
}

/** Where there are no locks, only this tab is known of. */
export async function isRecordingAnywhere(
  recordings: RecordingStore,
  locks: Locks,
): Promise<boolean> {
  if (recordings.getState().recording.phase === 'recording') return true;
  try {
    const { held = [] } = (await locks?.query()) ?? {};
    return held.some(({ name }) => name === NAME);
  } catch {
    return false;
  }
}

function holdShared(locks: Locks): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  // A browser that refuses locks here (an opaque origin) tells nobody anything: no harm is done.
  locks?.request(NAME, { mode: 'shared' }, () => held).catch(() => undefined);
  return release;
}
