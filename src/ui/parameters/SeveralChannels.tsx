import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatCount, formatMeasured } from '../format.ts';
import { useBoard, usePreferences, useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

const FEWEST_TOGETHER = 2;
const MOST_TOGETHER = 8;

/** How many channels of the board there are, the one of all together left out. */
function useChannelCount(): number {
  return useBoard(({ channels }) => channels.filter(({ derived }) => derived === undefined).length);
}

/** How often several channels alarm of nothing, and what can be done about it. */
export function SeveralChannels(): ReactNode {
  const count = useChannelCount();
  const falseAlarms = useBoard((state) => state.health?.falseAlarms ?? null);
  const together = useTuning((state) => state.together);
  const onlyWhenTwoAgree = useTuning((state) => state.onlyWhenTwoAgree);
  const judgeTogether = useTuning((state) => state.judgeTogether);
  const wantTwoToAgree = useTuning((state) => state.wantTwoToAgree);
  const canTogether = count >= FEWEST_TOGETHER && count <= MOST_TOGETHER;
  return (
    <div className={styles.several}>
      {falseAlarms && (
        <p>
          {formatCount(falseAlarms.channels)} channels: about {aboutCount(falseAlarms.perHour)}{' '}
          false alarms an hour on noise alone; where two must agree, about{' '}
          {aboutCount(falseAlarms.perHourWhenTwoAgree)}.
        </p>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={onlyWhenTwoAgree}
          onChange={(event) => wantTwoToAgree(event.currentTarget.checked)}
        />
        Alarm only when two agree within a block
      </label>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={together}
          aria-disabled={!canTogether}
          onChange={(event) => {
            if (canTogether) judgeTogether(event.currentTarget.checked);
          }}
        />
        Judge the channels together, too
      </label>
      <p>
        {canTogether
          ? 'One more channel, “together”: it finds what no channel shows alone, and says which is odd.'
          : `Only ${FEWEST_TOGETHER} to ${MOST_TOGETHER} channels can be judged together; there are ${count}.`}
      </p>
    </div>
  );
}

/** Said once to each person, when there is more than one channel for the first time. */
export function TogetherOffer(): ReactNode {
  const count = useChannelCount();
  const offered = usePreferences((state) => state.togetherOffered);
  const prefer = usePreferences((state) => state.prefer);
  const together = useTuning((state) => state.together);
  const judgeTogether = useTuning((state) => state.judgeTogether);
  if (offered || together || count < FEWEST_TOGETHER || count > MOST_TOGETHER) return null;
  return (
    <div className={styles.offer}>
      <p>These {count} channels can be judged together, too: that finds what none shows alone.</p>
      <Button
        size="compact-xs"
        onClick={() => {
          judgeTogether(true);
          prefer({ togetherOffered: true });
        }}
      >
        Judge together
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => prefer({ togetherOffered: true })}>
        Not now
      </Button>
    </div>
  );
}

const aboutCount = (perHour: number): string =>
  perHour < 9.5 ? formatMeasured(perHour, 2) : formatCount(perHour);
