/** Recordings in words: what is stored, and what went wrong. */
import type {
  RecordingFaultCode,
  StoredSession,
} from '../../analysis/messages/recordingMessages.ts';
import {
  counted,
  formatCount,
  formatDay,
  formatDuration,
  formatMoment,
  formatSize,
} from '../format.ts';
import { isolated } from '../OutsideText.tsx';

export interface RecordingFaultWords {
  /** What happened to the session that was being recorded. */
  readonly title: string;
  readonly advice: string;
}

/** Why a session is not recorded any more, or a stored one not to be had. */
export function recordingFaultWords(code: RecordingFaultCode): RecordingFaultWords {
  switch (code) {
    case 'no-storage':
      return {
        title: 'This browser keeps no files for this page',
        advice: 'A private window often does not: use an ordinary one, over https or on localhost.',
      };
    case 'storage-full':
      return {
        title: 'The browser’s storage is full',
        advice: 'Delete recorded sessions that you do not need, then record again.',
      };
    case 'in-use':
      return {
        title: 'Another tab is recording this session',
        advice: 'Close it, or end its session, then try again.',
      };
    case 'not-found':
      return { title: 'This recording is not there any more', advice: 'Another tab deleted it.' };
    case 'cleared':
      return {
        title: 'The recording was taken away',
        advice:
          'Most likely the data of this site was deleted in the browser, and with it what was recorded. Record again to begin a new one.',
      };
    case 'storage-failed':
      return {
        title: 'The browser’s storage failed',
        advice: 'Try again; if that fails too, load the page again.',
      };
    default:
      return code satisfies never;
  }
}

/** What the person called it; without a name, when it began and of what it is. */
export function sessionTitle({ name, startedMs, board }: StoredSession, nowMs: number): string {
  if (name !== '') return isolated(name);
  const began = `${formatDay(startedMs, nowMs)} ${formatMoment(startedMs, startedMs)}`;
  return board === '' ? began : `${began} · ${isolated(board)}`;
}

/** Of a session with a name when it began and its board; length, size, counts. */
export function sessionFacts(session: StoredSession, nowMs: number): string {
  const { name, board, startedMs, endedMs, bytes, samples, lost, anomalies } = session;
  return [
    name === '' ? '' : `${formatDay(startedMs, nowMs)} ${formatMoment(startedMs, startedMs)}`,
    name === '' ? '' : isolated(board),
    formatDuration(endedMs - startedMs),
    formatSize(bytes),
    counted(samples, 'sample'),
    lost > 0 ? `${counted(lost, 'sample')} lost` : '',
    anomalies === 1 ? '1 anomaly' : `${formatCount(anomalies)} anomalies`,
  ]
    .filter((fact) => fact !== '')
    .join(' · ');
}
