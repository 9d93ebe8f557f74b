import type { ReactNode } from 'react';
import { TaskBar } from '../TaskBar.tsx';
import { useExports } from '../tidemarkContext.ts';
import { EXPORT_WORDS, exportWords } from './exportWords.ts';

/** The file that is being written, and what became of it. */
export function ExportBar(): ReactNode {
  const file = useExports((state) => state.file);
  const cancel = useExports((state) => state.cancel);
  const forget = useExports((state) => state.forget);
  if (!file) return null;
  return (
    <TaskBar
      name={EXPORT_WORDS.export}
      words={exportWords(file)}
      share={file.outcome ? null : file.share}
      onCancel={cancel}
      onDismiss={forget}
    />
  );
}
