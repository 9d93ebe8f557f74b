import { type ReactNode, useEffect, useState } from 'react';
import { useImports } from '../tidemarkContext.ts';
import styles from './import.module.css';
import { IMPORT_WORDS } from './importDialogWords.ts';

/** The whole page takes a file that is dropped on it, and shows so while one hovers above. */
export function DropTarget(): ReactNode {
  const choose = useImports((state) => state.choose);
  const [hovering, setHovering] = useState(false);

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!carriesFiles(event)) return;
      // Without this the browser would leave the page and show the file itself.
      event.preventDefault();
      setHovering(true);
    };
    const onLeave = (event: DragEvent): void => {
      // From one element to the next it only seems to leave.
      if (event.relatedTarget === null) setHovering(false);
    };
    const onDrop = (event: DragEvent): void => {
      setHovering(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) choose(file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [choose]);

  return hovering ? (
    <div className={styles.drop} aria-hidden="true">
      <p className={styles.dropWords}>{IMPORT_WORDS.drop}</p>
    </div>
  ) : null;
}
