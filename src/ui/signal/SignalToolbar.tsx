import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { WINDOW_CHOICES, type WindowChoice } from '../../state/viewStore.ts';
import { ChannelsButton } from '../channels/ChannelsButton.tsx';
import { PanelTitle } from '../PanelTitle.tsx';
import { useLabels, useView } from '../tidemarkContext.ts';
import { ChannelChips } from './ChannelChips.tsx';
import { MarkKey } from './MarkKey.tsx';
import type { Navigation } from './navigation.ts';
import styles from './signal.module.css';
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
  const window = useView((state) => state.window);
  const chooseWindow = useView((state) => state.chooseWindow);
  const fixed = useView((state) => state.fixed);
  const hasCursors = useView(({ cursors }) => cursors.a !== null || cursors.b !== null);
  const removeCursors = useView((state) => state.removeCursors);
  const labelling = useLabels((state) => state.labelling);
  const setLabelling = useLabels((state) => state.setLabelling);
  const short = useMediaQuery(SHORT, false, { getInitialValueInEffect: false });
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });

  return (
    <div className={styles.toolbar}>
      <PanelTitle className={styles.heading}>Signal</PanelTitle>
      <ChannelChips most={narrow ? CHIPS_NARROW : short ? CHIPS_SHORT : CHIPS} />
      <span className={styles.toolbarKey}>
        <MarkKey />
      </span>
      <Button
        size="compact-sm"
        variant={labelling ? 'filled' : 'default'}
        aria-pressed={labelling}
        aria-label="Label anomalies"
        title="Point at the plot to say what was truly an anomaly"
        onClick={() => {
          // What is pointed at must not run away.
          if (!labelling && !fixed) navigation?.togglePause();
          setLabelling(!labelling);
        }}
      >
        {short ? 'Label' : 'Label anomalies'}
      </Button>
      <Button
        size="compact-sm"
        variant={hasCursors ? 'filled' : 'default'}
        aria-pressed={hasCursors}
        title="Two cursors: time, values and statistics between them"
        onClick={() => (hasCursors ? removeCursors() : navigation?.placeCursors())}
      >
        Cursors
      </Button>
      <ChannelsButton />
      <ViewOptions />
      {narrow ? (
        <NativeSelect
          size="xs"
          aria-label="Window"
          className={styles.windowSelect}
          data={[...WINDOW_CHOICES]}
          value={window}
          onChange={(event) => chooseWindow(event.currentTarget.value as WindowChoice)}
        />
      ) : (
        <SegmentedControl
          size="xs"
          aria-label="Window"
          classNames={{ label: styles.window }}
          data={[...WINDOW_CHOICES]}
          value={window}
          onChange={(choice) => chooseWindow(choice as WindowChoice)}
        />
      )}
      <Button
        size="compact-sm"
        variant={fixed ? 'filled' : 'default'}
        aria-label={fixed ? 'Back to live' : 'Pause view'}
        onClick={() => navigation?.togglePause()}
      >
        {fixed ? (short ? 'Live' : 'Back to live') : short ? 'Pause' : 'Pause view'}
      </Button>
    </div>
  );
}
