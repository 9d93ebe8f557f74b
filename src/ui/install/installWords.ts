/** The one place that turns what an installation does, and what stops it, into words. */
import type { InstallFault } from '../../board/installer/installFault.ts';
import type {
  InstallAction,
  InstallOutcome,
  InstallStage,
} from '../../board/installer/installPlan.ts';

export interface InstallWords {
  readonly title: string;
  readonly advice: string;
}

export function stageWords(stage: InstallStage, action: InstallAction): string {
  switch (stage) {
    case 'asking':
      return 'Looking for the MicroPython prompt…';
    case 'stopping':
      return 'Stopping the program (up to 20 s)…';
    case 'looking':
      return 'Asking the board what it is…';
    case 'writing':
      return action === 'install' ? 'Writing' : 'Getting ready…';
    case 'switching':
      return action === 'install' ? 'Switching to the new program…' : 'Putting the old one back…';
    case 'clearing':
      return 'Removing what is not needed any more…';
    case 'starting':
      return action === 'install' ? 'Starting: waiting for the board’s hello…' : 'Starting…';
    default:
      return stage satisfies never;
  }
}

export function installFaultWords(fault: InstallFault): InstallWords {
  switch (fault.code) {
    case 'no-prompt':
      return {
        title: 'The board did not show its MicroPython prompt',
        advice:
          'Ctrl-C was sent for 20 s. Press the board’s reset button and try again at once. If it runs no MicroPython, put that on it first.',
      };
    case 'no-space':
      return {
        title: 'There is not enough room on the board',
        advice:
          'Remove files from it that are not needed. For an update, uninstall the older Tidemark first: the two do not fit side by side.',
      };
    case 'hash-differs':
      return {
        title: 'A file arrived damaged, twice',
        advice: 'Try another cable or another USB socket, then install again.',
      };
    case 'vanished':
      return {
        title: 'The board went away',
        advice: 'Plug it in again and connect. It starts the old program or the new one, whole.',
      };
    case 'no-answer':
      return {
        title: 'The board stopped answering',
        advice: 'Press its reset button, connect again, and try once more.',
      };
    case 'refused-write':
      return {
        title: 'The board refused to write a file',
        advice:
          'Its file system may be read-only, as it is while a computer shows it as a drive. Eject the drive or reset the board, then try again.',
      };
    case 'not-installed':
      return {
        title: 'Tidemark was not installed on this board from here',
        advice: 'Its main.py is somebody else’s and was left alone.',
      };
    case 'no-hello':
      return {
        title: 'Everything is written, but the board has not said hello',
        advice: 'Press its reset button. What it says instead is in the console.',
      };
    case 'no-firmware':
      return {
        title: 'The firmware’s files could not be loaded',
        advice: 'Load the page again; it needs the network for that if it was not used before.',
      };
    default:
      return fault.code satisfies never;
  }
}

/** How it ended, for the person. */
export function outcomeWords(
  action: InstallAction,
  outcome: Exclude<InstallOutcome, { kind: 'busy' }>,
): InstallWords {
  switch (outcome.kind) {
    case 'done':
      return action === 'install'
        ? {
            title: `Tidemark ${outcome.plan.version} runs on the board`,
            advice: outcome.plan.backup
              ? `Your main.py is kept there as ${outcome.plan.backup}.`
              : '',
          }
        : {
            title: 'Tidemark is off the board',
            advice: outcome.plan.restores
              ? `${outcome.plan.restores} is main.py again.`
              : 'There was no other main.py: the board is at its prompt.',
          };
    case 'cancelled':
      return { title: 'Cancelled', advice: 'The board is as it was.' };
    case 'failed': {
      const words = installFaultWords(outcome.fault);
      const state = outcome.unchanged ? ' The board starts what it started before.' : '';
      return { title: words.title, advice: words.advice + state };
    }
    default:
      return outcome satisfies never;
  }
}
