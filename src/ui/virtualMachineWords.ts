/**
 * Words for the virtual machines, and what to expect of each disturbance: by which cause it is
 * flagged and within what time, at the board's own parameters and period, once half a minute was
 * learned. test/firmware/disturbances.test.ts holds the machines and both detectors to it.
 */
import type { Injection, Machine } from '../board/virtualMachines.ts';
import type { Cause } from '../detector/detector.ts';

interface MachineWords {
  readonly name: string;
  /** What a board on this machine knows beside the defaults; empty when nothing. */
  readonly profile: string;
}

export const MACHINE_WORDS: Readonly<Record<Machine, MachineWords>> = {
  machine: { name: 'Virtual machine', profile: '' },
  pump: {
    name: 'Virtual pump',
    profile: 'This board knows its cycle: season 2000 ms, 100 bins.',
  },
  uno: {
    name: 'Virtual Uno',
    profile: 'An emulated Arduino Uno with the library’s example Simulated: one channel, 20 Hz.',
  },
};

interface Disturbance {
  readonly word: string;
  /** What happens. */
  readonly happens: string;
  /** Causes that may raise the first alarm. */
  readonly causes: readonly Cause[];
  /** From the press of the button to the alarm, by the board's clock; 0 = the very next sample. */
  readonly withinMs: number;
}

export const DISTURBANCES: Readonly<Record<Injection, Disturbance>> = {
  spike: { word: 'Spike', happens: 'One sample far away', causes: ['level'], withinMs: 0 },
  burst: { word: 'Burst', happens: 'A run of wild samples', causes: ['level'], withinMs: 0 },
  step: { word: 'Step', happens: 'A lasting jump of the mean', causes: ['level'], withinMs: 0 },
  drift: { word: 'Drift', happens: 'A slow ramp of 20 s', causes: ['drift'], withinMs: 1600 },
  flat: {
    word: 'Flat line',
    happens: 'The sensor sticks for 8 s',
    causes: ['rhythm', 'drift'],
    withinMs: 400,
  },
  missed: {
    word: 'Missed stroke',
    happens: 'The next stroke is left out',
    causes: ['level'],
    withinMs: 2200,
  },
  weak: {
    word: 'Weak stroke',
    happens: 'The next stroke has half its size',
    causes: ['level'],
    withinMs: 2200,
  },
  late: {
    word: 'Wrong time',
    happens: 'The next stroke comes half a cycle late',
    causes: ['level'],
    withinMs: 2200,
  },
  stuck: {
    word: 'Stuck valve',
    happens: 'The valve stays as it is for 8 s',
    causes: ['level', 'rhythm'],
    withinMs: 1200,
  },
};

/** `Drift: flagged within 1.6 s, cause drift` */
export function expectationWords(injection: Injection): string {
  const { word, withinMs, causes } = DISTURBANCES[injection];
  const when = withinMs === 0 ? 'at once' : `within ${withinMs / 1000} s`;
  return `${word}: flagged ${when}, cause ${causes.join(' or ')}`;
}

export function hintWords(injection: Injection): string {
  const { happens } = DISTURBANCES[injection];
  return `${happens}. ${expectationWords(injection)}, once half a minute was learned.`;
}
