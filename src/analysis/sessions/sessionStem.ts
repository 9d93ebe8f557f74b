import type { Hello } from '../../protocol/firmwareMessages.ts';

/** What the name of a recording's file ends with. */
export const RECORDING_ENDING = '.tidemark';

/** `2026-01-01T12-00-00-000Z` */
const MOMENT_CHARACTERS = 24;

/** What the file of a session is called, but for its ending: when it began, and whose it is. */
export function sessionStem(startedMs: number, hello: Hello | null): string {
  const moment = new Date(startedMs).toISOString().replace(/[:.]/g, '-');
  // What of a board's id can stand in a file name.
  const id = (hello ? hello.id : 'sketch').replace(/[^\w-]/g, '').slice(0, 40) || 'board';
  return `${moment}-${id}`;
}

/** Whether a file that was called so holds a session of the board of this one. */
export function isOfSameBoard(fileName: string, stem: string): boolean {
  const begins = stem.slice(MOMENT_CHARACTERS);
  const its = fileName.slice(MOMENT_CHARACTERS, -RECORDING_ENDING.length);
  return its === begins || new RegExp(`^${begins}-\\d$`).test(its);
}
