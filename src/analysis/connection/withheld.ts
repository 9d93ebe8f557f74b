/** What is not sent to a board, because its build cannot do it or would take it for something else. */
import type { ParameterName } from '../../detector/parameters.ts';
import type { CommandChanges } from '../../protocol/command.ts';
import type { BoardAbility } from '../../protocol/firmwareMessages.ts';
import type { BoardIdentity } from '../messages/connectionState.ts';

/** What a build must be able to do for a parameter to mean something. */
const NEEDS: Readonly<Partial<Record<string, BoardAbility>>> = {
  drift: 'drift',
  rhythm: 'rhythm',
  season: 'season',
  bins: 'season',
};
/** Unknown under rules 2, or of another meaning. */
const NEW_SINCE_RULES_2: ReadonlySet<string> = new Set(['least', 'fatigue', ...Object.keys(NEEDS)]);

export interface Sendable {
  readonly sent: CommandChanges;
  readonly withheld: readonly ParameterName[];
}

/** @param changes of the whole board, or of one of its channels */
export function sendable(
  changes: Readonly<Record<string, number | string | null | undefined>>,
  isForChannel: boolean,
  board: BoardIdentity | null,
): Sendable {
  const sent = Object.entries(changes).flatMap(([name, value]) =>
    value !== undefined && (board === null || canTake(board, name, value, isForChannel))
      ? [[name, value] as const]
      : [],
  );
  const names = new Set(sent.map(([name]) => name));
  const withheld = Object.keys(changes).filter((name) => !names.has(name)) as ParameterName[];
  return { sent: Object.fromEntries(sent), withheld };
}

function canTake(
  { rules, can, most }: BoardIdentity,
  name: string,
  value: number | string | null,
  isForChannel: boolean,
): boolean {
  if (rules < 3) {
    // T = 0, five periods, is out of its range.
    const isSame = !NEW_SINCE_RULES_2.has(name) && !(name === 'meanGap' && value === 0);
    return isSame && !isForChannel;
  }
  if (name === 'maxima' && most !== null && typeof value === 'number') return value <= most;
  const ability = NEEDS[name];
  return ability === undefined || can.includes(ability);
}
