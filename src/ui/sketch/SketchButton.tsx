import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useView } from '../tidemarkContext.ts';
import { SKETCH_WORDS } from './sketchWords.ts';

interface SketchButtonProps {
  /** What lies over the page, and must go first. */
  readonly onOpen?: () => void;
  readonly children?: ReactNode;
}

/** Opens the way to a board that the page cannot write on. */
export function SketchButton({
  onOpen,
  children = SKETCH_WORDS.have,
}: SketchButtonProps): ReactNode {
  const showOverlay = useView((state) => state.showOverlay);
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={() => {
        onOpen?.();
        showOverlay('sketch');
      }}
    >
      {children}
    </Button>
  );
}
