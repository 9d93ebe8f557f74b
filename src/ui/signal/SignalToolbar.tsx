import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { PLOTTED_CHANNELS } from '../../analysis/messages/findings.ts';
import { WINDOW_CHOICES, type WindowChoice } from '../../state/viewStore.ts';
import { OutsideText } from '../OutsideText.tsx';
import { PanelTitle } from '../PanelTitle.tsx';
import { useBoard, useLabels, useView } from '../tidemarkContext.ts';
import { CurrentValue } from './CurrentValue.tsx';
import { LineSample } from './LineSample.tsx';
import { MarkKey } from './MarkKey.tsx';
import type { Navigation } from './navigation.ts';
import styles from './signal.module.css';
import { ViewOptions } from './ViewOptions.tsx';

/** Where the toolbar must do with less room: shorter words, and a list of windows. */
const SHORT = '(max-width: 1500px)';
const NARROW = '(max-width: 1200px)';

interface SignalToolbarProps {
  /** Null where nothing is plotted (tests). */
  readonly navigation: Navigation | null;
}

/** Channels to show, the window's length, and standing still. */
export function SignalToolbar({ navigation }: SignalToolbarProps): ReactNode {
  const names = useBoard(
    useShallow((state) => state.channels.slice(0, PLOTTED_CHANNELS).map(({ name }) => name)),
  );
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
      <fieldset className={styles.legend}>
        <legend className={styles.hiddenLegend}>Channels shown</legend>
        {names.length > 1 &&
          names.map((name, index) => <ChannelButton key={name} name={name} index={index} />)}
      </fieldset>
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
        {fixed ? (narrow ? 'Live' : 'Back to live') : narrow ? 'Pause' : 'Pause view'}
      </Button>
    </div>
  );
}

interface ChannelButtonProps {
  readonly name: string;
  readonly index: number;
}

const ChannelButton = memo(({ name, index }: ChannelButtonProps): ReactNode => {
  const isHidden = useView((state) => state.hidden.has(index));
  const toggleChannel = useView((state) => state.toggleChannel);
  // Else it stands over the strip.
  const isOverlaid = useView((state) => state.layout === 'overlaid');
  const unit = useBoard((state) => state.channels[index]?.unit ?? '');
  return (
    <button
      type="button"
      className={styles.channel}
      aria-pressed={!isHidden}
      title={isHidden ? `Show ${name}` : `Hide ${name}`}
      onClick={() => toggleChannel(index)}
    >
      <LineSample index={index} />
      <OutsideText>{name}</OutsideText>
      {isOverlaid && (
        <span aria-hidden="true">
          <CurrentValue channel={index} unit={unit} />
        </span>
      )}
    </button>
  );
});
