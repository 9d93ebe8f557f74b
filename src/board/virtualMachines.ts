/**
 * The machines that a virtual board can watch, and what can be made to happen to each:
 * `simulated.py` and `pump.py` of the firmware, which know the same words. `uno` is the Arduino
 * library's example `Simulated` on an emulated Uno: the first machine once more, in C++.
 */

export const INJECTIONS = {
  machine: ['spike', 'burst', 'step', 'drift', 'flat'],
  pump: ['missed', 'weak', 'late', 'stuck'],
  uno: ['spike', 'burst', 'step', 'drift', 'flat'],
} as const;

export type Machine = keyof typeof INJECTIONS;
export type Injection = (typeof INJECTIONS)[Machine][number];

export const MACHINES = Object.keys(INJECTIONS) as Machine[];

/** Those of the MicroPython firmware; each can be had with any seed. */
export const MICROPYTHON_MACHINES = ['machine', 'pump'] as const satisfies readonly Machine[];
export type MicropythonMachine = (typeof MICROPYTHON_MACHINES)[number];

/** The board that is opened where nothing else is said. */
export const FIRST_MACHINE: MicropythonMachine = 'machine';
export const FIRST_SEED = 1;
