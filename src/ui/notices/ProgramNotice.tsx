import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { useBoard, useInstall, useTidemark, useView } from '../tidemarkContext.ts';
import { programEndWords } from './programEndWords.ts';

/** The board is at the MicroPython prompt, from the beginning or since its program has ended. */
export function ProgramNotice(): ReactNode {
  const { phase, kind, programEnd } = useBoard((state) => state.connection);
  const hasPort = useBoard(({ source }) => source !== null && 'port' in source);
  const install = useInstall((state) => state.open);
  const isConsoleOpen = useView((state) => state.consoleOpen);
  const toggleConsole = useView((state) => state.toggleConsole);
  const { restartProgram } = useTidemark();
  const isOpen = phase === 'streaming' || phase === 'silent';
  const end = programEnd ?? (kind === 'repl' ? { error: '' } : null);
  if (!isOpen || end === null) return null;
  return (
    <NoticeLine tone="bad" {...programEndWords(end)} detail="">
      <Button size="compact-sm" onClick={restartProgram}>
        {end.error === '' ? 'Start its program' : 'Restart the program'}
      </Button>
      {end.error !== '' && !isConsoleOpen && (
        <Button size="compact-sm" variant="default" onClick={toggleConsole}>
          Show the console
        </Button>
      )}
      {kind !== 'tidemark' && hasPort && (
        <Button size="compact-sm" variant="default" onClick={() => install('install', true)}>
          Install Tidemark on this board…
        </Button>
      )}
    </NoticeLine>
  );
}
