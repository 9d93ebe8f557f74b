/** Where links come from, as the connection sees it: types only. */
import type { SearchedPort } from '../../board/boardSearch.ts';
import type { Fault } from '../../board/fault.ts';
import type { Link, LinkErrors } from '../../board/link.ts';
import type { ReplayPlayer } from '../../board/replayControl.ts';
import type { Source } from '../../board/source.ts';
import type { Injection } from '../../board/virtualMachines.ts';

/** A link that was opened, with what only some links can do. */
export interface OpenedLink {
  readonly link: Link;
  /** The port's, as in `Candidate`; serial ports only. */
  readonly identity?: number;
  /** What reading has recovered from so far; serial ports only. */
  readonly errors?: () => LinkErrors;
  /** Whether the driver refused to raise DTR. */
  readonly signalsRefused?: boolean;
  /** Virtual board only. */
  readonly inject?: (injection: Injection) => void;
  /** Virtual board only. */
  readonly pullPlug?: () => void;
  /** Replays only. */
  readonly player?: ReplayPlayer;
}

export type OpenResult =
  | ({ readonly ok: true } & OpenedLink)
  | { readonly ok: false; readonly fault: Fault };

/** A port at which a board that went away may be found again. */
export interface Candidate extends SearchedPort {
  open(): Promise<OpenResult>;
}

export interface Links {
  /** `patient`: what holds it now will soon let it go; it is tried for some seconds. */
  open(source: Source, patient: boolean): Promise<OpenResult>;
  /**
   * Who looks for a board of this source that went away: this side (`here`), the page, which alone
   * can open its port (`page`), or nobody, as only the person can bring it back (`nobody`).
   */
  looksFor(source: Source): 'here' | 'page' | 'nobody';
  /** The ports where it may be, plugged in now. */
  candidates(source: Source): Promise<readonly Candidate[]>;
  /** Tells when a port comes or goes, in bursts. Returns a function that stops it. */
  onPortsChanged(listener: () => void): () => void;
}
