import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCopy } from '../useCopy.ts';
import { OWN_BOARD_WORDS } from './boardChapterWords.ts';

/** Puts the sketch of a step into the clipboard. */
export function CopySketchButton({ sketch }: { readonly sketch: string }): ReactNode {
  const copy = useCopy();
  return (
    <Button
      size="compact-sm"
      onClick={() =>
        void copy(sketch, {
          copied: OWN_BOARD_WORDS.copied,
          notCopied: `${OWN_BOARD_WORDS.notCopied}${sketch.replace(/\s+/g, ' ')}`,
        })
      }
    >
      {OWN_BOARD_WORDS.copy}
    </Button>
  );
}
