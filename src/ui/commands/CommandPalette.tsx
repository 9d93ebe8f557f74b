import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
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
import type { EarlyKeys } from './useEarlyKeys.ts';

const [store, spotlight] = createSpotlight();

interface CommandPaletteProps {
  /** What was typed before its field was there. */
  readonly takeEarlyKeys: () => EarlyKeys;
}

/** All commands, found by name; what was chosen is done when it has closed. */
export function CommandPalette({ takeEarlyKeys }: CommandPaletteProps): ReactNode {
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
  function goOnTyping({ currentTarget: field }: FocusEvent<HTMLInputElement>): void {
    const { text, isEntered } = takeEarlyKeys();
    if (text === '') return;
    typeInto(field, text);
    // The palette chooses the first that it finds a moment after it has found it.
    if (isEntered) setTimeout(() => pressEnter(field));
  }
  return (
    <Spotlight
      store={store}
      shortcut={null}
      actions={groups}
      scrollable
      maxHeight="min(60dvh, 420px)"
      // The library's own is too pale to read, and its sheet comes after ours. Around the field, where
      // the palette ends, a ring would be cut off.
      styles={{ empty: { color: 'var(--ink)' }, search: { outlineOffset: -2 } }}
      attributes={{ content: { 'aria-label': COMMAND_WORDS.title } }}
      nothingFound={COMMAND_WORDS.none}
      searchProps={{
        placeholder: COMMAND_WORDS.ask,
        'aria-label': COMMAND_WORDS.search,
        onFocus: goOnTyping,
      }}
      transitionProps={{ duration: 0 }}
      onSpotlightClose={() => {
        // What was chosen may have opened another by now.
        if (tidemark.view.getState().overlay === 'commands') showOverlay(null);
      }}
      onExitTransitionEnd={() => {
        chosen.current?.();
        chosen.current = null;
      }}
    />
  );
}

/** As a person's typing: the palette hears of it in no other way. */
function typeInto(field: HTMLInputElement, text: string): void {
  field.setRangeText(text, 0, field.value.length, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function pressEnter(field: HTMLInputElement): void {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }));
}
