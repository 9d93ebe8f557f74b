/** Why a button of the parameter panel cannot be used now: a sentence, or null when it can. */
import type { BoardKind, ConnectionState } from '../../analysis/messages/connectionState.ts';
import type { ConnectionPhase } from '../../board/connectionPhases.ts';
import type { ParameterName } from '../../detector/parameters.ts';
import { sameAsBoard, type TuningState } from '../../state/tuningStore.ts';
import { parameterWord } from './parameterWords.ts';

export interface PanelFacts extends Pick<ConnectionState, 'phase' | 'kind' | 'programEnd'> {
  /** What is seen is a recording. */
  readonly isReplay: boolean;
  readonly tuning: Pick<
    TuningState,
    'editing' | 'own' | 'board' | 'boardOwn' | 'faults' | 'asking' | 'undoSteps'
  >;
}

export interface PanelReasons {
  readonly push: string | null;
  readonly save: string | null;
  readonly revert: string | null;
  readonly undo: string | null;
  readonly restart: string | null;
}

export function panelReasons(facts: PanelFacts): PanelReasons {
  const { phase, kind, programEnd, isReplay, tuning } = facts;
  const { board, faults, asking, undoSteps } = tuning;
  const faulty = Object.keys(faults)[0] as ParameterName | undefined;
  const same = sameAsBoard(tuning);
  const link = isReplay
    ? 'This is a recording: there is no board to send to.'
    : linkReason(phase, kind, board !== null);
  const deaf = kind === 'tidemark' && programEnd !== null;
  const busy = deaf
    ? 'The program on the board has stopped.'
    : asking === null
      ? null
      : 'Waiting for the board’s answer.';
  return {
    push:
      link ??
      busy ??
      (faulty ? `Correct ${parameterWord(faulty)} first.` : null) ??
      (same ? 'The board already has these parameters.' : null),
    save: link ?? busy,
    revert:
      board === null
        ? 'No board has confirmed its parameters.'
        : same && !faulty
          ? 'Nothing differs from what the board confirmed.'
          : null,
    undo: undoSteps.length === 0 ? 'There is no edit to undo.' : null,
    restart: phase === 'streaming' || phase === 'silent' ? busy : 'No board is connected.',
  };
}

function linkReason(
  phase: ConnectionPhase,
  kind: BoardKind | null,
  confirmed: boolean,
): string | null {
  if (phase !== 'streaming' && phase !== 'silent') return 'No board is connected.';
  if (kind === 'foreign' || kind === 'repl') {
    return 'This board does not run Tidemark’s firmware: parameters stay in this browser.';
  }
  return confirmed ? null : 'The board has not said yet which parameters it uses.';
}
