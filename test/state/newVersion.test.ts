import { describe, expect, it } from 'vitest';
import { offerNewVersion } from '../../src/state/newVersion.ts';

/** Tabs of one page: a version that takes over does so in all of them. */
function tabs(count: number, isRecording: () => boolean = () => false) {
  const takenOver: (() => void)[] = [];
  return Array.from({ length: count }, () => {
    const tab = { reloads: 0, refusals: 0, use: (): void => expect.fail('nothing was offered') };
    offerNewVersion({
      register: (events) => {
        takenOver.push(events.onNeedReload);
        queueMicrotask(events.onNeedRefresh);
        return async () => {
          for (const each of takenOver) each();
        };
      },
      offer: (use) => {
        tab.use = use;
      },
      isRecordingAnywhere: async () => isRecording(),
      refuse: () => {
        tab.refusals += 1;
      },
      reload: () => {
        tab.reloads += 1;
      },
    });
    return tab;
  });
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('a newer version', () => {
  it('that is loaded in one tab reloads no other', async () => {
    const [here, there] = tabs(2);
    await settled();
    here?.use();
    await settled();
    expect(here?.reloads).toBe(1);
    expect(there?.reloads).toBe(0);
  });

  it('that has taken over already is loaded in another tab when that is asked, too', async () => {
    const [here, there] = tabs(2);
    await settled();
    here?.use();
    await settled();
    there?.use();
    await settled();
    expect(there?.reloads).toBe(1);
  });

  it('waits while any tab records, and can be asked for again', async () => {
    let isRecording = true;
    const [here, there] = tabs(2, () => isRecording);
    await settled();
    here?.use();
    await settled();
    expect(here).toMatchObject({ reloads: 0, refusals: 1 });
    expect(there?.reloads).toBe(0);
    isRecording = false;
    here?.use();
    await settled();
    expect(here?.reloads).toBe(1);
  });
});
