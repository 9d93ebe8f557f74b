/** What can go wrong while the firmware is put on a board, as a closed set of codes. */
export type InstallFaultCode =
  /** No MicroPython prompt, not even after 20 s of Ctrl-C. */
  | 'no-prompt'
  /** The files do not fit beside what the board holds. */
  | 'no-space'
  /** A file on the board is not what was sent, twice. */
  | 'hash-differs'
  /** The link ended. */
  | 'vanished'
  /** The board stopped answering, or said something that makes no sense. */
  | 'no-answer'
  /** The board's file system refused to write. */
  | 'refused-write'
  /** There is nothing of ours to take away. */
  | 'not-installed'
  /** Everything is written, but the board has not said hello. */
  | 'no-hello'
  /** The page has not got the firmware's files. */
  | 'no-firmware';

export interface InstallFault {
  readonly code: InstallFaultCode;
  /** What the board said, for the console and the bug report; may be empty. */
  readonly detail: string;
}

/** Ends an installation from within; caught in one place, at its boundary. */
export class InstallStop extends Error {
  /** Null: the person's own cancel. */
  readonly fault: InstallFault | null;

  constructor(fault: InstallFault | null) {
    super(fault ? `${fault.code}: ${fault.detail}` : 'cancelled');
    this.fault = fault;
  }
}

/** A stop with a fault, to be thrown. */
export function stopped(code: InstallFaultCode, detail = ''): InstallStop {
  return new InstallStop({ code, detail });
}
