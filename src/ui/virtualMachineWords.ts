/**
 * Words for the virtual machines, and what to expect of each disturbance: by which cause it is
 * flagged and within what time, at the board's own parameters and period, once half a minute was
 * learned. test/firmware/disturbances.test.ts holds the machines and both detectors to it.
 */
import { type Injection, MACHINES, type Machine } from '../board/virtualMachines.ts';
import type { Cause } from '../detector/detector.ts';
import { inEachLanguage, spoken } from '../language/spoken.ts';
import { withDecimalSign } from './format.ts';

interface MachineWords {
  readonly name: string;
  /** What a board on this machine knows beside the defaults; empty when nothing. */
  readonly profile: string;
}

export const MACHINE_WORDS = spoken<Readonly<Record<Machine, MachineWords>>>({
  en: {
    machine: { name: 'Virtual machine', profile: '' },
    pump: {
      name: 'Virtual pump',
      profile: 'This board knows its cycle: season 2000 ms, 100 bins.',
    },
    uno: {
      name: 'Virtual Uno',
      profile: 'An emulated Arduino Uno with the library’s example Simulated: one channel, 50 Hz.',
    },
  },
  pt: {
    machine: { name: 'Máquina virtual', profile: '' },
    pump: {
      name: 'Bomba virtual',
      profile: 'Esta placa conhece o próprio ciclo: sazonalidade de 2000 ms, 100 divisões.',
    },
    uno: {
      name: 'Uno virtual',
      profile: 'Um Arduino Uno emulado com o exemplo Simulated da biblioteca: um canal, 50 Hz.',
    },
  },
});

/** What a board is called: a virtual one, which says its own name in English, in the page's words. */
export function boardShown(board: string): string {
  const machine = MACHINES.find((one) =>
    inEachLanguage(MACHINE_WORDS, (words) => words[one].name).includes(board),
  );
  return machine === undefined ? board : MACHINE_WORDS[machine].name;
}

interface DisturbanceWords {
  readonly word: string;
  readonly happens: string;
}

export const DISTURBANCE_WORDS = spoken<Readonly<Record<Injection, DisturbanceWords>>>({
  en: {
    spike: { word: 'Spike', happens: 'One sample far away' },
    burst: { word: 'Burst', happens: 'A run of wild samples' },
    step: { word: 'Step', happens: 'A lasting jump of the mean' },
    drift: { word: 'Drift', happens: 'A slow ramp of 20 s' },
    flat: { word: 'Flat line', happens: 'The sensor sticks for 8 s' },
    missed: { word: 'Missed stroke', happens: 'The next stroke is left out' },
    weak: { word: 'Weak stroke', happens: 'The next stroke has half its size' },
    late: { word: 'Wrong time', happens: 'The next stroke comes half a cycle late' },
    stuck: { word: 'Stuck valve', happens: 'The valve stays as it is for 8 s' },
  },
  pt: {
    spike: { word: 'Pico', happens: 'Uma amostra muito distante' },
    burst: { word: 'Rajada', happens: 'Uma sequência de amostras desordenadas' },
    step: { word: 'Degrau', happens: 'Um salto duradouro da média' },
    drift: { word: 'Deriva', happens: 'Uma rampa lenta de 20 s' },
    flat: { word: 'Linha plana', happens: 'O sensor trava por 8 s' },
    missed: { word: 'Curso perdido', happens: 'O próximo curso não acontece' },
    weak: { word: 'Curso fraco', happens: 'O próximo curso tem metade do tamanho' },
    late: { word: 'Hora errada', happens: 'O próximo curso vem meio ciclo atrasado' },
    stuck: { word: 'Válvula presa', happens: 'A válvula fica como está por 8 s' },
  },
});

const WORDS = spoken({
  en: {
    causes: { level: 'level', drift: 'drift', rhythm: 'rhythm' },
    or: ' or ',
    atOnce: 'at once',
    within: (seconds: string) => `within ${seconds} s`,
    expected: (word: string, when: string, causes: string) =>
      `${word}: to be flagged ${when}, cause ${causes}`,
    flagged: (word: string, cause: string) => `${word}: flagged, cause ${cause}`,
    missed: (word: string, when: string) =>
      `${word}: not flagged ${when}; it is certain only after half a minute undisturbed`,
    onceLearned: (happens: string, expected: string) =>
      `${happens}. ${expected}; certain after half a minute of learning, often sooner.`,
  },
  pt: {
    causes: { level: 'nível', drift: 'deriva', rhythm: 'ritmo' },
    or: ' ou ',
    atOnce: 'na hora',
    within: (seconds) => `em até ${seconds} s`,
    expected: (word, when, causes) => `${word}: deve ser sinalizado ${when}, causa: ${causes}`,
    flagged: (word, cause) => `${word}: sinalizado, causa: ${cause}`,
    missed: (word, when) =>
      `${word}: não sinalizado ${when}; só é certo após meio minuto sem perturbação`,
    onceLearned: (happens, expected) =>
      `${happens}. ${expected}; com certeza depois de meio minuto de aprendizado, muitas vezes antes.`,
  },
});

/** The cause by which a disturbance was flagged in its time, or that it is not flagged. */
export type DisturbanceOutcome = Cause | 'waiting' | 'missed';

interface Disturbance {
  /** Causes that may raise the first alarm. */
  readonly causes: readonly Cause[];
  /** From the press of the button to the alarm, by the board's clock; 0 = the very next sample. */
  readonly withinMs: number;
}

export const DISTURBANCES: Readonly<Record<Injection, Disturbance>> = {
  spike: { causes: ['level'], withinMs: 0 },
  burst: { causes: ['level'], withinMs: 0 },
  step: { causes: ['level'], withinMs: 0 },
  drift: { causes: ['drift'], withinMs: 1600 },
  flat: {
    causes: ['rhythm', 'drift'],
    withinMs: 400,
  },
  missed: {
    causes: ['level'],
    withinMs: 2200,
  },
  weak: {
    causes: ['level'],
    withinMs: 2200,
  },
  late: {
    causes: ['level'],
    withinMs: 2200,
  },
  stuck: {
    causes: ['level', 'rhythm'],
    withinMs: 1200,
  },
};

/** `Drift: to be flagged within 1.6 s, cause drift` */
export function expectationWords(injection: Injection): string {
  const named = DISTURBANCES[injection].causes.map((cause) => WORDS.causes[cause]).join(WORDS.or);
  return WORDS.expected(DISTURBANCE_WORDS[injection].word, whenWords(injection), named);
}

/** What became of a disturbance: what is expected of it until it was flagged, or its time is over. */
export function outcomeWords(injection: Injection, outcome: DisturbanceOutcome): string {
  const { word } = DISTURBANCE_WORDS[injection];
  if (outcome === 'waiting') return expectationWords(injection);
  if (outcome === 'missed') return WORDS.missed(word, whenWords(injection));
  return WORDS.flagged(word, WORDS.causes[outcome]);
}

export function hintWords(injection: Injection): string {
  return WORDS.onceLearned(DISTURBANCE_WORDS[injection].happens, expectationWords(injection));
}

function whenWords(injection: Injection): string {
  const { withinMs } = DISTURBANCES[injection];
  return withinMs === 0 ? WORDS.atOnce : WORDS.within(withDecimalSign(String(withinMs / 1000)));
}
