/** Why a study cannot begin now: a sentence, or null when it can. */
export function beginReason(channels: number, running: boolean): string | null {
  if (channels === 0) return 'There is no recording yet: connect a board first.';
  return running ? 'It is running.' : null;
}
