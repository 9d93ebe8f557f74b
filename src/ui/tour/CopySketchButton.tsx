import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCopy } from '../useCopy.ts';
import { OWN_BOARD_WORDS } from './boardChapterWords.ts';
import SKETCH from './sketch.ino?raw';

/** Puts the shortest sketch that can be watched into the clipboard. */
export function CopySketchButton(): ReactNode {
  const copy = useCopy();
  return (
    <Button
      size="compact-sm"
      onClick={() =>
        void copy(SKETCH, {
          copied: OWN_BOARD_WORDS.copied,
          notCopied: `${OWN_BOARD_WORDS.notCopied}${SKETCH.replace(/\s+/g, ' ')}`,
        })
      }
    >
      {OWN_BOARD_WORDS.copy}
    </Button>
  );
}
