import { Button, Input } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import type { Channel } from '../../analysis/messages/findings.ts';
import type { YLimits } from '../../state/viewStore.ts';
import { formatParameter, unitSign } from '../format.ts';
import { parseEntry } from '../numberEntry.ts';
import { OutsideText } from '../OutsideText.tsx';
import { useViewFeed } from '../plot/plotting.ts';
import { wantedRange } from '../plot/yRange.ts';
import { useView } from '../tidemarkContext.ts';
import optionStyles from './options.module.css';
import { END_WORDS, Y_WORDS } from './optionWords.ts';
import styles from './signal.module.css';

interface YLimitsRowProps {
  readonly channel: Channel;
  readonly index: number;
}

type End = keyof YLimits;
type Draft = Readonly<Record<End, string>>;

/** The y axis of one channel: follows the signal, or stays between two typed limits. */
export function YLimitsRow({ channel, index }: YLimitsRowProps): ReactNode {
  const limits = useView((state) => state.yLocks.get(index) ?? null);
  const lockY = useView((state) => state.lockY);
  const feed = useViewFeed();
  const [draft, setDraft] = useState<Draft>(() => draftOf(limits));
  const errorId = useId();
  const fault = faultOf(draft);

  const type = (next: Draft): void => {
    setDraft(next);
    const typed = typedLimits(next);
    if (typed && faultOf(next) === null) lockY(index, typed);
  };
  const auto = (): void => {
    setDraft(draftOf(null));
    lockY(index, null);
  };
  /** What is seen now, in three digits: a start for one's own limits. */
  const lock = (): void => {
    const data = feed?.latest()?.channels[index];
    const range = data ? wantedRange(data) : null;
    if (range) type(draftOf({ min: rounded(range.min), max: rounded(range.max) }));
  };

  return (
    <div className={optionStyles.yLimits}>
      <span>
        <OutsideText>{channel.name}</OutsideText>{' '}
        <span className={styles.unit}>{unitSign(channel.unit)}</span>
      </span>
      {(['min', 'max'] as const).map((end) => (
        <Input
          key={end}
          withAria={false}
          size="xs"
          inputMode="decimal"
          autoComplete="off"
          placeholder={END_WORDS[end]}
          aria-label={
            end === 'min' ? Y_WORDS.smallest(channel.name) : Y_WORDS.largest(channel.name)
          }
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : errorId}
          error={fault !== null}
          value={draft[end]}
          onChange={(event) => type({ ...draft, [end]: event.currentTarget.value })}
        />
      ))}
      <Button
        size="compact-sm"
        variant="default"
        aria-label={limits ? Y_WORDS.autoOf(channel.name) : Y_WORDS.lockOf(channel.name)}
        onClick={limits ? auto : lock}
      >
        {limits ? Y_WORDS.auto : Y_WORDS.lock}
      </Button>
      {fault !== null && (
        <p id={errorId} className={optionStyles.yFault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

function draftOf(limits: YLimits | null): Draft {
  if (!limits) return { min: '', max: '' };
  return { min: formatParameter(limits.min), max: formatParameter(limits.max) };
}

/** Null while one of them is missing or is no number. */
function typedLimits({ min, max }: Draft): YLimits | null {
  if (min.trim() === '' || max.trim() === '') return null;
  const limits = { min: parseEntry(min), max: parseEntry(max) };
  return Number.isFinite(limits.min) && Number.isFinite(limits.max) ? limits : null;
}

/** Why the axis does not take what was typed; null when it does, or when nothing was. */
function faultOf(draft: Draft): string | null {
  if (draft.min.trim() === '' && draft.max.trim() === '') return null;
  const typed = typedLimits(draft);
  if (!typed) return Y_WORDS.noNumbers;
  return typed.min < typed.max ? null : Y_WORDS.wrongOrder;
}

const rounded = (value: number): number => Number(value.toPrecision(3));
