/** All words of the examples: what each is, its question and its answer. */

export const EXAMPLE_NAMES = ['machine', 'environment', 'payments', 'network'] as const;
export type ExampleName = (typeof EXAMPLE_NAMES)[number];

interface ExampleWords {
  /** Of the recording, too. */
  readonly title: string;
  readonly about: string;
  readonly question: string;
  readonly answer: string;
}

/** What the answers say, test/examples holds the detector to. */
export const EXAMPLES: Readonly<Record<ExampleName, ExampleWords>> = {
  machine: {
    title: 'Example: machine',
    about: 'Vibration of a shaft, two minutes at 25 Hz.',
    question:
      'Three things go wrong after 0:40, each flagged by another cause. What are they, and when?',
    answer:
      '0:50, level: a knock, one sample far from the mean. 1:11, drift: the mount has slipped, and the level of whole blocks with it. 1:40, rhythm: the sensor sticks, and does not cross its mean any more.',
  },
  environment: {
    title: 'Example: environment',
    about: 'Temperature of a room, four weeks, every ten minutes.',
    question:
      'In one night a heater was left on, and nothing is flagged: by day such a value is normal. Which parameter shows that night?',
    answer:
      'Season. One day is 86 400 000 ms: the usual course of a day is taken off before judging, and 1 February, 02:00 is flagged.',
  },
  payments: {
    title: 'Example: payments',
    about: 'Payments in ten minutes, two weeks.',
    question:
      'Fraud makes counts too high, an outage makes them too low: five alarms. Which parameter leaves the fraud alone, and how many alarms are left?',
    answer:
      'Tail, upper: only what lies above the mean counts. Three are left: 16 January 14:20, 20 January 07:10 and 23 January 16:50.',
  },
  network: {
    title: 'Example: network',
    about: 'Connections a second, half an hour.',
    question:
      'Ordinary traffic comes in bursts; two scans of all ports are in it, and both are flagged. Which of γ and δ sets the limit here?',
    answer:
      'δ. The bursts give the Weibull a long tail, and its limit lies above γ: with γ 2 the same two are flagged, with δ 0.5 five.',
  },
};

export const EXAMPLE_WORDS = {
  heading: 'Examples with a question',
  region: 'Example',
  command: (title: string) => `Open ${title.replace(/^E/, 'e')}`,
  reveal: 'Show the answer',
  hide: 'Hide the answer',
  defaults: 'Set the default parameters',
  defaultsHint: 'The question is asked of the default parameters; yours are others.',
  notLoaded: 'The example could not be loaded: check the connection and try again.',
} as const;
