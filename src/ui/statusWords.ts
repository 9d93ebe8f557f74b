/** The state of the connection in words. */
import type { ConnectionState, LinkHint } from '../analysis/messages/connectionState.ts';
import type { FitReport } from '../analysis/messages/findings.ts';
import type { ConnectionPhase } from '../board/connectionPhases.ts';
import type { ReplayState } from '../board/replayControl.ts';
import { spoken } from '../language/spoken.ts';
import { faultWords } from './faultWords.ts';
import { counted, formatLeft, formatSecond } from './format.ts';

const WORDS = spoken({
  en: {
    notUnderstood: (lines: number) => `not understood: ${counted(lines, 'line')}`,
    noProgram: 'no program runs',
    programStopped: 'the program has stopped',
    unsupported: 'no serial ports here',
    idle: 'not connected',
    asking: 'choose a port…',
    installing: 'installing the firmware…',
    opening: 'opening…',
    handshaking: 'asking the board who it is…',
    streaming: 'streaming',
    noSample: 'silent: no sample yet',
    silentFor: (seconds: number) => `silent for ${seconds} s`,
    lost: 'lost',
    lostAt: (clock: string) => `lost at ${clock}`,
    whichBoard: 'which board is it?',
    reconnecting: 'reconnecting…',
    busy: (why: string) => `busy: ${why}`,
    failed: (why: string) => `failed: ${why}`,
    learning: (learned: number, needed: number) => `learning ${learned} of ${needed}`,
    learningLeft: (learned: number, needed: number, left: string) =>
      `learning ${learned} of ${needed}, ${left} more`,
    replayEnded: 'replay at its end',
    replayPaused: 'replay paused',
    replayAtOnce: 'replaying all of it…',
    replaying: (pace: number) => `replaying at ${pace}×`,
  },
  pt: {
    notUnderstood: (lines) =>
      `${lines === 1 ? 'não entendida' : 'não entendidas'}: ${counted(lines, 'linha')}`,
    noProgram: 'nenhum programa em execução',
    programStopped: 'o programa parou',
    unsupported: 'sem portas seriais aqui',
    idle: 'não conectado',
    asking: 'escolha uma porta…',
    installing: 'instalando o firmware…',
    opening: 'abrindo…',
    handshaking: 'perguntando à placa quem ela é…',
    streaming: 'recebendo',
    noSample: 'em silêncio: nenhuma amostra ainda',
    silentFor: (seconds) => `em silêncio há ${seconds} s`,
    lost: 'conexão perdida',
    lostAt: (clock) => `conexão perdida: ${clock}`,
    whichBoard: 'qual é a placa?',
    reconnecting: 'reconectando…',
    busy: (why) => `ocupada: ${why}`,
    failed: (why) => `falha: ${why}`,
    learning: (learned, needed) => `aprendendo: ${learned} de ${needed}`,
    learningLeft: (learned, needed, left) => `aprendendo: ${learned} de ${needed}, mais ${left}`,
    replayEnded: 'fim da reprodução',
    replayPaused: 'reprodução em pausa',
    replayAtOnce: 'reproduzindo tudo…',
    replaying: (pace) => `reproduzindo a ${pace}×`,
  },
});

/** What is wrong with what an open port brings, in a line. */
const HINTS = spoken<Readonly<Record<LinkHint, string>>>({
  en: {
    silent: 'open, but the board says nothing',
    garbage: 'open, but unreadable: another baud rate?',
    empty: 'no board speaks in this recording',
    changing: 'open, but its channels change all the time',
    'newer-firmware': 'open, but its firmware is newer than this page',
    'too-many-channels': 'open, but it has too many channels',
  },
  pt: {
    silent: 'aberta, mas a placa não diz nada',
    garbage: 'aberta, mas ilegível: outra taxa de transmissão?',
    empty: 'nenhuma placa fala nesta gravação',
    changing: 'aberta, mas os canais dela mudam o tempo todo',
    'newer-firmware': 'aberta, mas o firmware dela é mais novo que esta página',
    'too-many-channels': 'aberta, mas ela tem canais demais',
  },
});

