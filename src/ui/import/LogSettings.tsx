import type { ReactNode } from 'react';
import type { FileLook, ImportPlan } from '../../analysis/messages/fileMessages.ts';
import styles from './import.module.css';
import { IMPORT_WORDS } from './importDialogWords.ts';
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
      <p className={styles.note}>{logWords({ look, plan })}</p>
      {plan.form === 'sketch-log' && !plan.isTimed && (
        <div className={styles.settings}>
          <PeriodInput
            periodMs={plan.periodMs}
            onChange={(periodMs) => onChange({ ...plan, periodMs })}
          />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.preview} aria-label={IMPORT_WORDS.firstLines} tabIndex={0}>
        <pre className={styles.lines}>{look.preview.flat().join('\n')}</pre>
      </section>
    </>
  );
}

function logWords({ look, plan }: Pick<LogSettingsProps, 'look' | 'plan'>): string {
  if (plan.form !== 'sketch-log') {
    return IMPORT_WORDS.boardLog;
  }
  const names = plan.channels.map(({ name }) => name);
  const read = names.slice(0, look.mostChannels).join(', ');
  const unread = Math.max(0, names.length - look.mostChannels);
  return IMPORT_WORDS.sketchLog(read, unread, plan.isTimed);
}
