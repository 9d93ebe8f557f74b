/** Why a button of the parameter panel cannot be used now: a sentence, or null when it can. */
import type { BoardKind, ConnectionState } from '../../analysis/messages/connectionState.ts';
import type { ConnectionPhase } from '../../board/connectionPhases.ts';
import type { ParameterName } from '../../detector/parameters.ts';
import { sameAsBoard, type TuningState } from '../../state/tuningStore.ts';
import { parameterWord } from '../parameterWords.ts';
import { ACTION_WORDS, PANEL_WORDS } from './panelWords.ts';

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
  const link = isReplay ? ACTION_WORDS.recording : linkReason(phase, kind, board !== null);
  const deaf = kind === 'tidemark' && programEnd !== null;
  const busy = deaf ? ACTION_WORDS.stopped : asking === null ? null : ACTION_WORDS.waiting;
  return {
    push:
      link ??
      busy ??
      (faulty ? ACTION_WORDS.correct(parameterWord(faulty)) : null) ??
      (same ? ACTION_WORDS.same : null),
    save: link ?? busy,
    revert:
      board === null
        ? ACTION_WORDS.notConfirmed
        : same && !faulty
          ? ACTION_WORDS.nothingDiffers
          : null,
    undo: undoSteps.length === 0 ? ACTION_WORDS.noEdit : null,
    restart: phase === 'streaming' || phase === 'silent' ? busy : ACTION_WORDS.noBoard,
  };
}

function linkReason(
  phase: ConnectionPhase,
  kind: BoardKind | null,
  confirmed: boolean,
): string | null {
  if (phase !== 'streaming' && phase !== 'silent') return ACTION_WORDS.noBoard;
  if (kind === 'foreign' || kind === 'repl') {
    return PANEL_WORDS.foreign;
  }
  return confirmed ? null : ACTION_WORDS.notSaidYet;
}
