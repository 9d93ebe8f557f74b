import { Button, Group, Modal } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { InstallRun } from '../../state/installStore.ts';
import { useInstall } from '../tidemarkContext.ts';
import { BOARD_MENU_SELECTOR } from './BoardMenu.tsx';
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
      closeButtonProps={{ 'aria-label': 'Close' }}
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
  return run.action === 'install' ? 'Install Tidemark on this board' : 'Uninstall Tidemark';
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
          <p>
            A program may be running on this board. To look at the board it has to be stopped, as
            Ctrl-C does. Nothing is written yet; if you cancel afterwards, the program starts again.
          </p>
          <Buttons>
            <Button variant="default" onClick={close}>
              Leave it running
            </Button>
            <Button data-autofocus onClick={stopAndLook}>
              Stop the program and look
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
              Cancel
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
              Cancel
            </Button>
            <Button data-autofocus onClick={confirm}>
              {run.action === 'install' ? 'Install' : 'Uninstall'}
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
              <Button variant="default" data-autofocus disabled={run.cancelling} onClick={cancel}>
                {run.cancelling ? 'Removing what was written…' : 'Cancel'}
              </Button>
            ) : (
              <span className={styles.soft}>It cannot be cancelled any more: nearly done.</span>
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
          {detail !== '' && <p className={styles.soft}>It said: {detail}</p>}
          <Buttons>
            <Button data-autofocus onClick={close}>
              Close
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
