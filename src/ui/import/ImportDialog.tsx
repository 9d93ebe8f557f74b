import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { FileLook, ImportPlan } from '../../analysis/messages/fileMessages.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useFocusGivenBack } from '../focusGivenBack.ts';
import { isolated } from '../OutsideText.tsx';
import { useOpenedOnceThere } from '../onDemand.tsx';
import { useImports } from '../tidemarkContext.ts';
import styles from './import.module.css';
import { IMPORT_WORDS } from './importDialogWords.ts';
import { refusalWords } from './importWords.ts';
import { LogSettings } from './LogSettings.tsx';
import { OpenFileButton } from './OpenFileButton.tsx';
import { TableSettings } from './TableSettings.tsx';

/** A file was chosen: what it seems to be, what to make of it, and whether to open it. */
export function ImportDialog(): ReactNode {
  const chosen = useImports((state) => state.chosen);
  const look = useImports((state) => state.look);
  const giveUp = useImports((state) => state.giveUp);
  const opened = useOpenedOnceThere(chosen !== null);
  const focus = useFocusGivenBack(opened);
  const openButton = useRef<HTMLButtonElement>(null);
  const ready = opened && look?.ok === true;
  // The guesses are mostly right: then one key is enough. Here, not in the form, because the dialog
  // must have noted first where the focus was.
  useEffect(() => {
    if (ready) openButton.current?.focus();
  }, [ready]);
  return (
    <Modal
      opened={opened}
      {...focus}
      onClose={giveUp}
      title={chosen ? IMPORT_WORDS.title(isolated(chosen.name)) : ''}
      size={760}
      closeButtonProps={{ 'aria-label': IMPORT_WORDS.close }}
      classNames={{ title: styles.title ?? '' }}
    >
      {look === null ? null : look.ok ? (
        <Settings look={look} openButton={openButton} />
      ) : (
        <>
          <p className={styles.refusal} role="alert">
            {refusalWords(look.refusal)}
          </p>
          <Group justify="flex-end">
            <Button variant="default" onClick={giveUp}>
              {IMPORT_WORDS.cancel}
            </Button>
            <OpenFileButton>{IMPORT_WORDS.another}</OpenFileButton>
          </Group>
        </>
      )}
    </Modal>
  );
}

interface SettingsProps {
  readonly look: Extract<FileLook, { ok: true }>;
  readonly openButton: RefObject<HTMLButtonElement | null>;
}

function Settings({ look, openButton }: SettingsProps): ReactNode {
  const giveUp = useImports((state) => state.giveUp);
  const open = useImports((state) => state.open);
  const [plan, setPlan] = useState<ImportPlan>(look.plan);
  // Another look, at another dialect, begins with its own guess.
  useEffect(() => setPlan(look.plan), [look]);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        open(plan);
      }}
    >
      {plan.form === 'csv' ? (
        <TableSettings look={look} plan={plan} onChange={setPlan} />
      ) : (
        <LogSettings look={look} plan={plan} onChange={setPlan} />
      )}
      {look.legacyEncoding && <p className={styles.note}>{IMPORT_WORDS.legacy}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={giveUp}>
          {IMPORT_WORDS.cancel}
        </Button>
        <ReasonedButton
          ref={openButton}
          type="submit"
          data-autofocus
          reason={reasonAgainst(plan, look.mostChannels)}
        >
          {IMPORT_WORDS.open}
        </ReasonedButton>
      </Group>
    </form>
  );
}

/** Why a plan cannot be opened; null when it can. */
function reasonAgainst(plan: ImportPlan, mostChannels: number): string | null {
  if (plan.form === 'csv' && plan.columns.length === 0) return IMPORT_WORDS.tickOne;
  if (plan.form === 'csv' && plan.columns.length > mostChannels) {
    return IMPORT_WORDS.tickAtMost(mostChannels);
  }
  if (plan.form === 'csv' && plan.dayFirst === null) {
    return IMPORT_WORDS.sayOrder;
  }
  const periodMs =
    plan.form === 'sketch-log'
      ? plan.periodMs
      : plan.form === 'csv' && plan.time.kind === 'period'
        ? plan.time.periodMs
        : 1;
  return periodMs > 0 ? null : IMPORT_WORDS.sayPeriod;
}
