/** All words of the report. */
import { counted, formatCount } from '../format.ts';

export const REPORT_WORDS = {
  title: 'Report',
  note: 'The visible range as one page to keep, send or print: plots, parameters, fit, anomalies.',
  choice: 'Report as HTML',
  command: 'Report of the visible range, HTML',
  fileName: 'tidemark-report.html',
  nothingYet: 'There is nothing to report yet: wait for the first samples.',
  /** Of whose samples. */
  titleOf: (source: string) => `Tidemark report: ${source}`,
  range: (from: string, to: string, zone: string) => `${from} to ${to} (${zone})`,
  madeAt: (when: string, version: string) => `Made ${when} by Tidemark ${version}.`,
  yes: 'yes',
  none: '–',
  headings: {
    board: 'Hardware and firmware',
    signal: 'Signal',
    fit: 'Weibull fit',
    fits: 'Fit of each channel',
    parameters: 'Parameters',
    own: 'Parameters of single channels',
    anomalies: 'Anomalies',
    scores: 'Scores',
    notes: 'Notes and shelved channels',
  },
  board: {
    head: ['What', 'Which'],
    source: 'Source',
    virtual: (machine: string, seed: number) => `${machine}, seed ${seed}: no hardware`,
    recording: (title: string) => `Recording ${title}`,
    port: 'Serial port',
    board: 'Board',
    id: 'Id',
    sensor: 'Sensor',
    firmware: 'Firmware',
    firmwareOf: (version: string, rules: number, bits: number) =>
      `Tidemark ${version}, rules ${rules}, floats of ${bits} bits`,
    sketch: 'Another program, whose numbers are read; it judges nothing itself',
    file: 'None: a file of numbers',
    notKnown: 'not known',
    channels: 'Channels',
    samples: 'Samples of the session',
    samplesOf: (samples: number, rate: string, lost: number) =>
      `${formatCount(samples)} at ${rate}, ${formatCount(lost)} lost`,
  },
  notShown: {
    signal: 'The signal was not on the screen when this report was made.',
    fit: 'The fit was not on the screen when this report was made, or had nothing to show yet.',
  },
  fits: {
    head: ['Channel', 'Shape κ', 'Scale λ', 'Location η', 'R²', 'q', 'Limit'],
    note: 'As fitted at the newest sample. The limit is the larger of γ and q.',
    learning: (have: number, needed: number) => `learning ${have} of ${needed}`,
  },
  parameters: {
    head: ['Parameter', 'Symbol', 'Browser', 'Board', 'Unit'],
    tail: 'Tail',
    ownHead: ['Channel', 'Parameter', 'Value'],
    judge: 'Judged',
    no: 'no',
  },
  anomalies: {
    head: [
      'Time',
      'Channel',
      'Furthest',
      'Deviation',
      'Rarity',
      'Outliers',
      'Kind and reason',
      'Seen by',
      'Class',
      'Note',
    ],
    none: 'None in this range.',
    count: (count: number) => `${counted(count, 'event')} in this range.`,
    /** Of more than a page of paper bears. */
    newest: (shown: number) => `The newest ${formatCount(shown)} of them are listed.`,
    limits: (howMany: string) => `${howMany} limits`,
  },
  scores: {
    unlabelled: 'Nothing is labelled: there is nothing to score against.',
    against: (labels: number) => `Against ${counted(labels, 'label')} of the session:`,
    tally: (who: string, outliers: number, alarms: number, collective: number, over: string) =>
      `${who}: ${counted(outliers, 'outlier')}, ${counted(alarms, 'alarm')}, ${formatCount(collective)} collective in the ${over} that are kept.`,
    browser: 'Browser',
    board: 'Board',
  },
  notes: {
    head: ['When', 'Channel', 'What', 'Words'],
    note: 'note',
    shelved: (until: string) => `shelved until ${until}`,
    none: 'None in this range.',
  },
} as const;
