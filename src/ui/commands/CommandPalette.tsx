import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useOpenExample } from '../examples/useOpenExample.ts';
import { useFileExports } from '../export/useFileExports.ts';
import { useMakeReport } from '../report/useMakeReport.ts';
import { useCopyLink } from '../share/useCopyLink.ts';
import { useMakeSheet } from '../teaching/useMakeSheet.ts';
import { useSaveLesson } from '../teaching/useSaveLesson.ts';
import { useTidemark, useView } from '../tidemarkContext.ts';
import { commandList } from './commandList.ts';
import styles from './commands.module.css';
import { COMMAND_WORDS } from './commandWords.ts';

const [store, spotlight] = createSpotlight();

/** All commands, found by name; what was chosen is done when it has closed. */
export function CommandPalette(): ReactNode {
  const tidemark = useTidemark();
  const makeReport = useMakeReport();
  const copyLink = useCopyLink();
  const makeSheet = useMakeSheet();
  const saveLesson = useSaveLesson();
  const openExample = useOpenExample();
  const files = useFileExports();
  const isWanted = useView((state) => state.overlay === 'commands');
  const showOverlay = useView((state) => state.showOverlay);
  const chosen = useRef<(() => void) | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be done is asked at each opening
  const groups = useMemo(() => {
    const commands = commandList(tidemark, {
      makeReport,
      copyLink,
      makeSheet,
      saveLesson,
      openExample,
      files,
    });
    const names = [...new Set(commands.map(({ group }) => group))];
    return names.map((name) => ({
      group: name,
      actions: commands
        .filter(({ group }) => group === name)
        .map(({ label, keys, run }) => ({
          id: label,
          label,
          // Some ask for the kind of thing, not for its name.
          keywords: name,
          rightSection: keys === '' ? undefined : <kbd className={styles.key}>{keys}</kbd>,
          onClick: () => {
            chosen.current = run;
          },
        })),
    }));
  }, [tidemark, isWanted]);
  useEffect(() => {
    if (isWanted) spotlight.open();
  }, [isWanted]);
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups}
      scrollable
      maxHeight="min(60dvh, 420px)"
      nothingFound={COMMAND_WORDS.none}
      searchProps={{ placeholder: COMMAND_WORDS.ask, 'aria-label': COMMAND_WORDS.search }}
      transitionProps={{ duration: 0 }}
      onSpotlightClose={() => showOverlay(null)}
      onExitTransitionEnd={() => {
        chosen.current?.();
        chosen.current = null;
      }}
    />
  );
}
