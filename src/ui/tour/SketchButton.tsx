import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNotices } from '../tidemarkContext.ts';
import { OWN_BOARD_WORDS } from './boardWords.ts';
import SKETCH from './sketch.ino?raw';

/** Puts the shortest sketch that can be watched into the clipboard. */
export function SketchButton(): ReactNode {
  const reportDone = useNotices((state) => state.reportDone);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(SKETCH);
      reportDone(OWN_BOARD_WORDS.copied);
    } catch {
      // Not allowed, or there is none.
      reportDone(`${OWN_BOARD_WORDS.notCopied}${SKETCH.replace(/\s+/g, ' ')}`);
    }
  }
  return (
    <Button size="compact-sm" onClick={() => void copy()}>
      {OWN_BOARD_WORDS.copy}
    </Button>
  );
}
