import type { Hello } from '../../protocol/firmwareLine.ts';

/** What the name of a recording's file ends with. */
export const RECORDING_ENDING = '.tidemark';

/** What the file of a session is called, but for its ending: when it began, and whose it is. */
export function sessionStem(startedMs: number, hello: Hello | null): string {
  const moment = new Date(startedMs).toISOString().replace(/[:.]/g, '-');
  // What of a board's id can stand in a file name.
  const id = (hello ? hello.id : 'sketch').replace(/[^\w-]/g, '').slice(0, 40) || 'board';
  return `${moment}-${id}`;
}
