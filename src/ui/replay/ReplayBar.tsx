import { Button, SegmentedControl, Slider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReplayPace } from '../../board/replayControl.ts';
import { formatClock, formatDuration } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useRecordings, useTidemark } from '../tidemarkContext.ts';
import { RecordedWith } from './RecordedWith.tsx';
import styles from './replay.module.css';

const PACES: readonly { readonly value: ReplayPace; readonly label: string }[] = [
  { value: 1, label: '1×' },
  { value: 10, label: '10×' },
  { value: 100, label: '100×' },
  { value: 'at-once', label: 'At once' },
];
/** Steps of the position's slider, for the keys. */
const POSITION_STEPS = 200;

/** Plays a recording back: pace, pause, step, position. Only while one is open. */
export function ReplayBar(): ReactNode {
  const { controlReplay, replayAgain, seekReplay } = useTidemark();
  const source = useBoard((state) => state.source);
  const phase = useBoard((state) => state.connection.phase);
  const open = useRecordings((state) => state.replay);
  /** Where the thumb is while it is being moved. */
  const [movingTo, setMovingTo] = useState<number | null>(null);
  if (source?.kind !== 'replay' || phase === 'idle' || phase === 'failed' || !open) return null;
  const { playing, pace, ended, positionMs, fromMs, toMs } = open.replay;
  const shownMs = movingTo ?? positionMs;
  return (
    <section className={styles.bar} aria-label="Replay">
      <span className={styles.word}>
        Recording: <OutsideText>{source.title}</OutsideText>
      </span>
      {ended ? (
        <Button size="compact-sm" className={styles.play} onClick={replayAgain}>
          Play again
        </Button>
      ) : (
        <Button
          size="compact-sm"
          className={styles.play}
          onClick={() => controlReplay({ kind: playing ? 'pause' : 'play' })}
        >
          {playing ? 'Pause' : 'Play'}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        data-disabled={ended}
        aria-disabled={ended}
        title={ended ? 'The recording has ended' : 'Pause, and play one sample more'}
        onClick={() => {
          if (!ended) controlReplay({ kind: 'step' });
        }}
      >
        Step
      </Button>
      <SegmentedControl
        size="xs"
        aria-label="Pace of the replay"
        value={String(pace)}
        onChange={(chosen) => {
          const next = PACES.find(({ value }) => String(value) === chosen);
          if (next) controlReplay({ kind: 'pace', pace: next.value });
        }}
        data={PACES.map(({ value, label }) => ({ value: String(value), label }))}
      />
      <Slider
        className={styles.position}
        size="sm"
        thumbLabel="Position in the recording"
        min={fromMs}
        max={Math.max(toMs, fromMs + 1)}
        step={Math.max(1, (toMs - fromMs) / POSITION_STEPS)}
        value={shownMs}
        label={formatClock}
        thumbProps={{ 'aria-valuetext': `${formatClock(shownMs)}` }}
        onChange={setMovingTo}
        onChangeEnd={(to) => {
          setMovingTo(null);
          seekReplay(to);
        }}
      />
      <span className={styles.time}>
        {formatDuration(shownMs - fromMs)} of {formatDuration(toMs - fromMs)}
      </span>
      <RecordedWith />
    </section>
  );
}
