import type { ReactNode } from 'react';
import { TaskBar } from '../TaskBar.tsx';
import { useImports } from '../tidemarkContext.ts';
import { IMPORT_WORDS } from './importDialogWords.ts';
import { outcomeWords } from './importWords.ts';

/** The file that is being read, and what became of it. */
export function ImportBar(): ReactNode {
  const cancel = useImports((state) => state.cancel);
  const reading = useImports((state) => state.reading);
  const forget = useImports((state) => state.forget);
  if (!reading) return null;
  const { name, progress } = reading;
  const share = progress ? progress.bytesRead / Math.max(1, progress.bytesTotal) : 0;
  return (
    <TaskBar
      name={IMPORT_WORDS.task}
      words={progress ? outcomeWords(name, progress) : IMPORT_WORDS.reading(name)}
      share={progress?.ending ? null : share}
      onCancel={cancel}
      onDismiss={forget}
    />
  );
}
