/** The one place that turns a fault into words: what happened, and what to do. */
import type { FaultCode } from '../board/fault.ts';

export interface FaultWords {
  readonly title: string;
  readonly advice: string;
}

/** Title and advice for a fault; null when nothing is to be said. */
export function faultWords(code: FaultCode): FaultWords | null {
  switch (code) {
    case 'insecure':
      return {
        title: 'Serial ports are hidden from this page',
        advice: 'Open Tidemark over https or on localhost: browsers show boards to no other page.',
      };
    case 'unsupported':
      return {
        title: 'This browser has no Web Serial',
        advice:
          'Use a desktop browser that has it (Chrome, Edge or Opera), or try the virtual board.',
      };
    case 'forbidden':
      return {
        title: 'Serial ports are forbidden here',
        advice: 'Allow serial ports in the browser’s site settings, or ask whoever manages them.',
      };
    case 'cancelled':
      return null;
    case 'busy':
      return {
        title: 'The port could not be opened',
        advice:
          'Most often another program has it: close Arduino IDE, Thonny or the serial monitor, then try again.',
      };
    case 'busy-here':
      return {
        title: 'Another tab of Tidemark has the board',
        advice: 'Disconnect it there or close that tab, then try again.',
      };
    case 'gone':
      return {
        title: 'The board is not there any more',
        advice: 'Plug it in and connect again.',
      };
    case 'lost':
      return {
        title: 'The board went away',
        advice: 'Check the cable, then reconnect. What was seen stays on the screen.',
      };
    case 'virtual-failed':
      return {
        title: 'The virtual board could not be started',
        advice: 'Try again; if that fails too, load the page again.',
      };
    case 'no-answer':
      return {
        title: 'The board did not answer',
        advice: 'It was asked three times. Press its reset button, then try again.',
      };
    case 'refused':
      return {
        title: 'The board refused',
        advice: 'Nothing was changed on the board. Correct what it names, then try again.',
      };
    case 'not-applied':
      return {
        title: 'The board did not confirm',
        advice:
          'It answered ok, but does not say that it uses what was sent. Send it again, or install its program anew.',
      };
    case 'not-saved':
      return {
        title: 'The board did not confirm that it has saved',
        advice:
          'It answered ok, but says that it keeps nothing. Save again, or install its program anew.',
      };
    case 'unreadable':
      return {
        title: 'The recording could not be opened',
        advice:
          'Choose a file that Tidemark has recorded: its first line begins with H,tidemark=1.',
      };
    case 'not-kept':
      return {
        title: 'The label is not kept',
        advice:
          'It is lost when this tab is closed: allow this site to keep files, or export the anomalies first.',
      };
    case 'write-failed':
      return {
        title: 'Nothing could be sent to the board',
        advice: 'Check the cable, then reconnect.',
      };
    case 'worker-died':
      return {
        title: 'The analysis stopped and was started again',
        advice: 'Reconnect the board. What it had learned in this browser is gone.',
      };
    case 'no-worker':
      return {
        title: 'The analysis could not be started',
        advice: 'Load the page again; if that fails too, close other tabs or use another browser.',
      };
    default:
      return code satisfies never;
  }
}
