/** What is loaded when it is first opened, or a moment before: most visits open no dialog. */
import { type ComponentType, lazy, useEffect, useState } from 'react';
import { LAUNCH_WORDS } from './launchWords.ts';
import { useTidemark } from './tidemarkContext.ts';

/** A component that is loaded when it is first shown; without it, a notice says so. */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(async () => {
    try {
      return { default: await load() };
    } catch {
      // An error would take the whole screen with it.
      return { default: NotLoaded };
    }
  });
}

function NotLoaded(): null {
  const { notices, view } = useTidemark();
  useEffect(() => {
    notices.getState().reportDone(LAUNCH_WORDS.notLoaded);
    // What is not there is not open: keys are the page's again.
    view.getState().showOverlay(null);
  }, [notices, view]);
  return null;
}

/** By these a person shows before the first click or drop, or with it. */
const SIGNS_OF_A_PERSON = ['pointermove', 'pointerdown', 'keydown', 'dragenter'] as const;

/** Loads it when somebody reaches for the page: it is there at the click, and costs no start. */
export function useLoadedAhead(load: () => Promise<unknown>): void {
  useEffect(() => {
    const seen = new AbortController();
    const begin = (): void => {
      seen.abort();
      // What cannot be loaded is said when it is wanted.
      void load().catch(() => null);
    };
    for (const sign of SIGNS_OF_A_PERSON) {
      window.addEventListener(sign, begin, { signal: seen.signal, passive: true });
    }
    return () => seen.abort();
  }, [load]);
}

/** Whether it has been so at any time: a dialog that was opened once stays, closed. */
export function useEver(isSo: boolean): boolean {
  const [ever, setEver] = useState(isSo);
  if (isSo && !ever) setEver(true);
  return ever || isSo;
}

/** Opens a dialog after it was there, closed: only then does it give the focus back. */
export function useOpenedOnceThere(wanted: boolean): boolean {
  const [opened, setOpened] = useState(false);
  useEffect(() => setOpened(wanted), [wanted]);
  return opened;
}
