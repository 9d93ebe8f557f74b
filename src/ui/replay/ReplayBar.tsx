import { Button, SegmentedControl, Slider } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ReplayPace } from '../../board/replayControl.ts';
import { formatClock, formatDuration } from '../format.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useBoard, useRecordings, useTidemark } from '../tidemarkContext.ts';
import { RecordedWith } from './RecordedWith.tsx';
import styles from './replay.module.css';
import { REPLAY_WORDS } from './replayWords.ts';

const PACES: readonly ReplayPace[] = [1, 10, 100, 'at-once'];
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
    <section className={styles.bar} aria-label={REPLAY_WORDS.region}>
      <span className={styles.word}>
        {REPLAY_WORDS.recording} <OutsideText>{source.title}</OutsideText>
      </span>
      {ended ? (
        <Button size="compact-sm" className={styles.play} onClick={replayAgain}>
          {REPLAY_WORDS.again}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          className={styles.play}
          onClick={() => controlReplay({ kind: playing ? 'pause' : 'play' })}
        >
          {playing ? REPLAY_WORDS.pause : REPLAY_WORDS.play}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        data-disabled={ended}
        aria-disabled={ended}
        title={ended ? REPLAY_WORDS.ended : REPLAY_WORDS.stepHint}
        onClick={() => {
          if (!ended) controlReplay({ kind: 'step' });
        }}
      >
        {REPLAY_WORDS.step}
      </Button>
      <SegmentedControl
        size="xs"
        aria-label={REPLAY_WORDS.pace}
        value={String(pace)}
        onChange={(chosen) => {
          const next = PACES.find((value) => String(value) === chosen);
          if (next) controlReplay({ kind: 'pace', pace: next });
        }}
        data={PACES.map((value) => ({
          value: String(value),
          label: value === 'at-once' ? REPLAY_WORDS.atOnce : `${value}×`,
        }))}
      />
      <Slider
        className={styles.position}
        classNames={{ trackContainer: styles.seek }}
        size="sm"
        thumbLabel={REPLAY_WORDS.position}
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
        {REPLAY_WORDS.time(formatDuration(shownMs - fromMs), formatDuration(toMs - fromMs))}
      </span>
      <RecordedWith />
    </section>
  );
}
