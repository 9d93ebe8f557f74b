/**
 * Everything that can go wrong between the page and a board, as a closed set of codes. The page
 * turns each into a sentence in one place (ui/faultWords.ts).
 */
export type FaultCode =
  /** The page is not served from https or localhost, so the browser hides its serial ports. */
  | 'insecure'
  /** This browser has no Web Serial. */
  | 'unsupported'
  /** A policy of the browser or of the page's host forbids serial ports. */
  | 'forbidden'
  /** The person closed the picker. Nothing is shown. */
  | 'cancelled'
  /** The port could not be opened: most often another program holds it. */
  | 'busy'
  /** The port could not be opened: another tab of this page has it. */
  | 'busy-here'
  /** The port that was picked is not there any more. */
  | 'gone'
  /** The link ended in use: unplugged, reset, crashed. */
  | 'lost'
  /** The virtual board could not be started. */
  | 'virtual-failed'
  /** The board did not answer a command, asked three times. */
  | 'no-answer'
  /** The board refused a command. */
  | 'refused'
  /** The board answered ok to new parameters, and does not say that it uses them. */
  | 'not-applied'
  /** The board answered ok to being asked to save, and does not say that it has. */
  | 'not-saved'
  /** The file is no recording, or cannot be read. */
  | 'unreadable'
  /** What the person labelled could not be written down. */
  | 'not-kept'
  /** Bytes could not be handed to the board. */
  | 'write-failed'
  /** The analysis worker died and was started again. */
  | 'worker-died'
  /** The analysis worker cannot be started. */
  | 'no-worker';

export interface Fault {
  readonly code: FaultCode;
  /** What the machine said, for the console and the bug report; may be empty. */
  readonly detail: string;
}
