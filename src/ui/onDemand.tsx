/** Dialogs that are loaded when they are first opened: most visits open none of them. */
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
  const { notices } = useTidemark();
  useEffect(() => notices.getState().reportDone(LAUNCH_WORDS.notLoaded), [notices]);
  return null;
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
