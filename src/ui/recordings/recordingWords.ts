/** Recordings in words: what is stored, and what went wrong. */
import type {
  RecordingFaultCode,
  StoredSession,
} from '../../analysis/messages/recordingMessages.ts';
import { spoken } from '../../language/spoken.ts';
import { counted, formatDay, formatDuration, formatSecond, formatSize } from '../format.ts';
import { isolated } from '../OutsideText.tsx';
import { boardShown } from '../virtualMachineWords.ts';

export interface RecordingFaultWords {
  /** What happened to the session that was being recorded. */
  readonly title: string;
  readonly advice: string;
}

/** Why a session is not recorded any more, or a stored one not to be had. */
export function recordingFaultWords(code: RecordingFaultCode): RecordingFaultWords {
  return FAULT_WORDS[code];
}

const FAULT_WORDS = spoken<Readonly<Record<RecordingFaultCode, RecordingFaultWords>>>({
  en: {
    'no-storage': {
      title: 'This browser keeps no files for this page',
      advice: 'A private window often does not: use an ordinary one, over https or on localhost.',
    },
    'storage-full': {
      title: 'The browser’s storage is full',
      advice: 'Delete recorded sessions that you do not need, then record again.',
    },
    'in-use': {
      title: 'Another tab is recording this session',
      advice: 'Close it, or end its session, then try again.',
    },
    'not-found': {
      title: 'This recording is not there any more',
      advice: 'Another tab deleted it.',
    },
    cleared: {
      title: 'The recording was taken away',
      advice:
        'Most likely the data of this site was deleted in the browser, and with it what was recorded. Record again to begin a new one.',
    },
    'storage-failed': {
      title: 'The browser’s storage failed',
      advice: 'Try again; if that fails too, load the page again.',
    },
  },
  pt: {
    'no-storage': {
      title: 'Este navegador não guarda arquivos para esta página',
      advice:
        'Uma janela anônima muitas vezes não guarda: use uma janela comum, por https ou em localhost.',
    },
    'storage-full': {
      title: 'O armazenamento do navegador está cheio',
      advice: 'Exclua sessões gravadas de que você não precisa e grave de novo.',
    },
    'in-use': {
      title: 'Outra aba do navegador está gravando esta sessão',
      advice: 'Feche-a, ou encerre a sessão dela, e tente de novo.',
    },
    'not-found': {
      title: 'Esta gravação não existe mais',
      advice: 'Outra aba do navegador a excluiu.',
    },
    cleared: {
      title: 'A gravação sumiu',
      advice:
        'É provável que os dados deste site tenham sido apagados no navegador e, com eles, o que estava gravado. Grave de novo para começar outra.',
    },
    'storage-failed': {
      title: 'O armazenamento do navegador falhou',
      advice: 'Tente de novo; se falhar outra vez, recarregue a página.',
    },
  },
});

/** What the person called it; without a name, when it began and of what it is. */
export function sessionTitle({ name, startedMs, board }: StoredSession, nowMs: number): string {
  if (name !== '') return isolated(name);
  const began = beganWords(startedMs, nowMs);
  return board === '' ? began : `${began} · ${isolated(boardShown(board))}`;
}

/** To the second: two sessions of one minute must not be called the same. */
function beganWords(startedMs: number, nowMs: number): string {
  return `${formatDay(startedMs, nowMs)} ${formatSecond(startedMs, startedMs)}`;
}

/** Of a session with a name when it began and its board; length, size, counts. */
export function sessionFacts(session: StoredSession, nowMs: number): string {
  const { name, board, startedMs, endedMs, bytes, samples, lost, anomalies } = session;
  return [
    name === '' ? '' : beganWords(startedMs, nowMs),
    name === '' ? '' : isolated(boardShown(board)),
    formatDuration(endedMs - startedMs),
    formatSize(bytes),
    SESSION_WORDS.samples(samples),
    lost > 0 ? SESSION_WORDS.lost(lost) : '',
    SESSION_WORDS.anomalies(anomalies),
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}

const SESSION_WORDS = spoken({
  en: {
    samples: (count: number) => counted(count, 'sample'),
    lost: (count: number) => `${counted(count, 'sample')} lost`,
    anomalies: (count: number) => counted(count, 'anomaly', 'anomalies'),
  },
  pt: {
    samples: (count) => counted(count, 'amostra'),
    lost: (count) => counted(count, 'amostra perdida', 'amostras perdidas'),
    anomalies: (count) => counted(count, 'anomalia'),
  },
});
