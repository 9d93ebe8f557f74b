import { describe, expect, it } from 'vitest';
import { offerNewVersion } from '../../src/state/newVersion.ts';

/** Tabs of one page: a version that takes over does so in all of them. */
function tabs(count: number) {
  const takenOver: (() => void)[] = [];
  return Array.from({ length: count }, () => {
    const tab = { reloads: 0, use: (): void => expect.fail('nothing was offered') };
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
      reload: () => {
        tab.reloads += 1;
      },
    });
    return tab;
  });
}

describe('a newer version', () => {
  it('that is loaded in one tab reloads no other', async () => {
    const [here, there] = tabs(2);
    await Promise.resolve();
    here?.use();
    await Promise.resolve();
    expect(here?.reloads).toBe(1);
    expect(there?.reloads).toBe(0);
  });

  it('that has taken over already is loaded in another tab when that is asked, too', async () => {
    const [here, there] = tabs(2);
    await Promise.resolve();
    here?.use();
    await Promise.resolve();
    there?.use();
    expect(there?.reloads).toBe(1);
  });
});
