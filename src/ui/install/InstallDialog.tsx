import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { InstallRun } from '../../state/installStore.ts';
import { ReasonedButton } from '../controls/ReasonedButton.tsx';
import { useInstall } from '../tidemarkContext.ts';
import { BOARD_MENU_SELECTOR } from './BoardMenu.tsx';
import { INSTALL_DIALOG_WORDS } from './dialogWords.ts';
import { InstallPlanView } from './InstallPlanView.tsx';
import { InstallProgressView } from './InstallProgressView.tsx';
import styles from './install.module.css';
import { outcomeWords } from './installWords.ts';

/** Puts our firmware on the board or takes it away: what, where, how far, and how it ended. */
export function InstallDialog(): ReactNode {
  const run = useInstall((state) => state.run);
  const close = useInstall((state) => state.close);
  const isWorking = run.phase === 'working';
  const body = useFocusInside(`${run.phase} ${isWorking && run.progress.canCancel}`);
  useFocusBack();
  return (
    <Modal
      returnFocus={false}
      opened={run.phase !== 'closed'}
      onClose={close}
      title={titleOf(run)}
      size="lg"
      centered
      lockScroll={false}
      closeOnClickOutside={false}
      closeOnEscape={!isWorking}
      withCloseButton={!isWorking}
      closeButtonProps={{ 'aria-label': INSTALL_DIALOG_WORDS.close }}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content ?? '' }}
    >
      <div ref={body}>
        <Body run={run} />
      </div>
    </Modal>
  );
}

/** Each step brings buttons of its own: the focus goes to the one that leads on. */
function useFocusInside(step: string): RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the next step is the reason
  useEffect(() => {
    const dialog = body.current?.closest<HTMLElement>('[role="dialog"]');
    (dialog?.querySelector<HTMLElement>('[data-autofocus]') ?? dialog)?.focus();
  }, [step]);
  return body;
}

/**
 * Gives the focus back to what opened the dialog. That may be gone, as the notice that offered it,
 * or have come anew, as the menu of a board that was asked again who it is.
 */
function useFocusBack(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      const button =
        opener?.isConnected && opener !== document.body
          ? opener
          : (document.querySelector(BOARD_MENU_SELECTOR) ??
            document.querySelector('header button'));
      if (button instanceof HTMLElement) button.focus();
    };
  }, []);
}

function titleOf(run: InstallRun): string {
  if (run.phase === 'closed') return '';
  return run.action === 'install'
    ? INSTALL_DIALOG_WORDS.installTitle
    : INSTALL_DIALOG_WORDS.uninstallTitle;
}

function Body({ run }: { readonly run: InstallRun }): ReactNode {
  const cancel = useInstall((state) => state.cancel);
  const close = useInstall((state) => state.close);
  const confirm = useInstall((state) => state.confirm);
  const stopAndLook = useInstall((state) => state.stopAndLook);
  switch (run.phase) {
    case 'closed':
      return null;
    case 'running-program':
      return (
        <>
          <p>{INSTALL_DIALOG_WORDS.running}</p>
          <Buttons>
            <Button variant="default" onClick={close}>
              {INSTALL_DIALOG_WORDS.leave}
            </Button>
            <Button data-autofocus onClick={stopAndLook}>
              {INSTALL_DIALOG_WORDS.stop}
            </Button>
          </Buttons>
        </>
      );
    case 'looking':
      return (
        <>
          <InstallProgressView action={run.action} progress={run.progress} />
          <Buttons>
            <Button variant="default" data-autofocus onClick={cancel}>
              {INSTALL_DIALOG_WORDS.cancel}
            </Button>
          </Buttons>
        </>
      );
    case 'planned':
      return (
        <>
          <InstallPlanView plan={run.plan} />
          <Buttons>
            <Button variant="default" onClick={cancel}>
              {INSTALL_DIALOG_WORDS.cancel}
            </Button>
            <Button data-autofocus onClick={confirm}>
              {run.action === 'install'
                ? INSTALL_DIALOG_WORDS.install
                : INSTALL_DIALOG_WORDS.uninstall}
            </Button>
          </Buttons>
        </>
      );
    case 'working':
      return (
        <>
          <InstallProgressView action={run.action} progress={run.progress} />
          <Buttons>
            {run.progress.canCancel ? (
              <ReasonedButton
                variant="default"
                data-autofocus
                reason={run.cancelling ? INSTALL_DIALOG_WORDS.removing : null}
                onClick={cancel}
              >
                {run.cancelling ? INSTALL_DIALOG_WORDS.removing : INSTALL_DIALOG_WORDS.cancel}
              </ReasonedButton>
            ) : (
              <span className={styles.soft}>{INSTALL_DIALOG_WORDS.tooLate}</span>
            )}
          </Buttons>
        </>
      );
    case 'ended': {
      const { title, advice } = outcomeWords(run.action, run.outcome);
      const detail = run.outcome.kind === 'failed' ? run.outcome.fault.detail : '';
      return (
        <>
          <p role="status">
            <b>{title}.</b> {advice}
          </p>
          {detail !== '' && <p className={styles.soft}>{INSTALL_DIALOG_WORDS.said(detail)}</p>}
          <Buttons>
            <Button data-autofocus onClick={close}>
              {INSTALL_DIALOG_WORDS.close}
            </Button>
          </Buttons>
        </>
      );
    }
    default:
      return run satisfies never;
  }
}

function Buttons({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Group justify="flex-end" mt="md">
      {children}
    </Group>
  );
}
