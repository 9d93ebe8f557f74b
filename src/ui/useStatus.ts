import { spoken } from '../language/spoken.ts';
import { periodMsOf } from './causeWords.ts';
import { replayWords, statusTone, statusWords } from './statusWords.ts';
import { useBoard, useRecordings, useTuning } from './tidemarkContext.ts';
import { unreadWords } from './unreadWords.ts';
import { boardShown } from './virtualMachineWords.ts';

interface Status {
  /** What the connection does, in words. */
  readonly words: string;
  readonly tone: ReturnType<typeof statusTone>;
  /** Of the board; empty where there is none to be told. */
  readonly name: string;
  /** Which of those that are called so. */
  readonly title: string;
}

/** What there is to say of the connection, and who is at its other end. */
export function useStatus(): Status {
  const connection = useBoard((state) => state.connection);
  const source = useBoard((state) => state.source);
  const health = useBoard((state) => state.health);
  const fits = useBoard((state) => state.fits);
  const sketch = useBoard((state) => state.sketch);
  const notUnderstood = unreadWords(sketch)?.count ?? 0;
  const block = useTuning((state) => state.browser.block);
  const periodMs = periodMsOf(health);
  const blockMs = periodMs === null ? null : block * periodMs;
  const { phase, identity, kind } = connection;
  const replay = useRecordings((state) => state.replay?.replay ?? null);
  const sinceLastSampleMs = health?.sinceLastSampleMs ?? null;
  const words =
    source?.kind === 'replay' && phase === 'streaming' && replay
      ? replayWords(replay)
      : statusWords({ ...connection, sinceLastSampleMs, fits, notUnderstood, blockMs });
  const name =
    (identity && boardShown(identity.board)) ??
    (source?.kind === 'virtual' ? WHO_WORDS.virtual : boardWord(connection.hint ? null : kind));
  return {
    words,
    tone: connection.hint || notUnderstood > 0 ? 'waiting' : statusTone(phase),
    name: source ? name : '',
    title: identity ? `id ${identity.id}` : name,
  };
}

function boardWord(kind: 'tidemark' | 'foreign' | 'repl' | null): string {
  switch (kind) {
    case 'tidemark':
    case null:
      return '';
    case 'foreign':
      return WHO_WORDS.sketch;
    case 'repl':
      return WHO_WORDS.prompt;
    default:
      return kind satisfies never;
  }
}

const WHO_WORDS = spoken({
  en: { virtual: 'virtual board', sketch: 'other sketch', prompt: 'MicroPython prompt' },
  pt: { virtual: 'placa virtual', sketch: 'outro sketch', prompt: 'prompt do MicroPython' },
});
