import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { WINDOW_CHOICES, type WindowChoice, windowOnScreen } from '../../state/viewStore.ts';
import { ChannelsButton } from '../channels/ChannelsButton.tsx';
import { formatAbout } from '../format.ts';
import { PanelTitle } from '../PanelTitle.tsx';
import { useLabels, useView } from '../tidemarkContext.ts';
import { ChannelChips } from './ChannelChips.tsx';
import { MarkKey } from './MarkKey.tsx';
import type { Navigation } from './navigation.ts';
import styles from './signal.module.css';
import { PANEL_WORDS, TOOLBAR_WORDS } from './signalWords.ts';
import { ViewOptions } from './ViewOptions.tsx';

/** Where the toolbar must do with less room: shorter words, and a list of windows. */
const SHORT = '(max-width: 1500px)';
const NARROW = '(max-width: 1380px)';

/** Names of channels that have room beside the buttons. */
const CHIPS = 5;
const CHIPS_SHORT = 2;
const CHIPS_NARROW = 2;

interface SignalToolbarProps {
  /** Null where nothing is plotted (tests). */
  readonly navigation: Navigation | null;
}

/** Channels to show, the window's length, and standing still. */
export function SignalToolbar({ navigation }: SignalToolbarProps): ReactNode {
  // Without one that fits, each can be pressed: they lead back to live.
  const window = useView((state) => windowOnScreen(state) ?? '');
  const chooseWindow = useView((state) => state.chooseWindow);
  const fixed = useView((state) => state.fixed);
  const hasCursors = useView(({ cursors }) => cursors.a !== null || cursors.b !== null);
  const removeCursors = useView((state) => state.removeCursors);
  const labelling = useLabels((state) => state.labelling);
  const setLabelling = useLabels((state) => state.setLabelling);
  const short = useMediaQuery(SHORT, false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const windows = WINDOW_CHOICES.map((value) => ({
    value,
    label: value === 'all' ? TOOLBAR_WORDS.all : value,
  }));
  const other =
    window === '' && fixed
      ? [{ value: '', label: formatAbout(fixed.toMs - fixed.fromMs), disabled: true }]
      : [];

  return (
    <div className={styles.toolbar}>
      <PanelTitle className={styles.heading}>{PANEL_WORDS.signal}</PanelTitle>
      <ChannelChips most={narrow ? CHIPS_NARROW : short ? CHIPS_SHORT : CHIPS} />
      <span className={styles.toolbarKey}>
        <MarkKey />
      </span>
      <Button
        size="compact-sm"
        variant={labelling ? 'filled' : 'default'}
        aria-pressed={labelling}
        aria-label={TOOLBAR_WORDS.labelAnomalies}
        title={TOOLBAR_WORDS.labelHint}
        onClick={() => {
          // What is pointed at must not run away.
          if (!labelling && !fixed) navigation?.togglePause();
          setLabelling(!labelling);
        }}
      >
        {short ? TOOLBAR_WORDS.label : TOOLBAR_WORDS.labelAnomalies}
      </Button>
      <Button
        size="compact-sm"
        variant={hasCursors ? 'filled' : 'default'}
        aria-pressed={hasCursors}
        title={TOOLBAR_WORDS.cursorsHint}
        onClick={() => (hasCursors ? removeCursors() : navigation?.placeCursors())}
      >
        {TOOLBAR_WORDS.cursors}
      </Button>
      <ChannelsButton />
      <ViewOptions />
      {narrow ? (
        <NativeSelect
          size="xs"
          aria-label={TOOLBAR_WORDS.window}
          className={styles.windowSelect}
          data={[...other, ...windows]}
          value={window}
          onChange={(event) => chooseWindow(event.currentTarget.value as WindowChoice)}
        />
      ) : (
        <SegmentedControl
          size="xs"
          aria-label={TOOLBAR_WORDS.window}
          classNames={{ label: styles.window }}
          data={windows}
          value={window}
          onChange={(choice) => chooseWindow(choice as WindowChoice)}
        />
      )}
      <Button
        size="compact-sm"
        variant={fixed ? 'filled' : 'default'}
        aria-label={fixed ? TOOLBAR_WORDS.backToLive : TOOLBAR_WORDS.pauseView}
        onClick={() => navigation?.togglePause()}
      >
        {fixed
          ? short
            ? TOOLBAR_WORDS.live
            : TOOLBAR_WORDS.backToLive
          : short
            ? TOOLBAR_WORDS.pause
            : TOOLBAR_WORDS.pauseView}
      </Button>
    </div>
  );
}