export interface StatusFacts
  extends Pick<
    ConnectionState,
    'phase' | 'kind' | 'fault' | 'hint' | 'programEnd' | 'lostAtMs' | 'choices'
  > {
  readonly sinceLastSampleMs: number | null;
  /** Lines that come where rows should; 0 while rows are read. */
  readonly notUnderstood: number;
  readonly fits: ReadonlyMap<number, FitReport>;
  /** How long a block of samples takes; null while the rate is not known. */
  readonly blockMs: number | null;
}

export function statusWords(facts: StatusFacts): string {
  const { phase, fault, hint, programEnd, lostAtMs, sinceLastSampleMs } = facts;
  if (hint) return HINTS[hint];
  const isOpen = phase === 'streaming' || phase === 'silent';
  if (facts.notUnderstood > 0 && isOpen && !programEnd) {
    return WORDS.notUnderstood(facts.notUnderstood);
  }
  // A prompt that answers is no signal.
  if (isOpen && facts.kind === 'repl') return WORDS.noProgram;
  if (programEnd) return programEnd.error === '' ? WORDS.noProgram : WORDS.programStopped;
  switch (phase) {
    case 'unsupported':
      return WORDS.unsupported;
    case 'idle':
      return WORDS.idle;
    case 'asking':
      return WORDS.asking;
    case 'installing':
      return WORDS.installing;
    case 'opening':
      return WORDS.opening;
    case 'handshaking':
      return WORDS.handshaking;
    case 'streaming': {
      const slowest = slowestLearner(facts.fits);
      return slowest ? stillLearning(slowest, facts.blockMs) : WORDS.streaming;
    }
    case 'silent':
      return sinceLastSampleMs === null
        ? WORDS.noSample
        : WORDS.silentFor(Math.round(sinceLastSampleMs / 1000));
    case 'lost':
      return lostAtMs === null ? WORDS.lost : WORDS.lostAt(formatSecond(lostAtMs));
    case 'reconnecting':
      return [
        facts.choices.length > 0 ? WORDS.whichBoard : WORDS.reconnecting,
        ...(lostAtMs === null ? [] : [WORDS.lostAt(formatSecond(lostAtMs))]),
      ].join(' · ');
    case 'busy':
    case 'failed': {
      const words = fault && faultWords(fault.code);
      return words ? WORDS[phase](lowerFirst(words.title)) : WORDS.idle;
    }
    default:
      return phase satisfies never;
  }
}

/** `learning 3 of 5, 12 s more`. */
function stillLearning({ maxima, needed }: FitReport, blockMs: number | null): string {
  const learned = maxima.length;
  return blockMs === null
    ? WORDS.learning(learned, needed)
    : WORDS.learningLeft(learned, needed, formatLeft((needed - learned) * blockMs));
}

/** Colour of the status dot; the words say the same. */
export function statusTone(phase: ConnectionPhase): 'good' | 'waiting' | 'bad' | 'off' {
  switch (phase) {
    case 'streaming':
      return 'good';
    case 'asking':
    case 'opening':
    case 'handshaking':
    case 'silent':
    case 'installing':
    case 'reconnecting':
      return 'waiting';
    case 'lost':
    case 'busy':
    case 'failed':
      return 'bad';
    case 'unsupported':
    case 'idle':
      return 'off';
    default:
      return phase satisfies never;
  }
}

function slowestLearner(fits: ReadonlyMap<number, FitReport>): FitReport | null {
  let slowest: FitReport | null = null;
  for (const fit of fits.values()) {
    if (fit.weibull) continue;
    if (!slowest || fit.maxima.length < slowest.maxima.length) slowest = fit;
  }
  return slowest;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The state of a replay in words, where a board's state would stand. */
export function replayWords({ playing, pace, ended }: ReplayState): string {
  if (ended) return WORDS.replayEnded;
  if (!playing) return WORDS.replayPaused;
  return pace === 'at-once' ? WORDS.replayAtOnce : WORDS.replaying(pace);
}
