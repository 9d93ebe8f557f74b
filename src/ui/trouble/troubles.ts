/** Why a board may not be there, and what to do, by operating system. */
import type { TroubleTopic } from '../../state/troubleStore.ts';
import type { OperatingSystem } from './operatingSystem.ts';
import { STEPS_BY_SYSTEM_WORDS, TROUBLE_WORDS, type TroubleName } from './troubleWords.ts';

export interface Trouble {
  readonly name: TroubleName;
  /** What the person sees. */
  readonly sight: string;
  /** What it means and what to do, the likeliest first. What is to be typed stands in `…`. */
  readonly steps: readonly string[];
}

/** All troubles as this system has them: first those with the board, then those with the browser. */
export function troublesOn(system: OperatingSystem): readonly Trouble[] {
  return ORDER.flatMap((name): Trouble | [] => {
    // Elsewhere a port needs no permission of the person's own.
    if (name === 'permission' && system !== 'Linux') return [];
    const { sight, steps } = TROUBLE_WORDS[name];
    return { name, sight, steps: [...steps, ...(STEPS_BY_SYSTEM_WORDS[name]?.[system] ?? [])] };
  });
}

const ORDER: readonly TroubleName[] = [
  'not-listed',
  'bootloader',
  'in-use',
  'permission',
  'silent',
  'garbage',
  'wrong-socket',
  'insecure',
  'no-web-serial',
  'forbidden',
];

/** The page of the help that answers what the person saw. */
export function troubleOf(topic: TroubleTopic): TroubleName | null {
  switch (topic) {
    case 'insecure':
    case 'forbidden':
    case 'not-listed':
    case 'silent':
    case 'garbage':
      return topic;
    case 'unsupported':
      return 'no-web-serial';
    case 'busy':
    case 'busy-here':
      return 'in-use';
    case 'gone':
    case 'lost':
      return 'not-listed';
    case 'no-answer':
      return 'silent';
    case 'cancelled':
    case 'virtual-failed':
    case 'refused':
    case 'write-failed':
    case 'worker-died':
    case 'no-worker':
    case 'not-applied':
    case 'not-saved':
    case 'not-kept':
    case 'unreadable':
      return null;
    default:
      return topic satisfies never;
  }
}
