import { describe, expect, it, vi } from 'vitest';
import { takeLaunchedFiles } from '../../src/state/launchedFiles.ts';
import {
  holdWhileRecording,
  isRecordingAnywhere,
  type Locks,
} from '../../src/state/recordingLock.ts';
import { createWorld, type World } from './world.ts';

/** The locks of a browser, seen by all its tabs. */
function browserLocks(): NonNullable<Locks> {
  const held: { name: string }[] = [];
  return {
    request: (async (name: string, _: unknown, granted: () => Promise<void>) => {
      const lock = { name };
      held.push(lock);
      await granted();
      held.splice(held.indexOf(lock), 1);
    }) as never,
    query: async () => ({ held, pending: [] }),
  };
}

function record({ worker }: World, isOn: boolean): void {
  worker.say({
    type: 'recording',
    state: isOn
      ? { phase: 'recording', fileName: 'a', bytes: 1, roomLeftMs: null }
      : { phase: 'waiting' },
  });
}

describe('a recording', () => {
  it('is known of in another tab, until it ends', async () => {
    const locks = browserLocks();
    const [here, there] = [createWorld(), createWorld()];
    holdWhileRecording(here.tidemark.recordings, locks);
    holdWhileRecording(there.tidemark.recordings, locks);
    const knownThere = () => isRecordingAnywhere(there.tidemark.recordings, locks);
    expect(await knownThere()).toBe(false);
    record(here, true);
    record(here, true);
    expect(await knownThere()).toBe(true);
    record(here, false);
    await expect.poll(knownThere).toBe(false);
  });

  it('in this tab is known of where there are no locks', async () => {
    const { tidemark, ...rest } = createWorld();
    holdWhileRecording(tidemark.recordings, null);
    expect(await isRecordingAnywhere(tidemark.recordings, null)).toBe(false);
    record({ tidemark, ...rest }, true);
    expect(await isRecordingAnywhere(tidemark.recordings, null)).toBe(true);
  });
});

describe('a file that the system opens with the page', () => {
  const launch = (files?: readonly { getFile(): Promise<File> }[]) => {
    const [choose, unreadable] = [vi.fn(), vi.fn()];
    const queue = { setConsumer: vi.fn() };
    takeLaunchedFiles(queue, choose, unreadable);
    queue.setConsumer.mock.calls[0]?.[0](files ? { files } : {});
    return { choose, unreadable };
  };

  it('is chosen', async () => {
    const file = new File(['1'], 'a.csv');
    const { choose } = launch([{ getFile: async () => file }]);
    await expect.poll(() => choose.mock.calls).toEqual([[file]]);
  });

  it('that cannot be read is said', async () => {
    const { choose, unreadable } = launch([{ getFile: () => Promise.reject(new Error('gone')) }]);
    await expect.poll(() => unreadable).toHaveBeenCalled();
    expect(choose).not.toHaveBeenCalled();
  });

  it('may be missing, as may the queue', () => {
    expect(launch().choose).not.toHaveBeenCalled();
    expect(() => takeLaunchedFiles(undefined, vi.fn(), vi.fn())).not.toThrow();
  });
});
