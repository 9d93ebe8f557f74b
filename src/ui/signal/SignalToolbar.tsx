import { Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { WINDOW_CHOICES, type WindowChoice } from '../../state/viewStore.ts';
import { useBoard, useLabels, useView } from '../tidemarkContext.ts';
import styles from './signal.module.css';
import { useViewFeed } from './viewFeedContext.ts';

/** Channels to show, the window's length, and standing still. */
export function SignalToolbar(): ReactNode {
  const channels = useBoard((state) => state.channels);
  const hidden = useView((state) => state.hidden);
  const toggleChannel = useView((state) => state.toggleChannel);
  const window = useView((state) => state.window);
  const chooseWindow = useView((state) => state.chooseWindow);
  const fixed = useView((state) => state.fixed);
  const fix = useView((state) => state.fix);
  const goLive = useView((state) => state.goLive);
  const labelling = useLabels((state) => state.labelling);
  const setLabelling = useLabels((state) => state.setLabelling);
  const feed = useViewFeed();

  const pause = (): void => {
    const shown = feed?.latest();
    if (shown) fix(shown);
  };

  return (
    <div className={styles.toolbar}>
      <h2 className={styles.heading}>Signal</h2>
      <fieldset className={styles.legend}>
        <legend className={styles.hiddenLegend}>Channels shown</legend>
        {channels.length > 1 &&
          channels.map((channel, index) => (
            <button
              key={channel.name}
              type="button"
              className={styles.channel}
              aria-pressed={!hidden.has(index)}
              title={hidden.has(index) ? `Show ${channel.name}` : `Hide ${channel.name}`}
              onClick={() => toggleChannel(index)}
            >
              <LineSample index={index} />
              {channel.name}
            </button>
          ))}
      </fieldset>
      <MarkKey />
      <Button
        size="compact-sm"
        variant={labelling ? 'filled' : 'default'}
        aria-pressed={labelling}
        title="Point at the plot to say what was truly an anomaly"
        onClick={() => {
          // What is pointed at must not run away.
          if (!labelling && !fixed) pause();
          setLabelling(!labelling);
        }}
      >
        Label anomalies
      </Button>
      <SegmentedControl
        size="xs"
        aria-label="Window"
        classNames={{ label: styles.window }}
        data={[...WINDOW_CHOICES]}
        value={window}
        onChange={(choice) => chooseWindow(choice as WindowChoice)}
      />
      {fixed ? (
        <Button size="compact-sm" onClick={goLive}>
          Back to live
        </Button>
      ) : (
        <Button size="compact-sm" variant="default" onClick={pause}>
          Pause view
        </Button>
      )}
    </div>
  );
}

const DASHES = ['', '8 3', '3 3', '8 2 2 2'];

function LineSample({ index }: { readonly index: number }): ReactNode {
  return (
    <svg width="22" height="8" aria-hidden="true">
      <line
        x1="1"
        x2="21"
        y1="4"
        y2="4"
        stroke={`var(--plot-signal-${index % 4})`}
        strokeWidth="2.5"
        strokeDasharray={DASHES[index % 4]}
      />
    </svg>
  );
}

/** What the marks on the plot mean. */
function MarkKey(): ReactNode {
  return (
    <span className={styles.markKey}>
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="3.5" fill="var(--plot-browser)" />
      </svg>
      browser
      <svg width="14" height="14" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--plot-board)" strokeWidth="1.75" />
      </svg>
      board
      <svg width="12" height="14" aria-hidden="true">
        <path d="M1.5 1v12M1.5 1l9 4-9 4z" fill="var(--plot-alarm)" stroke="var(--plot-alarm)" />
      </svg>
      alarm
    </span>
  );
}
