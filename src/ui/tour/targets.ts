/** Where on the screen each step of the tour has something to do. */
import type { StepId } from '../../tour/steps.ts';

/** The tab that holds what is not on the screen before it was opened. */
const NAMES_TAB = '[role="tab"][id$="-tab-names"]';

/** The first of these that is there; what is marked so keeps its mark whatever words it says. */
const TARGETS: Readonly<Record<StepId, readonly string[]>> = {
  open: ['[data-tour="open-machine"]'],
  learn: ['#panel-signal'],
  spike: ['[data-tour="inject-spike"]'],
  why: ['#panel-lower'],
  gamma: ['[data-tour="parameter-gamma"]'],
  cdf: ['#panel-fit [role="radiogroup"]'],
  delta: ['[data-tour="parameter-delta"]'],
  revert: ['[data-tour="revert"]'],
  drift: ['[data-tour="inject-drift"]'],
  flat: ['[data-tour="inject-flat"]'],
  push: ['[data-tour="push"]'],
  save: ['[data-tour="save"]'],
  end: [],
  'names-open': ['[data-tour="open-machine"]'],
  'names-learn': ['#panel-signal'],
  'names-raise': ['[data-tour="inject-spike"]'],
  'names-give': ['#panel-lower'],
  'names-train': ['[data-tour="train"]', NAMES_TAB],
  'names-push': ['[data-tour="push-model"]', NAMES_TAB],
  'names-again': ['[data-tour="inject-burst"]'],
  'names-end': [],
  'board-plug': ['[data-tour="connect"]'],
  'board-samples': [],
  'board-learn': ['#panel-signal'],
  'board-disturb': ['#panel-signal'],
  'board-end': [],
};

/** What takes the focus there, or in it: a field before a button, of several the chosen one. */
const FIELDS = ['input:checked', 'input'];
/** In the list of anomalies the uppermost row: the newest, if a person did not sort it otherwise. */
const ROW = '[data-row="0"] button';
const FOCUSABLE = 'button, [tabindex]';

/** Selectors; empty where a step is about nothing on the screen. */
export const targetsOf = (step: StepId): readonly string[] => TARGETS[step];

export function targetOf(step: StepId): HTMLElement | null {
  return TARGETS[step].reduce<HTMLElement | null>(
    (found, selector) => found ?? document.querySelector<HTMLElement>(selector),
    null,
  );
}

/** Where the page scrolls, notices lie over its lower end: a control comes to the middle, a panel begins on top. */
export function bringIntoSight(target: HTMLElement): void {
  const { scrollHeight, clientHeight } = document.documentElement;
  if (scrollHeight <= clientHeight) target.scrollIntoView({ block: 'nearest' });
  else
    target.scrollIntoView({ block: 2 * target.offsetHeight > clientHeight ? 'start' : 'center' });
}

/** Where the tour's words grow they cover more, and panels have less room: what was in sight is so again. */
export function keepInSight(target: HTMLElement): void {
  const { top, bottom } = target.getBoundingClientRect();
  if (top < innerHeight && bottom > 0) bringIntoSight(target);
}

/** By then it is known how high the bar is with its words. Returns what calls it off. */
export function onceBarIsHigh(act: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
}

/** Brings it into sight, and the focus there. */
export function goToTarget(target: HTMLElement): void {
  bringIntoSight(target);
  const selectors = target.matches(FOCUSABLE) ? [ROW] : [...FIELDS, FOCUSABLE];
  const its = selectors.reduce<HTMLElement | null>(
    (found, selector) => found ?? target.querySelector(selector),
    null,
  );
  (its ?? target).focus({ preventScroll: true });
}
