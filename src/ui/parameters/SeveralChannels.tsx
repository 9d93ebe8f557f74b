import type { ReactNode } from 'react';
import { formatCount, formatMeasured } from '../format.ts';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import styles from './parameters.module.css';

const FEWEST_TOGETHER = 2;
const MOST_TOGETHER = 8;

/** How often several channels alarm of nothing, and what can be done about it. */
export function SeveralChannels(): ReactNode {
  const count = useBoard(
    ({ channels }) => channels.filter(({ derived }) => derived === undefined).length,
  );
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

const aboutCount = (perHour: number): string =>
  perHour < 9.5 ? formatMeasured(perHour, 2) : formatCount(perHour);
