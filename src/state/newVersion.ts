/**
 * A newer version of the page is loaded when the person asks for it, in the tab where they do: in
 * every other tab a board may be connected. Not in the middle of a recording, in whichever tab: the
 * version that takes over takes the parts of the older one away from all of them.
 */

/** As the service worker's registration calls it. */
interface Events {
  /** A newer version waits. */
  readonly onNeedRefresh: () => void;
  /** The newer version is what the next load gets. */
  readonly onNeedReload: () => void;
}

export function offerNewVersion(around: {
  /** Returns what lets the newer version take over, in all tabs. */
  readonly register: (events: Events) => () => Promise<void>;
  readonly offer: (use: () => void) => void;
  readonly reload: () => void;
  readonly isRecordingAnywhere: () => Promise<boolean>;
  /** Says that a recording has to end first; the offer stands. */
  readonly refuse: () => void;
}): void {
  let isAskedFor = false;
  let hasTakenOver = false;
  async function use(): Promise<void> {
    if (await around.isRecordingAnywhere()) {
      around.refuse();
      return;
    }
    isAskedFor = true;
    if (hasTakenOver) around.reload();
    else await takeOver();
  }

  const takeOver = around.register({
    onNeedRefresh: () => around.offer(() => void use()),
    onNeedReload: () => {
      hasTakenOver = true;
      if (isAskedFor) around.reload();
    },
  });
}
