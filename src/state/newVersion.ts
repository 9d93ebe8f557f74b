/**
 * A newer version of the page is loaded when the person asks for it, in the tab where they do: in
 * every other tab a board may be connected.
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
}): void {
  let isAskedFor = false;
  let hasTakenOver = false;
  const takeOver = around.register({
    onNeedRefresh: () =>
      around.offer(() => {
        isAskedFor = true;
        if (hasTakenOver) around.reload();
        else void takeOver();
      }),
    onNeedReload: () => {
      hasTakenOver = true;
      if (isAskedFor) around.reload();
    },
  });
}
