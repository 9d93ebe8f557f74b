import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { NoticeLine } from '../controls/NoticeLine.tsx';
import { useBoard, useInstall, useTidemark, useView } from '../tidemarkContext.ts';
import { PROGRAM_NOTICE_WORDS } from './noticeWords.ts';
import { programEndWords } from './programEndWords.ts';

/** The board is at the MicroPython prompt, from the beginning or since its program has ended. */
export function ProgramNotice(): ReactNode {
  const { phase, kind, programEnd, hasMain } = useBoard((state) => state.connection);
  const hasPort = useBoard(({ source }) => source !== null && 'port' in source);
  const install = useInstall((state) => state.open);
  const isConsoleShown = useView((state) => state.lowerTab === 'console');
  const chooseLowerTab = useView((state) => state.chooseLowerTab);
  const seek = useView((state) => state.seek);
  const { restartProgram } = useTidemark();
  const isOpen = phase === 'streaming' || phase === 'silent';
  const end = programEnd ?? (kind === 'repl' ? { error: '' } : null);
  if (!isOpen || end === null) return null;
  // Of a program that has ended with an error it is known that it is there.
  const hasProgram = end.error !== '' || hasMain === true;
  const mayInstall = kind !== 'tidemark' && hasPort;
  const leads = (isFirst: boolean) => (isFirst ? 'filled' : 'default');
  return (
    <NoticeLine tone="bad" {...programEndWords(end, hasMain)} detail="">
      {hasProgram && (
        <Button
          size="compact-sm"
          variant={leads(!mayInstall || kind !== 'repl')}
          onClick={restartProgram}
        >
          {end.error === '' ? PROGRAM_NOTICE_WORDS.start : PROGRAM_NOTICE_WORDS.restart}
        </Button>
      )}
      {end.error !== '' && !isConsoleShown && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            chooseLowerTab('console');
            seek('lower');
          }}
        >
          {PROGRAM_NOTICE_WORDS.console}
        </Button>
      )}
      {mayInstall && (
        <Button
          size="compact-sm"
          variant={leads(kind === 'repl' || !hasProgram)}
          onClick={() => install('install', true)}
        >
          {PROGRAM_NOTICE_WORDS.install}
        </Button>
      )}
    </NoticeLine>
  );
}
