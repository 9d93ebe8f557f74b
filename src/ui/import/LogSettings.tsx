import type { ReactNode } from 'react';
import type { FileLook, ImportPlan } from '../../analysis/messages/fileMessages.ts';
import styles from './import.module.css';
import { PeriodInput } from './PeriodInput.tsx';

interface LogSettingsProps {
  readonly look: Extract<FileLook, { ok: true }>;
  readonly plan: Exclude<ImportPlan, { form: 'csv' }>;
  readonly onChange: (plan: ImportPlan) => void;
}

/** A log of serial lines: what it is, its first lines, and the time between rows if it has none. */
export function LogSettings({ look, plan, onChange }: LogSettingsProps): ReactNode {
  return (
    <>
      <p className={styles.note}>
        {plan.form === 'firmware-log'
          ? 'A log of a board with Tidemark’s firmware: samples and times are the board’s own.'
          : 'A log of serial lines with numbers. It does not say when they came.'}
      </p>
      {plan.form === 'sketch-log' && (
        <div className={styles.settings}>
          <PeriodInput
            periodMs={plan.periodMs}
            onChange={(periodMs) => onChange({ ...plan, periodMs })}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.preview} aria-label="First lines" tabIndex={0}>
        <pre className={styles.lines}>{look.preview.flat().join('\n')}</pre>
      </section>
    </>
  );
}
