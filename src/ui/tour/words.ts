/** Words of the guided tour: of its bar, and of the steps of its first chapter. */
import type { CHAPTERS } from '../../tour/steps.ts';

export interface StepWords {
  readonly title: string;
  /** What there is to do, and what to look at. */
  readonly text: string;
  /** What to do when nothing happens. */
  readonly hint: string;
  /** What the person has just seen, once it is done. */
  readonly seen: string;
}

export const STEP_WORDS: Readonly<Record<(typeof CHAPTERS.loop)[number], StepWords>> = {
  open: {
    title: 'Open the virtual machine',
    text: 'It is a whole board with the same firmware, inside this page: nothing to plug in, nothing to install.',
    hint: 'Press Virtual machine, or choose it under ▾ beside Connect board.',
    seen: 'A machine turns, and its board sends two signals.',
  },
  learn: {
    title: 'Watch it learn',
    text: 'Of each block of samples the detector keeps the largest deviation. From a few of these it fits a Weibull, and limits appear around each signal. Nothing to press: a few seconds.',
    hint: 'The line of the signal must move. If it stands still, press Back to live.',
    seen: 'It has learned: the band around each signal is what counts as normal.',
  },
  spike: {
    title: 'Disturb it',
    text: 'Press Spike, and watch the signal: one sample lies far away.',
    hint: 'Spike stands in the row of buttons above the signal.',
    seen: 'Flagged at that very sample, by the board and by this page.',
  },
  why: {
    title: 'Ask why',
    text: 'Choose the newest row of the list of anomalies. The panel of the fit then says Why: the value, the limit of that moment, and how rare it is.',
    hint: 'Press N: it goes to an anomaly from wherever you are.',
    seen: 'Every flag is explained like this one.',
  },
  gamma: {
    title: 'Move a limit',
    text: 'γ is the least deviation that can count. Drag it down to 2 and look at the signal: this page judges all of it anew, at once. The board knows nothing of it yet.',
    hint: 'γ is the first slider of the detector. Type 2 into its field, or hold the left arrow key on the slider.',
    seen: 'More is flagged now: this is what would have been.',
  },
  cdf: {
    title: 'See the Weibull',
    text: 'With γ that low the limit is the Weibull’s. Open the tab CDF of the fit: the curve through the largest deviations of the blocks.',
    hint: 'The tabs Why, CDF, Paper… stand above the fit.',
    seen: 'Each dot is a block’s maximum, the line the Weibull through them.',
  },
  delta: {
    title: 'Say how rare is too rare',
    text: 'δ is the height on this curve from which on a deviation is too rare. Drag it and see the limit move: up the curve fewer are flagged, down more.',
    hint: 'δ is below γ. The arrow keys move it, too.',
    seen: 'γ and δ: the larger of their two limits holds.',
  },
  revert: {
    title: 'Take it back',
    text: 'Press Revert: the page judges by what the board has again.',
    hint: 'Revert stands below or above the sliders, beside Push to board.',
    seen: 'Nothing was lost: what was flagged before is flagged again.',
  },
  flat: {
    title: 'A sensor that sticks',
    text: 'Press Live (or End) to see the newest samples again, then Flat line: every value is a usual one, but it does not change any more. How long a signal stays on one side of its mean is judged, too.',
    hint: 'Half a second is enough, once half a minute was learned. Press Flat line again when the signal moves again.',
    seen: 'Flagged, though not one value was unusual.',
  },
  push: {
    title: 'Give it to the board',
    text: 'Set γ to 3.5 and press Push to board: the detector on the board goes on with it, and reads it back.',
    hint: 'Push to board can be pressed once a value differs from the board’s.',
    seen: 'The board confirmed it: both columns say the same.',
  },
  save: {
    title: 'Keep it',
    text: 'Press Save on board: it keeps these parameters without power.',
    hint: 'Save on board stands beside Push to board.',
    seen: 'Saved. Pull the plug, and it comes back with them.',
  },
  drift: {
    title: 'A fault without a spike',
    text: 'Press Drift: the signal climbs slowly, and no sample is odd by itself. What is judged is the mean of each block, by the same rule.',
    hint: 'It takes two seconds until a whole block lies too high; soon after another disturbance the limits are wide. Press Drift again when the signal is as before.',
    seen: 'Flagged with no odd sample: by a block’s mean (drift), or by how long it stayed on one side of it (rhythm).',
  },
  end: {
    title: 'That is the whole loop',
    text: 'Learn, flag, explain, tune, push, save. With a board of your own it is the same: connect it, or install the firmware on a fresh one. Every session was recorded: ▾ beside Connect board lists them.',
    hint: '',
    seen: '',
  },
};

export const TOUR_WORDS = {
  region: 'Guided tour',
  cutOff: 'This step needs the virtual machine.',
  cutOffElse: 'This step needs the virtual machine; opening it lets go of what is connected now.',
  openAgain: 'Open the virtual machine',
  showMe: 'Show me where',
  skip: 'Skip step',
  back: 'Back',
  end: 'End tour',
  finish: 'Done',
} as const;

/** `Step 3 of 12` */
export const stepWords = (nth: number, of: number): string => `Step ${nth} of ${of}`;
