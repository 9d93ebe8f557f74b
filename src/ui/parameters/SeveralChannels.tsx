import type { ReactNode } from 'react';
import { formatCount, formatMeasured } from '../format.ts';
import { useBoard, useTuning } from '../tidemarkContext.ts';
import { SEVERAL_WORDS } from './panelWords.ts';
import styles from './parameters.module.css';
import { FEWEST_TOGETHER, isForTogether, MOST_TOGETHER } from './together.ts';

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
  const canTogether = isForTogether(count);
  return (
    <div className={styles.several}>
      {falseAlarms && (
        <p>
          {SEVERAL_WORDS.falseAlarms(
            formatCount(falseAlarms.channels),
            aboutCount(falseAlarms.perHour),
            aboutCount(falseAlarms.perHourWhenTwoAgree),
          )}
        </p>
      )}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={onlyWhenTwoAgree}
          onChange={(event) => wantTwoToAgree(event.currentTarget.checked)}
        />
        {SEVERAL_WORDS.twoAgree}
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
        {SEVERAL_WORDS.judgeTogether}
      </label>
      <p>
        {canTogether
          ? SEVERAL_WORDS.together
          : SEVERAL_WORDS.notTogether(FEWEST_TOGETHER, MOST_TOGETHER, count)}
      </p>
    </div>
  );
}

const aboutCount = (perHour: number): string =>
  perHour < 9.5 ? formatMeasured(perHour, 2) : formatCount(perHour);
