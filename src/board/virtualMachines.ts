/**
 * The machines that a virtual board can watch, and what can be made to happen to each:
 * `simulated.py` and `pump.py` of the firmware, which know the same words.
 */

export const INJECTIONS = {
  machine: ['spike', 'burst', 'step', 'drift', 'flat'],
  pump: ['missed', 'weak', 'late', 'stuck'],
} as const;

export type Machine = keyof typeof INJECTIONS;
export type Injection = (typeof INJECTIONS)[Machine][number];

export const MACHINES = Object.keys(INJECTIONS) as Machine[];

/** The board that is opened where nothing else is said. */
export const FIRST_MACHINE: Machine = 'machine';
export const FIRST_SEED = 1;
