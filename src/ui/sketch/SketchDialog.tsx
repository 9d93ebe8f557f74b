import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { arduinoSketch, type Sketch } from '../../board/sketch/arduinoSketch.ts';
import {
  LIBRARY_FILE_NAME,
  READINGS,
  SKETCH_BOARDS,
  type SketchBoard,
} from '../../board/sketch/sketchBoards.ts';
import code from '../controls/code.module.css';
import { OverlayDialog } from '../controls/OverlayDialog.tsx';
import { downloadBlob, downloadText } from '../download.ts';
import { LAUNCH_WORDS } from '../launchWords.ts';
import { useBoard, useForest, useTidemark, useTuning } from '../tidemarkContext.ts';
import { useCopy } from '../useCopy.ts';
import styles from './sketch.module.css';
import { FOREST_WORDS, LEFT_OUT_WORDS, SKETCH_BOARD_WORDS, SKETCH_WORDS } from './sketchWords.ts';

/** The way to a board that the page cannot write on: a sketch with the parameters, and what to do. */
export function SketchDialog(): ReactNode {
  return (
    <OverlayDialog
      overlay="sketch"
      title={SKETCH_WORDS.title}
      size={720}
      close={SKETCH_WORDS.close}
    >
      <SketchForBoard />
    </OverlayDialog>
  );
}

function SketchForBoard(): ReactNode {
  const { notices } = useTidemark();
  const copy = useCopy();
  const [board, setBoard] = useState<SketchBoard>('uno');
  const sketch = useSketch(board);
  const { sensor } = READINGS[board];

  async function downloadLibrary(): Promise<void> {
    const library = await import('../../board/sketch/arduinoLibrary.ts').catch(() => null);
    if (library) {
      const file = new Blob([library.arduinoLibraryZip(new URL('.', location.href).href)], {
        type: 'application/zip',
      });
      downloadBlob(LIBRARY_FILE_NAME, file);
    } else notices.getState().reportDone(LAUNCH_WORDS.notLoaded);
  }

  return (
    <div className={styles.sketch}>
      <p className={styles.words}>{SKETCH_WORDS.cannot}</p>
      <NativeSelect
        data-autofocus
        label={SKETCH_WORDS.board}
        value={board}
        data={SKETCH_BOARDS.map((value) => ({
          value,
          label: READINGS[value].name ?? SKETCH_BOARD_WORDS[value] ?? value,
        }))}
        onChange={(event) => setBoard(event.currentTarget.value as SketchBoard)}
      />
      <ol className={styles.steps}>
        <li>
          <p>{SKETCH_WORDS.stepLibrary(LIBRARY_FILE_NAME)}</p>
          <Button size="compact-sm" onClick={() => void downloadLibrary()}>
            {SKETCH_WORDS.library}
          </Button>
        </li>
        <li>
          <p>{SKETCH_WORDS.stepSketch}</p>
          <div className={styles.buttons}>
            <Button
              size="compact-sm"
              onClick={() => downloadText(sketch.fileName, 'text/plain', sketch.text)}
            >
              {SKETCH_WORDS.sketch(sketch.fileName)}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                void copy(sketch.text, {
                  copied: SKETCH_WORDS.copied,
                  notCopied: SKETCH_WORDS.notCopied,
                })
              }
            >
              {SKETCH_WORDS.copy}
            </Button>
          </div>
        </li>
      </ol>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={code.text} aria-label={sketch.fileName} tabIndex={0}>
        <pre className={code.code}>{sketch.text}</pre>
      </section>
      {sketch.leftOut.map((what) => (
        <p key={what} className={styles.words}>
          {LEFT_OUT_WORDS[what]}
        </p>
      ))}
      {sensor !== null && board !== 'mpu6050' && (
        <p className={styles.words}>{SKETCH_WORDS.driver(sensor)}</p>
      )}
      <p className={styles.words}>
        {SKETCH_WORDS.saved} {FOREST_WORDS[sketch.forest]}
      </p>
    </div>
  );
}

/** For this board, with what is edited now. */
function useSketch(board: SketchBoard): Sketch {
  const channels = useBoard((state) => state.channels);
  const editing = useTuning((state) => state.editing);
  const own = useTuning((state) => state.own);
  const used = useForest((state) => state.used);
  const measured = channels.filter(({ derived }) => derived === undefined);
  return arduinoSketch(
    board,
    editing,
    measured.map(({ boardName }) => ({ name: boardName, own: own[boardName] ?? {} })),
    used?.model ?? null,
  );
}
